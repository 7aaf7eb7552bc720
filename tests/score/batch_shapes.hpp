// SPDX-License-Identifier: BSL-1.0
// Made-up instruments at the limits of what a kernel fits, for tests of whole columns.
#pragma once

#include "score/toy.hpp"

namespace eczscore::toy {

/// An instrument of one form for everybody.
consteval Description of_form(Text id, List<Form> forms, Exact min, List<BandScheme> bands = {}) {
    return {Identity{.id = id,
                     .title = "Made up",
                     .version = "1",
                     .respondent = Respondent::patient,
                     .recall = "none",
                     .rights = "none"},
            Scoring{.min = min, .max = forms[0].max, .forms = forms},
            Interpretation{.bands = bands}, Provenance{.sources = sources}};
}

/// Two forms, and a default scheme of bands for each age.
inline constexpr Item aged_items[] = {
    {.id = "a", .label = "a", .scale = whole_points(0, 4)},
    {.id = "b", .label = "b", .scale = whole_points(0, 3), .role = Role::multiplies}};
inline constexpr Domain aged_young[] = {body_region("all", "All", 3, aged_items, 36)};
inline constexpr Domain aged_old[] = {body_region("all", "All", 2, aged_items, 24)};
inline constexpr Form aged_forms[] = {
    {"young", "0 to 7 years", {.from_months = 0, .below_months = 96}, 1, aged_young, 36},
    {"old", "from 8 years", {.from_months = 96}, 1, aged_old, 24}};
inline constexpr Band aged_low[] = {{"low", "Low", from(0), up_to(6)},
                                    {"high", "High", above(6), up_to(36)}};
inline constexpr Band aged_strict[] = {{"low", "Low", from(0), below(4)},
                                       {"high", "High", from(4), up_to(36)}};
inline constexpr BandScheme aged_bands[] = {
    {.id = "strict", .title = "at any age", .bands = aged_strict, .evidence = seen},
    {.id = "children",
     .title = "before the eighth birthday",
     .bands = aged_low,
     .evidence = seen,
     .is_default = true,
     .ages = {.below_months = 96}},
    {.id = "others",
     .title = "from the eighth birthday",
     .bands = aged_strict,
     .evidence = seen,
     .is_default = true,
     .ages = {.from_months = 96}}};
inline constexpr Description aged_description = of_form("aged", aged_forms, 0, aged_bands);
inline constexpr Instrument aged = checked<aged_description>();

/// The finest scale whose units are the codes of a byte column.
inline constexpr Item full_items[] = {
    {.id = "full", .label = "full", .scale = whole_points(0, 253)}};
inline constexpr Domain full_domains[] = {{"full", "Full", 1, full_items, 253}};
inline constexpr Form full_forms[] = {
    {.id = "all", .label = "all", .domains = full_domains, .max = 253}};
inline constexpr Description full_description = of_form("full", full_forms, 0);
inline constexpr Instrument full = checked<full_description>();

/// Measured numbers beside an item that multiplies them.
inline constexpr Item wet_items[] = {
    {.id = "a", .label = "a", .scale = measured(0, 100)},
    {.id = "b", .label = "b", .scale = measured(1, 100)},
    {.id = "area", .label = "area", .scale = whole_points(0, 6), .role = Role::multiplies}};
inline constexpr Domain wet_domains[] = {body_region("all", "All", 1, wet_items, 1200)};
inline constexpr Form wet_forms[] = {
    {.id = "all", .label = "all", .domains = wet_domains, .max = 1200}};
inline constexpr Description wet_description = of_form("wet", wet_forms, 0);
inline constexpr Instrument wet = checked<wet_description>();

/// A score of more units than 32 bits hold.
inline constexpr Item fine_items[] = {
    {.id = "fine", .label = "fine", .scale = measured(0, 100)},
    {.id = "area", .label = "area", .scale = whole_points(0, 100), .role = Role::multiplies}};
inline constexpr Domain fine_domains[] = {{"fine", "Fine", 1, fine_items, 10'000, true, true}};
inline constexpr Form fine_forms[] = {
    {.id = "all", .label = "all", .domains = fine_domains, .max = 10'000}};
inline constexpr Description fine_description = of_form("fine", fine_forms, 0);
inline constexpr Instrument fine = checked<fine_description>();

/// A score below zero, which no proved descriptor has.
template <class Described>
consteval Described with_minimum(Described instrument, Exact min) {
    instrument.min = min;
    return instrument;
}
inline constexpr Instrument below_zero = with_minimum(fine, -3);

/// More bands than a kernel counts.
inline constexpr Item banded_items[] = {{.id = "x", .label = "x", .scale = whole_points(0, 17)}};
inline constexpr Domain banded_domains[] = {{"x", "X", 1, banded_items, 17}};
inline constexpr Form banded_forms[] = {
    {.id = "all", .label = "all", .domains = banded_domains, .max = 17}};
inline constexpr Band banded_bands[] = {
    {"b0", "0", from(0), below(1)},          {"b1", "1", from(1), below(2)},
    {"b2", "2", from(2), below(3)},          {"b3", "3", from(3), below(4)},
    {"b4", "4", from(4), below(5)},          {"b5", "5", from(5), below(6)},
    {"b6", "6", from(6), below(7)},          {"b7", "7", from(7), below(8)},
    {"b8", "8", from(8), below(9)},          {"b9", "9", from(9), below(10)},
    {"b10", "10", from(10), below(11)},      {"b11", "11", from(11), below(12)},
    {"b12", "12", from(12), below(13)},      {"b13", "13", from(13), below(14)},
    {"b14", "14", from(14), below(15)},      {"b15", "15", from(15), below(16)},
    {"b16", "16 to 17", from(16), up_to(17)}};
inline constexpr BandScheme banded_schemes[] = {{.id = "many",
                                                 .title = "one band a point",
                                                 .bands = banded_bands,
                                                 .evidence = seen,
                                                 .is_default = true}};
inline constexpr Description banded_description =
    of_form("banded", banded_forms, 0, banded_schemes);
inline constexpr Instrument banded = checked<banded_description>();

/// Everything that an item can do, a measured number beside the score, and ages from 4 to 64.
inline constexpr int reversed_points[] = {5, 4, 3, 2, 1};
inline constexpr int shifted_points[] = {3, 4, 5};
inline constexpr int class_points[] = {0, 0, 10, 10, 25, 25, 20};
inline constexpr int level_points[] = {0, 50, 100};
inline constexpr Exact odd_levels[] = {1, 3, 7};
inline constexpr Item rich_items[] = {
    {.id = "often",
     .label = "often",
     .scale = whole_points(0, 3),
     .zero_means_not_applicable = true},
    {.id = "calm", .label = "calm", .scale = whole_points(1, 5), .points = reversed_points},
    {.id = "late", .label = "late", .scale = whole_points(0, 2), .points = shifted_points},
    {.id = "sites", .label = "sites", .scale = whole_points(0, 6), .points = class_points},
    {.id = "size", .label = "size", .scale = measured(0, 100), .role = Role::recorded},
    {.id = "odd",
     .label = "odd",
     .scale = {.min = 1, .max = 7, .levels = odd_levels},
     .points = level_points},
    {.id = "work", .label = "work", .scale = whole_points(1, 5), .offers_not_relevant = true},
    {.id = "play",
     .label = "play",
     .scale = whole_points(0, 2),
     .role = Role::alternative_part,
     .offers_not_relevant = true,
     .points = shifted_points},
    {.id = "severity", .label = "severity", .scale = whole_points(1, 4), .role = Role::recorded}};
inline constexpr Domain rich_domains[] = {{"all", "All", 1, rich_items, 143}};
inline constexpr Form rich_forms[] = {
    {.id = "all", .label = "all", .domains = rich_domains, .max = 143}};
consteval Description of_ages(Description instrument) {
    instrument.ages = {.from_months = 48, .below_months = 65 * 12};
    return instrument;
}
inline constexpr Description rich_description = of_ages(of_form("rich", rich_forms, 8));
inline constexpr Instrument rich = checked<rich_description>();

/// A domain whose bytes add up beyond a byte, and blanks that leave the mean.
inline constexpr Item many_items[] = {{.id = "a", .label = "a", .scale = whole_points(0, 100)},
                                      {.id = "b", .label = "b", .scale = whole_points(0, 100)},
                                      {.id = "c", .label = "c", .scale = whole_points(0, 253)},
                                      {.id = "d", .label = "d", .scale = whole_points(1, 5)},
                                      {.id = "e", .label = "e", .scale = whole_points(1, 250)}};
inline constexpr Domain many_domains[] = {{"all", "All", 1, many_items, 708}};
inline constexpr Form many_forms[] = {
    {.id = "all", .label = "all", .domains = many_domains, .max = 708}};
consteval Description of_rule(Description instrument, MissingRule rule) {
    instrument.missing = rule;
    return instrument;
}
inline constexpr Description many_description =
    of_rule(of_form("many", many_forms, 2), {.allowed = 2,
                                             .blank = Blank::leaves_the_mean,
                                             .evidence = seen,
                                             .text = "Two may be missing."});
inline constexpr Instrument many = checked<many_description>();

/// Two multiplying items in one domain, weights that depend on the age, blanks that count 0.
inline constexpr Item twice_items[] = {
    {.id = "depth", .label = "depth", .scale = whole_points(0, 3), .role = Role::multiplies},
    {.id = "a", .label = "a", .scale = whole_points(0, 4)},
    {.id = "b", .label = "b", .scale = whole_points(0, 4)},
    {.id = "area", .label = "area", .scale = whole_points(0, 6), .role = Role::multiplies}};
inline constexpr Item rest_items[] = {{.id = "c", .label = "c", .scale = whole_points(0, 9)},
                                      {.id = "d", .label = "d", .scale = whole_points(0, 9)}};
inline constexpr Domain twice_young[] = {body_region("twice", "Twice", 1, twice_items, 144),
                                         {"rest", "Rest", 3, rest_items, 54}};
inline constexpr Domain twice_old[] = {body_region("twice", "Twice", 2, twice_items, 288),
                                       {"rest", "Rest", 3, rest_items, 54}};
inline constexpr Form twice_forms[] = {
    {"young", "0 to 7 years", {.from_months = 0, .below_months = 96}, 1, twice_young, 198},
    {"old", "from 8 years", {.from_months = 96}, 1, twice_old, 342}};
template <class Described>
consteval Described with_maximum(Described instrument, Exact max) {
    instrument.max = max;
    return instrument;
}
inline constexpr Description twice_description =
    with_maximum(of_form("twice", twice_forms, 0), 342);
inline constexpr Instrument twice = checked<twice_description>();

/// Items without a total, and a sum that a table turns into a score.
consteval Description without_total(Description instrument) {
    instrument.has_total = false;
    return instrument;
}
inline constexpr Description apart_description = without_total(of_form("apart", banded_forms, 0));
inline constexpr Instrument apart = checked<apart_description>();
consteval Description with_table(Description instrument) {
    instrument.table = "made up";
    instrument.min = 20;
    instrument.max = 80;
    return instrument;
}
inline constexpr Description looked_up_description =
    with_table(of_form("looked_up", many_forms, 2));
inline constexpr Instrument looked_up = checked<looked_up_description>();

}  // namespace eczscore::toy
