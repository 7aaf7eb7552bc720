// SPDX-License-Identifier: BSL-1.0
// Odds ratios against R.
#include "eczscore/stats/odds_ratio.hpp"

#include "stats/reference.hpp"
#include "stats/responders.hpp"

using namespace eczscore::stats;
using reference::Json;
using Method = OddsRatioMethod;

namespace {
void check_to_root(double found, double expected) {
    if (expected > 1) {
        CHECK_CLOSE(1 / found, 1 / expected, 0.0, 1.3e-4);
    } else {
        CHECK_CLOSE(found, expected, 0.0, 1.3e-4);
    }
}
}  // namespace

TEST_CASE("odds ratios agree with R") {
    const auto cases = reference::all("05_proportions", "ratio_");
    REQUIRE(cases.size() >= 6);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [a, b] = arms_of(each->at("input"));
        const Json& out = each->at("output");
        const auto number = [&](const char* key, std::size_t i) {
            return reference::number(out.at(key)[i]);
        };
        const Estimate woolf = odds_ratio(a, b, {.method = Method::woolf});
        CHECK_CLOSE(woolf.estimate, reference::number(out.at("or")), 1e-14);
        CHECK_CLOSE(woolf.ci.lower, number("or_woolf", 0), 1e-12);
        CHECK_CLOSE(woolf.ci.upper, number("or_woolf", 1), 1e-12);
        const Estimate haldane = odds_ratio(a, b, {.method = Method::haldane_anscombe});
        CHECK_CLOSE(haldane.estimate, reference::number(out.at("or_haldane_anscombe")), 1e-14);
        CHECK_CLOSE(haldane.ci.lower, number("or_haldane_ci", 0), 1e-12);
        CHECK_CLOSE(haldane.ci.upper, number("or_haldane_ci", 1), 1e-12);
        // R's fisher.test stops its roots when they lie within 1.2e-4, of the odds ratio below 1
        // and of its inverse above: for 9/10 against 3/10 its upper limit has two digits. The next
        // test has all of them.
        const Estimate exact = odds_ratio(a, b);
        check_to_root(exact.ci.lower, number("or_exact_ci", 0));
        check_to_root(exact.ci.upper, number("or_exact_ci", 1));
        if (exact.state == State::undefined_ratio) {
            // one possible table: R says 0, which is one value of an empty statement
            CHECK(std::isnan(exact.estimate));
        } else {
            check_to_root(exact.estimate, reference::number(out.at("or_conditional_mle")));
        }
    }
}

TEST_CASE("conditional limits have their tails to all digits") {
    for (const double level : {0.9, 0.95, 0.99}) {
        const double tail = (1 - level) / 2;
        for (std::int64_t x1 = 0; x1 <= 9; ++x1) {
            for (std::int64_t x2 = 0; x2 <= 12; ++x2) {
                INFO(x1 << "/9 " << x2 << "/12");
                const Responders a{x1, 9}, b{x2, 12};
                detail::Hypergeometric table(a, b);
                for (const Method method : {Method::conditional_exact, Method::conditional_mid_p}) {
                    const double here = method == Method::conditional_exact ? 1.0 : 0.5;
                    const Estimate found =
                        odds_ratio(a, b, {.method = method, .confidence_level = level});
                    if (found.ci.lower > 0) {
                        table.set(found.ci.lower);
                        CHECK_CLOSE(table.at_least(x1 + 1) + here * table.pmf(x1), tail, 1e-11);
                    }
                    if (std::isfinite(found.ci.upper)) {
                        table.set(found.ci.upper);
                        CHECK_CLOSE(table.at_most(x1 - 1) + here * table.pmf(x1), tail, 1e-11);
                    }
                    if (found.state == State::ok) {
                        table.set(found.estimate);
                        CHECK_CLOSE(table.mean(), static_cast<double>(x1), 1e-11);
                    }
                }
            }
        }
    }
}

TEST_CASE("exact p and exact interval of an odds ratio agree") {
    for (std::int64_t x1 = 0; x1 <= 9; ++x1) {
        for (std::int64_t x2 = 0; x2 <= 12; ++x2) {
            const Estimate found = odds_ratio({x1, 9}, {x2, 12});
            CHECK((found.p <= 0.05) == !found.ci.contains(1.0));
        }
    }
}

TEST_CASE("no 0.5 is added in silence, and what cannot be done says so") {
    const Estimate zero = odds_ratio({0, 10}, {3, 20}, {.method = Method::woolf});
    CHECK(zero.estimate == 0.0);
    CHECK(std::isnan(zero.ci.lower));
    CHECK(zero.state == State::undefined_ratio);
    CHECK(odds_ratio({0, 10}, {3, 20}, {.method = Method::haldane_anscombe}).method ==
          "Haldane-Anscombe");
    CHECK(odds_ratio({0, 10}, {3, 20}).state == State::boundary);
    CHECK(odds_ratio({10, 10}, {3, 20}).ci.lower > 1.0);
    CHECK(std::isinf(odds_ratio({10, 10}, {3, 20}).ci.upper));
    const Estimate single = odds_ratio({0, 10}, {0, 20});
    CHECK(single.state == State::undefined_ratio);
    CHECK(single.ci.lower == 0.0);
    CHECK(std::isinf(single.ci.upper));
    CHECK(single.p == 1.0);
    CHECK(odds_ratio({0, 0}, {3, 20}).state == State::too_few);
    CHECK(odds_ratio({1, 0}, {3, 20}).state == State::invalid_argument);
    const Estimate large = odds_ratio({40'000, 100'000}, {30'000, 100'000});
    const Estimate wald =
        odds_ratio({40'000, 100'000}, {30'000, 100'000}, {.method = Method::woolf});
    CHECK_CLOSE(large.estimate, wald.estimate, 1e-4);
    CHECK_CLOSE(large.ci.lower, wald.ci.lower, 1e-3);
    const Estimate huge = odds_ratio({40'000'000, 100'000'000}, {30'000'000, 100'000'000});
    CHECK_CLOSE(huge.estimate, 4.0 * 7 / (6 * 3), 1e-6);
    CHECK(huge.ci.lower < huge.estimate);
    CHECK(huge.estimate < huge.ci.upper);
    CHECK_CLOSE(std::log(huge.ci.upper / huge.ci.lower),
                2 * 1.96 * std::sqrt(1 / 4e7 + 1 / 6e7 + 1 / 3e7 + 1 / 7e7), 1e-3);
}
