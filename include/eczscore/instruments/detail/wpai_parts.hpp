// SPDX-License-Identifier: BSL-1.0
// What the four WPAI scores share: the questions, the formulas with their edges, source, traps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "eczscore/model/checked.hpp"
#include "eczscore/model/worksheet.hpp"
#include "eczscore/references/bibliography.hpp"

namespace eczscore::detail::wpai {

// --- What is asked; the hours of one week -------------------------------------------------------

inline constexpr Word yes_no[] = {{"yes", 1}, {"no", 0}};
consteval Item hours(Text id, Text label, bool needed = true) {
    return {.id = id,
            .label = label,
            .scale = measured(0, 168),
            .role = needed ? Role::adds : Role::recorded};
}
consteval Item effect(Text id, Text label, bool needed = true) {
    return {.id = id,
            .label = label,
            .scale = whole_points(0, 10),
            .role = needed ? Role::adds : Role::recorded};
}
/// The work questions in form order; a score does without those that its formula does not read.
template <bool reads_missed, bool reads_effect>
inline constexpr Item work_items[] = {
    {.id = "employed", .label = "in paid work", .scale = whole_points(0, 1), .words = yes_no},
    hours("hours_missed_ad", "hours of work missed for atopic dermatitis", reads_missed),
    hours("hours_missed_other", "hours of work missed for other reasons", false),
    hours("hours_worked", "hours worked"),
    effect("work_effect", "effect on work, 0 none to 10", reads_effect)};
template <bool reads_missed, bool reads_effect>
inline constexpr Domain work_domains[] = {
    {"work", "Work", 1, work_items<reads_missed, reads_effect>, 100}};
template <bool reads_missed, bool reads_effect>
inline constexpr Form work_forms[] = {{.id = "all",
                                       .label = "all ages",
                                       .domains = work_domains<reads_missed, reads_effect>,
                                       .max = 100}};

inline constexpr Item activity_items[] = {
    effect("activity_effect", "effect on daily activities, 0 none to 10")};
inline constexpr Domain activity_domains[] = {{"activity", "Activity", 10, activity_items, 100}};
inline constexpr Form activity_forms[] = {
    {.id = "all", .label = "all ages", .domains = activity_domains, .max = 100}};

// --- The formulas -------------------------------------------------------------------------------

inline constexpr std::size_t employed = position_of(work_items<true, true>, "employed");
inline constexpr std::size_t missed_ad = position_of(work_items<true, true>, "hours_missed_ad");
inline constexpr std::size_t missed_other =
    position_of(work_items<true, true>, "hours_missed_other");
inline constexpr std::size_t worked = position_of(work_items<true, true>, "hours_worked");
inline constexpr std::size_t work_effect = position_of(work_items<true, true>, "work_effect");

/// What stands before every work score: contradictions, and people without paid work.
template <class Sheet>
constexpr void before_work(Sheet& sheet) {
    const auto sum =
        sheet.millionths(missed_ad) + sheet.millionths(missed_other) + sheet.millionths(worked);
    const auto jobless = sheet.has(employed) && sheet.points(employed) == 0;
    const auto too_many = sum > 168 * millionths_per_point;
    const auto work_without = !too_many && jobless && sum > 0;
    for (const std::size_t i : {missed_ad, missed_other, worked}) {
        sheet.wrong((too_many || work_without) && sheet.millionths(i) > 0, i);
    }
    sheet.wrong(work_without, employed);
    sheet.refuse(too_many, "the hours are more than a week has");
    sheet.refuse(work_without, "hours of work without paid work");
    sheet.not_applicable(jobless, "without paid work there is only the activity score");
    sheet.blank(!sheet.has(employed), employed);
    sheet.missing(!sheet.has(employed));
}
/// Without these answers there is no score.
template <class Sheet>
constexpr void need(Sheet& sheet, std::initializer_list<std::size_t> items,
                    typename Sheet::Mask where = Sheet::all()) {
    auto unanswered = Sheet::none();
    for (const std::size_t item : items) {
        sheet.blank(where && !sheet.has(item), item);
        unanswered = unanswered || !sheet.has(item);
    }
    sheet.missing(where && unanswered);
}

/// Hours missed for atopic dermatitis and worked, where one of them is above 0.
template <class Sheet>
constexpr typename Sheet::Number hours_of_work(Sheet& sheet) {
    before_work(sheet);
    need(sheet, {missed_ad, worked});
    const auto all = sheet.millionths(missed_ad) + sheet.millionths(worked);
    sheet.not_applicable(all == 0, "no hours were worked, and none missed for atopic dermatitis");
    return all;
}

/// 100 x missed / (missed + worked).
struct Absenteeism {
    template <class Sheet>
    constexpr void operator()(Sheet& sheet) const {
        const auto all = hours_of_work(sheet);
        const auto missed = sheet.millionths(missed_ad);
        sheet.line(Sheet::all(), "hours missed for atopic dermatitis", missed,
                   millionths_per_point);
        sheet.line(Sheet::all(), "hours missed or worked", all, millionths_per_point);
        sheet.score(100 * missed, all);
    }
};

/// 10 x the effect on work, of those who worked.
struct Presenteeism {
    template <class Sheet>
    constexpr void operator()(Sheet& sheet) const {
        before_work(sheet);
        need(sheet, {worked});
        sheet.not_applicable(sheet.millionths(worked) == 0, "no hours were worked");
        need(sheet, {work_effect});
        sheet.line(Sheet::all(), "effect on work, of 10", sheet.points(work_effect));
        sheet.score(10 * sheet.points(work_effect), 1);
    }
};

/// 100 x (A + (1 - A) x effect / 10), A the share of hours missed; 100 when no hour was worked.
struct Overall {
    template <class Sheet>
    constexpr void operator()(Sheet& sheet) const {
        const auto all = hours_of_work(sheet);
        const auto hours = sheet.millionths(worked);
        need(sheet, {work_effect}, hours > 0);
        const auto absent = 100 * sheet.millionths(missed_ad);
        const auto impaired = 10 * sheet.points(work_effect) * hours;
        sheet.line(Sheet::all(), "absenteeism", absent, all);
        sheet.line(hours > 0, "impairment of the rest", impaired, all);
        sheet.score(absent + impaired, all);
    }
};

// --- Facts --------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("reilly_1993")};
inline constexpr Threshold thresholds[] = {
    {.id = "points_7_other_diseases",
     .label = "7 percentage points",
     .basis = Basis::mcid,
     .value = 7,
     .population = "other diseases; none verified in atopic dermatitis",
     .evidence = {.source = nullptr,
                  .confidence = Confidence::low,
                  .note = "remembered, without its source",
                  .from_memory = true}}};
inline constexpr Text no_mcid = "No important difference was verified in atopic dermatitis.";
inline constexpr Text work_only =
    "Work scores are of people in paid work; without it, and in a week without hours worked or "
    "missed for atopic dermatitis, they do not apply and are never 0 (our choice; no source says).";
inline constexpr Text contradictions =
    "Hours of work beside \"no paid work\", and more than the 168 hours of a week, are refused.";

struct Part {
    Text id;
    Text title;
    List<Form> forms;
    const Formula* formula;
    Text formula_text;
    Text missing;
    List<Text> notes;
};
consteval Description described(const Part& part) {
    return {Identity{.id = part.id,
                     .title = part.title,
                     .version = "specific health problem, version 2",
                     .respondent = Respondent::patient,
                     .reuse = Reuse::with_notice,
                     .recall_days = 7,
                     .recall = "past 7 days",
                     .rights = "Free to use; cite Reilly. No wording is included."},
            Scoring{.min = 0,
                    .max = 100,
                    .columns = "wpai_ad",
                    .forms = part.forms,
                    .formula = part.formula,
                    .formula_text = part.formula_text,
                    .missing = {.evidence = {nullptr, Confidence::medium,
                                             "no published rule was found, so nothing is replaced"},
                                .text = part.missing}},
            Interpretation{.thresholds = thresholds, .notes = part.notes},
            Provenance{.sources = sources}};
}

}  // namespace eczscore::detail::wpai
