// SPDX-License-Identifier: BSL-1.0
// A meta-analytic predictive prior as a mixture of betas, so that data update it exactly.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/beta_integral.hpp"
#include "eczscore/stats/detail/map_quadrature.hpp"
#include "eczscore/stats/types/beta_prior.hpp"
#include "eczscore/stats/types/map_model.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// A mixture of beta densities that stands for a MAP prior.
struct MapMixtureResult {
    std::vector<MixturePart> parts;     ///< by falling weight; weights add up to 1
    double divergence = not_a_number;   ///< Kullback-Leibler, of the mixture from the prior
    double mean = not_a_number;         ///< of the mixture
    double effective_n = not_a_number;  ///< mean (1 - mean) / variance - 1
    std::size_t steps = 0;
    Text method = "mixture of betas nearest to the predictive prior";
    State state = State::invalid_argument;
};

namespace detail {

/// A rate, by its logarithms, and its share of the distribution; `density` is per logit.
struct RatePoint {
    double log_p = 0.0;
    double log_q = 0.0;
    double share = 0.0;
    double density = 0.0;
};

/// The predictive distribution on equal steps of the logit, out to where it has no share; empty
/// where it has none within 300.
inline std::vector<RatePoint> rate_points(std::span<const MapNode> nodes) {
    const double low = std::max(-300.0, map_quantile(nodes, 1e-12));
    const double high = std::min(300.0, map_quantile(nodes, 1.0 - 1e-12));
    constexpr int steps = 600;
    const double step = (high - low) / steps;
    std::vector<RatePoint> points;
    points.reserve(steps + 1);
    double total = 0.0;
    for (int i = 0; i <= steps; ++i) {
        const double t = low + step * i;
        double density = 0.0;
        for (const MapNode& node : nodes) {
            density += node.weight * normal_pdf((t - node.mu) / node.smooth) / node.smooth;
        }
        points.push_back({-softplus(-t), -softplus(t), density, density});
        total += density;
    }
    if (!(total > 0.0)) return {};
    for (RatePoint& point : points) point.share /= total;
    return points;
}

/// The beta distribution with these means of log p and log(1 - p): Newton's method in log a and
/// log b from a start.
inline BetaPrior beta_of_logs(double mean_log_p, double mean_log_q, const BetaPrior& start) {
    double a = start.a;
    double b = start.b;
    for (int i = 0; i < 100; ++i) {
        const double both = digamma(a + b);
        const double off_a = digamma(a) - both - mean_log_p;
        const double off_b = digamma(b) - both - mean_log_q;
        const double common = trigamma(a + b);
        const double aa = trigamma(a) - common;
        const double bb = trigamma(b) - common;
        const double determinant = aa * bb - common * common;
        if (!(determinant > 0.0)) break;
        double by_a = -(bb * off_a + common * off_b) / determinant / a;
        double by_b = -(common * off_a + aa * off_b) / determinant / b;
        by_a = std::clamp(by_a, -1.0, 1.0);
        by_b = std::clamp(by_b, -1.0, 1.0);
        a *= std::exp(by_a);
        b *= std::exp(by_b);
        if (std::abs(by_a) + std::abs(by_b) < 1e-14) break;
    }
    return {a, b};
}

/// One step of expectation and maximisation; returns the mean log density before it, per logit.
inline double mixture_step(std::span<const RatePoint> points, std::vector<MixturePart>& parts,
                           std::vector<double>& chance) {
    const std::size_t k = parts.size();
    chance.resize(k);
    std::vector<double> weight(k, 0.0), log_p(k, 0.0), log_q(k, 0.0), constant(k);
    for (std::size_t j = 0; j < k; ++j) {
        constant[j] = std::log(parts[j].weight) - log_beta(parts[j].beta.a, parts[j].beta.b);
    }
    double mean = 0.0;
    for (const RatePoint& point : points) {
        double most = -infinity;
        for (std::size_t j = 0; j < k; ++j) {
            chance[j] = constant[j] + parts[j].beta.a * point.log_p + parts[j].beta.b * point.log_q;
            most = std::max(most, chance[j]);
        }
        double sum = 0.0;
        for (double& each : chance) sum += each = std::exp(each - most);
        mean += point.share * (most + std::log(sum));
        for (std::size_t j = 0; j < k; ++j) {
            const double share = point.share * chance[j] / sum;
            weight[j] += share;
            log_p[j] += share * point.log_p;
            log_q[j] += share * point.log_q;
        }
    }
    for (std::size_t j = 0; j < k; ++j) {
        parts[j].weight = weight[j];
        if (!(weight[j] > 0.0)) continue;
        parts[j].beta = beta_of_logs(log_p[j] / weight[j], log_q[j] / weight[j], parts[j].beta);
    }
    return mean;
}

/// The mixture with the largest mean log density. Parts begin at the common mean, one narrower than
/// the next.
inline MapMixtureResult nearest_mixture(std::span<const RatePoint> points, std::size_t parts,
                                        const MapMoments& moments) {
    MapMixtureResult result;
    const double n = moments.mean * (1.0 - moments.mean) / moments.variance - 1.0;
    for (std::size_t j = 0; j < parts; ++j) {
        const double place = static_cast<double>(j) - (static_cast<double>(parts) - 1.0) / 2.0;
        const double size = std::max(n, 0.1) * std::pow(4.0, place);
        result.parts.push_back(
            {1.0 / static_cast<double>(parts), {moments.mean * size, (1.0 - moments.mean) * size}});
    }
    std::vector<double> chance;
    double before = -infinity;
    result.state = State::not_converged;
    constexpr std::size_t most_steps = 5000;
    for (result.steps = 1; result.steps <= most_steps; ++result.steps) {
        const double now = mixture_step(points, result.parts, chance);
        if (!std::isfinite(now)) return result;
        const bool is_done = now - before < 1e-10;
        before = now;
        if (is_done) {
            result.state = State::ok;
            break;
        }
    }
    double entropy = 0.0;
    for (const RatePoint& point : points) {
        if (point.share > 0.0) entropy += point.share * std::log(point.density);
    }
    result.divergence = std::max(0.0, entropy - before);
    std::sort(result.parts.begin(), result.parts.end(),
              [](const MixturePart& a, const MixturePart& b) { return a.weight > b.weight; });
    double square = 0.0;
    result.mean = 0.0;
    for (const MixturePart& part : result.parts) {
        const double mean = part.beta.mean();
        result.mean += part.weight * mean;
        square += part.weight * (part.beta.variance() + mean * mean);
    }
    const double variance = square - result.mean * result.mean;
    if (variance > 0.0) result.effective_n = result.mean * (1.0 - result.mean) / variance - 1.0;
    return result;
}

}  // namespace detail

/// What `map_mixture` may be asked for.
struct MapMixtureOptions {
    std::size_t parts = 2;  ///< 1 to 10; two or three come near
};

/// By expectation and maximisation on the distribution itself, no sample of it: no random numbers.
/// For `update_mixture`, and with a vague part for `robust_prior`.
/// nodes  of a `MapPriorResult`
/// parts  1 to 10; two or three come near
/// states `invalid_argument`: no nodes or another number of parts; `out_of_range`: rates that no
///        double tells from 0 and 1; `not_converged` after 5000 steps, the mixture is given
inline MapMixtureResult map_mixture(std::span<const MapNode> nodes,
                                    const MapMixtureOptions& options = {}) {
    if (nodes.empty() || options.parts < 1 || options.parts > 10) return {};
    for (const MapNode& node : nodes) {
        if (!(std::abs(node.mu) <= 1e9) || !(node.tau >= 0.0 && node.tau <= 1e9) ||
            !(node.weight >= 0.0 && node.weight <= 1.0) || !(node.smooth >= 1e-9)) {
            return {};
        }
    }
    MapMixtureResult beyond;
    beyond.state = State::out_of_range;
    const detail::MapMoments moments = detail::map_moments(nodes);
    if (!(moments.variance > 0.0)) return beyond;
    const std::vector<detail::RatePoint> points = detail::rate_points(nodes);
    if (points.empty()) return beyond;
    return detail::nearest_mixture(points, options.parts, moments);
}

}  // namespace eczscore::stats
