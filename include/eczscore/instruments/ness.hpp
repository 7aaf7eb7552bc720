// SPDX-License-Identifier: BSL-1.0
// NESS, the Nottingham Eczema Severity Score: three parts graded 1 to 5 over the last year.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::ness {

/// The graded parts, not the raw answers: the limits between their grades could not be verified.
inline constexpr Item items[] = {
    {.id = "course", .label = "clinical course, graded", .scale = whole_points(1, 5)},
    {.id = "intensity",
     .label = "intensity (sleep disturbance), graded",
     .scale = whole_points(1, 5)},
    {.id = "extent", .label = "extent on examination, graded", .scale = whole_points(1, 5)}};
inline constexpr Domain domains[] = {{"parts", "Parts", 1, items, 15}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 15}};

inline constexpr const Citation* sources[] = {cite("ness_nottingham"), cite("emerson_2000"),
                                              cite("hon_2003")};

inline constexpr Band emerson_2000_bands[] = {{"mild", "Mild", from(3), below(9)},
                                              {"moderate", "Moderate", from(9), below(12)},
                                              {"severe", "Severe", from(12), up_to(15)}};
inline constexpr BandScheme band_schemes[] = {
    {.id = "emerson_2000",
     .title = "Three grades of severity, limits from memory (unverified)",
     .bands = emerson_2000_bands,
     .evidence = {.source = cite("emerson_2000"),
                  .confidence = Confidence::low,
                  .note =
                      "that there are three grades was seen; 3-8, 9-11 and 12-15 are from memory",
                  .from_memory = true},
     .is_default = true}};

inline constexpr Text notes[] = {
    "unverified: the grades 1-5, the range 3-15 and the bands are from memory.",
    "Takes the three graded parts; months, nights and ticked areas are not turned into grades, "
    "because their limits could not be verified.",
    "It looks back over a year: not for change in the short term. No important difference was "
    "found."};

inline constexpr Description description{
    Identity{.id = "ness",
             .title = "Nottingham Eczema Severity Score",
             .version = "Emerson 2000",
             .respondent = Respondent::clinician | Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 365,
             .recall = "12 months",
             .rights = "Distributed by the University of Nottingham; terms were not found."},
    Scoring{.min = 3,
            .max = 15,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: all three parts"}},
    Interpretation{.bands = band_schemes, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer course{};     ///< 1-5
    Answer intensity{};  ///< 1-5
    Answer extent{};     ///< 1-5

    static constexpr const Instrument& instrument() { return ness::instrument; }
    constexpr std::array<Answer, 3> in_order() const { return {course, intensity, extent}; }
};

static_assert(score(Answers{.course = 4, .intensity = 3, .extent = 3}).value() == Exact(10));

}  // namespace eczscore::ness
