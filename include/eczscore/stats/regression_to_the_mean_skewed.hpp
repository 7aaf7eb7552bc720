// SPDX-License-Identifier: BSL-1.0
// Regression to the mean of skewed or bounded scores: a simulation under a log-normal or beta
// model.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/entry_rule.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/philox.hpp"
#include "eczscore/stats/types/entry_rule.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/score_population.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// How true scores and their errors are distributed. In both an assessment is right on average.
enum class SkewedModel : std::uint8_t {
    log_normal,  ///< true score log-normal, times a log-normal error: no upper end
    beta         ///< true score beta between 0 and the maximum, an assessment beta around it
};

constexpr Text name(SkewedModel model) {
    constexpr Text names[] = {"log-normal", "beta"};
    return name_of(names, model);
}

/// The shape of the scores, and how many people are drawn from it.
struct SkewedOptions {
    SkewedModel model = SkewedModel::log_normal;
    double maximum = not_a_number;  ///< upper end of the scale, such as 72; asked for by `beta`
    std::size_t draws = 200000;     ///< people who might have been assessed for entry
    std::uint64_t seed = 0;
    std::uint32_t stream = 0;
    double confidence_level = 0.95;
};

/// What would be seen at the next assessment if nothing had happened, by simulation.
struct SkewedRegression {
    double towards_mean = not_a_number;  ///< expected shift of the mean towards the population
    double se = not_a_number;            ///< of the simulation alone: more draws make it smaller
    Interval ci{};                       ///< of the simulation alone
    double share_selected = not_a_number;
    double expected_baseline = not_a_number;
    double expected_follow_up = not_a_number;
    double percent_of_baseline = not_a_number;  ///< 100 * towards_mean / expected_baseline
    std::size_t selected = 0;                   ///< of the draws
    std::size_t draws = 0;
    PopulationSource source = PopulationSource::undeclared;
    Text method{};
    State state = State::invalid_argument;
};

namespace detail {

/// Assessments that a simulated baseline is the mean of, at most.
inline constexpr int most_baselines = 1000;

inline double normal_draw(Philox& random) { return normal_quantile(random.open_uniform()); }

/// The logarithm of a gamma variable with `shape` > 0 (Marsaglia & Tsang 2000); below 1 by that of
/// shape + 1, for which only the logarithm has room.
inline double log_gamma_draw(Philox& random, double shape) {
    const double extra = shape < 1.0 ? std::log(random.open_uniform()) / shape : 0.0;
    const double d = (shape < 1.0 ? shape + 1.0 : shape) - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    for (;;) {
        const double x = normal_draw(random);
        const double root = 1.0 + c * x;
        const double u = random.open_uniform();
        if (!(root > 0.0)) continue;
        const double log_v = 3.0 * std::log(root);
        if (std::log(u) < 0.5 * x * x + d - d * std::exp(log_v) + d * log_v) {
            return std::log(d) + log_v + extra;
        }
    }
}
/// Between 0 and 1; both shapes above 0.
inline double beta_draw(Philox& random, double a, double b) {
    const double first = log_gamma_draw(random, a);
    return 1.0 / (1.0 + std::exp(log_gamma_draw(random, b) - first));
}

/// With cv^2 = sd^2 / mean^2: 1 + cv^2 is the product of that of true scores, 1 + rho cv^2, and
/// that of the error.
struct LogNormalScores {
    double centre;        ///< mean logarithm of true scores
    double spread;        ///< sd of their logarithms
    double error_spread;  ///< sd of the logarithm of an error, whose mean is 1

    explicit LogNormalScores(const ScorePopulation& of) {
        const double cv_squared = of.sd / of.mean * (of.sd / of.mean);
        const double variance = std::log1p(of.reliability * cv_squared);
        spread = std::sqrt(variance);
        error_spread = std::sqrt(std::max(0.0, std::log1p(cv_squared) - variance));
        centre = std::log(of.mean) - 0.5 * variance;
    }
    static bool describes(const ScorePopulation& of) { return of.mean > 0.0; }
    double truth(Philox& random) const { return std::exp(centre + spread * normal_draw(random)); }
    double assessed(Philox& random, double truth) const {
        return truth *
               std::exp(error_spread * normal_draw(random) - 0.5 * error_spread * error_spread);
    }
};

/// In shares of the maximum: true scores with the variance rho sd^2, assessments with the precision
/// that gives them the variance sd^2.
struct BetaScores {
    double maximum;
    double mean;
    double true_size;  ///< sum of both shapes; infinite without true differences
    double size;       ///< of an assessment about the true score; infinite without error

    BetaScores(const ScorePopulation& of, double top) : maximum(top), mean(of.mean / top) {
        const double variance = of.sd / top * (of.sd / top);
        const double room = mean * (1.0 - mean);
        const double of_truth = of.reliability * variance;
        const double of_error = (1.0 - of.reliability) * variance;
        true_size = of_truth > 0.0 ? room / of_truth - 1.0 : infinity;
        size = of_error > 0.0 ? (room - of_truth) / of_error - 1.0 : infinity;
    }
    /// Not where rounding leaves nothing of a size.
    bool is_usable() const { return true_size > 0.0 && size > 0.0; }
    static bool describes(const ScorePopulation& of, double top) {
        return of.mean > 0.0 && of.mean < top && std::isfinite(top) &&
               of.sd * of.sd < of.mean * (top - of.mean);
    }
    double truth(Philox& random) const {
        if (std::isinf(true_size)) return mean * maximum;
        return maximum * beta_draw(random, mean * true_size, (1.0 - mean) * true_size);
    }
    double assessed(Philox& random, double truth) const {
        const double share = truth / maximum;
        const double a = share * size;
        const double b = (1.0 - share) * size;
        if (std::isinf(size) || !(a > 0.0 && b > 0.0)) return truth;
        return maximum * beta_draw(random, a, b);
    }
};

/// Draw i depends on seed, stream and i alone. The follow-up is the true score, its own mean.
template <class Scores>
void simulate(SkewedRegression& result, const Scores& scores, const EntryRule& rule,
              const SkewedOptions& options) {
    Sum falls, squares, baselines;
    for (std::size_t i = 0; i < options.draws; ++i) {
        Philox random(options.seed, options.stream, i);
        const double truth = scores.truth(random);
        double baseline = 0.0;
        for (int k = 0; k < rule.n_baselines; ++k) baseline += scores.assessed(random, truth);
        baseline /= rule.n_baselines;
        const bool is_in =
            rule.selected == Selected::above ? baseline > rule.cut_off : baseline < rule.cut_off;
        if (!is_in) continue;
        ++result.selected;
        const double fall = baseline - truth;
        falls.add(fall);
        squares.add(fall * fall);
        baselines.add(baseline);
    }
    result.state = State::too_few;
    if (options.draws > 0) {
        result.share_selected =
            static_cast<double>(result.selected) / static_cast<double>(options.draws);
    }
    if (result.selected < 2) return;
    const auto n = static_cast<double>(result.selected);
    const double mean = falls.over(n);
    result.expected_baseline = baselines.over(n);
    result.expected_follow_up = result.expected_baseline - mean;
    result.towards_mean = mean;
    result.se = std::sqrt(std::max(0.0, squares.value() / n - mean * mean) / (n - 1.0));
    result.state = State::approximate;
}

}  // namespace detail

/// The expected regression to the mean of patients selected by a cut-off, where scores are skewed
/// or bounded. O(draws); the same numbers for the same seed and stream.
/// of       mean, sd and reliability of a single assessment among the unselected; standard errors
///          are not used: run it at the ends of what is plausible
/// states   `invalid_argument` and `not_available`: as `regression_to_the_mean`; `invalid_argument`
///          also for more than 1000 baselines, a mean that is not positive, and for `beta` a
///          maximum that is not above the mean, or an sd that no scores on that range have;
///          `too_few`: fewer than 2 of the draws were let in; else `approximate`
/// source   Davis 1976 for the question; the models are those of the enum, and assumed
inline SkewedRegression skewed_regression(const ScorePopulation& of, const EntryRule& rule,
                                          const SkewedOptions& options = {}) {
    SkewedRegression result{.draws = options.draws, .source = of.source};
    result.method = name(options.model);
    result.ci.confidence_level = options.confidence_level;
    result.ci.state = State::invalid_argument;
    const bool usable = std::isfinite(of.mean) && of.sd > 0.0 && std::isfinite(of.sd) &&
                        of.reliability >= 0.0 && of.reliability <= 1.0 && rule.n_baselines >= 1 &&
                        rule.n_baselines <= detail::most_baselines &&
                        options.confidence_level > 0.0 && options.confidence_level < 1.0;
    if (std::isnan(of.reliability)) result.state = result.ci.state = State::not_available;
    if (!usable || !detail::is_declared(of.source) || std::isnan(rule.cut_off)) return result;
    if (options.model == SkewedModel::log_normal) {
        if (!detail::LogNormalScores::describes(of)) return result;
        detail::simulate(result, detail::LogNormalScores(of), rule, options);
    } else {
        if (!detail::BetaScores::describes(of, options.maximum)) return result;
        const detail::BetaScores scores(of, options.maximum);
        if (!scores.is_usable()) return result;
        detail::simulate(result, scores, rule, options);
    }
    result.ci.state = result.state;
    if (result.state != State::approximate) return result;
    if (rule.selected == Selected::below) result.towards_mean = -result.towards_mean;
    if (result.expected_baseline != 0.0) {
        result.percent_of_baseline = 100.0 * result.towards_mean / result.expected_baseline;
    }
    const double half =
        detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0) * result.se;
    result.ci = {.lower = result.towards_mean - half,
                 .upper = result.towards_mean + half,
                 .confidence_level = options.confidence_level,
                 .attained = options.confidence_level,
                 .method = "Monte Carlo",
                 .state = State::approximate};
    return result;
}

}  // namespace eczscore::stats
