// SPDX-License-Identifier: BSL-1.0
// The physics of evaporimeters against worked examples, to 12 digits.
// Covers: units/air.hpp, units/closed_chamber.hpp, units/condenser.hpp, units/open_chamber.hpp
// Covers: units/skin_surface.hpp, units/vapour_diffusion.hpp, units/vapour_pressure.hpp
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/units/closed_chamber.hpp"
#include "eczscore/units/condenser.hpp"
#include "eczscore/units/open_chamber.hpp"
#include "eczscore/units/skin_surface.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

/// The examples are printed to 12 digits or more; half a unit in the twelfth.
bool same(double found, double printed) {
    return std::abs(found - printed) <= 5.1e-12 * std::abs(printed);
}
SensorTemperature at(double t) { return SensorTemperature::celsius(t); }
AirSensor air(double t, double rh) { return {at(t), RelativeHumidity::percent(rh)}; }
SensorSpacing spaced(double mm) { return SensorSpacing::millimetres(mm); }
double pa(const Checked<VapourPressure>& p) { return p.value().in(pascals); }
double flux(const Checked<WaterVapourFlux>& f) { return f.value().in(g_per_m2_h); }
double psat(double t, Saturation by = Saturation::iapws_if97) {
    return pa(saturation_pressure(at(t), by));
}
constexpr Saturation over_water[] = {Saturation::iapws_if97,        Saturation::magnus_wmo,
                                     Saturation::alduchov_eskridge, Saturation::buck1981,
                                     Saturation::buck1996,          Saturation::tetens};

}  // namespace

TEST_CASE("physics: IF97 gives the values of the release and of the table") {
    const auto kelvins = [](double t) {
        return pa(saturation_pressure(SensorTemperature::kelvin(t)));
    };
    CHECK(same(kelvins(300), 3536.58941301));
    CHECK(same(kelvins(500), 2638897.75627));
    CHECK(same(kelvins(600), 12344314.5784));
    const double table[][2] = {{20, 2339.214766777}, {22, 2645.211246582}, {25, 3169.746854952},
                               {28, 3782.812630927}, {30, 4246.688340548}, {32, 4759.247119297},
                               {35, 5628.620144121}};
    for (const auto& [t, expected] : table) {
        CAPTURE(t);
        CHECK(same(psat(t), expected));
        CHECK(pa(saturation_pressure(SkinTemperature::celsius(t))) == psat(t));
    }
}

TEST_CASE("physics: the other formulas differ from IF97 by what the table prints") {
    struct Row {
        double t, magnus, alduchov_eskridge, buck1981, buck1996, tetens;
    };
    const Row rows[] = {
        {20, -0.283, -0.247, -0.083, -0.037, -0.043}, {22, -0.295, -0.252, -0.085, -0.038, -0.052},
        {25, -0.306, -0.253, -0.086, -0.038, -0.065}, {28, -0.308, -0.246, -0.081, -0.038, -0.080},
        {30, -0.305, -0.236, -0.075, -0.037, -0.089}, {32, -0.298, -0.223, -0.066, -0.036, -0.097},
        {35, -0.280, -0.196, -0.048, -0.033, -0.109}};
    for (const Row& row : rows) {
        CAPTURE(row.t);
        const double printed[] = {
            0, row.magnus, row.alduchov_eskridge, row.buck1981, row.buck1996, row.tetens};
        for (std::size_t i = 1; i < 6; ++i) {
            const double percent_off = 100 * (psat(row.t, over_water[i]) / psat(row.t) - 1);
            // printed to 0.001; Tetens at 28 Cel, -0.0795, as -0.080
            CHECK(std::abs(percent_off - printed[i]) <= 0.00055);
        }
    }
}

TEST_CASE("physics: no formula answers where it does not hold") {
    CHECK(saturation_pressure(at(-0.1)).reason() == Reason::out_of_range);
    CHECK(saturation_pressure(at(0)).ok());
    CHECK_FALSE(saturation_pressure(at(400)).ok());
    CHECK_FALSE(saturation_pressure(at(std::nan(""))).ok());
    CHECK_FALSE(saturation_pressure(at(1), Saturation::magnus_ice).ok());
    CHECK_FALSE(saturation_pressure(at(1), Saturation::buck_ice).ok());
    CHECK_FALSE(saturation_pressure(at(-300), Saturation::tetens).ok());
    CHECK_FALSE(saturation_pressure(at(std::nan("")), Saturation::buck1981).ok());
    CHECK_FALSE(vapour_pressure(air(20, 100.5)).ok());
    CHECK_FALSE(vapour_pressure(air(20, -1)).ok());
    CHECK_FALSE(vapour_pressure(air(-5, 50)).ok());
}

TEST_CASE("physics: every formula rises with temperature and every one is named") {
    for (const Saturation by : over_water) {
        for (double t = 0; t < 45; t += 0.25) CHECK(psat(t + 0.25, by) > psat(t, by));
    }
    for (const Saturation by : {Saturation::magnus_ice, Saturation::buck_ice}) {
        for (double t = -30; t < -0.3; t += 0.25) CHECK(psat(t + 0.25, by) > psat(t, by));
        CHECK(formula(by).over_ice);
        CHECK(psat(-7, by) < psat(-7, Saturation::magnus_wmo));  // ice holds less than water
    }
    CHECK(std::string_view(name(Saturation::iapws_if97)) == "iapws_if97");
    CHECK_FALSE(formula(Saturation::tetens).evidence.is_verified());
}

TEST_CASE("physics: the manufacturer's diffusion constant is 1.8 % below Nilsson's") {  // W5
    const double maker = ck_constant.value.in(g_per_m_h_pa);
    CHECK(same(maker, 6.57804002016641e-4));
    CHECK(same(0.0877 / 133.322, 6.57805913502648e-4));
    CHECK(std::abs(maker / nilsson_constant.value.in(g_per_m_h_pa)-0.98179701793) < 1e-11);
    CHECK(ck_constant.value.in(g_per_m_h_mmhg) == Approx(0.0877).epsilon(1e-15));
    CHECK(ck_constant.evidence.is_verified());
    CHECK_FALSE(nilsson_constant.evidence.is_verified());
}

TEST_CASE("physics: the diffusion constant follows temperature and pressure") {  // W10
    const auto constant = [](double t, double kpa) {
        return physical_constant(at(t), AirPressure::kilopascals(kpa)).value().in(g_per_m_h_pa);
    };
    CHECK(std::abs(constant(20, 101.325) - 6.5860277e-4) < 0.51e-11);
    CHECK(std::abs(constant(25, 101.325) - 6.6768702e-4) < 0.51e-11);
    CHECK(std::abs(constant(30, 101.325) - 6.7674238e-4) < 0.51e-11);
    CHECK(std::abs(constant(19.56, 101.325) - 6.57804e-4) < 2e-8);
    CHECK(std::abs(constant(26.28, 101.325) - 6.70e-4) < 2e-8);
    CHECK(same(constant(25, 84), 8.05397473608e-4));
    CHECK(same(constant(25, 84) / constant(25, 101.325), 1.20625));
    CHECK_FALSE(physical_constant(at(25), AirPressure::pascals(0)).ok());
    CHECK_FALSE(physical_constant(at(-300), AirPressure::pascals(1e5)).ok());
    CHECK(is_within_constant_range(at(25), AirPressure::kilopascals(101)));
    CHECK_FALSE(is_within_constant_range(at(25), AirPressure::kilopascals(84)));
    CHECK_FALSE(is_within_constant_range(at(41), AirPressure::kilopascals(101)));
}

TEST_CASE("physics: open chamber") {  // W6
    const GradientFlux if97 = open_chamber_flux(air(28.0, 45), air(26.5, 46), spaced(5));
    CHECK(same(pa(if97.near_skin), 1702.26568392));
    CHECK(same(pa(if97.away), 1593.66027647));
    CHECK(same(flux(if97.flux), 14.5531245983));
    CHECK(std::string_view(if97.diffusion.id) == "nilsson_constant");

    const GradientFlux magnus = open_chamber_flux(air(28.0, 45), air(26.5, 46), spaced(5),
                                                  nilsson_constant, Saturation::magnus_wmo);
    CHECK(same(pa(magnus.near_skin), 1697.01714921));
    CHECK(same(pa(magnus.away), 1588.75056440));
    CHECK(same(flux(magnus.flux), 14.5077223649));
    CHECK(magnus.saturation == Saturation::magnus_wmo);

    const GradientFlux maker =
        open_chamber_flux(air(28.0, 45), air(26.5, 46), spaced(5), ck_constant);
    CHECK(same(flux(maker.flux), 14.2882143322));
}

TEST_CASE("physics: the density gradient is the wrong one") {  // W7
    const GradientFlux right = open_chamber_flux(air(28.0, 45), air(26.5, 46), spaced(5),
                                                 nilsson_constant, Saturation::magnus_wmo);
    const double inner = vapour_density(right.near_skin.value(), at(28.0)).in(kg_per_m3);
    const double outer = vapour_density(right.away.value(), at(26.5)).in(kg_per_m3);
    CHECK(same(inner, 0.0122098381112));
    CHECK(same(outer, 0.0114880939328));
    // the diffusivity at the mean temperature, in m2/h, times the gradient of the density
    const Diffusion mean = physical(at(27.25), AirPressure::pascals(101325));
    const double diffusivity =
        mean.value.in(g_per_m_h_pa) / 1000 * gas_constant * (27.25 + 273.15) / water_kg_per_mol;
    const double wrong = 1000 * diffusivity * (inner - outer) / 0.005;
    CHECK(same(wrong, 13.4438714429));
    CHECK(wrong / flux(right.flux) < 0.93);
}

TEST_CASE("physics: open chamber properties") {
    const auto of = [](const AirSensor& inner, const AirSensor& outer, double mm) {
        return open_chamber_flux(inner, outer, spaced(mm)).flux;
    };
    const double loss = flux(of(air(28, 45), air(26.5, 46), 5));
    CHECK(flux(of(air(26.5, 46), air(28, 45), 5)) == -loss);  // symmetric
    CHECK(flux(of(air(28, 45), air(26.5, 46), 10)) == Approx(loss / 2).epsilon(1e-14));
    CHECK(flux(of(air(28, 45), air(28, 45), 5)) == 0);
    // sensitivity to the inner sensor
    const double level = flux(of(air(28, 45), air(28, 45), 5));
    CHECK(std::abs(flux(of(air(28, 46), air(28, 45), 5)) - level - 5.07) < 0.005);
    CHECK_FALSE(of(air(28, 45), air(26.5, 46), 0).ok());
    CHECK_FALSE(of(air(28, 45), air(26.5, 46), -5).ok());
    CHECK_FALSE(of(air(28, 145), air(26.5, 46), 5).ok());
    CHECK_FALSE(of(air(28, 45), air(26.5, std::nan("")), 5).ok());
    const Diffusion none = physical(at(25), AirPressure::pascals(-1));
    CHECK_FALSE(open_chamber_flux(air(28, 45), air(26.5, 46), spaced(5), none).flux.ok());
    const Diffusion high = physical(at(25), AirPressure::kilopascals(84));
    CHECK(open_chamber_flux(air(28, 45), air(26.5, 46), spaced(5), high).flux.ok());
}

TEST_CASE("physics: closed chamber") {  // W8
    const auto height = EffectiveHeight::millimetres(10);
    const auto found = closed_chamber_flux(height, at(25), HumidityRate::percent_per_s(0.8));
    CHECK(same(flux(found), 6.6342036025));
    const auto rate = humidity_rate_of(WaterVapourFlux::g_per_m2_h(10), height, at(25));
    CHECK(same(rate.value().in(percent_per_s), 1.20587194475));
    CHECK(flux(closed_chamber_flux(height, at(25), rate.value())) == Approx(10).epsilon(1e-14));
    CHECK_FALSE(closed_chamber_flux(EffectiveHeight::millimetres(0), at(25), rate.value()).ok());
    CHECK_FALSE(closed_chamber_flux(height, at(-5), rate.value()).ok());
    CHECK_FALSE(humidity_rate_of(WaterVapourFlux::g_per_m2_h(10), height, at(-5)).ok());
}

TEST_CASE("physics: the rise of the humidity is fitted, or refused with a reason") {
    const auto fit = [](std::vector<double> t, std::vector<double> rh) {
        std::vector<RelativeHumidity> humidity;
        for (const double each : rh) humidity.push_back(RelativeHumidity::percent(each));
        return humidity_rise(t, humidity);
    };
    const RiseFit line = fit({0, 1, 2, 3}, {40, 40.8, 41.6, 42.4});
    REQUIRE(line.ok());
    CHECK(line.rate.in(percent_per_s) == Approx(0.8).epsilon(1e-13));
    CHECK(line.r_squared == Approx(1).epsilon(1e-13));
    CHECK(line.samples == 4);
    const RiseFit flat = fit({0, 1, 2}, {40, 40, 40});
    CHECK((flat.ok() && flat.rate.in(percent_per_s) == 0 && std::isnan(flat.r_squared)));
    CHECK(fit({0, 1}, {40, 41}).fault == RiseFault::too_few);
    CHECK(fit({0, 1, 2}, {40, 41}).fault == RiseFault::too_few);
    CHECK(fit({0, 1, 1}, {40, 41, 42}).fault == RiseFault::out_of_order);
    const RiseFit humid = fit({0, 1, 2}, {79, 80, 80.5});
    CHECK((humid.fault == RiseFault::too_humid && humid.at == 2));
    CHECK(fit({0, 1, 2}, {40, 39, 42}).fault == RiseFault::falling);
    CHECK(fit({0, 1, 2}, {40, std::nan(""), 42}).fault == RiseFault::too_humid);
    CHECK(std::string_view(name(RiseFault::falling)) == "falling");
}

TEST_CASE("physics: condenser") {  // W9
    const auto path = DiffusionPath::millimetres(8);
    const GradientFlux found = condenser_flux(air(24.0, 20), at(-7.65), path);
    CHECK(same(pa(found.away), 319.570288157));
    CHECK(same(pa(found.near_skin), 597.126613191));
    CHECK(same(flux(found.flux), 23.2453422216));
    CHECK_FALSE(condenser_flux(air(24.0, 20), at(2), path).flux.ok());
    CHECK_FALSE(condenser_flux(air(24.0, 20), at(-7.65), path, nilsson_constant,
                               Saturation::iapws_if97, Saturation::magnus_wmo)
                    .flux.ok());
}

TEST_CASE("physics: a temperature adjustment needs a slope and stays in its range") {  // W11
    const auto skin = [](double t) { return SkinTemperature::celsius(t); };
    const Tewl observed = Tewl::g_per_m2_h(15);
    const auto adjusted = temperature_adjusted(observed, skin(33), skin(30), 0.035);
    CHECK(same(adjusted.value().in(g_per_m2_h), 11.7785345192));
    CHECK(same(15 * psat(30) / psat(33), 12.6512949947));
    CHECK(same(std::pow(10, 0.035), 1.08392691402));
    const auto back = temperature_adjusted(adjusted.value(), skin(30), skin(33), 0.035);
    CHECK(back.value().in(g_per_m2_h) == Approx(15).epsilon(1e-14));
    CHECK_FALSE(temperature_adjusted(observed, skin(27.9), skin(30), 0.035).ok());
    CHECK_FALSE(temperature_adjusted(observed, skin(33), skin(35), 0.035).ok());
    CHECK_FALSE(temperature_adjusted(Tewl::g_per_m2_h(0), skin(33), skin(30), 0.035).ok());
    CHECK_FALSE(temperature_adjusted(observed, skin(33), skin(30), std::nan("")).ok());
}

TEST_CASE("physics: humidity at the skin's surface") {
    const auto skin = SkinTemperature::celsius(32);
    const auto found = surface_humidity(VapourPressure::pascals(4759.247119297 / 2), skin);
    CHECK(same(found.value().in(percent), 50));
    CHECK_FALSE(surface_humidity(VapourPressure::pascals(5000), skin).ok());
    CHECK_FALSE(surface_humidity(VapourPressure::pascals(-1), skin).ok());
    CHECK_FALSE(surface_humidity(VapourPressure::pascals(100), SkinTemperature::celsius(-1)).ok());
}
