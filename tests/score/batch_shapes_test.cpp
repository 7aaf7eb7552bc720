// SPDX-License-Identifier: BSL-1.0
// Whole columns of shapes that no instrument of the library has, and what a batch refuses.
#include <cmath>
#include <vector>

#include <eczscore/instruments.hpp>
#include <eczscore/score/batch.hpp>

#include "catch_compat.hpp"
#include "score/batch_check.hpp"
#include "score/batch_shapes.hpp"

using namespace eczscore;
using namespace eczscore::batch_testing;

namespace {

static_assert(detail::shape_of(toy::aged).fits && detail::shape_of(toy::full).fits);
static_assert(detail::shape_of(toy::wet).fits && detail::shape_of(toy::banded).fits);
static_assert(detail::shape_of(toy::fine).bytes == 8 && detail::shape_of(toy::below_zero).fits);
static_assert(!detail::shape_of(toy::infant).fits, "a form begins at six months");

static_assert(detail::shape_of(toy::rich).fits && !detail::shape_of(toy::rich).fits_template);
static_assert(detail::shape_of(toy::many).fits && !detail::shape_of(toy::many).fits_template);
static_assert(detail::shape_of(toy::twice).fits && !detail::shape_of(toy::twice).fits_template);
static_assert(detail::shape_of(toy::apart).fits && detail::shape_of(toy::looked_up).fits);

/// Shapes of every kind; those with a header-only kernel of their own, and those that a table
/// drives everywhere.
using HeaderOnly = InstrumentList<toy::aged, toy::wet, toy::product, toy::mixed, toy::rich,
                                  toy::many, toy::twice, toy::looked_up>;
using Others = InstrumentList<toy::full, toy::fine, toy::banded, toy::infant, toy::relevant,
                              toy::wellbeing, toy::apart, toy::below_zero>;

template <const Instrument&... each>
void check_all(InstrumentList<each...>) {
    (check(each, header_only<each>, 60'000, 1'501), ...);
}

/// The error through all three doors.
template <const Instrument& instrument>
BatchError refusal(const BatchInput& in, const BatchOutput& out) {
    const BatchError error = score_batch<instrument>(in, out);
    CHECK(score_batch(instrument, in, out) == error);
    CHECK(kernels::score_batch(instrument, in, out) == error);
    return error;
}

}  // namespace

TEST_CASE("columns of made-up instruments score as their rows do", "[exhaustive]") {
    check_all(HeaderOnly{});
    for (const Instrument* each : Others::pointers) check(*each, nullptr, 60'000, 1'501);
}

TEST_CASE("a score that does not fit the wanted units is refused") {
    const std::vector<double> points(5, 1);
    const Column columns[] = {points.data(), points.data()};
    const BatchInput in{columns, {}, 5};
    std::vector<std::uint16_t> units16(5, 77);
    std::vector<std::uint32_t> units32(5, 77);
    std::vector<std::uint64_t> units64(5, 77);
    std::uint32_t* domain[] = {units32.data()};
    std::uint32_t* no_domain[] = {nullptr};
    const BatchError too_narrow = BatchError::units_do_not_fit;

    CHECK(refusal<toy::fine>(in, {.units16 = units16.data()}) == too_narrow);
    CHECK(refusal<toy::fine>(in, {.units32 = units32.data()}) == too_narrow);
    CHECK(refusal<toy::fine>(in, {.domains = domain}) == too_narrow);
    for (const std::uint16_t units : units16) CHECK(units == 77);
    for (const std::uint32_t units : units32) CHECK(units == 77);

    CHECK(refusal<toy::fine>(in, {.units64 = units64.data(), .domains = no_domain}) ==
          BatchError::none);
    for (const std::uint64_t units : units64) CHECK(units == 1'000'000);
}

TEST_CASE("units have no sign: an instrument with scores below zero gives values only") {
    const std::vector<double> points(5, 1);
    const Column columns[] = {points.data(), points.data()};
    std::vector<std::uint64_t> units(5, 77);
    CHECK(refusal<toy::below_zero>({columns, {}, 5}, {.units64 = units.data()}) ==
          BatchError::units_do_not_fit);
    for (const std::uint64_t u : units) CHECK(u == 77);
    std::vector<double> value(5, 77);
    CHECK(refusal<toy::below_zero>({columns, {}, 5}, {.value = value.data()}) == BatchError::none);
    for (const double v : value) CHECK(v == 1);
}

TEST_CASE("a target that is not there is refused") {
    using kernels::BatchTarget;
    const std::vector<double> points(5, 1);
    const Column columns[] = {points.data(), points.data()};
    for (const BatchTarget target :
         {BatchTarget::best, BatchTarget::baseline, BatchTarget::avx2, BatchTarget::avx512}) {
        const BatchError error =
            kernels::score_batch(toy::fine, {columns, {}, 5}, {}, {.target = target});
        CHECK(error == (kernels::has_batch_target(target) ? BatchError::none
                                                          : BatchError::target_not_available));
    }
}

TEST_CASE("bands that begin below zero or above a point have whole starts") {
    static constexpr Band plain[] = {{"a", "A", from(-5), below(-2)},
                                     {"b", "B", from(-2), up_to(1)},
                                     {"c", "C", above(1), up_to(9)}};
    const BandScheme exact{.id = "s", .title = "S", .bands = plain, .evidence = toy::seen};
    const detail::BandStarts starts = detail::band_starts(exact, 10);
    REQUIRE(starts.count == 2);
    CHECK(starts.at[0] == 0);
    CHECK(starts.at[1] == 11);

    BandScheme rounded = exact;
    rounded.on_rounded = true;
    CHECK(detail::band_starts(rounded, 10).at[1] == 15);
}

TEST_CASE("pack refuses scales that bytes do not count, and takes every type") {
    const float floats[] = {0, 1, 2, 3, 0.5f, NAN, -1, 3, 2, 1, 0, 1, 2, 3, 3, 1, 7, 0.3333f};
    constexpr std::size_t rows = sizeof floats / sizeof floats[0];
    const Scale scale = whole_points(0, 3);
    std::uint8_t codes[rows], again[rows], rounded[rows];
    CHECK(pack(whole_points(-1, 3), floats, rows, codes) == BatchError::units_do_not_fit);

    REQUIRE(pack(scale, floats, rows, codes, rounded) == BatchError::none);
    for (std::size_t row = 0; row < rows; ++row) {
        const Answer number = Answer::from_float(floats[row]);
        const Answer code = detail::answer_of_code(scale, codes[row]);
        CHECK(scale.allows(number) == scale.allows(code));
        CHECK(number.is_missing() == code.is_missing());
        CHECK((rounded[row] == 1) == (number.kind() == Answer::Kind::rounded));
    }
    REQUIRE(pack(scale, Column(codes), rows, again) == BatchError::none);
    CHECK(std::vector(codes, codes + rows) == std::vector(again, again + rows));
    REQUIRE(pack(scale, Column{}, rows, again) == BatchError::none);
    for (const std::uint8_t code : again) CHECK(code == code_missing);

    const double odd[] = {1.0000004, 0.5, 2};  // rounded, and nowhere to say so
    REQUIRE(pack(scale, odd, 3, again) == BatchError::none);
    CHECK(again[0] == 1);
}

TEST_CASE("threads share columns of every type and fill every output", "[threads]") {
    const std::size_t rows = 1'000'003;
    std::vector<std::uint8_t> bytes(rows);
    std::vector<float> floats(rows);
    std::vector<double> doubles(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        bytes[row] = static_cast<std::uint8_t>(row % 4);
        floats[row] = static_cast<float>(row % 5 % 4);
        doubles[row] = static_cast<double>(row % 7);
    }
    for (int variant = 0; variant < 3; ++variant) {
        const Column second = variant == 0 ? Column(floats.data()) : Column{};
        const Column columns[] = {bytes.data(), second, doubles.data()};
        // Everything; everything but domains; domains of which none is wanted.
        const std::uint64_t choices[] = {~std::uint64_t{0}, 0x7f, 0x80};
        const std::uint64_t wanted = choices[variant];
        Results one(toy::product, rows, nullptr, wanted);
        Results two(toy::product, rows, nullptr, wanted);
        REQUIRE(kernels::score_batch(toy::product, {columns, {}, rows}, one.out) ==
                BatchError::none);
        REQUIRE(kernels::score_batch(toy::product, {columns, {}, rows}, two.out, {.threads = 2}) ==
                BatchError::none);
        CHECK(same_bits(one, two));
    }
}
