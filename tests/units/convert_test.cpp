// SPDX-License-Identifier: BSL-1.0
// Conversions: the exact factors of every flux unit, substances, temperatures, decimals as typed.
// Covers: units/analyte.hpp
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <string_view>

#include <eczscore/units/convert.hpp>
#include <eczscore/units/convert_column.hpp>
#include <eczscore/units/decimal.hpp>
#include <eczscore/units/ucum_parse.hpp>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

Conversion way(const char* from, const char* to, const Analyte* analyte = nullptr) {
    const UnitParse a = parse_ucum(from);
    const UnitParse b = parse_ucum(to);
    REQUIRE(a.ok());
    REQUIRE(b.ok());
    return conversion(a.unit, b.unit, analyte);
}

// Exact sizes in g/m2/h; the molar ones with 18.015268 g/mol.
struct Row {
    const char* unit;
    Exact size;
};
const Row rows[] = {{"g/m2/h", 1},
                    {"g/m2/min", 60},
                    {"g/m2/s", 3600},
                    {"g/m2/d", Exact::ratio(1, 24)},
                    {"kg/m2/h", 1000},
                    {"kg/m2/s", 3'600'000},
                    {"kg/m2/d", Exact::ratio(125, 3)},
                    {"mg/m2/h", Exact::ratio(1, 1000)},
                    {"mg/m2/s", Exact::ratio(18, 5)},
                    {"ug/m2/s", Exact::ratio(9, 2500)},
                    {"mg/cm2/h", 10},
                    {"mg/cm2/min", 600},
                    {"mg/cm2/d", Exact::ratio(5, 12)},
                    {"mg/dm2/h", Exact::ratio(1, 10)},
                    {"ug/cm2/h", Exact::ratio(1, 100)},
                    {"ug/cm2/min", Exact::ratio(3, 5)},
                    {"ug/cm2/s", 36},
                    {"ng/cm2/h", Exact::ratio(1, 100'000)},
                    {"ng/cm2/min", Exact::ratio(3, 5000)},
                    {"ng/cm2/s", Exact::ratio(9, 250)},
                    {"g/cm2/h", 10'000},
                    {"mol/m2/s", 64854.9648_x},
                    {"mmol/m2/s", 64.8549648_x},
                    {"umol/m2/s", 0.0648549648_x},
                    {"nmol/cm2/s", 0.648549648_x},
                    {"umol/cm2/h", 0.18015268_x},
                    {"mol/m2/h", 18.015268_x}};

}  // namespace

TEST_CASE("convert: every flux unit has its exact size, and exact values come back exactly") {
    std::mt19937 random(7);
    for (const Row& row : rows) {
        CAPTURE(row.unit);
        const Conversion there = way(row.unit, "g/m2/h", &water);
        const Conversion back = way("g/m2/h", row.unit, &water);
        CHECK(there.ratio == row.size);
        CHECK(back.ratio == Exact(1) / row.size);
        for (int i = 0; i < 200; ++i) {
            const Exact value = Exact::ratio(static_cast<int>(random() % 1'000'000), 1000);
            const Converted out = convert(convert(value, there).value, back);
            REQUIRE(out.ok());
            REQUIRE(out.value == value);
        }
        // In double, there and back is at most two roundings away.
        for (int i = 0; i < 200; ++i) {
            const double value = static_cast<double>(random() % 1'000'000) / 1000;
            const double again = back(there(value));
            REQUIRE(std::abs(again - value) <= 4e-16 * value);
        }
    }
}

TEST_CASE("convert: doubles are multiplied and divided by small integers, never by reciprocals") {
    CHECK(way("mg/cm2/h", "g/m2/h")(1.2) == 12.0);
    CHECK(way("ug/cm2/min", "g/m2/h")(3) == 1.8);  // 3 * 0.6 is 1.7999999999999998
    CHECK(way("ug/cm2/min", "g/m2/h")(25) == 15.0);
    CHECK(way("k[IU]/L", "ng/mL", &ige)(1234.5) == 2962.8);
    CHECK(way("k[IU]/L", "ng/mL", &ige)(100) == 240.0);
    CHECK(std::isnan(way("mg/cm2/h", "g/m2/h")(std::nan(""))));
}

TEST_CASE("convert: worked examples W1 to W3 and W5") {
    const auto same = [](double found, double printed) {
        return std::abs(found - printed) <= 1e-14 * std::abs(printed);
    };
    CHECK(way("g/m2/h", "mg/cm2/h")(10) == 1.0);
    CHECK(same(way("g/m2/h", "ug/cm2/min")(10), 16.6666666666667));
    CHECK(same(way("g/m2/h", "kg/m2/s")(10), 2.77777777777778e-6));
    CHECK(way("g/m2/h", "g/m2/d")(10) == 240.0);
    CHECK(same(way("g/m2/h", "ng/cm2/s")(10), 277.777777777778));
    CHECK(same(way("g/m2/h", "mg/m2/s")(10), 2.77777777777778));
    CHECK(same(way("g/m2/h", "mol/m2/s", &water)(10), 1.54190200100147e-4));
    CHECK(same(way("g/m2/h", "nmol/cm2/s", &water)(10), 15.4190200100147));
    CHECK(same(way("g/m2/h", "ug/cm2/min")(2.3), 3.83333333333333));
    CHECK(same(way("g/m2/h", "nmol/cm2/s", &water)(2.3), 3.54637460230338));
    CHECK(same(way("g/m2/h", "ug/cm2/min")(44.0), 73.3333333333333));
    CHECK(same(way("g/m2/h", "nmol/cm2/s", &water)(44.0), 67.8436880440647));
    CHECK(same(way("g/m2/h", "mg/cm2/h")(9.69), 0.969));
    CHECK(same(way("g/m2/h", "ug/cm2/min")(9.69), 16.15));
    CHECK(same(way("g/m2/h", "ug/cm2/min")(49.32), 82.2));
    // A manufacturer's page prints 0.000001333 and 0.00000025 for these.
    CHECK(same(way("g/h/m2", "g/min/cm2")(8), 1.33333333333333e-5));
    CHECK(way("g/h/m2", "g/min/cm2")(15) == 2.5e-5);
    // The manufacturer's diffusion constant, with UCUM's millimetre of mercury.
    CHECK(same(way("g/(m.h.mm[Hg])", "g/(m.h.Pa)")(0.0877), 6.57805913502648e-4));
}

TEST_CASE("convert: an amount or international units become mass for a named substance only") {
    CHECK(way("mol/m2/s", "g/m2/h").reason == Reason::analyte_required);
    CHECK(way("mol/m2/s", "g/m2/h", &ige).reason == Reason::analyte_required);
    CHECK(way("k[IU]/L", "ng/mL").reason == Reason::analyte_required);
    CHECK(way("k[IU]/L", "ng/mL", &water).reason == Reason::analyte_required);
    CHECK(way("pmol/L", "pg/mL", &tarc).reason == Reason::analyte_required);
    const Analyte stated = tarc.with_molar_mass(8083);
    CHECK(way("pmol/L", "pg/mL", &stated).ratio == 8.083_x);
    CHECK(way("kU/L", "k[IU]/L", &ige).reason == Reason::wrong_dimension);
    CHECK(way("k[IU]/L", "[IU]/mL").ratio == Exact(1));
    CHECK(water.evidence.is_verified());
    CHECK(ige.evidence.is_verified());
    for (const Analyte* analyte : analytes) CHECK(find_analyte(analyte->id) == analyte);
}

TEST_CASE("convert: temperatures are points, and do not mix with what has no zero") {
    CHECK(convert(30, way("Cel", "K")).value == 303.15_x);
    CHECK(convert(303.15_x, way("K", "Cel")).value == Exact(30));
    CHECK(convert(98.6_x, way("[degF]", "Cel")).value == Exact(37));
    CHECK(convert(37, way("Cel", "[degF]")).value == 98.6_x);
    CHECK(convert(-40, way("Cel", "[degF]")).value == Exact(-40));
    CHECK(convert(5.4_x, way("[pH]", "[pH]")).value == 5.4_x);
    CHECK(way("[pH]", "1").reason == Reason::wrong_dimension);
    CHECK(way("g/m2/h", "g/m2").reason == Reason::wrong_dimension);
    CHECK(way("[arb'U]/mL", "[IU]/mL").reason == Reason::wrong_dimension);
}

TEST_CASE("convert: what does not fit is refused, never rounded") {
    const Conversion large = way("Em", "am");
    CHECK(large.reason == Reason::too_large);
    CHECK(convert(1'000'000'000'000'000'000, way("km", "m")).reason == Reason::too_large);
    CHECK(convert(Exact::ratio(1, std::numeric_limits<std::int64_t>::max()), way("Cel", "K"))
              .reason == Reason::too_large);
}

TEST_CASE("conversion: a temperature below absolute zero is refused, a difference is not") {
    struct Row {
        const char* value;
        const char* from;
        const char* to;
        Reason reason;
    };
    const Row ends[] = {{"-273.15", "Cel", "K", Reason::none},
                        {"-273.16", "Cel", "K", Reason::out_of_range},
                        {"-300", "Cel", "Cel", Reason::out_of_range},
                        {"-300", "Cel", "[degF]", Reason::out_of_range},
                        {"0", "K", "Cel", Reason::none},
                        {"-0.01", "K", "Cel", Reason::out_of_range},
                        {"-5", "mK", "[degF]", Reason::out_of_range},
                        {"-459.67", "[degF]", "K", Reason::none},
                        {"-459.68", "[degF]", "K", Reason::out_of_range},
                        {"-500", "[degF]", "[degF]", Reason::out_of_range},
                        {"-218.52", "[degRe]", "Cel", Reason::none},
                        {"-218.53", "[degRe]", "Cel", Reason::out_of_range},
                        {"-0.1", "[degR]", "[degF]", Reason::out_of_range},
                        {"-5", "K", "K", Reason::none},
                        {"-5", "K", "[degR]", Reason::none},
                        {"-5", "Cel", "K", Reason::none}};
    for (const Row& row : ends) {
        CAPTURE(row.value, row.from, row.to);
        const Conversion way = conversion(parse_ucum(row.from).unit, parse_ucum(row.to).unit);
        REQUIRE(way.ok());
        CHECK(convert(parse_decimal(row.value).value, way).reason == row.reason);
    }
    const Conversion reaumur = conversion(parse_ucum("[degRe]").unit, parse_ucum("Cel").unit);
    CHECK(convert(Exact(80), reaumur).value == Exact(100));
    CHECK(!conversion(parse_ucum("Cel").unit, parse_ucum("9223372036854775807.K").unit).ok());
}

TEST_CASE("conversion: pi has no exact ratio, and is given as a double") {
    const Unit rad = parse_ucum("rad").unit;
    const Unit deg = parse_ucum("deg").unit;
    const Conversion way = conversion(rad, deg);
    REQUIRE(way.ok());
    CHECK(convert(Exact(1), way).reason == Reason::not_exact);
    CHECK(way(1) == 57.295779513082323);
    CHECK(conversion(deg, rad)(180) == 3.1415926535897931);
    CHECK(conversion(parse_ucum("sr").unit, parse_ucum("deg2").unit)(1) == 3282.806350011744);
    CHECK(convert(Exact(1), conversion(rad, parse_ucum("mrad").unit)).value == Exact(1000));
    const double column[] = {180, 90};
    double out[2];
    convert_column(conversion(deg, rad), Limits{}, column, out, nullptr, 2);
    CHECK(out[0] == conversion(deg, rad)(180));
    CHECK(out[1] == conversion(deg, rad)(90));
}

TEST_CASE("conversion: exponents that do not fit are refused, and never wrap") {
    const Analyte gram = Analyte{"a", "A"}.with_molar_mass(1);
    CHECK(!conversion(parse_ucum("g99.mol99").unit, parse_ucum("g-58").unit, &gram).ok());
    CHECK(conversion(parse_ucum("g99.mol").unit, parse_ucum("g98.mol2").unit, &gram).reason ==
          Reason::too_large);
}

TEST_CASE("reading: conversions that have no way, and substances that do not fit") {
    const Unit k = parse_ucum("K").unit;
    const Unit ph = parse_ucum("[pH]").unit;
    CHECK(conversion(k, ph).reason == Reason::wrong_dimension);
    CHECK(conversion(ph, k).reason == Reason::wrong_dimension);
    CHECK(conversion(parse_ucum("[arb'U]").unit, ph).reason == Reason::wrong_dimension);
    CHECK(convert(Exact(1), conversion(k, ph)).reason == Reason::wrong_dimension);
    CHECK(conversion(parse_ucum("Cel").unit, k)(25.0) == 298.15);
    CHECK(conversion(k, parse_ucum("mK").unit)(25.0) == 25'000);
    CHECK(conversion(parse_ucum("g/L").unit, parse_ucum("mol2/L").unit).reason ==
          Reason::wrong_dimension);
    const Analyte gram = Analyte{"a", "A"}.with_molar_mass(1);
    CHECK(conversion(parse_ucum("g60.mol60").unit, parse_ucum("g61.mol59").unit, &gram).reason ==
          Reason::too_large);
    CHECK(
        conversion(parse_ucum("g-60.mol-60").unit, parse_ucum("g-61.mol-59").unit, &gram).reason ==
        Reason::too_large);
    CHECK(conversion(parse_ucum("g60.[IU]60").unit, parse_ucum("g61.[IU]59").unit, &ige).reason ==
          Reason::too_large);
    CHECK(conversion(parse_ucum("mol/L").unit, parse_ucum("[IU]/L").unit, &ige).reason ==
          Reason::analyte_required);
}
