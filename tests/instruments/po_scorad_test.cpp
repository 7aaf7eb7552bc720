// SPDX-License-Identifier: BSL-1.0
// PO-SCORAD, its objective part, and objective SCORAD with the bonus: the arithmetic of SCORAD.
#include "eczscore/instruments/po_scorad.hpp"

#include <array>
#include <span>

#include "eczscore/instruments/oscorad.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::bad;
using straight_line::blank;

namespace {
const facts::Covers covers{"po_scorad", "po_oscorad", "oscorad_with_bonus"};

constexpr const Instrument& with_bonus = oscorad_with_bonus::instrument<>;

oscorad_with_bonus::Answers of_40_and_11(Answer bonus) {
    return {.extent = 40,
            .erythema = 2,
            .edema_papulation = 2,
            .oozing_crusting = 1,
            .excoriation = 2,
            .lichenification = 2,
            .dryness = 2,
            .severe_face_hands = bonus};
}

/// 0.1 x (2 A + 35 B + 100 bonus) with A in hundredths, as thousandths.
straight_line::Result bonus_result(int extent, const std::array<int, 6>& signs, int bonus) {
    straight_line::Result result = straight_line::scorad(extent, signs, {0, 0}, true);
    const bool bonus_bad = bonus != blank && bonus != 0 && bonus != 1;
    if (bonus_bad || result.is == straight_line::Is::invalid) {
        return {straight_line::Is::invalid, 0, 1};
    }
    if (bonus == blank) return {straight_line::Is::missing, 0, 1};
    result.numerator += bonus * 10'000;
    return result;
}
}  // namespace

TEST_CASE("PO-SCORAD and the bonus: published facts") {
    facts::check(po_scorad::instrument,
                 {{"review_2019",
                   false,
                   facts::high,
                   facts::seen,
                   {{"clear", 10, facts::out},
                    {"mild", 29, facts::out},
                    {"moderate", 49, facts::out},
                    {"severe", 103, facts::in}}}},
                 {});
    facts::check(po_oscorad::instrument, {}, {});
    facts::check(with_bonus, {}, {});
    CHECK(po_scorad::instrument.max == Exact(103));
    CHECK(po_oscorad::instrument.max == Exact(83));
    CHECK(with_bonus.max == Exact(93));
    CHECK(default_bands(po_scorad::instrument) == nullptr);
    CHECK(po_oscorad::instrument.prefix() == Text("po_scorad"));
    CHECK(with_bonus.prefix() == Text("scorad"));
}

TEST_CASE("PO-SCORAD: A 40, B 11, C 12 is 58.5, objective 46.5, as clinicians' SCORAD") {
    CHECK(score(po_scorad::example).value() == 58.5_x);
    CHECK(band(po_scorad::instrument.bands[0], score(po_scorad::example))->id == Text("severe"));
    const auto all = po_scorad::example.in_order();
    CHECK(score(po_oscorad::instrument, std::span(all).first(7)).value() == 46.5_x);
    CHECK(score(po_scorad::Answers{}).status == Status::missing);
    CHECK(score(po_oscorad::Answers{}).status == Status::missing);
}

TEST_CASE("Objective SCORAD with the bonus: yes adds 10, no adds 0, a blank is asked for") {
    CHECK(score(of_40_and_11(0)).value() == 46.5_x);
    CHECK(score(of_40_and_11(1)).value() == 56.5_x);
    CHECK(score(of_40_and_11({})).missing == item_bit(7));
    CHECK(score(of_40_and_11(10)).status == Status::invalid);
    const Item& bonus = item_at(with_bonus, 7);
    CHECK(bonus.id == Text("severe_face_hands"));
    REQUIRE(bonus.words.size() == 2);
    CHECK(bonus.words[0].word == Text("yes"));
    CHECK(bonus.words[0].code == 1);
    CHECK(default_bands(with_bonus) == nullptr);
}

TEST_CASE("PO-SCORAD and the bonus: all intensities by extents, symptoms and bonus") {
    const std::array<int, 6> signs = {0, 1, 2, 3, blank, 4};
    const std::array<int, 5> extents = {0, 1230, 10'000, 10'001, blank};
    const std::array<std::array<int, 2>, 4> symptoms = {
        {{0, 0}, {1000, 1000}, {655, blank}, {1001, 40}}};
    long wrong = 0;
    long seen = 0;
    std::array<Answer, 9> given;
    std::array<int, 6> intensity{};
    std::size_t digits[6] = {};
    do {
        for (std::size_t i = 0; i < 6; ++i) {
            intensity[i] = signs[digits[i]];
            given[1 + i] = against::answer(intensity[i]);
        }
        const int extent = extents[static_cast<std::size_t>(seen) % 5];
        const auto& c = symptoms[static_cast<std::size_t>(seen) % 4];
        given[0] = against::part(extent, 100);
        given[7] = against::part(c[0], 100);
        given[8] = against::part(c[1], 100);
        wrong += !against::agrees(score(po_scorad::instrument, given),
                                  straight_line::scorad(extent, intensity, c, false));
        wrong += !against::agrees(score(po_oscorad::instrument, std::span(given).first(7)),
                                  straight_line::scorad(extent, intensity, {0, 0}, true));
        std::array<Answer, 8> asked;
        for (std::size_t i = 0; i < 7; ++i) asked[i] = given[i];
        for (int bonus : {0, 1, 2, blank, bad}) {
            asked[7] = against::answer(bonus);
            wrong +=
                !against::agrees(score(with_bonus, asked), bonus_result(extent, intensity, bonus));
        }
        ++seen;
    } while (against::next(digits, signs.size()));
    CHECK(wrong == 0);
    CHECK(seen == 46'656L);
}
