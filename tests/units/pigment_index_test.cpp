// SPDX-License-Identifier: BSL-1.0
// Erythema and melanin indices against worked examples.
#include "eczscore/units/pigment_index.hpp"

#include <cmath>

#include "catch_compat.hpp"
#include "units/worked_example.hpp"

using namespace eczscore;
using namespace eczscore::units;
using worked_example::no_number;
using worked_example::same;

TEST_CASE("W21: erythema and melanin indices; the Mexameter's is marked unverified") {
    const UnitOf<DeviceUnit<ReflectanceGeneric>> generic = display<ReflectanceGeneric>;
    CHECK(same(erythema_index(0.22, 0.45).in(generic), 31.0789832953));
    CHECK(same(melanin_index(0.45).in(generic), 34.6787486225));
    const UnitOf<DeviceUnit<MexameterMx18>> mx18 = display<MexameterMx18>;
    CHECK(same(unverified_mexameter_melanin(0.45, 0.55).in(mx18), 562.341856717));
    CHECK(same(unverified_mexameter_erythema(0.22, 0.45).in(mx18), 722.319864247));
    CHECK_FALSE(mexameter_evidence.is_verified());
    CHECK_FALSE(generic_index_evidence.is_verified());
    for (const double r : {0.0, -0.1, 1.1, no_number}) {
        CHECK(std::isnan(erythema_index(0.22, r).in(generic)));
        CHECK(std::isnan(melanin_index(r).in(generic)));
    }
}
