// SPDX-License-Identifier: BSL-1.0
// Hodges-Lehmann: the references, selection against all averages, and intervals with ties.
#include <algorithm>
#include <cmath>
#include <vector>

#include <eczscore/stats/detail/philox.hpp>
#include <eczscore/stats/histogram.hpp>
#include <eczscore/stats/hodges_lehmann_paired.hpp>
#include <eczscore/stats/signed_rank.hpp>

#include "reference.hpp"

using namespace eczscore::stats;
using reference::Json;
using reference::number;
using reference::numbers;

namespace {

std::vector<double> all_averages(const std::vector<double>& x) {
    std::vector<double> all;
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t j = 0; j <= i; ++j) all.push_back((x[i] + x[j]) / 2.0);
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// Skewed values; of a step, or of none.
std::vector<double> sample(std::size_t n, std::uint64_t seed, double per_unit) {
    std::vector<double> x;
    for (std::size_t i = 0; i < n; ++i) {
        detail::Philox random(seed, 0, i);
        const double value = 12.0 * std::log(random.open_uniform()) + 8.0;
        x.push_back(per_unit > 0.0 ? std::round(value * per_unit) / per_unit : value);
    }
    return x;
}

}  // namespace

TEST_CASE("Hodges-Lehmann: estimate, limits and attained level equal the reference") {
    for (const Json* each : reference::all("03_paired_rank", "hodges_lehmann_walsh_")) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto d = numbers(each->at("input").at("difference"));
        for (const auto& [key, level] : {std::pair{"ci95", 0.95}, std::pair{"ci90", 0.90}}) {
            const HodgesLehmannPaired found = hodges_lehmann_paired(d, {.confidence_level = level});
            CHECK_CLOSE(found.estimate, number(out.at("estimate")), 1e-12);
            CHECK(found.averages == out.at("n_walsh").get<std::uint64_t>());
            CHECK_CLOSE(found.ci.lower, number(out.at(key).at("lower")), 1e-12);
            CHECK_CLOSE(found.ci.upper, number(out.at(key).at("upper")), 1e-12);
            CHECK_CLOSE(found.ci.attained, number(out.at(key).at("achieved")), 1e-12);
            CHECK((found.ci.state == State::level_not_attained) ==
                  (found.ci.attained < level - 1e-12));
        }
    }
}

TEST_CASE("Hodges-Lehmann: R's exact interval where nothing ties") {
    for (const Json* each : reference::all("03_paired_rank", "wilcox_exact_")) {
        INFO(each->at("id"));
        const auto pre = numbers(each->at("input").at("pre"));
        const auto post = numbers(each->at("input").at("post"));
        for (const HodgesLehmannPaired& found :
             {hodges_lehmann_paired(pre, post), hodges_lehmann_paired_tied(pre, post)}) {
            CHECK_CLOSE(found.estimate, number(each->at("output").at("estimate")), 1e-12);
            CHECK_CLOSE(found.ci.lower, numbers(each->at("output").at("ci95"))[0], 1e-12);
            CHECK_CLOSE(found.ci.upper, numbers(each->at("output").at("ci95"))[1], 1e-12);
        }
    }
}

TEST_CASE("Hodges-Lehmann: every selected average is the one of a sorted list") {
    for (const double per_unit : {0.0, 1.0, 10.0}) {
        for (const std::size_t n : {1u, 2u, 3u, 7u, 40u, 151u}) {
            const auto x = sample(n, 11, per_unit);
            const auto expected = all_averages(x);
            detail::WalshSums sums(x);
            REQUIRE(sums.size() == expected.size());
            for (std::size_t k = 0; k < expected.size(); k += 1 + n / 20) {
                REQUIRE(sums.select(k + 1) / 2.0 == expected[k]);
            }
            std::vector<double> distinct = expected;
            distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
            for (std::size_t k = 0; k + 1 < distinct.size(); k += 1 + n) {
                REQUIRE(sums.above(2.0 * distinct[k]) / 2.0 == distinct[k + 1]);
            }
            REQUIRE(std::isinf(sums.above(2.0 * distinct.back())));
        }
    }
}

TEST_CASE("Hodges-Lehmann: counts per step and doubles select the same") {
    const auto x = sample(3000, 5, 10.0);
    const detail::Differences differences = detail::given_differences(x);
    REQUIRE(detail::StepWalshSums::suits(differences.steps));
    const detail::StepWalshSums steps(differences.steps);
    detail::WalshSums sums(differences.values);
    REQUIRE(steps.size() == sums.size());
    for (std::uint64_t k = 1; k <= sums.size(); k += sums.size() / 37) {
        REQUIRE(std::abs(static_cast<double>(steps.select(k)) / 10.0 - sums.select(k)) < 1e-11);
    }
}

TEST_CASE("Hodges-Lehmann: the expansion names the same order as the count") {
    for (const std::size_t n : {100u, 200u, 350u, 500u}) {
        for (const double level : {0.80, 0.90, 0.95, 0.99}) {
            const double tail = (1.0 - level) / 2.0;
            const auto counted = detail::signed_rank_quantile(tail, n);
            double k = static_cast<double>(counted.k) - 5.0;
            const auto size = static_cast<double>(n);
            while (detail::signed_rank_edgeworth(k, size) < tail) k += 1.0;
            CHECK(k == static_cast<double>(counted.k));
            CHECK(std::abs(detail::signed_rank_edgeworth(k - 1.0, size) - counted.below) < 1e-5);
        }
    }
    for (const Json* each : reference::all("03_paired_rank", "psignrank_n")) {
        const auto n = each->at("input").at("n").get<std::size_t>();
        CHECK(detail::signed_rank_quantile(0.025, n).k ==
              each->at("output").at("q025").get<std::uint64_t>());
    }
}

/// Whether the exact test rejects just outside the limits and not just inside.
void check_turns(const std::vector<double>& d, const HodgesLehmannPaired& found) {
    const auto test_of = [&](double shift) {
        std::vector<double> x = d;
        for (double& value : x) value -= shift;
        return signed_rank_exact(x);
    };
    CHECK(test_of(found.ci.lower - 0.01).p_greater < 0.025);
    CHECK(test_of(found.ci.lower + 0.01).p_greater >= 0.025);
    CHECK(test_of(found.ci.upper + 0.01).p_less < 0.025);
    CHECK(test_of(found.ci.upper - 0.01).p_less >= 0.025);
    CHECK(found.ci.attained >= 0.95);
}

TEST_CASE("Hodges-Lehmann with ties: limits are where the exact test turns") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const auto d = sample(20, seed, 0.25);  // steps of 4: many ties
        const HodgesLehmannPaired found = hodges_lehmann_paired_tied(d, {.confidence_level = 0.95});
        REQUIRE(found.ci.state == State::ok);
        check_turns(d, found);
    }
}

// exactRankTests takes the null distribution of the unshifted ranks for every shift and the
// statistic at the Walsh averages themselves, where the shift makes new zeros and ties. Without
// ties that is the same; with them its limits are not those of its test. Zeros it drops before
// everything, the interval included.
TEST_CASE("Hodges-Lehmann with ties: as exactRankTests without ties, inverted test with them") {
    for (const Json* each : reference::all("03_paired_rank", "exactRankTests_")) {
        INFO(each->at("id"));
        if (each->at("status") != "ok") continue;  // it stops where all differences are zero
        const Json& out = each->at("output");
        std::vector<double> d;
        for (const double value : numbers(each->at("input").at("difference"))) {
            if (value != 0.0) d.push_back(value);
        }
        const SignedRank test = signed_rank_exact(d, {.zeros = Zeros::wilcoxon});
        CHECK(test.w_plus == number(out.at("V")));
        // Where it rounds mid-ranks its p is off by some per cent; coin's is the reference.
        CHECK_CLOSE(test.p_two_sided, number(out.at("p")), test.tie_sum > 0.0 ? 5e-2 : 1e-12);
        if (out.at("ci95").is_null()) continue;
        const HodgesLehmannPaired found = hodges_lehmann_paired_tied(d);
        check_turns(d, found);
        if (test.tie_sum > 0.0) continue;
        CHECK_CLOSE(found.estimate, number(out.at("estimate")), 1e-12);
        CHECK_CLOSE(found.ci.lower, numbers(out.at("ci95"))[0], 1e-12);
        CHECK_CLOSE(found.ci.upper, numbers(out.at("ci95"))[1], 1e-12);
    }
}

TEST_CASE("Hodges-Lehmann: one value, none, and a level out of reach") {
    CHECK(hodges_lehmann_paired(std::vector<double>{}).state == State::too_few);
    const HodgesLehmannPaired one = hodges_lehmann_paired(std::vector<double>{-10.0});
    CHECK(one.estimate == -10.0);
    CHECK(one.ci.attained == 0.0);
    CHECK(one.ci.state == State::level_not_attained);
    const std::vector<double> five = {1, 2, 4, 8, 16};
    for (const HodgesLehmannPaired& found :
         {hodges_lehmann_paired(five), hodges_lehmann_paired_tied(five)}) {
        CHECK(found.ci.lower == 1.0);
        CHECK(found.ci.upper == 16.0);
        CHECK(found.ci.attained == 0.9375);
        CHECK(found.ci.state == State::level_not_attained);
    }
}

TEST_CASE("Hodges-Lehmann with ties: the exact test at every shift gives the same limits") {
    const auto cases = reference::all("53_paired_exact", "hodges_lehmann_tied_");
    REQUIRE(cases.size() == 21);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        REQUIRE(out.at("monotone").get<bool>());  // what allows the bisection
        const double level = number(each->at("input").at("level"));
        auto d = numbers(each->at("input").at("difference"));
        const HodgesLehmannPaired found =
            hodges_lehmann_paired_tied(d, {.confidence_level = level});
        CHECK(found.ci.lower == number(out.at("lower")));
        CHECK(found.ci.upper == number(out.at("upper")));
        CHECK(found.ci.attained == number(out.at("attained")));
        CHECK(found.ci.state ==
              (found.ci.attained < level ? State::level_not_attained : State::ok));
        for (double& value : d) value = value * 8.0 / 3.0;  // no lattice, the same ties
        const HodgesLehmannPaired thirds =
            hodges_lehmann_paired_tied(d, {.confidence_level = level});
        CHECK_CLOSE(thirds.ci.lower, number(out.at("lower")) * 8.0 / 3.0, 1e-15);
        CHECK_CLOSE(thirds.ci.upper, number(out.at("upper")) * 8.0 / 3.0, 1e-15);
        CHECK(thirds.ci.attained == found.ci.attained);
    }
}

TEST_CASE("Hodges-Lehmann with ties: p rises from average to average, so that halving finds it") {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        detail::Philox random(seed, 2, 0);
        const std::uint32_t width = 2 * (1 + random.below(5)) + 1;
        std::vector<double> d(3 + random.below(12));
        for (double& value : d) value = static_cast<double>(random.below(width)) - width / 2;
        auto at = all_averages(d);
        at.erase(std::unique(at.begin(), at.end()), at.end());
        double before = std::ldexp(1.0, -static_cast<int>(d.size()));
        for (std::size_t k = 0; k + 1 < at.size(); ++k) {
            std::vector<double> moved = d;
            for (double& value : moved) value -= (at[k] + at[k + 1]) / 2.0;
            const double p = signed_rank_exact(moved).p_greater;
            INFO("sample " << seed << ", average " << at[k]);
            REQUIRE(p >= before);
            before = p;
        }
    }
}

TEST_CASE("Hodges-Lehmann: a level that the widest interval has, or exceeds, is attained") {
    const std::vector<double> five = {1, 2, 4, 8, 16};
    for (const HodgesLehmannPaired& found :
         {hodges_lehmann_paired(five, {.confidence_level = 0.9375}),
          hodges_lehmann_paired_tied(five, {.confidence_level = 0.9375})}) {
        CHECK(found.ci.attained == 0.9375);
        CHECK(found.ci.state == State::ok);
    }
    const HodgesLehmannPaired sure =
        hodges_lehmann_paired(sample(100, 4, 0.0), {.confidence_level = 1.0 - 1e-15});
    CHECK(sure.ci.attained > 1.0 - 1e-15);
    CHECK(sure.ci.state == State::ok);
    for (const double level : {0.0, 1.0, 95.0, not_a_number}) {
        for (const HodgesLehmannPaired& found :
             {hodges_lehmann_paired(five, {.confidence_level = level}),
              hodges_lehmann_paired_tied(five, {.confidence_level = level})}) {
            CHECK(found.estimate == 5.0);
            CHECK(found.ci.state == State::invalid_argument);
        }
    }
}

TEST_CASE("Hodges-Lehmann with ties: what is too large to count is normal, and near the order") {
    const auto d = sample(1000, 6, 0.0);
    const HodgesLehmannPaired tied = hodges_lehmann_paired_tied(d);
    CHECK(tied.ci.state == State::approximate);
    CHECK(tied.ci.method == "inverted signed-rank test, normal (too large for exact)");
    const HodgesLehmannPaired order = hodges_lehmann_paired(d);
    CHECK(std::abs(tied.ci.lower - order.ci.lower) < 0.02);
    CHECK(std::abs(tied.ci.upper - order.ci.upper) < 0.02);
}

TEST_CASE("Hodges-Lehmann: counts per step give what the differences give") {
    for (const std::size_t n : {1u, 2u, 5u, 40u, 3000u}) {
        const auto d = sample(n, 9, 10.0);
        Histogram counts(10, -1500, 120);
        REQUIRE(counts.add(d) == 0);
        counts.add_missing(2);
        const DifferenceCounts given{counts.counts(), counts.lowest(), counts.per_unit(),
                                     counts.missing()};
        const HodgesLehmannPaired listed = hodges_lehmann_paired(d);
        const HodgesLehmannPaired counted = hodges_lehmann_paired(given);
        CHECK(counted.n == n);
        CHECK(counted.missing == 2);
        CHECK(counted.estimate == listed.estimate);
        CHECK(counted.ci.lower == listed.ci.lower);
        CHECK(counted.ci.upper == listed.ci.upper);
        CHECK(counted.ci.attained == listed.ci.attained);
        CHECK(counted.ci.state == listed.ci.state);
    }
    CHECK(hodges_lehmann_paired(DifferenceCounts{}).state == State::too_few);
    const std::uint64_t none[] = {0, 0};
    CHECK(hodges_lehmann_paired(DifferenceCounts{none}).state == State::too_few);
}

TEST_CASE("Hodges-Lehmann: averages beyond the range of double have a state") {
    const HodgesLehmannPaired huge = hodges_lehmann_paired(std::vector<double>{1e308, 1.5e308});
    CHECK(huge.state == State::out_of_range);
}

TEST_CASE("Hodges-Lehmann: shifts and mirrors with the data, in any order") {
    auto d = sample(33, 8, 10.0);
    const HodgesLehmannPaired found = hodges_lehmann_paired(d);
    std::sort(d.begin(), d.end());
    for (double& value : d) value = -value;
    const HodgesLehmannPaired mirrored = hodges_lehmann_paired(d);
    CHECK(mirrored.estimate == -found.estimate);
    CHECK(mirrored.ci.lower == -found.ci.upper);
    CHECK(mirrored.ci.upper == -found.ci.lower);
}
