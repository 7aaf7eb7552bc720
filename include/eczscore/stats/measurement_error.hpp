// SPDX-License-Identifier: BSL-1.0
// Standard error of measurement from its four sources, and the smallest detectable change.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/no_spread.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/mean_squares.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Where a standard error of measurement comes from; they answer different questions.
enum class SemSource : std::uint8_t {
    reliability,        ///< sd * sqrt(1 - reliability)
    retest,             ///< sd of the differences of a retest / sqrt(2)
    anova_consistency,  ///< residual of subjects x occasions: a shift between occasions is no error
    anova_agreement     ///< occasions and residual together: a shift is error too
};

constexpr Text name(SemSource source) {
    constexpr Text names[] = {"reliability", "test-retest", "ANOVA, consistency",
                              "ANOVA, agreement"};
    return name_of(names, source);
}

/// A standard error of measurement, in points of the scale.
struct Sem {
    double value = not_a_number;
    SemSource source = SemSource::reliability;
    Interval ci{};  ///< where the source has one; else NaN limits and state `not_available`
    std::size_t n = 0;
    std::size_t missing = 0;
    State state = State::too_few;
};

namespace detail {

/// Chi-square limits of a standard deviation with `df` degrees of freedom.
inline Interval sd_interval(double sd, double df, double confidence_level) {
    if (!(confidence_level > 0.0 && confidence_level < 1.0)) {
        return {.confidence_level = confidence_level,
                .method = "chi-square",
                .state = State::invalid_argument};
    }
    const double tail = (1.0 - confidence_level) / 2.0;
    const double most = chi_square_quantile_upper(tail, df);
    const double least = chi_square_quantile(tail, df);
    if (!(most > 0.0 && least > 0.0)) {
        return {.confidence_level = confidence_level,
                .method = "chi-square",
                .state = State::not_converged};
    }
    return {.lower = sd * std::sqrt(df / most),
            .upper = sd * std::sqrt(df / least),
            .confidence_level = confidence_level,
            .attained = confidence_level,
            .method = "chi-square",
            .state = State::ok};
}

inline Interval no_interval(double confidence_level) {
    return {.confidence_level = confidence_level, .method = "none", .state = State::not_available};
}

}  // namespace detail

/// sd * sqrt(1 - reliability). Without the precision of the reliability there is no interval.
/// sd           standard deviation of the scores, not negative
/// reliability  from 0 to 1; else `invalid_argument`
inline Sem sem_from_reliability(double sd, double reliability) {
    Sem sem{.source = SemSource::reliability,
            .ci = detail::no_interval(0.95),
            .state = State::invalid_argument};
    if (!(sd >= 0.0 && std::isfinite(sd)) || !(reliability >= 0.0 && reliability <= 1.0))
        return sem;
    sem.value = sd * std::sqrt(1.0 - reliability);
    sem.state = sem.value > 0.0 ? State::ok : State::zero_variance;
    return sem;
}

/// sd(second - first) / sqrt(2) of patients whose condition did not change, with its chi-square
/// interval. `too_few`: fewer than 2 pairs; `zero_variance`: all differences equal but for
/// rounding.
inline Sem sem_from_retest(std::span<const double> first, std::span<const double> second,
                           const IntervalOptions& options = {}) {
    const detail::Pairs pairs = detail::complete_pairs(first, second);
    Sem sem{.source = SemSource::retest,
            .ci = detail::no_interval(options.confidence_level),
            .n = pairs.size(),
            .missing = pairs.missing};
    if (pairs.size() < 2) return sem;
    detail::Moments change = detail::moments(detail::differences(pairs));
    const double largest =
        std::max(detail::largest_size(pairs.first), detail::largest_size(pairs.second));
    change.squares = detail::without_noise(change.squares, change.n, largest);
    sem.value = change.sd() / std::sqrt(2.0);
    sem.state = sem.value > 0.0 ? State::ok : State::zero_variance;
    if (sem.state == State::ok) {
        sem.ci = detail::sd_interval(sem.value, static_cast<double>(sem.n - 1),
                                     options.confidence_level);
    }
    return sem;
}

/// sqrt(residual mean square), with its chi-square interval. `too_few`: fewer than 2 subjects or
/// occasions; `invalid_argument`: a mean square that is negative or no number.
inline Sem sem_consistency(const MeanSquares& ms, const IntervalOptions& options = {}) {
    Sem sem{.source = SemSource::anova_consistency,
            .ci = detail::no_interval(options.confidence_level),
            .n = ms.n_subjects};
    if (ms.n_subjects < 2 || ms.n_occasions < 2) return sem;
    sem.state = State::invalid_argument;
    if (!(ms.residual >= 0.0 && std::isfinite(ms.residual))) return sem;
    sem.value = std::sqrt(ms.residual);
    sem.state = sem.value > 0.0 ? State::ok : State::zero_variance;
    if (sem.state == State::ok) {
        const auto df = static_cast<double>((ms.n_subjects - 1) * (ms.n_occasions - 1));
        sem.ci = detail::sd_interval(sem.value, df, options.confidence_level);
    }
    return sem;
}

/// sqrt(variance of occasions + residual); a negative variance of occasions is 0. No interval.
inline Sem sem_agreement(const MeanSquares& ms) {
    Sem sem{
        .source = SemSource::anova_agreement, .ci = detail::no_interval(0.95), .n = ms.n_subjects};
    if (ms.n_subjects < 2 || ms.n_occasions < 2) return sem;
    sem.state = State::invalid_argument;
    if (!(ms.residual >= 0.0 && std::isfinite(ms.residual))) return sem;
    if (!(ms.occasions >= 0.0 && std::isfinite(ms.occasions))) return sem;
    const double between = (ms.occasions - ms.residual) / static_cast<double>(ms.n_subjects);
    sem.value = std::sqrt((between > 0.0 ? between : 0.0) + ms.residual);
    sem.state = sem.value > 0.0 ? State::ok : State::zero_variance;
    if (between < 0.0) sem.state = State::boundary;
    return sem;
}

/// The smallest change beyond measurement error (SDC, also MDC).
struct DetectableChange {
    double individual = not_a_number;  ///< z * sqrt(2) * SEM: of one patient
    double group = not_a_number;       ///< the same / sqrt(n): of the mean of n patients
    double confidence_level = 0.95;
    double z = not_a_number;
    std::size_t n = 1;
    double sem = not_a_number;
    SemSource source = SemSource::reliability;
    State state = State::invalid_argument;
};

/// What `detectable_change` may be asked for.
struct DetectableChangeOptions {
    std::size_t n = 1;               ///< patients of the group whose mean change is judged
    double confidence_level = 0.95;  ///< two-sided; above 0 and below 1
};

/// n  patients whose mean the group's figure is for; 0 gives none
inline DetectableChange detectable_change(const Sem& sem,
                                          const DetectableChangeOptions& options = {}) {
    DetectableChange change{.confidence_level = options.confidence_level,
                            .n = options.n,
                            .sem = sem.value,
                            .source = sem.source,
                            .state = sem.state};
    if (!std::isfinite(sem.value)) return change;
    if (!(options.confidence_level > 0.0 && options.confidence_level < 1.0)) {
        change.state = State::invalid_argument;
        return change;
    }
    change.z = detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0);
    change.individual = change.z * std::sqrt(2.0) * sem.value;
    if (options.n > 0) change.group = change.individual / std::sqrt(static_cast<double>(options.n));
    return change;
}

}  // namespace eczscore::stats
