// SPDX-License-Identifier: BSL-1.0
// Risk differences against R, published tables, and a package that is wrong.
#include "eczscore/stats/risk_difference.hpp"

#include "stats/reference.hpp"
#include "stats/responders.hpp"

using namespace eczscore::stats;
using reference::Json;
using Method = RiskDifferenceMethod;

namespace {
constexpr auto file = "05_proportions";

void check_limits(const Interval& found, const Json& expected, double relative = 1e-12,
                  double absolute = 1e-14) {
    INFO(found.method.c_str());
    CHECK_CLOSE(found.lower, reference::number(expected[0]), relative, absolute);
    CHECK_CLOSE(found.upper, reference::number(expected[1]), relative, absolute);
}
}  // namespace

TEST_CASE("risk differences agree with R") {
    const auto cases = reference::all(file, "risk_difference_");
    REQUIRE(cases.size() >= 10);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [a, b] = arms_of(each->at("input"));
        const Json& out = each->at("output");
        const auto ci = [&](Method method, double level = 0.95) {
            return risk_difference(a, b, {.method = method, .confidence_level = level}).ci;
        };
        CHECK_CLOSE(risk_difference(a, b).estimate, reference::number(out.at("difference")), 1e-15);
        check_limits(ci(Method::wald), out.at("wald"));
        check_limits(ci(Method::wald_corrected), out.at("wald_cc"));
        check_limits(ci(Method::newcombe), out.at("newcombe"));
        check_limits(ci(Method::newcombe_corrected), out.at("newcombe_cc"));
        check_limits(ci(Method::agresti_caffo), out.at("agresti_caffo"));
        check_limits(ci(Method::miettinen_nurminen), out.at("miettinen_nurminen"), 1e-12);
        check_limits(ci(Method::mee), out.at("mee"), 1e-12);
        check_limits(ci(Method::miettinen_nurminen, 0.9), out.at("miettinen_nurminen_90"), 1e-12);
        CHECK_CLOSE(risk_difference_test(a, b).statistic, reference::number(out.at("mn_z_at_0")));
        // ratesci bisects to 1e-10, DescTools stops its root at 1e-7
        check_limits(ci(Method::miettinen_nurminen), out.at("check").at("ratesci_mn"), 0.0, 1e-10);
        if (a.n > 1 && b.n > 1) {  // DescTools cuts at -1 and 1
            const Interval found = ci(Method::anderson_hauck);
            const Json& expected = out.at("check").at("DescTools_ha");
            CHECK_CLOSE(std::max(-1.0, found.lower), reference::number(expected[0]), 1e-12);
            CHECK_CLOSE(std::min(1.0, found.upper), reference::number(expected[1]), 1e-12);
        }
    }
}

TEST_CASE("Newcombe 1998, table II, is reproduced to its four decimals") {
    // columns: method 10 (hybrid score), 11 (with continuity correction)
    struct Row {
        Responders a, b;
        double newcombe[2], corrected[2];
    };
    const Row rows[] = {{{56, 70}, {48, 80}, {0.0524, 0.3339}, {0.0428, 0.3422}},
                        {{9, 10}, {3, 10}, {0.1705, 0.8090}, {0.1013, 0.8387}},
                        {{6, 7}, {2, 7}, {0.0582, 0.8062}, {-0.0290, 0.8423}},
                        {{5, 56}, {0, 29}, {-0.0381, 0.1926}, {-0.0667, 0.2037}},
                        {{0, 10}, {0, 20}, {-0.1611, 0.2775}, {-0.2005, 0.3445}},
                        {{0, 10}, {0, 10}, {-0.2775, 0.2775}, {-0.3445, 0.3445}},
                        {{10, 10}, {0, 20}, {0.6791, 1.0}, {0.6014, 1.0}},
                        {{10, 10}, {0, 10}, {0.6075, 1.0}, {0.5128, 1.0}}};
    for (const Row& row : rows) {
        INFO(row.a.x << "/" << row.a.n << " - " << row.b.x << "/" << row.b.n);
        const auto check = [&](Method method, const double(&expected)[2]) {
            const Interval found = risk_difference(row.a, row.b, {.method = method}).ci;
            CHECK_CLOSE(found.lower, expected[0], 0.0, 5.01e-5);
            CHECK_CLOSE(found.upper, expected[1], 0.0, 5.01e-5);
        };
        check(Method::newcombe, row.newcombe);
        check(Method::newcombe_corrected, row.corrected);
    }
}

TEST_CASE("statsmodels 0.13.5 has wrong score limits and ours are not those") {
    // statsmodels confint_proportions_2indep(method="score"): 56/70 - 48/80 has an upper limit of
    // 0.3440 instead of 0.3382, and 1/2 - 1/2 a lower limit of 0
    int compared = 0;
    for (const Json* each : reference::all("19_crosscheck", "risk_difference_")) {
        INFO(each->at("id"));
        const auto tables = reference::any(file, each->at("id").get<std::string>());
        if (tables.empty()) continue;  // the table itself is not among the reference results
        ++compared;
        const auto [a, b] = arms_of(tables.front()->at("input"));
        const Json& out = each->at("output");
        const auto here = [&](const char* key) {
            return reference::number(out.at(key).at("here"));
        };
        const Interval newcombe = risk_difference(a, b, {.method = Method::newcombe}).ci;
        CHECK_CLOSE(newcombe.lower, here("newcomb_lower"), 1e-12);
        CHECK_CLOSE(newcombe.upper, here("newcomb_upper"), 1e-12);
        const Interval caffo = risk_difference(a, b, {.method = Method::agresti_caffo}).ci;
        CHECK_CLOSE(caffo.lower, here("agresti-caffo_lower"), 1e-12);
        CHECK_CLOSE(caffo.upper, here("agresti-caffo_upper"), 1e-12);
    }
    CHECK(compared >= 6);
    const Interval one = risk_difference({56, 70}, {48, 80}).ci;
    CHECK_CLOSE(one.upper, 0.3382, 0.0, 5e-5);
    CHECK(std::abs(one.upper - 0.3440) > 0.005);
    const Interval two = risk_difference({1, 2}, {1, 2}).ci;
    CHECK_CLOSE(two.lower, -two.upper, 1e-14);
    CHECK(two.lower < -0.7);
    // the limits are those of the test that they invert; those of statsmodels are not
    const double z = detail::normal_quantile(0.975);
    CHECK_CLOSE(risk_difference_test({56, 70}, {48, 80}, {.margin = one.upper}).statistic, -z,
                1e-10);
    CHECK_CLOSE(risk_difference_test({56, 70}, {48, 80}, {.margin = one.lower}).statistic, z,
                1e-10);
    CHECK(std::abs(risk_difference_test({56, 70}, {48, 80}, {.margin = 0.3440}).statistic + z) >
          0.05);
}

TEST_CASE("the score interval inverts the score test in every small table") {
    const double z = detail::normal_quantile(0.975);
    for (std::int64_t n1 = 1; n1 <= 7; ++n1) {
        for (std::int64_t n2 = 1; n2 <= 7; ++n2) {
            for (std::int64_t x1 = 0; x1 <= n1; ++x1) {
                for (std::int64_t x2 = 0; x2 <= n2; ++x2) {
                    INFO(x1 << "/" << n1 << " - " << x2 << "/" << n2);
                    const Estimate found = risk_difference({x1, n1}, {x2, n2});
                    CHECK(found.ci.lower >= -1.0);
                    CHECK(found.ci.upper <= 1.0);
                    CHECK(found.ci.lower <= found.estimate);
                    CHECK(found.estimate <= found.ci.upper);
                    if (found.ci.lower > -1.0) {
                        CHECK_CLOSE(
                            risk_difference_test({x1, n1}, {x2, n2}, {.margin = found.ci.lower})
                                .statistic,
                            z, 1e-9);
                    }
                    if (found.ci.upper < 1.0) {
                        CHECK_CLOSE(
                            risk_difference_test({x1, n1}, {x2, n2}, {.margin = found.ci.upper})
                                .statistic,
                            -z, 1e-9);
                    }
                    const Estimate swapped = risk_difference({x2, n2}, {x1, n1});
                    CHECK_CLOSE(swapped.ci.lower, -found.ci.upper, 1e-13);
                    const Estimate others = risk_difference({n1 - x1, n1}, {n2 - x2, n2});
                    CHECK_CLOSE(others.ci.lower, -found.ci.upper, 1e-13);
                }
            }
        }
    }
}

TEST_CASE("SAS prints no score interval for 0 of n against 0 of n; there is one") {
    const Estimate none = risk_difference({0, 10}, {0, 20});
    CHECK(none.estimate == 0.0);
    CHECK(none.ci.lower < -0.1);
    CHECK(none.ci.upper > 0.2);
    CHECK(none.statistic == 0.0);
    CHECK(none.p == 1.0);
    CHECK(none.state == State::ok);
}

TEST_CASE("p and limits agree about margins, and tails add up") {
    const Responders a{40, 50}, b{25, 50};
    const double two = risk_difference_test(a, b).p;
    const double greater =
        risk_difference_test(a, b, {.margin = 0.0, .alternative = Alternative::greater}).p;
    const double less =
        risk_difference_test(a, b, {.margin = 0.0, .alternative = Alternative::less}).p;
    CHECK_CLOSE(two, 2 * greater, 1e-12);
    CHECK_CLOSE(less + greater, 1.0, 1e-12);
    // non-inferiority by a margin: the 95 % lower limit is above it iff one-sided p is below 0.025
    const double lower = risk_difference(a, b).ci.lower;
    CHECK(risk_difference_test(a, b, {.margin = lower - 1e-6, .alternative = Alternative::greater})
              .p < 0.025);
    CHECK(risk_difference_test(a, b, {.margin = lower + 1e-6, .alternative = Alternative::greater})
              .p > 0.025);
}

TEST_CASE("risk difference: large and lopsided arms, and what cannot be done") {
    const Estimate big = risk_difference({500'000, 1'000'000}, {1, 3});
    CHECK(big.ci.lower < big.ci.upper);
    CHECK_CLOSE(risk_difference({30, 1'000'000}, {10, 1'000'000}).ci.lower, 8.2e-6, 0.05);
    CHECK(risk_difference({0, 0}, {1, 2}).state == State::too_few);
    CHECK(std::isnan(risk_difference({0, 0}, {1, 2}).ci.lower));
    CHECK(risk_difference({3, 2}, {1, 2}).state == State::invalid_argument);
    CHECK(risk_difference({1, 1}, {1, 2}, {.method = Method::anderson_hauck}).state ==
          State::too_few);
    CHECK(risk_difference({1, 2}, {1, 2}, {.method = Method::mee, .confidence_level = 0.0}).state ==
          State::invalid_argument);
    CHECK(risk_difference({9, 9}, {0, 9}, {.method = Method::wald}).state == State::boundary);
    CHECK(risk_difference({9, 9}, {0, 9}, {.method = Method::wald_corrected}).state ==
          State::boundary);
    CHECK(std::isnan(risk_difference({9, 9}, {3, 9}, {.method = Method::newcombe}).p));
    CHECK(risk_difference_test({1, 2}, {1, 2}, {.margin = 1.0}).state == State::invalid_argument);
}

TEST_CASE("the score test and the interval tell of the same difference") {
    for (std::int64_t x1 = 0; x1 <= 6; ++x1) {
        for (std::int64_t x2 = 0; x2 <= 5; ++x2) {
            INFO(x1 << "/6 - " << x2 << "/5");
            const Responders a{x1, 6};
            const Responders b{x2, 5};
            const double difference = static_cast<double>(5 * x1 - 6 * x2) / 30.0;
            for (const bool corrected : {true, false}) {
                const Estimate test = risk_difference_test(
                    a, b,
                    {.margin = 0.0, .alternative = Alternative::two_sided, .corrected = corrected});
                const Estimate interval = risk_difference(
                    a, b, {.method = corrected ? Method::miettinen_nurminen : Method::mee});
                CHECK_CLOSE(test.estimate, difference, 1e-15, 1e-15);
                CHECK_CLOSE(interval.estimate, difference, 1e-15, 1e-15);
                CHECK(test.n == 11);
                CHECK(interval.n == 11);
                CHECK_CLOSE(test.ci.lower, interval.ci.lower, 1e-13);
                CHECK_CLOSE(test.ci.upper, interval.ci.upper, 1e-13);
                CHECK((test.statistic == interval.statistic || std::isnan(test.statistic)));
            }
        }
    }
}
