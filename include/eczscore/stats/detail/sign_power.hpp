// SPDX-License-Identifier: BSL-1.0
// Exact power of a fair binomial test on the pairs that differ: the sign test's and McNemar's.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "eczscore/stats/detail/fair_binomial.hpp"
#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/types/exact_cost.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats::detail {

/// How often the test rejects, for any number of pairs; what is known of m differing pairs is kept.
class SignPower {
public:
    /// up, down  the chances that a pair differs one way or the other; their sum is above 0 and at
    ///           most 1. One-sided the test looks upwards.
    SignPower(double up, double down, double alpha, Sides sides)
        : differ_(std::min(1.0, up + down)),
          up_(std::min(1.0, up / (up + down))),
          alpha_(alpha),
          sides_(sides) {}

    /// Two-sided by the doubled smaller tail. O(n) tail probabilities.
    double of(std::int64_t n) {
        if (differ_ == 1.0) return rejected(n);
        double power = 0.0;
        for (std::int64_t m = 1; m <= n; ++m) power += binomial_pmf(m, n, differ_) * given(m);
        return at_most_one(power);
    }

private:
    double given(std::int64_t m) {
        while (static_cast<std::int64_t>(known_.size()) <= m) {
            known_.push_back(rejected(static_cast<std::int64_t>(known_.size())));
        }
        return known_[static_cast<std::size_t>(m)];
    }

    /// Of m pairs that all differ.
    double rejected(std::int64_t m) const {
        const double tail = sides_ == Sides::two ? alpha_ / 2.0 : alpha_;
        std::int64_t bound = fair_quantile(tail, m);
        while (bound >= 0 && fair_cdf(bound, m) > tail) --bound;
        if (bound < 0) return 0.0;
        const double above = binomial_sf(m - bound - 1, m, up_);
        return sides_ == Sides::one ? above : at_most_one(above + binomial_cdf(bound, m, up_));
    }

    double differ_;
    double up_;
    double alpha_;
    Sides sides_;
    std::vector<double> known_;
};

/// The power with n pairs: of the exact test or, beyond the cost, by the normal distribution. A
/// tail probability costs as much as thousands of additions, and more for many pairs.
inline PowerResult sign_power(double up, double down, double alpha, Sides sides, std::int64_t n,
                              Text method, const ExactCost& cost) {
    PowerResult result{.method = method};
    const auto pairs = static_cast<double>(n);
    if (cost.allow_work((2000.0 + 200.0 * std::sqrt(pairs)) * pairs) &&
        cost.allow_memory(sizeof(double) * pairs)) {
        result.power = SignPower(up, down, alpha, sides).of(n);
        result.state = State::ok;
        return result;
    }
    const double sd = std::sqrt(std::max(0.0, up + down - (up - down) * (up - down)));
    const double apart = std::sqrt(pairs) * (up - down);
    const double needed = normal_critical(alpha, sides) * std::sqrt(up + down);
    result.power = sd > 0.0 ? normal_power(apart / sd, needed / sd, sides)
                   : (sides == Sides::two ? std::abs(apart) : apart) > needed ? 1.0
                                                                              : 0.0;
    result.method = "signs, normal: too many for enumeration";
    result.state = State::approximate;
    return result;
}

/// The first number of pairs with the power: that of an exact test falls again here and there, as
/// its critical value jumps. 0 above `most`.
inline std::int64_t first_size(SignPower& power, double target, std::int64_t most) {
    for (std::int64_t n = 1; n <= most; ++n) {
        if (power.of(n) >= target) return n;
    }
    return 0;
}

}  // namespace eczscore::stats::detail
