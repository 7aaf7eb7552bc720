// SPDX-License-Identifier: BSL-1.0
// EASI and objective SCORAD estimated from each other: the printed tables typed a second time,
// interpolation by another route, the ranges, and what an estimate cannot become.
// Covers: trial/estimated_score.hpp
#include "eczscore/trial/easi_oscorad.hpp"

#include <cmath>
#include <type_traits>
#include <utility>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments/poem.hpp"
#include "eczscore/score/change.hpp"

using namespace eczscore;
using namespace eczscore::trial;

namespace {

const std::vector<double> printed_oscorad = {
    0,    13.5, 16,   18,   19.5, 22,   23.5, 25,   26.5, 27.5,  //
    29,   30,   31,   32,   33,   34,   34.5, 35.5, 36.5, 37,    //
    38,   38.5, 39,   40,   40.5, 41.5, 42,   42.5, 43,   43.5,  //
    44.5, 45,   46,   46.5, 47,   47.5, 48,   49,   50,   50.5,  //
    51,   51.5, 52.5, 53.5, 54,   54.5, 55,   56,   57,   57.5,  //
    58.5, 59,   60,   60.5, 61,   62,   62.5, 63.5, 64.5, 65,    //
    66,   66.5, 68,   69.5, 71,   72.5, 74,   75.5, 77,   78.5,  //
    80,   81.5, 83};

const std::vector<double> printed_easi = {
    0,    0,    0,    0,    0,    0,    0,    0.5,  0.5,  0.5,   //
    1,    1.5,  1.5,  1.5,  2,    2.5,  2.5,  3,    3.5,  4,     //
    4.5,  5,    5.5,  6,    6.5,  7,    8,    8.5,  9,    10,    //
    11,   11.5, 12.5, 14,   15,   16,   17,   18,   19.5, 21,    //
    22,   23.5, 25.5, 27,   28,   29,   30.5, 31.5, 33,   35,    //
    36.5, 37.5, 38.5, 40,   41,   42,   44,   45,   46,   47,    //
    48,   49,   50,   51.5, 53,   54,   55,   56,   57,   57.5,  //
    58.5, 59.5, 60.5, 61.5, 62.5, 63.5, 65,   66,   67,   68,    //
    69,   70,   71,   72};

/// In twentieths of a point, so that no number is rounded before the end.
long straight_line(const std::vector<double>& table, long twentieths) {
    const auto left = static_cast<std::size_t>(twentieths / 20);
    const std::size_t right = left + 1 < table.size() ? left + 1 : left;
    const long part = twentieths % 20;
    const long from = std::lround(table[left] * 2);
    const long to = std::lround(table[right] * 2);
    const long numerator = from * 20 + (to - from) * part;  // of half points, over 20
    return (numerator + 10) / 20;                           // halves, halfway upwards
}

}  // namespace

TEST_CASE("EstimatedScore: every printed point of both tables") {
    REQUIRE(printed_oscorad.size() == 73);
    REQUIRE(printed_easi.size() == 84);
    for (std::size_t i = 0; i < printed_oscorad.size(); ++i) {
        CHECK(estimate_oscorad(Exact(static_cast<int>(i))).shown() == printed_oscorad[i]);
    }
    for (std::size_t i = 0; i < printed_easi.size(); ++i) {
        CHECK(estimate_easi(Exact(static_cast<int>(i))).shown() == printed_easi[i]);
    }
}

TEST_CASE("EstimatedScore: the worked examples, and directions that are not inverse") {
    CHECK(estimate_oscorad(18.4_x).shown() == 36.5);
    CHECK(estimate_easi(46.5_x).shown() == 31.0);
    CHECK(estimate_oscorad(1).shown() == 13.5);
    CHECK(estimate_easi(13).shown() == 1.5);
    CHECK(estimate_oscorad(72).shown() == 83);
    CHECK(estimate_easi(83).shown() == 72);
}

TEST_CASE("EstimatedScore: every score in steps of 0.05 agrees with whole-number interpolation") {
    int wrong = 0;
    for (long i = 0; i <= 72 * 20; ++i) {
        const EstimatedScore found = estimate_oscorad(Exact::ratio(i, 20));
        wrong += found.shown() * 2 != static_cast<double>(straight_line(printed_oscorad, i));
    }
    for (long i = 0; i <= 83 * 20; ++i) {
        const EstimatedScore found = estimate_easi(Exact::ratio(i, 20));
        wrong += found.shown() * 2 != static_cast<double>(straight_line(printed_easi, i));
    }
    CHECK(wrong == 0);
}

TEST_CASE("EstimatedScore: more of the one is never less of the other") {
    for (int i = 1; i <= 72 * 20; ++i) {
        CHECK(estimate_oscorad(Exact::ratio(i, 20)).shown() >=
              estimate_oscorad(Exact::ratio(i - 1, 20)).shown());
    }
}

TEST_CASE("EstimatedScore: outside the range there is none") {
    for (const Exact outside : {-Exact::ratio(1, 1000000), Exact::ratio(72000001, 1000000)}) {
        CHECK(estimate_oscorad(outside).status() == Status::invalid);
    }
    CHECK(estimate_easi(-1).status() == Status::invalid);
    CHECK(estimate_easi(83.1_x).status() == Status::invalid);
    CHECK(EstimatedScore().status() == Status::missing);
}

TEST_CASE("EstimatedScore: of a score of the right instrument only") {
    const Score easi = score(easi::example);
    CHECK(estimate_oscorad(easi).shown() == 36.5);                  // 18.4
    CHECK(estimate_easi(score(oscorad::example)).shown() == 31.0);  // 46.5
    CHECK(estimate_easi(easi).status() == Status::invalid);
    CHECK(estimate_oscorad(score(poem::example)).status() == Status::invalid);
    CHECK(estimate_oscorad(Score{}).status() == Status::invalid);
    CHECK(estimate_oscorad(score(easi::Answers{})).status() == Status::missing);
}

TEST_CASE("EstimatedScore: converts to nothing that can be scored, compared or banded") {
    STATIC_REQUIRE_FALSE(std::is_convertible_v<EstimatedScore, Exact>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<Exact, EstimatedScore>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<Answer, EstimatedScore>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<Score, EstimatedScore>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<Change, EstimatedScore>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<EstimatedScore, double>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<double, EstimatedScore>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<Exact, decltype(EstimatedScore().shown())>);
    CHECK(easi_oscorad_evidence.is_verified());
}
