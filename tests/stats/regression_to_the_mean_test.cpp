// SPDX-License-Identifier: BSL-1.0
// Regression to the mean against the closed form in R, and its limits.
// Covers: stats/types/entry_rule.hpp, stats/types/score_population.hpp
#include "eczscore/stats/regression_to_the_mean.hpp"

#include "stats/reference.hpp"

using namespace eczscore::stats;
using eczscore::Direction;
using reference::Json;

namespace {
constexpr ScorePopulation easi{
    .mean = 20, .sd = 11, .reliability = 0.7, .source = PopulationSource::unselected};
constexpr EntryRule at_least_16{.cut_off = 16};
}  // namespace

TEST_CASE("regression to the mean agrees with the closed form in R") {
    std::vector<const Json*> cases = reference::all("01_individual", "rtm_");
    for (const Json* each : reference::all("23_individual_base", "rtm_")) cases.push_back(each);
    int seen = 0;
    for (const Json* each : cases) {
        const Json& in = each->at("input");
        if (!in.contains("selected")) continue;
        INFO(each->at("id"));
        ++seen;
        const ScorePopulation of{.mean = in.at("mu").get<double>(),
                                 .sd = std::sqrt(in.at("total_variance").get<double>()),
                                 .reliability = in.at("rho").get<double>(),
                                 .source = PopulationSource::unselected};
        const EntryRule rule{
            .cut_off = in.at("cutoff").get<double>(),
            .selected = in.at("selected") == "above" ? Selected::above : Selected::below,
            .n_baselines = in.at("n_baseline").get<int>()};
        const RegressionToTheMean found = regression_to_the_mean(of, rule);
        const Json& out = each->at("output");
        CHECK_CLOSE(found.z, out.at("z").get<double>(), 1e-14);
        CHECK_CLOSE(found.mills, out.at("C").get<double>(), 1e-12);
        CHECK_CLOSE(found.towards_mean, out.at("rtm").get<double>(), 1e-12);
        CHECK(found.state == State::approximate);
        CHECK(found.ci.state == State::not_available);  // no standard errors were given
    }
    CHECK(seen >= 11);
}

TEST_CASE("the interval agrees with the delta method in R") {
    const Json& one = reference::one("23_individual_base", "rtm_delta");
    const Json& in = one.at("input");
    const ScorePopulation of{.mean = in.at("mu").get<double>(),
                             .sd = in.at("sd").get<double>(),
                             .reliability = in.at("rho").get<double>(),
                             .source = PopulationSource::unselected,
                             .se_mean = in.at("se")[0].get<double>(),
                             .se_sd = in.at("se")[1].get<double>(),
                             .se_reliability = in.at("se")[2].get<double>(),
                             .covariance_mean_sd = in.at("covariance_mu_sd").get<double>()};
    const RegressionToTheMean found = regression_to_the_mean(
        of,
        {.cut_off = in.at("cutoff").get<double>(), .n_baselines = in.at("n_baseline").get<int>()});
    // R's gradient is by five-point differences
    CHECK_CLOSE(found.se, one.at("output").at("se").get<double>(), 1e-9);
    CHECK_CLOSE(found.ci.lower, one.at("output").at("lower").get<double>(), 1e-9);
    CHECK_CLOSE(found.ci.upper, one.at("output").at("upper").get<double>(), 1e-9);
}

TEST_CASE("two baselines halve it, and what was expected is told") {
    const RegressionToTheMean one = regression_to_the_mean(easi, at_least_16);
    const RegressionToTheMean two = regression_to_the_mean(easi, {.cut_off = 16, .n_baselines = 2});
    CHECK_CLOSE(one.towards_mean, 1.919637034228884, 1e-13);
    CHECK(two.towards_mean > 1.0);
    CHECK(two.towards_mean < 1.02);
    CHECK_CLOSE(one.expected_baseline, 20 + 11 * one.mills, 1e-14);
    CHECK_CLOSE(one.expected_follow_up, one.expected_baseline - one.towards_mean, 1e-15);
    // the mean of the true scores of those selected: mu + rho (baseline - mu)
    CHECK_CLOSE(one.expected_follow_up, 20 + 0.7 * (one.expected_baseline - 20), 1e-13);
    CHECK_CLOSE(one.percent_of_baseline, 100 * one.towards_mean / one.expected_baseline, 1e-14);
    CHECK_CLOSE(one.share_selected, 0.64193521557221733, 1e-14);
}

TEST_CASE("the limits: nothing selected, no error, nothing but error") {
    const auto rtm = [](ScorePopulation of, EntryRule rule) {
        return regression_to_the_mean(of, rule).towards_mean;
    };
    CHECK(rtm(easi, {.cut_off = -infinity}) == 0.0);
    ScorePopulation perfect = easi;
    perfect.reliability = 1;
    CHECK(rtm(perfect, at_least_16) == 0.0);
    ScorePopulation noise = easi;
    noise.reliability = 0;
    const RegressionToTheMean all = regression_to_the_mean(noise, at_least_16);
    CHECK_CLOSE(all.expected_follow_up, 20.0, 1e-13);  // all the way back
}

TEST_CASE("far cut-offs keep their digits") {
    // z = 10 and 200: C(z) = 10.098093233962511..., 200.0049997500...
    const auto far = [](double z) {
        return regression_to_the_mean(easi, {.cut_off = 20 + 11 * z});
    };
    CHECK_CLOSE(far(10).mills, 10.098093233962512, 1e-13);
    CHECK_CLOSE(far(200).mills, 200 + 1 / 200.0 - 2 / 8e6 + 10 / 3.2e11, 1e-13);
    CHECK(far(200).share_selected == 0.0);
    CHECK(std::isfinite(far(200).towards_mean));
}

TEST_CASE("selection below a cut-off mirrors selection above") {
    const ScorePopulation mirrored{
        .mean = -20, .sd = 11, .reliability = 0.7, .source = PopulationSource::unselected};
    const auto above = regression_to_the_mean(easi, at_least_16);
    const auto below =
        regression_to_the_mean(mirrored, {.cut_off = -16, .selected = Selected::below});
    CHECK_CLOSE(below.towards_mean, above.towards_mean, 1e-14);
    CHECK_CLOSE(below.expected_baseline, -above.expected_baseline, 1e-14);
    CHECK_CLOSE(below.expected_follow_up, -above.expected_follow_up, 1e-14);
    CHECK(std::isnan(below.percent_of_baseline));
}

TEST_CASE("the delta method is the derivative of the closed form") {
    const auto slope = [](double ScorePopulation::* which, EntryRule rule) {
        const double h = 1e-5;
        ScorePopulation up = easi, down = easi;
        up.*which += h;
        down.*which -= h;
        return (regression_to_the_mean(up, rule).towards_mean -
                regression_to_the_mean(down, rule).towards_mean) /
               (2 * h);
    };
    for (const EntryRule rule : {at_least_16, EntryRule{.cut_off = 30, .n_baselines = 3},
                                 EntryRule{.cut_off = 16, .selected = Selected::below}}) {
        ScorePopulation of = easi;
        of.se_mean = 1;
        of.se_sd = of.se_reliability = 0;
        CHECK_CLOSE(regression_to_the_mean(of, rule).se,
                    std::abs(slope(&ScorePopulation::mean, rule)), 1e-7);
        of.se_mean = 0;
        of.se_sd = 1;
        CHECK_CLOSE(regression_to_the_mean(of, rule).se,
                    std::abs(slope(&ScorePopulation::sd, rule)), 1e-7);
        of.se_sd = 0;
        of.se_reliability = 1;
        CHECK_CLOSE(regression_to_the_mean(of, rule).se,
                    std::abs(slope(&ScorePopulation::reliability, rule)), 1e-7);
        // mean and sd estimated together
        of.se_mean = 2;
        of.se_sd = 1;
        of.se_reliability = 0;
        of.covariance_mean_sd = -1.5;
        const double a = slope(&ScorePopulation::mean, rule);
        const double b = slope(&ScorePopulation::sd, rule);
        CHECK_CLOSE(regression_to_the_mean(of, rule).se, std::sqrt(4 * a * a + b * b - 3 * a * b),
                    1e-6);
    }
}

TEST_CASE("mean and spread of the selected patients themselves are refused") {
    for (const auto source : {PopulationSource::undeclared, PopulationSource::selected_sample}) {
        ScorePopulation of = easi;
        of.source = source;
        const RegressionToTheMean none = regression_to_the_mean(of, at_least_16);
        CHECK(none.state == State::invalid_argument);
        CHECK(std::isnan(none.towards_mean));
        CHECK(correct_improvement(10, 1, none).state == State::invalid_argument);
    }
    for (const auto source : {PopulationSource::assumed, PopulationSource::truncated_fit}) {
        ScorePopulation of = easi;
        of.source = source;
        CHECK(regression_to_the_mean(of, at_least_16).state == State::approximate);
        CHECK(regression_to_the_mean(of, at_least_16).source == source);
    }
}

TEST_CASE("what cannot be asked is not answered") {
    const auto state = [](ScorePopulation of, EntryRule rule = at_least_16) {
        return regression_to_the_mean(of, rule).state;
    };
    ScorePopulation of = easi;
    of.sd = 0;
    CHECK(state(of) == State::invalid_argument);
    of.sd = 1e-200;  // whose square is 0
    CHECK(state(of) == State::out_of_range);
    of = easi;
    of.reliability = 1.01;
    CHECK(state(of) == State::invalid_argument);
    of.reliability = not_a_number;
    CHECK(state(of) == State::not_available);
    CHECK(state(easi, {.cut_off = 16, .n_baselines = 0}) == State::invalid_argument);
    CHECK(state(easi, {}) == State::invalid_argument);
    CHECK(state(easi, {.cut_off = infinity}) == State::not_available);  // no patient passes
}

TEST_CASE("the corrected improvement with its interval") {
    ScorePopulation of = easi;
    of.se_mean = of.se_sd = of.se_reliability = 0;
    const RegressionToTheMean known = regression_to_the_mean(of, at_least_16);
    CHECK(known.se == 0.0);
    const CorrectedImprovement found = correct_improvement(8, 1, known);
    CHECK_CLOSE(found.corrected, 8 - known.towards_mean, 1e-15);
    CHECK_CLOSE(found.se, 1.0, 1e-15);
    CHECK_CLOSE(found.ci.lower, found.corrected - 1.959963984540054, 1e-13);
    CHECK_CLOSE(found.share_explained, known.towards_mean / 8, 1e-15);
    CHECK(found.state == State::approximate);

    of.se_mean = 1;
    const CorrectedImprovement wider =
        correct_improvement(8, 1, regression_to_the_mean(of, at_least_16));
    CHECK(wider.se > 1.0);
    const CorrectedImprovement no_interval =
        correct_improvement(8, not_a_number, regression_to_the_mean(easi, at_least_16));
    CHECK(no_interval.corrected == found.corrected);
    CHECK(no_interval.ci.state == State::not_available);
    CHECK(std::isnan(correct_improvement(-1, 1, known).share_explained));
    CHECK(correct_improvement(not_a_number, 1, known).state == State::too_few);
    // who was let in for high scores of a scale where high is good can only fall
    CHECK_CLOSE(
        correct_improvement(1, 1, known, {.direction = Direction::higher_is_better}).corrected,
        1 + known.towards_mean, 1e-15);
}

TEST_CASE("a level outside its range has no interval") {
    ScorePopulation of = easi;
    of.se_mean = of.se_sd = of.se_reliability = 0;
    const RegressionToTheMean known = regression_to_the_mean(of, at_least_16);
    for (const double level : {0.0, 1.0, not_a_number}) {
        CHECK(regression_to_the_mean(of, at_least_16, {.confidence_level = level}).state ==
              State::invalid_argument);
        const auto found = correct_improvement(
            8, 1, known, {.direction = Direction::higher_is_worse, .confidence_level = level});
        CHECK(std::isfinite(found.corrected));
        CHECK(std::isnan(found.ci.lower));
        CHECK(found.ci.state == State::invalid_argument);
    }
}
