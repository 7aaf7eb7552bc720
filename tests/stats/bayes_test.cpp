// SPDX-License-Identifier: BSL-1.0
// Beta posteriors, power priors, mixtures and the meta-analytic predictive prior.
// Covers: stats/beta_binomial.hpp, stats/map_prior.hpp, stats/power_prior.hpp
// Covers: stats/types/beta_prior.hpp, stats/types/map_model.hpp
// Covers: stats/robust_mixture.hpp
#include "eczscore/stats/beta_binomial.hpp"
#include "eczscore/stats/map_prior.hpp"
#include "eczscore/stats/power_prior.hpp"
#include "eczscore/stats/robust_mixture.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
constexpr auto file = "16_trials_bayes";
double at(const Json& json, const char* key) { return reference::number(json.at(key)); }
}  // namespace

TEST_CASE("beta-binomial posterior and prediction") {
    const Json& out = reference::one(file, "beta_binomial").at("output");
    const BetaBinomialResult found = beta_binomial(21, 40);
    CHECK(found.posterior.a == 21.5);
    CHECK(found.posterior.b == 19.5);
    CHECK_CLOSE(found.mean, at(out, "mean"), 1e-14);
    CHECK_CLOSE(found.ci.lower, reference::number(out.at("ci95")[0]), 1e-12);
    CHECK_CLOSE(found.ci.upper, reference::number(out.at("ci95")[1]), 1e-12);
    CHECK_CLOSE(probability_above(found.posterior, 0.25), at(out, "p_above_threshold"), 1e-12);
    CHECK_CLOSE(predictive_at_least(found.posterior, 15, 40), at(out, "predictive_next_40_ge_15"),
                1e-12);
    CHECK(beta_binomial(0, 0).state == State::ok);
    CHECK(beta_binomial(0, 0).mean == 0.5);
    CHECK(beta_binomial(5, 4).state == State::invalid_argument);
    CHECK(beta_binomial(1, 4, {.prior = {0.0, 1.0}}).state == State::invalid_argument);
    CHECK(predictive_at_least({1, 1}, 0, 9) == 1.0);
    CHECK_CLOSE(predictive_at_least({1, 1}, 4, 9), 0.6, 1e-12);  // uniform: 6 of 10 outcomes
}

TEST_CASE("the chance that one rate exceeds another") {
    CHECK_CLOSE(probability_greater({3, 5}, {3, 5}), 0.5, 1e-12);
    CHECK_CLOSE(probability_greater({0.5, 0.5}, {0.5, 0.5}), 0.5, 1e-12);
    CHECK_CLOSE(probability_greater({1, 1}, {2, 1}), 1.0 / 3.0, 1e-12);
    CHECK_CLOSE(probability_greater({1, 1}, {1, 1}, {.margin = 0.25}), 0.28125, 1e-11);
    CHECK_CLOSE(probability_greater({1, 1}, {1, 1}, {.margin = -0.25}), 1 - 0.28125, 1e-11);
    // Integer shapes have a finite sum: P(p1 > p2) = sum over i < a1 of
    // B(a2 + i, b1 + b2) / ((b1 + i) B(1 + i, b1) B(a2, b2)).
    for (const BetaPrior one : {BetaPrior{22, 20}, BetaPrior{3, 90}, BetaPrior{400, 600}}) {
        for (const BetaPrior two : {BetaPrior{74, 243}, BetaPrior{1, 1}, BetaPrior{5, 2}}) {
            double sum = 0.0;
            for (double i = 0; i < one.a; ++i) {
                sum += std::exp(detail::log_beta(two.a + i, one.b + two.b) - std::log(one.b + i) -
                                detail::log_beta(1 + i, one.b) - detail::log_beta(two.a, two.b));
            }
            INFO(one.a << " " << one.b << " " << two.a << " " << two.b);
            CHECK_CLOSE(probability_greater(one, two), sum, 1e-11, 1e-13);
            CHECK_CLOSE(probability_greater(one, two) + probability_greater(two, one), 1.0, 1e-12);
        }
    }
    CHECK(std::isnan(probability_greater({0, 1}, {1, 1})));
}

TEST_CASE("rates against history agree with integrate in R") {
    const Json& each = reference::one("41_bayes_more", "prob_superiority_two_betas");
    CHECK_CLOSE(probability_greater({21.5, 19.5}, {73.5, 242.5}),
                at(each.at("output"), "p_active_greater"), 1e-10);
    CHECK_CLOSE(probability_greater({21.5, 19.5}, {73.5, 242.5}, {.margin = 0.1}),
                at(each.at("output"), "p_difference_above_0.1"), 1e-10);
    const Json& power = reference::one("41_bayes_more", "power_prior");
    for (std::size_t i = 0; i < 4; ++i) {
        const double weight = reference::number(power.at("input").at("a0")[i]);
        const PowerPriorResult found = power_prior(73, 315, weight);
        const Json& out = power.at("output");
        CHECK_CLOSE(found.prior.a, reference::number(out.at("prior_a")[i]), 1e-14);
        CHECK_CLOSE(found.prior.b, reference::number(out.at("prior_b")[i]), 1e-14);
        CHECK_CLOSE(beta_binomial(21, 40, {.prior = found.prior}).mean,
                    reference::number(out.at("posterior_mean_if_applied_to_same_parameter")[i]),
                    1e-14);
        CHECK_CLOSE(probability_greater({21.5, 19.5}, found.prior),
                    reference::number(out.at("p_active_greater_than_historical")[i]), 1e-10);
    }
    CHECK(power_prior(73, 315, 1.5).state == State::invalid_argument);
    CHECK(power_prior(73, 315, 0.0).borrowed == 0.0);
    CHECK(power_prior(73, 315, 0.5).borrowed == 157.5);
}

TEST_CASE("a mixture gives way to what contradicts it") {
    const Json& out = reference::one(file, "robust_mixture_update").at("output");
    const MixturePart prior[] = {{0.5, {12, 40}}, {0.3, {4, 18}}, {0.2, {1, 1}}};
    const MixtureResult found = update_mixture(prior, 9, 20);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK_CLOSE(found.parts[i].weight, reference::number(out.at("weights")[i]), 1e-12);
        CHECK(found.parts[i].beta.a == reference::number(out.at("a")[i]));
        CHECK(found.parts[i].beta.b == reference::number(out.at("b")[i]));
    }
    CHECK_CLOSE(found.mean, at(out, "mean"), 1e-12);
    CHECK_CLOSE(found.marginal, at(out, "marginal"), 1e-12);
    CHECK_CLOSE(found.cdf(1.0), 1.0, 1e-14);
    const MixturePart alone[] = {{3.0, {12, 40}}};
    CHECK_CLOSE(update_mixture(alone, 0, 0).sd, std::sqrt(alone[0].beta.variance()), 1e-12);
    CHECK_CLOSE(update_mixture(alone, 0, 0).effective_n, 52.0, 1e-11);
    // Far from the history, the vague part takes over; log weights do not underflow.
    const MixtureResult surprised = update_mixture(prior, 5000, 5000);
    CHECK(surprised.parts[2].weight > 0.999);
    CHECK(update_mixture(prior, 0, 0).effective_n > 0);
    CHECK(update_mixture({}, 1, 2).state == State::invalid_argument);
    CHECK(robust_prior(prior, 0.2).back().weight == 0.2);
    for (const double weight : {-0.1, 1.1, not_a_number}) {
        CHECK(robust_prior(prior, weight).empty());  // never clamped
    }
    CHECK(update_mixture(robust_prior({}, 0.2), 1, 2).state == State::invalid_argument);
    // A narrow mixture keeps its digits: its variance is no difference of squares near 1.
    const MixturePart narrow[] = {{1.0, {1e16, 1.0}}};
    const MixtureResult sure = update_mixture(narrow, 0, 0);
    CHECK_CLOSE(sure.sd, 1e-16, 1e-28);
    CHECK_CLOSE(sure.effective_n, 1e16, 1e4);
    const MixturePart apart[] = {{0.5, {1.0, 1e-200}}, {0.5, {1e-200, 1.0}}};
    CHECK_CLOSE(update_mixture(apart, 0, 0).sd, 0.5, 1e-12);
    for (const BetaPrior& beyond : {BetaPrior{1.0, 5e-324}, BetaPrior{1e308, 1e308}}) {
        const MixturePart part[] = {{1.0, beyond}};
        CHECK(update_mixture(part, 0, 0).state == State::out_of_range);
    }
}

TEST_CASE("the meta-analytic predictive prior") {
    // map_easi75_* in 16 ends its grid at tau = 3 and integrates each arm on nodes wider than its
    // likelihood when tau is large: it says "about 4 digits" and has 2 in the tails (effective n
    // 11.89 for 11.71). map_fine_* in 41 has neither shortcut.
    for (const std::string which : {"TCS", "all"}) {
        const Json& each = reference::one("41_bayes_more", "map_fine_" + which);
        INFO(which);
        std::vector<ArmCount> arms;
        for (std::size_t i = 0; i < each.at("input").at("x").size(); ++i) {
            arms.push_back({each.at("input").at("x")[i].get<std::int64_t>(),
                            each.at("input").at("n")[i].get<std::int64_t>()});
        }
        const MapPriorResult found = map_prior(arms);
        const Json& out = each.at("output");
        const Json& q = out.at("q");
        const double beaten = found.probability_beaten_by({21.5, 19.5});
        CHECK_CLOSE(found.mean, at(out, "mean"), 1e-8);
        CHECK_CLOSE(found.sd, at(out, "sd"), 1e-8);
        CHECK_CLOSE(found.effective_n, at(out, "ess_moment"), 1e-8);
        CHECK_CLOSE(found.mu_mean, at(out, "mu_mean"), 1e-8);
        CHECK_CLOSE(found.ci.lower, reference::number(q[0]), 1e-7);
        CHECK_CLOSE(found.ci.upper, reference::number(q[4]), 1e-7);
        // The grid's steps of 0.02 in tau and 0.05 in mu show in what small tau decides.
        CHECK_CLOSE(found.tau_mean, at(out, "tau_mean"), 3e-5);
        CHECK_CLOSE(found.quantile(0.25), reference::number(q[1]), 5e-4);
        CHECK_CLOSE(found.median, reference::number(q[2]), 5e-4);
        CHECK_CLOSE(found.quantile(0.75), reference::number(q[3]), 5e-4);
        CHECK_CLOSE(beaten, at(out, "beaten"), 1e-5);

        const Json& coarse = reference::one(file, "map_easi75_" + which).at("output");
        CHECK_CLOSE(found.mean, at(coarse, "mean"), 2e-3);
        CHECK_CLOSE(found.sd, at(coarse, "sd"), 1e-2);
        CHECK_CLOSE(found.effective_n, at(coarse, "ess_moment"), 2e-2);
        CHECK_CLOSE(beaten, at(coarse, "p_uncontrolled_21_of_40_beats_placebo"), 1e-3);
    }
}

TEST_CASE("a predictive prior with one arm, with none and with impossible ones") {
    const ArmCount one[] = {{20, 100}};
    const MapPriorResult found = map_prior(one);
    CHECK(found.state == State::ok);
    CHECK(found.effective_n < 100);
    CHECK_CLOSE(found.matched.mean(), found.mean, 1e-13);
    CHECK_CLOSE(std::sqrt(found.matched.variance()), found.sd, 1e-12);
    CHECK(found.cdf(0.0) == 0.0);
    CHECK(found.cdf(1.0) == 1.0);
    CHECK_CLOSE(found.cdf(found.median), 0.5, 1e-9);
    const ArmCount none[] = {{0, 50}, {0, 30}};
    CHECK(map_prior(none).mean < 0.2);
    CHECK(map_prior({}).state == State::too_few);
    CHECK(map_prior(one, {.model = {.tau_scale = 0.0}}).state == State::invalid_argument);
    CHECK(map_prior(one, {.model = {.mu_sd = infinity}}).state == State::invalid_argument);
    CHECK(map_prior(one, {.model = {}, .confidence_level = 1.0}).state == State::invalid_argument);
    const ArmCount impossible[] = {{5, 4}};
    CHECK(map_prior(impossible).state == State::invalid_argument);
    // With hardly any spread allowed, the arms are one: the beta posterior of the pooled counts.
    const ArmCount two[] = {{200, 1000}, {210, 1000}};
    const MapPriorResult pooled = map_prior(two, {.model = {.mu_sd = 50, .tau_scale = 1e-3}});
    CHECK_CLOSE(pooled.mean, 0.205, 1e-3);
    CHECK_CLOSE(pooled.sd, std::sqrt(0.205 * 0.795 / 2000), 1e-2);
}
