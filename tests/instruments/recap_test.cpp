// SPDX-License-Identifier: BSL-1.0
// RECAP: the worked example, bands by age, one blank of seven, all states of all items.
#include "eczscore/instruments/recap.hpp"
#include "eczscore/model/look_up.hpp"

#include <array>
#include <cstddef>

#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/score/marks.hpp"

#include "instruments/equal_items.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"recap"};

using Codes = std::array<int, 7>;
Score scored(const Codes& codes, Age age = {}) {
    return score(recap::instrument, equal_items::given(codes), age);
}
Text band_at(Answer years, Exact total) {
    const BandScheme* scheme = default_bands(recap::instrument, Age::years(years));
    return scheme == nullptr ? Text("none") : band(*scheme, total)->id;
}
const Threshold& threshold(Text id) {
    const Threshold* found = eczscore::threshold(recap::instrument, id);
    REQUIRE(found != nullptr);
    return *found;
}
}  // namespace

TEST_CASE("RECAP: bands and thresholds as published") {
    facts::check(
        recap::instrument,
        {{"recap_child_2024",
          true,
          facts::high,
          facts::seen,
          {{"completely", 2, facts::out},
           {"mostly", 8, facts::out},
           {"moderately", 13, facts::out},
           {"a_little", 19, facts::out},
           {"not_at_all", 28, facts::in}}},
         {"recap_adult_2023",
          true,
          facts::medium,
          facts::memory,
          {{"completely", 2, facts::out},
           {"mostly", 6, facts::out},
           {"moderately", 12, facts::out},
           {"a_little", 20, facts::out},
           {"not_at_all", 28, facts::in}}}},
        {{"responder_4", Basis::responder, 4, facts::points, 0, facts::medium, facts::seen, true},
         {"recap_3", Basis::responder, 3, facts::points, 0, facts::high, facts::seen, false},
         {"small_2", Basis::mcid, 2, facts::points, 0, facts::high, facts::seen, false},
         {"sdc_baker_2024_low", Basis::sdc, 1.74_x, facts::points, 0, facts::high, facts::seen,
          false},
         {"sdc_baker_2024_high", Basis::sdc, 1.8_x, facts::points, 0, facts::high, facts::seen,
          false},
         {"baker_2024_anchor_low", Basis::mcid, 1.11_x, facts::points, 0, facts::high, facts::seen,
          false},
         {"baker_2024_anchor_high", Basis::mcid, 3.94_x, facts::points, 0, facts::high, facts::seen,
          false},
         {"baker_2024_distribution_low", Basis::mcid, 2.66_x, facts::points, 0, facts::high,
          facts::seen, false},
         {"baker_2024_distribution_high", Basis::mcid, 3.06_x, facts::points, 0, facts::high,
          facts::seen, false},
         {"sdc_child_2024", Basis::sdc, 5.3_x, facts::points, 0, facts::high, facts::seen, false},
         {"sdc_adult_2023", Basis::sdc, 3.24_x, facts::points, 0, facts::medium, facts::seen,
          false},
         {"mcid_adult_2023", Basis::mcid, 3.9_x, facts::points, 0, facts::low, facts::memory,
          false},
         {"not_under_control_child", Basis::cut, 8, facts::points, 0, facts::high, facts::seen,
          false},
         {"not_under_control_adult", Basis::cut, 6, facts::points, 0, facts::medium, facts::memory,
          false}});
}

TEST_CASE("RECAP: 2,3,2,1,1,2,3 is 14, a little controlled at any age") {
    const Score s = scored({2, 3, 2, 1, 1, 2, 3});
    CHECK(s.value() == Exact(14));
    CHECK(s.status == Status::ok);
    CHECK(band_at(30, 14) == Text("a_little"));
    CHECK(band_at(5, 14) == Text("a_little"));
}

TEST_CASE("RECAP: 7 is moderately controlled in an adult and mostly controlled in a child") {
    CHECK(band_at(30, 7) == Text("moderately"));
    CHECK(band_at(5, 7) == Text("mostly"));
    CHECK(Exact(7) >= threshold("not_under_control_adult").value);
    CHECK(Exact(7) < threshold("not_under_control_child").value);
}

TEST_CASE("RECAP: 8 in a child under 12 is moderately controlled and not under control") {
    CHECK(band_at(11, 8) == Text("moderately"));
    CHECK(Exact(8) >= threshold("not_under_control_child").value);
}

TEST_CASE("RECAP: the bands change on the twelfth birthday; without an age there is none") {
    CHECK(band_at(11.99, 7) == Text("mostly"));
    CHECK(band_at(12, 7) == Text("moderately"));
    CHECK(band_at(Answer(), 7) == Text("none"));
    CHECK(scored({1, 1, 1, 1, 1, 1, 1}).value() == Exact(7));
    CHECK(scored({1, 1, 1, 1, 1, 1, 1}, Age::years(3)).value() == Exact(7));
    CHECK_FALSE(recap::instrument.needs_age());
    CHECK(recap::instrument.uses_age());
}

TEST_CASE("RECAP: a blank counts 0 out of 28, two are not scored, and nothing is prorated") {
    CHECK(scored({4, 4, 4, 4, 4, 4, blank}).value() == Exact(24));
    CHECK(scored({4, 4, 4, 4, 4, 4, blank}).status == Status::imputed);
    CHECK(scored({4, 4, 4, 4, 4, blank, blank}).status == Status::missing);
    CHECK(scored({4, 4, 4, 4, blank, blank, blank}).status == Status::missing);
}

TEST_CASE("RECAP: 4 points better is the default response, 3 the alternative") {
    const auto at = [](Text id, int baseline, int now) {
        return verdict(threshold(id), change(recap::instrument, baseline, now));
    };
    CHECK(at("responder_4", 14, 10) == Verdict::improved);
    CHECK(at("responder_4", 14, 11) == Verdict::unchanged);
    CHECK(at("responder_4", 10, 14) == Verdict::worsened);
    CHECK(at("recap_3", 14, 11) == Verdict::improved);
    CHECK(at("recap_3", 14, 12) == Verdict::unchanged);
    CHECK(at("sdc_child_2024", 14, 9) == Verdict::unchanged);
    CHECK(at("sdc_child_2024", 14, 8) == Verdict::improved);
}

TEST_CASE("RECAP messy paper: the highest of several ticks") {
    const Answer ticks[] = {2, 4, 1};
    CHECK(several_ticked(recap::instrument, ticks) == Answer(4));
}

TEST_CASE("RECAP: every state of each half beside every kind of the other") {
    long wrong = 0;
    equal_items::for_each_state<7>({0, 1, 2, 3, 4, blank, 5}, 0, 4, [&](const Codes& codes) {
        wrong += !against::agrees(scored(codes), equal_items::judge(codes, 0, 4, 1));
    });
    CHECK(wrong == 0);
}
