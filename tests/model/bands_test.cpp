// SPDX-License-Identifier: BSL-1.0
// A band's ends: included or not, exactly.
#include "eczscore/model/bands.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Band: the ends belong to it exactly where they are said to") {
    const Band closed{"a", "A", from(1), up_to(7)};
    const Band open{"b", "B", above(1), below(7)};
    const Band point{"c", "C", from(0), up_to(0)};
    struct Case {
        Exact score;
        bool in_closed, in_open;
    };
    const Case cases[] = {
        {0, false, false}, {0.999999_x, false, false}, {1, true, false}, {1.000001_x, true, true},
        {4, true, true},   {6.999999_x, true, true},   {7, true, false}, {7.000001_x, false, false},
        {72, false, false}};
    for (const Case& c : cases) {
        CAPTURE(c.score.num(), c.score.den());
        CHECK(closed.contains(c.score) == c.in_closed);
        CHECK(open.contains(c.score) == c.in_open);
    }
    CHECK(point.contains(0));
    CHECK_FALSE(point.contains(0.05_x));
    CHECK_FALSE(point.contains(-1));
}
