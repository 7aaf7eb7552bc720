// SPDX-License-Identifier: BSL-1.0
// NAPSI, the Nail Psoriasis Severity Index: quadrants with matrix and bed signs, 10 or 20 nails.
#pragma once

#include <array>

#include "eczscore/model/checked.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::detail::napsi {

/// Quadrants of one nail, 0-4, that show any sign of the matrix (pitting, leukonychia, red spots in
/// the lunula, crumbling) or any sign of the bed (onycholysis, splinter haemorrhages, oil drop,
/// subungual hyperkeratosis).
consteval Item quadrants(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(0, 4)};
}

inline constexpr const Citation* sources[] = {cite("rich_2003"), cite("public_tool")};

inline constexpr Text what_counts =
    "Matrix signs: pitting, leukonychia, red spots in the lunula, crumbling. Bed signs: "
    "onycholysis, splinter haemorrhages, oil drop, subungual hyperkeratosis. A quadrant with "
    "several signs of one kind counts once.";
inline constexpr Text whole_set =
    "The number of nails belongs to the score: totals of 10 and of 20 nails do not compare.";
inline constexpr Text no_prorating =
    "Without every nail of the set there is no score; nothing is prorated.";
inline constexpr Text not_modified =
    "The modified NAPSI is a different instrument. No bands and no important difference were "
    "found.";

consteval Description described(Text id, Text title, Text version, List<Form> forms,
                                List<Text> notes) {
    return {Identity{.id = id,
                     .title = title,
                     .version = version,
                     .respondent = Respondent::clinician,
                     .reuse = Reuse::by_permission,
                     .recall_days = 0,
                     .recall = "today",
                     .rights = "No owner's statement was found (unverified)."},
            Scoring{.min = 0,
                    .max = forms[0].max,
                    .also_columns = "napsi",
                    .forms = forms,
                    .missing = {.evidence = {nullptr, Confidence::medium,
                                             "no published rule was found, so nothing is replaced"},
                                .text = "none: matrix and bed of every nail of the set"}},
            Interpretation{.notes = notes}, Provenance{.sources = sources}};
}

/// Matrix and bed of one nail.
struct Nail {
    Answer matrix{};
    Answer bed{};
};

/// One assessment of `count` nails; a field that was not set is missing, never 0.
template <const Instrument& which, std::size_t count>
struct Nails {
    Age age{};
    std::array<Nail, count> nails{};

    static constexpr const Instrument& instrument() { return which; }
    constexpr std::array<Answer, 2 * count> in_order() const {
        std::array<Answer, 2 * count> all;
        for (std::size_t i = 0; i < count; ++i) {
            all[2 * i] = nails[i].matrix;
            all[2 * i + 1] = nails[i].bed;
        }
        return all;
    }
};

}  // namespace eczscore::detail::napsi

namespace eczscore::napsi_10 {

namespace detail {
using eczscore::detail::napsi::quadrants;
}

inline constexpr Item items[] = {detail::quadrants("nail_1_matrix", "nail 1, matrix"),
                                 detail::quadrants("nail_1_bed", "nail 1, bed"),
                                 detail::quadrants("nail_2_matrix", "nail 2, matrix"),
                                 detail::quadrants("nail_2_bed", "nail 2, bed"),
                                 detail::quadrants("nail_3_matrix", "nail 3, matrix"),
                                 detail::quadrants("nail_3_bed", "nail 3, bed"),
                                 detail::quadrants("nail_4_matrix", "nail 4, matrix"),
                                 detail::quadrants("nail_4_bed", "nail 4, bed"),
                                 detail::quadrants("nail_5_matrix", "nail 5, matrix"),
                                 detail::quadrants("nail_5_bed", "nail 5, bed"),
                                 detail::quadrants("nail_6_matrix", "nail 6, matrix"),
                                 detail::quadrants("nail_6_bed", "nail 6, bed"),
                                 detail::quadrants("nail_7_matrix", "nail 7, matrix"),
                                 detail::quadrants("nail_7_bed", "nail 7, bed"),
                                 detail::quadrants("nail_8_matrix", "nail 8, matrix"),
                                 detail::quadrants("nail_8_bed", "nail 8, bed"),
                                 detail::quadrants("nail_9_matrix", "nail 9, matrix"),
                                 detail::quadrants("nail_9_bed", "nail 9, bed"),
                                 detail::quadrants("nail_10_matrix", "nail 10, matrix"),
                                 detail::quadrants("nail_10_bed", "nail 10, bed")};
inline constexpr Domain domains[] = {{"nails", "Nails", 1, items, 80}};
inline constexpr Form forms[] = {{.id = "all", .label = "all ages", .domains = domains, .max = 80}};
inline constexpr Text notes[] = {
    eczscore::detail::napsi::what_counts, eczscore::detail::napsi::whole_set,
    eczscore::detail::napsi::no_prorating, eczscore::detail::napsi::not_modified};
inline constexpr Description description = eczscore::detail::napsi::described(
    "napsi_10", "Nail Psoriasis Severity Index, 10 nails (0-80)", "10 nails", forms, notes);
inline constexpr Instrument instrument = checked<description>();

using Answers = eczscore::detail::napsi::Nails<instrument, 10>;

// Worked example: three nails with (2, 1), (4, 0) and (1, 3), the others free.
inline constexpr Answers example = [] {
    Answers answers;
    answers.nails.fill({0, 0});
    answers.nails[0] = {2, 1};
    answers.nails[1] = {4, 0};
    answers.nails[2] = {1, 3};
    return answers;
}();
static_assert(score(example).value() == Exact(11));

}  // namespace eczscore::napsi_10

namespace eczscore::napsi_20 {

namespace detail {
using eczscore::detail::napsi::quadrants;
}

inline constexpr Item items[] = {detail::quadrants("nail_1_matrix", "nail 1, matrix"),
                                 detail::quadrants("nail_1_bed", "nail 1, bed"),
                                 detail::quadrants("nail_2_matrix", "nail 2, matrix"),
                                 detail::quadrants("nail_2_bed", "nail 2, bed"),
                                 detail::quadrants("nail_3_matrix", "nail 3, matrix"),
                                 detail::quadrants("nail_3_bed", "nail 3, bed"),
                                 detail::quadrants("nail_4_matrix", "nail 4, matrix"),
                                 detail::quadrants("nail_4_bed", "nail 4, bed"),
                                 detail::quadrants("nail_5_matrix", "nail 5, matrix"),
                                 detail::quadrants("nail_5_bed", "nail 5, bed"),
                                 detail::quadrants("nail_6_matrix", "nail 6, matrix"),
                                 detail::quadrants("nail_6_bed", "nail 6, bed"),
                                 detail::quadrants("nail_7_matrix", "nail 7, matrix"),
                                 detail::quadrants("nail_7_bed", "nail 7, bed"),
                                 detail::quadrants("nail_8_matrix", "nail 8, matrix"),
                                 detail::quadrants("nail_8_bed", "nail 8, bed"),
                                 detail::quadrants("nail_9_matrix", "nail 9, matrix"),
                                 detail::quadrants("nail_9_bed", "nail 9, bed"),
                                 detail::quadrants("nail_10_matrix", "nail 10, matrix"),
                                 detail::quadrants("nail_10_bed", "nail 10, bed"),
                                 detail::quadrants("nail_11_matrix", "nail 11, matrix"),
                                 detail::quadrants("nail_11_bed", "nail 11, bed"),
                                 detail::quadrants("nail_12_matrix", "nail 12, matrix"),
                                 detail::quadrants("nail_12_bed", "nail 12, bed"),
                                 detail::quadrants("nail_13_matrix", "nail 13, matrix"),
                                 detail::quadrants("nail_13_bed", "nail 13, bed"),
                                 detail::quadrants("nail_14_matrix", "nail 14, matrix"),
                                 detail::quadrants("nail_14_bed", "nail 14, bed"),
                                 detail::quadrants("nail_15_matrix", "nail 15, matrix"),
                                 detail::quadrants("nail_15_bed", "nail 15, bed"),
                                 detail::quadrants("nail_16_matrix", "nail 16, matrix"),
                                 detail::quadrants("nail_16_bed", "nail 16, bed"),
                                 detail::quadrants("nail_17_matrix", "nail 17, matrix"),
                                 detail::quadrants("nail_17_bed", "nail 17, bed"),
                                 detail::quadrants("nail_18_matrix", "nail 18, matrix"),
                                 detail::quadrants("nail_18_bed", "nail 18, bed"),
                                 detail::quadrants("nail_19_matrix", "nail 19, matrix"),
                                 detail::quadrants("nail_19_bed", "nail 19, bed"),
                                 detail::quadrants("nail_20_matrix", "nail 20, matrix"),
                                 detail::quadrants("nail_20_bed", "nail 20, bed")};
inline constexpr Domain domains[] = {{"nails", "Nails", 1, items, 160}};
inline constexpr Form forms[] = {
    {.id = "all", .label = "all ages", .domains = domains, .max = 160}};
inline constexpr Text notes[] = {
    eczscore::detail::napsi::what_counts, eczscore::detail::napsi::whole_set,
    eczscore::detail::napsi::no_prorating, eczscore::detail::napsi::not_modified};
inline constexpr Description description = eczscore::detail::napsi::described(
    "napsi_20", "Nail Psoriasis Severity Index, 20 nails (0-160)", "20 nails", forms, notes);
inline constexpr Instrument instrument = checked<description>();

using Answers = eczscore::detail::napsi::Nails<instrument, 20>;

// Worked example: three nails with (2, 1), (4, 0) and (1, 3), the others free.
inline constexpr Answers example = [] {
    Answers answers;
    answers.nails.fill({0, 0});
    answers.nails[0] = {2, 1};
    answers.nails[1] = {4, 0};
    answers.nails[2] = {1, 3};
    return answers;
}();
static_assert(score(example).value() == Exact(11));

}  // namespace eczscore::napsi_20
