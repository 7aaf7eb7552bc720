// SPDX-License-Identifier: BSL-1.0
// Sign test of paired change, and the interval for the median difference that goes with it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "eczscore/stats/detail/differences.hpp"
#include "eczscore/stats/detail/exact_cost.hpp"
#include "eczscore/stats/detail/fair_binomial.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// The sign test of paired differences, and their median.
struct SignTest {
    std::size_t positive = 0;
    std::size_t negative = 0;
    std::size_t zero = 0;  ///< not in the test, but in the median
    double p_two_sided = not_a_number;
    double p_mid = not_a_number;  ///< two-sided mid-p
    double p_less = not_a_number;
    double p_greater = not_a_number;
    double median = not_a_number;
    Interval ci{};          ///< order statistics; infinite where n is too small for the level
    std::size_t order = 0;  ///< the limits are the k-th smallest and largest difference
    std::size_t n = 0;
    std::size_t missing = 0;
    Text method = "sign test, exact";
    State state = State::too_few;
};

/// From counts alone: without median and interval.
inline SignTest sign_test(std::size_t positive, std::size_t negative, std::size_t zero) {
    SignTest result;
    result.positive = positive;
    result.negative = negative;
    result.zero = zero;
    for (const std::size_t count : {positive, negative, zero}) {
        if (count <= std::size_t{1} << 53) continue;
        result.state = State::invalid_argument;
        return result;
    }
    result.n = positive + negative + zero;
    const detail::FairTest test = detail::fair_test(static_cast<std::int64_t>(positive),
                                                    static_cast<std::int64_t>(positive + negative));
    result.p_two_sided = test.two_sided;
    result.p_mid = test.mid;
    result.p_less = test.less;
    result.p_greater = test.greater;
    if (result.n > 0) {
        result.state = positive + negative == 0
                           ? State::zero_variance
                           : detail::state_of({test.two_sided, test.mid, test.less, test.greater});
    }
    return result;
}
/// The same where no difference is 0.
inline SignTest sign_test(std::size_t positive, std::size_t negative) {
    return sign_test(positive, negative, 0);
}

namespace detail {

inline SignTest sign_test(Differences differences, double confidence_level) {
    std::size_t positive = 0;
    std::size_t negative = 0;
    for (const double value : differences.values) {
        positive += value > 0.0;
        negative += value < 0.0;
    }
    SignTest result =
        stats::sign_test(positive, negative, differences.size() - positive - negative);
    result.missing = differences.missing;
    result.ci.confidence_level = confidence_level;
    std::vector<double>& values = differences.values;
    if (values.empty()) return result;
    std::sort(values.begin(), values.end());
    const std::size_t n = values.size();
    result.median = n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2.0;
    result.ci.method = "order statistics";
    if (!(confidence_level > 0.0 && confidence_level < 1.0)) {
        result.ci.state = State::invalid_argument;
        return result;
    }
    const auto size = static_cast<std::int64_t>(n);
    const std::int64_t k = fair_quantile((1.0 - confidence_level) / 2.0, size);
    result.order = static_cast<std::size_t>(k);
    result.ci.lower = k > 0 ? values[result.order - 1] : -infinity;
    result.ci.upper = k > 0 ? values[n - result.order] : infinity;
    result.ci.attained = 1.0 - 2.0 * fair_cdf(k - 1, size);
    result.ci.state = k > 0 ? State::ok : State::level_not_attained;
    return result;
}

}  // namespace detail

/// Binomial test of the non-zero signs, and the median of all differences between order statistics
/// k and n + 1 - k, k the smallest with P(B(n, 1/2) <= k) >= (1 - level) / 2.
inline SignTest sign_test(std::span<const double> differences,
                          const IntervalOptions& options = {}) {
    return detail::sign_test(detail::given_differences(differences), options.confidence_level);
}
/// Of post - pre.
inline SignTest sign_test(std::span<const double> pre, std::span<const double> post,
                          const IntervalOptions& options = {}) {
    return detail::sign_test(detail::paired_differences(pre, post), options.confidence_level);
}

}  // namespace eczscore::stats
