// SPDX-License-Identifier: BSL-1.0
// Fingertip units: both tables typed a second time, ages without a table, the worked example.
#include "eczscore/trial/fingertip_unit.hpp"

#include <map>
#include <string>
#include <vector>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::trial;

namespace {

Exact units(const FtuTable& table, FtuSite site, int count = 1) {
    const TreatedSite treated{site, count};
    const FtuCount found = fingertip_units(table, std::span(&treated, 1));
    return found.status == Status::ok ? found.units : Exact(-1);
}

}  // namespace

TEST_CASE("FTU: the adult table") {
    const std::map<FtuSite, double> printed = {{FtuSite::face_neck, 2.5}, {FtuSite::trunk_front, 7},
                                               {FtuSite::trunk_back, 7},  {FtuSite::arm, 3},
                                               {FtuSite::hand, 1},        {FtuSite::leg, 6},
                                               {FtuSite::foot, 2}};
    for (int i = 0; i < 10; ++i) {
        const auto site = static_cast<FtuSite>(i);
        const auto row = printed.find(site);
        CHECK(units(adult_ftu, site).to_double() == (row == printed.end() ? -1 : row->second));
    }
}

TEST_CASE("FTU: the children's table") {
    // Face and neck; arm and hand; leg and foot; front of trunk; back of trunk and buttocks.
    const double printed[4][5] = {
        {1, 1, 1.5, 1, 1.5}, {1.5, 1.5, 2, 2, 3}, {1.5, 2, 3, 3, 3.5}, {2, 2.5, 4.5, 3.5, 5}};
    const FtuSite sites[] = {FtuSite::face_neck, FtuSite::arm_hand, FtuSite::leg_foot,
                             FtuSite::trunk_front, FtuSite::trunk_back_buttocks};
    for (int row = 0; row < 4; ++row) {
        for (int site = 0; site < 5; ++site) {
            CHECK(units(child_ftu[row], sites[site]).to_double() == printed[row][site]);
        }
        CHECK(units(child_ftu[row], FtuSite::hand) == Exact(-1));
    }
}

TEST_CASE("FTU: an age without a printed table has none") {
    const auto id = [](Age age) {
        const FtuTable* table = child_ftu_table(age);
        return std::string(table == nullptr ? "" : table->id.c_str());
    };
    CHECK(id(Age::months(2.9)).empty());
    CHECK(id(Age::months(3)) == "months_3_6");
    CHECK(id(Age::months(6.9)) == "months_3_6");
    CHECK(id(Age::months(7)).empty());
    CHECK(id(Age::months(11.9)).empty());
    CHECK(id(Age::years(1)) == "years_1_2");
    CHECK(id(Age::years(2.99)) == "years_1_2");
    CHECK(id(Age::years(3)) == "years_3_5");
    CHECK(id(Age::years(5.99)) == "years_3_5");
    CHECK(id(Age::years(6)) == "years_6_10");
    CHECK(id(Age::years(10.99)) == "years_6_10");
    CHECK(id(Age::years(11)).empty());
    CHECK(id(Age()).empty());
    CHECK(id(Age::years(-1)).empty());
}

TEST_CASE("FTU: arm and hand twice a day are 28 g a week") {
    const std::vector<TreatedSite> treated = {{FtuSite::arm}, {FtuSite::hand}};
    const FtuCount found = fingertip_units(adult_ftu, treated);
    CHECK(found.units == Exact(4));
    CHECK(ftu_grams(found.units, 2, 1).grams == Exact(4));  // twice a day: as many g as units
    CHECK(ftu_grams(found.units, 2, 7).grams == Exact(28));
    CHECK(units(adult_ftu, FtuSite::leg, 2) == Exact(12));
}

TEST_CASE("FTU: sites of the other table and negative numbers are refused") {
    CHECK(units(adult_ftu, FtuSite::arm_hand) == Exact(-1));
    CHECK(units(adult_ftu, FtuSite::leg, -1) == Exact(-1));
    CHECK(ftu_grams(-1, 2, 7).status == Status::invalid);
    CHECK(ftu_grams(4, -2, 7).status == Status::invalid);
    CHECK(ftu_grams(4, 2, -7).status == Status::invalid);
    CHECK(fingertip_units(adult_ftu, {}).units == Exact(0));
    CHECK(ftu_evidence.is_verified());
}
