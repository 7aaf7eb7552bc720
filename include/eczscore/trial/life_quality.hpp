// SPDX-License-Identifier: BSL-1.0
// Which quality-of-life questionnaire belongs to an age, and what a birthday during a study does.
#pragma once

#include <cstdint>

#include "eczscore/core/age.hpp"
#include "eczscore/core/list.hpp"
#include "eczscore/core/name_of.hpp"
#include "eczscore/references/bibliography.hpp"

namespace eczscore::trial {

/// A questionnaire and the ages for which it is chosen.
struct LifeQualityRow {
    Text instrument;  ///< id
    AgeRange ages;
    Evidence evidence;
};

/// How ages are divided. The questionnaires have different items: scores of two of them are never
/// compared or pooled, although all run from 0 to 30.
enum class LifeQualityAges : std::uint8_t {
    by_16,       ///< CDLQI from 4 to below 16 years
    cdlqi_to_18  ///< CDLQI from 4 to below 18 years, as in adolescent drug trials
};

constexpr Text name(LifeQualityAges ages) {
    constexpr Text names[] = {"by_16", "cdlqi_to_18"};
    return name_of(names, ages);
}

/// What a birthday between baseline and a visit does.
enum class Birthday : std::uint8_t {
    lock_at_baseline,   ///< the baseline questionnaire is kept
    switch_on_birthday  ///< the visit's age decides; after a switch there is no change score
};

inline constexpr Evidence birthday_evidence{
    .source = nullptr,
    .confidence = Confidence::low,
    .note = "keeping the baseline questionnaire is a convention of ours",
    .from_memory = true};

constexpr Text name(Birthday birthday) {
    constexpr Text names[] = {"lock_at_baseline", "switch_on_birthday"};
    return name_of(names, birthday);
}

namespace detail {

inline constexpr Evidence idqol_ages{cite("williams_2022"), Confidence::high, "under 4 years"};
inline constexpr LifeQualityRow life_quality_by_16[] = {
    {"idqol", {0, 48}, idqol_ages},
    {"cdlqi",
     {48, 192},
     {cite("williams_2022"), Confidence::medium,
      "15, 16 and under 18 years are all in print as its ceiling"}},
    {"dlqi",
     {192, AgeRange{}.below_months},
     {cite("williams_2022"), Confidence::high, "16 years and over"}}};
inline constexpr LifeQualityRow life_quality_to_18[] = {
    {"idqol", {0, 48}, idqol_ages},
    {"cdlqi",
     {48, 216},
     {nullptr, Confidence::high, "adolescent drug trials used it from 12 to under 18"}},
    {"dlqi",
     {216, AgeRange{}.below_months},
     {nullptr, Confidence::medium, "what is left when CDLQI is used to 18"}}};

}  // namespace detail

/// Which instrument is for which age, youngest first.
constexpr List<LifeQualityRow> life_quality_rows(LifeQualityAges ages) {
    if (ages == LifeQualityAges::cdlqi_to_18) return detail::life_quality_to_18;
    return detail::life_quality_by_16;
}

/// The row for an age; null when the age is not known.
constexpr const LifeQualityRow* life_quality_row(Age age,
                                                 LifeQualityAges ages = LifeQualityAges::by_16) {
    for (const LifeQualityRow& row : life_quality_rows(ages)) {
        if (row.ages.contains(age)) return &row;
    }
    return nullptr;
}

/// The questionnaire for one visit.
struct LifeQualityChoice {
    const LifeQualityRow* row = nullptr;  ///< null when the age that decides is not known
    bool has_change = false;              ///< it is the one of baseline, so a change can be scored
};

/// Chooses by the completed age at baseline, or at the visit when the study switches.
constexpr LifeQualityChoice life_quality_choice(Age at_baseline, Age at_visit,
                                                Birthday birthday = Birthday::lock_at_baseline,
                                                LifeQualityAges ages = LifeQualityAges::by_16) {
    const LifeQualityRow* first = life_quality_row(at_baseline, ages);
    if (birthday == Birthday::lock_at_baseline) return {first, first != nullptr};
    const LifeQualityRow* now = life_quality_row(at_visit, ages);
    return {now, now != nullptr && now == first};
}

}  // namespace eczscore::trial
