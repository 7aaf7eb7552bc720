// SPDX-License-Identifier: BSL-1.0
// NESS and Rajka-Langeland, severity over a year: every combination, bands, and their status.
// Covers: instruments/rajka_langeland.hpp
#include "eczscore/instruments/ness.hpp"

#include <array>
#include <string_view>

#include "eczscore/instruments/rajka_langeland.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using facts::in;
using straight_line::bad;
using straight_line::blank;

namespace {
const facts::Covers covers{"ness", "rajka_langeland"};

/// Three grades from `low` to `high`, in steps of one over `parts`.
straight_line::Result plain(const std::array<int, 3>& grades, int low, int high, int parts) {
    int total = 0;
    bool invalid = false;
    bool missing = false;
    for (int grade : grades) {
        if (grade == blank) {
            missing = true;
        } else if (grade < low || grade > high) {
            invalid = true;
        } else {
            total += grade;
        }
    }
    if (invalid) return {straight_line::Is::invalid, 0, 1};
    if (missing) return {straight_line::Is::missing, 0, 1};
    return {straight_line::Is::ok, total, parts};
}
}  // namespace

TEST_CASE("NESS and Rajka-Langeland: bands from memory, low confidence, and said in the notes") {
    facts::check(ness::instrument,
                 {{"emerson_2000",
                   true,
                   facts::low,
                   facts::memory,
                   {{"mild", 8, in}, {"moderate", 11, in}, {"severe", 15, in}}}},
                 {});
    facts::check(rajka_langeland::instrument,
                 {{"rajka_1989",
                   true,
                   facts::low,
                   facts::memory,
                   {{"mild", 4, in}, {"moderate", 7.5_x, in}, {"severe", 9, in}}}},
                 {});
    for (const Instrument* each : {&ness::instrument, &rajka_langeland::instrument}) {
        CHECK(each->min == Exact(3));
        CHECK_FALSE(each->bands[0].evidence.is_verified());
        CHECK(std::string_view(each->notes[0]).substr(0, 10) == "unverified");
    }
}

TEST_CASE("NESS: 4+3+3 is 10, moderate; 1+1+1 is 3, mild; 5+4+4 is 13, severe") {
    const struct {
        int parts[3];
        int total;
        Text band;
    } examples[] = {{{4, 3, 3}, 10, "moderate"}, {{1, 1, 1}, 3, "mild"}, {{5, 4, 4}, 13, "severe"}};
    for (const auto& e : examples) {
        const Score s = score(
            ness::Answers{.course = e.parts[0], .intensity = e.parts[1], .extent = e.parts[2]});
        CHECK(s.value() == Exact(e.total));
        CHECK(band(ness::instrument.bands[0], s)->id == e.band);
    }
    CHECK(score(ness::Answers{.course = 0, .intensity = 1, .extent = 1}).status == Status::invalid);
    CHECK(score(ness::Answers{.course = 2.5, .intensity = 1, .extent = 1}).status ==
          Status::invalid);
}

TEST_CASE("Rajka-Langeland: 7.5 is moderate, 4 mild and 8 severe") {
    const struct {
        double grades[3];
        Exact total;
        Text band;
    } examples[] = {
        {{2, 2.5, 3}, 7.5_x, "moderate"}, {{1, 1, 2}, 4, "mild"}, {{3, 3, 2}, 8, "severe"}};
    for (const auto& e : examples) {
        const Score s = score(rajka_langeland::Answers{
            .extent = e.grades[0], .course = e.grades[1], .intensity = e.grades[2]});
        CHECK(s.value() == e.total);
        CHECK(band(rajka_langeland::instrument.bands[0], s)->id == e.band);
    }
    CHECK(score(rajka_langeland::Answers{.extent = 1.25, .course = 1, .intensity = 1}).status ==
          Status::invalid);
}

TEST_CASE("NESS and Rajka-Langeland: every combination, with blanks and refused grades") {
    long wrong = 0;
    constexpr int ness_codes[] = {1, 2, 3, 4, 5, 0, 6, blank, bad};
    constexpr int halves[] = {2, 3, 4, 5, 6, 0, 1, 7, blank, bad};
    std::size_t digits[3] = {};
    do {
        std::array<int, 3> grades;
        std::array<Answer, 3> given;
        for (std::size_t i = 0; i < 3; ++i) {
            grades[i] = halves[digits[i]];
            given[i] = against::part(grades[i], 2);
        }
        wrong +=
            !against::agrees(score(rajka_langeland::instrument, given), plain(grades, 2, 6, 2));
        if (digits[0] == 9 || digits[1] == 9 || digits[2] == 9) continue;
        for (std::size_t i = 0; i < 3; ++i) {
            grades[i] = ness_codes[digits[i]];
            given[i] = against::answer(grades[i]);
        }
        wrong += !against::agrees(score(ness::instrument, given), plain(grades, 1, 5, 1));
    } while (against::next(digits, 10));
    CHECK(wrong == 0);
}
