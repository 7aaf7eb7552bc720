// SPDX-License-Identifier: BSL-1.0
// Endpoints of barrier measurements against worked examples, and what they refuse.
// Covers: trial/barrier_integrity.hpp, trial/barrier_recovery.hpp, trial/desorption.hpp
// Covers: trial/tape_strip.hpp
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/trial/barrier_integrity.hpp"
#include "eczscore/trial/barrier_recovery.hpp"
#include "eczscore/trial/desorption.hpp"
#include "eczscore/trial/tape_strip.hpp"

using namespace eczscore;
using namespace eczscore::trial;
using namespace eczscore::units;

namespace {

bool same(double found, double printed) {
    return std::abs(found - printed) <= 5.1e-12 * std::abs(printed);
}
Tewl tewl(double value) { return Tewl::g_per_m2_h(value); }
std::vector<StripReading> strips(const std::vector<double>& values, int step = 5) {
    std::vector<StripReading> curve;
    for (const double each : values) {
        curve.push_back({static_cast<int>(curve.size()) * step, tewl(each)});
    }
    return curve;
}
const std::vector<double> baseline{47.2, 62.5, 73.0, 80.4, 88.0};
const std::vector<double> week_16{23.6, 28.3, 34.3, 42.9, 49.2};
double area(TewlStripArea value) { return value.in(g_per_m2_h_strip); }
BarrierRecovery recovered(double b, double i, double x, double sdc = 0) {
    return barrier_recovery(tewl(b), tewl(i), tewl(x), tewl(sdc));
}

}  // namespace

TEST_CASE("barrier recovery is of the damage, not of the peak") {  // W14
    const BarrierRecovery found = recovered(8, 40, 25.6);
    REQUIRE(found.ok());
    CHECK(same(found.recovery.in(percent), 45));
    CHECK(recovered(8, 40, 8).recovery.in(percent) == 100);
    CHECK(recovered(8, 40, 40).recovery.in(percent) == 0);
    CHECK(recovered(8, 40, 6).recovery.in(percent) > 100);  // not clamped
    CHECK(recovered(8, 40, 44).recovery.in(percent) < 0);
    // identical to the other way of writing it
    for (double x = 5; x < 45; x += 2.5) {
        CHECK(recovered(8, 40, x).recovery.in(percent) ==
              Approx(100 * (1 - (x - 8) / (40 - 8))).margin(1e-12));
        // any unit, any scale
        CHECK(recovered(80, 400, 10 * x).recovery.in(percent) ==
              Approx(recovered(8, 40, x).recovery.in(percent)).margin(1e-12));
    }
}

TEST_CASE("barrier recovery is refused without damage") {
    CHECK(recovered(8, 8, 8).fault == RecoveryFault::no_damage);
    CHECK(recovered(8, 7, 8).fault == RecoveryFault::no_damage);
    CHECK(recovered(8, 12, 9, 4.9).fault == RecoveryFault::within_error);
    CHECK(recovered(8, 12, 9, 4).fault == RecoveryFault::within_error);
    CHECK(recovered(8, 12, 9, 3.9).ok());
    CHECK(recovered(8, std::nan(""), 9).fault == RecoveryFault::missing);
    CHECK(recovered(8, 12, 9, std::nan("")).fault == RecoveryFault::missing);
    CHECK(recovered(8, 12, 9, -1).fault == RecoveryFault::missing);
    CHECK(std::isnan(recovered(8, 8, 8).recovery.in(percent)));
    CHECK(std::string_view(name(RecoveryFault::within_error)) == "within_error");
}

TEST_CASE("tape strips: area under TEWL") {  // W15
    const StripArea before = strip_area(strips(baseline), 20);
    const StripArea after = strip_area(strips(week_16), 20);
    REQUIRE((before.ok() && after.ok()));
    CHECK(same(area(before.total), 1417.5));
    CHECK(same(area(after.total), 709.5));
    CHECK(same(area(before.above_baseline), 473.5));
    CHECK(same(area(after.above_baseline), 237.5));
    CHECK(same(strip_area_change(before, after).value().in(percent), -49.9470899471));
    CHECK(same(before.mean_height.in(g_per_m2_h), 1417.5 / 20));
    CHECK_FALSE(before.is_stopped_early);
}

TEST_CASE("tape strips: a curve that stops early is not extrapolated") {
    const StripArea full = strip_area(strips(baseline), 20);
    const StripArea early = strip_area(strips({47.2, 62.5, 73.0}), 20);
    REQUIRE(early.ok());
    CHECK((early.is_stopped_early && early.last_strip == 10));
    CHECK(area(early.total) < area(full.total));
    CHECK_FALSE(strip_area_change(full, early).ok());
    CHECK(strip_area(strips({1}), 20).fault == StripFault::too_few);
    CHECK(strip_area(strips({1, std::nan("")}), 20).fault == StripFault::missing);
    auto curve = strips({1, 2, 3});
    curve[0].strips = 1;
    CHECK(strip_area(curve, 20).fault == StripFault::no_baseline);
    curve[0].strips = 0;
    curve[2].strips = 5;
    CHECK(strip_area(curve, 20).fault == StripFault::out_of_order);
    CHECK_FALSE(strip_area_change(strip_area(strips({0, 0}), 5), full).ok());
    CHECK(std::string_view(name(StripFault::no_baseline)) == "no_baseline");
}

TEST_CASE("tape strips: the area of a constant is a rectangle, and areas add") {
    const StripArea flat = strip_area(strips({12, 12, 12}), 10);
    CHECK((area(flat.total) == 120 && area(flat.above_baseline) == 0));
    CHECK(flat.mean_height == tewl(12));
    std::vector<double> doubled;
    for (const double each : baseline) doubled.push_back(2 * each);
    CHECK(area(strip_area(strips(doubled), 20).total) == 2 * 1417.5);
}

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

TEST_CASE("desorption: the curve and the water that left") {  // W13
    const Desorption curve{.tewl = tewl(9), .fast = {Sswl::g_per_m2_h(60), Duration::minutes(5)}};
    CHECK(same(curve.surface_loss(Duration::minutes(1)).in(g_per_m2_h), 52.2330337978));
    CHECK(same(curve.water_lost(post_record).in(g_per_m2), 6.98805410431));
    CHECK(same(curve.water_held().in(g_per_m2), 7.21347520444));
    CHECK(curve.flux(Duration::minutes(0)) == WaterVapourFlux::g_per_m2_h(69));
    CHECK(curve.surface_loss(Duration::minutes(5)).in(g_per_m2_h) == Approx(30).epsilon(1e-14));

    const Desorption two{.tewl = tewl(9),
                         .fast = {Sswl::g_per_m2_h(40), Duration::minutes(1)},
                         .slow = {Sswl::g_per_m2_h(20), Duration::minutes(8)}};
    double before = 0;
    for (int t = 1; t < 200; ++t) {
        const double lost = two.water_lost(Duration::minutes(t)).in(g_per_m2);
        CHECK(lost > before);
        CHECK(lost <= two.water_held().in(g_per_m2));
        before = lost;
    }
}

TEST_CASE("desorption: a record gives what its model gives") {
    const Desorption curve{.tewl = tewl(9), .fast = {Sswl::g_per_m2_h(60), Duration::minutes(5)}};
    std::vector<Duration> at;
    std::vector<WaterVapourFlux> flux;
    for (int s = 0; s <= 1500; ++s) {
        at.push_back(Duration::seconds(s));
        flux.push_back(curve.flux(at.back()));
    }
    const auto found = recorded_water_loss(at, flux, tewl(9));
    CHECK(found.value().in(g_per_m2) == Approx(6.98805410431).epsilon(1e-6));
    CHECK_FALSE(recorded_water_loss({}, {}, tewl(9)).ok());
    at[3] = at[2];
    CHECK_FALSE(recorded_water_loss(at, flux, tewl(9)).ok());
    at[3] = Duration::seconds(3);
    flux[7] = WaterVapourFlux::g_per_m2_h(std::nan(""));
    CHECK_FALSE(recorded_water_loss(at, flux, tewl(9)).ok());
}
