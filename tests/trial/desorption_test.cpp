// SPDX-License-Identifier: BSL-1.0
// Water that leaves after occlusion: the model, and a record of it.
#include "eczscore/trial/desorption.hpp"

#include <cmath>
#include <vector>

#include "catch_compat.hpp"
#include "trial/strips.hpp"

using namespace eczscore;
using namespace eczscore::trial;
using namespace eczscore::units;
using namespace strip_examples;

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
