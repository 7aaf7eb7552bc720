// SPDX-License-Identifier: BSL-1.0
// Itch on a visual analogue scale: one mark on a line of 10 cm, measured.
#pragma once

#include <array>

#include "eczscore/instruments/detail/itch_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::vas_itch {

namespace detail {
using namespace eczscore::detail::itch;
}

inline constexpr Item items[] = {
    {.id = "cm", .label = "itch, cm on a line of 10 cm", .scale = measured(0, 10)}};
inline constexpr Domain domains[] = {{"itch", "Itch", 1, items, 10}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 10}};

inline constexpr const Citation* sources[] = {cite("reich_2012"), cite("reich_2017"),
                                              cite("riepe_2019")};

inline constexpr Band reich_2012_bands[] = {{"none", "None", from(0), up_to(0)},
                                            {"mild", "Mild", above(0), below(4)},
                                            {"moderate", "Moderate", from(4), below(7)},
                                            {"severe", "Severe", from(7), below(9)},
                                            {"very_severe", "Very severe", from(9), up_to(10)}};
inline constexpr Band itch_379_bands[] = {{"none", "None", from(0), up_to(0)},
                                          {"mild", "Mild", above(0), below(3)},
                                          {"moderate", "Moderate", from(3), below(7)},
                                          {"severe", "Severe", from(7), below(9)},
                                          {"very_severe", "Very severe", from(9), up_to(10)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "vas_reich_2012",
     .title = "Reich 2012, 310 patients, several dermatoses",
     .bands = reich_2012_bands,
     .evidence = {cite("reich_2012"), Confidence::high},
     .is_default = true},
    {.id = "itch_379",
     .title = "Cuts at 3, 7 and 9, later practice of the European network",
     .bands = itch_379_bands,
     .evidence = {.source = cite("reich_2017"),
                  .confidence = Confidence::medium,
                  .note = "numbers from memory; the same cuts were seen in public code",
                  .from_memory = true}}};

inline constexpr Threshold thresholds[] = {detail::chronic_low, detail::chronic_high};

inline constexpr Text notes[] = {
    "A visual analogue scale is not a 0-10 rating: in the same patients the ratings were 5.7 and "
    "the marks 5.3 on average (Reich 2012). There is no conversion, and neither the bands nor the "
    "4-point responder of the ratings apply.",
    "Millimetres are divided by 10; on a line that was not printed 100 mm long the mark is "
    "rescaled first (trial::vas_mark). The mark is never rounded to a whole number.",
    "Worst or average itch, and over which time, is the protocol's choice: store it. In SCORAD the "
    "same scale asks for the average of three days."};

inline constexpr Description description{
    Identity{.id = "vas_itch",
             .title = "Itch, visual analogue scale",
             .version = "line of 10 cm",
             .respondent = Respondent::patient,
             .reuse = Reuse::free,
             .recall = "by protocol",
             .rights = "A generic scale: free."},
    Scoring{.min = 0,
            .max = 10,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::high, "one value"},
                        .text = "none: the value"}},
    Interpretation{.bands = band_schemes, .thresholds = thresholds, .notes = notes},
    Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One mark; a mark that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer cm{};  ///< 0-10

    static constexpr const Instrument& instrument() { return vas_itch::instrument; }
    constexpr std::array<Answer, 1> in_order() const { return {cm}; }
};

static_assert(score(Answers{.cm = 6.5}).value() == 6.5_x);

}  // namespace eczscore::vas_itch
