// SPDX-License-Identifier: BSL-1.0
// PGA x BSA for PGAs of 5, 6 and 7 grades: examples, every grade by a fine lattice of percent.
#include "eczscore/instruments/pga_bsa.hpp"

#include <array>

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using facts::percent;
using straight_line::bad;
using straight_line::blank;

namespace {
const facts::Covers covers{"pga_bsa", "pga_6_bsa", "pga_7_bsa"};

Score product(Answer grade, Answer bsa) {
    return score(pga_bsa::Answers{.grade = grade, .bsa_percent = bsa});
}

/// Body surface in hundredths of a percent.
straight_line::Result plain(int grade, int highest, int bsa) {
    if (grade < blank || grade > highest || bsa < blank || bsa > 100 * 100) {
        return {straight_line::Is::invalid, 0, 1};
    }
    if (grade == blank || bsa == blank) return {straight_line::Is::missing, 0, 1};
    return {straight_line::Is::ok, grade * bsa, 100};
}

long mismatches(const Instrument& instrument, int highest) {
    long wrong = 0;
    for (int grade = bad; grade <= highest + 1; ++grade) {
        for (int bsa = bad; bsa <= 10'001; bsa += bsa < 1000 || bsa > 9000 ? 1 : 7) {
            const std::array<Answer, 2> given{against::answer(grade), against::part(bsa, 100)};
            wrong += !against::agrees(score(instrument, given), plain(grade, highest, bsa));
        }
    }
    return wrong;
}
}  // namespace

TEST_CASE("PGA x BSA: published facts: no bands, 75 % named after the type of PGA") {
    const auto check = [](const Instrument& instrument, const char* threshold, int max) {
        facts::check(
            instrument, {},
            {{threshold, Basis::responder, 75, percent, 0, facts::medium, facts::seen, true}});
        CHECK(instrument.max == Exact(max));
    };
    check(pga_bsa::instrument, "pga_bsa_75", 400);
    check(pga_6_bsa::instrument, "pga_6_bsa_75", 500);
    check(pga_7_bsa::instrument, "pga_7_bsa_75", 600);
}

TEST_CASE("PGA x BSA: 3 x 12 is 36; later 1 x 2 is 2, 94.4 % less; 4 x 30.5 is 122") {
    CHECK(product(3, 12).value() == Exact(36));
    CHECK(product(4, 30.5).value() == Exact(122));
    const Change c = change(pga_bsa::instrument, product(3, 12), product(1, 2));
    CHECK(c.percent() == Exact::ratio(3400, 36));
    CHECK(response(pga_bsa::thresholds[0], c) == Response::yes);
    CHECK(response(pga_bsa::thresholds[0], change(pga_bsa::instrument, 36, 9)) == Response::yes);
    CHECK(response(pga_bsa::thresholds[0], change(pga_bsa::instrument, 36, 9.01_x)) ==
          Response::no);
}

TEST_CASE("PGA x BSA: grade 2 on 0 % is 0 with a warning; a blank factor leaves no product") {
    CHECK(product(2, 0).value() == Exact(0));
    CHECK(product(2, 0).has_warning());
    CHECK(product(0, 3).has_warning());
    CHECK_FALSE(product(0, 0).has_warning());
    CHECK(product({}, 3).status == Status::missing);
    CHECK(product(0, {}).status == Status::missing);
    CHECK(product(5, 3).status == Status::invalid);
    CHECK(product(1, 100.000001).status == Status::invalid);
}

TEST_CASE("PGA x BSA: products of one type of PGA are no scores of another") {
    const Score six = score(pga_6_bsa::Answers{.grade = 3, .bsa_percent = 12});
    CHECK_FALSE(change(pga_bsa::instrument, product(3, 12), six).is_evaluable);
}

TEST_CASE("PGA x BSA: every grade by hundredths of a percent, for each type") {
    CHECK(mismatches(pga_bsa::instrument, 4) == 0);
    CHECK(mismatches(pga_6_bsa::instrument, 5) == 0);
    CHECK(mismatches(pga_7_bsa::instrument, 6) == 0);
}
