// SPDX-License-Identifier: BSL-1.0
// Medians of resamples without resampling: the place of the middle draws has a known distribution.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/philox.hpp"
#include "eczscore/stats/detail/resample.hpp"

namespace eczscore::stats::detail {

/// Among n draws of places 1 .. n, the k-th smallest I has P(I <= i) = P(B(n, i/n) >= k). For even
/// n the next one is drawn given the first: it is I again with a known probability, and otherwise
/// beyond it with P(J > j) = ((n - j) / (n - i))^(n - k). A table of P(I <= i) is made once; a
/// replicate then costs two uniform numbers, whatever n is.
class MedianDraws {
public:
    /// values  sorted, at least one
    explicit MedianDraws(std::span<const double> values)
        : x_(values), n_(values.size()), k_((n_ + 1) / 2) {
        const auto n = static_cast<double>(n_);
        const auto k = static_cast<double>(k_);
        const auto cdf = [&](std::size_t i) {
            return i == 0 ? 0.0 : beta_cdf(static_cast<double>(i) / n, k, n - k + 1.0);
        };
        std::size_t first = k_;
        while (first > 1 && cdf(first - 1) > 0x1p-56) --first;
        first_ = first;
        for (std::size_t i = first; i <= n_; ++i) {
            const double at = i == n_ ? 1.0 : cdf(i);
            up_to_.push_back(at);
            if (n_ % 2 == 0) again_.push_back(probability_again(i, at));
            if (at >= 1.0 - 0x1p-54) break;
        }
        up_to_.back() = 1.0;
        std::size_t entry = 0;
        for (std::size_t slot = 0; slot < guide_size; ++slot) {
            while (up_to_[entry] <= static_cast<double>(slot) / guide_size) ++entry;
            guide_.push_back(static_cast<std::uint32_t>(entry));
        }
    }

    double draw(ResampleSource source, std::uint64_t replicate) const {
        Philox random(source.seed, source.stream, replicate);
        const double u = random.uniform();
        std::size_t entry = guide_[static_cast<std::size_t>(u * guide_size)];
        while (up_to_[entry] <= u) ++entry;
        const std::size_t i = first_ + entry;
        const double value = x_[i - 1];
        if (n_ % 2 == 1) return value;
        const double v = random.uniform();
        const double again = again_[entry];
        if (v < again || i == n_) return value;
        // What is left of v is uniform again, in (0, 1].
        const double rest = (1.0 - v) / (1.0 - again);
        const double reach =
            static_cast<double>(n_ - i) * std::pow(rest, 1.0 / static_cast<double>(n_ - k_));
        const auto beyond = std::min(static_cast<std::size_t>(reach), n_ - i - 1);
        return (value + x_[n_ - beyond - 1]) / 2.0;
    }

private:
    static constexpr std::size_t guide_size = 1024;

    /// P(J = i | I = i) = 1 - P(I = i, J > i) / P(I = i).
    double probability_again(std::size_t i, double at) const {
        const double before = up_to_.size() < 2 ? 0.0 : up_to_[up_to_.size() - 2];
        const auto place = static_cast<double>(i);
        const auto n = static_cast<double>(n_);
        const auto k = static_cast<double>(k_);
        const double mass = at - before;
        if (!(mass > 0.0)) return 1.0;
        const double exactly =
            binomial_pmf(static_cast<std::int64_t>(k_), static_cast<std::int64_t>(n_), place / n);
        const double beyond = exactly * -std::expm1(k * std::log1p(-1.0 / place));
        return std::clamp(1.0 - beyond / mass, 0.0, 1.0);
    }

    std::span<const double> x_;
    std::size_t n_;
    std::size_t k_;
    std::size_t first_ = 1;
    std::vector<double> up_to_;
    std::vector<double> again_;
    std::vector<std::uint32_t> guide_;
};

}  // namespace eczscore::stats::detail
