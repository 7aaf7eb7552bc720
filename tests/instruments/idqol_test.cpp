// SPDX-License-Identifier: BSL-1.0
// IDQoL: the worked example, severity kept apart, no bands by default, all states of its halves.
#include "eczscore/instruments/idqol.hpp"

#include <array>
#include <cstddef>

#include "eczscore/score/band.hpp"
#include "eczscore/score/marks.hpp"

#include "instruments/equal_items.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"idqol"};

using Codes = std::array<int, 10>;
Score scored(const Codes& codes, Answer severity = {}) {
    std::array<Answer, 11> all{};
    for (std::size_t i = 0; i < 10; ++i) all[i] = against::answer(codes[i]);
    all[10] = severity;
    return score(idqol::instrument, all);
}
}  // namespace

TEST_CASE("IDQoL: no default bands, no thresholds; the DLQI's bands only by name, as unofficial") {
    facts::check(idqol::instrument,
                 {{"dlqi_like",
                   false,
                   facts::low,
                   facts::seen,
                   {{"no_effect", 2, facts::out},
                    {"small", 6, facts::out},
                    {"moderate", 11, facts::out},
                    {"very_large", 21, facts::out},
                    {"extremely_large", 30, facts::in}}}},
                 {});
    CHECK(default_bands(idqol::instrument) == nullptr);
    CHECK_FALSE(idqol::instrument.bands[0].evidence.is_verified());
}

TEST_CASE("IDQoL: 3,2,2,3,1,1,0,2,1,2 is 17, with severity 3 beside it") {
    const Codes codes = {3, 2, 2, 3, 1, 1, 0, 2, 1, 2};
    CHECK(scored(codes, 3).value() == Exact(17));
    CHECK(scored(codes, 3).status == Status::ok);
}

TEST_CASE("IDQoL: with item 6 blank it is 16, imputed") {
    const Score s = scored({3, 2, 2, 3, 1, blank, 0, 2, 1, 2}, 3);
    CHECK(s.status == Status::imputed);
    CHECK(s.value() == Exact(16));
    CHECK(s.missing == item_bit(5));
}

TEST_CASE("IDQoL: severity is never added, may be blank, and is checked") {
    const Codes codes = {3, 3, 3, 3, 3, 3, 3, 3, 3, 3};
    for (int severity = 0; severity <= 4; ++severity) {
        CHECK(scored(codes, severity).value() == Exact(30));
    }
    CHECK(scored(codes).status == Status::ok);
    CHECK(scored(codes).imputed == 0);
    CHECK(scored({blank, 3, 3, 3, 3, 3, 3, 3, 3, 3}).status == Status::imputed);
    CHECK(scored(codes, 5).status == Status::invalid);
    CHECK(scored(codes, 5).wrong == item_bit(10));
}

TEST_CASE("IDQoL: any two blanks are not scored") {
    for (std::size_t i = 0; i < 10; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            Codes codes = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
            codes[i] = blank;
            codes[j] = blank;
            CHECK(scored(codes, 2).status == Status::missing);
            CHECK(scored(codes, 2).missing == (item_bit(i) | item_bit(j)));
        }
    }
}

TEST_CASE("IDQoL: hours of lost sleep fall into the category below only when that is asked for") {
    const struct {
        Answer hours;
        int code;
    } table[] = {{0, 0}, {0.9, 0}, {1, 1},   {2, 1}, {2.5, 1},
                 {3, 2}, {4, 2},   {4.5, 2}, {5, 3}, {9, 3}};
    for (const auto& row : table) CHECK(idqol::floor_to_category(row.hours) == Answer(row.code));
    CHECK(idqol::floor_to_category(Answer()).is_missing());
    CHECK(idqol::floor_to_category(-1) == Answer::unreadable());
    CHECK(idqol::floor_to_category(Answer::conflict()) == Answer::unreadable());
    idqol::Answers hours = idqol::example;
    hours.sleep_lost = 2.5;
    CHECK(score(hours).status == Status::invalid);
}

TEST_CASE("IDQoL: the highest of several ticks; no rule for a mark between two boxes was seen") {
    const Answer ticks[] = {1, 2};
    CHECK(several_ticked(idqol::instrument, ticks) == Answer(2));
    CHECK(between_boxes(idqol::instrument, 1, 2) == Answer::conflict());
}

TEST_CASE("IDQoL: a child past the fourth birthday keeps the questionnaire of the baseline") {
    idqol::Answers child = idqol::example;
    child.age = Age::years(4.2);
    CHECK(score(child).value() == Exact(17));
}

TEST_CASE("IDQoL: every state of each half beside every kind of the other") {
    long wrong = 0;
    equal_items::for_each_state<10>({0, 1, 2, 3, blank, 4}, 0, 3, [&](const Codes& codes) {
        wrong += !against::agrees(scored(codes, codes[0] == blank ? Answer() : Answer(4)),
                                  equal_items::judge(codes, 0, 3, 1));
    });
    CHECK(wrong == 0);
}
