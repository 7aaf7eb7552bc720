// SPDX-License-Identifier: BSL-1.0
// IGA x BSA: all grades by a fine lattice of body surface, the printed gaps, the inconsistencies.
#include "eczscore/instruments/iga_bsa.hpp"

#include <array>

#include "eczscore/score/band.hpp"

#include "instruments/against_straight_line.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::bad;
using straight_line::blank;

namespace {
Score product(Answer grade, Answer bsa) {
    return score(iga_bsa::Answers{.grade = grade, .bsa_percent = bsa});
}
Text band_of(const Score& s) { return band(iga_bsa::instrument.bands[0], s)->id; }
}  // namespace

TEST_CASE("IGA x BSA: 3 x 22 % is 66, moderate; 2 x 6.5 % is 13, mild; 4 x 45 % is 180, severe") {
    CHECK(product(3, 22).value() == Exact(66));
    CHECK(band_of(product(3, 22)) == Text("moderate"));
    CHECK(product(2, 6.5).value() == Exact(13));
    CHECK(band_of(product(2, 6.5)) == Text("mild"));
    CHECK(product(4, 45).value() == Exact(180));
    CHECK(band_of(product(4, 45)) == Text("severe"));
}

TEST_CASE("IGA x BSA: 3 x 10.03 % is 30.09, in the printed gap, and moderate") {
    CHECK(product(3, 10.03).value() == 30.09_x);
    CHECK(band_of(product(3, 10.03)) == Text("moderate"));
    CHECK(band_of(product(3, 10)) == Text("mild"));
    CHECK(band_of(product(2, 65)) == Text("moderate"));
    CHECK(band_of(product(2, 65.000001)) == Text("severe"));
}

TEST_CASE("IGA x BSA: 0 is mild; no band \"clear\" was published") {
    CHECK(band_of(product(0, 0)) == Text("mild"));
    for (const Band& each : iga_bsa::suh_2020_bands) CHECK(each.id != Text("clear"));
    CHECK(product(4, 100).value() == Exact(400));
    CHECK(band_of(product(4, 100)) == Text("severe"));
}

TEST_CASE("IGA x BSA: grade 0 with surface, or a grade without, is accepted with a warning") {
    CHECK(product(0, 5).status == Status::ok);
    CHECK(product(0, 5).value() == Exact(0));
    CHECK(product(0, 5).signs_without_area != 0);
    CHECK(product(2, 0).status == Status::ok);
    CHECK(product(2, 0).area_without_signs != 0);
    CHECK_FALSE(product(0, 0).has_warning());
    CHECK_FALSE(product(1, 1).has_warning());
}

TEST_CASE("IGA x BSA: either factor missing leaves it unscored, a grade of 0 too") {
    CHECK(product(3, {}).status == Status::missing);
    CHECK(product({}, 20).status == Status::missing);
    CHECK(product(0, {}).status == Status::missing);
    CHECK(product({}, 0).status == Status::missing);
    CHECK(product({}, {}).status == Status::missing);
    CHECK(product(5, {}).status == Status::invalid);
    CHECK(product({}, 100.000001).status == Status::invalid);
}

TEST_CASE("IGA x BSA: every grade by every hundredth of a percent") {
    long wrong = 0;
    for (int grade : {0, 1, 2, 3, 4, 5, blank, bad}) {
        for (int bsa = 0; bsa <= 10'001; ++bsa) {
            wrong += !against::agrees(product(against::answer(grade), against::part(bsa, 100)),
                                      straight_line::iga_bsa(grade, bsa));
        }
        for (int bsa : {blank, bad}) {
            wrong += !against::agrees(product(against::answer(grade), against::answer(bsa)),
                                      straight_line::iga_bsa(grade, bsa));
        }
    }
    CHECK(wrong == 0);
}
