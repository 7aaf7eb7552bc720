// SPDX-License-Identifier: BSL-1.0
// What the four rescue policies make of a response, or of a value, on a study day.
#pragma once

#include "eczscore/core/name_of.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/trial/rescue.hpp"

namespace eczscore::trial {

/// A response judged on a study day.
struct DatedResponse {
    int day = 1;
    Response response = Response::not_evaluable;
};

/// Why the result is not simply what was recorded.
enum class RescueEffect : std::uint8_t {
    none,
    baseline_not_evaluable,  ///< by itself or through rescue; stays excluded under every policy
    no_after_rescue,         ///< composite: counted as no response
    no_when_missing,         ///< composite: nothing recorded, counted as no response
    scored_after_rescue,     ///< composite: the value that the rule names
    no_composite_value,      ///< composite: the rule names no value, so there is none
    set_missing,             ///< hypothetical
    from_before,             ///< while on treatment: the last record before rescue
    nothing_before           ///< while on treatment: there is no such record
};

constexpr Text name(RescueEffect effect) {
    constexpr Text names[] = {"none",
                              "baseline_not_evaluable",
                              "no_after_rescue",
                              "no_when_missing",
                              "scored_after_rescue",
                              "no_composite_value",
                              "set_missing",
                              "from_before",
                              "nothing_before"};
    return name_of(names, effect);
}

/// A response after the policy for rescue treatment, and whether the policy decided it.
struct RescuedResponse {
    Response response = Response::not_evaluable;
    RescueEffect effect = RescueEffect::none;
    int day_used = 0;  ///< the day whose record stands; meaningful when a record stands
};

/// A value after the policy for rescue treatment, and whether the policy decided it.
struct RescuedValue {
    Answer value;
    RescueEffect effect = RescueEffect::none;
    int day_used = 0;  ///< the day whose record stands; meaningful when a record stands
};

namespace detail {

constexpr Response content(const DatedResponse& record) { return record.response; }
constexpr bool is_there(Response response) { return response != Response::not_evaluable; }
constexpr bool is_there(Answer value) { return value.is_value(); }
constexpr bool is_blank(Response response) { return response == Response::not_evaluable; }
constexpr bool is_blank(Answer value) { return value.is_missing(); }
constexpr Response contradiction(Response) { return Response::not_evaluable; }
constexpr Answer contradiction(Answer) { return Answer::conflict(); }

/// What was recorded on one day; records that contradict each other say nothing.
template <class Record>
constexpr auto recorded_on(const RescueRule& rule, std::span<const Record> records,
                           std::int64_t position) {
    decltype(content(Record{})) found{contradiction(content(Record{}))};
    bool is_found = false;
    bool agrees = true;
    for (const Record& record : records) {
        const auto here = content(record);
        if (day_position(record.day, rule.has_day_zero) != position || is_blank(here)) continue;
        agrees = agrees && (!is_found || here == found);
        if (!is_found) found = here;
        is_found = true;
    }
    if (!is_found) return content(Record{});
    return agrees ? found : contradiction(found);
}

/// The last day before `position`, not before the first day of treatment, on which something
/// stands; `exists` is false when there is none.
struct DayBefore {
    bool exists = false;
    int day = 0;
};

template <class Record>
constexpr DayBefore last_before(const RescueRule& rule, std::span<const Record> records,
                                std::int64_t position) {
    const auto at = [&](int day) { return day_position(day, rule.has_day_zero); };
    DayBefore last;
    for (const Record& record : records) {
        const std::int64_t here = at(record.day);
        if (here >= position || here < at(rule.first_day)) continue;
        if (last.exists && here <= at(last.day)) continue;
        if (is_there(recorded_on(rule, records, here))) last = {true, record.day};
    }
    return last;
}

template <class Value>
struct Standing {
    Value value;
    RescueEffect effect = RescueEffect::none;
    int day_used = 0;
};

/// What stands on `day` under every policy but composite, whose result depends on the endpoint.
template <class Record>
constexpr auto standing(const RescueRule& rule, std::span<const RescueEvent> events,
                        std::span<const Record> records, int day) {
    using Value = decltype(content(Record{}));
    const std::int64_t on = day_position(day, rule.has_day_zero);
    const Standing<Value> as_recorded{recorded_on(rule, records, on), RescueEffect::none, day};
    const Value blank = content(Record{});
    switch (rule.policy) {
        case RescuePolicy::hypothetical:
            if (!is_affected(rule, events, day)) return as_recorded;
            return Standing<Value>{blank, RescueEffect::set_missing, day};
        case RescuePolicy::while_on_treatment: {
            const FirstRescue first = first_rescue(rule, events);
            if (!first.exists || on < first.position) return as_recorded;
            const DayBefore last = last_before(rule, records, first.position);
            if (!last.exists) return Standing<Value>{blank, RescueEffect::nothing_before, day};
            const std::int64_t then = day_position(last.day, rule.has_day_zero);
            return Standing<Value>{recorded_on(rule, records, then), RescueEffect::from_before,
                                   last.day};
        }
        case RescuePolicy::composite:
        case RescuePolicy::treatment_policy: break;
    }
    return as_recorded;
}

}  // namespace detail

/// The response on study day `day` under a rule. `responses` are all that were judged, in any
/// order; only `while_on_treatment` looks at other days than `day`. Without an evaluable baseline
/// there is no response, also under `composite`.
constexpr RescuedResponse response_with_rescue(const RescueRule& rule,
                                               std::span<const RescueEvent> events,
                                               std::span<const DatedResponse> responses, int day,
                                               bool baseline_is_evaluable) {
    if (!baseline_is_evaluable || voids_baseline(rule, events)) {
        return {Response::not_evaluable, RescueEffect::baseline_not_evaluable, day};
    }
    const auto stands = detail::standing(rule, events, responses, day);
    if (rule.policy == RescuePolicy::composite) {
        if (is_affected(rule, events, day)) {
            return {Response::no, RescueEffect::no_after_rescue, day};
        }
        if (stands.value == Response::not_evaluable && rule.missing_is_no) {
            return {Response::no, RescueEffect::no_when_missing, day};
        }
    }
    return {stands.value, stands.effect, stands.day_used};
}

/// The value on study day `day` under a rule. Under `composite` an affected value is the one that
/// the rule names, or missing when it names none: no source says which.
constexpr RescuedValue value_with_rescue(const RescueRule& rule,
                                         std::span<const RescueEvent> events,
                                         std::span<const DiaryEntry> values, int day) {
    const auto stands = detail::standing(rule, events, values, day);
    if (rule.policy == RescuePolicy::composite && is_affected(rule, events, day)) {
        const bool is_named = rule.composite_value.is_value();
        return {rule.composite_value,
                is_named ? RescueEffect::scored_after_rescue : RescueEffect::no_composite_value,
                day};
    }
    return {stands.value, stands.effect, stands.day_used};
}

}  // namespace eczscore::trial
