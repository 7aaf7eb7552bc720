// SPDX-License-Identifier: BSL-1.0
// Named quantities: sums and ratios within a kind, and every named unit is what UCUM says it is.
// Covers: units/flux.hpp, units/hydration.hpp, units/strip_slopes.hpp, units/thickness.hpp
#include <cmath>
#include <string_view>
#include <type_traits>

#include <eczscore/units/convert.hpp>
#include <eczscore/units/kinds.hpp>
#include <eczscore/units/quantity.hpp>
#include <eczscore/units/strip_slopes.hpp>
#include <eczscore/units/ucum_parse.hpp>

#include "catch_compat.hpp"
#include "units/worked_example.hpp"

using namespace eczscore;
using namespace eczscore::units;
using worked_example::no_number;
using worked_example::same;

namespace {

/// A unit constant against the UCUM text it names, for a kind of its family.
template <class Q>
void check_unit(typename Q::UnitType unit) {
    CAPTURE(std::string_view(Q::info().id), std::string_view(unit.ucum));
    const UnitParse read = parse_ucum(unit.ucum);
    REQUIRE(read.ok());
    const Conversion way = conversion(read.unit, Q::info().unit);
    REQUIRE(way.ok());
    CHECK(static_cast<double>(way.ratio.num()) * unit.den ==
          static_cast<double>(way.ratio.den()) * unit.num);
    CHECK(std::abs(way.offset.to_double() - unit.shift / unit.den) < 1e-13);
    CHECK(Q(7, unit).in(unit) == Approx(7).epsilon(1e-15));
}

static_assert(sizeof(Tewl) == sizeof(double) && std::is_trivially_copyable_v<Tewl>);
static_assert(!std::is_convertible_v<Tewl, double> && !std::is_convertible_v<double, Tewl>);
static_assert(!std::is_constructible_v<Tewl, Sswl> && !std::is_constructible_v<Ita, HueAngle>);
static_assert(!std::is_constructible_v<PercentWater, PercentChange>);
template <class A, class B>
concept Adds = requires(A a, B b) { a + b; };
template <class A, class B>
concept Compares = requires(A a, B b) { a < b; };
static_assert(Adds<Tewl, Tewl> && !Adds<Tewl, Sswl> && !Adds<Tewl, SebumRate>);
static_assert(!Adds<Ph, Ph> && Adds<Ph, PhDifference> && !Compares<Tewl, WaterVapourFlux>);
static_assert(!Adds<Hydration<CorneometerCm825>, Hydration<CorneometerCm820>>);
static_assert(!Compares<PercentRecovery, PercentRecovery>);

}  // namespace

TEST_CASE("quantity: every named unit is the one that UCUM reads") {
    for (const FluxUnit unit :
         {g_per_m2_h,     g_per_m2_min, g_per_m2_s,   g_per_m2_d,     kg_per_m2_h,  kg_per_m2_s,
          kg_per_m2_d,    mg_per_m2_h,  mg_per_m2_s,  ug_per_m2_s,    mg_per_cm2_h, mg_per_cm2_min,
          mg_per_cm2_d,   mg_per_dm2_h, ug_per_cm2_h, ug_per_cm2_min, ug_per_cm2_s, ng_per_cm2_h,
          ng_per_cm2_min, ng_per_cm2_s, g_per_cm2_h}) {
        check_unit<Tewl>(unit);
    }
    check_unit<SswlMass>(g_per_m2);
    check_unit<SebumLevel>(ug_per_cm2);
    check_unit<SebumRate>(sebum_ug_per_cm2_h);
    check_unit<TewlStripArea>(g_per_m2_h_strip);
    check_unit<SkinTemperature>(celsius);
    check_unit<SkinTemperature>(kelvin);
    check_unit<SkinTemperature>(fahrenheit);
    check_unit<TemperatureDifference>(kelvin_difference);
    check_unit<EpidermalThickness>(um);
    check_unit<EpidermalThickness>(thickness_mm);
    check_unit<Deformation>(mm);
    check_unit<Ita>(degrees);
    check_unit<Tarc>(pg_per_ml);
    check_unit<Tarc>(ng_per_ml);
    check_unit<Tarc>(ng_per_l);
    check_unit<Tarc>(ug_per_l);
    check_unit<Tarc>(mg_per_l);
    check_unit<MolarConcentration<tarc>>(pmol_per_l);
    check_unit<MolarConcentration<tarc>>(nmol_per_l);
    check_unit<Ige>(kiu_per_l);
    check_unit<Ige>(iu_per_ml);
    check_unit<IgeMass>(ige_ng_per_ml);
    check_unit<IgeMass>(ige_mg_per_l);
    check_unit<EosinophilCount>(giga_per_l);
    check_unit<EosinophilCount>(per_ul);
    check_unit<StripContent<il_13, PerProtein>>(pg_per_ug);
    check_unit<StripContent<il_13, PerSkinArea>>(pg_per_cm2);
    check_unit<RelativeHumidity>(percent);
    check_unit<NmfHplc>(mmol_per_g);
    check_unit<Ph>(ph_units);
}

TEST_CASE("quantity: sums, differences and ratios stay within a kind") {
    const Tewl lesional = Tewl::g_per_m2_h(28.68);
    CHECK((lesional - Tewl::g_per_m2_h(13.15)).in(g_per_m2_h) == 28.68 - 13.15);
    CHECK((2 * Tewl::mg_per_cm2_h(1.2)).in(g_per_m2_h) == 24);
    CHECK((Tewl::g_per_m2_h(9) / 2 * 4).in(g_per_m2_h) == 18);
    CHECK((-Tewl::g_per_m2_h(9)).in(g_per_m2_h) == -9);
    // W27, the ratio of lesional to non-lesional skin
    const Ratio ratio = lesional / Tewl::g_per_m2_h(13.15);
    CHECK(same(ratio.in(pure_number), 2.18098859316));
    CHECK(same((lesional / Tewl::g_per_m2_h(11.60)).in(pure_number), 2.4724137931));
    CHECK((Tewl::g_per_m2_h(9) < lesional && lesional >= lesional && lesional == lesional));
    CHECK((lesional > Tewl::g_per_m2_h(9) && Tewl::g_per_m2_h(9) <= lesional));
    CHECK_FALSE(Tewl::g_per_m2_h(no_number) == Tewl::g_per_m2_h(no_number));
    CHECK(Tewl::kg_per_m2_s(1).in(g_per_m2_h) == 3'600'000);
    CHECK(Tewl::ug_per_cm2_h(100).in(mg_per_cm2_h) == 0.1);
}

TEST_CASE("quantity: slopes of strips have units") {
    CHECK(TewlPerStrip::g_per_m2_h_per_strip(1.99).in(g_per_m2_h_per_strip) == 1.99);
    CHECK(TewlPerProtein::of(2).in(g_per_m2_h_per_ug_cm2) == 2);
    CHECK(ProteinPerStrip::ug_per_cm2_per_strip(20).in(ug_per_cm2_per_strip) == 20);
}
