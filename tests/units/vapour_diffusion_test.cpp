// SPDX-License-Identifier: BSL-1.0
// Diffusion constants against worked examples, to 12 digits.
#include "eczscore/units/vapour_diffusion.hpp"

#include <cmath>

#include "catch_compat.hpp"
#include "units/physics.hpp"

using namespace eczscore;
using namespace eczscore::units;
using namespace physics;

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

TEST_CASE("physics: diffusion constants refuse what cannot be") {
    const auto warm = SensorTemperature::celsius(25);
    const auto sea = AirPressure::pascals(101'325);
    CHECK(physical_constant(warm, sea).ok());
    CHECK(!physical_constant(SensorTemperature::kelvin(1e4), sea).ok());
    CHECK(!physical_constant(SensorTemperature::kelvin(0), sea).ok());
    CHECK(!physical_constant(warm, AirPressure::pascals(0)).ok());
    CHECK(!physical_constant(warm, AirPressure::pascals(1e9)).ok());
    CHECK(is_within_constant_range(warm, sea));
    CHECK(!is_within_constant_range(SensorTemperature::celsius(14.9), sea));
    CHECK(!is_within_constant_range(SensorTemperature::celsius(40.1), sea));
    CHECK(!is_within_constant_range(warm, AirPressure::kilopascals(97.9)));
    CHECK(!is_within_constant_range(warm, AirPressure::kilopascals(104.1)));
    CHECK(DiffusionConstant::g_per_m_h_mmhg(133.322387415).in(g_per_m_h_pa) == 1);
}
