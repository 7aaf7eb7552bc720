// SPDX-License-Identifier: BSL-1.0
// Recurrence after stopping: the edge of 16, the window, visits without a score, any order.
#include "eczscore/trial/flare_recurrence.hpp"

#include <algorithm>
#include <vector>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::trial;

TEST_CASE("Recurrence: an EASI of 16 within three months is one, 15.95 is not") {
    const AfterStopping window = three_months_after(112);
    CHECK(window.last == 203);
    const std::vector<DiaryEntry> visits = {
        {112, 30}, {140, 5}, {168, 15.95}, {203, 16}, {204, 40}};
    const Recurrence found = easi_recurrence(visits, window);
    CHECK(found.came_back == Response::yes);
    CHECK(found.first_day == 203);
    CHECK(found.scored == 3);
    const std::vector<DiaryEntry> milder = {{112, 30}, {140, 5}, {168, 15.95}, {204, 40}};
    CHECK(easi_recurrence(milder, window).came_back == Response::no);
}

TEST_CASE("Recurrence: a visit without a score leaves a no undecided, but not a yes") {
    const AfterStopping window{.stopped = 10, .last = 100};
    CHECK(easi_recurrence({}, window).came_back == Response::not_evaluable);
    const std::vector<DiaryEntry> missed = {{20, 3}, {50, {}}};
    CHECK(easi_recurrence(missed, window).came_back == Response::not_evaluable);
    CHECK(easi_recurrence(missed, window).missing == 1);
    const std::vector<DiaryEntry> impossible = {{20, 3}, {50, 72.05}};
    CHECK(easi_recurrence(impossible, window).came_back == Response::not_evaluable);
    CHECK(easi_recurrence(impossible, window).invalid == 1);
    const std::vector<DiaryEntry> back = {{20, {}}, {50, 16}};
    CHECK(easi_recurrence(back, window).came_back == Response::yes);
}

TEST_CASE("Recurrence: the order of visits is irrelevant, the first high one is named") {
    std::vector<DiaryEntry> visits = {{-5, 40}, {5, 20}, {30, 17}, {60, {}}, {90, 50}};
    const auto by_day = [](const DiaryEntry& a, const DiaryEntry& b) { return a.day < b.day; };
    const AfterStopping window{.stopped = -5, .last = 80};
    do {
        const Recurrence found = easi_recurrence(visits, window);
        CHECK(found.first_day == 5);
        CHECK(found.scored == 2);
        CHECK(found.missing == 1);
    } while (std::next_permutation(visits.begin(), visits.end(), by_day));
    CHECK(three_months_after(-5).last == 87);
    CHECK(three_months_after(-5, true).last == 86);
}
