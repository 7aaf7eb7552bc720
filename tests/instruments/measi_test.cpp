// SPDX-License-Identifier: BSL-1.0
// Modified EASI and the lichenification part of EASI: examples, printed gaps, one region in full.
// Covers: instruments/easi_lichenification_component.hpp
#include "eczscore/instruments/measi.hpp"

#include <array>
#include <cstddef>

#include "eczscore/instruments/easi_lichenification_component.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using facts::in;
using facts::out;
using straight_line::bad;
using straight_line::blank;

namespace {
const facts::Covers covers{"measi", "easi_lichenification_component"};

constexpr int adult_weights[] = {1, 2, 3, 4};
constexpr int child_weights[] = {2, 2, 3, 3};

/// Gradings counted in halves (1 is no level), then the area grade; `N` gradings a region.
template <std::size_t N>
struct Plain {
    std::array<int, N> halves;
    int area;
};

/// 20 x score = sum of 10 x weight x (2 x sum) x area, from the definition.
template <std::size_t N>
straight_line::Result plain(const std::array<Plain<N>, 4>& regions, bool under_8) {
    int twentieths = 0;
    bool invalid = false;
    bool missing = false;
    for (std::size_t r = 0; r < 4; ++r) {
        int sum = 0;
        bool open = false;
        for (int each : regions[r].halves) {
            if (each == blank) {
                open = true;
            } else if (each < 0 || each == 1 || each > 6) {
                invalid = true;
            } else {
                sum += each;
            }
        }
        const int area = regions[r].area;
        if (area == blank) {
            missing = true;
        } else if (area < 0 || area > 6) {
            invalid = true;
        } else if (area > 0) {
            missing |= open;
            twentieths += (under_8 ? child_weights[r] : adult_weights[r]) * sum * area;
        }
    }
    if (invalid) return {straight_line::Is::invalid, 0, 1};
    if (missing) return {straight_line::Is::missing, 0, 1};
    return {straight_line::Is::ok, twentieths, 20};
}

template <std::size_t N>
std::array<Answer, 4 * (N + 1)> given(const std::array<Plain<N>, 4>& regions) {
    std::array<Answer, 4 * (N + 1)> all;
    std::size_t i = 0;
    for (const Plain<N>& r : regions) {
        for (int half : r.halves) all[i++] = against::part(half, 2);
        all[i++] = against::answer(r.area);
    }
    return all;
}

template <std::size_t N>
long random_mismatches(const Instrument& instrument, std::uint64_t seed) {
    against::Random random(seed);
    constexpr int halves[] = {0, 2, 3, 4, 5, 6};
    long wrong = 0;
    for (int n = 0; n < 100'000; ++n) {
        std::array<Plain<N>, 4> regions;
        for (Plain<N>& r : regions) {
            for (int& half : r.halves) half = halves[random(6)];
            if (random(12) == 0) r.halves[random(N)] = blank;
            if (random(60) == 0) r.halves[random(N)] = random(2) == 0 ? 1 : 7;
            r.area = static_cast<int>(random(7));
            if (random(40) == 0) r.area = random(2) == 0 ? blank : 7;
        }
        const bool under_8 = random(2) == 0;
        wrong += !against::agrees(
            score(instrument, given(regions), under_8 ? Age::years(7.99) : Age::years(8)),
            plain(regions, under_8));
    }
    return wrong;
}

const Band* measi_band(Exact value) { return band(measi::instrument.bands[0], value); }
}  // namespace

TEST_CASE("mEASI and the lichenification part: published facts") {
    facts::check(
        measi::instrument,
        {{"chopra_2017",
          true,
          facts::high,
          facts::seen,
          {{"clear", 1, out}, {"mild", 9, out}, {"moderate", 30, out}, {"severe", 90, in}}}},
        {});
    facts::check(easi_lichenification_component::instrument, {}, {});
    CHECK(measi::instrument.max == Exact(90));
    CHECK(easi_lichenification_component::instrument.max == Exact(18));
}

TEST_CASE("mEASI: EASI example 18.4 and pruritus 1, 2, 1, 2 is 23.6, moderate") {
    const Score s = score(measi::example);
    CHECK(s.value() == 23.6_x);
    CHECK(measi_band(s.value())->id == Text("moderate"));
    measi::Answers child = measi::example;
    child.age = Age::years(7.99);  // 16.2 and 0.4 + 1.2 + 0.6 + 2.4
    CHECK(score(child).value() == 20.8_x);
    child.age = {};
    CHECK(score(child).status == Status::missing);
}

TEST_CASE("mEASI: the printed gaps at 0.95, 8.95 and 29.95 stay in the lower band") {
    CHECK(measi_band(0.95_x)->id == Text("clear"));
    CHECK(measi_band(8.95_x)->id == Text("mild"));
    CHECK(measi_band(29.95_x)->id == Text("moderate"));
}

TEST_CASE("mEASI: 0.5 is no level; pruritus alone makes a score; areas come from percentages") {
    measi::Answers one{.age = Age::years(20),
                       .head_neck = {0, 0, 0, 0, 3, 6},
                       .upper_limbs = {.area = 0},
                       .trunk = {.area = 0},
                       .lower_limbs = {.area = 0}};
    CHECK(score(one).value() == 1.8_x);
    one.head_neck.pruritus = 0.5;
    CHECK(score(one).status == Status::invalid);
    one.head_neck.pruritus = {};
    CHECK(score(one).status == Status::missing);
    one.head_neck.area = 0;
    CHECK(score(one).value() == Exact(0));
    CHECK(eczscore::detail::area::from_percent.grade(9.5) == Answer(1));
}

TEST_CASE("Lichenification part of the EASI example is 4.6") {
    const Score s = score(easi_lichenification_component::example);
    CHECK(s.value() == 4.6_x);
    CHECK(easi_lichenification_component::instrument.prefix() == Text("easi"));
    easi_lichenification_component::Answers child = easi_lichenification_component::example;
    child.age = Age::years(5);
    CHECK(score(child).value() == 4_x);  // 0.4 + 1.2 + 0 + 2.4
}

TEST_CASE("mEASI and the lichenification part: one region in full, in every place") {
    constexpr int halves[] = {0, 1, 2, 5, 6, 7, blank};
    constexpr int areas[] = {0, 1, 6, 7, blank, bad};
    long wrong = 0;
    long seen = 0;
    for (std::size_t place = 0; place < 4; ++place) {
        std::array<Plain<5>, 4> regions;
        regions.fill({{6, 0, 2, 3, 4}, 3});
        std::size_t digits[5] = {};
        do {
            for (std::size_t i = 0; i < 5; ++i) regions[place].halves[i] = halves[digits[i]];
            for (int area : areas) {
                regions[place].area = area;
                const bool under_8 = (digits[4] + static_cast<std::size_t>(area + 3)) % 2 == 0;
                wrong += !against::agrees(score(measi::instrument, given(regions),
                                                under_8 ? Age::years(7.99) : Age::years(8)),
                                          plain(regions, under_8));
                ++seen;
            }
        } while (against::next(digits, 7));
        std::array<Plain<1>, 4> alone;
        alone.fill({{3}, 3});
        for (int half : halves) {
            for (int area : areas) {
                alone[place] = {{half}, area};
                for (bool under_8 : {false, true}) {
                    wrong += !against::agrees(score(easi_lichenification_component::instrument,
                                                    given(alone), Age::years(under_8 ? 7 : 8)),
                                              plain(alone, under_8));
                }
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(seen == 4L * 16'807 * 6);
}

TEST_CASE("mEASI and the lichenification part: random assessments") {
    CHECK(random_mismatches<5>(measi::instrument, 2017) == 0);
    CHECK(random_mismatches<1>(easi_lichenification_component::instrument, 18) == 0);
}
