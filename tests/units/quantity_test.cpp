// SPDX-License-Identifier: BSL-1.0
// Named quantities: worked examples, and that every named unit is what UCUM says it is.
// Covers: units/any_quantity.hpp, units/biomarker.hpp, units/colour.hpp, units/elasticity.hpp
// Covers: units/flux.hpp, units/hydration.hpp, units/parse_quantity.hpp, units/percent.hpp
// Covers: units/ph.hpp, units/pigment_index.hpp, units/temperature.hpp, units/thickness.hpp
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include <eczscore/units/any_quantity.hpp>
#include <eczscore/units/ciede2000.hpp>
#include <eczscore/units/convert.hpp>
#include <eczscore/units/kinds.hpp>
#include <eczscore/units/parse_quantity.hpp>
#include <eczscore/units/ucum_parse.hpp>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

/// The examples are printed to 12 digits or more.
bool same(double found, double printed) {
    return std::abs(found - printed) <= 1e-11 * std::abs(printed);
}
const double no_number = std::nan("");

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

TEST_CASE("quantity: temperatures and pH are points") {
    const TemperatureDifference warmer =
        SkinTemperature::celsius(33.5) - SkinTemperature::celsius(31);
    CHECK(warmer.in(kelvin_difference) == 2.5);
    CHECK((SkinTemperature::celsius(31) + warmer).in(celsius) == 33.5);
    CHECK((SkinTemperature::celsius(31) - warmer).in(celsius) == 28.5);
    CHECK(SkinTemperature::fahrenheit(98.6).in(celsius) == Approx(37).epsilon(1e-15));
    CHECK(SkinTemperature::celsius(30).in(kelvin) == 303.15);
    CHECK((Ph::of(5.5) - Ph::of(5)).in(ph_steps) == 0.5);
}

TEST_CASE("W4, W18: Cutometer") {
    CHECK(Tewl::ug_per_cm2_min(3).in(g_per_m2_h) == 1.8);
    CHECK(Tewl::ug_per_cm2_min(25).in(g_per_m2_h) == 15);
    const SuctionCurve curve{Deformation::mm(0.25), Deformation::mm(0.06), Deformation::mm(0.18),
                             Deformation::mm(0.27)};
    CHECK(curve_fault(curve) == CurveFault::none);
    const Elasticity found = elasticity(curve);
    CHECK(same(found.r0.in(mm), 0.31));
    CHECK(same(found.r1.in(mm), 0.04));
    CHECK(same(found.r2.in(pure_number), 0.870967741935));
    CHECK(same(found.r5.in(pure_number), 0.72));
    CHECK(same(found.r6.in(pure_number), 0.24));
    CHECK(same(found.r7.in(pure_number), 0.580645161290));
    CHECK(found.r8.in(mm) == 0.27);
    const Fatigue tired = fatigue(found.r0, Deformation::mm(0.4), Deformation::mm(0.1));
    CHECK(same(tired.r9.in(mm), 0.09));
    CHECK(tired.r3.in(mm) == 0.4);
    CHECK(tired.r4.in(mm) == 0.1);
    const QParameters q = q_parameters({4, 2, 1});
    CHECK(q.q1.in(pure_number) == q.q2.in(pure_number) + q.q3.in(pure_number));
    CHECK(std::isnan(q_parameters({0, 2, 1}).q1.in(pure_number)));
    CHECK(std::isnan(q_parameters({1, -2, 1}).q1.in(pure_number)));
}

TEST_CASE("Cutometer: an impossible curve has no parameters") {
    const auto fault = [](double ue, double uv, double ur, double ua) {
        const SuctionCurve curve{Deformation::mm(ue), Deformation::mm(uv), Deformation::mm(ur),
                                 Deformation::mm(ua)};
        const CurveFault found = curve_fault(curve);
        CHECK(std::isnan(elasticity(curve).r2.in(pure_number)) == (found != CurveFault::none));
        CHECK(std::isnan(elasticity(curve).r8.in(mm)) == (found != CurveFault::none));
        return found;
    };
    CHECK(fault(0.25, 0.06, 0.18, no_number) == CurveFault::not_finite);
    CHECK(fault(0.25, -0.06, 0.18, 0.1) == CurveFault::negative);
    CHECK(fault(0, 0.06, 0.01, 0.05) == CurveFault::no_amplitude);
    CHECK(fault(0.25, 0.06, 0.18, 0.32) == CurveFault::ua_above_uf);
    CHECK(fault(0.25, 0.06, 0.4, 0.3) == CurveFault::ur_above_uf);
    CHECK(fault(0.25, 0.06, 0.31, 0.31) == CurveFault::none);
}

TEST_CASE("W19: individual typology angle and its classes") {
    const auto of = [](double l, double b) { return ita(Lightness::of(l), BStar::of(b)); };
    CHECK(same(of(65.2, 16.3).ita.in(degrees), 43.000007701));
    CHECK(ita_class(of(65.2, 16.3).ita)->id == Text("light"));
    CHECK(same(of(45, 18).ita.in(degrees), -15.5241109968));
    CHECK(ita_class(of(45, 18).ita)->id == Text("brown"));
    for (const double b : {-2.0, 0.0, no_number}) {
        const ItaResult none = of(70, b);
        CHECK(none.reason == Reason::out_of_range);
        CHECK(std::isnan(none.ita.in(degrees)));
        CHECK(ita_class(none.ita) == nullptr);
    }
    CHECK_FALSE(of(101, 5).ok());
    CHECK_FALSE(of(no_number, 5).ok());
    struct Edge {
        double angle;
        const char* id;
    };
    const Edge edges[] = {{90, "very_light"}, {55.001, "very_light"}, {55, "light"},
                          {41.001, "light"},  {41, "intermediate"},   {28, "tan"},
                          {19, "tan"},        {10, "brown"},          {-29.999, "brown"},
                          {-30, "dark"},      {-90, "dark"}};
    for (const Edge& edge : edges) {
        CAPTURE(edge.angle);
        REQUIRE(ita_class(Ita::degrees(edge.angle)) != nullptr);
        CHECK(std::string_view(ita_class(Ita::degrees(edge.angle))->id) == edge.id);
    }
    CHECK(ita_class(Ita::degrees(95.71)) == nullptr);
}

TEST_CASE("W20: colour differences, and the published pairs of CIEDE2000") {
    struct Pair {
        Lab x, y;
        double published, exact;
    };
    const Lab blue = Lab::of(50, 0, -82.7485);
    const Pair pairs[] = {
        {Lab::of(50, 2.6772, -79.7751), blue, 2.0425, 2.042459680157},
        {Lab::of(50, 3.1571, -77.2803), blue, 2.8615, 2.861510174747},
        {Lab::of(50, 2.8361, -74.0200), blue, 3.4412, 3.441190598691},
        {Lab::of(50, -1.3802, -84.2814), blue, 1.0000, 0.999998864752},
        {Lab::of(50, 0, 0), Lab::of(50, -1, 2), 2.3669, 2.366858819172},
        {Lab::of(50, 2.49, -0.001), Lab::of(50, -2.49, 0.0009), 7.1792, 7.179172011349},
        {Lab::of(50, 2.5, 0), Lab::of(73, 25, -18), 27.1492, 27.149231300746},
        {Lab::of(60.2574, -34.0099, 36.2677), Lab::of(60.4626, -34.1751, 39.4387), 1.2644,
         1.264420013599},
        {Lab::of(22.7233, 20.0904, -46.694), Lab::of(23.0331, 14.973, -42.5619), 2.0373,
         2.037258269709},
        {Lab::of(2.0776, 0.0795, -1.135), Lab::of(0.9033, -0.0636, -0.5514), 0.9082,
         0.908232839603}};
    for (const Pair& pair : pairs) {
        const double found = delta_e_2000(pair.x, pair.y).in(colour_units);
        CHECK(std::abs(found - pair.exact) < 1e-11);
        CHECK(std::abs(found - pair.published) < 0.00005 + 1e-9);
        CHECK(std::abs(found - delta_e_2000(pair.y, pair.x).in(colour_units)) < 1e-11);
        CHECK(delta_e_2000(pair.x, pair.x).in(colour_units) == 0);
    }
    const Lab x = Lab::of(64.0, 13.0, 16.5);
    const Lab y = Lab::of(60.5, 19.0, 15.0);
    CHECK(same(delta_e_1976(x, y).in(colour_units), 7.106335201776));
    CHECK(same(delta_e_2000(x, y).in(colour_units), 5.866899737481));
    CHECK(lab_fault(Lab::of(180, 130, 128)) == LabFault::eight_bit);
    CHECK(lab_fault(Lab::of(-1, 0, 0)) == LabFault::negative_lightness);
    CHECK(lab_fault(Lab::of(50, no_number, 0)) == LabFault::not_finite);
    CHECK(std::isnan(delta_e_1976(x, Lab::of(180, 130, 128)).in(colour_units)));
    CHECK(std::isnan(delta_e_2000(Lab::of(180, 130, 128), x).in(colour_units)));
}

TEST_CASE("W21: erythema and melanin indices; the Mexameter's is marked unverified") {
    const UnitOf<DeviceUnit<ReflectanceGeneric>> generic = display<ReflectanceGeneric>;
    CHECK(same(erythema_index(0.22, 0.45).in(generic), 31.0789832953));
    CHECK(same(melanin_index(0.45).in(generic), 34.6787486225));
    const UnitOf<DeviceUnit<MexameterMx18>> mx18 = display<MexameterMx18>;
    CHECK(same(unverified_mexameter_melanin(0.45, 0.55).in(mx18), 562.341856717));
    CHECK(same(unverified_mexameter_erythema(0.22, 0.45).in(mx18), 722.319864247));
    CHECK_FALSE(mexameter_evidence.is_verified());
    CHECK_FALSE(generic_index_evidence.is_verified());
    for (const double r : {0.0, -0.1, 1.1, no_number}) {
        CHECK(std::isnan(erythema_index(0.22, r).in(generic)));
        CHECK(std::isnan(melanin_index(r).in(generic)));
    }
}

TEST_CASE("W23, W25, W28, W29: IgE, eosinophils, water content, pH") {
    CHECK(ige_to_mass(Ige::kiu_per_l(100)).in(ige_ng_per_ml) == 240);
    CHECK(ige_to_mass(Ige::kiu_per_l(1234.5)).in(ige_ng_per_ml) == 2962.8);
    CHECK(ige_from_mass(IgeMass::ng_per_ml(240)).in(kiu_per_l) == 100);
    const EosinophilCount cells =
        eosinophil_count(EosinophilPercent::percent(6.5), LeukocyteCount::giga_per_l(8.2));
    CHECK(same(cells.in(giga_per_l), 0.533));
    CHECK(same(cells.in(per_ul), 533));
    CHECK(EosinophilCount::giga_per_l(0.92).in(per_ul) == 920);
    using Reading = Tdc<MoistureMeterD>;
    CHECK(same(percent_water(Reading::reading(26.8), 78.5).in(percent), 33.2903225806));
    CHECK(same(percent_water(Reading::reading(26.8), 80).in(percent), 32.6582278481));
    CHECK(same(percent_water(Reading::reading(42.9), 78.5).in(percent), 54.0645161290));
    CHECK(same(percent_water(Reading::reading(42.9), 80).in(percent), 53.0379746835));
    CHECK(std::isnan(percent_water(Reading::reading(42.9), 1).in(percent)));
    const std::array<Ph, 2> acid{Ph::of(4.8), Ph::of(5.6)};
    CHECK(same(mean(acid).in(ph_units), 5.2));
    CHECK(same(mean_of_hydrogen_ion(acid.data(), 2), 5.03713796152));
}

TEST_CASE("molar concentrations take a stated molar mass") {
    const MolarMass<tarc> stated{8083};
    const auto mass = to_mass(MolarConcentration<tarc>::pmol_per_l(2), stated);
    CHECK(same(mass.in(pg_per_ml), 16.166));
    CHECK(same(to_amount(mass, stated).in(pmol_per_l), 2));
    CHECK(std::isnan(to_mass(MolarConcentration<tarc>::pmol_per_l(2), {0}).in(pg_per_ml)));
    CHECK(std::isnan(to_amount(mass, {-1}).in(pmol_per_l)));
}

TEST_CASE("any quantity: a kind comes back only as itself, and devices never mix") {
    const AnyQuantity a = Hydration<CorneometerCm825>::reading(40);
    const AnyQuantity b = Hydration<MoistureMeterSc>::reading(60);
    const AnyQuantity c = Tewl::g_per_m2_h(12);
    CHECK(a.as<kind::Hydration<CorneometerCm825>>().value() ==
          Hydration<CorneometerCm825>::reading(40));
    CHECK(a.as<kind::Hydration<MoistureMeterSc>>().reason() == Reason::device_mismatch);
    CHECK(c.as<kind::Sswl>().reason() == Reason::wrong_dimension);
    CHECK(c.as<kind::Hydration<Gpskin>>().reason() == Reason::wrong_dimension);
    CHECK(AnyQuantity(*find_kind("tewl"), 12).as<kind::Tewl>().ok());
    CHECK(a.canonical() == 40);
    CHECK(std::string_view(a.kind().device) == "corneometer_cm825");

    const AnyQuantity mixed[] = {a, a, b};
    const auto bad = homogeneous_range<kind::Hydration<CorneometerCm825>>(mixed, 3);
    CHECK(bad.reason == Reason::device_mismatch);
    CHECK(bad.at == 2);
    CHECK(bad.size() == 0);
    const auto good = homogeneous_range<kind::Hydration<CorneometerCm825>>(mixed, 2);
    REQUIRE(good.ok());
    CHECK(mean(good) == Hydration<CorneometerCm825>::reading(40));
    const std::vector<Tewl> three(3, Tewl::g_per_m2_h(8));
    CHECK(mean(three).in(g_per_m2_h) == 8);
    CHECK(mean(std::span<const Tewl>(three)).in(g_per_m2_h) == 8);
    CHECK(std::isnan(mean(std::vector<Tewl>{}).in(g_per_m2_h)));
}

TEST_CASE("kinds: what is from memory or proposed says so") {
    for (const KindInfo* kind : kinds) {
        CAPTURE(std::string_view(kind->id));
        CHECK_FALSE(kind->label.empty());
        if (!kind->limits.has_low && !kind->limits.has_high) continue;
        CHECK_FALSE(kind->limits.evidence.note.empty());
    }
    CHECK(kind::Hydration<CorneometerCm825>::info.limits.evidence.from_memory);
    CHECK_FALSE(kind::Tewl::info.limits.evidence.is_verified());
    for (const ElasticityRow& row : elasticity_rows) {
        CAPTURE(std::string_view(row.id));
        CHECK(row.evidence.source != nullptr);
    }
    CHECK(elasticity_rows[3].evidence.from_memory);
    CHECK_FALSE(elasticity_rows[5].evidence.from_memory);
}

TEST_CASE("parse quantity: a value and a unit, or the reason") {
    static_assert(parse_tewl("1.2", "mg/cm2/h").value().in(g_per_m2_h) == 12);
    CHECK(parse_tewl("3", "ug/cm2/min").value() == Tewl::g_per_m2_h(1.8));
    CHECK(parse_tewl("1", "mol/m2/s").value() == Tewl::g_per_m2_h(64854.9648));
    CHECK(parse_tewl("12,5", "g/m2/h").reason() == Reason::bad_number);
    CHECK(parse_tewl("12", "g/m2h").reason() == Reason::syntax);
    CHECK(parse_tewl("12", "g/m2h", Reading::lenient).value() == Tewl::g_per_m2_h(12));
    CHECK(parse_tewl("12", "Mg/m2/h", Reading::lenient).reason() == Reason::suspect_case);
    CHECK(parse_tewl("12", "").reason() == Reason::not_stated);
    CHECK(parse_quantity<kind::Ige>("100", "kU/L").reason() == Reason::ambiguous_unit);
    CHECK(parse_quantity<kind::Ige>("100", "kU/L", Reading::lenient).value() ==
          Ige::kiu_per_l(100));
    CHECK(parse_quantity<kind::SkinTemperature>("98.6", "[degF]").value() ==
          SkinTemperature::celsius(37));
    CHECK(parse_quantity<kind::Hydration<CorneometerCm825>>("40", "uS").reason() ==
          Reason::wrong_dimension);
    const auto large = parse_tewl("123456789.123456789", "kg/m2/s");
    CHECK(large.value().in(kg_per_m2_s) == Approx(123456789.123456789));
}
