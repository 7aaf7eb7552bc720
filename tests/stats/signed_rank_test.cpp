// SPDX-License-Identifier: BSL-1.0
// Signed-rank test: the references, ties and zeros, and what other packages get wrong.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <eczscore/stats/detail/philox.hpp>
#include <eczscore/stats/histogram.hpp>
#include <eczscore/stats/signed_rank.hpp>

#include "reference.hpp"

using namespace eczscore::stats;
using reference::Json;
using reference::numbers;

namespace {

/// Every sign of every rank, one by one.
detail::FairTails enumerate(const std::vector<std::uint64_t>& weights, std::uint64_t observed) {
    const std::uint64_t total = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
    double lower = 0, upper = 0, far = 0;
    for (std::uint64_t mask = 0; mask < std::uint64_t{1} << weights.size(); ++mask) {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if ((mask >> i & 1u) != 0) sum += weights[i];
        }
        lower += sum <= observed;
        upper += sum >= observed;
        const auto distance = [&](std::uint64_t s) {
            return std::abs(static_cast<double>(2 * s) - static_cast<double>(total));
        };
        far += distance(sum) >= distance(observed);
    }
    const double all = std::ldexp(1.0, static_cast<int>(weights.size()));
    return {lower / all, upper / all, far / all};
}

}  // namespace

TEST_CASE("exact tails are those of all sign assignments, to the last digit") {
    const std::vector<std::vector<std::uint64_t>> sets = {
        {2},
        {2, 4},
        {3, 3, 6, 8, 10},
        {5, 5, 5, 5, 10, 12},
        {7, 7, 7},
        {1, 2, 4, 8, 16, 1000},
        {6, 6, 6, 14, 14, 14, 14, 20, 22, 25, 25}};
    for (const auto& weights : sets) {
        const std::uint64_t total =
            std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
        std::uint64_t divisor = 0;
        for (const std::uint64_t weight : weights) divisor = std::gcd(divisor, weight);
        for (std::uint64_t observed = 0; observed <= total; observed += divisor) {
            const auto found = detail::fair_sum_tails(weights, observed);
            const auto expected = enumerate(weights, observed);
            REQUIRE(found.lower == expected.lower);
            REQUIRE(found.upper == expected.upper);
            REQUIRE(found.two_sided == expected.two_sided);
        }
    }
}

TEST_CASE("signed rank: exact p equals the reference") {
    for (const char* rule : {"zeros_dropped_", "pratt_"}) {
        const bool pratt = std::string(rule) == "pratt_";
        const std::string start = std::string("signed_rank_exact_") + rule;
        for (const Json* each : reference::all("03_paired_rank", start)) {
            INFO(each->at("id"));
            const Json& out = each->at("output");
            const auto zeros = pratt ? Zeros::pratt : Zeros::wilcoxon;
            const SignedRank found =
                signed_rank_exact(numbers(each->at("input").at("difference")), {.zeros = zeros});
            CHECK(found.w_plus == out.at("V").get<double>());
            CHECK(found.nonzero == out.at("n_used").get<std::size_t>());
            CHECK_CLOSE(found.p_two_sided, reference::number(out.at("p_two_sided")), 1e-13);
            CHECK_CLOSE(found.p_less, reference::number(out.at("p_less")), 1e-13);
            CHECK_CLOSE(found.p_greater, reference::number(out.at("p_greater")), 1e-13);
            // From the pairs, as they were measured, the same bits.
            const SignedRank pairs =
                signed_rank_exact(numbers(each->at("input").at("pre")),
                                  numbers(each->at("input").at("post")), {.zeros = zeros});
            CHECK(pairs.p_two_sided == found.p_two_sided);
            CHECK(pairs.w_plus == found.w_plus);
        }
    }
}

TEST_CASE("signed rank: coin's exact and asymptotic results") {
    for (const Json* each : reference::all("03_paired_rank", "coin_wilcoxsign_")) {
        const std::string id = each->at("id");
        INFO(id);
        const auto zeros = id.find("_Pratt_") != std::string::npos ? Zeros::pratt : Zeros::wilcoxon;
        const auto differences = numbers(each->at("input").at("difference"));
        const SignedRank found = id.find("_exact_") != std::string::npos
                                     ? signed_rank_exact(differences, {.zeros = zeros})
                                     : signed_rank_normal(differences, {.zeros = zeros});
        if (each->at("status") != "ok") {  // coin stops where all differences are zero
            CHECK(found.state == State::zero_variance);
            CHECK(found.p_two_sided == 1.0);
            continue;
        }
        CHECK_CLOSE(found.z, reference::number(each->at("output").at("z")), 1e-12);
        CHECK_CLOSE(found.p_two_sided, reference::number(each->at("output").at("p_two_sided")),
                    1e-12);
    }
}

TEST_CASE("signed rank: SciPy's approximation, both zero rules") {
    int compared = 0;
    for (const Json* each : reference::all("19_crosscheck", "coin_wilcoxsign_")) {
        const std::string from = each->at("input").at("from");
        INFO(from);
        for (const Json* data : reference::any("03_paired_rank", from)) {
            if (data->at("id") != from) continue;
            const auto zeros =
                from.find("_Pratt_") != std::string::npos ? Zeros::pratt : Zeros::wilcoxon;
            const SignedRank found =
                signed_rank_normal(numbers(data->at("input").at("difference")), {.zeros = zeros});
            CHECK_CLOSE(found.p_two_sided, reference::number(each->at("output").at("p").at("here")),
                        1e-12);
            ++compared;
        }
    }
    CHECK(compared > 0);
}

TEST_CASE("signed rank: R's normal approximation with and without correction") {
    for (const char* rule : {"TRUE", "FALSE"}) {
        for (const Json* each :
             reference::all("03_paired_rank", std::string("wilcox_asymptotic_cc") + rule + "_")) {
            INFO(each->at("id"));
            const auto continuity =
                std::string(rule) == "TRUE" ? Continuity::half : Continuity::none;
            const SignedRank found = signed_rank_normal(
                numbers(each->at("input").at("pre")), numbers(each->at("input").at("post")),
                {.zeros = Zeros::wilcoxon, .continuity = continuity});
            const Json& out = each->at("output");
            CHECK(found.w_plus == out.at("V").get<double>());
            if (found.state == State::zero_variance) {  // R divides 0 by 0 here
                CHECK(found.p_two_sided == 1.0);
                continue;
            }
            CHECK_CLOSE(found.p_two_sided, reference::number(out.at("p")), 1e-12);
            CHECK_CLOSE(found.p_less, reference::number(out.at("p_less")), 1e-12);
            CHECK_CLOSE(found.p_greater, reference::number(out.at("p_greater")), 1e-12);
        }
    }
}

TEST_CASE("signed rank: R's own exact p where nothing ties") {
    for (const Json* each : reference::all("03_paired_rank", "wilcox_exact_")) {
        INFO(each->at("id"));
        const SignedRank found = signed_rank_exact(numbers(each->at("input").at("pre")),
                                                   numbers(each->at("input").at("post")));
        CHECK_CLOSE(found.p_two_sided, reference::number(each->at("output").at("p")), 1e-12);
    }
    for (const Json* each : reference::all("03_paired_rank", "psignrank_n")) {
        INFO(each->at("id"));
        const auto n = each->at("input").at("n").get<std::size_t>();
        CHECK_CLOSE(signed_rank_cdf(each->at("input").at("v").get<std::int64_t>(), n),
                    reference::number(each->at("output").at("p_le")), 1e-12);
    }
}

TEST_CASE("signed rank: no mid-rank is rounded, as exactRankTests does with ties") {
    // Ties at half ranks: 1.5, 1.5, 3.5, 3.5, 5.
    const std::vector<double> d = {1, -1, 2, 2, -3};
    const SignedRank found = signed_rank_exact(d);
    CHECK(found.w_plus == 8.5);
    const auto expected = enumerate({3, 3, 7, 7, 10}, 17);
    CHECK(found.p_two_sided == expected.two_sided);
}

TEST_CASE("signed rank: differences that rounding alone tells apart tie") {
    const std::vector<double> pre = {0.8, 1.0, 2.2};
    const std::vector<double> post = {1.1, 0.7, 2.5};  // 0.30000000000000004, -0.3, 0.2999999...
    CHECK(post[0] - pre[0] != post[2] - pre[2]);
    const SignedRank found = signed_rank_exact(pre, post);
    CHECK(found.w_plus == 4.0);  // three mid-ranks of 2
    CHECK(found.tie_sum == 24.0);
}

TEST_CASE("signed rank: the order of the pairs changes no bit") {
    std::vector<double> d = {-2.1, 3.4, 0.0, 1.1, -0.3, 1.1, 5.6, -7.0, 0.3, 0.0};
    const SignedRank before = signed_rank_exact(d);
    std::sort(d.begin(), d.end());
    const SignedRank after = signed_rank_exact(d);
    CHECK(before.p_two_sided == after.p_two_sided);
    CHECK(before.z == after.z);
    for (double& value : d) value = -value;  // the mirrored sample
    const SignedRank mirrored = signed_rank_exact(d);
    CHECK(mirrored.p_less == before.p_greater);
    CHECK(mirrored.p_two_sided == before.p_two_sided);
}

TEST_CASE("signed rank: edges have a state and words") {
    CHECK(signed_rank_exact(std::vector<double>{}).state == State::too_few);
    const SignedRank missing = signed_rank_exact(std::vector<double>{not_a_number, 2.0});
    CHECK(missing.missing == 1);
    CHECK(missing.n == 1);
    CHECK(missing.p_two_sided == 1.0);
    CHECK(missing.smallest_p == 1.0);
    CHECK(signed_rank_exact(std::vector<double>{1, 2, 3, 4, 5}).smallest_p == 0.0625);
    const SignedRank zeros = signed_rank_normal(std::vector<double>{0.0, 0.0, 0.0});
    CHECK(zeros.state == State::zero_variance);
    CHECK(zeros.p_two_sided == 1.0);
    CHECK(zeros.w_plus == 0.0);
}

TEST_CASE("signed rank: a tiny p is not zero, and large n keeps its tails") {
    std::vector<double> d(1000);
    std::iota(d.begin(), d.end(), 1.0);
    const SignedRank found = signed_rank_exact(d);
    CHECK(found.p_two_sided == std::ldexp(1.0, -999));
    // Beyond the scale of one double: 1,200 weights, symmetric about the mean.
    std::vector<double> large(1200);
    for (std::size_t i = 0; i < large.size(); ++i) {
        large[i] = (i % 2 == 0 ? 1.0 : -1.0) * static_cast<double>(i + 1);
    }
    const SignedRank exact = signed_rank_exact(large);
    const SignedRank normal = signed_rank_normal(large, {.zeros = Zeros::pratt});
    CHECK(std::abs(exact.p_two_sided - normal.p_two_sided) < 1e-3);
    CHECK(exact.state == State::ok);
}

TEST_CASE("signed rank: what is too large to count is approximated and says so") {
    std::vector<double> d(6000);
    for (std::size_t i = 0; i < d.size(); ++i) {
        d[i] = (i % 2 == 0 ? 1.0 : -1.0) * (static_cast<double>(i) + 0.5);
    }
    CHECK(signed_rank_exact(d).state == State::approximate);
}

TEST_CASE("signed rank: all signs counted, with ties and zeros, by both rules") {
    int compared = 0;
    for (const Json* each : reference::all("53_paired_exact", "signed_rank_")) {
        if (!each->at("input").contains("difference")) continue;  // the large ones, below
        INFO(each->at("id"));
        const auto d = numbers(each->at("input").at("difference"));
        const bool pratt = each->at("input").at("zeros") == "pratt";
        const SignedRankRules both = signed_rank_rules(d);
        const SignedRank& found = pratt ? both.pratt : both.wilcoxon;
        const Json& out = each->at("output");
        CHECK(found.w_plus == out.at("w_plus").get<double>());
        CHECK(found.nonzero == out.at("nonzero").get<std::size_t>());
        CHECK(found.p_less == out.at("p_less").get<double>());
        CHECK(found.p_greater == out.at("p_greater").get<double>());
        CHECK(found.p_two_sided == out.at("p_two_sided").get<double>());
        CHECK(both.zeros == static_cast<std::size_t>(std::count(d.begin(), d.end(), 0.0)));
        const SignedRank alone =
            signed_rank_exact(d, {.zeros = pratt ? Zeros::pratt : Zeros::wilcoxon});
        CHECK(alone.p_two_sided == found.p_two_sided);
        CHECK(alone.method == found.method);
        ++compared;
    }
    CHECK(compared == 14);
}

TEST_CASE("signed rank: 2,000 differences that tie heavily are still counted exactly") {
    for (const Json* each : reference::all("53_paired_exact", "signed_rank_2000_")) {
        INFO(each->at("id"));
        std::vector<double> d;
        const Json& input = each->at("input");
        for (std::size_t size = 0; size < 3; ++size) {
            const auto all = input.at("sizes")[size].get<std::size_t>();
            const auto positive = input.at("positive")[size].get<std::size_t>();
            d.insert(d.end(), positive, static_cast<double>(size + 1));
            d.insert(d.end(), all - positive, -static_cast<double>(size + 1));
        }
        const SignedRank found = signed_rank_exact(d);
        REQUIRE(found.nonzero == 2000);
        CHECK(found.state == State::ok);
        CHECK_CLOSE(found.p_greater, reference::number(each->at("output").at("p_greater")), 1e-12,
                    0.0);
        CHECK_CLOSE(found.p_two_sided, reference::number(each->at("output").at("p_two_sided")),
                    1e-12, 0.0);
    }
}

TEST_CASE("signed rank: counts per step give the bits that the differences give") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        Histogram counts(10, -60, 45);
        std::vector<double> d;
        detail::Philox random(seed, 0, 0);
        for (int i = 0; i < 400; ++i) {
            const auto steps = static_cast<std::int64_t>(random.below(seed == 1 ? 9 : 100)) - 55;
            d.push_back(static_cast<double>(steps + 51 * (seed == 1)) / 10.0);
            REQUIRE(counts.add(d.back()));
        }
        d.push_back(not_a_number);
        REQUIRE(counts.add(not_a_number));
        const DifferenceCounts given{counts.counts(), counts.lowest(), counts.per_unit(),
                                     counts.missing()};
        for (const Zeros zeros : {Zeros::pratt, Zeros::wilcoxon}) {
            for (const Continuity continuity : {Continuity::none, Continuity::half}) {
                const SignedRank listed =
                    signed_rank_normal(d, {.zeros = zeros, .continuity = continuity});
                const SignedRank counted =
                    signed_rank_normal(given, {.zeros = zeros, .continuity = continuity});
                CHECK(counted.w_plus == listed.w_plus);
                CHECK(counted.z == listed.z);
                CHECK(counted.p_two_sided == listed.p_two_sided);
                CHECK(counted.p_less == listed.p_less);
                CHECK(counted.p_greater == listed.p_greater);
                CHECK(counted.tie_sum == listed.tie_sum);
                CHECK(counted.n == listed.n);
                CHECK(counted.nonzero == listed.nonzero);
                CHECK(counted.missing == listed.missing);
                CHECK(counted.state == listed.state);
            }
        }
    }
    CHECK(signed_rank_normal(DifferenceCounts{}).state == State::too_few);
    const std::uint64_t zeros[] = {7};
    CHECK(signed_rank_normal(DifferenceCounts{zeros}).state == State::zero_variance);
}

TEST_CASE("signed rank: the smallest p of 600 signs is 2^-599, of no sign 1") {
    std::vector<double> differences(600);
    std::iota(differences.begin(), differences.end(), 1.0);
    CHECK(signed_rank_normal(differences).smallest_p == std::ldexp(1.0, -599));
    CHECK(signed_rank_exact(std::vector<double>{0.0, 0.0, 0.0}).smallest_p == 1.0);
    CHECK(signed_rank_exact(std::vector<double>{0.0, 2.0}).smallest_p == 1.0);
}

TEST_CASE("signed rank: a sum of ranks at its mean has the two-sided p 1, corrected or not") {
    const std::vector<double> differences{1.0, -2.0, -3.0, 4.0};
    for (const Continuity continuity : {Continuity::none, Continuity::half}) {
        const SignedRank of = signed_rank_normal(differences, {.continuity = continuity});
        CHECK(of.w_plus == 5.0);
        CHECK(of.z == 0.0);
        CHECK(of.p_two_sided == 1.0);
    }
}
