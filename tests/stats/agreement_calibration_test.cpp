// SPDX-License-Identifier: BSL-1.0
// Simulated coverage of the intervals of MICs, reliability and agreement, with fixed seeds.
#include <cmath>
#include <random>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/stats/anchor_mean_change.hpp"
#include "eczscore/stats/bland_altman.hpp"
#include "eczscore/stats/bland_altman_repeated.hpp"
#include "eczscore/stats/concordance.hpp"
#include "eczscore/stats/cronbach_alpha.hpp"
#include "eczscore/stats/delong.hpp"
#include "eczscore/stats/icc.hpp"
#include "eczscore/stats/predictive_mic.hpp"
#include "eczscore/stats/test_retest_sem.hpp"
#include "eczscore/stats/weighted_kappa.hpp"

using namespace eczscore::stats;

namespace {

/// The same numbers with every standard library.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : engine_(seed) {}
    double uniform() { return (static_cast<double>(engine_() >> 11) + 0.5) / 9007199254740992.0; }
    double normal(double mean, double sd) { return mean + sd * detail::normal_quantile(uniform()); }

private:
    std::mt19937_64 engine_;
};

/// How often an interval holds the true value.
struct Coverage {
    int held = 0;
    int all = 0;

    void add(const Interval& interval, double truth) {
        ++all;
        if (interval.contains(truth)) ++held;
    }
    double share() const { return static_cast<double>(held) / all; }
    /// Within 4 standard errors of the level: for exact intervals.
    bool is_exact() const { return std::abs(share() - 0.95) < 4.0 * std::sqrt(0.95 * 0.05 / all); }
    /// For approximate ones.
    bool is_between(double low, double high) const { return share() > low && share() < high; }
};

}  // namespace

TEST_CASE("exact intervals of limits of agreement and of errors hold their level") {
    Draws draws(2201);
    Coverage bias, upper, lower, rough, sem, within;
    const double z = detail::normal_quantile_upper(0.025);
    std::vector<double> a(12), b(12);
    for (int run = 0; run < 4000; ++run) {
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double truth = draws.normal(25, 8);
            a[i] = truth + draws.normal(0, 2);
            b[i] = truth + draws.normal(0, 2);
        }
        const BlandAltman found = bland_altman(a, b);
        const double sd = std::sqrt(8.0);
        bias.add(found.bias.ci, 0.0);
        upper.add(found.upper.exact, z * sd);
        lower.add(found.lower.exact, -z * sd);
        rough.add(found.upper.approximate, z * sd);
        const TestRetestSem errors = test_retest_sem(a, b);
        sem.add(errors.consistency.ci, 2.0);
        within.add(errors.agreement.ci, 2.0);
    }
    INFO(bias.share() << " " << upper.share() << " " << lower.share() << " " << rough.share());
    CHECK(bias.is_exact());
    CHECK(upper.is_exact());
    CHECK(lower.is_exact());
    CHECK(sem.is_exact());
    CHECK(within.is_exact());
    CHECK(rough.is_between(0.9, 0.98));
}

TEST_CASE("intraclass correlations and alpha hold their level, and F its error") {
    Draws draws(2202);
    Coverage one_way, agreement, consistency, average, alpha;
    int rejected = 0;
    const int runs = 4000;
    const double of_subject = 9.0, of_rater = 1.0, of_error = 4.0;
    std::vector<double> crossed(60), nested(60), noise(60);
    for (int run = 0; run < runs; ++run) {
        double rater[3];
        for (double& shift : rater) shift = draws.normal(0, std::sqrt(of_rater));
        for (std::size_t i = 0; i < 20; ++i) {
            const double truth = draws.normal(25, std::sqrt(of_subject));
            for (std::size_t j = 0; j < 3; ++j) {
                const double error = draws.normal(0, std::sqrt(of_error));
                crossed[3 * i + j] = truth + rater[j] + error;
                nested[3 * i + j] = truth + error;
                noise[3 * i + j] = error;
            }
        }
        const Icc found = icc(crossed, 3);
        agreement.add(found.agreement.ci, of_subject / (of_subject + of_rater + of_error));
        consistency.add(found.consistency.ci, of_subject / (of_subject + of_error));
        average.add(found.consistency_average.ci, of_subject / (of_subject + of_error / 3.0));
        alpha.add(cronbach_alpha(crossed, 3).alpha.ci, of_subject / (of_subject + of_error / 3.0));
        one_way.add(icc(nested, 3).one_way.ci, of_subject / (of_subject + of_error));
        if (icc(noise, 3).consistency.p < 0.05) ++rejected;
    }
    INFO(agreement.share() << " " << rejected);
    CHECK(one_way.is_exact());
    CHECK(consistency.is_exact());
    CHECK(average.is_exact());
    CHECK(alpha.is_exact());
    CHECK(agreement.is_between(0.93, 0.98));
    CHECK(std::abs(rejected - 0.05 * runs) < 4.0 * std::sqrt(0.05 * 0.95 * runs));
}

TEST_CASE("intervals of concordance, of kappa and of repeated limits come near their level") {
    Draws draws(2203);
    Coverage ccc, kappa, upper_varying, upper_constant;
    const double z = detail::normal_quantile_upper(0.025);
    std::vector<double> a(60), b(60);
    std::vector<std::int64_t> id(60);
    for (int run = 0; run < 2000; ++run) {
        for (std::size_t i = 0; i < 60; ++i) {
            const double truth = draws.normal(0, 3);
            a[i] = truth + draws.normal(0, 1);
            b[i] = truth + draws.normal(0.5, 1);
        }
        ccc.add(concordance(a, b).ccc.ci, 2.0 * 9.0 / (10.0 + 10.0 + 0.25));

        std::vector<std::int64_t> table(4, 0);  // equal margins, agreement 0.8: kappa 0.6
        for (int i = 0; i < 200; ++i) {
            const std::size_t first = draws.uniform() < 0.5 ? 0 : 1;
            const std::size_t second = draws.uniform() < 0.8 ? first : 1 - first;
            ++table[2 * first + second];
        }
        kappa.add(weighted_kappa(table, 2, KappaWeights::unweighted).kappa.ci, 0.6);

        double offset = 0.0;
        double truth = 0.0;
        for (std::size_t i = 0; i < 60; ++i) {  // 20 subjects with 3 pairs
            if (i % 3 == 0) offset = draws.normal(1.0, 2.0), truth = draws.normal(25, 8);
            id[i] = static_cast<std::int64_t>(i / 3);
            a[i] = truth + offset + draws.normal(0, 1.5);
            b[i] = truth + draws.normal(0, 2.0);
        }
        const double sd = std::sqrt(4.0 + 2.25 + 4.0);
        const BlandAltmanRepeated found = bland_altman_repeated(id, a, b);
        upper_varying.add(found.varying.upper_ci, 1.0 + z * sd);
        upper_constant.add(found.constant.upper_ci, 1.0 + z * sd);
    }
    INFO(ccc.share() << " " << kappa.share() << " " << upper_varying.share() << " "
                     << upper_constant.share());
    CHECK(ccc.is_between(0.925, 0.975));
    CHECK(kappa.is_between(0.925, 0.975));
    CHECK(upper_varying.is_between(0.925, 0.975));
    CHECK(upper_constant.is_between(0.925, 0.975));
}

TEST_CASE("intervals of the MICs and of the AUC come near their level") {
    Draws draws(2204);
    // The population: change ~ N(6, 5), logit P(improved) = -1 + 0.3 change.
    const double a = -1.0, b = 0.3, mean = 6.0, sd = 5.0;
    double total = 0.0, share = 0.0, product = 0.0;
    for (int i = -4000; i <= 4000; ++i) {
        const double u = i / 500.0;
        const double weight = std::exp(-0.5 * u * u);
        const double p = 1.0 / (1.0 + std::exp(-(a + b * (mean + sd * u))));
        total += weight;
        share += weight * p;
        product += weight * p * u;
    }
    share /= total;
    const double r = product / total / std::sqrt(share * (1.0 - share));
    const double log_odds = std::log(share / (1.0 - share));
    const double mic = (log_odds - a) / b;
    const double adjusted = mic - (0.090 + 0.103 * r) * sd * log_odds;
    const double improved = mic - (0.8 / 0.7 - 0.5) * sd * r * log_odds;

    Coverage of_mic, of_adjusted, of_improved, within, auc, score;
    std::vector<double> change(200), anchor(200);
    const double true_auc = detail::normal_cdf(1.0);  // groups sqrt(2) apart
    std::vector<double> shifted(60), group(60);
    for (int run = 0; run < 2000; ++run) {
        for (std::size_t i = 0; i < change.size(); ++i) {
            change[i] = draws.normal(mean, sd);
            const double p = 1.0 / (1.0 + std::exp(-(a + b * change[i])));
            anchor[i] = draws.uniform() < p ? 1.0 : 0.0;
        }
        const PredictiveMic found = predictive_mic(change, anchor, {1.0, 0.7, 0.95});
        of_mic.add(found.predictive.ci, mic);
        of_adjusted.add(found.adjusted.ci, adjusted);
        of_improved.add(found.improved.ci, improved);
        for (std::size_t i = 0; i < group.size(); ++i) {
            group[i] = i < 25 ? 1.0 : 0.0;
            shifted[i] = draws.normal(group[i] * std::sqrt(2.0), 1.0);
        }
        const DeLong area = delong(shifted, group);
        auc.add(area.auc.ci, true_auc);
        score.add(area.score, true_auc);
        within.add(anchor_mean_change(shifted, group).within.ci, std::sqrt(2.0));
    }
    INFO(of_mic.share() << " " << of_adjusted.share() << " " << of_improved.share() << " "
                        << auc.share() << " " << score.share());
    CHECK(of_mic.is_between(0.925, 0.975));
    CHECK(of_adjusted.is_between(0.925, 0.975));
    CHECK(of_improved.is_between(0.925, 0.975));
    CHECK(within.is_exact());
    CHECK(auc.is_between(0.91, 0.97));
    CHECK(score.is_between(0.925, 0.985));
}
