// SPDX-License-Identifier: BSL-1.0
// POSAS 2.0, the patient's scale: six items 1 to 10, total 6 to 60.
#pragma once

#include <array>

#include "eczscore/instruments/detail/posas2_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::posas2_patient {

namespace detail {
using namespace eczscore::detail::posas2;
}

inline constexpr Item items[] = {detail::rating("pain", "pain"),
                                 detail::rating("itch", "itch"),
                                 detail::rating("colour", "colour"),
                                 detail::rating("stiffness", "stiffness"),
                                 detail::rating("thickness", "thickness"),
                                 detail::rating("irregularity", "irregularity"),
                                 detail::overall_opinion};
inline constexpr Domain domains[] = {{"total", "Six items", 1, items, 60}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 60}};

inline constexpr const Citation* sources[] = {cite("posas_2_instructions"),
                                              cite("van_der_wal_2012"), cite("legemate_2024")};

// --- Change that matters: published per item, six times that on the total -----------------------

namespace detail {
consteval Threshold important(Text id, Text label, Exact per_item, Text note) {
    return {.id = id,
            .label = label,
            .basis = Basis::mcid,
            .value = Exact(6) * per_item,
            .population = "127 patients with deep burns",
            .evidence = {cite("legemate_2024"), Confidence::medium, note}};
}
consteval Threshold by_default(Threshold threshold) {
    threshold.is_default = true;
    return threshold;
}
}  // namespace detail
inline constexpr Threshold thresholds[] = {
    detail::by_default(detail::important(
        "derived_mic_6_12_months_high",
        "6 x 0.75, the highest estimate, 6 to 12 months after the "
        "burn",
        0.75_x, "derived: published as 0.75 on the mean of the items (high confidence)")),
    detail::important("derived_mic_6_12_months_low",
                      "6 x 0.38, the lowest estimate, 6 to 12 months after the burn", 0.38_x,
                      "derived: published as 0.38 on the mean of the items (high confidence)"),
    detail::important("derived_mic_3_6_months_high",
                      "6 x 0.59, the highest estimate, 3 to 6 months after the burn", 0.59_x,
                      "derived: published as 0.59 on the mean of the items (high confidence)"),
    detail::important("derived_mic_3_6_months_low",
                      "6 x 0.29, the lowest estimate, 3 to 6 months after the burn", 0.29_x,
                      "derived: published as 0.29 on the mean of the items (high confidence)")};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    detail::never_added,
    detail::opinion_apart,
    detail::floor,
    detail::which_part,
    "Important changes were published on the mean of the items, 1 to 10; on the total they are six "
    "times that, which no paper printed. A change below one of them is not meaningful.",
    "Between two scars 0.08 to 0.39 points of the mean were important; that is no change of one "
    "scar, so it is no threshold here.",
    detail::no_bands};

inline constexpr Description description{
    Identity{.id = "posas2_patient",
             .title = "Patient and Observer Scar Assessment Scale, patient",
             .version = "2.0",
             .respondent = Respondent::patient,
             .reuse = Reuse::by_permission,
             .recall_days = 0,
             .recall = "today",
             .rights = detail::rights},
    Scoring{.min = 6, .max = 60, .forms = forms, .missing = detail::all_six},
    Interpretation{.thresholds = thresholds, .notes = notes}, Provenance{.sources = sources}};
inline constexpr Instrument instrument = checked<description>();

/// One scar; an item that was not set is missing, never 1.
struct Answers {
    Age age{};
    Answer pain{};
    Answer itch{};
    Answer colour{};
    Answer stiffness{};
    Answer thickness{};
    Answer irregularity{};
    Answer overall_opinion{};  ///< kept apart, may stay unset

    static constexpr const Instrument& instrument() { return posas2_patient::instrument; }
    constexpr std::array<Answer, 7> in_order() const {
        return {pain, itch, colour, stiffness, thickness, irregularity, overall_opinion};
    }
};

// Worked example.
inline constexpr Answers example{
    .pain = 2, .itch = 5, .colour = 6, .stiffness = 5, .thickness = 5, .irregularity = 4};
static_assert(score(example).value() == Exact(27));

}  // namespace eczscore::posas2_patient
