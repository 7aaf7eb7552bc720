// SPDX-License-Identifier: BSL-1.0
// DLQI, the Dermatology Life Quality Index: ten questions, item 7 in two parts, 0 to 30.
#pragma once

#include <array>

#include "eczscore/instruments/detail/dlqi_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::dlqi {

// --- What is asked ------------------------------------------------------------------------------

namespace detail {
using namespace eczscore::detail::dlqi;
}  // namespace detail

inline constexpr Domain domains[] = {
    sub_scale("symptoms_feelings", "Symptoms and feelings (1, 2)", 1, detail::symptoms_feelings, 6),
    sub_scale("daily_activities", "Daily activities (3, 4)", 1, detail::daily_activities, 6),
    sub_scale("leisure", "Leisure (5, 6)", 1, detail::leisure, 6),
    sub_scale("work_school", "Work and school (7)", 1, detail::work_school, 3),
    sub_scale("relationships", "Personal relationships (8, 9)", 1, detail::relationships, 6),
    sub_scale("treatment", "Treatment (10)", 1, detail::treatment, 3)};
inline constexpr Form forms[] = {
    {.id = "all", .label = "16 years and over", .domains = domains, .max = 30}};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {
    cite("finlay_1994"),   cite("cardiff_dlqi"),    cite("hongbo_2005"),
    cite("vakharia_2018"), cite("silverberg_2018"), cite("basra_2015"),
    cite("shikiar_2005"),  cite("basra_2008"),      cite("adolescents_2019")};

// --- Bands --------------------------------------------------------------------------------------

inline constexpr BandScheme band_schemes[] = {
    {.id = "hongbo_2005",
     .title = "Hongbo 2005, UK adult outpatients (kappa 0.489)",
     .bands = detail::hongbo_2005_bands,
     .evidence = {cite("hongbo_2005"), Confidence::high},
     .is_default = true},
    {.id = "ad_3",
     .title = "Three bands for adults with atopic dermatitis, Vakharia 2018 (kappa 0.398) and "
              "Silverberg 2018 (0.446)",
     .bands = detail::ad_3_bands,
     .evidence = {cite("vakharia_2018"), Confidence::high}}};

// --- Change that matters ------------------------------------------------------------------------

inline constexpr Threshold thresholds[] = {
    {.id = "mcid_4",
     .label = "at least 4 points better (study estimate 3.3)",
     .basis = Basis::mcid,
     .value = 4,
     .population = "inflammatory skin disease, global rating of change",
     .evidence = {cite("basra_2015"), Confidence::high},
     .is_default = true,
     .eligible_from = 4},
    {.id = "mcid_ad_4",
     .label = "at least 4 points better, within person",
     .basis = Basis::mcid,
     .value = 4,
     .population = "adults with atopic dermatitis",
     .evidence = {cite("adolescents_2019"), Confidence::medium, "as cited there"},
     .eligible_from = 4},
    {.id = "dlqi_5",
     .label = "at least 5 points better (older usage, superseded)",
     .basis = Basis::mcid,
     .value = 5,
     .population = "older studies",
     .evidence = {cite("basra_2008"), Confidence::medium, "seen as mentioned"}},
    {.id = "mcid_urticaria_low",
     .label = "smallest important difference, lower estimate",
     .basis = Basis::mcid,
     .value = 2.24_x,
     .population = "chronic urticaria, not eczema",
     .evidence = {cite("shikiar_2005"), Confidence::high}},
    {.id = "mcid_urticaria_high",
     .label = "smallest important difference, upper estimate",
     .basis = Basis::mcid,
     .value = 3.1_x,
     .population = "chronic urticaria, not eczema",
     .evidence = {cite("shikiar_2005"), Confidence::high}},
    {.id = "low_impact",
     .label = "DLQI of 0 or 1",
     .basis = Basis::target,
     .value = 1,
     .population = "trials and practice",
     .evidence = {nullptr, Confidence::high, "a common low-impact target"}},
    {.id = "rule_of_tens",
     .label = "DLQI above 10: the decision cut of the rule of tens",
     .basis = Basis::cut,
     .value = 10,
     .strictly = true,
     .population = "practice",
     .evidence = {nullptr, Confidence::high, "common decision cut"}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Item 7: \"yes\" is 3 whatever the second part says; \"no\" counts the second part, or 0 when "
    "that is blank (medium confidence, from memory).",
    "Item 7 not relevant with a second part of 1 or 2 counts that (medium confidence, from "
    "memory); "
    "with 0 it stays not relevant and is flagged (our choice, unverified); first part blank: the "
    "second part counts (our choice, unverified).",
    "\"Not relevant\" is offered on items 3 to 10 and counts 0.",
    "One unanswered item counts 0; two or more leave the total unscored. A sub-scale with a blank "
    "is not scored (medium confidence, from memory).",
    "Of several ticks the highest counts, of a mark between two boxes the lower (medium "
    "confidence, "
    "from memory).",
    "For 16 years and over; at least 7 days between two questionnaires.",
    "Rasch analyses report misfit, differential item functioning and poor targeting at mild "
    "disease "
    "(Twiss 2012, seen as cited)."};

inline constexpr Description description{
    Identity{.id = "dlqi",
             .title = "Dermatology Life Quality Index",
             .version = "April 1992",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 7,
             .respondent_words = "patient, 16 years and over",
             .recall = "past week",
             .rights = detail::rights},
    Scoring{
        .min = 0,
        .max = 30,
        .several_ticks = MarkRule::highest,
        .between_boxes = MarkRule::lower,
        .forms = forms,
        .missing = {.allowed = 1,
                    .evidence = {cite("cardiff_dlqi"), Confidence::high,
                                 "seen second-hand in a public repository that quotes the owner"},
                    .text = "exactly one unanswered item counts 0; two or more: not scored"}},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One questionnaire; an answer that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer q1{};
    Answer q2{};
    Answer q3{};
    Answer q4{};
    Answer q5{};
    Answer q6{};
    Answer q7_prevented{};  ///< 3 yes, 0 no, `Answer::not_relevant()`
    Answer q7_problem{};    ///< 0, 1 or 2
    Answer q8{};
    Answer q9{};
    Answer q10{};

    static constexpr const Instrument& instrument() { return dlqi::instrument; }
    constexpr std::array<Answer, 11> in_order() const {
        return {q1, q2, q3, q4, q5, q6, q7_prevented, q7_problem, q8, q9, q10};
    }
};

// Worked example: 3,2,1,2,1,0, item 7 no and 2, 1,0,2.
inline constexpr Answers example{.q1 = 3,
                                 .q2 = 2,
                                 .q3 = 1,
                                 .q4 = 2,
                                 .q5 = 1,
                                 .q6 = 0,
                                 .q7_prevented = 0,
                                 .q7_problem = 2,
                                 .q8 = 1,
                                 .q9 = 0,
                                 .q10 = 2};
static_assert(score(example).value() == Exact(14));

}  // namespace eczscore::dlqi
