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
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/sample.hpp"

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
inline Interval sd_interval(double sd, double df, double level) {
    if (!(level > 0.0 && level < 1.0)) {
        return {.level = level, .method = "chi-square", .state = State::invalid_argument};
    }
    const double tail = (1.0 - level) / 2.0;
    const double most = chi_square_quantile_upper(tail, df);
    const double least = chi_square_quantile(tail, df);
    if (!(most > 0.0 && least > 0.0)) {
        return {.level = level, .method = "chi-square", .state = State::not_converged};
    }
    return {.lower = sd * std::sqrt(df / most),
            .upper = sd * std::sqrt(df / least),
            .level = level,
            .attained = level,
            .method = "chi-square",
            .state = State::ok};
}

inline Interval no_interval(double level) {
    return {.level = level, .method = "none", .state = State::not_available};
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
                           double level = 0.95) {
    const detail::Pairs pairs = detail::complete_pairs(first, second);
    Sem sem{.source = SemSource::retest,
            .ci = detail::no_interval(level),
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
        sem.ci = detail::sd_interval(sem.value, static_cast<double>(sem.n - 1), level);
    }
    return sem;
}

/// Mean squares of a complete table of subjects x occasions.
struct MeanSquares {
    double occasions = not_a_number;
    double residual = not_a_number;
    std::size_t n_subjects = 0;
    std::size_t n_occasions = 0;
};

/// sqrt(residual mean square), with its chi-square interval. `too_few`: fewer than 2 subjects or
/// occasions; `invalid_argument`: a mean square that is negative or no number.
inline Sem sem_consistency(const MeanSquares& ms, double level = 0.95) {
    Sem sem{.source = SemSource::anova_consistency,
            .ci = detail::no_interval(level),
            .n = ms.n_subjects};
    if (ms.n_subjects < 2 || ms.n_occasions < 2) return sem;
    sem.state = State::invalid_argument;
    if (!(ms.residual >= 0.0 && std::isfinite(ms.residual))) return sem;
    sem.value = std::sqrt(ms.residual);
    sem.state = sem.value > 0.0 ? State::ok : State::zero_variance;
    if (sem.state == State::ok) {
        const auto df = static_cast<double>((ms.n_subjects - 1) * (ms.n_occasions - 1));
        sem.ci = detail::sd_interval(sem.value, df, level);
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
    double level = 0.95;
    double z = not_a_number;
    std::size_t n = 1;
    double sem = not_a_number;
    SemSource source = SemSource::reliability;
    State state = State::invalid_argument;
};

/// n  patients whose mean the group's figure is for; 0 gives none
inline DetectableChange detectable_change(const Sem& sem, std::size_t n = 1, double level = 0.95) {
    DetectableChange change{
        .level = level, .n = n, .sem = sem.value, .source = sem.source, .state = sem.state};
    if (!std::isfinite(sem.value)) return change;
    if (!(level > 0.0 && level < 1.0)) {
        change.state = State::invalid_argument;
        return change;
    }
    change.z = detail::normal_quantile_upper((1.0 - level) / 2.0);
    change.individual = change.z * std::sqrt(2.0) * sem.value;
    if (n > 0) change.group = change.individual / std::sqrt(static_cast<double>(n));
    return change;
}

}  // namespace eczscore::stats
