// SPDX-License-Identifier: BSL-1.0
// The mean of a sleep measure over the nights of a week or of an actigraphy recording.
#pragma once

#include <span>

#include "eczscore/core/citation.hpp"
#include "eczscore/core/wide_exact.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::trial {

/// How many nights a mean needs.
struct NightRule {
    int nights_needed = 1;
    bool weekend_needed = false;  ///< at least one of them on a weekend
    Evidence evidence;
};

inline constexpr NightRule diary_nights{
    4, false, {nullptr, Confidence::medium, "at least 4 of 7 nights: a convention"}};
inline constexpr NightRule actigraphy_nights{
    5,
    true,
    {.source = nullptr,
     .confidence = Confidence::low,
     .note = "5 valid nights, one on a weekend: common, unverified",
     .from_memory = true}};

/// A measure of one night: a score such as that of `sleep_tst`, or what a device gave.
struct NightValue {
    Status status = Status::missing;
    Exact value = Exact::not_a_number();  ///< of the night, when `is_scored(status)`
    bool is_weekend = false;
};
/// The night that a score is about.
constexpr NightValue night(const Score& score, bool is_weekend = false) {
    return {score.status, score.value(), is_weekend};
}

/// The mean over the nights that have the measure.
struct NightMean {
    Status status = Status::missing;
    WideExact mean = WideExact::not_a_number();
    int nights = 0;
    bool is_rounded = false;  ///< the exact mean needs more than 127 bits: see `mean_of_nights`

    /// There is a value.
    constexpr bool is_known() const { return status == Status::ok; }
};

/// Means over the known nights; missing below the minimum, invalid when a night is, and when a
/// night's value is not a number. Exact, with one exception: ratios with many different
/// denominators (efficiencies of nights that were measured to a fraction of a minute) can need more
/// digits than there are. Then each night is rounded to 12 decimals first, and `is_rounded` says
/// so.
constexpr NightMean mean_of_nights(std::span<const NightValue> nights, const NightRule& rule) {
    NightMean result;
    WideExact exact_sum = 0;
    WideExact rounded_sum = 0;
    bool has_weekend = false;
    bool has_invalid = false;
    for (const NightValue& night : nights) {
        has_invalid = has_invalid || night.status == Status::invalid;
        if (!is_scored(night.status)) continue;
        exact_sum = exact_sum + night.value;
        rounded_sum = rounded_sum + WideExact(night.value).rounded(12);
        has_weekend = has_weekend || night.is_weekend;
        ++result.nights;
    }
    if (has_invalid) {
        result.status = Status::invalid;
    } else if (result.nights > 0 && result.nights >= rule.nights_needed &&
               (has_weekend || !rule.weekend_needed)) {
        const WideExact exact = exact_sum / result.nights;
        result.is_rounded = !exact.is_number();
        result.mean = result.is_rounded ? rounded_sum / result.nights : exact;
        result.status = result.mean.is_number() ? Status::ok : Status::invalid;
    }
    return result;
}

}  // namespace eczscore::trial
