// SPDX-License-Identifier: BSL-1.0
// Made-up instruments just beyond what a kernel fits, and odd ones that it still does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "score/batch_shapes.hpp"

namespace eczscore::toy {

/// An instrument of one domain for everybody; `max` and `min` are counted in 1/den points.
template <const auto& items, int max, int den = 1>
inline constexpr Domain domains_of[] = {{"all", "All", 1, items, Exact::ratio(max, den)}};
template <const auto& items, int max, int den = 1>
inline constexpr Form forms_of[] = {{.id = "all",
                                     .label = "all",
                                     .domains = domains_of<items, max, den>,
                                     .max = Exact::ratio(max, den)}};
template <const auto& items, int max, int min = 0, int den = 1>
inline constexpr Description simple_description =
    of_form("simple", forms_of<items, max, den>, Exact::ratio(min, den));
template <const auto& items, int max, int min = 0, int den = 1>
inline constexpr Instrument simple = checked<simple_description<items, max, min, den>>();

/// The same with a weight; `max` and `min` in points.
template <const auto& items, std::int64_t max, std::int64_t min, int weight>
inline constexpr Domain weighted_domains[] = {{"all", "All", weight, items, Exact(max)}};
template <const auto& items, std::int64_t max, std::int64_t min, int weight>
inline constexpr Form weighted_forms[] = {{.id = "all",
                                           .label = "all",
                                           .domains = weighted_domains<items, max, min, weight>,
                                           .max = Exact(max)}};
template <const auto& items, std::int64_t max, std::int64_t min, int weight>
inline constexpr Description weighted_description =
    of_form("weighted", weighted_forms<items, max, min, weight>, Exact(min));
template <const auto& items, std::int64_t max, std::int64_t min, int weight>
inline constexpr Instrument weighted = checked<weighted_description<items, max, min, weight>>();

consteval Item asked(Text id, Scale scale, Role role = Role::adds) {
    return {.id = id, .label = id, .scale = scale, .role = role};
}
consteval Item often_irrelevant(Text id, Scale scale, Role role = Role::adds) {
    Item item = asked(id, scale, role);
    item.offers_not_relevant = true;
    return item;
}
consteval Item in_points(Text id, Scale scale, List<int> points) {
    Item item = asked(id, scale);
    item.points = points;
    return item;
}
consteval Item at_levels(Text id, List<Exact> levels, std::int64_t units, Role role) {
    return asked(id, {levels.front(), levels.back(), units, levels}, role);
}
consteval Item ends_at_zero(Item item) {
    item.zero_means_not_applicable = true;
    return item;
}
consteval Item alerting(Item item) {
    item.alert = "look at it";
    return item;
}

// --- Items that no kernel fits ------------------------------------------------------------------

inline constexpr Item below_zero_items[] = {asked("a", whole_points(-1, 3)),
                                            asked("b", whole_points(1, 4))};
/// In halves, from below and from above 0.
inline constexpr Item from_below_items[] = {asked("a", {Exact::ratio(-3, 2), 2, 2}),
                                            asked("b", {-3, 3, 2}), asked("c", {1, 4, 2})};
inline constexpr Item far_below_items[] = {asked("a", whole_points(-120, 133))};
inline constexpr Item near_below_items[] = {asked("a", whole_points(-120, 132))};
inline constexpr Item part_below_items[] = {
    asked("a", whole_points(-3, 3)), asked("b", whole_points(-3, 3), Role::alternative_part)};
inline constexpr Item alert_below_items[] = {alerting(asked("a", whole_points(-3, 3)))};
inline constexpr Item recorded_below_items[] = {asked("a", whole_points(-1, 3)),
                                                asked("b", whole_points(-3, 3), Role::recorded)};
inline constexpr Item part_above_items[] = {asked("a", whole_points(-3, 3)),
                                            asked("b", whole_points(0, 3), Role::alternative_part)};
inline constexpr int points_of_three[] = {-1, 0, 2};
inline constexpr Item points_from_below_items[] = {
    in_points("a", whole_points(-1, 1), points_of_three)};
inline constexpr Exact levels_of_three[] = {-2, 0, 3};
inline constexpr Item levels_below_items[] = {at_levels("a", levels_of_three, 1, Role::adds)};
inline constexpr Item ending_below_items[] = {ends_at_zero(asked("a", whole_points(-1, 3)))};
inline constexpr Item irrelevant_below_items[] = {often_irrelevant("a", whole_points(-1, 3))};
inline constexpr Item factor_below_items[] = {asked("a", whole_points(-1, 3)),
                                              asked("m", whole_points(0, 2), Role::multiplies)};
inline constexpr int points_below[] = {-1, 0, 2};
inline constexpr Item points_below_items[] = {in_points("a", whole_points(0, 2), points_below),
                                              asked("b", whole_points(1, 4))};
inline constexpr int points_beyond[] = {0, 256, 300};
inline constexpr Item points_beyond_items[] = {in_points("a", whole_points(0, 2), points_beyond)};
inline constexpr int zigzag[] = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
inline constexpr Item zigzag_items[] = {in_points("a", whole_points(0, 13), zigzag)};
inline constexpr Item huge_items[] = {asked("a", measured(0, 3000))};
inline constexpr Item crowded_items[] = {often_irrelevant("a", whole_points(0, 253))};
inline constexpr Exact fine_levels[] = {0, 0.5_x, 100};
inline constexpr Item fine_level_items[] = {
    at_levels("a", fine_levels, millionths_per_point, Role::adds)};
inline constexpr Item wide_whole_items[] = {asked("a", whole_points(0, 300))};
inline constexpr Item wide_half_items[] = {asked("a", {0, 150, 2})};
/// More whole points than a `float` counts.
inline constexpr Item many_whole_items[] = {asked("a", whole_points(0, 20'000'000))};
inline constexpr Exact far_levels[] = {0, 20};
inline constexpr Item far_items[] = {at_levels("a", far_levels, 1, Role::adds)};
inline constexpr Item wide_factor_items[] = {asked("a", whole_points(0, 3)),
                                             asked("m", measured(0, 1), Role::multiplies)};
inline constexpr Item big_product_items[] = {asked("a", whole_points(0, 3)),
                                             asked("m", whole_points(0, 253), Role::multiplies),
                                             asked("n", whole_points(0, 253), Role::multiplies)};
inline constexpr Item three_factor_items[] = {asked("a", whole_points(0, 3)),
                                              asked("m", whole_points(0, 3), Role::multiplies),
                                              asked("n", whole_points(0, 2), Role::multiplies),
                                              asked("o", whole_points(0, 2), Role::multiplies)};
inline constexpr Item one_factor_items[] = {asked("a", whole_points(0, 3)),
                                            asked("m", whole_points(0, 2), Role::multiplies)};
inline constexpr Item large_factor_items[] = {asked("a", whole_points(0, 1)),
                                              asked("m", whole_points(0, 200), Role::multiplies)};
inline constexpr Item wide_part_items[] = {asked("a", measured(0, 2)),
                                           asked("b", measured(0, 2), Role::alternative_part)};
inline constexpr Scale tiny{.max = Exact::ratio(1, 10'000),
                            .units_per_point = millionths_per_point};
inline constexpr Item beside_wide_items[] = {asked("a", measured(0, 2)),
                                             asked("b", tiny, Role::alternative_part)};

// --- Forms, ages and totals that no kernel fits -------------------------------------------------

template <int from, int below>
consteval Description within(Description instrument) {
    instrument.ages = {.from_months = from, .below_months = below};
    return instrument;
}
inline constexpr Description months_description = within<0, 30>(of_form("months", banded_forms, 0));
inline constexpr Instrument months = checked<months_description>();
inline constexpr Description nobody_description =
    within<131 * 12, 140 * 12>(of_form("nobody", banded_forms, 0));
inline constexpr Instrument nobody = checked<nobody_description>();
inline constexpr Description no_age_description =
    within<24, 24>(of_form("no_age", banded_forms, 0));
inline constexpr Instrument no_age = checked<no_age_description>();

/// The second domain is taken away from the first.
inline constexpr Item first_items[] = {asked("a", whole_points(3, 5))};
inline constexpr Item second_items[] = {asked("b", whole_points(0, 3))};
inline constexpr Domain less_domains[] = {{"more", "More", 1, first_items, 5},
                                          {"less", "Less", -1, second_items, -3}};
inline constexpr Form less_forms[] = {
    {.id = "all", .label = "all", .domains = less_domains, .max = 2}};
inline constexpr Description less_description = of_form("less", less_forms, 3);
inline constexpr Instrument difference =
    with_minimum(with_maximum(checked<less_description>(), 5), 0);

/// Two domains whose weights have no common factor, which would be divided out.
template <const auto& items, std::int64_t max, int weight>
inline constexpr Domain beside_domains[] = {{"more", "More", weight, items, Exact(max)},
                                            {"less", "Less", 1, second_items, 3}};
template <const auto& items, std::int64_t max, int weight>
inline constexpr Form beside_forms[] = {{.id = "all",
                                         .label = "all",
                                         .domains = beside_domains<items, max, weight>,
                                         .max = Exact(max + 3)}};
template <const auto& items, std::int64_t max, int weight>
inline constexpr Description beside_description =
    of_form("beside", beside_forms<items, max, weight>, 0);
template <const auto& items, std::int64_t max, int weight>
inline constexpr Instrument beside = checked<beside_description<items, max, weight>>();

/// A grade of 0 excuses blanks in one form only.
inline constexpr Domain strict_old[] = {sub_scale("all", "All", 2, aged_items, 24)};
inline constexpr Form torn_forms[] = {
    {"young", "0 to 7 years", {.from_months = 0, .below_months = 96}, 1, aged_young, 36},
    {"old", "from 8 years", {.from_months = 96}, 1, strict_old, 24}};
inline constexpr Description torn_description = of_form("torn", torn_forms, 0);
inline constexpr Instrument torn = checked<torn_description>();

inline constexpr Scale yes_no = whole_points(0, 1);
inline constexpr Item leaving_items[] = {
    often_irrelevant("a", yes_no), often_irrelevant("b", yes_no), often_irrelevant("c", yes_no),
    often_irrelevant("d", yes_no), often_irrelevant("e", yes_no), often_irrelevant("f", yes_no),
    often_irrelevant("g", yes_no), often_irrelevant("h", yes_no), often_irrelevant("i", yes_no),
    often_irrelevant("j", yes_no), often_irrelevant("k", yes_no), often_irrelevant("l", yes_no),
    often_irrelevant("m", yes_no), often_irrelevant("n", yes_no), often_irrelevant("o", yes_no),
    often_irrelevant("p", yes_no), often_irrelevant("q", yes_no)};
consteval Description of_mean(Description instrument) {
    instrument.not_relevant = NotRelevant::leaves_the_mean;
    return instrument;
}
inline constexpr Description leaving_description = of_mean(simple<leaving_items, 17>);
inline constexpr Instrument leaving = checked<leaving_description>();
inline constexpr Description no_sum_to_scale_description =
    of_rule(without_total(of_form("no_sum", many_forms, 0)), {.allowed = 2,
                                                              .blank = Blank::leaves_the_mean,
                                                              .evidence = seen,
                                                              .text = "Two may be missing."});
inline constexpr Instrument no_sum_to_scale = checked<no_sum_to_scale_description>();

constexpr Computed first_answer(std::span<const Answer> answers) {
    Computed result;
    if (answers[0].is_missing()) {
        result.missing = item_bit(0);
        return result;
    }
    result.status = Status::ok;
    result.value = Exact::ratio(answers[0].millionths(), millionths_per_point);
    return result;
}
inline constexpr Formula row_formula{first_answer};
consteval Description by_formula(Description instrument) {
    instrument.formula = &row_formula;
    return instrument;
}
inline constexpr Description formula_and_table_description =
    by_formula(with_table(of_form("both", banded_forms, 0)));
inline constexpr Instrument formula_and_table = checked<formula_and_table_description>();

/// More units in a point, or in a score, than `double` counts; no proved descriptor has them.
template <std::int64_t denominator>
inline constexpr std::int64_t single_coefficient[] = {denominator};
template <std::int64_t denominator>
consteval Instrument with_lattice(Instrument instrument) {
    instrument.plan.denominator = denominator;
    instrument.plan.coefficients = single_coefficient<denominator>;
    return instrument;
}
inline constexpr Instrument dense = with_lattice<std::int64_t{1} << 53>(wellbeing);
inline constexpr Instrument large = with_lattice<std::int64_t{1} << 52>(wellbeing);

// --- Bands that no kernel counts, and one that only the table-driven one does -------------------

consteval BandScheme default_scheme(Text id, int from_months, int below_months) {
    return {.id = id,
            .title = "by age",
            .bands = infant_low,
            .evidence = seen,
            .is_default = true,
            .ages = {.from_months = from_months, .below_months = below_months}};
}
inline constexpr Form small_forms[] = {
    {.id = "all", .label = "all", .domains = infant_domains, .max = 2}};
inline constexpr BandScheme five_schemes[] = {
    default_scheme("b0", 0, 12), default_scheme("b1", 12, 24), default_scheme("b2", 24, 36),
    default_scheme("b3", 36, 48), default_scheme("b4", 48, 60)};
inline constexpr BandScheme month_schemes[] = {default_scheme("b0", 0, 6),
                                               default_scheme("b1", 6, 24)};
inline constexpr BandScheme child_schemes[] = {default_scheme("b0", 0, 96)};
inline constexpr Description five_bands_description = of_form("five", small_forms, 0, five_schemes);
inline constexpr Instrument five_bands = checked<five_bands_description>();
inline constexpr Description month_bands_description =
    of_form("month", small_forms, 0, month_schemes);
inline constexpr Instrument month_bands = checked<month_bands_description>();
inline constexpr Description child_bands_description =
    of_form("child", small_forms, 0, child_schemes);
inline constexpr Instrument child_bands = checked<child_bands_description>();

// --- What a kernel still fits -------------------------------------------------------------------

inline constexpr Item recorded_end_items[] = {
    ends_at_zero(asked("a", whole_points(0, 3), Role::recorded)), asked("b", whole_points(0, 3))};
inline constexpr Item greater_part_items[] = {
    asked("a", whole_points(0, 2)), asked("b", whole_points(0, 4), Role::alternative_part)};
inline constexpr Item ending_factor_items[] = {
    asked("a", whole_points(0, 3)), ends_at_zero(asked("m", whole_points(0, 3), Role::multiplies))};
inline constexpr Exact gap_levels[] = {0, 1, 3};
inline constexpr Item gap_factor_items[] = {asked("a", whole_points(0, 3)),
                                            at_levels("m", gap_levels, 1, Role::multiplies)};
inline constexpr Item gap_beside_items[] = {asked("a", whole_points(0, 3)),
                                            at_levels("b", gap_levels, 1, Role::recorded)};
inline constexpr Item wide_end_items[] = {ends_at_zero(asked("a", measured(0, 100)))};
inline constexpr Item wide_alert_items[] = {alerting(asked("a", measured(0, 100)))};
inline constexpr Item wide_beside_items[] = {asked("a", measured(0, 100), Role::recorded),
                                             asked("b", whole_points(0, 3))};
inline constexpr Item long_items[] = {asked("a", measured(0, 2147))};
/// A blank count adds nothing, whatever lies in its row.
inline constexpr Item two_wide_items[] = {asked("a", measured(0, 100)),
                                          asked("b", measured(0, 100))};
inline constexpr Description wide_with_blanks_description =
    of_rule(of_form("wide_with_blanks", forms_of<two_wide_items, 200>, 0),
            {.allowed = 1, .evidence = seen, .text = "One may be missing."});
inline constexpr Instrument wide_with_blanks = checked<wide_with_blanks_description>();
inline constexpr Item from_tenth_items[] = {asked("a", {0.1_x, 100, millionths_per_point})};
inline constexpr Item to_tenth_items[] = {asked("a", {0, 100.1_x, millionths_per_point})};

/// Of the parts of a question only the first may leave the mean.
inline constexpr Item part_leaving_items[] = {
    often_irrelevant("a", whole_points(0, 3)),
    often_irrelevant("b", whole_points(0, 3), Role::alternative_part),
    asked("c", whole_points(0, 3))};
inline constexpr Description part_leaving_description = of_mean(simple<part_leaving_items, 6>);
inline constexpr Instrument part_leaving = checked<part_leaving_description>();

/// Two forms that add the same, and one that is not for everybody.
inline constexpr Domain same_domains[] = {{"all", "All", 1, banded_items, 17}};
inline constexpr Form same_forms[] = {
    {"young", "0 to 7 years", {.from_months = 0, .below_months = 96}, 1, same_domains, 17},
    {"old", "from 8 years", {.from_months = 96}, 1, same_domains, 17}};
inline constexpr Form school_forms[] = {
    {"school", "6 to 9 years", {.from_months = 72, .below_months = 120}, 1, same_domains, 17}};
inline constexpr Description same_description = of_form("same", same_forms, 0);
inline constexpr Instrument same = checked<same_description>();
inline constexpr Description school_description = of_form("school", school_forms, 0);
inline constexpr Instrument school = checked<school_description>();

}  // namespace eczscore::toy
