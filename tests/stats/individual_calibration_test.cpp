// SPDX-License-Identifier: BSL-1.0
// Simulated coverage and error rates of what is said about one patient and about selection.
#include <cmath>
#include <random>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/stats/measurement_error.hpp"
#include "eczscore/stats/regression_to_the_mean.hpp"
#include "eczscore/stats/reliable_change.hpp"
#include "eczscore/stats/reliable_change_practice.hpp"
#include "eczscore/stats/truncated_normal.hpp"

using namespace eczscore::stats;

namespace {

/// The same normal numbers with every standard library.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : engine_(seed) {}
    double normal(double mean, double sd) {
        const double u = (static_cast<double>(engine_() >> 11) + 0.5) / 9007199254740992.0;
        return mean + sd * detail::normal_quantile(u);
    }

private:
    std::mt19937_64 engine_;
};

/// Whether a share of n lies within 4 standard errors of what it should be.
bool is_near(int count, int n, double expected) {
    const double share = static_cast<double>(count) / n;
    return std::abs(share - expected) < 4 * std::sqrt(expected * (1 - expected) / n);
}

const double true_sd = 11 * std::sqrt(0.7);
const double error_sd = 11 * std::sqrt(0.3);

}  // namespace

TEST_CASE("selected patients fall back by as much as the closed form says") {
    Draws draws(1103);
    for (const int n_baselines : {1, 2}) {
        detail::Sum fall, squares;
        int selected = 0;
        for (int i = 0; i < 200000; ++i) {
            const double truth = draws.normal(20, true_sd);
            double baseline = 0;
            for (int k = 0; k < n_baselines; ++k) baseline += draws.normal(truth, error_sd);
            baseline /= n_baselines;
            const double after = draws.normal(truth, error_sd);
            if (!(baseline > 16)) continue;
            ++selected;
            fall.add(baseline - after);
            squares.add((baseline - after) * (baseline - after));
        }
        const double mean = fall.value() / selected;
        const double se = std::sqrt((squares.value() / selected - mean * mean) / selected);
        const auto expected = regression_to_the_mean(
            {.mean = 20, .sd = 11, .reliability = 0.7, .source = PopulationSource::unselected},
            {.cut_off = 16, .n_baselines = n_baselines});
        CAPTURE(n_baselines, mean, se, expected.towards_mean);
        CHECK(std::abs(mean - expected.towards_mean) < 4 * se);
        CHECK(is_near(selected, 200000, expected.share_selected));
    }
}

TEST_CASE("the corrected improvement of untreated patients covers 0") {
    Draws draws(2210);
    const int studies = 1000;
    int covered = 0, fooled = 0;
    for (int study = 0; study < studies; ++study) {
        std::vector<double> survey(300), falls;
        for (double& score : survey) score = draws.normal(20, 11);
        while (falls.size() < 80) {
            const double truth = draws.normal(20, true_sd);
            const double baseline = draws.normal(truth, error_sd);
            if (baseline > 16) falls.push_back(baseline - draws.normal(truth, error_sd));
        }
        const detail::Moments population = detail::moments(survey);
        const double sd = population.sd();
        const ScorePopulation of{.mean = population.mean,
                                 .sd = sd,
                                 .reliability = 0.7,
                                 .source = PopulationSource::unselected,
                                 .se_mean = population.se(),
                                 .se_sd = sd / std::sqrt(2.0 * 299),
                                 .se_reliability = 0};
        const detail::Moments fall = detail::moments(falls);
        const auto regression = regression_to_the_mean(of, {.cut_off = 16});
        covered += correct_improvement(fall.mean, fall.se(), regression).ci.contains(0);
        fooled += fall.mean - 1.96 * fall.se() > 0;
    }
    CAPTURE(covered, fooled);
    CHECK(is_near(covered, studies, 0.95));
    CHECK(fooled > studies / 3);  // what an uncontrolled comparison would have called improvement
}

TEST_CASE("limits of a retest's error cover it") {
    Draws draws(311);
    const int samples = 4000;
    int covered = 0;
    for (int i = 0; i < samples; ++i) {
        std::vector<double> first(10), second(10);
        for (std::size_t k = 0; k < 10; ++k) {
            const double truth = draws.normal(20, 8);
            first[k] = draws.normal(truth, 3);
            second[k] = draws.normal(truth, 3);
        }
        covered += sem_from_retest(first, second).ci.contains(3);
    }
    CAPTURE(covered);
    CHECK(is_near(covered, samples, 0.95));
}

TEST_CASE("limits of a truncated population cover it") {
    Draws draws(404);
    const int samples = 1000;
    int mean_covered = 0, sd_covered = 0, fits = 0;
    for (int i = 0; i < samples; ++i) {
        std::vector<double> seen;
        while (seen.size() < 400) {
            const double score = draws.normal(20, 8);
            if (score > 16) seen.push_back(score);
        }
        const TruncatedNormal fit = truncated_normal(seen, 16);
        if (fit.state != State::ok) continue;
        ++fits;
        mean_covered += fit.mean_ci.contains(20);
        sd_covered += fit.sd_ci.contains(8);
    }
    CAPTURE(fits, mean_covered, sd_covered);
    CHECK(fits == samples);
    CHECK(is_near(mean_covered, samples, 0.95));
    CHECK(is_near(sd_covered, samples, 0.95));
}

TEST_CASE("one unchanged patient in twenty is called changed") {
    Draws draws(520);
    const ReliableRule truax =
        reliable_change(Rci::jacobson_truax, {.sd_pre = 11, .reliability = 0.7});
    const int patients = 20000;
    int changed = 0;
    for (int i = 0; i < patients; ++i) {
        const double truth = draws.normal(20, true_sd);
        const auto one = truax(draws.normal(truth, error_sd), draws.normal(truth, error_sd));
        changed += one.verdict != Reliable::unchanged;
    }
    CHECK(is_near(changed, patients, 0.05));

    // with twelve controls only the prediction of a new patient keeps the level
    int predicted = 0, plain = 0;
    for (int i = 0; i < 4000; ++i) {
        std::vector<double> pre(13), post(13);
        for (std::size_t k = 0; k < 13; ++k) {
            const double truth = draws.normal(20, true_sd);
            pre[k] = draws.normal(truth, error_sd);
            post[k] = draws.normal(truth, error_sd);
        }
        const Controls c = controls(std::span(pre).first(12), std::span(post).first(12));
        const auto is_changed = [&](PracticeRci variant) {
            return reliable_change(variant, c)(pre[12], post[12]).verdict != Reliable::unchanged;
        };
        predicted += is_changed(PracticeRci::crawford_garthwaite);
        plain += is_changed(PracticeRci::mcsweeny);
    }
    CAPTURE(predicted, plain);
    CHECK(is_near(predicted, 4000, 0.05));
    CHECK(plain > 4000 * 0.08);
}
