// SPDX-License-Identifier: BSL-1.0
// A normal sample of which some values are known only to lie below or above a limit, by maximum
// likelihood.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/types/censored.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats::detail {

/// Mean and standard deviation with their standard errors. `sd` is the maximum likelihood estimate,
/// with no correction for degrees of freedom.
struct CensoredNormal {
    double mean = not_a_number;
    double sd = not_a_number;
    double se_mean = not_a_number;
    double se_log_sd = not_a_number;
    double log_likelihood = not_a_number;
    State state = State::too_few;
};

/// Gradient and negative Hessian of the log-likelihood in delta = mean/sd and theta = 1/sd, in
/// which it is concave (Olsen 1978).
struct Slopes {
    Sum value, delta, theta, delta2, mixed, theta2;

    void add_measured(double y, double delta_now, double theta_now) {
        constexpr double log_root_two_pi = 0.91893853320467274178;
        const double r = theta_now * y - delta_now;
        value.add(std::log(theta_now) - 0.5 * r * r - log_root_two_pi);
        delta.add(r);
        theta.add(1.0 / theta_now - r * y);
        delta2.add(1.0);
        mixed.add(-y);
        theta2.add(1.0 / (theta_now * theta_now) + y * y);
    }
    /// sign  1 above the limit, -1 below it
    void add_beyond(double limit, double sign, double delta_now, double theta_now) {
        const double z = sign * (theta_now * limit - delta_now);
        const double mills = inverse_mills(z);
        const double weight = mills * (mills - z);
        value.add(log_normal_sf(z));
        delta.add(sign * mills);
        theta.add(-sign * mills * limit);
        delta2.add(weight);
        mixed.add(-weight * limit);
        theta2.add(weight * limit * limit);
    }
    double determinant() const {
        return delta2.value() * theta2.value() - mixed.value() * mixed.value();
    }
};

inline Slopes slopes_at(std::span<const Censored> values, double shift, double scale, double delta,
                        double theta) {
    Slopes all;
    for (const Censored& each : values) {
        const double y = (each.value_or_limit() - shift) / scale;
        if (each.is_measured()) {
            all.add_measured(y, delta, theta);
        } else {
            all.add_beyond(y, each.censoring() == Censoring::above ? 1.0 : -1.0, delta, theta);
        }
    }
    return all;
}

/// Sorted, so that the same values give the same bits in any order; missing ones are left out.
inline std::vector<Censored> sorted_values(std::span<const Censored> values) {
    std::vector<Censored> kept;
    kept.reserve(values.size());
    for (const Censored& each : values) {
        if (!each.is_missing()) kept.push_back(each);
    }
    std::sort(kept.begin(), kept.end(), [](const Censored& a, const Censored& b) {
        return std::tuple(a.censoring(), a.value_or_limit()) <
               std::tuple(b.censoring(), b.value_or_limit());
    });
    return kept;
}

/// The measured values among them.
inline std::vector<double> measured_values(std::span<const Censored> values) {
    std::vector<double> measured;
    measured.reserve(values.size());
    for (const Censored& each : values) {
        if (each.is_measured()) measured.push_back(each.value_or_limit());
    }
    return measured;
}

/// Newton's method with halved steps, on values centred and scaled by the measured ones; `values`
/// as from `sorted_values`. Needs `fewest_measured` measured values that differ.
inline CensoredNormal censored_normal(std::span<const Censored> values) {
    CensoredNormal fit;
    const std::vector<double> measured = measured_values(values);
    if (measured.size() < fewest_measured) return fit;
    const Moments start = moments(measured);
    const double shift = start.mean;
    const double scale = start.sd();
    fit.state = State::zero_variance;
    if (measured.front() == measured.back() || !(scale > 0.0)) return fit;

    double delta = 0.0;
    double theta = 1.0;
    Slopes now = slopes_at(values, shift, scale, delta, theta);
    fit.state = State::not_converged;
    for (int iteration = 0; iteration < 100; ++iteration) {
        const double determinant = now.determinant();
        if (!(determinant > 0.0)) return fit;
        const double step_delta =
            (now.theta2.value() * now.delta.value() - now.mixed.value() * now.theta.value()) /
            determinant;
        const double step_theta =
            (now.delta2.value() * now.theta.value() - now.mixed.value() * now.delta.value()) /
            determinant;
        double part = 1.0;
        Slopes next = now;
        for (int halving = 0; halving < 60; ++halving, part /= 2.0) {
            if (!(theta + part * step_theta > 0.0)) continue;
            next = slopes_at(values, shift, scale, delta + part * step_delta,
                             theta + part * step_theta);
            if (next.value.value() >= now.value.value() - 1e-9) break;
        }
        delta += part * step_delta;
        theta += part * step_theta;
        now = next;
        if (part == 1.0 && std::abs(step_delta) <= 1e-13 * (1.0 + std::abs(delta)) &&
            std::abs(step_theta) <= 1e-13 * theta) {
            fit.state = State::ok;
            break;
        }
    }
    const double determinant = now.determinant();
    if (!(determinant > 0.0)) return fit.state = State::not_converged, fit;
    const double var_delta = now.theta2.value() / determinant;
    const double var_theta = now.delta2.value() / determinant;
    const double covariance = -now.mixed.value() / determinant;
    const double mean = delta / theta;
    fit.mean = shift + scale * mean;
    fit.sd = scale / theta;
    fit.se_mean = fit.sd * std::sqrt(var_delta - 2.0 * mean * covariance + mean * mean * var_theta);
    fit.se_log_sd = std::sqrt(var_theta) / theta;
    fit.log_likelihood = now.value.value() - static_cast<double>(measured.size()) * std::log(scale);
    return fit;
}

}  // namespace eczscore::stats::detail
