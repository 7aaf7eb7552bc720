// SPDX-License-Identifier: BSL-1.0
// Fluxes from gradients, of open chambers and of the condenser, against worked examples.
// Covers: units/condenser.hpp
#include "eczscore/units/open_chamber.hpp"

#include <cmath>
#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/condenser.hpp"
#include "units/physics.hpp"

using namespace eczscore;
using namespace eczscore::units;
using namespace physics;

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

TEST_CASE("physics: sensors that are too near each other measure no gradient") {
    const auto warm = SensorTemperature::celsius(25);
    const AirSensor inner{warm, RelativeHumidity::percent(60)};
    const AirSensor outer{warm, RelativeHumidity::percent(40)};
    CHECK(open_chamber_flux(inner, outer, SensorSpacing::millimetres(5)).flux.ok());
    CHECK(!open_chamber_flux(inner, outer, SensorSpacing::millimetres(1e-310)).flux.ok());
}
