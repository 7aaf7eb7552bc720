// SPDX-License-Identifier: BSL-1.0
// Units as typed into a field: every trap is read rightly, or refused with the likely intention.
// Covers: units/reason.hpp
#include <string>
#include <string_view>

#include <eczscore/units/kinds.hpp>
#include <eczscore/units/read_unit.hpp>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

std::string text(Chars chars) { return std::string(chars.data(), chars.size()); }

struct Row {
    const char* kind;
    const char* typed;
    Reason strictly;
    const char* leniently;  ///< the UCUM it is taken for; empty when it is refused there too
    const char* suggestion;
    bool precedence = false;
};

std::string repeated(const std::string& piece, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += piece;
    return all;
}

constexpr const char* refused = "";
using enum Reason;

// Sections 1.3, 6.1, 7.1 and 7.2 of the measurement specification.
const Row rows[] = {
    // valid and right
    {"tewl", "g/m2/h", none, "g/m2/h", ""},
    {"tewl", "g/h/m2", none, "g/m2/h", ""},
    {"tewl", "g/(m2.h)", none, "g/m2/h", ""},
    {"tewl", "g/(h.m2)", none, "g/m2/h", ""},
    {"tewl", "g.m-2.h-1", none, "g/m2/h", ""},
    {"tewl", "g.h-1.m-2", none, "g/m2/h", ""},
    {"tewl", "g/m2/d", none, "g/m2/d", ""},
    {"tewl", "g/m2/(24.h)", none, "g/m2/d", ""},
    {"tewl", "mg/cm2/h", none, "mg/cm2/h", ""},
    {"tewl", "kg/m2/s", none, "kg/m2/s", ""},
    {"tewl", "mol/m2/s", none, "mol/m2/s", ""},
    {"tewl", "nmol/cm2/s", none, "nmol/cm2/s", ""},
    // valid but wrong
    {"tewl", "g/m2.h", wrong_dimension, "g/m2/h", "g/m2/h", true},
    {"tewl", "g/h.m2", wrong_dimension, "g/m2/h", "g/h/m2", true},
    {"sswl", "g/m2.h", wrong_dimension, refused, "g/m2/h"},
    {"sebum_rate", "ug/cm2.h", wrong_dimension, refused, "ug/cm2/h"},
    {"tewl", "g/m-2/h-1", wrong_dimension, refused, "g/m2/h"},
    {"tewl", "g/hm2", wrong_dimension, "g/m2/h", "g/h/m2"},
    {"tewl", "Mg/m2/h", suspect_case, refused, "mg/m2/h"},
    {"tewl", "G/m2/h", suspect_case, refused, "g/m2/h"},
    {"tewl", "G/M2/H", suspect_case, refused, "g/m2/h"},
    {"tewl", "mg/cm2/H", suspect_case, refused, "mg/cm2/h"},
    {"tewl", "g/m2/H", suspect_case, refused, "g/m2/h"},
    {"tewl", "Gm/m2/h", suspect_case, refused, "g/m2/h"},
    {"tewl", "g/m2/S", wrong_dimension, refused, "g/m2/s"},
    // aliases
    {"tewl", "g/m2h", syntax, "g/m2/h", "g/m2/h"},
    {"tewl", "g m-2 h-1", syntax, "g/m2/h", "g.m-2.h-1"},
    {"tewl", "gm-2h-1", unknown_unit, "g/m2/h", "g.m-2.h-1"},
    {"tewl", "g/m2/hr", unknown_unit, "g/m2/h", "g/m2/h"},
    {"tewl", "g/m2/hour", unknown_unit, "g/m2/h", "g/m2/h"},
    {"tewl", "gm/m2/h", unknown_unit, "g/m2/h", "g/m2/h"},
    {"tewl", "g/m^2/h", syntax, "g/m2/h", "g/m2/h"},
    {"tewl", "g/m**2/h", syntax, "g/m2/h", "g/m2/h"},
    {"tewl", "g/(m2*h)", syntax, "g/m2/h", "g/(m2.h)"},
    {"tewl", "g/(m2 h)", syntax, "g/m2/h", "g/(m2.h)"},
    {"tewl", "g*m-2*h-1", syntax, "g/m2/h", "g.m-2.h-1"},
    {"tewl", "g m^-2 h^-1", syntax, "g/m2/h", "g.m-2.h-1"},
    {"tewl", "g/m2*h", syntax, "g/m2/h", "g/m2/h", true},
    {"tewl", "g/sqm/h", unknown_unit, "g/m2/h", "g/m2/h"},
    {"tewl", "g/sq.m/hr", unknown_unit, "g/m2/h", "g/m2/h"},
    {"tewl", "gmh", unknown_unit, "g/m2/h", "g/m2/h"},
    {"tewl", "g/m2/24h", syntax, "g/m2/d", "g/m2/d"},
    {"tewl", "g/m2/day", unknown_unit, "g/m2/d", "g/m2/d"},
    {"tewl", "mg/cm2/hr", unknown_unit, "mg/cm2/h", "mg/cm2/h"},
    {"tewl", "mg/cm2h", syntax, "mg/cm2/h", "mg/cm2/h"},
    {"tewl", "mcg/cm2/min", unknown_unit, "ug/cm2/min", "ug/cm2/min"},
    {"tewl", "g/m2/HR", unknown_unit, refused, "g/m2/h"},
    // typographic and German spellings
    {"tewl", "g/m²/h", none, "g/m2/h", ""},
    {"tewl", "g·m⁻²·h⁻¹", none, "g/m2/h", ""},
    {"tewl", " g∕m²∕h ", none, "g/m2/h", ""},
    {"tewl", "g·m−2·h−1", none, "g/m2/h", ""},
    {"tewl", "µg/cm²/min", none, "ug/cm2/min", ""},
    {"tewl", "μg/cm²/min", none, "ug/cm2/min", ""},
    {"tewl", "g\u00A0m⁻²\u2009h⁻¹", syntax, "g/m2/h", "g.m-2.h-1"},
    {"tewl", "g/m² · h", syntax, "g/m2/h", "g/m2/h", true},
    {"tewl", "g/(m²×h)", syntax, "g/m2/h", "g/(m2.h)"},
    {"tewl", "g/m²/Std.", unknown_unit, "g/m2/h", "g/m2/h"},
    {"tewl", "g/qm/Stunde", unknown_unit, "g/m2/h", "g/m2/h"},
    {"tewl", "g/m²/Tag", unknown_unit, "g/m2/d", "g/m2/d"},
    {"tewl", "µg/cm²/Minute", unknown_unit, "ug/cm2/min", "ug/cm2/min"},
    // missing exponents, areas, times, and what needs more data
    {"tewl", "g/m/h", wrong_dimension, refused, "g/m2/h"},
    {"tewl", "mg/cm/h", wrong_dimension, refused, "mg/cm2/h"},
    {"tewl", "g/h", wrong_dimension, refused, ""},
    {"tewl", "g/m2", wrong_dimension, refused, ""},
    {"tewl", "mL/m2/h", wrong_dimension, refused, ""},
    {"tewl", "W/m2", wrong_dimension, refused, ""},
    {"tewl", "%", wrong_dimension, refused, ""},
    {"tewl", "AU", device_required, refused, ""},
    {"tewl", "a.u.", device_required, refused, ""},
    {"tewl", "", not_stated, refused, ""},
    {"tewl", "t/m2/h", unknown_unit, refused, ""},
    // hydration: the device's own unit
    {"corneometer_cm825", "{AU}", none, "1", ""},
    {"corneometer_cm825", "AU", device_required, "1", "{AU}"},
    {"corneometer_cm825", "a.u.", device_required, "1", "{AU}"},
    {"corneometer_cm825", "%", wrong_dimension, refused, ""},
    {"corneometer_cm825", "uS", wrong_dimension, refused, ""},
    {"corneometer_cm825", "{corneometer_AU}", none, "1", ""},
    {"corneometer_cm825", "{CM 825 AU}", syntax, "1", "{CM_825_AU}"},
    {"corneometer_cm825", "{moisturemeter_AU}", device_mismatch, refused, ""},
    {"corneometer_cm825", "{skicon}", device_mismatch, refused, ""},
    {"corneometer_cm825", "{DPM}", none, "1", ""},
    {"nova_dpm_9003", "{NovaDPM}", none, "1", ""},
    {"percent_change", "{AU}", wrong_dimension, refused, ""},
    {"percent_change", "%{points}", none, "%", ""},
    {"skicon_200", "uS", none, "uS", ""},
    {"skicon_200", "µS", none, "uS", ""},
    {"skicon_200", "us", wrong_dimension, refused, "uS"},
    // IgE
    {"ige", "k[IU]/L", none, "k[IU]/L", ""},
    {"ige", "kU/L", ambiguous_unit, "k[IU]/L", "k[IU]/L"},
    {"ige", "kUA/L", unknown_unit, refused, "k[IU]/L"},
    {"ige", "kIU/L", unknown_unit, "k[IU]/L", "k[IU]/L"},
    {"ige", "IU/mL", unknown_unit, "k[IU]/L", "[IU]/mL"},
    {"ige", "U/mL", ambiguous_unit, "k[IU]/L", "[IU]/mL"},
    {"ige", "ku/l", suspect_case, refused, "k[IU]/L"},
    {"ige", "KU/L", suspect_case, refused, "k[IU]/L"},
    {"ige", "iu/ML", suspect_case, refused, "[IU]/mL"},
    {"ige", "K[iu]/l", suspect_case, refused, "k[IU]/L"},
    {"ige", "IE/ml", unknown_unit, "k[IU]/L", "[IU]/mL"},
    // cells
    {"eosinophils", "10*9/L", none, "10*9/L", ""},
    {"eosinophils", "/uL", none, "/uL", ""},
    {"eosinophils", "/mm3", none, "/uL", ""},
    {"eosinophils", "10^9/L", none, "10*9/L", ""},
    {"eosinophils", "×10⁹/L", syntax, "10*9/L", "10*9/L"},
    {"eosinophils", "x10^9/L", unknown_unit, "10*9/L", "10*9/L"},
    {"eosinophils", "x10E9/L", unknown_unit, "10*9/L", "10*9/L"},
    {"eosinophils", "10e9/L", syntax, "10*9/L", "10*9/L"},
    {"eosinophils", "cells/uL", unknown_unit, "/uL", "/uL"},
    {"eosinophils", "cells/mm3", unknown_unit, "/uL", "/mm3"},
    {"eosinophils", "10³/µL", none, "10*9/L", ""},
    {"eosinophils", "G/L", suspect_case, "10*9/L", "10*9/L"},
    {"eosinophils", "K/uL", suspect_case, "10*9/L", "10*3/uL"},
    {"eosinophils", "Tsd./µl", unknown_unit, "10*9/L", "10*3/uL"},
    {"eosinophils", "Gpt/l", unknown_unit, "10*9/L", "10*9/L"},
    {"eosinophils", "Thousand/uL", unknown_unit, "10*9/L", "10*3/uL"},
    {"eosinophils", "thousands/mm3", unknown_unit, "10*9/L", "10*3/mm3"},
    {"eosinophils", "Mio/L", unknown_unit, "10*6/L", "10*6/L"},
    {"eosinophils", "bil/L", unknown_unit, refused, "10*9/L"},
    {"eosinophils", "X10E9/l", suspect_case, refused, "10*9/L"},
    {"eosinophils", "10*3{WBC}/uL", none, "10*9/L", ""},
    {"eosinophils", "/nl", none, "10*9/L", ""},
    {"eosinophils", "%", wrong_dimension, refused, ""},
    // temperature, pH, mass concentrations
    {"skin_temperature", "Cel", none, "Cel", ""},
    {"skin_temperature", "°C", unknown_unit, "Cel", "Cel"},
    {"skin_temperature", "C", suspect_case, "Cel", "Cel"},
    {"temperature_difference", "Cel", wrong_dimension, refused, ""},
    {"ph", "PH", suspect_case, refused, "[pH]"},
    {"ph", "ph", suspect_case, refused, "[pH]"},
    {"ph", "[pH]", none, "[pH]", ""},
    {"ph", "pH", suspect_case, "[pH]", "[pH]"},
    {"ph", "", not_stated, "[pH]", "[pH]"},
    {"tarc", "pg/mL", none, "pg/mL", ""},
    {"tarc", "pg/ml", none, "pg/mL", ""},
    {"tarc", "Pg/mL", suspect_case, refused, "pg/mL"},
    {"tarc", "pg/ML", suspect_case, refused, "pg/mL"},
    {"tarc", "pmol/L", analyte_required, refused, ""}};

}  // namespace

TEST_CASE("unit fields: every trap, strictly and leniently") {
    for (const Row& row : rows) {
        CAPTURE(row.kind, row.typed);
        const KindInfo* kind = find_kind(row.kind);
        REQUIRE(kind != nullptr);
        const UnitRead strict = read_unit(row.typed, kind, Strictness::strict);
        CHECK(std::string_view(name(strict.reason)) == std::string_view(name(row.strictly)));
        CHECK(text(strict.suggestion.chars()) == row.suggestion);
        if (!strict.ok()) CHECK(!strict.clue.explanation.empty());

        const UnitRead lenient = read_unit(row.typed, kind, Strictness::lenient);
        CHECK(lenient.ok() == (row.leniently[0] != '\0'));
        if (lenient.ok()) CHECK(lenient.unit == parse_ucum(row.leniently).unit);
        CHECK(lenient.nonstandard_precedence == row.precedence);
        CHECK(lenient.by_alias == (lenient.ok() && !strict.ok()));
    }
}

TEST_CASE("unit fields: aliases belong to a kind and are never global") {
    for (const char* typed : {"gmh", "kU/L", "AU", "C", "pH", "IU/mL", "x10^9/L", "g/m2h", "G/L"}) {
        CAPTURE(typed);
        const UnitRead read = read_unit(typed, nullptr, Strictness::lenient);
        if (read.ok()) {
            CHECK(!read.by_alias);  // kU/L is UCUM: enzyme units
        }
    }
    CHECK(!read_unit("gmh", nullptr, Strictness::lenient).ok());
    CHECK(!read_unit("gmh", find_kind("ige"), Strictness::lenient).ok());
    CHECK(!read_unit("kU/L", find_kind("tewl"), Strictness::lenient).ok());
    CHECK(!read_unit("C", find_kind("tewl"), Strictness::lenient).ok());
}

TEST_CASE("unit fields: without a kind the traps are still refused") {
    struct Case {
        const char* typed;
        Reason reason;
        const char* suggestion;
    };
    const Case cases[] = {
        {"g/m2.h", wrong_dimension, "g/m2/h"}, {"Mg/m2/h", suspect_case, "mg/m2/h"},
        {"AU", device_required, ""},           {"{AU}", device_required, ""},
        {"pH", suspect_case, "[pH]"},          {"g/m2h", syntax, "g/m2/h"},
        {"g/m2/hr", unknown_unit, "g/m2/h"}};
    for (const Case& row : cases) {
        CAPTURE(row.typed);
        const UnitRead read = read_unit(row.typed, nullptr, Strictness::strict);
        CHECK(std::string_view(name(read.reason)) == std::string_view(name(row.reason)));
        CHECK(text(read.suggestion.chars()) == row.suggestion);
    }
}

TEST_CASE("reading: corrections end, and never outgrow a unit") {
    const std::string slips = "m" + repeated("*m", 17);
    CHECK(read_unit(slips, nullptr, Strictness::strict).suggestion.chars().empty());
    const std::string fewer = "m" + repeated("*m", 14);
    CHECK(!read_unit(fewer, nullptr, Strictness::strict).suggestion.chars().empty());
    const std::string full = repeated("m.", 44) + "5.cells";
    REQUIRE(full.size() == 95);
    CHECK(read_unit(full, nullptr, Strictness::strict).suggestion.chars().empty());
    CHECK(!read_unit(full.substr(2), nullptr, Strictness::strict).suggestion.chars().empty());
    const std::string cut = "km." + repeated("m.", 43) + "cells.m";  // corrected, its end is lost
    REQUIRE(cut.size() == 96);
    CHECK(read_unit(cut, nullptr, Strictness::strict).suggestion.chars().empty());
}

TEST_CASE("reading: a flux field says what is missing from what is no flux") {
    const KindInfo* tewl = find_kind("tewl");
    struct Case {
        const char* typed;
        const char* why;
    };
    const Case cases[] = {{"g/h", "the area is missing"},
                          {"g/m2", "the time is missing"},
                          {"mL/m2/h", "needs a density"},
                          {"W/m2", "enthalpy"},
                          {"g/m2/s/Pa", "vapour pressure"},
                          {"m-1.s-1", "vapour pressure"},
                          {"s.m-1", "vapour pressure"},
                          {"V", "a mass per area and time"},
                          {"9223372036854775807.g/m2/s", "does not fit"}};
    for (const Case& row : cases) {
        CAPTURE(row.typed);
        const UnitRead read = read_unit(row.typed, tewl, Strictness::lenient);
        CHECK(!read.ok());
        CHECK_THAT(text(Chars(read.clue.explanation)), Catch::Matchers::ContainsSubstring(row.why));
    }
    for (const char* trap : {"g/m-2/h-1", "g.m2.h", "g/m2.h"}) {
        CHECK(read_unit(trap, nullptr, Strictness::strict).reason == Reason::wrong_dimension);
    }
}
