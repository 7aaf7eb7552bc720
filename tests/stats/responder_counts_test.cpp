// SPDX-License-Identifier: BSL-1.0
// Responders at the edges of their endpoints, and the denominators of a rate.
#include "eczscore/stats/responder_counts.hpp"

#include <limits>

#include "catch_compat.hpp"

using namespace eczscore::stats;

namespace {
ResponderRate rate(const ResponderCounts& counts, Denominator of = Denominator::evaluable) {
    return counts.finalise(of);
}
}  // namespace

TEST_CASE("a baseline exactly at what the endpoint asks is evaluable") {
    ResponderCounts itch;  // 4 points, of those who began with 4 or more
    itch.add_points(4, 0, 4, 4);
    CHECK(rate(itch).responders == 1);
    itch.add_points(3, 0, 4, 4);
    CHECK(rate(itch).n == 1);
    CHECK(rate(itch).not_evaluable == 1);
    itch.add_points(8, 5, 4, 4);
    CHECK(rate(itch).n == 2);
    CHECK(rate(itch).responders == 1);
}

TEST_CASE("a percentage is decided exactly; of a baseline of 0 there is no percentage") {
    ResponderCounts easi;
    easi.add_percent(212, 53, 75);  // 74.99999999999999 % in doubles
    CHECK(rate(easi).responders == 1);
    easi.add_percent(212, 54, 75);
    CHECK(rate(easi).responders == 1);
    easi.add_percent(0, 0, 75);
    easi.add_percent(0, 30, 75);
    easi.add_percent(-5, -50, 75);
    CHECK(rate(easi).n == 2);
    CHECK(rate(easi).not_evaluable == 3);
    ResponderCounts clear;  // EASI-100: nothing left
    clear.add_percent(1, 0, 100);
    clear.add_percent(720, 1, 100);
    CHECK(rate(clear).responders == 1);
    CHECK(rate(clear).n == 2);
    // no product overflows
    const auto most = std::numeric_limits<std::int64_t>::max();
    ResponderCounts large;
    large.add_percent(most, -most, 100);
    large.add_percent(most, most / 2 + 1, 50);
    CHECK(rate(large).responders == 1);
}

TEST_CASE("who is in the denominator") {
    ResponderCounts counts;
    CHECK(rate(counts, Denominator::all_enrolled).state == State::too_few);
    counts.add(true);
    counts.add(false);
    counts.add_missing(3);
    counts.add_not_evaluable(5);
    CHECK(rate(counts).estimate == 0.5);
    CHECK(rate(counts, Denominator::missing_as_no).estimate == 0.2);
    CHECK(rate(counts, Denominator::all_enrolled).estimate == 0.1);
    ResponderCounts nobody;
    nobody.add_missing(4);
    CHECK(rate(nobody).state == State::too_few);
    CHECK(rate(nobody, Denominator::missing_as_no).estimate == 0.0);
}

TEST_CASE("parts merge to the whole, in any order") {
    ResponderCounts whole, left, right;
    for (int i = 0; i < 40; ++i) {
        ResponderCounts& part = i % 3 == 0 ? left : right;
        for (ResponderCounts* each : {&whole, &part}) {
            each->add_percent(100 + i, 3 * i, 50);
            if (i % 7 == 0) each->add_missing();
        }
    }
    ResponderCounts one = left, other = right;
    one.merge(right);
    other.merge(left);
    CHECK(one == whole);
    CHECK(other.serialise() == whole.serialise());
    ResponderCounts back;
    CHECK(back.deserialise(whole.serialise()) == AccumulatorReading::ok);
    CHECK(back == whole);
    auto cut = whole.serialise();
    cut.pop_back();
    ResponderCounts untouched;
    CHECK(untouched.deserialise(cut) != AccumulatorReading::ok);
    CHECK(untouched == ResponderCounts());
}
