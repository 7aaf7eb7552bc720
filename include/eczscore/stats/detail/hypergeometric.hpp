// SPDX-License-Identifier: BSL-1.0
// Responders of the active arm when all margins of a 2 x 2 table are given, at any odds ratio.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "eczscore/stats/detail/exact_rule.hpp"
#include "eczscore/stats/types/exact_cost.hpp"
#include "eczscore/stats/types/responders.hpp"

namespace eczscore::stats::detail {

/// The noncentral hypergeometric distribution. Probabilities come from the ratio of neighbours,
/// beginning at the likeliest count: no logarithms of factorials, whose difference loses digits.
class Hypergeometric {
public:
    Hypergeometric(Responders active, Responders control)
        : n1_(active.n), n2_(control.n), m_(active.x + control.x) {
        support_ = {std::max<std::int64_t>(0, m_ - n2_), std::min(n1_, m_)};
        set(1.0);
    }

    /// Whether `set` stays within the cost. Counts are kept up to some 40 SDs from the likeliest,
    /// and no odds ratio makes the variance more than a quarter of the smaller arm.
    static bool is_possible(Responders active, Responders control, const ExactCost& cost) {
        const double smaller = static_cast<double>(std::min(active.n, control.n));
        const double kept = std::min(smaller, 40.0 * std::sqrt(smaller)) + 500.0;
        return cost.allow_work(40.0 * kept) && cost.allow_memory(3.0 * sizeof(double) * kept);
    }

    Support support() const { return support_; }
    std::int64_t mode() const { return mode_; }

    /// Gives the distribution the odds ratio `odds` > 0.
    void set(double odds) {
        mode_ = likeliest(odds);
        above_.assign(1, 1.0);
        below_.clear();
        double all = 1.0, next = 1.0;
        for (std::int64_t k = mode_; k < support_.high; ++k) {
            next *= up(k) * odds;
            if (next < least_kept) break;
            above_.push_back(next);
            all += next;
        }
        next = 1.0;
        for (std::int64_t k = mode_; k > support_.low; --k) {
            next /= up(k - 1) * odds;
            if (next < least_kept) break;
            below_.push_back(next);
            all += next;
        }
        for (double& each : above_) each /= all;
        for (double& each : below_) each /= all;
    }

    double pmf(std::int64_t k) const {
        if (k < first() || k > last()) return 0.0;
        return k >= mode_ ? above_[at(k - mode_)] : below_[at(mode_ - 1 - k)];
    }
    /// Sums begin with the smallest terms.
    double at_most(std::int64_t k) const {
        double sum = 0.0;
        if (k <= mode_) {
            for (std::int64_t i = first(); i <= k; ++i) sum += pmf(i);
            return sum;
        }
        for (std::int64_t i = last(); i > k; --i) sum += pmf(i);
        return 1.0 - sum;
    }
    double at_least(std::int64_t k) const {
        double sum = 0.0;
        if (k > mode_) {
            for (std::int64_t i = last(); i >= k; --i) sum += pmf(i);
            return sum;
        }
        for (std::int64_t i = first(); i < k; ++i) sum += pmf(i);
        return 1.0 - sum;
    }
    double mean() const {
        double sum = 0.0;
        for (std::int64_t k = first(); k <= last(); ++k) {
            sum += static_cast<double>(k - support_.low) * pmf(k);
        }
        return static_cast<double>(support_.low) + sum;
    }
    Tails tails(std::int64_t x) const {
        const auto probability = [this](std::int64_t k) { return pmf(k); };
        const auto lower = [this](std::int64_t k) { return at_most(k); };
        const auto upper = [this](std::int64_t k) { return at_least(k + 1); };
        return {at_most(x), at_least(x), pmf(x),
                as_unlikely(x, mode_, support_, probability, lower, upper)};
    }

private:
    static std::size_t at(std::int64_t place) { return static_cast<std::size_t>(place); }
    /// Counts that are less likely than this share of the likeliest are not kept.
    static constexpr double least_kept = std::numeric_limits<double>::min();
    std::int64_t first() const { return mode_ - static_cast<std::int64_t>(below_.size()); }
    std::int64_t last() const { return mode_ + static_cast<std::int64_t>(above_.size()) - 1; }
    /// P(k + 1) / P(k) at an odds ratio of 1.
    double up(std::int64_t k) const {
        return (static_cast<double>(n1_ - k) * static_cast<double>(m_ - k)) /
               (static_cast<double>(k + 1) * static_cast<double>(n2_ - m_ + k + 1));
    }
    /// The ratio of neighbours falls as k rises, so halving finds where it passes 1.
    std::int64_t likeliest(double odds) const {
        std::int64_t low = support_.low;
        std::int64_t high = support_.high;
        while (low < high) {
            const std::int64_t middle = low + (high - low) / 2;
            if (up(middle) * odds > 1.0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    std::int64_t n1_, n2_, m_;
    Support support_{};
    std::int64_t mode_ = 0;
    std::vector<double> above_;  ///< P(mode), P(mode + 1) ...
    std::vector<double> below_;  ///< P(mode - 1), P(mode - 2) ...
};

}  // namespace eczscore::stats::detail
