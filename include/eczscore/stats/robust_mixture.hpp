// SPDX-License-Identifier: BSL-1.0
// Mixtures of beta priors that give way when the data contradict them (Schmidli 2014).
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/beta_integral.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/beta_prior.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// A mixture of beta densities after the data, with a vague part for conflict.
struct MixtureResult {
    std::vector<MixturePart> parts;  ///< weights add up to 1
    double mean = not_a_number;
    double sd = not_a_number;
    double marginal = not_a_number;     ///< chance of these data under the prior
    double effective_n = not_a_number;  ///< mean (1 - mean) / variance - 1
    Text method = "mixture of betas";
    State state = State::invalid_argument;

    /// P(rate <= p).
    double cdf(double p) const {
        double sum = 0.0;
        for (const MixturePart& part : parts) {
            sum +=
                part.weight * detail::beta_cdf(std::clamp(p, 0.0, 1.0), part.beta.a, part.beta.b);
        }
        return state == State::ok ? sum : not_a_number;
    }
};

/// What is known after x of n responded: each part is updated by itself, and its weight by how well
/// it foresaw the data, by logarithms so that nothing underflows. n = 0 describes the prior.
/// states  `invalid_argument`: impossible parts or counts; `out_of_range`: a variance beyond the
///         range of double
inline MixtureResult update_mixture(std::span<const MixturePart> prior, std::int64_t x,
                                    std::int64_t n) {
    MixtureResult result;
    if (prior.empty() || x < 0 || n < x) return result;
    double total = 0.0;
    for (const MixturePart& part : prior) {
        if (!part.beta.is_proper() || !(part.weight >= 0.0)) return result;
        total += part.weight;
    }
    if (!(total > 0.0) || !std::isfinite(total)) return result;
    const auto yes = static_cast<double>(x);
    const auto no = static_cast<double>(n - x);
    const double choose =
        -detail::log_beta(yes + 1.0, no + 1.0) - std::log1p(static_cast<double>(n));
    double most = -infinity;
    result.parts.reserve(prior.size());
    for (const MixturePart& part : prior) {
        const BetaPrior now{part.beta.a + yes, part.beta.b + no};
        const double log_weight = std::log(part.weight / total) + choose +
                                  detail::log_beta(now.a, now.b) -
                                  detail::log_beta(part.beta.a, part.beta.b);
        result.parts.push_back({log_weight, now});
        most = std::max(most, log_weight);
    }
    double sum = 0.0;
    for (MixturePart& part : result.parts) {
        part.weight = std::exp(part.weight - most);
        sum += part.weight;
    }
    result.marginal = std::exp(most) * sum;
    double mean = 0.0;
    double rest = 0.0;  // 1 - mean, with its digits
    for (MixturePart& part : result.parts) {
        part.weight /= sum;
        mean += part.weight * part.beta.mean();
        rest += part.weight * part.beta.b / (part.beta.a + part.beta.b);
    }
    double variance = 0.0;
    for (const MixturePart& part : result.parts) {
        const double off = part.beta.mean() - mean;
        variance += part.weight * (part.beta.variance() + off * off);
    }
    result.mean = mean;
    result.sd = std::sqrt(variance);
    result.effective_n = detail::quotient(mean * rest, variance) - 1.0;
    // a variance beyond the range of double
    result.state = std::isfinite(result.effective_n) ? State::ok : State::out_of_range;
    return result;
}

/// An informative prior with a vague part added, so that a surprise moves it. Empty, which has no
/// posterior, where a weight is impossible.
/// vague_weight  0 to 1
inline std::vector<MixturePart> robust_prior(std::span<const MixturePart> informative,
                                             double vague_weight,
                                             const BetaPrior& vague = {1.0, 1.0}) {
    std::vector<MixturePart> all(informative.begin(), informative.end());
    double total = 0.0;
    for (const MixturePart& part : all) total += part.weight;
    if (!(vague_weight >= 0.0 && vague_weight <= 1.0) || !(total > 0.0)) return {};
    for (MixturePart& part : all) part.weight *= (1.0 - vague_weight) / total;
    all.push_back({vague_weight, vague});
    return all;
}

}  // namespace eczscore::stats
