// SPDX-License-Identifier: BSL-1.0
// Slopes over strips and protein, and the resistance plot, against worked examples.
#include "eczscore/trial/barrier_integrity.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

#include "catch_compat.hpp"
#include "trial/strips.hpp"

using namespace eczscore;
using namespace eczscore::trial;
using namespace eczscore::units;
using namespace strip_examples;

TEST_CASE("integrity: TEWL a strip") {  // W16
    const StripSlope before = strip_slope(strips(baseline));
    const StripSlope after = strip_slope(strips(week_16));
    CHECK(same(before.slope.in(g_per_m2_h_per_strip), 1.99));
    CHECK(same(before.intercept.in(g_per_m2_h), 50.32));
    CHECK(same(after.slope.in(g_per_m2_h_per_strip), 1.316));
    CHECK(same(after.intercept.in(g_per_m2_h), 22.5));
    CHECK(strip_slope(strips({1})).fault == StripFault::too_few);
}

TEST_CASE("integrity and cohesion by protein, and the resistance plot") {  // W17
    std::vector<DepthReading> curve;
    const double depths[] = {0, 120, 230, 330, 420};
    const double values[] = {8, 10.5, 14, 20, 33};
    for (std::size_t i = 0; i < 5; ++i) {
        curve.push_back({ProteinRemoved::ug_per_cm2(depths[i]), tewl(values[i])});
    }
    const ResistancePlot plot = resistance_plot(curve);
    REQUIRE(plot.ok());
    CHECK(std::abs(plot.slope / -2.237695999e-4 - 1) < 3e-10);  // printed to 10 digits
    CHECK(same(plot.intercept, 0.123623251372));
    CHECK(same(plot.to_zero.in(ug_per_cm2), 552.457757565));
    CHECK((plot.r_squared > 0.99 && plot.r_squared < 1));
    CHECK(depth_slope(curve).slope.in(g_per_m2_h_per_ug_cm2) > 0);
    CHECK(same(cohesion(ProteinRemoved::ug_per_cm2(420), 20).value().in(ug_per_cm2_per_strip), 21));
    CHECK_FALSE(cohesion(ProteinRemoved::ug_per_cm2(420), 0).ok());
    CHECK_FALSE(cohesion(ProteinRemoved::ug_per_cm2(-1), 2).ok());

    std::vector<DepthReading> rising{curve[0], curve[1], curve[2]};
    rising[2].tewl = tewl(2);
    CHECK_FALSE(resistance_plot(rising).falls);
    CHECK_FALSE(resistance_plot(rising).ok());
    rising[1].tewl = tewl(0);
    CHECK(resistance_plot(rising).fault == StripFault::missing);
    rising[1] = rising[0];
    CHECK(depth_slope(rising).fault == StripFault::out_of_order);
    rising[1].removed = ProteinRemoved::ug_per_cm2(std::nan(""));
    CHECK(depth_slope(rising).fault == StripFault::missing);
    CHECK(resistance_plot({}).fault == StripFault::too_few);
}
