// SPDX-License-Identifier: BSL-1.0
// NAPSI of 10 and of 20 nails: examples, keys, and no prorating of nails that are missing.
#include "eczscore/instruments/napsi.hpp"

#include <array>
#include <cstddef>
#include <string>

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::bad;
using straight_line::blank;

namespace {
const facts::Covers covers{"napsi_10", "napsi_20"};

template <std::size_t N>
straight_line::Result plain(const std::array<int, N>& quadrants) {
    int total = 0;
    bool invalid = false;
    bool missing = false;
    for (int each : quadrants) {
        if (each == blank) {
            missing = true;
        } else if (each < 0 || each > 4) {
            invalid = true;
        } else {
            total += each;
        }
    }
    if (invalid) return {straight_line::Is::invalid, 0, 1};
    if (missing) return {straight_line::Is::missing, 0, 1};
    return {straight_line::Is::ok, total, 1};
}
template <std::size_t N>
bool agrees(const Instrument& instrument, const std::array<int, N>& quadrants) {
    std::array<Answer, N> given;
    for (std::size_t i = 0; i < N; ++i) given[i] = against::answer(quadrants[i]);
    return against::agrees(score(instrument, given), plain(quadrants));
}

/// Every value in every place beside every value in the next, then random assessments.
template <std::size_t N>
long mismatches(const Instrument& instrument) {
    constexpr int codes[] = {0, 1, 2, 3, 4, 5, blank, bad};
    long wrong = 0;
    for (std::size_t place = 0; place < N; ++place) {
        for (int here : codes) {
            for (int next : codes) {
                std::array<int, N> quadrants;
                quadrants.fill(2);
                quadrants[place] = here;
                quadrants[(place + 1) % N] = next;
                wrong += !agrees(instrument, quadrants);
            }
        }
    }
    against::Random random(2003);
    for (int n = 0; n < 30'000; ++n) {
        std::array<int, N> quadrants;
        for (int& each : quadrants) each = static_cast<int>(random(5));
        if (random(4) == 0) quadrants[random(N)] = blank;
        wrong += !agrees(instrument, quadrants);
    }
    return wrong;
}
}  // namespace

TEST_CASE("NAPSI: published facts: 0-80 for 10 nails, 0-160 for 20, no bands") {
    facts::check(napsi_10::instrument, {}, {});
    facts::check(napsi_20::instrument, {}, {});
    CHECK(napsi_10::instrument.max == Exact(80));
    CHECK(napsi_20::instrument.max == Exact(160));
}

TEST_CASE("NAPSI: (2+1), (4+0), (1+3) and free nails are 11; all nails 8 are 80 or 160") {
    CHECK(score(napsi_10::example).value() == Exact(11));
    CHECK(score(napsi_20::example).value() == Exact(11));
    napsi_10::Answers ten;
    ten.nails.fill({4, 4});
    CHECK(score(ten).value() == Exact(80));
    napsi_20::Answers twenty;
    twenty.nails.fill({4, 4});
    CHECK(score(twenty).value() == Exact(160));
}

TEST_CASE("NAPSI: a nail that is missing is not prorated, and 10 nails are no set of 20") {
    napsi_10::Answers ten = napsi_10::example;
    ten.nails[9] = {};
    CHECK(score(ten).status == Status::missing);
    CHECK(score(ten).missing == (item_bit(18) | item_bit(19)));
    const auto ten_nails = napsi_10::example.in_order();
    CHECK(score(napsi_20::instrument, ten_nails).status == Status::missing);
    CHECK_FALSE(change(napsi_20::instrument, score(napsi_10::example), score(napsi_20::example))
                    .is_evaluable);
}

TEST_CASE("NAPSI: keys are nail_1_matrix, nail_1_bed and so on") {
    for (std::size_t i = 0; i < 40; ++i) {
        const std::string key =
            "nail_" + std::to_string(i / 2 + 1) + (i % 2 == 0 ? "_matrix" : "_bed");
        CHECK(item_at(napsi_20::instrument, i).id.c_str() == key);
        if (i < 20) CHECK(item_at(napsi_10::instrument, i).id.c_str() == key);
    }
}

TEST_CASE("NAPSI: pairs of values in every place, and random assessments") {
    CHECK(mismatches<20>(napsi_10::instrument) == 0);
    CHECK(mismatches<40>(napsi_20::instrument) == 0);
}
