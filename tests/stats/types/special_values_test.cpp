// SPDX-License-Identifier: BSL-1.0
// The values that stand for "no number" and "no bound".
#include "eczscore/stats/types/special_values.hpp"

#include <cmath>
#include <limits>

#include "catch_compat.hpp"

using namespace eczscore::stats;

TEST_CASE("special values: no number equals nothing, no bound is above every number") {
    CHECK(std::isnan(not_a_number));
    CHECK(std::isnan(std::numeric_limits<double>::quiet_NaN() + not_a_number));
    CHECK_FALSE(not_a_number == not_a_number);
    CHECK(infinity > std::numeric_limits<double>::max());
}
