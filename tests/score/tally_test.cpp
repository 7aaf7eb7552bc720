// SPDX-License-Identifier: BSL-1.0
// What the parts of an assessment add up to, before a score is made of it.
#include "eczscore/score/tally.hpp"

#include "score/toy.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Tally: products and sums of each domain in units of its items") {
    const Answer answers[] = {2, 3, 4};
    const Tally t = tally(toy::product, answers, {});
    CHECK(t.domains[0].product == 4);
    CHECK(t.domains[0].sum == 5);
    CHECK(t.domains[0].units == 20);
    CHECK(t.domains[0].complete);
    CHECK(t.blanks == 0);
    const Answer blank_area[] = {2, 3, {}};
    CHECK_FALSE(tally(toy::product, blank_area, {}).domains[0].complete);
    CHECK(tally(toy::product, blank_area, {}).blanks == 1);
    const Answer blank_all[] = {{}, {}, {}};
    CHECK(tally(toy::product, blank_all, {}).blanks == 3);
}
