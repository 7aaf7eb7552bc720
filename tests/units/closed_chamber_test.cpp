// SPDX-License-Identifier: BSL-1.0
// Closed chambers: fluxes against worked examples, and the fitted rise of the humidity.
#include "eczscore/units/closed_chamber.hpp"

#include <cmath>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "units/physics.hpp"

using namespace eczscore;
using namespace eczscore::units;
using namespace physics;

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

TEST_CASE("physics: closed chambers refuse what cannot be") {
    const auto warm = SensorTemperature::celsius(25);
    const auto hot = SensorTemperature::celsius(400);
    const auto height = EffectiveHeight::millimetres(10);
    const auto flat = EffectiveHeight::millimetres(0);
    const auto flux = WaterVapourFlux::g_per_m2_h(10);
    CHECK(humidity_rate_of(flux, height, warm).ok());
    CHECK(!humidity_rate_of(flux, flat, warm).ok());
    CHECK(!humidity_rate_of(flux, height, hot).ok());
    CHECK(!closed_chamber_flux(height, hot, HumidityRate::percent_per_s(1)).ok());
}
