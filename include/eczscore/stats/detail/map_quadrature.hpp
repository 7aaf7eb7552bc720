// SPDX-License-Identifier: BSL-1.0
// The meta-analytic predictive distribution of a response rate, by quadrature over its two
// unknowns.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/beta_integral.hpp"
#include "eczscore/stats/types/beta_prior.hpp"
#include "eczscore/stats/types/map_model.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats::detail {

/// log of the integral over t of L(t) N(t; mu, tau), L the binomial likelihood at logit t without
/// its constant: by the trapezoid rule around the peak. Both factors are log-concave.
inline double log_arm(const ArmCount& arm, double mu, double tau) {
    const auto x = static_cast<double>(arm.x);
    const auto n = static_cast<double>(arm.n);
    const double precision = 1.0 / (tau * tau);
    double peak = mu;
    double low = mu;
    double high = mu;
    const double slope = x - n * logistic(mu);
    if (slope > 0.0) high = mu + slope / precision;
    if (slope < 0.0) low = mu + slope / precision;
    for (int i = 0; i < 40; ++i) {
        const double p = logistic(peak);
        const double gradient = x - n * p - (peak - mu) * precision;
        (gradient > 0.0 ? low : high) = peak;
        double next = peak + gradient / (n * p * (1.0 - p) + precision);
        if (!(next > low && next < high)) next = low + (high - low) / 2.0;
        const double moved = std::abs(next - peak);
        peak = next;
        if (moved < 1e-6 * tau) break;
    }
    const double p = logistic(peak);
    const double width = 1.0 / std::sqrt(n * p * (1.0 - p) + precision);
    const auto log_value = [&](double t) {
        return x * t - n * softplus(t) - (t - mu) * (t - mu) * precision / 2.0;
    };
    const double top = log_value(peak);
    constexpr double step = 0.5;
    double sum = 0.0;
    for (int i = -20; i <= 20; ++i) sum += std::exp(log_value(peak + step * i * width) - top);
    constexpr double root_two_pi = 2.50662827463100050242;
    return top + std::log(sum * step * width / (tau * root_two_pi));
}

/// Nodes of tau: ten Gauss points in each of some pieces that widen, in units of the scale.
template <class Put>
void tau_nodes(double scale, const Put& put) {
    const GaussRule rule = gauss_rule_10();
    constexpr double ends[] = {0.0, 0.05, 0.12, 0.25, 0.5, 0.9, 1.5, 2.5, 4.0, 7.0};
    for (std::size_t piece = 0; piece + 1 < std::size(ends); ++piece) {
        const double half = (ends[piece + 1] - ends[piece]) / 2.0 * scale;
        const double middle = (ends[piece + 1] + ends[piece]) / 2.0 * scale;
        for (std::size_t i = 0; i < rule.abscissa.size(); ++i) {
            put(middle - half * rule.abscissa[i], half * rule.weights[i]);
            put(middle + half * rule.abscissa[i], half * rule.weights[i]);
        }
    }
}

/// The posterior of (mu, tau) on nodes; their weights add up to 1. Nodes of mu crowd where the
/// pooled rate is and widen outwards (mu = centre + s sinh u).
inline std::vector<MapNode> map_posterior(std::span<const ArmCount> arms, const MapModel& model) {
    double x = 0.5;
    double n = 1.0;
    for (const ArmCount& arm : arms) {
        x += static_cast<double>(arm.x);
        n += static_cast<double>(arm.n);
    }
    const double centre = logit(x / n);
    const double scale = std::min(model.mu_sd, 1.0 / std::sqrt(x * (n - x) / n));
    const double reach = std::asinh((std::abs(centre - model.mu_mean) + 7.0 * model.mu_sd) / scale);
    constexpr int each_side = 60;
    const double step = reach / each_side;
    std::vector<MapNode> nodes;
    nodes.reserve((2 * each_side + 1) * 90);
    double most = -infinity;
    tau_nodes(model.tau_scale, [&](double tau, double weight) {
        const double prior =
            std::log(weight) - tau * tau / (2.0 * model.tau_scale * model.tau_scale);
        for (int i = -each_side; i <= each_side; ++i) {
            const double u = step * i;
            const double mu = centre + scale * std::sinh(u);
            const double spacing = scale * std::cosh(u) * step;
            const double z = (mu - model.mu_mean) / model.mu_sd;
            double log_weight = prior - z * z / 2.0 + std::log(spacing);
            for (const ArmCount& arm : arms) log_weight += log_arm(arm, mu, tau);
            most = std::max(most, log_weight);
            const double smooth = tau < 2.0 * spacing ? std::hypot(tau, 0.6 * spacing) : tau;
            nodes.push_back({mu, tau, log_weight, smooth});
        }
    });
    double sum = 0.0;
    for (MapNode& node : nodes) sum += node.weight = std::exp(node.weight - most);
    for (MapNode& node : nodes) node.weight /= sum;
    std::erase_if(nodes, [](const MapNode& node) { return node.weight < 1e-15; });
    return nodes;
}

/// P(logit rate of a new arm <= t).
inline double map_cdf(std::span<const MapNode> nodes, double t) {
    double sum = 0.0;
    for (const MapNode& node : nodes) {
        sum += node.weight * normal_cdf((t - node.mu) / node.smooth);
    }
    return sum;
}

/// Mean and variance of the rate of a new arm.
struct MapMoments {
    double mean = 0.0;
    double variance = 0.0;
};

inline MapMoments map_moments(std::span<const MapNode> nodes) {
    constexpr double step = 0.5;
    std::vector<double> shares;
    double total = 0.0;
    for (int i = -17; i <= 17; ++i) shares.push_back(normal_pdf(step * i));
    for (const double share : shares) total += share;
    double mean = 0.0;
    double square = 0.0;
    for (const MapNode& node : nodes) {
        for (int i = -17; i <= 17; ++i) {
            const double p = logistic(node.mu + node.tau * step * i);
            const double share = node.weight * shares[static_cast<std::size_t>(i + 17)] / total;
            mean += share * p;
            square += share * p * p;
        }
    }
    return {mean, square - mean * mean};
}

/// The logit that a share `at` of new arms lies below.
inline double map_quantile(std::span<const MapNode> nodes, double at) {
    return falling_root([&](double t) { return at - map_cdf(nodes, t); }, -1.0, 2.0);
}

/// P(rate > rate of a new arm).
inline double map_superiority(const BetaPrior& rate, std::span<const MapNode> nodes) {
    return std::clamp(beta_mean_of(rate, {}, [&](double p) { return map_cdf(nodes, logit(p)); }),
                      0.0, 1.0);
}

}  // namespace eczscore::stats::detail
