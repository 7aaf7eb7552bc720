// SPDX-License-Identifier: BSL-1.0
// Power and sample size of the Wilcoxon signed-rank test: by Noether's formula, and by Lehmann's.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/power_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Chances of changes X, X', X'' of patients, without ties and zeros.
struct SignedRankDesign {
    double one = 0.5;          ///< P(X > 0)
    double two = 0.5;          ///< P(X + X' > 0)
    double three = 1.0 / 3.0;  ///< P(X + X' > 0 and X + X'' > 0)

    /// Each probability lies in its range.
    bool is_valid() const {
        return detail::is_probability(one) && detail::is_probability(two) &&
               detail::is_probability(three) && three <= two;
    }
};

/// Of normal changes. dz  mean change / SD of the changes
inline SignedRankDesign normal_changes(double dz) {
    if (!std::isfinite(dz)) return {not_a_number, not_a_number, not_a_number};
    const auto both = [&](double z) {  // given X = dz + z
        const double above = detail::normal_cdf(z + 2.0 * dz);
        return detail::normal_pdf(z) * above * above;
    };
    return {detail::normal_cdf(dz), detail::normal_cdf(std::numbers::sqrt2 * dz),
            detail::gauss_kronrod_31(both, -10.0, 0.0, 8, 1e-14) +
                detail::gauss_kronrod_31(both, 0.0, 10.0, 8, 1e-14)};
}

namespace detail {

inline constexpr Text noether_rank_method = "signed rank, normal (Noether 1987)";
inline constexpr Text lehmann_rank_method = "signed rank, normal (Lehmann 1998)";

inline double noether_rank_power(double p, double n, double alpha, Sides sides) {
    if (!is_probability(p) || !is_between_0_and_1(alpha)) return not_a_number;
    return normal_power(std::sqrt(3.0 * n) * (p - 0.5), normal_critical(alpha, sides), sides);
}

/// Mean and variance of the rank sum are those of the expected changes.
inline double lehmann_rank_power(const SignedRankDesign& of, double n, double alpha, Sides sides) {
    if (!of.is_valid() || !is_between_0_and_1(alpha)) return not_a_number;
    const double pairs = n * (n - 1.0) / 2.0;
    const double apart = n * (of.one - 0.5) + pairs * (of.two - 0.5);
    const double gap = of.one - of.two;
    const double variance = n * of.one * (1.0 - of.one) +
                            pairs * (2.0 * gap * gap + 3.0 * of.two * (1.0 - of.two)) +
                            n * (n - 1.0) * (n - 2.0) * (of.three - of.two * of.two);
    const double needed =
        normal_critical(alpha, sides) * std::sqrt(n * (n + 1.0) * (2.0 * n + 1.0) / 24.0);
    if (!(variance > 0.0)) return std::abs(apart) > needed ? 1.0 : 0.0;
    const double sd = std::sqrt(variance);
    return normal_power(apart / sd, needed / sd, sides);
}

}  // namespace detail

/// Of the test with n pairs, all of whose changes differ from 0 and each other. One-sided it looks
/// for positive changes. Approximate, and rather too low: the variance is that of no change.
/// p  P(the changes of two patients add up to more than 0)
inline PowerResult power_signed_rank(double p, std::int64_t n, const PowerOptions& options = {}) {
    if (n < 1) return {.method = detail::noether_rank_method, .state = State::too_few};
    const auto size = static_cast<double>(n);
    return detail::power_result(detail::noether_rank_power(p, size, options.alpha, options.sides),
                                std::sqrt(3.0 * size) * (p - 0.5), not_a_number,
                                detail::noether_rank_method);
}

/// The fewest pairs: (z + z_power)^2 / (3 (p - 1/2)^2), rounded up. Two-sided the other tail
/// counts, too, which makes a difference only far below a power of a half.
inline SampleSizeResult sample_size_signed_rank(double p, double power,
                                                const PowerOptions& options = {}) {
    return detail::one_group_size(1.0, power, detail::noether_rank_method, [&](double n) {
        return detail::noether_rank_power(p, n, options.alpha, options.sides);
    });
}

/// With the variance that the expected changes give: nearer to the truth, but it needs all three
/// chances (`normal_changes`). `noncentrality` is not given.
inline PowerResult power_signed_rank(const SignedRankDesign& design, std::int64_t n,
                                     const PowerOptions& options = {}) {
    if (n < 1) return {.method = detail::lehmann_rank_method, .state = State::too_few};
    return detail::power_result(
        detail::lehmann_rank_power(design, static_cast<double>(n), options.alpha, options.sides),
        not_a_number, not_a_number, detail::lehmann_rank_method);
}

/// The fewest pairs.
inline SampleSizeResult sample_size_signed_rank(const SignedRankDesign& design, double power,
                                                const PowerOptions& options = {}) {
    return detail::one_group_size(2.0, power, detail::lehmann_rank_method, [&](double n) {
        return detail::lehmann_rank_power(design, n, options.alpha, options.sides);
    });
}

}  // namespace eczscore::stats
