// SPDX-License-Identifier: BSL-1.0
// Whole columns score as the same rows do one at a time: every instrument, column type and target.
#include <cmath>
#include <cstring>
#include <vector>

#include <eczscore/instruments.hpp>
#include <eczscore/score/band.hpp>
#include <eczscore/score/batch.hpp>

#include "catch_compat.hpp"
#include "score/batch_check.hpp"

using namespace eczscore;
using namespace eczscore::batch_testing;

namespace {

/// Instruments whose header-only kernels are compiled here.
using HeaderOnly =
    InstrumentList<easi::instrument, scorad::instrument, poem::instrument, dlqi_r::instrument>;

template <const Instrument&... each>
Door header_door(const Instrument& instrument, InstrumentList<each...>) {
    Door found = nullptr;
    ((&each == &instrument ? void(found = header_only<each>) : void()), ...);
    return found;
}

/// POEM answers of the given number of rows, in every score from 0 to 28.
std::vector<std::vector<std::uint8_t>> poem_columns(std::size_t rows) {
    std::vector<std::vector<std::uint8_t>> columns(7, std::vector<std::uint8_t>(rows));
    for (std::size_t i = 0; i < 7; ++i) {
        for (std::size_t row = 0; row < rows; ++row) {
            columns[i][row] = static_cast<std::uint8_t>((row >> i) % 5);
        }
    }
    return columns;
}
std::vector<Column> as_columns(const std::vector<std::vector<std::uint8_t>>& columns) {
    std::vector<Column> result;
    for (const auto& column : columns) result.push_back(column.data());
    return result;
}

}  // namespace

namespace eczscore {
static_assert(detail::shape_of(easi::instrument).bytes == 2);
}

TEST_CASE("columns score as rows do, in every instrument, column type and target", "[exhaustive]") {
    for (const Instrument* each : registry) {
        check(*each, header_door(*each, HeaderOnly{}), rows_to_test(), 5'003);
    }
}

TEST_CASE("band starts agree with band() on every score") {
    for (const Instrument* instrument : registry) {
        if (!detail::has_units(*instrument)) continue;
        const std::int64_t denominator = instrument->plan.denominator;
        const std::int64_t lowest = (instrument->min * Exact(denominator)).ceil();
        const std::int64_t highest = (instrument->max * Exact(denominator)).floor();
        const std::int64_t step = highest - lowest < 100'000 ? 1 : (highest - lowest) / 99'991;
        for (const BandScheme& scheme : instrument->bands) {
            const detail::BandStarts starts = detail::band_starts(scheme, denominator);
            REQUIRE(starts.fits);
            const auto agrees = [&](std::int64_t units) {
                std::size_t count = 0;
                for (std::size_t b = 0; b < starts.count; ++b) {
                    if (units >= static_cast<std::int64_t>(starts.at[b])) ++count;
                }
                return &scheme.bands[count] == band(scheme, Exact::ratio(units, denominator));
            };
            bool all = true;
            for (std::int64_t units = lowest; units <= highest; units += step) all &= agrees(units);
            for (std::size_t b = 0; b < starts.count; ++b) {
                const auto at = static_cast<std::int64_t>(starts.at[b]);
                all &= agrees(at) && (at - 1 < lowest || agrees(at - 1));
            }
            INFO(std::string_view(instrument->id) << " " << std::string_view(scheme.id));
            CHECK(all);
        }
    }
}

TEST_CASE("a batch that cannot be scored says why and writes nothing") {
    const auto columns = poem_columns(64);
    const auto items = as_columns(columns);
    std::vector<std::uint8_t> status(64, 77);
    BatchOutput out{.status = status.data()};
    const BatchInput in{items, {}, 64};

    CHECK(score_batch(easi::instrument, in, out) == BatchError::wrong_number_of_columns);
    CHECK(score_batch<easi::instrument>(in, out) == BatchError::wrong_number_of_columns);
    CHECK(kernels::score_batch(easi::instrument, in, out) == BatchError::wrong_number_of_columns);

    BatchOutput foreign = out;
    foreign.scheme = default_bands(easi::instrument);
    CHECK(score_batch<poem::instrument>(in, foreign) == BatchError::foreign_scheme);

    BatchOutput domains = out;
    std::uint32_t* none[2] = {};
    domains.domains = none;
    CHECK(score_batch<poem::instrument>(in, domains) == BatchError::wrong_number_of_domains);

    std::vector<std::uint16_t> units(64);
    std::vector<Column> scorad(scorad::instrument.plan.items);
    CHECK(score_batch<scorad::instrument>({scorad, {}, 64}, {.units16 = units.data()}) ==
          BatchError::units_do_not_fit);
    for (const std::uint8_t s : status) CHECK(s == 77);
}

TEST_CASE("columns without data are missing, and no rows are no work") {
    std::vector<Column> items(poem::instrument.plan.items);
    std::vector<std::uint8_t> status(100, 77);
    REQUIRE(score_batch<poem::instrument>({items, {}, 100}, {.status = status.data()}) ==
            BatchError::none);
    for (const std::uint8_t s : status) CHECK(s == static_cast<std::uint8_t>(Status::missing));
    CHECK(score_batch<poem::instrument>({items, {}, 0}, {}) == BatchError::none);
    CHECK(kernels::score_batch(poem::instrument, {items, {}, 0}, {}) == BatchError::none);
}

TEST_CASE("an instrument that is not in the registry is scored as its twin is") {
    static constexpr Instrument copy = poem::instrument;
    const auto columns = poem_columns(1000);
    const auto items = as_columns(columns);
    std::vector<double> ours(1000), theirs(1000);
    REQUIRE(kernels::score_batch(copy, {items, {}, 1000}, {.value = ours.data()}) ==
            BatchError::none);
    REQUIRE(kernels::score_batch(poem::instrument, {items, {}, 1000}, {.value = theirs.data()}) ==
            BatchError::none);
    CHECK(std::memcmp(ours.data(), theirs.data(), 8000) == 0);
}

TEST_CASE("pack makes the bytes that mean the same answers") {
    const Scale& scale = easi::sign;
    const double points[] = {0,   1.5, 3,     0.5,   7,         -1,        2.25,    NAN, 1.0000004,
                             2.5, 255, 127.5, 1e300, -INFINITY, 3.0000001, 1.0 / 3, 2,   NAN};
    constexpr std::size_t rows = sizeof points / sizeof points[0];
    std::uint8_t codes[rows], rounded[rows];
    REQUIRE(pack(scale, points, rows, codes, rounded) == BatchError::none);
    for (std::size_t row = 0; row < rows; ++row) {
        const Answer number(points[row]);
        const Answer code = detail::answer_of_code(scale, codes[row]);
        INFO("value " << points[row]);
        CHECK(scale.allows(number) == scale.allows(code));
        CHECK(number.is_missing() == code.is_missing());
        if (scale.allows(number)) CHECK(number.millionths() == code.millionths());
        CHECK((rounded[row] == 1) == (number.kind() == Answer::Kind::rounded));
    }
    CHECK(pack(measured(0, 100), points, rows, codes) == BatchError::units_do_not_fit);
}

TEST_CASE("threads write what one thread writes", "[threads]") {
    const std::size_t rows = 1'600'003;
    const auto columns = poem_columns(rows);
    const auto items = as_columns(columns);
    std::vector<std::uint16_t> one(rows), several(rows);
    std::vector<std::uint32_t> part(rows), parts(rows);
    std::uint32_t* part_pointer[] = {part.data()};
    std::uint32_t* parts_pointer[] = {parts.data()};
    REQUIRE(kernels::score_batch(poem::instrument, {items, {}, rows},
                                 {.units16 = one.data(), .domains = part_pointer}) ==
            BatchError::none);
    for (const unsigned threads : {2u, 3u, 0u}) {
        several.assign(rows, 1);
        parts.assign(rows, 1);
        REQUIRE(kernels::score_batch(poem::instrument, {items, {}, rows},
                                     {.units16 = several.data(), .domains = parts_pointer},
                                     {.threads = threads}) == BatchError::none);
        CHECK(one == several);
        CHECK(part == parts);
    }
}
