// SPDX-License-Identifier: BSL-1.0
// McNemar's test: the reference, the correction where b = c, and no discordant pair.
#include <cmath>

#include <eczscore/stats/mcnemar.hpp>

#include "reference.hpp"

using namespace eczscore::stats;
using reference::Json;
using reference::number;
using reference::numbers;

namespace {
PairedCounts counts(const Json& input) {
    return {input.at("a").get<std::int64_t>(), input.at("b").get<std::int64_t>(),
            input.at("c").get<std::int64_t>(), input.at("d").get<std::int64_t>()};
}
}  // namespace

TEST_CASE("McNemar: every form equals the reference") {
    for (const Json* each : reference::all("03_paired_rank", "mcnemar_")) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const McNemar found = mcnemar(counts(each->at("input")));
        CHECK_CLOSE(found.p_exact, number(out.at("p_exact")), 1e-12, 0.0);
        CHECK_CLOSE(found.p_mid, number(out.at("p_mid")), 1e-12, 0.0);
        CHECK_CLOSE(found.chi_square, number(out.at("chi2")), 1e-13);
        CHECK_CLOSE(found.p_asymptotic, number(out.at("p_asymptotic")), 1e-12, 0.0);
        CHECK_CLOSE(found.p_edwards, number(out.at("p_edwards")), 1e-12, 0.0);
        CHECK_CLOSE(found.odds_ratio, number(out.at("odds_ratio")), 1e-14);
        CHECK_CLOSE(found.odds_ratio_ci.lower, numbers(out.at("odds_ratio_exact_ci"))[0], 1e-12);
        CHECK_CLOSE(found.odds_ratio_ci.upper, numbers(out.at("odds_ratio_exact_ci"))[1], 1e-12);
    }
}

TEST_CASE("McNemar: with b = c the corrected p is 1, where statsmodels gives 0.79") {
    const Json& other = reference::one("19_crosscheck", "mcnemar_b_equals_c");
    CHECK(number(other.at("output").at("edwards").at("here")) < 0.8);
    const McNemar found = mcnemar({5, 7, 7, 11});
    CHECK(found.p_edwards == 1.0);
    CHECK(found.chi_square_edwards == 0.0);
    CHECK(found.p_exact == 1.0);
}

TEST_CASE("McNemar: statsmodels elsewhere") {
    int compared = 0;
    for (const Json* each : reference::all("19_crosscheck", "mcnemar_")) {
        const std::string from = each->at("input").at("from");
        INFO(from);
        const auto sources = reference::any("03_paired_rank", from);
        if (sources.empty()) continue;  // three tables are not among the reference results
        ++compared;
        const McNemar found = mcnemar(counts(sources.front()->at("input")));
        const Json& out = each->at("output");
        CHECK_CLOSE(found.p_exact, number(out.at("exact").at("here")), 1e-10);
        CHECK_CLOSE(found.p_asymptotic, number(out.at("asymptotic").at("here")), 1e-10);
    }
    CHECK(compared == 1);
}

TEST_CASE("McNemar: exact p are counts of coin tosses to the last digit") {
    CHECK(mcnemar({0, 1, 8, 0}).p_exact == 20.0 / 512.0);
    CHECK(mcnemar({0, 0, 6, 0}).p_exact == 2.0 / 64.0);
    CHECK(mcnemar({0, 0, 6, 0}).p_mid == 1.0 / 64.0);
}

TEST_CASE("McNemar: edges have a state") {
    const McNemar none = mcnemar({10, 0, 0, 12});
    CHECK(none.state == State::undefined_ratio);
    CHECK(none.p_exact == 1.0);
    CHECK(std::isnan(none.chi_square));
    CHECK(mcnemar({}).state == State::too_few);
    CHECK(mcnemar({1, -1, 2, 3}).state == State::invalid_argument);
    const McNemar one_way = mcnemar({3, 4, 0, 2});
    CHECK(one_way.odds_ratio == infinity);
    CHECK(one_way.odds_ratio_ci.upper == infinity);
    CHECK(one_way.odds_ratio_ci.state == State::boundary);
    const bool first[] = {true, true, false, false, true};
    const bool second[] = {true, false, true, false};
    const PairedCounts counted = count_pairs(first, second);
    CHECK(counted.both == 1);
    CHECK(counted.first == 1);
    CHECK(counted.second == 1);
    CHECK(counted.neither == 1);
}

TEST_CASE("McNemar: p of many discordant pairs, counted in whole numbers") {
    for (const Json* each : reference::all("53_paired_exact", "coins_")) {
        INFO(each->at("id"));
        const McNemar found = mcnemar({10, each->at("input").at("b").get<std::int64_t>(),
                                       each->at("input").at("c").get<std::int64_t>(), 20});
        CHECK_CLOSE(found.p_exact, number(each->at("output").at("p_exact")), 1e-12, 0.0);
        CHECK_CLOSE(found.p_mid, number(each->at("output").at("p_mid")), 1e-12, 0.0);
    }
}

TEST_CASE("McNemar: an answer without a partner is counted as missing") {
    const bool first[] = {true, true, false};
    const bool second[] = {false};
    const McNemar found = mcnemar(count_pairs(first, second));
    CHECK(found.n == 1);
    CHECK(found.missing == 2);
    CHECK(mcnemar({1, 2, 3, 4, -1}).state == State::invalid_argument);
    for (const double level : {0.0, 1.0, not_a_number}) {
        CHECK(mcnemar({3, 4, 1, 2}, {.confidence_level = level}).state == State::ok);
        CHECK(mcnemar({3, 4, 1, 2}, {.confidence_level = level}).odds_ratio_ci.state ==
              State::invalid_argument);
    }
}

TEST_CASE("McNemar: the exact limits of the odds ratio put half of the error in each tail") {
    // P(X >= k) of n tosses that come up with chance p, term by term
    const auto at_least = [](int k, int n, long double p) {
        long double sum = 0.0L;
        for (int x = k; x <= n; ++x) {
            long double term = 1.0L;
            for (int i = 0; i < x; ++i) term *= p * (n - i) / (i + 1);
            for (int i = x; i < n; ++i) term *= 1.0L - p;
            sum += term;
        }
        return static_cast<double>(sum);
    };
    for (int b = 0; b <= 12; ++b) {
        for (int c = 0; c <= 12; ++c) {
            if (b + c == 0) continue;
            INFO(b << " and " << c);
            const Interval ci = mcnemar({3, b, c, 5}, {.confidence_level = 0.9}).odds_ratio_ci;
            const long double lower = ci.lower;
            const long double upper = ci.upper;
            if (b > 0) {
                CHECK_CLOSE(at_least(b, b + c, lower / (1.0L + lower)), 0.05, 1e-12);
            } else {
                CHECK(ci.lower == 0.0);
            }
            if (c > 0) {
                CHECK_CLOSE(1.0 - at_least(b + 1, b + c, upper / (1.0L + upper)), 0.05, 1e-11);
            } else {
                CHECK(ci.upper == infinity);
            }
            CHECK(ci.state == (b > 0 && c > 0 ? State::ok : State::boundary));
        }
    }
}
