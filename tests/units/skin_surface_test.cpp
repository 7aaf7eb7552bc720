// SPDX-License-Identifier: BSL-1.0
// TEWL at another temperature of the skin, and the humidity at its surface.
#include "eczscore/units/skin_surface.hpp"

#include <cmath>

#include "catch_compat.hpp"
#include "units/physics.hpp"

using namespace eczscore;
using namespace eczscore::units;
using namespace physics;

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
