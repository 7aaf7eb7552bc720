// SPDX-License-Identifier: BSL-1.0
// DFI, Dermatitis Family Impact: ten items answered by a carer, 0 to 30, without bands.
#pragma once

#include <array>

#include "eczscore/instruments/detail/cardiff_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::dfi {

namespace detail {
using eczscore::detail::cardiff::one_blank;
using eczscore::detail::cardiff::question;
using eczscore::detail::cardiff::rights;
}  // namespace detail

inline constexpr Item items[] = {detail::question("housework", "housework"),
                                 detail::question("food_preparation", "food preparation"),
                                 detail::question("others_sleep", "sleep of others"),
                                 detail::question("family_leisure", "family leisure"),
                                 detail::question("shopping", "shopping"),
                                 detail::question("spending", "spending"),
                                 detail::question("carer_tiredness", "tiredness of the carer"),
                                 detail::question("emotional_distress", "emotional distress"),
                                 detail::question("relationships", "relationships"),
                                 detail::question("treatment_help", "helping with treatment")};
inline constexpr Domain domains[] = {{"total", "Ten items", 1, items, 30}};
inline constexpr Form forms[] = {{.id = "all", .label = "carers", .domains = domains, .max = 30}};

inline constexpr const Citation* sources[] = {cite("lawson_1998"), cite("dodington_2013"),
                                              cite("cardiff_questionnaires")};

inline constexpr Text notes[] = {
    "No missing rule was seen: that one unanswered item counts 0 is taken over from the owner's "
    "other questionnaires (low confidence, unverified).",
    "There are no validated bands (the owner's page says so), and no change that matters was "
    "found.",
    "Modified wordings circulate: say which version was used.",
    "Answered by a carer of 16 years and over about a child under 16 (medium confidence)."};

inline constexpr Description description{
    Identity{.id = "dfi",
             .title = "Dermatitis Family Impact",
             .version = "1998",
             .respondent = Respondent::caregiver,
             .reuse = Reuse::by_permission,
             .recall_days = 7,
             .respondent_words = "adult carer",
             .recall = "past week",
             .rights = detail::rights},
    Scoring{.min = 0,
            .max = 30,
            .several_ticks = MarkRule::highest,
            .forms = forms,
            .missing = {.allowed = 1,
                        .evidence = {nullptr, Confidence::low,
                                     "no published rule was seen; taken over from the DLQI"},
                        .text = "exactly one unanswered item counts 0 (unverified); two or more: "
                                "not scored"}},
    Interpretation{.notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One questionnaire; an answer that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer housework{};
    Answer food_preparation{};
    Answer others_sleep{};
    Answer family_leisure{};
    Answer shopping{};
    Answer spending{};
    Answer carer_tiredness{};
    Answer emotional_distress{};
    Answer relationships{};
    Answer treatment_help{};

    static constexpr const Instrument& instrument() { return dfi::instrument; }
    constexpr std::array<Answer, 10> in_order() const {
        return {housework, food_preparation, others_sleep,       family_leisure, shopping,
                spending,  carer_tiredness,  emotional_distress, relationships,  treatment_help};
    }
};

// Worked example: 1,0,3,2,1,2,3,2,1,2.
inline constexpr Answers example{.housework = 1,
                                 .food_preparation = 0,
                                 .others_sleep = 3,
                                 .family_leisure = 2,
                                 .shopping = 1,
                                 .spending = 2,
                                 .carer_tiredness = 3,
                                 .emotional_distress = 2,
                                 .relationships = 1,
                                 .treatment_help = 2};
static_assert(score(example).value() == Exact(17));

}  // namespace eczscore::dfi
