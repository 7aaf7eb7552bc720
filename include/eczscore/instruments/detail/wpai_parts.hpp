// SPDX-License-Identifier: BSL-1.0
// What the four WPAI scores share: the questions, the formulas with their edges, source, traps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/model/checked.hpp"
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

constexpr Computed not_applicable(Text why) {
    Computed result;
    result.status = Status::not_applicable;
    result.why = why;
    return result;
}
constexpr Computed unanswered(ItemSet items) {
    Computed result;
    result.missing = items;
    return result;
}
constexpr ItemSet blanks(std::span<const Answer> answers, ItemSet of) {
    ItemSet items = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if ((of & item_bit(i)) != 0 && answers[i].is_missing()) items |= item_bit(i);
    }
    return items;
}

/// What stands before every work score: contradictions, and people without paid work. `ok` when
/// the score's own formula goes on.
constexpr Computed before_work(std::span<const Answer> answers) {
    Computed result;
    std::int64_t sum = 0;
    for (const std::size_t i : {missed_ad, missed_other, worked}) {
        if (answers[i].is_missing() || answers[i].millionths() == 0) continue;
        sum += answers[i].millionths();
        result.wrong |= item_bit(i);
    }
    const bool jobless = !answers[employed].is_missing() && answers[employed].millionths() == 0;
    if (sum > 168 * millionths_per_point) {
        result.why = "the hours are more than a week has";
        return result;
    }
    if (jobless && sum > 0) {
        result.wrong |= item_bit(employed);
        result.why = "hours of work without paid work";
        return result;
    }
    result.wrong = 0;
    if (jobless) return not_applicable("without paid work there is only the activity score");
    if (answers[employed].is_missing()) return unanswered(item_bit(employed));
    result.status = Status::ok;
    return result;
}

constexpr Text no_hours = "no hours were worked, and none missed for atopic dermatitis";

/// 100 x missed / (missed + worked).
constexpr Computed absenteeism(std::span<const Answer> answers) {
    Computed result = before_work(answers);
    if (result.status != Status::ok) return result;
    const ItemSet blank = blanks(answers, item_bit(missed_ad) | item_bit(worked));
    if (blank != 0) return unanswered(blank);
    const Exact missed = answers[missed_ad].exact();
    const Exact all = missed + answers[worked].exact();
    if (all == Exact(0)) return not_applicable(no_hours);
    result.value = Exact(100) * missed / all;
    result.add_line("hours missed for atopic dermatitis", missed);
    result.add_line("hours missed or worked", all);
    return result;
}

/// 10 x the effect on work, of those who worked.
constexpr Computed presenteeism(std::span<const Answer> answers) {
    Computed result = before_work(answers);
    if (result.status != Status::ok) return result;
    const ItemSet no_work_hours = blanks(answers, item_bit(worked));
    if (no_work_hours != 0) return unanswered(no_work_hours);
    if (answers[worked].millionths() == 0) return not_applicable("no hours were worked");
    const ItemSet no_effect = blanks(answers, item_bit(work_effect));
    if (no_effect != 0) return unanswered(no_effect);
    result.value = Exact(10) * answers[work_effect].exact();
    result.add_line("effect on work, of 10", answers[work_effect].exact());
    return result;
}

/// 100 x (A + (1 - A) x effect / 10), A the share of hours missed; 100 when no hour was worked.
constexpr Computed overall(std::span<const Answer> answers) {
    Computed result = absenteeism(answers);
    if (result.status != Status::ok) return result;
    result.line_count = 0;
    const Exact absent = result.value;
    result.add_line("absenteeism", absent);
    if (answers[worked].millionths() == 0) return result;
    const ItemSet no_effect = blanks(answers, item_bit(work_effect));
    if (no_effect != 0) return unanswered(no_effect);
    const Exact impaired = (Exact(100) - absent) * answers[work_effect].exact() / Exact(10);
    result.add_line("impairment of the rest", impaired);
    result.value = absent + impaired;
    return result;
}

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
    Formula formula;
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
