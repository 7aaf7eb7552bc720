// SPDX-License-Identifier: BSL-1.0
// ISS from precomputed components: their sum and nothing else.
#include "eczscore/instruments/iss_precomputed.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"iss_precomputed"};

/// Components in hundredths.
Score scored(const std::array<int, 7>& hundredths) {
    iss_precomputed::Answers answers;
    for (std::size_t i = 0; i < 7; ++i) answers.components[i] = against::part(hundredths[i], 100);
    return score(answers);
}
}  // namespace

TEST_CASE("ISS: no bands; the important change is from memory and no default") {
    facts::check(iss_precomputed::instrument, {},
                 {{"mcid_2", Basis::mcid, 2, facts::points, 0, facts::low, facts::memory, false}});
    const std::string_view first = iss_precomputed::instrument.notes[0];
    CHECK(first.substr(0, 10) == "unverified");
}

TEST_CASE("ISS: seven components from 0 to 3 are added, 0 to 21") {
    CHECK(scored({300, 250, 100, 0, 125, 200, 300}).value() == 12.75_x);
    CHECK(scored({0, 0, 0, 0, 0, 0, 0}).value() == Exact(0));
    CHECK(scored({300, 300, 300, 300, 300, 300, 300}).value() == Exact(21));
}

TEST_CASE("ISS: a blank component leaves it unscored, one above 3 is refused") {
    for (std::size_t i = 0; i < 7; ++i) {
        std::array<int, 7> codes = {100, 100, 100, 100, 100, 100, 100};
        codes[i] = blank;
        CHECK(scored(codes).status == Status::missing);
        CHECK(scored(codes).missing == item_bit(i));
        codes[i] = 301;
        CHECK(scored(codes).status == Status::invalid);
    }
}

TEST_CASE("ISS: 100000 random sets of components, in hundredths") {
    against::Random random(2007);
    long wrong = 0;
    for (int n = 0; n < 100'000; ++n) {
        std::array<int, 7> codes;
        int sum = 0;
        for (int& code : codes) {
            code = static_cast<int>(random(301));
            sum += code;
        }
        wrong += !against::agrees(scored(codes), {straight_line::Is::ok, sum, 100});
    }
    CHECK(wrong == 0);
}
