// SPDX-License-Identifier: BSL-1.0
// Columns: the unit in a header or beside it, and converting many values with their flags.
// Covers: units/column_unit.hpp, units/convert_column.hpp, units/kind_info.hpp
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string_view>
#include <vector>

#include <eczscore/units/column_unit.hpp>
#include <eczscore/units/convert_column.hpp>
#include <eczscore/units/kinds.hpp>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {
const KindInfo& named(const char* id) {
    const KindInfo* kind = find_kind(id);
    REQUIRE(kind != nullptr);
    return *kind;
}
}  // namespace

TEST_CASE("column headers: the last words, or parentheses, state the unit") {
    struct Row {
        const char* kind;
        const char* header;
        const char* ucum;
    };
    const Row rows[] = {{"tewl", "tewl_lesional_g_m2_h", "g/m2/h"},
                        {"tewl", "tewl_mg_cm2_h", "mg/cm2/h"},
                        {"tewl", "g_m2_h", "g/m2/h"},
                        {"tewl", "tewl_ug_cm2_min", "ug/cm2/min"},
                        {"tewl", "tewl_kg_m2_s", "kg/m2/s"},
                        {"tewl", "tewl_g_m2_24h", "g/m2/d"},
                        {"tewl", "tewl_nmol_cm2_s", "nmol/cm2/s"},
                        {"tewl", "TEWL (g/m²/h)", "g/m2/h"},
                        {"tewl", "TEWL [g/m2h]", "g/m2/h"},
                        {"sebum_level", "sebum_ug_cm2", "ug/cm2"},
                        {"sebum_rate", "sebum_ug_cm2_h", "ug/cm2/h"},
                        {"corneometer_cm825", "hydration_au", "1"},
                        {"skicon_200", "hydration_us", "uS"},
                        {"ige", "ige_kiu_l", "k[IU]/L"},
                        {"ige", "ige_ku_l", "k[IU]/L"},
                        {"ige", "IgE [k[IU]/L]", "k[IU]/L"},
                        {"ige", "IgE (kU/L)", "k[IU]/L"},
                        {"tarc", "tarc_pg_ml", "pg/mL"},
                        {"eosinophils", "eos_10_9_l", "10*9/L"},
                        {"eosinophils", "eos_per_ul", "/uL"},
                        {"skin_temperature", "skin_temp_c", "Cel"},
                        {"skin_temperature", "skin_temp_k", "K"},
                        {"epidermal_thickness", "epidermis_um", "um"},
                        {"epidermal_thickness", "epidermis_mm", "mm"},
                        {"relative_humidity", "rh_percent", "%"},
                        {"ph", "ph_lesional", "[pH]"},
                        {"ita", "ita_deg", "deg"},
                        {"a_star", "a_star_lesional", "1"}};
    for (const Row& row : rows) {
        CAPTURE(row.kind, row.header);
        const UnitRead read = header_unit(row.header, named(row.kind));
        CHECK(std::string_view(name(read.reason)) == "none");
        CHECK(read.unit == parse_ucum(row.ucum).unit);
    }
}

TEST_CASE("column headers: without a unit, or with that of something else, they are refused") {
    struct Row {
        const char* kind;
        const char* header;
        Reason reason;
    };
    const Row rows[] = {{"tewl", "tewl_lesional", Reason::not_stated},
                        {"tewl", "tewl", Reason::not_stated},
                        {"tewl", "", Reason::not_stated},
                        {"tewl", "tewl_h", Reason::not_stated},
                        {"tewl", "tewl_g_m2", Reason::wrong_dimension},
                        {"tewl", "tewl_g_h", Reason::wrong_dimension},
                        {"tewl", "tewl_au", Reason::not_stated},
                        {"tewl", "TEWL (AU)", Reason::device_required},
                        {"tewl", "TEWL (Mg/m2/h)", Reason::suspect_case},
                        {"tewl", "tewl_Mg_m2_h", Reason::suspect_case},
                        {"tewl", "TEWL ()", Reason::not_stated},
                        {"corneometer_cm825", "hydration", Reason::not_stated},
                        {"corneometer_cm825", "hydration_us", Reason::not_stated},
                        {"ige", "ige", Reason::not_stated},
                        {"ige", "ige_pmol_s", Reason::wrong_dimension},
                        {"tarc", "tarc_baseline", Reason::not_stated},
                        {"temperature_difference", "rise_c", Reason::not_stated},
                        {"eosinophils", "eos", Reason::not_stated}};
    for (const Row& row : rows) {
        CAPTURE(row.kind, row.header);
        const UnitRead read = header_unit(row.header, named(row.kind));
        CHECK(std::string_view(name(read.reason)) == std::string_view(name(row.reason)));
        CHECK(!read.clue.explanation.empty());
    }
}

TEST_CASE("unit columns: a cell states the unit, and must agree with the header") {
    const KindInfo& tewl = named("tewl");
    CHECK(column_unit("tewl", "mg/cm2/h", tewl).unit == parse_ucum("mg/cm2/h").unit);
    CHECK(column_unit("tewl", "g/m2h", tewl).by_alias);
    CHECK(column_unit("tewl_g_m2_h", "", tewl).ok());
    CHECK(column_unit("tewl_g_m2_h", "g/h/m2", tewl).ok());
    CHECK(column_unit("tewl_g_m2_h", "mg/cm2/h", tewl).reason == Reason::ambiguous_unit);
    CHECK(column_unit("tewl", "", tewl).reason == Reason::not_stated);
    CHECK(column_unit("tewl", "%", tewl).reason == Reason::wrong_dimension);
    CHECK(column_unit("ph", "[pH]", named("ph")).ok());
}

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

TEST_CASE("columns: strictly nothing is read that is not UCUM") {
    const KindInfo& immunoglobulin = *find_kind("ige");
    const UnitRead suffix = header_unit("ige_ku_l", immunoglobulin);
    CHECK(suffix.ok());
    CHECK(suffix.by_alias);
    CHECK(header_unit("ige_ku_l", immunoglobulin, Reading::strict).reason ==
          Reason::ambiguous_unit);
    CHECK(header_unit("ige_u_ml", immunoglobulin, Reading::strict).reason ==
          Reason::ambiguous_unit);
    CHECK(header_unit("ige_kiu_l", immunoglobulin, Reading::strict).ok());
    CHECK(header_unit("IgE (kU/L)", immunoglobulin).by_alias);
    CHECK(header_unit("IgE (kU/L)", immunoglobulin, Reading::strict).reason ==
          Reason::ambiguous_unit);
    CHECK(column_unit("ige", "U/mL", immunoglobulin).ok());
    CHECK(column_unit("ige", "U/mL", immunoglobulin, Reading::strict).reason ==
          Reason::ambiguous_unit);
    const KindInfo& ph = *find_kind("ph");
    CHECK(header_unit("ph_forearm", ph).ok());
    CHECK(header_unit("forearm", ph, Reading::strict).reason == Reason::not_stated);
}

TEST_CASE("columns: header and cell must agree, also when the header was read by an alias") {
    const KindInfo& tewl = *find_kind("tewl");
    CHECK(column_unit("TEWL (g/m2h)", "mg/cm2/h", tewl).reason == Reason::ambiguous_unit);
    CHECK(column_unit("TEWL (g/m2h)", "g/h/m2", tewl).ok());
    CHECK(column_unit("forearm", "[pH]", *find_kind("ph")).ok());
    CHECK(column_unit("ratio", "%", *find_kind("ratio")).ok());
}
