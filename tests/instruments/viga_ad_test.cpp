// SPDX-License-Identifier: BSL-1.0
// vIGA-AD: five whole grades, and success as grade 0 or 1 with two grades of improvement.
#include "eczscore/instruments/viga_ad.hpp"

#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
const Threshold& success = viga_ad::instrument.thresholds[0];
const Threshold& one_grade = viga_ad::instrument.thresholds[1];
Response succeeded(int baseline, int now) {
    return response(success, change(viga_ad::instrument, baseline, now));
}
}  // namespace

TEST_CASE("vIGA-AD: every state, and the five labels") {
    const char* labels[] = {"clear", "almost_clear", "mild", "moderate", "severe"};
    for (int grade = 0; grade <= 4; ++grade) {
        const Score s = score(viga_ad::Answers{.grade = grade});
        CHECK(s.status == Status::ok);
        CHECK(s.value() == Exact(grade));
        CHECK(band(viga_ad::instrument.bands[0], s)->id == Text(labels[grade]));
        CHECK_FALSE(s.has_warning());
    }
    CHECK(score(viga_ad::Answers{}).status == Status::missing);
    for (double refused : {-1.0, 5.0, 0.5, 2.5, 3.999999}) {
        CHECK(score(viga_ad::Answers{.grade = refused}).status == Status::invalid);
    }
    CHECK(score(viga_ad::Answers{.grade = Answer::not_relevant()}).status == Status::invalid);
}

TEST_CASE("vIGA-AD: 4 to 2 is two grades but no success; 3 to 1 and 2 to 0 are; 2 to 1 is not") {
    CHECK(succeeded(4, 2) == Response::no);
    CHECK(change(viga_ad::instrument, 4, 2).improvement() == Exact(2));
    CHECK(succeeded(3, 1) == Response::yes);
    CHECK(succeeded(2, 1) == Response::no);
    CHECK(succeeded(2, 0) == Response::yes);
}

TEST_CASE("vIGA-AD: success over all pairs is grade 0 or 1 and a drop of at least 2") {
    for (int baseline = 0; baseline <= 4; ++baseline) {
        for (int now = 0; now <= 4; ++now) {
            const bool expected = now <= 1 && baseline - now >= 2;
            CAPTURE(baseline, now);
            CHECK(succeeded(baseline, now) == (expected ? Response::yes : Response::no));
        }
    }
    for (int now = 0; now <= 4; ++now) CHECK(succeeded(1, now) == Response::no);
}

TEST_CASE("vIGA-AD: one grade is the meaningful change, in both directions") {
    CHECK(verdict(one_grade, change(viga_ad::instrument, 3, 2)) == Verdict::improved);
    CHECK(verdict(one_grade, change(viga_ad::instrument, 3, 3)) == Verdict::unchanged);
    CHECK(verdict(one_grade, change(viga_ad::instrument, 3, 4)) == Verdict::worsened);
}
