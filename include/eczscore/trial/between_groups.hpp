// SPDX-License-Identifier: BSL-1.0
// Published differences between groups that matter, and what a difference says about one.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/instruments/sd_nrs.hpp"
#include "eczscore/instruments/skin_pain_nrs.hpp"
#include "eczscore/model/instrument.hpp"
#include "eczscore/stats/between_group_mid.hpp"
#include "eczscore/trial/important_from_threshold.hpp"

namespace eczscore::trial {

namespace detail {

/// Differences between groups that are no change of one patient, so that no instrument lists them.
struct BetweenRow {
    Text instrument;
    Threshold threshold;
};

inline constexpr BetweenRow between_rows[] = {
    {"skin_pain_nrs",
     {.id = "between_groups_low",
      .label = "1 to 3 points between groups were supported, lower end",
      .value = 1,
      .population = "rocatinlimab trials",
      .evidence = {cite("blauvelt_2026"), Confidence::high}}},
    {"skin_pain_nrs",
     {.id = "between_groups_high",
      .label = "1 to 3 points between groups were supported, upper end",
      .value = 3,
      .population = "rocatinlimab trials",
      .evidence = {cite("blauvelt_2026"), Confidence::high}}},
    {"sd_nrs",
     {.id = "between_groups_low",
      .label = "1 to 3 points between groups were supported, lower end",
      .value = 1,
      .population = "adults and adolescents",
      .evidence = {cite("blauvelt_2026"), Confidence::high}}},
    {"sd_nrs",
     {.id = "between_groups_high",
      .label = "1 to 3 points between groups were supported, upper end",
      .value = 3,
      .population = "adults and adolescents",
      .evidence = {cite("blauvelt_2026"), Confidence::high}}}};

}  // namespace detail

/// Calls `visit(threshold, mid)` with each published difference between groups of an instrument:
/// a `const Threshold&` that outlives the call, and its `stats::BetweenGroupMid`. Amounts
/// of change within persons are left out.
template <class Visit>
constexpr void for_each_between_group_mid(const Instrument& instrument, Visit&& visit) {
    for (const Threshold& threshold : instrument.thresholds) {
        const auto from = between_group_mid_from(threshold);
        if (from.is_there()) visit(threshold, from.amount);
    }
    for (const detail::BetweenRow& row : detail::between_rows) {
        if (row.instrument != instrument.id) continue;
        visit(row.threshold, stats::BetweenGroupMid(row.threshold.value, row.threshold.id));
    }
}

/// What the interval of a difference says, in one word; positive favours the first group.
enum class BetweenVerdict : std::uint8_t {
    relevantly_superior,         ///< the whole interval is beyond the MID
    superior_estimate_relevant,  ///< above 0; the estimate reaches the MID, the interval does not
    superior,                    ///< above 0; by as much as the MID: neither shown nor ruled out
    superior_below_mid,          ///< above 0, and below the MID
    uncertain,                   ///< may be 0 or less, and may be the MID or more
    below_mid,                   ///< may be 0; the MID is ruled out
    inferior,                    ///< below 0: the second group is better
    relevantly_inferior,         ///< below 0 by more than the MID
    not_evaluable                ///< no interval, or no MID
};

constexpr Text name(BetweenVerdict verdict) {
    constexpr Text names[] = {"relevantly_superior",
                              "superior_estimate_relevant",
                              "superior",
                              "superior_below_mid",
                              "uncertain",
                              "below_mid",
                              "inferior",
                              "relevantly_inferior",
                              "not_evaluable"};
    return name_of(names, verdict);
}

/// A limit exactly on the MID or on 0 is not beyond it.
inline BetweenVerdict verdict_between(const stats::BetweenGroupMidResult& of) {
    if (!of.mid.is_valid() || !(of.ci.lower <= of.ci.upper)) return BetweenVerdict::not_evaluable;
    if (of.inferior) {
        return of.ci.upper < -of.mid.points() ? BetweenVerdict::relevantly_inferior
                                              : BetweenVerdict::inferior;
    }
    if (!of.superior) {
        return of.excludes_mid ? BetweenVerdict::below_mid : BetweenVerdict::uncertain;
    }
    if (of.relevantly_superior) return BetweenVerdict::relevantly_superior;
    if (of.excludes_mid) return BetweenVerdict::superior_below_mid;
    return of.relevant_estimate ? BetweenVerdict::superior_estimate_relevant
                                : BetweenVerdict::superior;
}

}  // namespace eczscore::trial
