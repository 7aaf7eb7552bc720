// SPDX-License-Identifier: BSL-1.0
// PBI, the Patient Benefit Index: benefits weighted by what the patient needed, 0 to 4, 4 is best.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "eczscore/model/checked.hpp"
#include "eczscore/model/worksheet.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::pbi {

// --- What is asked: needs before treatment, the same as benefits afterwards ---------------------

namespace detail {
inline constexpr int does_not_apply = 5;
inline constexpr Word words[] = {{"does_not_apply", does_not_apply}};

/// 0 not at all to 4 very, or 5, does not apply.
consteval Item answer(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(0, does_not_apply), .words = words};
}
consteval Item need(Text id, Text label) { return answer(id, label); }
consteval Item benefit(Text id, Text label) { return answer(id, label); }
}  // namespace detail

inline constexpr Item needs[] = {
    detail::need("need_1", "need 1"),   detail::need("need_2", "need 2"),
    detail::need("need_3", "need 3"),   detail::need("need_4", "need 4"),
    detail::need("need_5", "need 5"),   detail::need("need_6", "need 6"),
    detail::need("need_7", "need 7"),   detail::need("need_8", "need 8"),
    detail::need("need_9", "need 9"),   detail::need("need_10", "need 10"),
    detail::need("need_11", "need 11"), detail::need("need_12", "need 12"),
    detail::need("need_13", "need 13"), detail::need("need_14", "need 14"),
    detail::need("need_15", "need 15"), detail::need("need_16", "need 16"),
    detail::need("need_17", "need 17"), detail::need("need_18", "need 18"),
    detail::need("need_19", "need 19"), detail::need("need_20", "need 20"),
    detail::need("need_21", "need 21"), detail::need("need_22", "need 22"),
    detail::need("need_23", "need 23"), detail::need("need_24", "need 24"),
    detail::need("need_25", "need 25")};
inline constexpr Item benefits[] = {
    detail::benefit("benefit_1", "benefit 1"),   detail::benefit("benefit_2", "benefit 2"),
    detail::benefit("benefit_3", "benefit 3"),   detail::benefit("benefit_4", "benefit 4"),
    detail::benefit("benefit_5", "benefit 5"),   detail::benefit("benefit_6", "benefit 6"),
    detail::benefit("benefit_7", "benefit 7"),   detail::benefit("benefit_8", "benefit 8"),
    detail::benefit("benefit_9", "benefit 9"),   detail::benefit("benefit_10", "benefit 10"),
    detail::benefit("benefit_11", "benefit 11"), detail::benefit("benefit_12", "benefit 12"),
    detail::benefit("benefit_13", "benefit 13"), detail::benefit("benefit_14", "benefit 14"),
    detail::benefit("benefit_15", "benefit 15"), detail::benefit("benefit_16", "benefit 16"),
    detail::benefit("benefit_17", "benefit 17"), detail::benefit("benefit_18", "benefit 18"),
    detail::benefit("benefit_19", "benefit 19"), detail::benefit("benefit_20", "benefit 20"),
    detail::benefit("benefit_21", "benefit 21"), detail::benefit("benefit_22", "benefit 22"),
    detail::benefit("benefit_23", "benefit 23"), detail::benefit("benefit_24", "benefit 24"),
    detail::benefit("benefit_25", "benefit 25")};
inline constexpr Domain domains[] = {{"needs", "Needs", 1, needs, 4},
                                     {"benefits", "Benefits", 1, benefits, 4}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 4}};

// --- The formula --------------------------------------------------------------------------------

/// Sum of need x benefit / sum of needs; "does not apply" counts 0.
struct Index {
    template <class Sheet>
    constexpr void operator()(Sheet& sheet) const {
        using Number = typename Sheet::Number;
        using Mask = typename Sheet::Mask;
        const std::size_t asked = sheet.items() / 2;
        const auto points = [&](std::size_t item) -> Number {
            const Number ticked = sheet.points(item);
            return Sheet::select(ticked == detail::does_not_apply, 0, ticked);
        };
        Number answered = 0;
        Number needed = 0;
        Number reached = 0;
        Mask blank_need = Sheet::none();
        Mask blank_benefit = Sheet::none();  // of what was needed
        for (std::size_t i = 0; i < asked; ++i) {
            const Mask is_answered = sheet.has(i);
            const Number need = points(i);
            const Mask lacks_benefit = need > 0 && !sheet.has(asked + i);
            sheet.blank(!is_answered, i);
            sheet.blank(lacks_benefit, asked + i);
            blank_need = blank_need || !is_answered;
            blank_benefit = blank_benefit || lacks_benefit;
            answered += Sheet::count(is_answered);
            needed += need;
            reached += need * points(asked + i);
        }
        sheet.missing(4 * answered < 3 * static_cast<std::int64_t>(asked) || blank_benefit);
        sheet.not_applicable(needed == 0,
                             "nothing was needed, so there is nothing to weigh the benefits by");
        sheet.line(Sheet::all(), "sum of needs", needed);
        sheet.line(Sheet::all(), "sum of needs x benefits", reached);
        sheet.score(reached, needed, blank_need);
    }
};

// --- Sources and responders ---------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("augustin_2009")};
inline constexpr Threshold thresholds[] = {{.id = "relevant_benefit",
                                            .label = "an index of 1 or more: a relevant benefit",
                                            .basis = Basis::target,
                                            .value = 1,
                                            .population = "patients treated for skin diseases",
                                            .evidence = {.source = cite("augustin_2009"),
                                                         .confidence = Confidence::medium,
                                                         .note = "value from memory",
                                                         .from_memory = true}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "unverified: the number of items, 25, is from memory.",
    "Higher is better. Needs are asked before treatment, benefits afterwards, in the same order.",
    "5 says \"does not apply\": such a need is in neither sum (medium confidence), and such a "
    "benefit of something that was needed counts 0 (unverified).",
    "A blank need is in neither sum (medium confidence); three quarters of the needs must be "
    "answered (unverified), and we take \"does not apply\" as an answer.",
    "A blank benefit of something that was needed leaves the index unscored (our choice; no source "
    "says).",
    "Two ticks, or a mark between two boxes, are a blank: the opposite of the Cardiff and "
    "Nottingham questionnaires.",
    "It is itself a result of treatment: it has no baseline and no change of its own."};

inline constexpr Description description{
    Identity{
        .id = "pbi",
        .title = "Patient Benefit Index",
        .version = "25 items (unverified)",
        .respondent = Respondent::patient,
        .reuse = Reuse::by_permission,
        .recall = "needs before, benefits after treatment",
        .rights =
            "University of Hamburg; the manual is offered for download, ask before display. No "
            "item wording is included."},
    Scoring{
        .min = 0,
        .max = 4,
        .direction = Direction::higher_is_better,
        .several_ticks = MarkRule::blank,
        .between_boxes = MarkRule::blank,
        .forms = forms,
        .formula = &formula_of<Index, std::int16_t>,
        .formula_text = "sum of need x benefit / sum of needs",
        .missing = {.blank = Blank::leaves_the_mean,
                    .evidence = {.source = cite("augustin_2009"),
                                 .confidence = Confidence::low,
                                 .note = "value from memory",
                                 .from_memory = true},
                    .text = "three quarters of the needs, and the benefit of each thing needed; a "
                            "blank need is in neither sum"}},
    Interpretation{.thresholds = thresholds, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One patient; an answer that was not set is missing, never 0.
struct Answers {
    Age age{};
    std::array<Answer, 25> need{};     ///< 0-4, or 5 does not apply
    std::array<Answer, 25> benefit{};  ///< 0-4, or 5 does not apply

    static constexpr const Instrument& instrument() { return pbi::instrument; }
    constexpr std::array<Answer, 50> in_order() const {
        std::array<Answer, 50> all{};
        for (std::size_t i = 0; i < need.size(); ++i) {
            all[i] = need[i];
            all[need.size() + i] = benefit[i];
        }
        return all;
    }
};

// Worked example: five needs, the other twenty do not apply.
constexpr Answers example() {
    Answers all{.need = {4, 3, 0, 2, 5}, .benefit = {3, 2, 4, 0, 5}};
    for (std::size_t i = 5; i < all.need.size(); ++i) all.need[i] = all.benefit[i] = 5;
    return all;
}
static_assert(score(example()).value() == Exact(2));

}  // namespace eczscore::pbi
