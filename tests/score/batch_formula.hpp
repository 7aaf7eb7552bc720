// SPDX-License-Identifier: BSL-1.0
// A made-up formula that uses everything a worksheet offers, and instruments that are scored by it.
#pragma once

#include <cstddef>

#include <eczscore/model/worksheet.hpp>

#include "score/batch_limits.hpp"

namespace eczscore::toy {

/// (2 b + c) / (a + 1), with a rule of every kind.
struct Mixed {
    template <class Sheet>
    constexpr void operator()(Sheet& sheet) const {
        const auto a = sheet.points(0);
        const auto b = sheet.points(1);
        const auto c = sheet.millionths(2);
        sheet.odd(sheet.points(3) >= 2, item_bit(3), "d is odd");
        sheet.odd(b == 7 && !(c <= 0), item_bit(1), "b is odd", "b and d are odd");
        sheet.blank(!sheet.has(1), 1);
        const auto high = a == 9 && b > 250;
        sheet.wrong(high, 0);
        sheet.contradict(high, "a and b are high");
        sheet.blank(!sheet.has(0), 0);
        sheet.missing(!sheet.has(0));
        const auto more = c > 95 * millionths_per_point;
        sheet.wrong(more, 2);
        sheet.refuse(more, "c is high");
        sheet.not_applicable(a == 0 && b < 1 && c == 0, "nothing was found");
        const auto numerator = Sheet::select(b >= 299, 0, 2 * millionths_per_point * b) + c;
        const auto denominator = millionths_per_point * (a + Sheet::count(Sheet::all()));
        sheet.line(Sheet::all(), "over", a + 1);
        sheet.line(b > 0, "twice b", 2 * b);
        sheet.score(numerator, denominator, !sheet.has(1));
    }
};

inline constexpr Item mixed_items[] = {
    asked("a", whole_points(0, 9)), asked("b", whole_points(0, 300)), asked("c", measured(0, 100)),
    asked("d", whole_points(0, 3), Role::recorded)};
inline constexpr Band ratio_bands[] = {{"low", "Low", from(0), below(50)},
                                       {"middle", "Middle", from(50), up_to(100.5_x)},
                                       {"high", "High", above(100.5_x), up_to(700)}};
consteval BandScheme ratio_scheme(Text id, bool on_rounded, AgeRange ages = {}) {
    return {.id = id,
            .title = "of ratios",
            .bands = ratio_bands,
            .evidence = seen,
            .is_default = true,
            .on_rounded = on_rounded,
            .ages = ages};
}
inline constexpr BandScheme exact_scheme[] = {ratio_scheme("exact", false)};
inline constexpr BandScheme rounded_scheme[] = {ratio_scheme("rounded", true)};
inline constexpr BandScheme scheme_of_children[] = {
    ratio_scheme("children", false, {.below_months = 96})};

consteval Description of_mixed(Description instrument) {
    instrument.formula = &formula_of<Mixed>;
    return instrument;
}
template <const auto& forms, const auto& schemes>
inline constexpr Description worked_description =
    of_mixed(with_maximum(of_form("mixed", forms, 0, schemes), 700));
template <const auto& forms, const auto& schemes>
inline constexpr Instrument worked = checked<worked_description<forms, schemes>>();

inline constexpr const auto& all_forms = forms_of<mixed_items, 409>;
inline constexpr const auto& all_domains = domains_of<mixed_items, 409>;
inline constexpr Form by_age_forms[] = {
    {"young", "0 to 7 years", {.from_months = 0, .below_months = 96}, 1, all_domains, 409},
    {"old", "8 to 90 years", {.from_months = 96, .below_months = 91 * 12}, 1, all_domains, 409}};
inline constexpr Description adults_description =
    within<216, 1572>(worked_description<all_forms, exact_scheme>);
inline constexpr Instrument adults = checked<adults_description>();

/// Schemes of scores that begin or end elsewhere than this instrument's.
inline constexpr Instrument other_maximum = with_maximum(worked<all_forms, exact_scheme>, 701);
inline constexpr Instrument other_minimum = with_minimum(worked<all_forms, exact_scheme>, -1);

/// The sum of two items, whatever else they say.
struct Sum {
    template <class Sheet>
    constexpr void operator()(Sheet& sheet) const {
        sheet.missing(!(sheet.has(0) && sheet.has(1)));
        sheet.score(sheet.points(0) + sheet.points(1), 1);
    }
};
consteval Description of_sum(Description instrument) {
    instrument.formula = &formula_of<Sum, std::int16_t>;
    return instrument;
}
template <const auto& items, int max, int min = 0>
inline constexpr Description summed_description = of_sum(simple_description<items, max, min>);
template <const auto& items, int max, int min = 0>
inline constexpr Instrument summed = checked<summed_description<items, max, min>>();

inline constexpr Item plain_items[] = {asked("a", whole_points(0, 3)),
                                       asked("b", whole_points(0, 3))};
inline constexpr Item gap_items[] = {asked("a", whole_points(0, 3)),
                                     at_levels("b", gap_levels, 1, Role::adds)};
inline constexpr Item huge_beside_items[] = {asked("a", whole_points(0, 3)),
                                             asked("b", measured(0, 3000))};
inline constexpr Item irrelevant_items[] = {often_irrelevant("a", whole_points(0, 3)),
                                            asked("b", whole_points(0, 3))};
inline constexpr Item ending_items[] = {ends_at_zero(asked("a", whole_points(0, 3))),
                                        asked("b", whole_points(0, 3))};
inline constexpr Item alert_items[] = {asked("a", whole_points(0, 3)),
                                       alerting(asked("b", whole_points(0, 3)))};
inline constexpr Item first_alert_items[] = {alerting(asked("a", whole_points(0, 3))),
                                             asked("b", whole_points(0, 3))};
inline constexpr Item below_items[] = {asked("a", whole_points(0, 3)),
                                       asked("b", whole_points(-3, 3))};

}  // namespace eczscore::toy
