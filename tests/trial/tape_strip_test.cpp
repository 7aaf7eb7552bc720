// SPDX-License-Identifier: BSL-1.0
// Areas under TEWL over strips against worked examples, and curves without one.
#include "eczscore/trial/tape_strip.hpp"

#include <cmath>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "trial/strips.hpp"

using namespace eczscore;
using namespace eczscore::trial;
using namespace eczscore::units;
using namespace strip_examples;

namespace {

double area(TewlStripArea value) { return value.in(g_per_m2_h_strip); }

}  // namespace

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
