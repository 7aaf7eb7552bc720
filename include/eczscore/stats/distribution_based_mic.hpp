// SPDX-License-Identifier: BSL-1.0
// Sizes of change in units of spread and of error: not evidence that a change matters.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// What the distribution-based differences are made from.
struct DistributionBasedOptions {
    double reliability = not_a_number;  ///< of the score, in [0, 1]; needed for the SEM
    double confidence_level = 0.95;     ///< of the intervals and of the smallest detectable change
};

/// In points, of the baseline's standard deviation. Each interval is that of the standard
/// deviation (chi-square, normal scores), the reliability taken as known.
struct DistributionBasedMic {
    Text label = "distribution-based: not evidence of importance";
    Estimate half_sd{};   ///< Norman 2003
    Estimate third_sd{};  ///< 1/3 SD
    Estimate fifth_sd{};  ///< 0.2 SD, Cohen's small effect
    Estimate sem{};       ///< 1 SEM = SD sqrt(1 - reliability), Wyrwich 1999
    Estimate sem_1_96{};  ///< 1.96 SEM
    Estimate sdc{};       ///< z sqrt(2) SEM: the smallest change beyond error in one patient
    double sd = not_a_number;
    std::size_t n = 0;
    std::size_t missing = 0;
    State state = State::too_few;
};

/// From stable patients: how much a score changes when nothing does.
struct StableChange {
    Estimate sem{};  ///< sd(change) / sqrt(2)
    Estimate sdc{};  ///< z sd(change)
    double sd = not_a_number;
    std::size_t n = 0;
    std::size_t missing = 0;
    State state = State::too_few;
};

/// Change in units of spread. Signs are those of the change.
struct StandardisedChange {
    double effect_size = not_a_number;  ///< mean change / SD of baseline (Kazis, Glass)
    double srm = not_a_number;          ///< mean change / SD of change
    double guyatt = not_a_number;       ///< mean change / SD of change of stable patients
    State state = State::too_few;
};

namespace detail {

/// A multiple of a standard deviation, with the chi-square limits of that.
inline Estimate multiple_of_sd(double factor, double sd, std::size_t n, double confidence_level,
                               Text method) {
    Estimate of;
    of.n = n;
    of.method = method;
    of.ci.confidence_level = confidence_level;
    of.ci.method = "chi-square, normal scores";
    if (n < 2) return of;
    of.state = of.ci.state = State::invalid_argument;
    if (!(sd >= 0.0) || !is_level(confidence_level)) return of;
    of.state = of.ci.state = State::not_available;
    if (std::isnan(factor)) return of;
    of.df = static_cast<double>(n - 1);
    of.estimate = factor * sd;
    const double tail = (1.0 - confidence_level) / 2.0;
    of.ci.lower = of.estimate * std::sqrt(of.df / chi_square_quantile_upper(tail, of.df));
    of.ci.upper = of.estimate * std::sqrt(of.df / chi_square_quantile(tail, of.df));
    of.state = of.ci.state = sd > 0.0 ? State::ok : State::zero_variance;
    return of;
}

}  // namespace detail

/// From the standard deviation of `n` baseline scores.
/// states  `too_few` below 2 scores, `zero_variance` where all are equal, `invalid_argument` for a
///         level outside (0, 1) or an SD below 0, and of the three with SEM where the reliability
///         is not in [0, 1]; of these `not_available` where it is not known (NaN).
inline DistributionBasedMic distribution_based_mic(std::size_t n, double sd,
                                                   const DistributionBasedOptions& options = {}) {
    DistributionBasedMic result;
    result.n = n;
    result.sd = sd;
    const double error = options.reliability >= 0.0 && options.reliability <= 1.0
                             ? std::sqrt(1.0 - options.reliability)
                             : not_a_number;
    const double z = detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0);
    const auto times = [&](double factor, Text method) {
        return detail::multiple_of_sd(factor, sd, n, options.confidence_level, method);
    };
    result.half_sd = times(0.5, "half SD of baseline");
    result.third_sd = times(1.0 / 3.0, "third SD of baseline");
    result.fifth_sd = times(0.2, "0.2 SD of baseline");
    result.sem = times(error, "1 SEM");
    result.sem_1_96 = times(1.96 * error, "1.96 SEM");
    result.sdc = times(z * std::sqrt(2.0) * error, "smallest detectable change");
    result.state = result.half_sd.state;
    if (options.reliability < 0.0 || options.reliability > 1.0) {
        for (Estimate* each : {&result.sem, &result.sem_1_96, &result.sdc}) {
            if (each->state == State::not_available) {
                each->state = each->ci.state = State::invalid_argument;
            }
        }
    }
    return result;
}

/// From baseline scores; NaN is missing.
inline DistributionBasedMic distribution_based_mic(std::span<const double> baseline,
                                                   const DistributionBasedOptions& options = {}) {
    const detail::Sample sample = detail::complete(baseline);
    const detail::Moments of = detail::moments(sample.values);
    DistributionBasedMic result = distribution_based_mic(of.n, of.sd(), options);
    result.missing = sample.missing;
    for (Estimate* each : {&result.half_sd, &result.third_sd, &result.fifth_sd, &result.sem,
                           &result.sem_1_96, &result.sdc}) {
        each->missing = sample.missing;
    }
    return result;
}

/// From changes of patients who rate themselves unchanged; NaN is missing.
inline StableChange stable_change(std::span<const double> change,
                                  const IntervalOptions& options = {}) {
    const detail::Sample sample = detail::complete(change);
    const detail::Moments of = detail::moments(sample.values);
    StableChange result;
    result.n = of.n;
    result.missing = sample.missing;
    result.sd = of.sd();
    const double z = detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0);
    result.sem = detail::multiple_of_sd(1.0 / std::sqrt(2.0), of.sd(), of.n,
                                        options.confidence_level, "SEM from stable patients");
    result.sdc = detail::multiple_of_sd(z, of.sd(), of.n, options.confidence_level,
                                        "smallest detectable change from stable patients");
    result.sem.missing = result.sdc.missing = sample.missing;
    result.state = result.sem.state;
    return result;
}

/// baseline  scores before; change  of the same patients; stable  changes of stable patients (may
///           be empty). NaN is missing; the three lists are summarised one by one.
/// states    `too_few` below 2 baseline scores or changes; of one of the three ratios,
///           `undefined_ratio` where its spread is 0, `not_available` below 2 stable patients
inline StandardisedChange standardised_change(std::span<const double> baseline,
                                              std::span<const double> change,
                                              std::span<const double> stable) {
    const detail::Moments before = detail::moments(detail::complete(baseline).values);
    const detail::Moments of = detail::moments(detail::complete(change).values);
    const detail::Moments still = detail::moments(detail::complete(stable).values);
    StandardisedChange result;
    if (before.n < 2 || of.n < 2) return result;
    result.state = State::ok;
    const auto over = [&](const detail::Moments& spread) {
        if (spread.sd() > 0.0) return of.mean / spread.sd();
        result.state = spread.n < 2 ? State::not_available : State::undefined_ratio;
        return not_a_number;
    };
    result.effect_size = over(before);
    result.srm = over(of);
    result.guyatt = over(still);
    return result;
}

}  // namespace eczscore::stats
