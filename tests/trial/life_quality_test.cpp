// SPDX-License-Identifier: BSL-1.0
// Quality of life by age: every age edge, both divisions, birthdays during a study.
#include "eczscore/trial/life_quality.hpp"

#include <string>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::trial;

namespace {

std::string id(const LifeQualityRow* row) { return row == nullptr ? "" : row->instrument.c_str(); }
std::string at(Age age, LifeQualityAges ages = LifeQualityAges::by_16) {
    return id(life_quality_row(age, ages));
}

}  // namespace

TEST_CASE("Life quality: IDQoL below 4, CDLQI below 16, DLQI from 16 years") {
    for (int month = 0; month <= 130 * 12; ++month) {
        const int years = month / 12;
        const std::string expected = years < 4 ? "idqol" : years < 16 ? "cdlqi" : "dlqi";
        const std::string to_18 = years < 4 ? "idqol" : years < 18 ? "cdlqi" : "dlqi";
        CHECK(at(Age::months(month)) == expected);
        CHECK(at(Age::months(month), LifeQualityAges::cdlqi_to_18) == to_18);
    }
    CHECK(at(Age::years(3.99)) == "idqol");
    CHECK(at(Age::years(15.99)) == "cdlqi");
    CHECK(at(Age()).empty());
    CHECK(at(Age::years(-1)).empty());
    CHECK(at(Age::years(131)).empty());
}

TEST_CASE("Life quality: the baseline questionnaire is kept across a birthday by default") {
    const LifeQualityChoice kept = life_quality_choice(Age::years(15.9), Age::years(16.2));
    CHECK(id(kept.row) == "cdlqi");
    CHECK(kept.has_change);
    const LifeQualityChoice switched =
        life_quality_choice(Age::years(15.9), Age::years(16.2), Birthday::switch_on_birthday);
    CHECK(id(switched.row) == "dlqi");
    CHECK_FALSE(switched.has_change);
    const LifeQualityChoice same =
        life_quality_choice(Age::years(15.1), Age::years(15.9), Birthday::switch_on_birthday);
    CHECK(id(same.row) == "cdlqi");
    CHECK(same.has_change);
    const LifeQualityChoice later =
        life_quality_choice(Age::years(15.9), Age::years(16.2), Birthday::switch_on_birthday,
                            LifeQualityAges::cdlqi_to_18);
    CHECK(id(later.row) == "cdlqi");
    CHECK(later.has_change);
}

TEST_CASE("Life quality: an age that is not known chooses nothing") {
    CHECK(life_quality_choice(Age(), Age::years(20)).row == nullptr);
    CHECK_FALSE(life_quality_choice(Age(), Age::years(20)).has_change);
    const LifeQualityChoice lost =
        life_quality_choice(Age(), Age::years(20), Birthday::switch_on_birthday);
    CHECK(id(lost.row) == "dlqi");
    CHECK_FALSE(lost.has_change);
    CHECK(life_quality_choice(Age::years(20), Age(), Birthday::switch_on_birthday).row == nullptr);
}
