// SPDX-License-Identifier: BSL-1.0
// Columns of instruments with a formula score as their rows do, whatever the formula says, and at
// the limits of what columns are handed to a formula.
#include <cstdint>
#include <limits>
#include <vector>

#include <eczscore/score/batch.hpp>

#include "catch_compat.hpp"
#include "score/batch_check.hpp"
#include "score/batch_formula.hpp"

using namespace eczscore;
using namespace eczscore::batch_testing;

namespace {
struct Case {
    const Instrument* instrument;
    bool fits;
    Door header_door = nullptr;
};
void check_case(const Case& each) {
    CHECK(detail::shape_of(*each.instrument).fits == each.fits);
    check(*each.instrument, each.header_door, 20'000, 803);
}
constexpr auto& exact = toy::worked<toy::all_forms, toy::exact_scheme>;
}  // namespace

TEST_CASE("columns of a formula score as their rows do, with bands of every kind", "[exhaustive]") {
    const Case cases[] = {{&exact, true, header_only<exact>},
                          {&toy::worked<toy::all_forms, toy::rounded_scheme>, true},
                          {&toy::worked<toy::all_forms, toy::scheme_of_children>, true},
                          {&toy::worked<toy::by_age_forms, toy::exact_scheme>, true},
                          {&toy::adults, true},
                          {&toy::other_maximum, true},
                          {&toy::other_minimum, true}};
    for (const Case& each : cases) check_case(each);
}

TEST_CASE("columns of a formula whose items say more than values score row by row") {
    const Case cases[] = {
        {&toy::summed<toy::plain_items, 6>, true, header_only<toy::summed<toy::plain_items, 6>>},
        {&toy::summed<toy::gap_items, 6>, true},
        {&toy::summed<toy::huge_beside_items, 3003>, false},
        {&toy::summed<toy::irrelevant_items, 6>, false},
        {&toy::summed<toy::ending_items, 6>, false},
        {&toy::summed<toy::alert_items, 6>, false},
        {&toy::summed<toy::first_alert_items, 6>, false},
        {&toy::summed<toy::one_factor_items, 6>, false},
        {&toy::summed<toy::below_items, 6, -3>, false}};
    for (const Case& each : cases) check_case(each);
}

TEST_CASE("bands of ratios begin where the exact score reaches them") {
    // Scores of 50 - 1/n, 50 and 50 + 1/n; 100.5 less or more a millionth.
    const double scores[][2] = {{49'999'999, 1'000'000},
                                {50, 1},
                                {50'000'001, 1'000'000},
                                {100'499'999, 1'000'000},
                                {201, 2},
                                {100'500'001, 1'000'000},
                                {0, 7},
                                {7'000, 10},
                                {9'007'199'254'740'991.0, 1},
                                {1, 9'007'199'254'740'992.0}};
    const std::uint8_t expected[] = {0, 1, 1, 1, 1, 2, 0, 2, 2, 0};
    for (std::size_t row = 0; row < sizeof expected; ++row) {
        double numerator = scores[row][0];
        double denominator = scores[row][1];
        std::uint8_t status = 0;
        std::uint8_t band = 77;
        FormulaColumns one;
        one.rows = 1;
        one.numerators = &numerator;
        one.denominators = &denominator;
        one.status = &status;
        detail::band_ratios(toy::exact_scheme[0], one, &band);
        CHECK(band == expected[row]);
        status = static_cast<std::uint8_t>(Status::missing);
        detail::band_ratios(toy::exact_scheme[0], one, &band);
        CHECK(band == 255);
    }
}
