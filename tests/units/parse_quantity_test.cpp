// SPDX-License-Identifier: BSL-1.0
// A value and a unit as typed into a quantity, or the reason.
#include "eczscore/units/parse_quantity.hpp"

#include <cmath>

#include "catch_compat.hpp"
#include "eczscore/units/kinds.hpp"

using namespace eczscore;
using namespace eczscore::units;

TEST_CASE("parse quantity: a value and a unit, or the reason") {
    static_assert(parse_tewl("1.2", "mg/cm2/h").value().in(g_per_m2_h) == 12);
    CHECK(parse_tewl("3", "ug/cm2/min").value() == Tewl::g_per_m2_h(1.8));
    CHECK(parse_tewl("1", "mol/m2/s").value() == Tewl::g_per_m2_h(64854.9648));
    CHECK(parse_tewl("12,5", "g/m2/h").reason() == Reason::bad_number);
    CHECK(parse_tewl("12", "g/m2h").reason() == Reason::syntax);
    CHECK(parse_tewl("12", "g/m2h", Strictness::lenient).value() == Tewl::g_per_m2_h(12));
    CHECK(parse_tewl("12", "Mg/m2/h", Strictness::lenient).reason() == Reason::suspect_case);
    CHECK(parse_tewl("12", "").reason() == Reason::not_stated);
    CHECK(parse_quantity<kind::Ige>("100", "kU/L").reason() == Reason::ambiguous_unit);
    CHECK(parse_quantity<kind::Ige>("100", "kU/L", Strictness::lenient).value() ==
          Ige::kiu_per_l(100));
    CHECK(parse_quantity<kind::SkinTemperature>("98.6", "[degF]").value() ==
          SkinTemperature::celsius(37));
    CHECK(parse_quantity<kind::Hydration<CorneometerCm825>>("40", "uS").reason() ==
          Reason::wrong_dimension);
    const auto large = parse_tewl("123456789.123456789", "kg/m2/s");
    CHECK(large.value().in(kg_per_m2_s) == Approx(123456789.123456789));
}

TEST_CASE("reading: a quantity whose exact value does not fit is the nearest double") {
    const auto huge = parse_quantity<kind::Tewl>("999999999999999999", "kg/m2/s");
    REQUIRE(huge.ok());
    CHECK(huge.value().in(g_per_m2_h) == 999999999999999999.0 * 3'600'000);
    const auto angle = parse_quantity<kind::Ita>("1", "rad");
    REQUIRE(angle.ok());
    CHECK(std::abs(angle.value().in(degrees)-57.29577951308232) < 1e-13);
    CHECK(parse_quantity<kind::AmbientTemperature>("-300", "Cel").reason() == Reason::out_of_range);
    CHECK(parse_quantity<kind::TemperatureDifference>("-5", "K").ok());
    CHECK(parse_tewl("1,2", "g/m2/h").reason() == Reason::bad_number);
    CHECK(parse_tewl("1.2", "g/m2").reason() == Reason::wrong_dimension);
}
