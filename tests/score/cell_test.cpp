// SPDX-License-Identifier: BSL-1.0
// Cells into answers: numbers, words, times of day, percentages that stand for grades, and ages.
#include "eczscore/score/cell.hpp"

#include "eczscore/instruments/dlqi.hpp"
#include "eczscore/instruments/easi.hpp"
#include "eczscore/instruments/gais.hpp"
#include "eczscore/instruments/psqi.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Cells: a number, a word in its spelling, or nothing") {
    const Item& prevented = item_at(dlqi::instrument, 6);
    CHECK(cell_answer(prevented, " yes ") == Answer(3));
    CHECK(cell_answer(prevented, "3") == Answer(3));
    CHECK(cell_answer(prevented, "not_relevant") == Answer::not_relevant());
    CHECK(cell_answer(prevented, "Yes") == Answer::unreadable());
    CHECK(cell_answer(prevented, "NA").is_missing());
    CHECK(cell_answer(prevented, "").is_missing());
}

TEST_CASE("Cells: where words are the only answers, a number of any value is refused") {
    const Item& category = item_at(gais::instrument, 0);
    CHECK(cell_answer(category, "very_much_improved") == Answer(0));
    CHECK(cell_answer(category, "worse") == Answer(4));
    for (const char* number : {"0", "1", "2", "3", "4", "5", "11", "15", "-1", "1.0"}) {
        CAPTURE(number);
        CHECK(cell_answer(category, number) == Answer::unreadable());
    }
    CHECK(cell_answer(category, "").is_missing());
    CHECK(cell_answer(category, "NA").is_missing());
}

TEST_CASE("Cells: a time of day has its colon") {
    const Item& bed_time = item_at(psqi::instrument, 0);
    CHECK(cell_answer(bed_time, "23:30") == Answer(1410));
    CHECK(cell_answer(bed_time, "7:05") == Answer(425));
    for (const char* other : {"23.5", "2330", "24:00", "7:5", "7:60", ":05", "7:05:00", "123:45",
                              "7:/5", "7:x5", "x:05"}) {
        CAPTURE(other);
        CHECK(cell_answer(bed_time, other) == Answer::unreadable());
    }
    CHECK(cell_answer(bed_time, "").is_missing());
}

TEST_CASE("Cells: a grade, a percentage, or both where they agree") {
    const Item& area = item_at(easi::instrument, 4);
    // Of an item, by whether its grade may be made from a percentage.
    CHECK(item_answer(area, "", "30") == Answer(3));
    CHECK(item_answer(area, "2", "30") == Answer::conflict());
    CHECK(item_answer(item_at(easi::instrument, 0), "2", "30") == Answer(2));
    CHECK(graded_answer(area, "3", "30") == Answer(3));
    CHECK(graded_answer(area, "", "30") == Answer(3));
    CHECK(graded_answer(area, "3", "NA") == Answer(3));
    CHECK(graded_answer(area, "3", "") == Answer(3));
    CHECK(graded_answer(area, "3", "75") == Answer::conflict());
    CHECK(graded_answer(area, "x", "30") == Answer::unreadable());
    CHECK_FALSE(graded_answer(area, "3", "120").is_value());
}

TEST_CASE("Cells: years and months must agree, and the months count") {
    CHECK(cell_age("7", "95").millionths_of_month() == 95 * millionths_per_point);
    CHECK(cell_age("8", "95").kind() == Age::Kind::invalid);
    CHECK(cell_age("", "95").is_known());
    CHECK(cell_age("7", "").millionths_of_month() == 84 * millionths_per_point);
    CHECK(cell_age("x", "95").kind() == Age::Kind::invalid);
    CHECK(cell_age("8", "x").kind() == Age::Kind::invalid);
    CHECK(cell_age("", "").kind() == Age::Kind::missing);
}
