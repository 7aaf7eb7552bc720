// SPDX-License-Identifier: BSL-1.0
// Error of measurement and the smallest detectable change in worked examples.
#include "eczscore/trial/detectable_change.hpp"

#include <cmath>

#include "catch_compat.hpp"
#include "eczscore/units/flux.hpp"
#include "trial/strips.hpp"

using namespace eczscore;
using namespace eczscore::trial;
using namespace eczscore::units;
using namespace strip_examples;

TEST_CASE("smallest detectable change") {  // W26, and 1.14
    const auto error = sem(Tewl::g_per_m2_h(8), 0.9);
    CHECK(same(error.value().in(g_per_m2_h), 2.52982212813));
    CHECK(same(smallest_detectable_change(error.value()).in(g_per_m2_h), 7.01230917744));
    CHECK(
        same(smallest_detectable_change(error.value(), 30).value().in(g_per_m2_h), 1.28026663889));
    CHECK(std::abs(smallest_detectable_change(Tewl::g_per_m2_h(1.76)).in(g_per_m2_h)-4.878) <
          5.1e-4);
    CHECK(std::abs(smallest_detectable_change(Tewl::g_per_m2_h(3.97)).in(g_per_m2_h)-11.004) <
          5.1e-4);
    CHECK_FALSE(smallest_detectable_change(error.value(), 0).ok());
    CHECK_FALSE(sem(Tewl::g_per_m2_h(8), 1.1).ok());
    CHECK_FALSE(sem(Tewl::g_per_m2_h(-8), 0.5).ok());
    CHECK(sem(Tewl::g_per_m2_h(8), 1).value() == Tewl::g_per_m2_h(0));
}
