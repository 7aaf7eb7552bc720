// SPDX-License-Identifier: BSL-1.0
// Well controlled and totally controlled weeks: treatment days and symptom days against limits.
#pragma once

#include "eczscore/core/name_of.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/trial/day_flag.hpp"

namespace eczscore::trial {

/// When a week is controlled. Emollients and maintenance treatment are not treatment days.
struct ControlRule {
    Text id;
    Text label;
    int treatment_days = 0;     ///< at most so many days of rescue or of stepping up
    int symptom_days = 0;       ///< at most so many days above `limit`
    Exact limit = 0;            ///< a rating violates above it, not at it
    Exact highest = 0;          ///< ratings lie from 0 to this
    bool rated_weekly = false;  ///< one rating for the week, which must not lie above `limit`
    int days_needed = 7;        ///< recorded days of each kind before a week is called controlled
    Evidence evidence;
    bool is_default = false;
};

inline constexpr ControlRule wcw_2017{
    .id = "wcw_2017",
    .label = "well controlled: stepped up on at most 2 days, bother above 4 (0-10) on at most 2",
    .treatment_days = 2,
    .symptom_days = 2,
    .limit = 4,
    .highest = 10,
    .evidence = {cite("well_controlled_weeks_2017"), Confidence::high,
                 "what missing days mean is ours: no rule was published"},
    .is_default = true};
inline constexpr ControlRule wcw_2017_weekly{
    .id = "wcw_2017_weekly",
    .label = "well controlled: topical steroid on at most 2 days, bother of the week at most 4",
    .treatment_days = 2,
    .limit = 4,
    .highest = 10,
    .rated_weekly = true,
    .evidence = {cite("well_controlled_weeks_2017"), Confidence::high,
                 "variant without a daily rating of bother"}};

namespace detail {
inline constexpr Text tcw_note =
    "proposal; the symptom limit was seen, the definition is partly from memory";
inline constexpr Text wcw_note =
    "proposal; the symptom limit was seen, the number of 2 days is unverified";
}  // namespace detail
inline constexpr ControlRule tcw_2006_on_4{
    .id = "tcw_2006_on_4",
    .label = "totally controlled: no rescue and no day above 1 (0-4)",
    .limit = 1,
    .highest = 4,
    .evidence = {.source = cite("langan_2006"),
                 .confidence = Confidence::medium,
                 .note = detail::tcw_note,
                 .from_memory = true}};
inline constexpr ControlRule tcw_2006_on_10{
    .id = "tcw_2006_on_10",
    .label = "totally controlled: no rescue and no day above 4 (0-10)",
    .limit = 4,
    .highest = 10,
    .evidence = {.source = cite("langan_2006"),
                 .confidence = Confidence::medium,
                 .note = detail::tcw_note,
                 .from_memory = true}};
inline constexpr ControlRule wcw_2006_on_4{
    .id = "wcw_2006_on_4",
    .label = "well controlled: rescue on at most 2 days, above 1 (0-4) on at most 2",
    .treatment_days = 2,
    .symptom_days = 2,
    .limit = 1,
    .highest = 4,
    .evidence = {cite("langan_2006"), Confidence::low, detail::wcw_note}};
inline constexpr ControlRule wcw_2006_on_10{
    .id = "wcw_2006_on_10",
    .label = "well controlled: rescue on at most 2 days, above 4 (0-10) on at most 2",
    .treatment_days = 2,
    .symptom_days = 2,
    .limit = 4,
    .highest = 10,
    .evidence = {cite("langan_2006"), Confidence::low, detail::wcw_note}};

inline constexpr ControlRule control_rules[] = {wcw_2017,       wcw_2017_weekly, tcw_2006_on_4,
                                                tcw_2006_on_10, wcw_2006_on_4,   wcw_2006_on_10};

/// The alternative that calls a week controlled from 5 recorded days on. A convention of ours.
constexpr ControlRule min5(ControlRule rule) {
    rule.days_needed = 5;
    rule.is_default = false;
    rule.evidence = {.source = rule.evidence.source,
                     .confidence = Confidence::low,
                     .note = "the minimum of 5 recorded days is a convention without a source",
                     .from_memory = rule.evidence.from_memory};
    return rule;
}

/// Whether a week was controlled. Unknown is not "no".
enum class Control : std::uint8_t { no, yes, unknown, invalid };

constexpr Text name(Control control) {
    constexpr Text names[] = {"no", "yes", "unknown", "invalid"};
    return name_of(names, control);
}

/// One week and what decided it.
struct ControlledWeek {
    Control control = Control::unknown;
    DayCount treatment;  ///< "yes" are the days of rescue or of stepping up
    DayCount symptoms;   ///< "yes" are the days above the limit; one "day" when rated weekly
};

namespace detail {

/// "No" as soon as the recorded days exceed a limit; "yes" only with enough days, even where the
/// missing ones could not exceed it, since a day that was not recorded may have had symptoms.
constexpr Control judged(const ControlRule& rule, const ControlledWeek& week) {
    const int symptom_days = rule.rated_weekly ? 0 : rule.symptom_days;
    const int ratings_needed = rule.rated_weekly ? 1 : rule.days_needed;
    if (week.treatment.invalid > 0 || week.symptoms.invalid > 0) return Control::invalid;
    if (week.treatment.yes > rule.treatment_days || week.symptoms.yes > symptom_days) {
        return Control::no;
    }
    const bool enough =
        week.treatment.recorded() >= rule.days_needed && week.symptoms.recorded() >= ratings_needed;
    return enough ? Control::yes : Control::unknown;
}

constexpr ControlledWeek week_of(const ControlRule& rule, std::span<const Flag> treated,
                                 std::span<const Answer> ratings) {
    ControlledWeek week;
    week.treatment = count_days(treated);
    for (const Answer& rating : ratings) {
        const Flag above = is_above(rating, rule.limit, rule.highest);
        const DayCount one = count_days(std::span<const Flag>(&above, 1));
        week.symptoms.yes += one.yes;
        week.symptoms.no += one.no;
        week.symptoms.missing += one.missing;
        week.symptoms.invalid += one.invalid;
    }
    week.control = judged(rule, week);
    return week;
}

}  // namespace detail

/// Judges a week of daily ratings: `treated` are days of rescue or of stepping up, `ratings` the
/// daily symptom or bother. `invalid` when the rule wants a weekly rating.
constexpr ControlledWeek controlled_week(const ControlRule& rule, std::span<const Flag, 7> treated,
                                         std::span<const Answer, 7> ratings) {
    if (rule.rated_weekly) return {.control = Control::invalid, .treatment = {}, .symptoms = {}};
    return detail::week_of(rule, treated, ratings);
}

/// Judges a week with one rating of the whole week; `invalid` when the rule wants daily ratings.
constexpr ControlledWeek controlled_week(const ControlRule& rule, std::span<const Flag, 7> treated,
                                         Answer rating_of_week) {
    if (!rule.rated_weekly) return {.control = Control::invalid, .treatment = {}, .symptoms = {}};
    return detail::week_of(rule, treated, std::span<const Answer>(&rating_of_week, 1));
}

/// Controlled weeks among those that can be judged.
struct ControlledWeeks {
    int controlled = 0;
    int evaluable = 0;  ///< "yes" and "no"
    int unknown = 0;
    int invalid = 0;

    /// At least one week could be judged.
    constexpr bool has_proportion() const { return evaluable > 0; }
    /// From 0 to 1; meaningful when `has_proportion()`.
    constexpr Exact proportion() const { return Exact::ratio(controlled, evaluable); }
};

/// Counts the weeks by what is known of them.
constexpr ControlledWeeks controlled_weeks(std::span<const Control> weeks) {
    ControlledWeeks result;
    for (const Control week : weeks) {
        result.controlled += week == Control::yes;
        result.evaluable += week == Control::yes || week == Control::no;
        result.unknown += week == Control::unknown;
        result.invalid += week == Control::invalid;
    }
    return result;
}

}  // namespace eczscore::trial
