// SPDX-License-Identifier: BSL-1.0
// Saturation pressures against the release of IF97 and worked examples, to 12 digits.
// Covers: units/air.hpp
#include "eczscore/units/vapour_pressure.hpp"

#include <cmath>
#include <string_view>

#include "catch_compat.hpp"
#include "units/physics.hpp"

using namespace eczscore;
using namespace eczscore::units;
using namespace physics;

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

TEST_CASE("physics: saturation ends where its formula does") {
    CHECK(!saturation_pressure(SensorTemperature::celsius(400), Saturation::tetens).ok());
    CHECK(!saturation_pressure(SensorTemperature::celsius(-238), Saturation::tetens).ok());
    CHECK(saturation_pressure(SensorTemperature::celsius(373.9), Saturation::tetens).ok());
    CHECK(saturation_pressure(SensorTemperature::kelvin(647.09)).ok());
    CHECK(!saturation_pressure(SensorTemperature::kelvin(647.1)).ok());
}
