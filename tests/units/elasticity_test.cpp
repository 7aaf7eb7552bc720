// SPDX-License-Identifier: BSL-1.0
// Parameters of suction curves against worked examples, and curves that cannot be.
#include "eczscore/units/elasticity.hpp"

#include <cmath>

#include "catch_compat.hpp"
#include "eczscore/units/flux.hpp"
#include "units/worked_example.hpp"

using namespace eczscore;
using namespace eczscore::units;
using worked_example::no_number;
using worked_example::same;

TEST_CASE("W4, W18: Cutometer") {
    CHECK(Tewl::ug_per_cm2_min(3).in(g_per_m2_h) == 1.8);
    CHECK(Tewl::ug_per_cm2_min(25).in(g_per_m2_h) == 15);
    const SuctionCurve curve{Deformation::mm(0.25), Deformation::mm(0.06), Deformation::mm(0.18),
                             Deformation::mm(0.27)};
    CHECK(curve_fault(curve) == CurveFault::none);
    const Elasticity found = elasticity(curve);
    CHECK(same(found.r0.in(mm), 0.31));
    CHECK(same(found.r1.in(mm), 0.04));
    CHECK(same(found.r2.in(pure_number), 0.870967741935));
    CHECK(same(found.r5.in(pure_number), 0.72));
    CHECK(same(found.r6.in(pure_number), 0.24));
    CHECK(same(found.r7.in(pure_number), 0.580645161290));
    CHECK(found.r8.in(mm) == 0.27);
    const Fatigue tired = fatigue(found.r0, Deformation::mm(0.4), Deformation::mm(0.1));
    CHECK(same(tired.r9.in(mm), 0.09));
    CHECK(tired.r3.in(mm) == 0.4);
    CHECK(tired.r4.in(mm) == 0.1);
    const QParameters q = q_parameters({4, 2, 1});
    CHECK(q.q1.in(pure_number) == q.q2.in(pure_number) + q.q3.in(pure_number));
    CHECK(std::isnan(q_parameters({0, 2, 1}).q1.in(pure_number)));
    CHECK(std::isnan(q_parameters({1, -2, 1}).q1.in(pure_number)));
}

TEST_CASE("Cutometer: an impossible curve has no parameters") {
    const auto fault = [](double ue, double uv, double ur, double ua) {
        const SuctionCurve curve{Deformation::mm(ue), Deformation::mm(uv), Deformation::mm(ur),
                                 Deformation::mm(ua)};
        const CurveFault found = curve_fault(curve);
        CHECK(std::isnan(elasticity(curve).r2.in(pure_number)) == (found != CurveFault::none));
        CHECK(std::isnan(elasticity(curve).r8.in(mm)) == (found != CurveFault::none));
        return found;
    };
    CHECK(fault(0.25, 0.06, 0.18, no_number) == CurveFault::not_finite);
    CHECK(fault(0.25, -0.06, 0.18, 0.1) == CurveFault::negative);
    CHECK(fault(0, 0.06, 0.01, 0.05) == CurveFault::no_amplitude);
    CHECK(fault(0.25, 0.06, 0.18, 0.32) == CurveFault::ua_above_uf);
    CHECK(fault(0.25, 0.06, 0.4, 0.3) == CurveFault::ur_above_uf);
    CHECK(fault(0.25, 0.06, 0.31, 0.31) == CurveFault::none);
}

TEST_CASE("measuring: recovery areas that cannot be have no ratios") {
    CHECK(q_parameters({2, 1, 1}).q1.in(CutometerRatio<10>::UnitType{}) == 1);
    for (const RecoveryAreas areas : {RecoveryAreas{0, 1, 1}, {2, -1, 1}, {2, 1, -1}}) {
        CHECK(std::isnan(q_parameters(areas).q1.in(CutometerRatio<10>::UnitType{})));
    }
}
