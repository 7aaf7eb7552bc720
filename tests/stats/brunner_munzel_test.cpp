// SPDX-License-Identifier: BSL-1.0
// Brunner and Munzel's test against R, SciPy and statsmodels.
#include "eczscore/stats/brunner_munzel.hpp"

#include "eczscore/stats/mann_whitney.hpp"
#include "stats/two_groups.hpp"

using namespace eczscore::stats;
using reference::Json;

TEST_CASE("Brunner-Munzel agrees with its definition in R") {
    const auto cases = two_sample_cases("brunner_munzel_");
    REQUIRE(cases.size() >= 6);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [x, y] = groups_of(each->at("input"));
        const BrunnerMunzel found = brunner_munzel(x, y);
        if (found.state == State::too_few) continue;  // R: 0/0
        // R has it the other way round: P(X < Y) + P(X = Y)/2
        CHECK_CLOSE(found.p_x_greater.estimate, 1 - output(*each, "p_x_less_y_plus_half_ties"),
                    1e-14);
        CHECK_CLOSE(brunner_munzel(y, x).p_x_greater.estimate,
                    output(*each, "p_x_less_y_plus_half_ties"), 1e-14);
        CHECK_CLOSE(found.p_x_greater.estimate, mann_whitney_normal(x, y).p_x_greater, 1e-14);
        if (found.state != State::ok) {
            CHECK_FALSE(std::isfinite(output(*each, "p_two_sided")));
            CHECK(std::isfinite(found.p_x_greater.p));
            CHECK(std::isnan(found.p_x_greater.ci.lower));
            continue;
        }
        CHECK_CLOSE(found.p_x_greater.statistic, -output(*each, "W"), 1e-12);
        CHECK_CLOSE(found.p_x_greater.df, output(*each, "df"), 1e-12);
        CHECK_CLOSE(found.p_x_greater.p, output(*each, "p_two_sided"), 1e-12);
        CHECK_CLOSE(found.p_x_greater.se, output(*each, "se"), 1e-12);
        const Json& limits = each->at("output").at("ci95");
        CHECK_CLOSE(found.p_x_greater.ci.lower, 1 - reference::number(limits[1]), 1e-11);
        CHECK_CLOSE(found.p_x_greater.ci.upper, 1 - reference::number(limits[0]), 1e-11);
        CHECK(found.logit.lower > 0.0);
        CHECK(found.logit.upper < 1.0);
        CHECK(found.logit.contains(found.p_x_greater.estimate));
    }
}

TEST_CASE("Brunner-Munzel agrees with SciPy and statsmodels") {
    int compared = 0;
    for (const Json* each : reference::all("19_crosscheck", "brunner_munzel_")) {
        const auto inputs = reference::any("04_two_sample", each->at("id").get<std::string>());
        if (inputs.empty()) continue;
        ++compared;
        INFO(each->at("id"));
        const auto [x, y] = groups_of(inputs.front()->at("input"));
        const Estimate found = brunner_munzel(x, y).p_x_greater;
        const Json& out = each->at("output");
        CHECK_CLOSE(found.statistic, -reference::number(out.at("W").at("here")), 1e-12);
        CHECK_CLOSE(found.p, reference::number(out.at("p").at("here")), 1e-11);
        CHECK_CLOSE(found.estimate, 1 - reference::number(out.at("p_x_less_y").at("here")), 1e-13);
    }
    CHECK(compared >= 6);
}

TEST_CASE("the logit interval is that of the logit, by the delta method") {
    const std::vector<double> x{3, 1, 4, 1, 5, 9}, y{2, 6, 5, 3, 5, 8, 9};
    const BrunnerMunzel found = brunner_munzel(x, y, {.confidence_level = 0.9});
    const double p = found.p_x_greater.estimate;
    const double t = detail::t_quantile(0.95, found.p_x_greater.df);
    const double half = t * found.p_x_greater.se / (p * (1 - p));
    const auto logit = [](double share) { return std::log(share / (1 - share)); };
    CHECK_CLOSE(logit(found.logit.lower), logit(p) - half, 1e-12);
    CHECK_CLOSE(logit(found.logit.upper), logit(p) + half, 1e-12);
    CHECK_CLOSE(found.p_x_greater.ci.upper - p, t * found.p_x_greater.se, 1e-13);
    // an estimate near 1: the interval by t leaves the range, that of the logit does not
    const std::vector<double> low{1, 2, 3, 4, 6}, high{5, 7, 8, 9, 10};
    const BrunnerMunzel near = brunner_munzel(high, low, {.confidence_level = 0.99});
    CHECK(near.p_x_greater.ci.upper > 1.0);
    CHECK(near.p_x_greater.ci.state == State::boundary);
    CHECK(near.p_x_greater.state == State::ok);
    CHECK(near.logit.upper < 1.0);
    CHECK(near.logit.state == State::ok);
}

TEST_CASE("complete separation has an infinite statistic, a state and an exact p") {
    const std::vector<double> low{1, 2, 3, 4}, high{5, 6, 7};
    const BrunnerMunzel found = brunner_munzel(high, low);
    CHECK(found.state == State::boundary);
    CHECK(found.p_x_greater.estimate == 1.0);
    CHECK(found.p_x_greater.statistic == infinity);
    CHECK_CLOSE(found.p_x_greater.p, 2.0 / 35, 1e-15);
    CHECK_CLOSE(brunner_munzel(high, low, {.alternative = Alternative::greater}).p_x_greater.p,
                1.0 / 35, 1e-15);
    CHECK(brunner_munzel(high, low, {.alternative = Alternative::less}).p_x_greater.p == 1.0);
    CHECK(brunner_munzel(low, high).p_x_greater.estimate == 0.0);
    CHECK(brunner_munzel(low, high).p_x_greater.statistic == -infinity);
    // tied where the other way round would have to split: only one arrangement separates
    const std::vector<double> four{1, 1, 1, 1}, three{2, 2, 2};
    CHECK_CLOSE(brunner_munzel(four, three).p_x_greater.p, 1.0 / 35, 1e-15);
}

TEST_CASE("Brunner-Munzel: order, arms and edges") {
    const std::vector<double> x{3, 1, 4, 1, 5, 9}, y{2, 6, 5, 3, 5, 8, 9}, z{9, 8, 5, 3, 5, 6, 2};
    const Estimate one = brunner_munzel(x, y).p_x_greater, other = brunner_munzel(y, x).p_x_greater;
    CHECK(one.p == brunner_munzel(x, z).p_x_greater.p);
    CHECK_CLOSE(one.p, other.p, 1e-14);
    CHECK_CLOSE(one.estimate, 1 - other.estimate, 1e-15);
    const std::vector<double> none, single{1}, same{2, 2, 2};
    CHECK(brunner_munzel(none, x).state == State::too_few);
    CHECK(brunner_munzel(single, x).state == State::too_few);
    CHECK(brunner_munzel(same, same).state == State::zero_variance);
    CHECK(brunner_munzel(same, same).p_x_greater.p == 1.0);
    CHECK(brunner_munzel(same, same).p_x_greater.estimate == 0.5);
    const std::vector<double> gaps{1, not_a_number, 2, 4};
    CHECK(brunner_munzel(gaps, x).p_x_greater.missing == 1);
    CHECK(brunner_munzel(x, y, {.confidence_level = 2.0}).state == State::invalid_argument);
}
