// SPDX-License-Identifier: BSL-1.0
// Yuen's trimmed tests of paired change: two trimmed means, or the trimmed mean of the differences.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/differences.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The trimmed mean of paired differences, in points, and Yuen's test.
struct Yuen {
    double estimate = not_a_number;
    double se = not_a_number;
    double t = not_a_number;
    double df = not_a_number;  ///< h - 1
    double p_two_sided = not_a_number;
    double p_less = not_a_number;
    double p_greater = not_a_number;
    Interval ci{};
    std::size_t n = 0;
    std::size_t trimmed = 0;  ///< g: left out at either end
    std::size_t missing = 0;
    Text method{};
    State state = State::too_few;
};

/// To which values the tails are drawn in before the variance is taken.
enum class Winsorising : std::uint8_t {
    order_statistics,  ///< the outermost values that are kept: Yuen 1974, and WRS2
    quantiles          ///< interpolated quantiles `trim` and 1 - `trim` (type 7): DescTools
};

/// How much is trimmed, and how the ends are set.
struct YuenOptions {
    double trim = 0.2;  ///< share left out at either end, in [0, 0.5)
    double confidence_level = 0.95;
    Winsorising winsorising = Winsorising::order_statistics;
};

namespace detail {

/// What trimming and winsorising leave of a list.
struct Trimmed {
    std::size_t n = 0;
    std::size_t cut = 0;  ///< g = floor(trim n) at either end
    double mean = not_a_number;
    double low = not_a_number;  ///< winsorising limits
    double high = not_a_number;

    std::size_t kept() const { return n - 2 * cut; }
    double winsorised(double value) const { return std::clamp(value, low, high); }
};

inline Trimmed trimmed(std::vector<double> values, const YuenOptions& options) {
    Trimmed result;
    result.n = values.size();
    // 0.2 * 15 is 3, not 3.0000000000000004 or 2.9999999999999996.
    result.cut = static_cast<std::size_t>(options.trim * static_cast<double>(values.size()) + 1e-9);
    result.cut = std::min(result.cut, (values.size() - 1) / 2);  // one at least is kept
    std::sort(values.begin(), values.end());
    result.low = values[result.cut];
    result.high = values[values.size() - 1 - result.cut];
    if (options.winsorising == Winsorising::quantiles) {
        const auto last = static_cast<double>(values.size() - 1);
        const auto interpolated = [&](double p) {
            const double at = last * p;
            const auto k = static_cast<std::size_t>(at + 1e-12);
            const double share = std::max(0.0, at - static_cast<double>(k));
            return share == 0.0 ? values[k] : values[k] + share * (values[k + 1] - values[k]);
        };
        result.low = interpolated(options.trim);
        result.high = interpolated(1.0 - options.trim);
    }
    Sum sum;
    for (std::size_t i = result.cut; i < values.size() - result.cut; ++i) sum.add(values[i]);
    result.mean = sum.over(static_cast<double>(result.kept()));
    return result;
}

inline bool is_trim(double trim) { return trim >= 0.0 && trim < 0.5; }

inline Yuen yuen_start(std::size_t n, std::size_t missing, const YuenOptions& options) {
    Yuen result;
    result.n = n;
    result.missing = missing;
    result.ci.confidence_level = options.confidence_level;
    result.ci.method = "t";
    if (!is_trim(options.trim)) result.state = State::invalid_argument;
    return result;
}

inline void put_yuen_test(Yuen& result, double se, std::size_t kept, double scale) {
    if (kept < 2) return;
    result.df = static_cast<double>(kept) - 1.0;
    if (!std::isfinite(se) || !std::isfinite(result.estimate)) {  // beyond the range of double
        result.state = State::out_of_range;
        return;
    }
    if (!(se > 1e-14 * scale)) {
        result.se = 0.0;
        result.state = result.ci.state = State::zero_variance;
        return;
    }
    result.se = se;
    result.t = result.estimate / se;
    result.p_two_sided = t_two_sided(result.t, result.df);
    result.p_less = t_cdf(result.t, result.df);
    result.p_greater = t_sf(result.t, result.df);
    result.state = State::ok;
    if (!(result.ci.confidence_level > 0.0 && result.ci.confidence_level < 1.0)) {
        result.ci.state = State::invalid_argument;
        return;
    }
    const double half = t_quantile_upper((1.0 - result.ci.confidence_level) / 2.0, result.df) * se;
    result.ci.lower = result.estimate - half;
    result.ci.upper = result.estimate + half;
    result.ci.attained = result.ci.confidence_level;
    result.ci.state = State::ok;
}

inline Yuen yuen_differences(const Differences& differences, const YuenOptions& options) {
    Yuen result = yuen_start(differences.size(), differences.missing, options);
    result.method = options.winsorising == Winsorising::order_statistics
                        ? Text("Yuen, trimmed mean of the differences")
                        : Text("Yuen, trimmed mean of the differences, winsorised at quantiles");
    if (result.n == 0 || result.state == State::invalid_argument) return result;
    const Trimmed d = trimmed(differences.values, options);
    result.trimmed = d.cut;
    result.estimate = d.mean;
    std::vector<double> winsorised(differences.values);
    for (double& value : winsorised) value = d.winsorised(value);
    const double sd = moments(winsorised).sd();
    const auto n = static_cast<double>(result.n);
    // The published formula has 1 - 2 trim, not the share that floor() really kept.
    const double se = sd / ((1.0 - 2.0 * options.trim) * std::sqrt(n));
    put_yuen_test(result, se, d.kept(), std::max(std::abs(d.low), std::abs(d.high)));
    return result;
}

inline Yuen yuen_means(const Pairs& given, const YuenOptions& options) {
    const Pairs pairs = sorted_pairs(given);
    Yuen result = yuen_start(pairs.size(), pairs.missing, options);
    result.method = options.winsorising == Winsorising::order_statistics
                        ? Text("Yuen, difference of dependent trimmed means")
                        : Text("Yuen, dependent trimmed means, winsorised at quantiles");
    if (result.n == 0 || result.state == State::invalid_argument) return result;
    const Trimmed pre = trimmed(pairs.first, options);
    const Trimmed post = trimmed(pairs.second, options);
    result.trimmed = pre.cut;
    result.estimate = post.mean - pre.mean;
    // q_x + q_y - 2 q_xy is the sum of squares of the differences of the winsorised values.
    std::vector<double> between(result.n);
    for (std::size_t i = 0; i < result.n; ++i) {
        between[i] = post.winsorised(pairs.second[i]) - pre.winsorised(pairs.first[i]);
    }
    const auto kept = static_cast<double>(pre.kept());
    const double se =
        pre.kept() > 1 ? std::sqrt(moments(between).squares / (kept * (kept - 1.0))) : not_a_number;
    const double scale =
        std::max({std::abs(pre.low), std::abs(pre.high), std::abs(post.low), std::abs(post.high)});
    put_yuen_test(result, se, pre.kept(), scale);
    return result;
}

}  // namespace detail

/// The difference of the two trimmed means, which are dependent: each occasion is trimmed by
/// itself, so that a patient may be trimmed on one and not on the other.
/// source   Yuen 1974; Wilcox 2012; as yuend of WRS2, and with Winsorising::quantiles as YuenTTest
/// of DescTools with paired = TRUE.
inline Yuen yuen_means(std::span<const double> pre, std::span<const double> post,
                       const YuenOptions& options = {}) {
    return detail::yuen_means(detail::complete_pairs(pre, post), options);
}

/// The trimmed mean of the differences.
/// source   Tukey and McLaughlin 1963; Wilcox 2012.
inline Yuen yuen_differences(std::span<const double> differences, const YuenOptions& options = {}) {
    return detail::yuen_differences(detail::given_differences(differences), options);
}
/// Of post - pre.
inline Yuen yuen_differences(std::span<const double> pre, std::span<const double> post,
                             const YuenOptions& options = {}) {
    return detail::yuen_differences(detail::paired_differences(pre, post), options);
}

}  // namespace eczscore::stats
