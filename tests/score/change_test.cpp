// SPDX-License-Identifier: BSL-1.0
// Change, verdict and response: exact at equality, three-valued, in both directions.
#include "eczscore/score/change.hpp"

#include <array>

#include "score/toy.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
constexpr Evidence seen = toy::seen;
constexpr Threshold four_points{.id = "p4", .label = "4", .value = 4, .evidence = seen};
constexpr Threshold half{
    .id = "half", .label = "50 %", .value = 50, .unit = ThresholdUnit::percent, .evidence = seen};
Change from(Exact baseline, Exact now) { return change(toy::product, baseline, now); }
Change well(Exact baseline, Exact now) { return change(toy::wellbeing, baseline, now); }
}  // namespace

TEST_CASE("Change: improvement is positive when the patient is better, in both directions") {
    CHECK(from(20, 8).improvement() == Exact(12));
    CHECK(from(8, 20).improvement() == Exact(-12));
    CHECK(well(3, 8).improvement() == Exact(5));
    CHECK(well(8, 3).improvement() == Exact(-5));
}

TEST_CASE("Change: percent of the baseline, not defined at 0, worsening not clipped") {
    CHECK(from(20, 5).percent() == Exact(75));
    CHECK(from(30, 20).percent() == Exact::ratio(100, 3));
    CHECK(from(2, 36).percent() == Exact(-1700));
    CHECK(from(20, 5).has_percent());
    CHECK_FALSE(from(0, 5).has_percent());
    CHECK_FALSE(from(0, 0).has_percent());
    CHECK_FALSE(Change{.baseline = 5}.has_percent());
    CHECK(from(0, 5).is_evaluable);
}

TEST_CASE("Change: without both scores nothing is evaluable, and nothing is a no") {
    const Answer full[] = {1, 1, 1};
    const Score some = score(toy::product, full);
    const Score none = score(toy::product, {});
    CHECK(change(toy::product, some, some).is_evaluable);
    for (const Change& c : {change(toy::product, some, none), change(toy::product, none, some),
                            change(toy::product, none, none)}) {
        CHECK_FALSE(c.is_evaluable);
        CHECK_FALSE(c.has_percent());
        CHECK(response(four_points, c) == Response::not_evaluable);
        CHECK(response(half, c) == Response::not_evaluable);
        CHECK(verdict(four_points, c) == Verdict::not_evaluable);
        CHECK(verdict(half, c) == Verdict::not_evaluable);
    }
    CHECK(change(toy::wellbeing, none, some).direction == Direction::higher_is_better);
}

TEST_CASE("Change: two instruments have no change, and a score outside the range is refused") {
    const Answer full[] = {1, 1, 1};
    const Answer one[] = {1};
    const Score product = score(toy::product, full);
    const Score other = score(toy::wellbeing, one);
    CHECK(change(toy::product, product, product).is_evaluable);
    CHECK_FALSE(change(toy::product, other, product).is_evaluable);
    CHECK(change(toy::product, other, product).has_now);
    CHECK_FALSE(change(toy::product, product, other).is_evaluable);
    CHECK_FALSE(change(toy::product, product, other).has_now);
    CHECK_FALSE(change(toy::product, other, other).is_evaluable);
    CHECK(from(36, 0).is_evaluable);
    CHECK_FALSE(from(36.000001_x, 0).is_evaluable);
    CHECK_FALSE(from(20, -0.000001_x).is_evaluable);
    CHECK_FALSE(from(-1, 20).is_evaluable);
    CHECK_FALSE(from(20, 37).has_now);
    CHECK(from(37, 20).has_now);
    CHECK(response(four_points, from(37, 20)) == Response::not_evaluable);
}

TEST_CASE("Change: a target needs no baseline, everything else does") {
    const Answer full[] = {1, 1, 1};
    const Score now = score(toy::product, full);
    const Change c = change(toy::product, score(toy::product, {}), now);
    Threshold target = four_points;
    target.basis = Basis::target;
    CHECK(c.now == Exact(2));
    CHECK_FALSE(c.is_evaluable);
    CHECK(response(target, c) == Response::yes);
    target.value = 1;
    CHECK(response(target, c) == Response::no);
    CHECK(response(four_points, c) == Response::not_evaluable);
    target.eligible_from = 1;  // whether the unknown baseline was that high is not known
    CHECK(response(target, c) == Response::not_evaluable);
    target.eligible_from = 0;
    CHECK(response(target, change(toy::product, now, score(toy::product, {}))) ==
          Response::not_evaluable);
}

TEST_CASE("Change: a birthday between the visits is said") {
    Score child = score(toy::product, {});
    child.status = Status::ok;
    Score adult = child;
    adult.form = 1;
    CHECK(change(toy::product, child, adult).form_changed);
    CHECK_FALSE(change(toy::product, child, child).form_changed);
    CHECK_FALSE(from(1, 1).form_changed);
}

TEST_CASE("Verdict: points at equality and one unit either side, in both directions") {
    CHECK(verdict(four_points, from(20, 16)) == Verdict::improved);
    CHECK(verdict(four_points, from(20, 16.000001_x)) == Verdict::unchanged);
    CHECK(verdict(four_points, from(20, 15.999999_x)) == Verdict::improved);
    CHECK(verdict(four_points, from(16, 20)) == Verdict::worsened);
    CHECK(verdict(four_points, from(16, 19.999999_x)) == Verdict::unchanged);
    CHECK(verdict(four_points, from(16, 16)) == Verdict::unchanged);
}

TEST_CASE("Verdict: percent at equality, none from a baseline of 0") {
    CHECK(verdict(half, from(20, 10)) == Verdict::improved);
    CHECK(verdict(half, from(20, 10.000001_x)) == Verdict::unchanged);
    CHECK(verdict(half, from(20, 30)) == Verdict::worsened);
    CHECK(verdict(half, from(20, 29.999999_x)) == Verdict::unchanged);
    CHECK(verdict(half, from(0, 30)) == Verdict::not_evaluable);
    CHECK(response(half, from(0, 0)) == Response::not_evaluable);
}

TEST_CASE("Verdict: from a baseline too low there is only worsened or not evaluable") {
    Threshold eligible = four_points;
    eligible.eligible_from = 4;
    CHECK(verdict(eligible, from(4, 0)) == Verdict::improved);
    CHECK(verdict(eligible, from(3.999999_x, 0)) == Verdict::not_evaluable);
    CHECK(verdict(eligible, from(3, 7)) == Verdict::worsened);
    CHECK(verdict(eligible, from(3, 6)) == Verdict::not_evaluable);
    CHECK(response(eligible, from(3, 0)) == Response::not_evaluable);
    CHECK(response(eligible, from(4, 0)) == Response::yes);
}

TEST_CASE("Verdict: where higher is better, a low baseline excludes no patient") {
    const Threshold& better = toy::wellbeing_thresholds[0];
    CHECK(verdict(better, well(2, 5)) == Verdict::improved);
    CHECK(verdict(better, well(2, 4)) == Verdict::unchanged);
    CHECK(verdict(better, well(5, 2)) == Verdict::worsened);
}

TEST_CASE("Response: a target is a score, at or better than it") {
    const Threshold& target = toy::wellbeing_thresholds[1];
    CHECK(response(target, well(2, 8)) == Response::yes);
    CHECK(response(target, well(2, 9)) == Response::yes);
    CHECK(response(target, well(2, 7)) == Response::no);
    CHECK(verdict(target, well(2, 8)) == Verdict::not_evaluable);
    Threshold low = four_points;
    low.basis = Basis::target;
    CHECK(response(low, from(20, 4)) == Response::yes);
    CHECK(response(low, from(0, 4)) == Response::yes);
    CHECK(response(low, from(20, 4.000001_x)) == Response::no);
    low.unit = ThresholdUnit::percent;  // a target is a score, whatever its unit says
    CHECK(response(low, from(0, 4)) == Response::yes);
}

TEST_CASE("Response: a target beside the change needs both") {
    Threshold both = four_points;
    both.basis = Basis::responder;
    both.has_target = true;
    both.target = 10;
    CHECK(response(both, from(14, 10)) == Response::yes);
    CHECK(response(both, from(15, 11)) == Response::no);
    CHECK(response(both, from(13, 10)) == Response::no);
    // A response that also wants a score to be reached is no verdict on a change.
    for (const Change& c : {from(14, 10), from(20, 11), from(11, 20)}) {
        CHECK(verdict(both, c) == Verdict::not_evaluable);
    }
}

TEST_CASE("Response: non-response is an improvement below the threshold") {
    Threshold non = half;
    non.basis = Basis::non_response;
    CHECK(response(non, from(20, 10)) == Response::no);
    CHECK(response(non, from(20, 10.000001_x)) == Response::yes);
    CHECK(response(non, from(20, 30)) == Response::yes);
    CHECK(response(non, from(0, 30)) == Response::not_evaluable);
    CHECK(verdict(non, from(20, 10)) == Verdict::not_evaluable);
}

TEST_CASE(
    "Response: an entry score is no response, and the smallest detectable change is a verdict") {
    Threshold entry = four_points;
    entry.basis = Basis::cut;
    CHECK(response(entry, from(20, 0)) == Response::not_evaluable);
    CHECK(verdict(entry, from(20, 0)) == Verdict::not_evaluable);
    Threshold sdc = four_points;
    sdc.basis = Basis::sdc;
    CHECK(verdict(sdc, from(20, 16)) == Verdict::improved);
    sdc.basis = Basis::responder;
    CHECK(verdict(sdc, from(20, 16)) == Verdict::improved);
}

TEST_CASE("Response: from a baseline of 0 a named convention answers, never by default") {
    constexpr auto nobody = BaselineZero::non_responder;
    constexpr auto still = BaselineZero::responder_if_still_zero;
    CHECK(response(half, from(0, 0), BaselineZero::undefined) == Response::not_evaluable);
    for (Exact now : {Exact(0), Exact(5)}) {
        CHECK(response(half, from(0, now)) == Response::not_evaluable);
        CHECK(response(half, from(0, now), nobody) == Response::no);
        CHECK(verdict(half, from(0, now)) == Verdict::not_evaluable);
    }
    CHECK(response(half, from(0, 0), still) == Response::yes);
    CHECK(response(half, from(0, 0.000001_x), still) == Response::no);
    Threshold non = half;
    non.basis = Basis::non_response;
    CHECK(response(non, from(0, 0), nobody) == Response::yes);
    CHECK(response(non, from(0, 0), still) == Response::no);
    CHECK(response(non, from(0, 5), still) == Response::yes);
    CHECK_FALSE(baseline_zero_evidence.is_verified());
    CHECK(baseline_zero_evidence.source == nullptr);
    CHECK(name(BaselineZero::undefined) == Text("undefined"));
    CHECK(name(nobody) == Text("non_responder"));
    CHECK(name(still) == Text("responder_if_still_zero"));
}

TEST_CASE("Response: the conventions for a baseline of 0 change nothing else") {
    constexpr auto nobody = BaselineZero::non_responder;
    constexpr auto still = BaselineZero::responder_if_still_zero;
    Threshold target = half;
    target.basis = Basis::target;
    Threshold cut = half;
    cut.basis = Basis::cut;
    Threshold eligible = half;
    eligible.eligible_from = 4;
    for (BaselineZero zero : {nobody, still}) {
        CHECK(response(half, from(20, 10), zero) == Response::yes);
        CHECK(response(half, from(20, 11), zero) == Response::no);
        CHECK(response(four_points, from(0, 0), zero) == Response::no);  // points need no percent
        CHECK(response(half, change(toy::product, 0, 37), zero) == Response::not_evaluable);
        CHECK(response(half, well(0, 0), zero) == Response::not_evaluable);
        CHECK(response(half, well(0, 10), zero) == Response::not_evaluable);
        CHECK(response(target, from(0, 20), zero) == Response::yes);
        CHECK(response(cut, from(0, 0), zero) == Response::not_evaluable);
        CHECK(response(eligible, from(0, 0), zero) == Response::not_evaluable);
    }
}

TEST_CASE("Judged change: its amounts are those of the change, on either kind of scale") {
    for (const Change& c : {from(20, 5), from(30, 20), from(2, 36), well(3, 8), well(8, 3)}) {
        const JudgedChange judged(c);
        CHECK(judged.improvement() == c.improvement());
        CHECK(judged.difference() == c.difference());
        CHECK(judged.percent() == c.percent());
    }
}

TEST_CASE("Judged change: every threshold says what its functions say") {
    Threshold target = half;
    target.basis = Basis::target;
    Threshold non = half;
    non.basis = Basis::non_response;
    Threshold responder = half;
    responder.basis = Basis::responder;
    Threshold with_target = four_points;
    with_target.has_target = true;
    with_target.target = 6;
    Threshold cut = half;
    cut.basis = Basis::cut;
    Threshold eligible = four_points;
    eligible.eligible_from = 10;
    const std::array thresholds{four_points, half,        target, non,
                                responder,   with_target, cut,    eligible};
    int wrong = 0;
    int spoken = 0;
    for (int baseline = -1; baseline <= 37; ++baseline) {
        for (int now = -1; now <= 37; ++now) {
            for (const Change& c : {from(baseline, now), well(baseline, now)}) {
                const JudgedChange judged(c);
                for (const Threshold& each : thresholds) {
                    wrong += judged.verdict(each) != verdict(each, c);
                    spoken += judged.verdict(each) != Verdict::not_evaluable;
                    for (const BaselineZero zero :
                         {BaselineZero::undefined, BaselineZero::non_responder,
                          BaselineZero::responder_if_still_zero}) {
                        wrong += judged.response(each, zero) != response(each, c, zero);
                    }
                }
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(spoken > 1000);
}

TEST_CASE("Words: verdicts and responses as tables write them") {
    CHECK(name(Verdict::improved) == Text("improved"));
    CHECK(name(Verdict::unchanged) == Text("unchanged"));
    CHECK(name(Verdict::worsened) == Text("worsened"));
    CHECK(name(Verdict::not_evaluable) == Text("not_evaluable"));
    CHECK(name(Response::no) == Text("no"));
    CHECK(name(Response::yes) == Text("yes"));
    CHECK(name(Response::not_evaluable) == Text("not_evaluable"));
}

TEST_CASE("Change: two scores name their instrument") {
    const Answer better[] = {8};
    const Answer worse[] = {3};
    const Answer other[] = {2, 2, 2};
    const Score first = score(toy::wellbeing, worse);
    const Score later = score(toy::wellbeing, better);
    const Score blank = score(toy::wellbeing, std::span<const Answer>());
    const Score elsewhere = score(toy::product, other);
    CHECK(change(first, later).improvement() == Exact(5));
    CHECK(change(first, later).direction == Direction::higher_is_better);
    CHECK(change(later, first).improvement() == Exact(-5));
    CHECK_FALSE(change(first, elsewhere).is_evaluable);
    CHECK(change(first, elsewhere).has_now);
    CHECK_FALSE(change(elsewhere, later).is_evaluable);
    CHECK_FALSE(change(first, blank).is_evaluable);
    CHECK_FALSE(change(blank, later).is_evaluable);
    CHECK(change(blank, later).now == Exact(8));
    CHECK_FALSE(change(Score{}, Score{}).is_evaluable);
    CHECK(change(first, Score{}).direction == Direction::higher_is_better);
    CHECK_FALSE(change(first, Score{}).has_now);
    CHECK_FALSE(change(Score{}, later).is_evaluable);
}
