// SPDX-License-Identifier: BSL-1.0
// DFI: the worked example, one blank of ten, no bands and no thresholds, all states of its halves.
#include "eczscore/instruments/dfi.hpp"

#include <array>
#include <cstddef>

#include "instruments/equal_items.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"dfi"};

using Codes = std::array<int, 10>;
Score scored(const Codes& codes) { return score(dfi::instrument, equal_items::given(codes)); }
}  // namespace

TEST_CASE("DFI: no validated bands, no change that matters") {
    facts::check(dfi::instrument, {}, {});
}

TEST_CASE("DFI: 1,0,3,2,1,2,3,2,1,2 is 17") {
    CHECK(scored({1, 0, 3, 2, 1, 2, 3, 2, 1, 2}).value() == Exact(17));
    CHECK(scored({1, 0, 3, 2, 1, 2, 3, 2, 1, 2}).status == Status::ok);
}

TEST_CASE("DFI: with the last item blank it is 15, one imputed, by an unverified rule") {
    const Score s = scored({1, 0, 3, 2, 1, 2, 3, 2, 1, blank});
    CHECK(s.status == Status::imputed);
    CHECK(s.value() == Exact(15));
    CHECK(s.missing == item_bit(9));
    CHECK_FALSE(dfi::instrument.missing.evidence.is_verified());
}

TEST_CASE("DFI: any two blanks are not scored") {
    for (std::size_t i = 0; i < 10; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            Codes codes = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
            codes[i] = blank;
            codes[j] = blank;
            CHECK(scored(codes).status == Status::missing);
        }
    }
}

TEST_CASE("DFI: every state of each half beside every kind of the other") {
    long wrong = 0;
    equal_items::for_each_state<10>({0, 1, 2, 3, blank, 4}, 0, 3, [&](const Codes& codes) {
        wrong += !against::agrees(scored(codes), equal_items::judge(codes, 0, 3, 1));
    });
    CHECK(wrong == 0);
}
