// SPDX-License-Identifier: BSL-1.0
// PSSI, the Psoriasis Scalp Severity Index: area grade of the scalp x sum of three signs, 0 to 72.
#pragma once

#include <array>

#include "eczscore/instruments/detail/area_grades.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::pssi {

/// One region, the scalp without face and neck.
inline constexpr Item items[] = {
    {.id = "erythema", .label = "erythema", .scale = whole_points(0, 4)},
    {.id = "induration", .label = "induration", .scale = whole_points(0, 4)},
    {.id = "desquamation", .label = "desquamation", .scale = whole_points(0, 4)},
    eczscore::detail::area::grade("area")};
inline constexpr Domain domains[] = {
    {.id = "scalp", .label = "Scalp", .items = items, .max = 72, .zero_excuses = true}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 72}};

inline constexpr const Citation* sources[] = {cite("pssi_tools_page")};

namespace detail {
consteval Threshold responder(Text id, Text label, int percent) {
    return {.id = id,
            .label = label,
            .basis = Basis::responder,
            .value = percent,
            .unit = ThresholdUnit::percent,
            .population = "trials",
            .evidence = {nullptr, Confidence::medium, "trial practice; no source read"}};
}
}  // namespace detail
inline constexpr Threshold thresholds[] = {detail::responder("pssi_75", "at least 75 % better", 75),
                                           detail::responder("pssi_90", "at least 90 % better", 90),
                                           detail::responder("pssi_100", "PSSI of exactly 0", 100)};

inline constexpr Text notes[] = {
    "A score of its own: the scalp still counts in the head region of PASI.",
    "One region with the area grades of PASI; quadrants and decimals, as one tool describes them, "
    "are not part of it.",
    "An area of 0 makes the score 0 and the signs may be blank.",
    "No bands, important difference or missing-item rule were published."};

inline constexpr Description description{
    Identity{.id = "pssi",
             .title = "Psoriasis Scalp Severity Index",
             .version = "0-72",
             .respondent = Respondent::clinician,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = "No owner's statement was found (unverified)."},
    Scoring{.min = 0,
            .max = 72,
            .forms = forms,
            .missing = {.evidence = {nullptr, Confidence::medium,
                                     "no published rule was found, so nothing is replaced"},
                        .text = "none: the area and, where it is above 0, all three signs"}},
    Interpretation{.thresholds = thresholds, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One assessment; a field that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer erythema{};
    Answer induration{};
    Answer desquamation{};
    Answer area{};  ///< grade 0-6

    static constexpr const Instrument& instrument() { return pssi::instrument; }
    constexpr std::array<Answer, 4> in_order() const {
        return {erythema, induration, desquamation, area};
    }
};

// Worked example: 40 % and 2 + 3 + 2.
static_assert(score(Answers{.erythema = 2, .induration = 3, .desquamation = 2, .area = 3})
                  .value() == Exact(21));

}  // namespace eczscore::pssi
