// SPDX-License-Identifier: BSL-1.0
// Messy paper: several ticks and marks between boxes, by the instrument's own rule or refused.
#include "eczscore/score/marks.hpp"

#include <initializer_list>
#include <span>

#include "eczscore/instruments/dlqi.hpp"
#include "eczscore/instruments/easi.hpp"
#include "eczscore/instruments/poem.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
Answer ticked(const Instrument& instrument, std::initializer_list<Answer> list) {
    return several_ticked(instrument, std::span(list.begin(), list.size()));
}
}  // namespace

TEST_CASE("Marks: POEM and DLQI take the highest of several ticks, in any order") {
    for (const Instrument* i : {&poem::instrument, &dlqi::instrument}) {
        CHECK(ticked(*i, {1, 3, 2}) == Answer(3));
        CHECK(ticked(*i, {3, 2, 1}) == Answer(3));
        CHECK(ticked(*i, {0, 0}) == Answer(0));
        CHECK(ticked(*i, {Answer(), 2}) == Answer(2));
    }
}

TEST_CASE("Marks: between two boxes DLQI takes the lower, POEM a blank") {
    CHECK(between_boxes(dlqi::instrument, 1, 2) == Answer(1));
    CHECK(between_boxes(dlqi::instrument, 2, 1) == Answer(1));
    CHECK(between_boxes(dlqi::instrument, 0, 3) == Answer(0));
    CHECK(between_boxes(poem::instrument, 1, 2).is_missing());
}

TEST_CASE("Marks: without a rule several ticks are a conflict, one tick is the answer") {
    CHECK(ticked(easi::instrument, {1, 2}) == Answer::conflict());
    CHECK(between_boxes(easi::instrument, 1, 2) == Answer::conflict());
    CHECK(ticked(easi::instrument, {2}) == Answer(2));
    CHECK(ticked(easi::instrument, {Answer(), 2}) == Answer(2));
    CHECK(ticked(easi::instrument, {}).is_missing());
    CHECK(ticked(easi::instrument, {Answer(), Answer()}).is_missing());
}

TEST_CASE("Marks: \"not relevant\" gives way to a number, and stays when it is alone") {
    CHECK(ticked(dlqi::instrument, {Answer::not_relevant(), 0}) == Answer(0));
    CHECK(ticked(dlqi::instrument, {2, Answer::not_relevant()}) == Answer(2));
    CHECK(ticked(dlqi::instrument, {Answer::not_relevant()}) == Answer::not_relevant());
    CHECK(ticked(dlqi::instrument, {Answer::not_relevant(), Answer::not_relevant()}) ==
          Answer::not_relevant());
    CHECK(between_boxes(dlqi::instrument, Answer::not_relevant(), 1) == Answer(1));
    CHECK(ticked(dlqi::instrument, {Answer::unreadable()}) == Answer::unreadable());
}
