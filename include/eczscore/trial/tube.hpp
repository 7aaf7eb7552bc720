// SPDX-License-Identifier: BSL-1.0
// One tube of a topical product: its potency class in a named scheme, and the grams used of it.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "eczscore/core/answer.hpp"
#include "eczscore/core/name_of.hpp"
#include "eczscore/core/status.hpp"

namespace eczscore::trial {

/// Which list of potency classes a class number belongs to. The two lists are not convertible.
enum class PotencyScheme : std::uint8_t { unknown, uk_4, us_7 };

constexpr Text name(PotencyScheme scheme) {
    constexpr Text names[] = {"unknown", "uk_4", "us_7"};
    return name_of(names, scheme);
}

/// How many classes a scheme has: UK mild to very potent, US classes I to VII.
constexpr int class_count(PotencyScheme scheme) {
    return scheme == PotencyScheme::uk_4 ? 4 : scheme == PotencyScheme::us_7 ? 7 : 0;
}

/// A potency class and the scheme in which it was given, counted from 1.
struct Potency {
    PotencyScheme scheme = PotencyScheme::unknown;
    int number = 0;

    /// The number is one of the scheme's classes; always so when the scheme is unknown.
    constexpr bool is_valid() const {
        return scheme == PotencyScheme::unknown || (number >= 1 && number <= class_count(scheme));
    }
    friend constexpr bool operator==(Potency, Potency) = default;
};

namespace uk_potency {
inline constexpr Potency mild{PotencyScheme::uk_4, 1};
inline constexpr Potency moderate{PotencyScheme::uk_4, 2};
inline constexpr Potency potent{PotencyScheme::uk_4, 3};
inline constexpr Potency very_potent{PotencyScheme::uk_4, 4};
}  // namespace uk_potency
/// US class I to VII, by its number.
constexpr Potency us_potency(int number) { return {PotencyScheme::us_7, number}; }

constexpr Text name(Potency potency) {
    constexpr Text uk[] = {"mild", "moderate", "potent", "very_potent"};
    constexpr Text us[] = {"class_i", "class_ii", "class_iii", "class_iv",
                           "class_v", "class_vi", "class_vii"};
    if (potency.scheme == PotencyScheme::unknown || !potency.is_valid()) return "unknown";
    const auto at = static_cast<unsigned>(potency.number - 1);
    return potency.scheme == PotencyScheme::uk_4 ? uk[at] : us[at];
}

/// A weight, or why there is none.
struct Grams {
    Status status = Status::missing;
    Exact grams = 0;
    bool is_upper_bound = false;  ///< an unreturned tube was taken as used up

    /// There is a value.
    constexpr bool is_known() const { return status == Status::ok; }
    friend constexpr bool operator==(const Grams&, const Grams&) = default;
};

/// A weight that was worked out; invalid where it does not fit exact arithmetic.
constexpr Grams weighed(Exact grams, bool is_upper_bound = false) {
    if (!grams.is_number()) return {.status = Status::invalid};
    return {.status = Status::ok, .grams = grams, .is_upper_bound = is_upper_bound};
}

/// What an unreturned tube means.
enum class Unreturned : std::uint8_t {
    missing,  ///< its use is unknown
    full_use  ///< used up: an upper bound
};

/// One tube, with its weights in grams when it was handed out and when it came back.
struct Tube {
    int product = 0;  ///< the caller's number of the product
    Potency potency;
    Answer dispensed_g;
    Answer returned_g;  ///< missing: it did not come back
};

/// Grams used of one tube. A negative weight, or more returned than was dispensed, is invalid.
constexpr Grams grams_used(const Tube& tube, Unreturned policy = Unreturned::missing) {
    constexpr Grams refused{.status = Status::invalid};
    for (const Answer& weight : {tube.dispensed_g, tube.returned_g}) {
        if (!weight.is_missing() && (!weight.is_value() || weight.millionths() < 0)) return refused;
    }
    if (!tube.potency.is_valid()) return refused;
    if (tube.dispensed_g.is_missing()) return {};
    const Exact dispensed = tube.dispensed_g.exact();
    if (tube.returned_g.is_missing()) {
        if (policy == Unreturned::missing) return {};
        return {.status = Status::ok, .grams = dispensed, .is_upper_bound = true};
    }
    const Exact used = dispensed - tube.returned_g.exact();
    if (used < Exact(0)) return refused;
    return {.status = Status::ok, .grams = used};
}

}  // namespace eczscore::trial
