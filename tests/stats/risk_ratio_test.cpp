// SPDX-License-Identifier: BSL-1.0
// Risk ratios against R.
// Covers: stats/types/responders.hpp
#include "eczscore/stats/risk_ratio.hpp"

#include "stats/reference.hpp"
#include "stats/responders.hpp"

using namespace eczscore::stats;
using reference::Json;
using Method = RiskRatioMethod;

TEST_CASE("risk ratios agree with R") {
    const auto cases = reference::all("05_proportions", "ratio_");
    REQUIRE(cases.size() >= 6);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [a, b] = arms_of(each->at("input"));
        const Json& out = each->at("output");
        const auto number = [&](const char* key, std::size_t i) {
            return reference::number(out.at(key)[i]);
        };
        const Estimate koopman = risk_ratio(a, b);
        CHECK_CLOSE(koopman.estimate, reference::number(out.at("rr")), 1e-14);
        const Estimate katz = risk_ratio(a, b, {.method = Method::katz});
        CHECK_CLOSE(katz.ci.lower, number("rr_katz", 0), 1e-12);
        CHECK_CLOSE(katz.ci.upper, number("rr_katz", 1), 1e-12);
        // ratesci bisects on a scale where a ratio has 6 digits; DescTools iterates to 1e-7 on
        // another, and its Koopman limits differ from those in the fifth digit
        CHECK_CLOSE(koopman.ci.lower, number("rr_score_ratesci", 0), 1e-5);
        CHECK_CLOSE(koopman.ci.upper, number("rr_score_ratesci", 1), 1e-5);
        CHECK_CLOSE(koopman.ci.lower, number("rr_koopman", 0), 5e-5);
        CHECK_CLOSE(koopman.ci.upper, number("rr_koopman", 1), 5e-5);
    }
}

TEST_CASE("the Koopman interval inverts its test to all digits") {
    const double z = detail::normal_quantile(0.975);
    for (std::int64_t n1 = 1; n1 <= 8; ++n1) {
        for (std::int64_t n2 = 1; n2 <= 8; ++n2) {
            for (std::int64_t x1 = 0; x1 <= n1; ++x1) {
                for (std::int64_t x2 = 0; x2 <= n2; ++x2) {
                    INFO(x1 << "/" << n1 << " over " << x2 << "/" << n2);
                    const detail::ScoreRatio score({x1, n1}, {x2, n2}, false);
                    const Interval found = risk_ratio({x1, n1}, {x2, n2}).ci;
                    CHECK((found.lower == 0.0) == (x1 == 0));
                    CHECK(std::isinf(found.upper) == (x2 == 0));
                    if (x1 > 0) CHECK_CLOSE(score.z(std::log(found.lower)), z, 1e-10);
                    if (x2 > 0) CHECK_CLOSE(score.z(std::log(found.upper)), -z, 1e-10);
                    const Interval swapped = risk_ratio({x2, n2}, {x1, n1}).ci;
                    if (x1 > 0) CHECK_CLOSE(swapped.upper, 1 / found.lower, 1e-10);
                }
            }
        }
    }
}

TEST_CASE("a ratio of lopsided arms in which everybody responded keeps its digits") {
    // below 1 the likeliest shares are r and 1, so that z^2 = n1 (1 - r) / r: the limit is its root
    const double zz = std::pow(detail::normal_quantile(0.975), 2);
    for (const double n1 : {20.0, 1e4, 1e9}) {
        const Responders all{static_cast<std::int64_t>(n1), static_cast<std::int64_t>(n1)};
        const Interval found = risk_ratio(all, {1, 1}).ci;
        CHECK_CLOSE(1 - found.lower, zz / (n1 + zz), 1e-6);
        // the factor N/(N - 1) widens by what it says
        const double wider = zz * (n1 + 1) / n1;
        CHECK_CLOSE(1 - risk_ratio(all, {1, 1}, {.method = Method::miettinen_nurminen}).ci.lower,
                    wider / (n1 + wider), 1e-6);
    }
}

TEST_CASE("the score statistic at a ratio of 1 is the chi-square statistic") {
    const Estimate found = risk_ratio({12, 30}, {4, 31});
    const double p1 = 12.0 / 30, p2 = 4.0 / 31, p = 16.0 / 61;
    CHECK_CLOSE(found.statistic, (p1 - p2) / std::sqrt(p * (1 - p) * (1.0 / 30 + 1.0 / 31)), 1e-12);
    CHECK_CLOSE(risk_ratio({12, 30}, {4, 31}, {.method = Method::miettinen_nurminen}).statistic,
                found.statistic * std::sqrt(60.0 / 61), 1e-12);
}

TEST_CASE("a risk ratio that is no number says why") {
    const Estimate none = risk_ratio({0, 10}, {0, 20});
    CHECK(std::isnan(none.estimate));
    CHECK(none.state == State::undefined_ratio);
    CHECK(none.ci.lower == 0.0);
    CHECK(std::isinf(none.ci.upper));
    CHECK(std::isinf(risk_ratio({3, 10}, {0, 20}).estimate));
    CHECK(risk_ratio({3, 10}, {0, 20}).ci.lower > 0.0);
    CHECK(risk_ratio({0, 10}, {3, 20}).estimate == 0.0);
    CHECK(risk_ratio({0, 10}, {3, 20}, {.method = Method::katz}).state == State::undefined_ratio);
    CHECK(risk_ratio({5, 5}, {5, 5}, {.method = Method::katz}).state == State::boundary);
    CHECK(risk_ratio({0, 0}, {3, 20}).state == State::too_few);
    CHECK(risk_ratio({1, 0}, {3, 20}).state == State::invalid_argument);
}

TEST_CASE("limits of a ratio at a level near 0 meet and do not cross") {
    for (const double level : {5e-324, 0x1p-53, 1e-16, 1e-9}) {
        for (const std::int64_t x : {1, 3, 8, 10}) {
            for (const Method method : {Method::koopman, Method::miettinen_nurminen}) {
                const Interval ci =
                    risk_ratio({x, 11}, {24, 1000}, {.method = method, .confidence_level = level})
                        .ci;
                INFO("level " << level << ", " << x << " of 11");
                CHECK(ci.lower <= ci.upper);
            }
        }
    }
}
