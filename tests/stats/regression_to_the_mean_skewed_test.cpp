// SPDX-License-Identifier: BSL-1.0
// Simulated regression to the mean of skewed and bounded scores against closed forms and integrals.
#include "eczscore/stats/regression_to_the_mean_skewed.hpp"

#include <vector>

#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
constexpr ScorePopulation easi{
    .mean = 20, .sd = 11, .reliability = 0.7, .source = PopulationSource::unselected};
constexpr EntryRule at_least_16{.cut_off = 16};
constexpr SkewedOptions beta{.model = SkewedModel::beta, .maximum = 72, .draws = 20000};
constexpr SkewedOptions log_normal{.draws = 20000};

detail::Moments moments_of(const std::vector<double>& x) { return detail::moments(x); }
}  // namespace

TEST_CASE("simulations agree with the models' own integrals") {
    int seen = 0;
    for (const Json* each : reference::all("52_selected_bootstrap", "model_")) {
        INFO(each->at("id"));
        ++seen;
        const Json& in = each->at("input");
        const Json& out = each->at("output");
        const bool bounded = !in.at("maximum").is_null();
        const bool above = in.at("selected") == "above";
        const auto found =
            skewed_regression({.mean = in.at("mean").get<double>(),
                               .sd = in.at("sd").get<double>(),
                               .reliability = in.at("reliability").get<double>(),
                               .source = PopulationSource::assumed},
                              {.cut_off = in.at("cutoff").get<double>(),
                               .selected = above ? Selected::above : Selected::below},
                              {.model = bounded ? SkewedModel::beta : SkewedModel::log_normal,
                               .maximum = reference::number(in.at("maximum")),
                               .draws = 60000,
                               .seed = 52});
        REQUIRE(found.state == State::approximate);
        const double share = out.at("share").get<double>();
        const double shift = out.at("regression").get<double>();
        CAPTURE(found.towards_mean, found.se, shift);
        CHECK(std::abs(found.share_selected - share) <
              4 * std::sqrt(share * (1 - share) / static_cast<double>(found.draws)));
        CHECK(std::abs(found.towards_mean - shift) < 4 * found.se);
        CHECK(found.se < 0.03 * in.at("sd").get<double>() / std::sqrt(share));
        // 60,000 draws know the means to a percent of the spread, or four times their error
        CHECK_CLOSE(found.expected_baseline, out.at("baseline").get<double>(), 0.02);
        CHECK_CLOSE(found.expected_follow_up, out.at("follow_up").get<double>(), 0.02);
        CHECK_CLOSE(found.ci.upper - found.towards_mean, 1.959963984540054 * found.se, 1e-12);
        CHECK_CLOSE(found.percent_of_baseline, 100 * found.towards_mean / found.expected_baseline,
                    1e-14);
    }
    CHECK(seen == 6);
}

TEST_CASE("scores have the mean, the spread and the reliability that were asked for") {
    const auto check = [](const auto& scores) {
        std::vector<double> first, second;
        for (std::uint64_t i = 0; i < 40000; ++i) {
            detail::Philox random(1, 2, i);
            const double truth = scores.truth(random);
            first.push_back(scores.assessed(random, truth));
            second.push_back(scores.assessed(random, truth));
        }
        CHECK_CLOSE(moments_of(first).mean, 20.0, 0.015);
        CHECK_CLOSE(moments_of(second).sd(), 11.0, 0.03);
        CHECK_CLOSE(detail::pair_moments(first, second).correlation(), 0.7, 0.03);
    };
    check(detail::LogNormalScores(easi));
    check(detail::BetaScores(easi, 72));
}

TEST_CASE("gamma and beta draws have their moments, for small shapes too") {
    for (const double a : {0.05, 0.7, 1.0, 6.5}) {
        std::vector<double> draws, shares;
        for (std::uint64_t i = 0; i < 40000; ++i) {
            detail::Philox random(3, 4, i);
            draws.push_back(std::exp(detail::log_gamma_draw(random, a)));
            shares.push_back(detail::beta_draw(random, a, 2.0));
        }
        CAPTURE(a);
        const auto near = [](const detail::Moments& m, double mean, double sd) {
            CHECK(std::abs(m.mean - mean) < 4 * sd / std::sqrt(40000.0));
            CHECK_CLOSE(m.sd(), sd, 0.06);
        };
        near(moments_of(draws), a, std::sqrt(a));
        const double size = a + 2;
        near(moments_of(shares), a / size, std::sqrt(a * 2 / (size * size * (size + 1))));
    }
    detail::Philox random(5, 6, 7);  // e^-3000 and less have no double, their ratio has
    const double tiny = detail::beta_draw(random, 1e-4, 1e-4);
    CHECK((tiny >= 0.0 && tiny <= 1.0));
}

TEST_CASE("limits of the simulation: no error, nothing but error, everybody, more baselines") {
    for (const SkewedOptions& options : {log_normal, beta}) {
        INFO(std::string(name(options.model)));
        ScorePopulation of = easi;
        of.reliability = 1;
        CHECK(skewed_regression(of, at_least_16, options).towards_mean == 0.0);
        of.reliability = 0;  // all the way back
        CHECK_CLOSE(skewed_regression(of, at_least_16, options).expected_follow_up, 20.0, 1e-12);
        const auto all = skewed_regression(easi, {.cut_off = -1}, options);
        CHECK(all.share_selected == 1.0);
        CHECK(std::abs(all.towards_mean) < 4 * all.se);
        const auto one = skewed_regression(easi, at_least_16, options);
        const auto two = skewed_regression(easi, {.cut_off = 16, .n_baselines = 2}, options);
        CHECK(one.towards_mean > 1.5);
        CHECK(two.towards_mean < 0.65 * one.towards_mean);
        CHECK(two.towards_mean > 0.35 * one.towards_mean);
        const auto below =
            skewed_regression(easi, {.cut_off = 16, .selected = Selected::below}, options);
        CHECK(below.towards_mean > 0.0);
        CHECK(below.expected_follow_up > below.expected_baseline);
        CHECK(below.selected + one.selected == options.draws);
    }
}

TEST_CASE("the same seed gives the same bits, and every draw has its own") {
    const auto one = skewed_regression(easi, at_least_16, beta);
    CHECK(skewed_regression(easi, at_least_16, beta).towards_mean == one.towards_mean);
    SkewedOptions other = beta;
    other.seed = 1;
    CHECK(skewed_regression(easi, at_least_16, other).towards_mean != one.towards_mean);
    other = beta;
    other.stream = 1;
    CHECK(skewed_regression(easi, at_least_16, other).towards_mean != one.towards_mean);
}

TEST_CASE("invalid populations and scales") {
    const auto state = [](auto change) {
        ScorePopulation of = easi;
        EntryRule rule = at_least_16;
        SkewedOptions options = beta;
        options.draws = 200;
        change(of, rule, options);
        const auto found = skewed_regression(of, rule, options);
        if (found.state == State::invalid_argument) CHECK(std::isnan(found.towards_mean));
        return found.state;
    };
    using P = ScorePopulation;
    using E = EntryRule;
    using O = SkewedOptions;
    constexpr State undefined = State::invalid_argument;
    CHECK(state([](P&, E&, O&) {}) == State::approximate);
    CHECK(state([](P& p, E&, O&) { p.source = PopulationSource::undeclared; }) == undefined);
    CHECK(state([](P& p, E&, O&) { p.source = PopulationSource::selected_sample; }) == undefined);
    CHECK(state([](P& p, E&, O&) { p.sd = 0; }) == undefined);
    CHECK(state([](P& p, E&, O&) { p.mean = 72; }) == undefined);
    CHECK(state([](P& p, E&, O&) { p.mean = -1; }) == undefined);
    // the widest spread on 0 to 72 around 20 is sqrt(20 * 52) = 32.2
    CHECK(state([](P& p, E&, O&) { p.sd = 32.3; }) == undefined);
    CHECK(state([](P& p, E&, O&) { p.sd = 32; }) == State::approximate);
    CHECK(state([](P& p, E&, O&) { p.reliability = 1.1; }) == undefined);
    CHECK(state([](P& p, E&, O&) { p.reliability = not_a_number; }) == State::not_available);
    CHECK(state([](P&, E& e, O&) { e.n_baselines = 0; }) == undefined);
    CHECK(state([](P&, E& e, O&) { e.cut_off = not_a_number; }) == undefined);
    CHECK(state([](P&, E&, O& o) { o.maximum = not_a_number; }) == undefined);
    CHECK(state([](P&, E&, O& o) { o.maximum = infinity; }) == undefined);
    CHECK(state([](P&, E&, O& o) { o.confidence_level = 1; }) == undefined);
    CHECK(state([](P&, E& e, O&) { e.cut_off = 72; }) == State::too_few);
    CHECK(state([](P&, E&, O& o) { o.draws = 0; }) == State::too_few);
    ScorePopulation negative = easi;
    negative.mean = -3;
    CHECK(skewed_regression(negative, at_least_16).state == undefined);
}
