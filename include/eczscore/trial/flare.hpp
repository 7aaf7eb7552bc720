// SPDX-License-Identifier: BSL-1.0
// Definitions of a flare over daily records, as data, and the days that each of them flags.
#pragma once

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/status.hpp"
#include "eczscore/instruments/easi.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/trial/day_flag.hpp"

namespace eczscore::trial {

/// What a flare definition is decided on.
enum class FlareInput : std::uint8_t {
    daily_flag,    ///< a yes/no record per day
    daily_rating,  ///< a rating per day
    week,          ///< seven days: see controlled_week.hpp; the week without control is the flare
    visits         ///< scores at dated visits: see flare_recurrence.hpp
};

constexpr Text name(FlareInput input) {
    constexpr Text names[] = {"daily_flag", "daily_rating", "week", "visits"};
    return name_of(names, input);
}

/// One published way to say what a flare is. There is no validated universal definition: a review
/// of 26 papers found 22 (Langan 2014).
struct FlareDefinition {
    Text id;
    Text code;  ///< short code in the list, empty when it has none
    Text label;
    FlareInput input = FlareInput::daily_flag;
    int run_length = 1;  ///< consecutive days that it takes
    Exact above = 0;     ///< daily ratings: a day counts above it ...
    Exact highest = 0;   ///< ... on a scale from 0 to this
    Evidence evidence;
    bool is_default = false;
};

inline constexpr FlareDefinition escalation_day{
    .id = "escalation_day",
    .code = "F1",
    .label = "day of treatment stepped up above the person's usual treatment",
    .evidence = {cite("thomas_2015"), Confidence::high,
                 "AUC 0.70 and 0.73 against the change in daily bother"}};
inline constexpr FlareDefinition anti_inflammatory_day{
    .id = "anti_inflammatory_day",
    .code = "F2",
    .label = "day of topical anti-inflammatory use (steroid or calcineurin inhibitor)",
    .evidence = {cite("thomas_2015"), Confidence::high,
                 "AUC 0.69: as good as stepping up, and simpler"},
    .is_default = true};
inline constexpr FlareDefinition scratch_3{
    .id = "scratch_3",
    .code = "F3",
    .label = "3 consecutive days with a scratch score above 2 (0-4)",
    .input = FlareInput::daily_rating,
    .run_length = 3,
    .above = 2,
    .highest = 4,
    .evidence = {cite("langan_2006"), Confidence::medium,
                 "used there to illustrate relapse; historical"}};
inline constexpr FlareDefinition not_totally_controlled_week{
    .id = "not_totally_controlled_week",
    .code = "F4",
    .label = "week that is not totally controlled",
    .input = FlareInput::week,
    .evidence = {cite("langan_2006"), Confidence::medium, "proposal"}};
inline constexpr FlareDefinition not_well_controlled_week{
    .id = "not_well_controlled_week",
    .code = "F5",
    .label = "week that is not well controlled",
    .input = FlareInput::week,
    .evidence = {cite("langan_2006"), Confidence::low,
                 "proposal; the number of 2 days is unverified"}};
/// flare_recurrence.hpp evaluates it.
inline constexpr FlareDefinition kada_recurrence{
    .id = "kada_recurrence",
    .code = "F6",
    .label = "EASI of 16 or more within 3 months after stopping treatment",
    .input = FlareInput::visits,
    .evidence = {cite("kada_2019"), Confidence::high, "expert consensus"}};
/// A run of days of stepping up; `with_run_length` changes how many.
inline constexpr FlareDefinition escalation_run{
    .id = "escalation_run",
    .code = "",
    .label = "3 or more consecutive days of treatment stepped up above the usual",
    .run_length = 3,
    .evidence = {cite("thomas_2015"), Confidence::low,
                 "the length of the run is ours, unverified"}};

/// Every definition, in the order of the list. A protocol's own definition is a predicate of the
/// caller: see `mark_days`.
inline constexpr FlareDefinition flare_definitions[] = {
    escalation_day,           anti_inflammatory_day, scratch_3,     not_totally_controlled_week,
    not_well_controlled_week, kada_recurrence,       escalation_run};

/// The definition that is used where none is named.
constexpr const FlareDefinition& default_flare_definition() {
    for (const FlareDefinition& definition : flare_definitions) {
        if (definition.is_default) return definition;
    }
    return anti_inflammatory_day;
}

/// The same definition with another length of run, for protocols that say so.
constexpr FlareDefinition with_run_length(FlareDefinition definition, Text id, int days) {
    definition.id = id;
    definition.code = "";
    definition.label = "as the protocol says";
    definition.run_length = days;
    definition.is_default = false;
    return definition;
}

/// A protocol's own definition: `predicate(record)` says yes, no, missing or invalid of each day.
/// `out` has the size of `records`, or the result is `invalid` and nothing is written.
template <class Record, class Predicate>
constexpr Status mark_days(std::span<const Record> records, const Predicate& predicate,
                           std::span<Flag> out) {
    if (records.size() != out.size()) return Status::invalid;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = predicate(records[i]);
    return Status::ok;
}

namespace detail {

constexpr std::size_t end_of(std::span<const Flag> days, std::size_t from, bool only_yes) {
    while (from < days.size() && (only_yes ? days[from] == Flag::yes : days[from] != Flag::no)) {
        ++from;
    }
    return from;
}

/// One stretch of days without a "no": what in it is a run whatever the unknown days were?
constexpr void mark_stretch(std::span<const Flag> days, std::size_t first, std::size_t end,
                            std::size_t length, std::span<Flag> out) {
    const bool may_hold_a_run = end - first >= length;
    while (first < end) {
        const std::size_t next = end_of(days.first(end), first, true);
        const bool is_run = next - first >= length;
        const Flag said = !may_hold_a_run ? Flag::no : is_run ? Flag::yes : Flag::missing;
        for (; first < next; ++first) out[first] = said;
        if (first < end) {
            const bool stays = days[first] == Flag::invalid;
            out[first] = stays ? Flag::invalid : may_hold_a_run ? Flag::missing : Flag::no;
            ++first;
        }
    }
}

}  // namespace detail

/// The days that belong to a run of at least `length` days of "yes". A day that is in one only if
/// an unrecorded day was a "yes" is missing; one that is in none even then is "no". Invalid days
/// stay invalid. `out` may be `days` itself; `invalid` when sizes differ or `length` is below 1.
constexpr Status mark_runs(std::span<const Flag> days, int length, std::span<Flag> out) {
    if (days.size() != out.size() || length < 1) return Status::invalid;
    for (std::size_t i = 0; i < days.size();) {
        const std::size_t end = detail::end_of(days, i, false);
        if (end == i) {
            out[i++] = Flag::no;
            continue;
        }
        detail::mark_stretch(days, i, end, static_cast<std::size_t>(length), out);
        i = end;
    }
    return Status::ok;
}

/// Flags the flare days of a definition over daily yes/no records; `invalid` when the definition
/// is not one over daily flags.
constexpr Status mark_flare_days(const FlareDefinition& definition, std::span<const Flag> days,
                                 std::span<Flag> out) {
    if (definition.input != FlareInput::daily_flag) return Status::invalid;
    return mark_runs(days, definition.run_length, out);
}

/// Flags the flare days of a definition over daily ratings, which have its scale.
constexpr Status mark_flare_days(const FlareDefinition& definition, std::span<const Answer> ratings,
                                 std::span<Flag> out) {
    if (definition.input != FlareInput::daily_rating || ratings.size() != out.size()) {
        return Status::invalid;
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = is_above(ratings[i], definition.above, definition.highest);
    }
    return mark_runs(out, definition.run_length, out);
}

}  // namespace eczscore::trial
