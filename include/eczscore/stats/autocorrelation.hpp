// SPDX-License-Identifier: BSL-1.0
// How alike neighbouring values of a series are: the autocorrelation at lag 1, correctly rounded.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>

#include "eczscore/stats/detail/fixed_sum.hpp"
#include "eczscore/stats/detail/power_sums.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// A correlation of neighbours in time, from -1 to 1.
struct AutocorrelationResult {
    double estimate = not_a_number;
    std::size_t n = 0;
    Text method = "autocorrelation at lag 1";
    State state = State::too_few;
};

/// sum (x_i - mean)(x_{i+1} - mean) / sum (x_i - mean)^2, in the order given. A series with a gap
/// has no answer (`not_available`): dropping a day would make strangers neighbours. O(n).
inline AutocorrelationResult autocorrelation(std::span<const double> series) {
    using detail::DoubleLimb;
    using detail::Whole;
    AutocorrelationResult result;
    result.n = series.size();
    detail::SignedFixedSum<1> sum;
    detail::FixedSum<2> squares;
    detail::SignedFixedSum<2> products;
    detail::SignedFixedSum<1> ends;
    detail::Binary last{};
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (!std::isfinite(series[i])) {
            result.state = State::not_available;
            return result;
        }
        const detail::Binary now = detail::binary(series[i]);
        const auto put = [&](auto& into, const detail::Binary& by, auto... negative) {
            const DoubleLimb wide = DoubleLimb{now.digits} * by.digits;
            into.add({static_cast<detail::Limb>(wide), static_cast<detail::Limb>(wide >> 64), 0},
                     now.shift + by.shift, negative...);
        };
        sum.add({now.digits, 0}, now.shift, now.negative);
        put(squares, now);
        if (i > 0) put(products, last, now.negative != last.negative);
        if (i == 0) ends.add({now.digits, 0}, now.shift, now.negative);
        if (i + 1 == series.size()) ends.add({now.digits, 0}, now.shift, now.negative);
        last = now;
    }
    if (series.size() < 2) return result;
    const Whole n = detail::whole(series.size());
    const Whole s = sum.whole();
    const Whole top = n * n * products.whole() - n * s * (s + s - ends.whole()) +
                      detail::whole(series.size() - 1) * s * s;
    const Whole spread = n * Whole(squares.natural()) - s * s;
    result.state = spread.is_zero() ? State::zero_variance : State::ok;
    if (!spread.is_zero()) result.estimate = detail::ratio(top, n * spread);
    return result;
}

}  // namespace eczscore::stats
