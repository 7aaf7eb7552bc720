// SPDX-License-Identifier: BSL-1.0
// Rescue medication as dated events, and which of them count for an endpoint.
#pragma once

#include <cstdint>
#include <span>

#include "eczscore/core/name_of.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/trial/day_flag.hpp"
#include "eczscore/trial/tube.hpp"

namespace eczscore::trial {

/// What kind of treatment was given.
enum class RescueKind : std::uint8_t { topical, systemic, phototherapy, other };

constexpr Text name(RescueKind kind) {
    constexpr Text names[] = {"topical", "systemic", "phototherapy", "other"};
    return name_of(names, kind);
}

/// One use of rescue medication on one study day.
struct RescueEvent {
    int day = 1;
    RescueKind kind = RescueKind::other;
    Potency potency{};  ///< of a topical
};

/// Which events count as rescue; by default all of them. Protocols often allow weaker topicals.
struct Qualifying {
    bool systemic = true;
    bool phototherapy = true;
    bool other = true;
    bool topical_unknown = true;     ///< topicals without a class, or with an impossible one
    std::uint8_t topical_uk = 0x0f;  ///< bit 0 for the first class of the scheme
    std::uint8_t topical_us = 0x7f;

    /// The event counts as rescue.
    constexpr bool contains(const RescueEvent& event) const {
        if (event.kind == RescueKind::systemic) return systemic;
        if (event.kind == RescueKind::phototherapy) return phototherapy;
        if (event.kind == RescueKind::other) return other;
        const Potency potency = event.potency;
        if (potency.scheme == PotencyScheme::unknown || !potency.is_valid()) return topical_unknown;
        const unsigned classes = potency.scheme == PotencyScheme::uk_4 ? topical_uk : topical_us;
        return (classes >> static_cast<unsigned>(potency.number - 1) & 1U) != 0;
    }
    /// The same, but topicals of this class are allowed and do not count.
    constexpr Qualifying allowing(Potency potency) const {
        Qualifying fewer = *this;
        if (potency.scheme == PotencyScheme::unknown) fewer.topical_unknown = false;
        if (potency.scheme == PotencyScheme::unknown || !potency.is_valid()) return fewer;
        std::uint8_t& classes =
            potency.scheme == PotencyScheme::uk_4 ? fewer.topical_uk : fewer.topical_us;
        const unsigned bit = 1U << static_cast<unsigned>(potency.number - 1);
        classes = static_cast<std::uint8_t>(classes & ~bit);
        return fewer;
    }
};

/// What rescue does to an endpoint.
enum class RescuePolicy : std::uint8_t {
    composite,          ///< no response from the first rescue on
    hypothetical,       ///< missing from the first rescue on
    treatment_policy,   ///< rescue is ignored
    while_on_treatment  ///< the last record before the first rescue stands
};

constexpr Text name(RescuePolicy policy) {
    constexpr Text names[] = {"composite", "hypothetical", "treatment_policy",
                              "while_on_treatment"};
    return name_of(names, policy);
}

/// Where a policy comes from.
constexpr Evidence evidence_of(RescuePolicy policy) {
    constexpr Evidence all[] = {
        {cite("rescue_pages"), Confidence::high,
         "default of responder endpoints; missing counts as no response too"},
        {nullptr, Confidence::medium, "default of continuous endpoints"},
        {nullptr, Confidence::medium, "trial practice"},
        {.source = nullptr,
         .confidence = Confidence::low,
         .note =
             "the strategy is trial practice; that the last record before rescue stands is ours",
         .from_memory = true}};
    return all[static_cast<unsigned>(policy)];
}

/// How long one rescue affects what is recorded.
enum class RescueReach : std::uint8_t {
    onward,  ///< from its day to the end
    window   ///< on its day and on `window_days` days after it
};

/// How an endpoint treats rescue. The day of rescue itself is affected.
struct RescueRule {
    RescuePolicy policy = RescuePolicy::composite;
    Qualifying qualifying{};
    RescueReach reach = RescueReach::onward;
    int window_days = 1;        ///< for `window`: a rating on the day of rescue or the day after
    int first_day = 1;          ///< rescue before it is no rescue from the study treatment
    bool missing_is_no = true;  ///< `composite`: no record is no response
    Answer composite_value{};   ///< `composite`, for values: what rescue scores; no default
    bool baseline_week_voids = false;  ///< rescue within the baseline week voids the baseline
    int baseline_first = -7;
    int baseline_last = -1;
    bool has_day_zero = false;
};

inline constexpr Evidence rescue_window_evidence{
    .source = nullptr,
    .confidence = Confidence::low,
    .note = "the window of a day is a convention, unverified",
    .from_memory = true};

/// The defaults: composite for responders, hypothetical for continuous endpoints.
inline constexpr RescueRule responder_rescue{};
inline constexpr RescueRule value_rescue{.policy = RescuePolicy::hypothetical};

namespace detail {

/// Calls `use` with the position of each event that counts.
template <class Use>
constexpr void each_rescue(const RescueRule& rule, std::span<const RescueEvent> events,
                           const Use& use) {
    for (const RescueEvent& event : events) {
        if (rule.qualifying.contains(event)) use(day_position(event.day, rule.has_day_zero));
    }
}

}  // namespace detail

/// The first rescue that counts, if there is one.
struct FirstRescue {
    bool exists = false;
    std::int64_t position = 0;  ///< as of `day_position`
};

/// The earliest event that counts as rescue and is on or after the first day of the rule.
constexpr FirstRescue first_rescue(const RescueRule& rule, std::span<const RescueEvent> events) {
    FirstRescue first;
    detail::each_rescue(rule, events, [&](std::int64_t at) {
        if (at < day_position(rule.first_day, rule.has_day_zero)) return;
        if (!first.exists || at < first.position) first = {true, at};
    });
    return first;
}

/// Whether rescue affects what was recorded on `day`.
constexpr bool is_affected(const RescueRule& rule, std::span<const RescueEvent> events, int day) {
    const std::int64_t on = day_position(day, rule.has_day_zero);
    bool affected = false;
    detail::each_rescue(rule, events, [&](std::int64_t at) {
        const bool counts = at >= day_position(rule.first_day, rule.has_day_zero) && at <= on;
        affected = affected ||
                   (counts && (rule.reach == RescueReach::onward || on - at <= rule.window_days));
    });
    return affected;
}

/// Whether rescue in the baseline week voids the baseline. Never under `treatment_policy`.
constexpr bool voids_baseline(const RescueRule& rule, std::span<const RescueEvent> events) {
    if (!rule.baseline_week_voids || rule.policy == RescuePolicy::treatment_policy) return false;
    bool is_void = false;
    detail::each_rescue(rule, events, [&](std::int64_t at) {
        is_void = is_void || (at >= day_position(rule.baseline_first, rule.has_day_zero) &&
                              at <= day_position(rule.baseline_last, rule.has_day_zero));
    });
    return is_void;
}

}  // namespace eczscore::trial
