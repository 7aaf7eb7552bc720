// SPDX-License-Identifier: BSL-1.0
// Columns of values: the same bits as one at a time, and every flag.
#include "eczscore/units/convert_column.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/units/kinds.hpp"
#include "eczscore/units/ucum_parse.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

const KindInfo& named(const char* id) {
    const KindInfo* kind = find_kind(id);
    REQUIRE(kind != nullptr);
    return *kind;
}

}  // namespace

TEST_CASE("column conversion: the same bits as one value at a time, and every flag") {
    const KindInfo& tewl = named("tewl");
    std::mt19937_64 random(3);
    const double odd[] = {std::nan(""),
                          std::numeric_limits<double>::infinity(),
                          -std::numeric_limits<double>::infinity(),
                          -0.0,
                          -0.01,
                          -900,
                          std::numeric_limits<double>::denorm_min(),
                          std::numeric_limits<double>::max()};
    for (const char* unit : {"g/m2/h", "mg/cm2/h", "g/m2/d", "ug/cm2/min", "nmol/cm2/s"}) {
        const Conversion way = conversion(parse_ucum(unit).unit, tewl.unit, tewl.analyte);
        REQUIRE(way.ok());
        for (const std::size_t rows : {0U, 1U, 63U, 64U, 65U, 1000U, 1'100'003U}) {
            if (rows > 1000 && unit != std::string_view("ug/cm2/min")) continue;
            for (const unsigned odd_per_1000 : {0U, 5U, 400U}) {
                std::vector<double> in(rows), out(rows), again;
                std::vector<std::uint8_t> flags(rows, 99);
                for (double& value : in) {
                    value = random() % 1000 < odd_per_1000
                                ? odd[random() % std::size(odd)]
                                : static_cast<double>(random() % 100'000) / 1000;
                }
                const FlagCounts counts =
                    convert_column(way, tewl.limits, in.data(), out.data(), flags.data(), rows);
                std::size_t sum = 0;
                for (int f = 0; f < value_flag_count; ++f) sum += counts.of[f];
                CHECK(sum == rows);
                FlagCounts expected;
                int wrong = 0;
                for (std::size_t i = 0; i < rows; ++i) {
                    const double value = way(in[i]);
                    const ValueFlag flag = value_flag(value, tewl.limits);
                    ++expected.of[static_cast<unsigned>(flag)];
                    wrong += flags[i] != static_cast<std::uint8_t>(flag);
                    wrong += !(out[i] == value || (std::isnan(out[i]) && std::isnan(value)));
                    wrong += std::signbit(out[i]) != std::signbit(value);
                }
                CHECK(wrong == 0);
                for (int f = 0; f < value_flag_count; ++f) CHECK(counts.of[f] == expected.of[f]);
                again = in;  // in place, without flags
                convert_column(way, tewl.limits, again.data(), again.data(), nullptr, rows);
                for (std::size_t i = 0; i < rows; ++i) {
                    wrong += !(again[i] == out[i] || std::isnan(out[i]));
                }
                CHECK(wrong == 0);
            }
        }
    }
}

TEST_CASE("column conversion: temperatures shift, and a refused conversion writes nothing") {
    const KindInfo& skin = named("skin_temperature");
    const double in[] = {303.15, 250, std::nan("")};
    double out[] = {7, 7, 7};
    std::uint8_t flags[] = {9, 9, 9};
    const Conversion way = conversion(parse_ucum("K").unit, skin.unit);
    convert_column(way, skin.limits, in, out, flags, 3);
    CHECK(out[0] == Approx(30).epsilon(1e-14));
    CHECK(flags[0] == 0);
    CHECK(flags[1] == static_cast<std::uint8_t>(ValueFlag::out_of_range));
    CHECK(flags[2] == static_cast<std::uint8_t>(ValueFlag::missing));
    const Conversion none = conversion(parse_ucum("g").unit, skin.unit);
    double kept[] = {7};
    CHECK(convert_column(none, skin.limits, in, kept, nullptr, 1).of[0] == 0);
    CHECK(kept[0] == 7);
}

TEST_CASE("value flags: TEWL below 0 is noise down to -1, and below that out of range") {
    const Limits& limits = named("tewl").limits;
    CHECK(value_flag(0, limits) == ValueFlag::none);
    CHECK(value_flag(-0.5, limits) == ValueFlag::negative);
    CHECK(value_flag(-1, limits) == ValueFlag::negative);
    CHECK(value_flag(-1.01, limits) == ValueFlag::out_of_range);
    CHECK(value_flag(0.9, named("tdc_moisture_meter_d").limits) == ValueFlag::out_of_range);
    CHECK(value_flag(14.1, named("ph").limits) == ValueFlag::out_of_range);
    CHECK(value_flag(-3, named("b_star").limits) == ValueFlag::none);
    for (const ValueFlag flag : {ValueFlag::none, ValueFlag::missing, ValueFlag::infinite,
                                 ValueFlag::out_of_range, ValueFlag::negative}) {
        CHECK_FALSE(name(flag).empty());
    }
}

TEST_CASE("measuring: a value at a limit is within it, and the next beyond is not") {
    struct Row {
        const char* kind;
        double low, high;
    };
    const Row rows[] = {{"tewl", -1, 100},
                        {"water_vapour_flux", -1, 1000},
                        {"sswl", -1, 1000},
                        {"skin_temperature", 15, 42},
                        {"ambient_temperature", 10, 40},
                        {"relative_humidity", 0, 100},
                        {"percent_water", 0, 100},
                        {"lightness", 0, 100},
                        {"ita", -90, 90},
                        {"hue_angle", -360, 360},
                        {"ph", 0, 14},
                        {"ige", 0, infinite},
                        {"eosinophils", 0, infinite},
                        {"tarc", 0, infinite},
                        {"delta_e_2000", 0, infinite},
                        {"sleb_thickness", 0, infinite},
                        {"sebum_level", 0, infinite},
                        {"percent_change", -infinite, infinite},
                        {"temperature_difference", -infinite, infinite}};
    const double largest = std::numeric_limits<double>::max();
    for (const Row& row : rows) {
        CAPTURE(row.kind);
        const Limits& limits = find_kind(row.kind)->limits;
        const double low = row.low == -infinite ? -largest : row.low;
        const double high = row.high == infinite ? largest : row.high;
        CHECK(value_flag(low, limits) != ValueFlag::out_of_range);
        CHECK(value_flag(high, limits) == ValueFlag::none);
        if (low != -largest) {
            const double below = std::nextafter(low, -infinite);
            CHECK(value_flag(below, limits) == ValueFlag::out_of_range);
        }
        if (high != largest) {
            const double above = std::nextafter(high, infinite);
            CHECK(value_flag(above, limits) == ValueFlag::out_of_range);
        }
    }
}

TEST_CASE("reading: a column longer than the cache has the bits of its values") {
    const Conversion way = conversion(parse_ucum("ug/cm2/min").unit, find_kind("tewl")->unit);
    const Limits& limits = find_kind("tewl")->limits;
    const std::size_t rows = (std::size_t{1} << 20) + 67;
    std::vector<double> in(rows);
    for (std::size_t i = 0; i < rows; ++i) in[i] = static_cast<double>(i % 4'000) / 10 - 2;
    in[3] = std::nan("");
    in[70] = std::numeric_limits<double>::infinity();
    std::vector<double> out(rows + 9, 7);
    std::vector<std::uint8_t> flags(rows);
    for (std::size_t offset = 0; offset < 9; ++offset) {
        const FlagCounts counts =
            convert_column(way, limits, in.data(), out.data() + offset, flags.data(), rows);
        std::size_t wrong = 0;
        FlagCounts expected;
        for (std::size_t i = 0; i < rows; ++i) {
            const double value = way(in[i]);
            const ValueFlag flag = value_flag(value, limits);
            ++expected.of[static_cast<unsigned>(flag)];
            const double found = out[offset + i];
            const bool same = found == value || (found != found && value != value);
            wrong += !same || flags[i] != static_cast<std::uint8_t>(flag);
        }
        CHECK(wrong == 0);
        for (const ValueFlag flag : {ValueFlag::none, ValueFlag::missing, ValueFlag::infinite,
                                     ValueFlag::out_of_range, ValueFlag::negative}) {
            CHECK(counts[flag] == expected[flag]);
        }
        CHECK((offset == 0 || out[offset - 1] != 7));
        CHECK(out[rows + 8] == (offset == 8 ? out[rows + 8] : 7));
    }
    CHECK(std::string_view(name(ValueFlag::infinite)) == "infinite");
    CHECK(convert_column(conversion(Unit{}, find_kind("ph")->unit), limits, in.data(), out.data(),
                         nullptr, 3)[ValueFlag::none] == 0);
}
