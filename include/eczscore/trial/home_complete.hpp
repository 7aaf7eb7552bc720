// SPDX-License-Identifier: BSL-1.0
// Whether a participant's assessments cover the HOME core outcome set, and what is lacking.
#pragma once

#include <cstddef>
#include <span>

#include "eczscore/trial/home.hpp"

namespace eczscore::trial {

/// An instrument that was used for a participant, and whether a score came of it.
struct HomeRecord {
    Text instrument;  ///< id
    bool is_scored = false;
};

/// One bit per need of `home_needs`, in its order.
using HomeNeedSet = std::uint32_t;

/// What the assessments of one participant cover.
struct HomeCompleteness {
    HomeSetting setting = HomeSetting::trial;
    HomeNeedSet met = 0;
    HomeNeedSet lacking = 0;   ///< no instrument of the need has a score
    HomeNeedSet unscored = 0;  ///< of the lacking: one was used, but has no score
    HomeNeedSet undecided =
        0;  ///< not met, and needed only at some ages while the age is not known

    /// Every need is met, and none is undecided.
    constexpr bool is_complete() const { return lacking == 0 && undecided == 0; }
    /// Every need of the domain that concerns this participant is met, and there is one.
    constexpr bool covers(HomeDomain domain) const {
        bool is_met = false;
        const List<HomeNeed> needs = home_needs(setting);
        for (std::size_t i = 0; i < needs.size(); ++i) {
            if (needs[i].domain != domain) continue;
            if (((lacking | undecided) >> i & 1U) != 0) return false;
            is_met = is_met || (met >> i & 1U) != 0;
        }
        return is_met;
    }
};

namespace detail {

struct NeedState {
    bool is_used = false;
    bool is_scored = false;
};

constexpr bool is_one_of(List<Text> ids, Text id) {
    for (const Text each : ids) {
        if (each == id) return true;
    }
    return false;
}

constexpr NeedState state_of(List<Text> any_of, std::span<const HomeRecord> records) {
    NeedState state;
    for (const HomeRecord& record : records) {
        if (!is_one_of(any_of, record.instrument)) continue;
        state.is_used = true;
        state.is_scored = state.is_scored || record.is_scored;
    }
    return state;
}

/// The questionnaires of quality of life follow the caller's division of ages.
constexpr AgeRange ages_of(const HomeNeed& need, LifeQualityAges ages) {
    if (need.domain != HomeDomain::life_quality) return need.ages;
    for (const LifeQualityRow& row : life_quality_rows(ages)) {
        if (row.instrument == need.any_of.front()) return row.ages;
    }
    return need.ages;
}

}  // namespace detail

/// Checks which needs are met. `age` is the age that chooses the instruments: at baseline, unless
/// the study switches on birthdays. The order of records is irrelevant.
constexpr HomeCompleteness home_completeness(std::span<const HomeRecord> records, Age age,
                                             HomeSetting setting = HomeSetting::trial,
                                             LifeQualityAges ages = LifeQualityAges::by_16) {
    HomeCompleteness result{.setting = setting};
    const List<HomeNeed> needs = home_needs(setting);
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const AgeRange range = detail::ages_of(needs[i], ages);
        const HomeNeedSet bit = HomeNeedSet{1} << i;
        const bool concerns = range.is_everyone() || range.contains(age);
        if (!concerns && age.is_known()) continue;
        const detail::NeedState state = detail::state_of(needs[i].any_of, records);
        if (state.is_scored) {
            result.met |= bit;
        } else if (!concerns) {
            result.undecided |= bit;
        } else {
            result.lacking |= bit;
            if (state.is_used) result.unscored |= bit;
        }
    }
    return result;
}

}  // namespace eczscore::trial
