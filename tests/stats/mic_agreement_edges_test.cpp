// SPDX-License-Identifier: BSL-1.0
// Methods for MICs and agreement: impossible levels and summaries, and raters with one grade only.
#include "eczscore/stats/anchor_correlation.hpp"
#include "eczscore/stats/anchor_mean_change.hpp"
#include "eczscore/stats/bland_altman.hpp"
#include "eczscore/stats/bland_altman_repeated.hpp"
#include "eczscore/stats/chance_agreement.hpp"
#include "eczscore/stats/concordance.hpp"
#include "eczscore/stats/cronbach_alpha.hpp"
#include "eczscore/stats/delong.hpp"
#include "eczscore/stats/distribution_based_mic.hpp"
#include "eczscore/stats/fleiss_kappa.hpp"
#include "eczscore/stats/icc.hpp"
#include "eczscore/stats/mic_bootstrap.hpp"
#include "eczscore/stats/predictive_mic.hpp"
#include "eczscore/stats/tost.hpp"
#include "eczscore/stats/weighted_kappa.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;

namespace {

const std::vector<double> change = {1, 4, 2, 6, 3, 7, 5, 8, 2, 9};
const std::vector<double> anchor = {0, 0, 1, 1, 0, 1, 0, 1, 0, 1};
const std::vector<double> rating = {3, 4, 2, 2, 5, 4, 1, 2, 4, 4};
const std::vector<std::int64_t> table = {8, 2, 3, 7};

/// No limits, and a state that says why; the estimate is not touched.
void check_without_limits(const Interval& ci) {
    CHECK(std::isnan(ci.lower));
    CHECK(std::isnan(ci.upper));
    CHECK(ci.state == State::invalid_argument);
}
void check_without_limits(const Estimate& of) {
    CHECK(std::isfinite(of.estimate));
    check_without_limits(of.ci);
}

}  // namespace

TEST_CASE("a level outside 0 to 1 leaves the estimate without limits, and says so") {
    for (const double level : {-0.5, 0.0, 1.0, 1.5, 95.0, not_a_number}) {
        INFO("level " << level);
        const AnchorCorrelation correlation = anchor_correlation(change, anchor, {0.3, level});
        check_without_limits(correlation.pearson);
        check_without_limits(correlation.spearman);
        CHECK_FALSE(correlation.is_surely_sufficient);
        const AnchorMeanChange means = anchor_mean_change(change, anchor, {1, 0, level});
        check_without_limits(means.within);
        check_without_limits(means.between);
        check_without_limits(delong(change, anchor, {1, level}).auc);
        check_without_limits(delong(change, anchor, {1, level}).score);
        const PredictiveMic predictive = predictive_mic(change, anchor, {1, 0.8, level});
        check_without_limits(predictive.predictive);
        check_without_limits(predictive.adjusted);
        check_without_limits(predictive.improved);
        MicBootstrapOptions bootstrap;
        bootstrap.confidence_level = level;
        bootstrap.replicates = 20;
        check_without_limits(mic_bootstrap(change, anchor, bootstrap).mean_change.ci);
        const DistributionBasedMic spread = distribution_based_mic(change, {0.8, level});
        check_without_limits(spread.half_sd.ci);
        check_without_limits(spread.sdc.ci);
        check_without_limits(stable_change(change, {.confidence_level = level}).sem.ci);

        const Icc ratings = icc(rating, 2, {level, 0});
        check_without_limits(ratings.one_way);
        check_without_limits(ratings.agreement);
        check_without_limits(ratings.consistency_average);
        check_without_limits(cronbach_alpha(rating, 2, {level, 0}).alpha);
        check_without_limits(
            weighted_kappa(table, 2, KappaWeights::linear, {.confidence_level = level}).kappa);
        check_without_limits(fleiss_kappa(rating, 2, {.confidence_level = level}).kappa);
        check_without_limits(chance_agreement(table, 2, {.confidence_level = level}).pabak);
        check_without_limits(chance_agreement(table, 2, {.confidence_level = level}).ac1);
        check_without_limits(concordance(change, rating, {.confidence_level = level}).ccc);
        for (const BlandAltmanOptions& options :
             {BlandAltmanOptions{0.95, level}, BlandAltmanOptions{level, 0.95}}) {
            const BlandAltman limits = bland_altman(change, rating, options);
            CHECK(limits.state == State::invalid_argument);
            check_without_limits(limits.bias);
            CHECK(std::isnan(limits.upper.value));
        }
        check_without_limits(bland_altman(change, rating, {0.95, level}).proportional.slope);
        const std::vector<std::int64_t> patient = {1, 1, 2, 2, 3, 3, 4, 4, 5, 5};
        RepeatedAgreementOptions repeated;
        repeated.confidence_level = level;
        check_without_limits(bland_altman_repeated(patient, change, rating, repeated).varying.bias);
        repeated = {};
        repeated.coverage = level;
        const auto without = bland_altman_repeated(patient, change, rating, repeated);
        CHECK(without.constant.state == State::invalid_argument);
        check_without_limits(without.constant.upper_ci);
        repeated = {};
        repeated.multiplier = -2.0;
        CHECK(bland_altman_repeated(patient, change, rating, repeated).varying.state ==
              State::invalid_argument);
    }
}

TEST_CASE("a summary with an impossible SD is undefined, not without variance") {
    for (const double sd : {-3.0, not_a_number}) {
        INFO("SD " << sd);
        const AnchorMeanChange means = anchor_mean_change({20, 5.0, sd}, {20, 1.0, 4.0});
        check_without_limits(means.within);
        check_without_limits(means.between);
        CHECK(anchor_mean_change({20, 5.0, 4.0}, {20, 1.0, sd}).between.state ==
              State::invalid_argument);
        CHECK(distribution_based_mic(std::size_t{20}, sd).state == State::invalid_argument);
        CHECK(bland_altman(std::size_t{20}, 1.0, sd).state == State::invalid_argument);
        CHECK(tost({.n = 20, .mean = 1.0, .sd = sd}, {.n = 20, .mean = 0.0, .sd = 4.0}, -2, 2)
                  .state == State::invalid_argument);
        CHECK(tost({.n = 20, .mean = 1.0, .sd = 4.0}, {.n = 20, .mean = 0.0, .sd = sd}, -2, 2)
                  .state == State::invalid_argument);
    }
    CHECK(anchor_mean_change({20, 5.0, 0.0}, {20, 1.0, 0.0}).between.state == State::zero_variance);
    CHECK(bland_altman(std::size_t{20}, 1.0, 0.0).state == State::zero_variance);
}

TEST_CASE("a rater who gives one grade only agrees no more than by chance, exactly") {
    // Sums of thirds and tenths leave a kappa of 1e-16 with an interval of 1e-9, called ok.
    const std::vector<std::vector<std::int64_t>> tables = {
        {7, 3, 1, 0, 0, 0, 0, 0, 0}, {0, 0, 0, 13, 29, 31, 0, 0, 0}, {3, 0, 0, 7, 0, 0, 1, 0, 0}};
    for (const auto& counts : tables) {
        for (const KappaWeights weights :
             {KappaWeights::unweighted, KappaWeights::linear, KappaWeights::quadratic}) {
            const WeightedKappa found = weighted_kappa(counts, 3, weights);
            CHECK(found.kappa.estimate == 0.0);
            CHECK(found.kappa.se == 0.0);
            CHECK(found.se_null == 0.0);
            CHECK(found.kappa.ci.lower == 0.0);
            CHECK(found.kappa.ci.upper == 0.0);
            CHECK(found.kappa.state == State::boundary);
            CHECK(std::isnan(found.kappa.p));
        }
    }
}

TEST_CASE("the predictive MIC of a slope near 0 has a standard error, not a NaN") {
    // Its variance is a difference that only rounding takes below 0.
    for (int tilt = 1; tilt < 40; ++tilt) {
        std::vector<double> x, y;
        for (int i = 0; i < 40; ++i) {
            x.push_back(i % 10 + (i == 39 ? tilt * 1e-9 : 0.0));
            y.push_back(i < 20 ? 0.0 : 1.0);
        }
        const PredictiveMic found = predictive_mic(x, y);
        if (found.state != State::ok) continue;
        CHECK(found.predictive.se >= 0.0);
        CHECK_FALSE(std::isnan(found.predictive.ci.lower));
    }
}
