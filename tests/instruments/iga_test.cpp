// SPDX-License-Identifier: BSL-1.0
// Generic global assessments, hand eczema's, and the product with graded body surface: all states.
// Covers: instruments/iga_che.hpp, instruments/viga_cbsa.hpp
#include "eczscore/instruments/iga.hpp"
#include "eczscore/model/look_up.hpp"

#include <array>

#include "eczscore/instruments/iga_che.hpp"
#include "eczscore/instruments/viga_cbsa.hpp"

#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using facts::in;
using facts::points;
using facts::seen;

namespace {
const facts::Covers covers{"iga_5", "iga_6", "isga", "iga_che", "viga_cbsa"};

const std::vector<facts::Upper> five = {{"clear", 0, in},
                                        {"almost_clear", 1, in},
                                        {"mild", 2, in},
                                        {"moderate", 3, in},
                                        {"severe", 4, in}};

const Threshold& threshold(const Instrument& instrument, Text id) {
    const Threshold* found = eczscore::threshold(instrument, id);
    REQUIRE(found != nullptr);
    return *found;
}

/// Every whole grade is itself, everything else is refused.
void check_grades(const Instrument& instrument, int highest) {
    CAPTURE(instrument.id.c_str());
    CHECK(instrument.max == Exact(highest));
    for (int grade = 0; grade <= highest; ++grade) {
        const std::array<Answer, 1> given{grade};
        CHECK(score(instrument, given).value() == Exact(grade));
        CHECK_FALSE(score(instrument, given).has_warning());
    }
    for (double refused : {-1.0, highest + 1.0, 0.5, 2.5}) {
        const std::array<Answer, 1> given{refused};
        CHECK(score(instrument, given).status == Status::invalid);
    }
    CHECK(score(instrument, {}).status == Status::missing);
}

Response responds(const Instrument& instrument, Text id, int baseline, int now) {
    return response(threshold(instrument, id), change(instrument, baseline, now));
}

void check_success(const Instrument& instrument, Text id) {
    CAPTURE(instrument.id.c_str());
    for (int baseline = 0; baseline <= 4; ++baseline) {
        for (int now = 0; now <= 4; ++now) {
            const bool expected = now <= 1 && baseline - now >= 2;
            CAPTURE(baseline, now);
            CHECK(responds(instrument, id, baseline, now) ==
                  (expected ? Response::yes : Response::no));
        }
    }
}
}  // namespace

TEST_CASE("Global assessments: published facts") {
    facts::check(iga_5::instrument, {{"grade_labels", true, facts::high, seen, five}},
                 {{"iga_0_1", Basis::responder, 2, points, 0, facts::high, seen, false}});
    facts::check(isga::instrument, {{"grade_labels", true, facts::medium, seen, five}},
                 {{"isga_0_1", Basis::responder, 2, points, 0, facts::medium, seen, false}});
    facts::check(iga_6::instrument,
                 {{"nbk10464",
                   true,
                   facts::high,
                   seen,
                   {{"clear", 0, in},
                    {"almost_clear", 1, in},
                    {"mild", 2, in},
                    {"moderate", 3, in},
                    {"severe", 4, in},
                    {"very_severe", 5, in}}}},
                 {{"iga_0_1", Basis::target, 1, points, 0, facts::high, seen, false}});
    facts::check(iga_che::instrument, {{"silverberg_2024", true, facts::high, seen, five}},
                 {{"iga_che_0_1", Basis::responder, 2, points, 0, facts::high, seen, false},
                  {"two_grades", Basis::mcid, 2, points, 0, facts::high, seen, true},
                  {"one_grade", Basis::mcid, 1, points, 0, facts::high, seen, false}});
    facts::check(viga_cbsa::instrument, {}, {});
}

TEST_CASE("Global assessments: every grade is itself, and nothing between is taken") {
    check_grades(iga_5::instrument, 4);
    check_grades(isga::instrument, 4);
    check_grades(iga_che::instrument, 4);
    check_grades(iga_6::instrument, 5);
}

TEST_CASE("Global assessments of 5 grades: success over all pairs is 0 or 1 and a drop of 2") {
    check_success(iga_5::instrument, "iga_0_1");
    check_success(isga::instrument, "isga_0_1");
    check_success(iga_che::instrument, "iga_che_0_1");
}

TEST_CASE("IGA of 6 grades: 0 or 1 is reached whatever the baseline") {
    for (int baseline = 0; baseline <= 5; ++baseline) {
        for (int now = 0; now <= 5; ++now) {
            CHECK(responds(iga_6::instrument, "iga_0_1", baseline, now) ==
                  (now <= 1 ? Response::yes : Response::no));
        }
    }
}

TEST_CASE("IGA-CHE: 3 to 1 succeeds; 4 to 2 is meaningful only; 2 to 1 only by one grade") {
    CHECK(responds(iga_che::instrument, "iga_che_0_1", 3, 1) == Response::yes);
    CHECK(responds(iga_che::instrument, "iga_che_0_1", 4, 2) == Response::no);
    CHECK(responds(iga_che::instrument, "two_grades", 4, 2) == Response::yes);
    CHECK(responds(iga_che::instrument, "two_grades", 2, 1) == Response::no);
    CHECK(responds(iga_che::instrument, "one_grade", 2, 1) == Response::yes);
}

TEST_CASE("vIGA x cBSA: every grade by every body surface grade, its blanks and its odd pairs") {
    for (int grade = 0; grade <= 4; ++grade) {
        for (int bsa = 0; bsa <= 6; ++bsa) {
            const Score s = score(viga_cbsa::Answers{.grade = grade, .bsa = bsa});
            CHECK(s.value() == Exact(grade * bsa));
            CHECK(s.has_warning() == ((grade == 0) != (bsa == 0)));
        }
    }
    CHECK(score(viga_cbsa::Answers{.grade = 4, .bsa = 6}).value() == Exact(24));
    CHECK(score(viga_cbsa::Answers{.grade = 0}).status == Status::missing);
    CHECK(score(viga_cbsa::Answers{.bsa = 0}).status == Status::missing);
    CHECK(score(viga_cbsa::Answers{.grade = 5, .bsa = 1}).status == Status::invalid);
    CHECK(score(viga_cbsa::Answers{.grade = 2, .bsa = 7}).status == Status::invalid);
    CHECK(score(viga_cbsa::Answers{.grade = 2.5, .bsa = 1}).status == Status::invalid);
}

TEST_CASE("vIGA x cBSA: a percentage is graded half-open, at every edge") {
    const struct {
        Answer percent;
        int grade;
    } edges[] = {{0, 0},  {0.000001, 1}, {9.999, 1}, {10, 2},     {29.999, 2}, {30, 3}, {49.999, 3},
                 {50, 4}, {69.999, 4},   {70, 5},    {89.999, 5}, {90, 6},     {100, 6}};
    for (const auto& edge : edges) {
        const Answer grade = viga_cbsa::items[1].from_percent->grade(edge.percent);
        CHECK(score(viga_cbsa::Answers{.grade = 1, .bsa = grade}).value() == Exact(edge.grade));
    }
    CHECK(viga_cbsa::items[1].from_percent->grade(100.1).kind() == Answer::Kind::unreadable);
}
