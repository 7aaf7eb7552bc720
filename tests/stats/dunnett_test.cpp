// SPDX-License-Identifier: BSL-1.0
// Dunnett's comparisons against quadrature in R, multcomp and Dunnett's table.
#include "eczscore/stats/dunnett.hpp"

#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
struct Arms {
    std::vector<double> control;
    std::vector<std::vector<double>> groups;

    std::vector<std::span<const double>> spans() const { return {groups.begin(), groups.end()}; }
};
Arms arms_of(const Json& each) {
    const auto y = reference::numbers(each.at("input").at("y"));
    const Json& names = each.at("output").at("comparison");
    Arms arms;
    arms.groups.resize(names.size());
    for (std::size_t i = 0; i < y.size(); ++i) {
        const Json& group = each.at("input").at("g")[i];
        if (group == each.at("output").at("control")) arms.control.push_back(y[i]);
        for (std::size_t k = 0; k < names.size(); ++k) {
            if (group == names[k]) arms.groups[k].push_back(y[i]);
        }
    }
    return arms;
}
}  // namespace

TEST_CASE("Dunnett agrees with quadrature in R and with multcomp") {
    bool seen = false;
    for (const Json* each : reference::all("06_linear", "dunnett_")) {
        if (!each->at("output").contains("comparison")) continue;
        seen = true;
        INFO(each->at("id"));
        const Arms arms = arms_of(*each);
        const Json& out = each->at("output");
        const auto groups = arms.spans();
        const Dunnett found = dunnett(arms.control, groups);
        const Dunnett less = dunnett(arms.control, groups, {.alternative = Alternative::less});
        CHECK(found.state == State::ok);
        CHECK(found.df == reference::number(out.at("df")));
        CHECK_CLOSE(found.critical, reference::number(out.at("critical_two_sided_95")), 1e-10);
        CHECK_CLOSE(less.critical, reference::number(out.at("critical_one_sided_95")), 1e-10);
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const auto expected = [&](const char* key) {
                return reference::number(out.at(key)[i]);
            };
            const Estimate& one = found.comparisons[i];
            CHECK_CLOSE(one.estimate, expected("difference"), 1e-12);
            CHECK_CLOSE(one.se, expected("se"), 1e-12);
            CHECK_CLOSE(one.statistic, expected("t"), 1e-12);
            CHECK_CLOSE(found.lambda[i], expected("lambda"), 1e-14);
            // the reference is 1 - P, so that its error is absolute
            CHECK_CLOSE(one.p, expected("p_two_sided"), 1e-10, 2e-12);
            CHECK_CLOSE(less.comparisons[i].p, expected("p_one_sided_less"), 1e-10, 2e-12);
            CHECK_CLOSE(one.ci.lower, expected("ci95_lower"), 1e-9);
            CHECK_CLOSE(one.ci.upper, expected("ci95_upper"), 1e-9);
            // multcomp integrates by quasi-random points: about 1e-7
            CHECK_CLOSE(one.p, expected("check_multcomp_p"), 0.0, 1e-5);
        }
    }
    CHECK(seen);
}

TEST_CASE("critical values agree with R and with Dunnett's table") {
    for (const Json* each : reference::all("06_linear", "dunnett_critical_")) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        const auto k = in.at("k").get<std::size_t>();
        // the script takes a billion degrees of freedom as infinite
        const double df = in.at("df").get<double>() > 1e8 ? infinity : in.at("df").get<double>();
        const double rho = in.at("rho").get<double>();
        CHECK_CLOSE(dunnett_critical(k, df, {.rho = rho}),
                    reference::number(each->at("output").at("two_sided_95")), 1e-10);
        CHECK_CLOSE(dunnett_critical(k, df, {.rho = rho, .two_sided = false}),
                    reference::number(each->at("output").at("one_sided_95")), 1e-10);
    }
    CHECK_CLOSE(dunnett_critical(3, 20), 2.54, 0.0, 5e-3);
}

TEST_CASE("one comparison is Student's t, at every distance and df") {
    const double lambda[] = {std::sqrt(0.5)};
    for (const double df : {1.0, 2.0, 5.0, 30.0, 1000.0, 1e7}) {
        const detail::DunnettTail two(lambda, df, true), one(lambda, df, false);
        for (const double t : {0.0, 0.3, 1.0, 2.5, 6.0, 15.0, 40.0}) {
            INFO("df " << df << " t " << t);
            CHECK_CLOSE(two.above(t), detail::t_two_sided(t, df), 1e-11, 1e-300);
            CHECK_CLOSE(one.above(t), detail::t_sf(t, df), 1e-11, 1e-300);
            CHECK_CLOSE(one.above(-t), detail::t_cdf(t, df), 1e-11);
        }
    }
    const detail::DunnettTail normal(lambda, infinity, true);
    CHECK_CLOSE(normal.above(8.0), detail::normal_two_sided(8.0), 1e-12, 0.0);
    CHECK_CLOSE(normal.above(20.0), detail::normal_two_sided(20.0), 1e-11, 0.0);
    CHECK_CLOSE(dunnett_critical(1, 12), detail::t_quantile(0.975, 12), 1e-12);
}

TEST_CASE("equal groups are counted, far distances keep their digits") {
    // in a balanced design all correlations are alike: as if each were computed by itself
    const std::vector<double> alike(7, std::sqrt(0.5));
    std::vector<double> apart;
    for (int i = 0; i < 7; ++i) apart.push_back(std::sqrt(0.5) + i * 1e-13);
    for (const double t : {0.5, 2.0, 4.0, 9.0}) {
        CHECK_CLOSE(detail::DunnettTail(alike, 24, true).above(t),
                    detail::DunnettTail(apart, 24, true).above(t), 1e-11, 0.0);
        CHECK_CLOSE(detail::DunnettTail(alike, infinity, false).above(t),
                    detail::DunnettTail(apart, infinity, false).above(t), 1e-11, 0.0);
    }
    CHECK_CLOSE(detail::DunnettTail(alike, 24, true).critical(0.05),
                detail::DunnettTail(apart, 24, true).critical(0.05), 1e-11);
    const double lambda[] = {std::sqrt(0.5)};
    for (const double df : {1.0, 5.0, 38.0}) {
        for (const double t : {1e3, 1e5, 1e8}) {
            CHECK_CLOSE(detail::DunnettTail(lambda, df, true).above(t), detail::t_two_sided(t, df),
                        1e-12, 0.0);
        }
    }
}

TEST_CASE("independent comparisons and a very large group") {
    const double none[] = {0.0, 0.0, 0.0};
    const detail::DunnettTail independent(none, infinity, true);
    CHECK_CLOSE(independent.above(2.0), -std::expm1(3 * std::log1p(-detail::normal_two_sided(2.0))),
                1e-13);
    // lambda near 1: all comparisons move with the control, and are one
    const double all[] = {0.9999999, 0.9999999};
    CHECK_CLOSE(detail::DunnettTail(all, infinity, true).above(2.0), detail::normal_two_sided(2.0),
                1e-3);
}

TEST_CASE("p and simultaneous limits agree, and more comparisons cost more") {
    const GroupSummary control{20, 1.0, 3.0};
    const GroupSummary groups[] = {{18, 3.4, 3.2}, {22, 1.5, 2.7}, {5, 4.9, 3.1}};
    const Dunnett found = dunnett(control, groups);
    const Dunnett two = dunnett(control, std::span(groups).first(2));
    for (std::size_t i = 0; i < 3; ++i) {
        const Estimate& each = found.comparisons[i];
        CHECK((each.p < 0.05) == !each.ci.contains(0.0));
        const double t = detail::t_two_sided(each.statistic, found.df);
        CHECK(each.p > t);
        CHECK(each.p < 3 * t);
    }
    CHECK(two.critical < found.critical);
    const Dunnett greater = dunnett(control, groups, {.alternative = Alternative::greater});
    CHECK(std::isinf(greater.comparisons[0].ci.upper));
    CHECK(greater.comparisons[0].ci.lower > found.comparisons[0].ci.lower);
}

TEST_CASE("Dunnett: edges") {
    const GroupSummary control{2, 1.0, 3.0};
    CHECK(dunnett(control, {}).state == State::too_few);
    const GroupSummary empty[] = {{0, 0.0, 0.0}};
    CHECK(dunnett(control, empty).state == State::too_few);
    const GroupSummary flat[] = {{3, 2.0, 0.0}};
    CHECK(dunnett({2, 1.0, 0.0}, flat).state == State::zero_variance);
    CHECK(dunnett({2, 1.0, 0.0}, flat).comparisons[0].estimate == 1.0);
    CHECK(dunnett(control, flat, {.confidence_level = 1.5}).state == State::invalid_argument);
    const std::vector<double> x{1, 2, not_a_number}, y{4, 6, 9};
    const std::span<const double> groups[] = {y};
    CHECK(dunnett(x, groups).missing == 1);
    CHECK(dunnett(x, groups).n == 5);
    const GroupSummary negative[] = {{3, 2.0, -1.0}};
    CHECK(dunnett(control, negative).state == State::invalid_argument);
    CHECK(dunnett({4, not_a_number, 1.0}, flat).state == State::invalid_argument);
    const std::vector<double> huge{1e308, 1.5e308};
    const std::span<const double> far[] = {huge};
    CHECK(dunnett(y, far).state == State::out_of_range);
    CHECK(dunnett(huge, groups).state == State::out_of_range);
    const GroupSummary wide[] = {{3, 2.0, 1e200}};  // whose square is infinite
    CHECK(dunnett(control, wide).state == State::out_of_range);
    CHECK(std::isnan(dunnett(control, wide).comparisons[0].p));
    CHECK(std::isnan(dunnett_critical(0, 3)));
    CHECK(std::isnan(dunnett_critical(2, 3, {.rho = 1.0})));
}
