// SPDX-License-Identifier: BSL-1.0
// VAS: exact millimetres, lines of another length, and a value borrowed for an NRS.
#include "eczscore/trial/vas.hpp"

#include <string>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::trial;

TEST_CASE("VAS: millimetres and centimetres convert exactly both ways") {
    for (int mm = 0; mm <= 100; ++mm) {
        CHECK(cm_from_mm(mm) == Exact::ratio(mm, 10));
        CHECK(mm_from_cm(cm_from_mm(mm)) == Exact(mm));
    }
    CHECK(cm_from_mm(53) == 5.3_x);
}

TEST_CASE("VAS: a line that is not 100 mm long is rescaled") {
    const VasMark mark = vas_mark(49, 98);
    CHECK(mark.mm == Exact(50));
    CHECK(mark.is_rescaled);
    CHECK(vas_mark(52.5, 105).cm() == Exact(5));
    CHECK(vas_mark(33, 99).mm == Exact::ratio(100, 3));
    CHECK(vas_mark(53).mm == Exact(53));
    CHECK_FALSE(vas_mark(53).is_rescaled);
    for (int printed = 1; printed <= 120; ++printed) {
        CHECK(vas_mark(0, printed).mm == Exact(0));
        CHECK(vas_mark(printed, printed).mm == Exact(100));
        CHECK(vas_mark(printed + 1, printed).status == Status::invalid);
    }
}

TEST_CASE("VAS: a mark off the line is refused, no mark is missing") {
    CHECK(vas_mark(-1).status == Status::invalid);
    CHECK(vas_mark(100.5).status == Status::invalid);
    CHECK(vas_mark({}).status == Status::missing);
    CHECK(vas_mark(Answer::unreadable()).status == Status::invalid);
    CHECK(vas_mark(5, 0).status == Status::invalid);
    CHECK(vas_mark({}, -100).status == Status::invalid);
}

TEST_CASE("VAS: used as an NRS it keeps its decimals and carries a flag") {
    const BorrowedRating borrowed = vas10_as_nrs(vas_mark(53));
    CHECK(borrowed.points == 5.3_x);
    CHECK(borrowed.flag == "vas10_as_nrs");
    CHECK(vas10_as_nrs(vas_mark(101)).status == Status::invalid);
    CHECK(vas10_as_nrs(vas_mark({})).status == Status::missing);
    CHECK(vas10_as_nrs(vas_mark({})).flag.empty());
    CHECK(vas_is_not_nrs.is_verified());
}
