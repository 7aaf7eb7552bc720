// SPDX-License-Identifier: BSL-1.0
// PSQI, the Pittsburgh Sleep Quality Index: seven components 0-3, global score 0 to 21.
#pragma once

#include <array>
#include <cstddef>

#include "eczscore/instruments/detail/psqi_components.hpp"
#include "eczscore/model/checked.hpp"
#include "eczscore/model/worksheet.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::psqi {

// --- What is asked ------------------------------------------------------------------------------

using eczscore::detail::psqi::items;
inline constexpr Domain domains[] = {{"all", "All items", 1, items}};
inline constexpr Form forms[] = {{.id = "all", .label = "adults", .domains = domains, .max = 21}};

// --- Sources and cut ----------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("buysse_1989"), cite("pittsburgh")};

inline constexpr Band buysse_1989_bands[] = {{"good", "Good sleeper", from(0), up_to(5)},
                                             {"poor", "Poor sleeper", above(5), up_to(21)}};
inline constexpr BandScheme band_schemes[] = {{.id = "buysse_1989",
                                               .title = "Above 5 is a poor sleeper",
                                               .bands = buysse_1989_bands,
                                               .evidence = {cite("buysse_1989"), Confidence::high},
                                               .is_default = true}};

// --- The instruments ----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Items are named by role and by the numbering of 1989 and 2005; other versions renumber them "
    "(quality becomes item 9).",
    "Exactly 7.0 hours of sleep: psqi gives 0 as the official database does, psqi_form_1989 gives "
    "1 as the printed form does (medium confidence; the sources are garbled).",
    "5j counts 0 when its rating or its text is missing (official since 20 May 2005). Whether the "
    "text was given is asked for only where it changes the component.",
    "A range such as 30 to 60 minutes is entered as its midpoint.",
    "Time in bed runs over midnight. More hours slept than in bed scores efficiency 0 and over 16 "
    "hours in bed is remarked on (conventions of this library: usually a.m. for p.m.); equal times "
    "of going to bed and getting up are refused.",
    "Efficiency is not rounded and its classes have no gaps: 84.5 % is component 1.",
    "5a belongs to latency only, not to disturbance.",
    "Under 18 years the index does not apply (medium confidence)."};

namespace detail {
consteval Description described(Text id, Text title, const Formula* formula) {
    return {
        Identity{.id = id,
                 .title = title,
                 .version = "1989, scoring of 2005",
                 .respondent = Respondent::patient,
                 .reuse = Reuse::by_permission,
                 .recall_days = 30,
                 .recall = "past month",
                 .rights =
                     "(c) DJ Buysse, University of Pittsburgh. Clinical and non-industry research "
                     "use is allowed, others ask (medium confidence). No item wording is "
                     "included."},
        Scoring{
            .min = 0,
            .max = 21,
            .ages = {.from_months = 18 * 12},
            .columns = "psqi",
            .forms = forms,
            .formula = formula,
            .formula_text = "duration + efficiency + latency + disturbance + daytime dysfunction + "
                            "quality + medication, each graded 0 to 3",
            .missing =
                {.evidence = {cite("pittsburgh"), Confidence::high},
                 .text =
                     "none: every item but 5j, which counts 0; whether 5j has a text where that "
                     "decides"}},
        Interpretation{.bands = band_schemes, .notes = notes}, Provenance{.sources = sources}};
}
}  // namespace detail

inline constexpr Description description = detail::described(
    "psqi", "Pittsburgh Sleep Quality Index", &formula_of<eczscore::detail::psqi::Global<false>>);
inline constexpr Instrument instrument = checked<description>();

/// One questionnaire; an answer that was not set is missing, never 0.
template <const Instrument& which>
struct AnswersFor {
    Age age{};
    Answer bed_time{};  ///< minutes after midnight, 0-1439
    Answer latency_minutes{};
    Answer rise_time{};  ///< minutes after midnight, 0-1439
    Answer hours_slept{};
    std::array<Answer, 10> disturbances{};  ///< 5a to 5j
    Answer q5j_text_given{};                ///< 1: the other reason was written down
    Answer quality{};
    Answer medication{};
    Answer staying_awake{};
    Answer enthusiasm{};

    static constexpr const Instrument& instrument() { return which; }
    constexpr std::array<Answer, 19> in_order() const {
        std::array<Answer, 19> all{bed_time, latency_minutes, rise_time, hours_slept};
        for (std::size_t i = 0; i < 10; ++i) all[4 + i] = disturbances[i];
        all[14] = q5j_text_given;
        all[15] = quality;
        all[16] = medication;
        all[17] = staying_awake;
        all[18] = enthusiasm;
        return all;
    }
};
using Answers = AnswersFor<instrument>;

// Worked example: 2 + 2 + 2 + 2 + 2 + 2 + 1.
inline constexpr Answers example{.bed_time = 23 * 60 + 30,
                                 .latency_minutes = 40,
                                 .rise_time = 7 * 60,
                                 .hours_slept = 5.5,
                                 .disturbances = {2, 3, 1, 0, 0, 0, 2, 1, 2, 3},
                                 .q5j_text_given = 1,
                                 .quality = 2,
                                 .medication = 1,
                                 .staying_awake = 1,
                                 .enthusiasm = 2};
static_assert(score(example).value() == Exact(13));

}  // namespace eczscore::psqi

namespace eczscore::psqi_form_1989 {

/// The alternative of the printed form: exactly 7.0 hours of sleep is 1, not 0.
inline constexpr Description description = psqi::detail::described(
    "psqi_form_1989", "Pittsburgh Sleep Quality Index, 7.0 h as on the form of 1989",
    &formula_of<eczscore::detail::psqi::Global<true>>);
inline constexpr Instrument instrument = checked<description>();
using Answers = psqi::AnswersFor<instrument>;

}  // namespace eczscore::psqi_form_1989
