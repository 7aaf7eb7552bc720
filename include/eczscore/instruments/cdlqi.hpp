// SPDX-License-Identifier: BSL-1.0
// CDLQI, the Children's Dermatology Life Quality Index: ten questions, item 7 by school or holiday.
#pragma once

#include <array>

#include "eczscore/instruments/detail/cardiff_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::cdlqi {

// --- What is asked ------------------------------------------------------------------------------

namespace detail {
using eczscore::detail::cardiff::one_blank;
using eczscore::detail::cardiff::question;
using eczscore::detail::cardiff::rights;
}  // namespace detail

inline constexpr Item symptoms_feelings[] = {detail::question("q1", "1 skin symptoms"),
                                             detail::question("q2", "2 feelings")};
inline constexpr Item friendships[] = {detail::question("q3", "3 friendships")};
inline constexpr Item leisure[] = {detail::question("q4", "4 clothing"),
                                   detail::question("q5", "5 play or hobbies"),
                                   detail::question("q6", "6 swimming or sport")};
/// Item 7 is asked about a school week or about a holiday week; where both were answered the higher
/// counts. School knows a further answer, prevented, which counts 3 too.
inline constexpr Word prevented[] = {{"prevented", 3}};
inline constexpr Item school_holiday[] = {
    {.id = "q7_school", .label = "7 school week", .scale = whole_points(0, 3), .words = prevented},
    {.id = "q7_holiday",
     .label = "7 holiday week",
     .scale = whole_points(0, 3),
     .role = Role::alternative_part}};
inline constexpr Item teasing[] = {detail::question("q8", "8 teasing")};
inline constexpr Item sleep[] = {detail::question("q9", "9 sleep")};
inline constexpr Item treatment[] = {detail::question("q10", "10 treatment burden")};

inline constexpr Domain domains[] = {
    sub_scale("symptoms_feelings", "Symptoms and feelings (1, 2)", 1, symptoms_feelings, 6),
    {"friendships", "Friendships (3)", 1, friendships, 3},
    sub_scale("leisure", "Leisure (4, 5, 6)", 1, leisure, 9),
    sub_scale("school_holiday", "School or holiday (7)", 1, school_holiday, 3),
    {"teasing", "Teasing (8)", 1, teasing, 3},
    sub_scale("sleep", "Sleep (9)", 1, sleep, 3),
    sub_scale("treatment", "Treatment (10)", 1, treatment, 3)};
inline constexpr Form forms[] = {{.id = "all", .label = "children", .domains = domains, .max = 30}};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("lewis_jones_1995"), cite("waters_2010"),
                                              cite("dermnet_2024"), cite("cardiff_questionnaires"),
                                              cite("adolescents_2019")};

// --- Bands --------------------------------------------------------------------------------------

inline constexpr Band waters_2010_bands[] = {
    {"no_effect", "No effect", from(0), below(2)},
    {"small", "Small effect", from(2), below(7)},
    {"moderate", "Moderate effect", from(7), below(13)},
    {"very_large", "Very large effect", from(13), below(19)},
    {"extremely_large", "Extremely large effect", from(19), up_to(30)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "waters_2010",
     .title = "Waters 2010, severity bands for children",
     .bands = waters_2010_bands,
     .evidence = {cite("waters_2010"), Confidence::high,
                  "bands seen in public code, the abstract itself was not seen"},
     .is_default = true}};

// --- Change that matters ------------------------------------------------------------------------

inline constexpr Text adolescents = "12-17 years, moderate to severe, dupilumab trial";
inline constexpr Threshold thresholds[] = {
    {.id = "responder_6",
     .label = "at least 6 points better; asked from a baseline of 6 (recommended 6 to 8)",
     .basis = Basis::responder,
     .value = 6,
     .population = "12-17 years; for 4-11 years it is extrapolated: no value was found",
     .evidence = {.source = cite("adolescents_2019"),
                  .confidence = Confidence::medium,
                  .note = "mean changes seen; the recommendation \"6-8\" is from memory",
                  .from_memory = true},
     .is_default = true,
     .eligible_from = 6},
    {.id = "cdlqi_8",
     .label = "at least 8 points better: the upper end of the recommended 6 to 8",
     .basis = Basis::responder,
     .value = 8,
     .population = adolescents,
     .evidence = {.source = cite("adolescents_2019"),
                  .confidence = Confidence::medium,
                  .note = "mean changes seen; the recommendation \"6-8\" is from memory",
                  .from_memory = true}},
    {.id = "adolescents_2019_patient_low",
     .label = "mean changes by patient anchors, 6.4 to 6.6, lower end",
     .basis = Basis::mcid,
     .value = 6.4_x,
     .population = adolescents,
     .evidence = {cite("adolescents_2019"), Confidence::high}},
    {.id = "adolescents_2019_patient_high",
     .label = "mean changes by patient anchors, 6.4 to 6.6, upper end",
     .basis = Basis::mcid,
     .value = 6.6_x,
     .population = adolescents,
     .evidence = {cite("adolescents_2019"), Confidence::high}},
    {.id = "adolescents_2019_clinician_low",
     .label = "mean changes by EASI and IGA anchors, 8.0 to 8.3, lower end",
     .basis = Basis::mcid,
     .value = 8,
     .population = adolescents,
     .evidence = {cite("adolescents_2019"), Confidence::high}},
    {.id = "adolescents_2019_clinician_high",
     .label = "mean changes by EASI and IGA anchors, 8.0 to 8.3, upper end",
     .basis = Basis::mcid,
     .value = 8.3_x,
     .population = adolescents,
     .evidence = {cite("adolescents_2019"), Confidence::high}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Item 7 has one branch, school week or holiday week; with both filled in the higher counts "
    "(medium confidence, from memory), with neither the item is missing.",
    "Ages are not judged, because sources disagree: 4-15 years (DermNet 2024), 4-16, 3-16, 5-16, "
    "and up to 18 in trials; the usual choice at baseline is 4 to under 16 (medium confidence).",
    "Keep the baseline questionnaire through a study, even past a birthday: DLQI, CDLQI and IDQoL "
    "are not pooled or converted.",
    "Never use the bands of the DLQI: 6 is a small effect here and a moderate one there.",
    "There is no \"not relevant\" answer, so there is no CDLQI-R.",
    "One unanswered item counts 0; two or more leave the total unscored. Of several ticks the "
    "highest counts, of a mark between two boxes the lower (medium confidence, from memory).",
    "The sub-scale relationships (items 3 and 8) is the row cdlqi_relationships, because its items "
    "are not neighbours.",
    "The text form and the cartoon form (roughly 4-12 years) score alike."};

inline constexpr Description description{
    Identity{.id = "cdlqi",
             .title = "Children's Dermatology Life Quality Index",
             .version = "May 1993",
             .respondent = Respondent::patient | Respondent::caregiver,
             .reuse = Reuse::by_permission,
             .recall_days = 7,
             .respondent_words = "child, helped by a parent if needed",
             .recall = "past week",
             .rights = detail::rights},
    Scoring{
        .min = 0,
        .max = 30,
        .several_ticks = MarkRule::highest,
        .between_boxes = MarkRule::lower,
        .forms = forms,
        .missing = {.allowed = 1,
                    .evidence = {.source = cite("cardiff_questionnaires"),
                                 .confidence = Confidence::medium,
                                 .note = "\"unanswered = 0\" was seen in a published calculator",
                                 .from_memory = true},
                    .text = detail::one_blank}},
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
    Answer q7_school{};   ///< 0 to 3; prevented is 3
    Answer q7_holiday{};  ///< 0 to 3
    Answer q8{};
    Answer q9{};
    Answer q10{};

    static constexpr const Instrument& instrument() { return cdlqi::instrument; }
    constexpr std::array<Answer, 11> in_order() const {
        return {q1, q2, q3, q4, q5, q6, q7_school, q7_holiday, q8, q9, q10};
    }
};

// Worked example: 3,2,1,1,1,2, school prevented, 1,2,2.
inline constexpr Answers example{.q1 = 3,
                                 .q2 = 2,
                                 .q3 = 1,
                                 .q4 = 1,
                                 .q5 = 1,
                                 .q6 = 2,
                                 .q7_school = 3,
                                 .q8 = 1,
                                 .q9 = 2,
                                 .q10 = 2};
static_assert(score(example).value() == Exact(18));

}  // namespace eczscore::cdlqi

namespace eczscore::cdlqi_relationships {

inline constexpr Item items[] = {cdlqi::friendships[0], cdlqi::teasing[0]};
inline constexpr Domain domains[] = {{"relationships", "Relationships (3, 8)", 1, items, 6}};
inline constexpr Form forms[] = {{.id = "all", .label = "children", .domains = domains, .max = 6}};
inline constexpr const Citation* sources[] = {cite("dermnet_2024")};
inline constexpr Text notes[] = {
    "A sub-scale of the CDLQI: reads items 3 and 8 of the cdlqi_ "
    "columns. It has no bands and no threshold of its own."};

inline constexpr Description description{
    Identity{.id = "cdlqi_relationships",
             .title = "Children's Dermatology Life Quality Index, relationships",
             .version = "May 1993",
             .respondent = Respondent::patient | Respondent::caregiver,
             .reuse = Reuse::by_permission,
             .recall_days = 7,
             .respondent_words = "child, helped by a parent if needed",
             .recall = "past week",
             .rights = cdlqi::detail::rights},
    Scoring{.min = 0,
            .max = 6,
            .several_ticks = MarkRule::highest,
            .between_boxes = MarkRule::lower,
            .columns = "cdlqi",
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::low, "no rule for sub-scales was seen"},
                        .text = "none: both items"}},
    Interpretation{.notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// Two items of a questionnaire; an answer that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer q3{};
    Answer q8{};

    static constexpr const Instrument& instrument() { return cdlqi_relationships::instrument; }
    constexpr std::array<Answer, 2> in_order() const { return {q3, q8}; }
};

static_assert(score(Answers{.q3 = 1, .q8 = 1}).value() == Exact(2));

}  // namespace eczscore::cdlqi_relationships
