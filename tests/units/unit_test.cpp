// SPDX-License-Identifier: BSL-1.0
// Units as products: factors and exponents that do not fit stay what they were.
#include "eczscore/units/unit.hpp"

#include <limits>

#include "catch_compat.hpp"
#include "eczscore/units/ucum_parse.hpp"

using namespace eczscore;
using namespace eczscore::units;

TEST_CASE("reading: exact factors that do not fit stay what they were") {
    Exact one = 1;
    CHECK(!multiply(one, Exact(0), true));
    CHECK(multiply(one, Exact(-2), true));
    CHECK(one == Exact::ratio(-1, 2));
    Exact largest = std::numeric_limits<std::int64_t>::max();
    CHECK(!multiply(largest, Exact(2)));
    CHECK(!multiply(largest, Exact(-2)));
    CHECK(!add(largest, Exact(1)));
    CHECK(multiply_power(largest, Exact(1), 99));
    Unit kept = parse_ucum("m99").unit;
    CHECK(!multiply(kept, parse_ucum("m").unit, 1));
    CHECK(kept == parse_ucum("m99").unit);
}
