// SPDX-License-Identifier: BSL-1.0
// The SCORAD body chart: extent A from the involved percentage of each surface, by age.
#pragma once

#include <array>

#include "eczscore/instruments/detail/scorad_parts.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::scorad_extent {

// --- What is recorded: involved percent of each surface -----------------------------------------

namespace detail {
consteval Item involved(Text id, Text label) {
    return {.id = id, .label = label, .scale = measured(0, 100)};
}
/// A surface of the chart. `tenths`: its share of the body in tenths of a percent.
consteval Domain surface(Text id, Text label, int tenths, List<Item> items, Exact scale = 1) {
    return {.id = id,
            .label = label,
            .weight = tenths,
            .items = items,
            .max = Exact::ratio(tenths, 10) * scale};
}
}  // namespace detail

inline constexpr Item head_front[] = {
    detail::involved("head_front", "head and neck, front, percent involved")};
inline constexpr Item head_back[] = {
    detail::involved("head_back", "head and neck, back, percent involved")};
inline constexpr Item right_upper_limb_front[] = {
    detail::involved("right_upper_limb_front", "right upper limb, front, percent involved")};
inline constexpr Item right_upper_limb_back[] = {
    detail::involved("right_upper_limb_back", "right upper limb, back, percent involved")};
inline constexpr Item left_upper_limb_front[] = {
    detail::involved("left_upper_limb_front", "left upper limb, front, percent involved")};
inline constexpr Item left_upper_limb_back[] = {
    detail::involved("left_upper_limb_back", "left upper limb, back, percent involved")};
inline constexpr Item trunk_front[] = {
    detail::involved("trunk_front", "trunk, front, percent involved")};
inline constexpr Item trunk_back[] = {
    detail::involved("trunk_back", "trunk, back, percent involved")};
inline constexpr Item right_lower_limb_front[] = {
    detail::involved("right_lower_limb_front", "right lower limb, front, percent involved")};
inline constexpr Item right_lower_limb_back[] = {
    detail::involved("right_lower_limb_back", "right lower limb, back, percent involved")};
inline constexpr Item left_lower_limb_front[] = {
    detail::involved("left_lower_limb_front", "left lower limb, front, percent involved")};
inline constexpr Item left_lower_limb_back[] = {
    detail::involved("left_lower_limb_back", "left lower limb, back, percent involved")};
inline constexpr Item genitals[] = {detail::involved("genitals", "genitals, percent involved")};

/// Shares of the body in tenths of a percent. The printed shares under 2 years total 96, not 100.
inline constexpr Domain from_2_years[] = {
    detail::surface("head_front", "head and neck, front", 45, head_front),
    detail::surface("head_back", "head and neck, back", 45, head_back),
    detail::surface("right_upper_limb_front", "right upper limb, front", 45,
                    right_upper_limb_front),
    detail::surface("right_upper_limb_back", "right upper limb, back", 45, right_upper_limb_back),
    detail::surface("left_upper_limb_front", "left upper limb, front", 45, left_upper_limb_front),
    detail::surface("left_upper_limb_back", "left upper limb, back", 45, left_upper_limb_back),
    detail::surface("trunk_front", "trunk, front", 180, trunk_front),
    detail::surface("trunk_back", "trunk, back", 180, trunk_back),
    detail::surface("right_lower_limb_front", "right lower limb, front", 90,
                    right_lower_limb_front),
    detail::surface("right_lower_limb_back", "right lower limb, back", 90, right_lower_limb_back),
    detail::surface("left_lower_limb_front", "left lower limb, front", 90, left_lower_limb_front),
    detail::surface("left_lower_limb_back", "left lower limb, back", 90, left_lower_limb_back),
    detail::surface("genitals", "genitals", 10, genitals)};
inline constexpr Domain under_2_years[] = {
    detail::surface("head_front", "head and neck, front", 85, head_front),
    detail::surface("head_back", "head and neck, back", 85, head_back),
    detail::surface("right_upper_limb_front", "right upper limb, front", 45,
                    right_upper_limb_front),
    detail::surface("right_upper_limb_back", "right upper limb, back", 45, right_upper_limb_back),
    detail::surface("left_upper_limb_front", "left upper limb, front", 45, left_upper_limb_front),
    detail::surface("left_upper_limb_back", "left upper limb, back", 45, left_upper_limb_back),
    detail::surface("trunk_front", "trunk, front", 180, trunk_front),
    detail::surface("trunk_back", "trunk, back", 180, trunk_back),
    detail::surface("right_lower_limb_front", "right lower limb, front", 60,
                    right_lower_limb_front),
    detail::surface("right_lower_limb_back", "right lower limb, back", 60, right_lower_limb_back),
    detail::surface("left_lower_limb_front", "left lower limb, front", 60, left_lower_limb_front),
    detail::surface("left_lower_limb_back", "left lower limb, back", 60, left_lower_limb_back),
    detail::surface("genitals", "genitals", 10, genitals)};

inline constexpr Exact to_100 = Exact::ratio(100, 96);
inline constexpr Domain under_2_years_to_100[] = {
    detail::surface("head_front", "head and neck, front", 85, head_front, to_100),
    detail::surface("head_back", "head and neck, back", 85, head_back, to_100),
    detail::surface("right_upper_limb_front", "right upper limb, front", 45, right_upper_limb_front,
                    to_100),
    detail::surface("right_upper_limb_back", "right upper limb, back", 45, right_upper_limb_back,
                    to_100),
    detail::surface("left_upper_limb_front", "left upper limb, front", 45, left_upper_limb_front,
                    to_100),
    detail::surface("left_upper_limb_back", "left upper limb, back", 45, left_upper_limb_back,
                    to_100),
    detail::surface("trunk_front", "trunk, front", 180, trunk_front, to_100),
    detail::surface("trunk_back", "trunk, back", 180, trunk_back, to_100),
    detail::surface("right_lower_limb_front", "right lower limb, front", 60, right_lower_limb_front,
                    to_100),
    detail::surface("right_lower_limb_back", "right lower limb, back", 60, right_lower_limb_back,
                    to_100),
    detail::surface("left_lower_limb_front", "left lower limb, front", 60, left_lower_limb_front,
                    to_100),
    detail::surface("left_lower_limb_back", "left lower limb, back", 60, left_lower_limb_back,
                    to_100),
    detail::surface("genitals", "genitals", 10, genitals, to_100)};

/// Before the 2nd birthday (24 completed months) and after; percentages of percentages, so / 1000.
inline constexpr Form forms[] = {
    {"under_2", "before the 2nd birthday", {.below_months = 24}, 1000, under_2_years, 96},
    {"from_2", "2 years and over", {.from_months = 24}, 1000, from_2_years, 100}};
inline constexpr Form forms_to_100[] = {
    {"under_2", "before the 2nd birthday", {.below_months = 24}, 960, under_2_years_to_100, 100},
    {"from_2", "2 years and over", {.from_months = 24}, 1000, from_2_years, 100}};

// --- Sources ------------------------------------------------------------------------------------

inline constexpr const Citation* sources[] = {cite("etfad_1993"), cite("dermnet_scorad"),
                                              cite("po_scorad_application")};

// --- The instrument -----------------------------------------------------------------------------

inline constexpr Text notes[] = {
    "Gives the extent A of SCORAD; write it to scorad_extent, or type A in directly.",
    "Under 2 years the printed shares total 96 (medium confidence: remembered from the ETFAD sheet "
    "and found in one phone application), so a fully covered infant has A = 96.",
    "scorad_extent_to_100 scales the infant chart up to 100; no source asks for it."};

namespace detail {
consteval Description described(Text id, Text title, List<Form> chart) {
    return {Identity{.id = id,
                     .title = title,
                     .version = "ETFAD 1993 body chart",
                     .respondent = Respondent::clinician,
                     .reuse = Reuse::by_permission,
                     .recall_days = 0,
                     .recall = "today",
                     .rights = eczscore::detail::scorad::rights},
            Scoring{.min = 0,
                    .max = 100,
                    .columns = "scorad_extent",
                    .forms = chart,
                    .missing = {.evidence = {nullptr, Confidence::medium,
                                             "no published rule was found, so nothing is replaced"},
                                .text = "none: every surface"}},
            Interpretation{.notes = notes}, Provenance{.sources = sources}};
}
}  // namespace detail

inline constexpr Description description =
    detail::described("scorad_extent", "SCORAD extent by body chart", forms);
inline constexpr Instrument instrument = checked<description>();

/// Involved percent of each surface, 0-100; a surface that was not set is missing, never 0.
struct Answers {
    Age age{};
    Answer head_front{};
    Answer head_back{};
    Answer right_upper_limb_front{};
    Answer right_upper_limb_back{};
    Answer left_upper_limb_front{};
    Answer left_upper_limb_back{};
    Answer trunk_front{};
    Answer trunk_back{};
    Answer right_lower_limb_front{};
    Answer right_lower_limb_back{};
    Answer left_lower_limb_front{};
    Answer left_lower_limb_back{};
    Answer genitals{};

    static constexpr const Instrument& instrument() { return scorad_extent::instrument; }
    constexpr std::array<Answer, 13> in_order() const {
        return {head_front,
                head_back,
                right_upper_limb_front,
                right_upper_limb_back,
                left_upper_limb_front,
                left_upper_limb_back,
                trunk_front,
                trunk_back,
                right_lower_limb_front,
                right_lower_limb_back,
                left_lower_limb_front,
                left_lower_limb_back,
                genitals};
    }
};

// Worked example: head front 60 %, arm fronts 20 %, trunk front 10 %, leg fronts 30 %.
inline constexpr Answers example{.age = Age::years(30),
                                 .head_front = 60,
                                 .head_back = 0,
                                 .right_upper_limb_front = 20,
                                 .right_upper_limb_back = 0,
                                 .left_upper_limb_front = 20,
                                 .left_upper_limb_back = 0,
                                 .trunk_front = 10,
                                 .trunk_back = 0,
                                 .right_lower_limb_front = 30,
                                 .right_lower_limb_back = 0,
                                 .left_lower_limb_front = 30,
                                 .left_lower_limb_back = 0,
                                 .genitals = 0};
static_assert(score(example).value() == 11.7_x);

}  // namespace eczscore::scorad_extent

namespace eczscore::scorad_extent_to_100 {

/// The alternative that scales the infant chart, which totals 96, up to 100.
inline constexpr Description description = scorad_extent::detail::described(
    "scorad_extent_to_100", "SCORAD extent by body chart, infants scaled to 100",
    scorad_extent::forms_to_100);
inline constexpr Instrument instrument = checked<description>();

}  // namespace eczscore::scorad_extent_to_100
