// SPDX-License-Identifier: BSL-1.0
// The values that a method can use: missing ones are dropped and counted, never lost in silence.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace eczscore::stats::detail {

/// NaN is a missing value; so is an infinity, which is no measurement.
inline bool is_missing(double value) { return !std::isfinite(value); }

/// The values that are there, in their order.
struct Sample {
    std::vector<double> values;
    std::size_t missing = 0;
};

inline Sample complete(std::span<const double> values) {
    Sample sample;
    sample.values.reserve(values.size());
    for (const double value : values) {
        if (is_missing(value)) {
            ++sample.missing;
        } else {
            sample.values.push_back(value);
        }
    }
    return sample;
}

/// The pairs of which both values are there. Where one list is longer, its rest has no partner and
/// counts as missing.
struct Pairs {
    std::vector<double> first;
    std::vector<double> second;
    std::size_t missing = 0;

    std::size_t size() const { return first.size(); }
};

inline Pairs complete_pairs(std::span<const double> first, std::span<const double> second) {
    Pairs pairs;
    const std::size_t both = std::min(first.size(), second.size());
    pairs.first.reserve(both);
    pairs.second.reserve(both);
    for (std::size_t i = 0; i < both; ++i) {
        if (is_missing(first[i]) || is_missing(second[i])) continue;
        pairs.first.push_back(first[i]);
        pairs.second.push_back(second[i]);
    }
    pairs.missing = std::max(first.size(), second.size()) - pairs.size();
    return pairs;
}

/// second - first, pair by pair.
inline std::vector<double> differences(const Pairs& pairs) {
    std::vector<double> all(pairs.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = pairs.second[i] - pairs.first[i];
    return all;
}

}  // namespace eczscore::stats::detail
