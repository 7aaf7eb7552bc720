// SPDX-License-Identifier: BSL-1.0
// One published placebo arm as a row of data: what was counted, when, on what background, and how
// the numbers were seen.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/core/citation.hpp"
#include "eczscore/core/exact.hpp"
#include "eczscore/core/name_of.hpp"

namespace eczscore::stats {

/// The response that a placebo arm reports.
enum class PlaceboEndpoint : std::uint8_t { easi_50, easi_75, easi_90, iga_0_1, itch_nrs_4 };

constexpr Text name(PlaceboEndpoint endpoint) {
    constexpr Text names[] = {"EASI-50", "EASI-75", "EASI-90", "IGA 0/1", "itch NRS >= 4 points"};
    return name_of(names, endpoint);
}

/// What everybody in the trial was given besides.
enum class Background : std::uint8_t {
    none,              ///< monotherapy
    topical_steroids,  ///< both arms used topical corticosteroids (TCS)
    mixed              ///< pooled over trials with and without
};

constexpr Text name(Background background) {
    constexpr Text names[] = {"no background therapy", "topical corticosteroids",
                              "mixed background therapy"};
    return name_of(names, background);
}

/// What became of patients who needed rescue treatment.
enum class RescueHandling : std::uint8_t {
    not_recorded,   ///< not seen where the numbers were
    non_responder,  ///< they count as non-responders
    as_observed     ///< they count as what they showed
};

constexpr Text name(RescueHandling rescue) {
    constexpr Text names[] = {"rescue rule not recorded", "rescued patients are non-responders",
                              "rescued patients as observed"};
    return name_of(names, rescue);
}

/// How a count came to be known.
enum class CountSeen : std::uint8_t {
    printed,      ///< numerator and denominator are printed in the source
    inferred,     ///< only a percentage and n are, and exactly one numerator rounds to it
    percent_only  ///< only a percentage is; such rows have no counts and are never pooled
};

constexpr Text name(CountSeen seen) {
    constexpr Text names[] = {"printed counts", "counts inferred from the percentage",
                              "percentage only"};
    return name_of(names, seen);
}

/// The responders of one placebo arm, with what it must match to be comparable and its source.
struct PlaceboArm {
    Text trial;
    PlaceboEndpoint endpoint = PlaceboEndpoint::easi_75;
    int week = 16;
    Background background = Background::none;
    CountSeen seen = CountSeen::printed;
    int responders = 0;  ///< 0 of 0 for percent-only rows
    int n = 0;
    Exact percent = 0;  ///< as printed where that is all there is, else 100 responders / n
    Evidence evidence{};
    RescueHandling rescue = RescueHandling::not_recorded;

    /// Counts that can be pooled.
    constexpr bool has_counts() const { return seen != CountSeen::percent_only; }
    /// The counts, where there are any, can be: 0 <= responders <= n, n above 0.
    constexpr bool is_valid() const {
        return !has_counts() || (n > 0 && responders >= 0 && responders <= n);
    }
};

}  // namespace eczscore::stats
