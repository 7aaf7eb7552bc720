// SPDX-License-Identifier: BSL-1.0
// Whole columns just beyond what a kernel fits score as their rows do, and so do the oddest that
// it still fits.
#include <eczscore/score/batch.hpp>

#include "catch_compat.hpp"
#include "score/batch_check.hpp"
#include "score/batch_limits.hpp"

using namespace eczscore;
using namespace eczscore::batch_testing;

namespace {

struct Case {
    const Instrument* instrument;
    bool fits;
    Door header_door = nullptr;
};

/// Columns of numbers in points: bytes do not say what is below 0 or above 255.
void check_numbers(const Case& each) {
    const Instrument& instrument = *each.instrument;
    CHECK(detail::shape_of(instrument).fits == each.fits);
    Random random(2026);
    for (const int variant : {1, 2, 1, 2, 4, 5}) {
        TestTable table = make_table(instrument, 1'203, variant, random);
        Results expected(instrument, table.rows, nullptr, ~std::uint64_t{0});
        expect(instrument, table, expected);
        for (const NamedDoor& door : all_doors(each.header_door)) {
            check_door(instrument, door, table, expected, ~std::uint64_t{0});
        }
    }
}

/// Columns of every type.
void check_columns(const Case& each) {
    CHECK(detail::shape_of(*each.instrument).fits == each.fits);
    check(*each.instrument, each.header_door, 12'000, 803);
}

}  // namespace

TEST_CASE("columns of items that no kernel fits score as their rows do") {
    const Case cases[] = {
        {&toy::simple<toy::below_zero_items, 7>, false},
        {&toy::simple<toy::far_below_items, 133, -120>, false},
        {&toy::simple<toy::part_below_items, 3, -3>, false},
        {&toy::simple<toy::part_above_items, 3>, false},
        {&toy::simple<toy::alert_below_items, 3, -3>, false},
        {&toy::simple<toy::points_from_below_items, 2, -1>, false},
        {&toy::simple<toy::levels_below_items, 3, -2>, false},
        {&toy::simple<toy::ending_below_items, 3, -1>, false},
        {&toy::simple<toy::irrelevant_below_items, 3, -1>, false},
        {&toy::simple<toy::factor_below_items, 6>, false},
        {&toy::weighted<toy::near_below_items, 2'640'000'000, -2'400'000'000, 20'000'000>, false},
        {&toy::simple<toy::recorded_below_items, 3, -1>, false},
        {&toy::simple<toy::points_below_items, 6>, false},
        {&toy::simple<toy::points_beyond_items, 300>, false},
        {&toy::simple<toy::zigzag_items, 1>, false},
        {&toy::simple<toy::huge_items, 3000>, false},
        {&toy::simple<toy::crowded_items, 253>, false},
        {&toy::simple<toy::fine_level_items, 100>, false},
        {&toy::simple<toy::far_items, 20>, false},
        {&toy::simple<toy::wide_factor_items, 3>, false},
        {&toy::simple<toy::big_product_items, 192'027>, false},
        {&toy::simple<toy::wide_part_items, 2>, false},
        {&toy::simple<toy::beside_wide_items, 2>, false}};
    for (const Case& each : cases) check_numbers(each);
}

TEST_CASE("columns of forms, ages and totals that no kernel fits score as their rows do",
          "[exhaustive]") {
    const Case cases[] = {
        {&toy::months, false},         {&toy::nobody, false}, {&toy::no_age, false},
        {&toy::difference, false},     {&toy::torn, false},   {&toy::leaving, false},
        {&toy::dense, false},          {&toy::large, false},  {&toy::formula_and_table, false},
        {&toy::no_sum_to_scale, false}};
    for (const Case& each : cases) check_columns(each);
}

TEST_CASE("bands of many ages, of months, of many steps or of some ages only are found") {
    const Case cases[] = {{&toy::five_bands, true, header_only<toy::five_bands>},
                          {&toy::month_bands, true, header_only<toy::month_bands>},
                          {&toy::child_bands, true, header_only<toy::child_bands>},
                          {&toy::banded, true, header_only<toy::banded>}};
    for (const Case& each : cases) check_columns(each);
}

TEST_CASE("columns of scales from below 0 score as their rows do") {
    const Case cases[] = {{&toy::simple<toy::from_below_items, 18, -7, 2>, true,
                           header_only<toy::simple<toy::from_below_items, 18, -7, 2>>},
                          {&toy::simple<toy::near_below_items, 132, -120>, true,
                           header_only<toy::simple<toy::near_below_items, 132, -120>>}};
    for (const Case& each : cases) check_columns(each);
    const Instrument& near = toy::simple<toy::near_below_items, 132, -120>;
    CHECK(detail::shape_of(near).offset == -120);
    TestTable every;  // -128 must not wrap round to an answer
    every.rows = 256;
    every.items.resize(1);
    every.age.has_data = false;
    every.items[0].resize(Column::Type::int8, every.rows, 0);
    for (std::size_t row = 0; row < every.rows; ++row) {
        every.items[0].set_points(row, static_cast<double>(row) - 128, 1);
    }
    Results expected(near, every.rows, nullptr, ~std::uint64_t{0});
    expect(near, every, expected);
    for (const NamedDoor& door : all_doors(cases[1].header_door)) {
        check_door(near, door, every, expected, ~std::uint64_t{0});
    }
}

TEST_CASE("columns of odd items that a kernel fits score as their rows do") {
    const Case cases[] = {{&toy::simple<toy::recorded_end_items, 3>, true},
                          {&toy::simple<toy::greater_part_items, 4>, true},
                          {&toy::simple<toy::ending_factor_items, 9>, true},
                          {&toy::simple<toy::gap_factor_items, 9>, true},
                          {&toy::simple<toy::gap_beside_items, 3>, true},
                          {&toy::simple<toy::wide_end_items, 100, 1>, true},
                          {&toy::simple<toy::wide_alert_items, 100>, true},
                          {&toy::simple<toy::wide_beside_items, 3>, true},
                          {&toy::simple<toy::wide_whole_items, 300>, true},
                          {&toy::simple<toy::wide_half_items, 300, 0, 2>, false},
                          {&toy::simple<toy::many_whole_items, 20'000'000>, true},
                          {&toy::simple<toy::from_tenth_items, 1000, 1, 10>, true},
                          {&toy::simple<toy::to_tenth_items, 1001, 0, 10>, true},
                          {&toy::simple<toy::three_factor_items, 36>, true},
                          {&toy::beside<toy::one_factor_items, 54, 9>, true},
                          {&toy::beside<toy::large_factor_items, 400, 2>, true},
                          {&toy::wide_with_blanks, true},
                          {&toy::part_leaving, true},
                          {&toy::same, true},
                          {&toy::school, true}};
    for (const Case& each : cases) check_columns(each);
    check_numbers({&toy::simple<toy::long_items, 2147>, true});
}

TEST_CASE("the layout of a kernel: a factor with its weight is a byte up to 8 times and 255") {
    const auto is_byte = [](const Instrument& instrument) {
        return detail::layout_of(detail::shape_of(instrument)).weight_is_byte[0];
    };
    CHECK(is_byte(toy::beside<toy::one_factor_items, 48, 8>));
    CHECK_FALSE(is_byte(toy::beside<toy::one_factor_items, 54, 9>));
    CHECK(is_byte(toy::beside<toy::large_factor_items, 200, 1>));
    CHECK_FALSE(is_byte(toy::beside<toy::large_factor_items, 400, 2>));
    CHECK_FALSE(is_byte(toy::simple<toy::three_factor_items, 36>));
}
