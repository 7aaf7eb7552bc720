// SPDX-License-Identifier: BSL-1.0
// Temperatures and pH are points: they have differences and no sums.
// Covers: units/ph.hpp
#include "eczscore/units/temperature.hpp"

#include "catch_compat.hpp"
#include "eczscore/units/ph.hpp"

using namespace eczscore;
using namespace eczscore::units;

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
