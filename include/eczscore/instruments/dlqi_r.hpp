// SPDX-License-Identifier: BSL-1.0
// DLQI-R: the DLQI without its "not relevant" items, scaled up to 30: total x 10 / (10 - N).
#pragma once

#include <array>

#include "eczscore/instruments/detail/dlqi_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/rounding.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::dlqi_r {

namespace detail {
using namespace eczscore::detail::dlqi;
}

/// The DLQI's questions; its sub-scales are not scaled up and not reported here.
inline constexpr Domain domains[] = {
    {"symptoms_feelings", "Symptoms and feelings (1, 2)", 1, detail::symptoms_feelings, 6},
    {"daily_activities", "Daily activities (3, 4)", 1, detail::daily_activities, 6},
    {"leisure", "Leisure (5, 6)", 1, detail::leisure, 6},
    {"work_school", "Work and school (7)", 1, detail::work_school, 3},
    {"relationships", "Personal relationships (8, 9)", 1, detail::relationships, 6},
    {"treatment", "Treatment (10)", 1, detail::treatment, 3}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "16 years and over", .domains = domains, .max = 30}};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {
    cite("rencz_2018"),  cite("rencz_2020"),   cite("rencz_2021"), cite("vyas_2024"),
    cite("finlay_1994"), cite("cardiff_dlqi"), cite("hongbo_2005")};

// --- Bands: the DLQI's; which rounding they want was not published ------------------------------

inline constexpr BandScheme band_schemes[] = {
    {.id = "hongbo_2005",
     .title = "DLQI bands on the score rounded to a whole number",
     .bands = detail::hongbo_2005_bands,
     .evidence = {cite("hongbo_2005"), Confidence::low,
                  "whether to round before banding was not published (our choice)"},
     .is_default = true,
     .on_rounded = true},
    {.id = "hongbo_2005_on_raw",
     .title = "DLQI bands on the unrounded score",
     .bands = detail::hongbo_2005_bands,
     .evidence = {cite("hongbo_2005"), Confidence::low,
                  "whether to round before banding was not published (the alternative)"}}};

inline constexpr Threshold thresholds[] = {
    {.id = "mcid_4",
     .label = "the DLQI's 4 points; no change value of its own was published",
     .basis = Basis::mcid,
     .value = 4,
     .population = "borrowed from the DLQI",
     .evidence = {nullptr, Confidence::low, "no DLQI-R value was published"},
     .is_default = true,
     .eligible_from = 4},
    {.id = "rule_of_tens",
     .label = "above 10, on the unrounded score",
     .basis = Basis::cut,
     .value = 10,
     .strictly = true,
     .population = "practice",
     .evidence = {nullptr, Confidence::low, "the DLQI's decision cut"}}};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "The formula is from memory; every abstract seen agrees with it: items marked not relevant are "
    "dropped, the rest scaled up, the range unchanged.",
    "Reads the dlqi_ columns. Rounding was not published (unverified): the score is kept exact; 9 "
    "with one item not relevant is exactly 10 and does not cross 10.",
    "One unanswered item counts 0 and stays in the denominator (not defined by the authors, "
    "unverified); to be strict, treat a score with imputed = 1 and not_relevant_count > 0 as not "
    "scored.",
    "The original paper re-ran its analysis with at most 2 or 3 items not relevant: "
    "`not_relevant_count` "
    "says how many there were."};

inline constexpr Description description{
    Identity{.id = "dlqi_r",
             .title = "Dermatology Life Quality Index, relevant items (DLQI-R)",
             .version = "2018",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 7,
             .respondent_words = "patient, 16 years and over",
             .recall = "past week",
             .rights = detail::rights},
    Scoring{
        .min = 0,
        .max = 30,
        .not_relevant = NotRelevant::leaves_the_mean,
        .several_ticks = MarkRule::highest,
        .between_boxes = MarkRule::lower,
        .columns = "dlqi",
        .forms = forms,
        .missing = {.allowed = 1,
                    .evidence = {cite("rencz_2018"), Confidence::low,
                                 "not defined by the authors; taken over from the DLQI"},
                    .text = "exactly one unanswered item counts 0 (unverified); two or more: not "
                            "scored"}},
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

    static constexpr const Instrument& instrument() { return dlqi_r::instrument; }
    constexpr std::array<Answer, 11> in_order() const {
        return {q1, q2, q3, q4, q5, q6, q7_prevented, q7_problem, q8, q9, q10};
    }
};

// Worked example: total 12 with items 6, 7 and 9 not relevant: 12 x 10 / 7.
inline constexpr Answers example{.q1 = 3,
                                 .q2 = 2,
                                 .q3 = 1,
                                 .q4 = 2,
                                 .q5 = 1,
                                 .q6 = Answer::not_relevant(),
                                 .q7_prevented = Answer::not_relevant(),
                                 .q8 = 1,
                                 .q9 = Answer::not_relevant(),
                                 .q10 = 2};
static_assert(score(example).value() == Exact::ratio(120, 7));

// --- Named alternatives; which of them the authors mean was not published -----------------------

/// `strict`: an unanswered item beside one that is not relevant leaves the DLQI-R unscored. Without
/// one that is not relevant the DLQI's own rule stands.
constexpr Score strict(Score score) {
    if (score.imputed == 0 || score.not_relevant_count == 0) return score;
    score.status = Status::missing;
    score.imputed = 0;
    return score;
}

/// `round1` and `round_int`: the score with one decimal, or whole. The default is unrounded.
constexpr Score round1(const Score& score) { return rounded_to(score, 1); }
constexpr Score round_int(const Score& score) { return rounded_to(score, 0); }

/// `max_nrr`: whether the score enters an analysis that admits at most this many items not relevant
/// (the original paper: 2 or 3). For `band_on_raw` see the edition `hongbo_2005_on_raw`.
constexpr bool within_max_nrr(const Score& score, int most) {
    return score.is_scored() && score.not_relevant_count <= most;
}

/// `relevant`: item 7 "not relevant" beside a second part of 0 is taken for "no", so it counts as a
/// relevant item of 0. The default keeps it not relevant and flags it.
constexpr Answers item_7_relevant(Answers answers) {
    if (answers.q7_prevented.is_not_relevant() && answers.q7_problem == Answer(0)) {
        answers.q7_prevented = 0;
    }
    return answers;
}

}  // namespace eczscore::dlqi_r
