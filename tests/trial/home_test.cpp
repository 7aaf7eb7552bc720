// SPDX-License-Identifier: BSL-1.0
// The HOME core outcome set: every set of instruments at every kind of age against plain rules.
// Covers: trial/home_complete.hpp
#include "eczscore/trial/home.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/trial/home_complete.hpp"

using namespace eczscore;
using namespace eczscore::trial;

namespace {

const std::vector<const char*> ids = {"easi",  "poem", "pp_nrs",  "dlqi",    "cdlqi",    "idqol",
                                      "recap", "adct", "viga_ad", "iga_bsa", "po_scorad"};

std::vector<HomeRecord> scored(const std::vector<const char*>& names) {
    std::vector<HomeRecord> records;
    for (const char* each : names) records.push_back({each, true});
    return records;
}

std::string lacking(const HomeCompleteness& found, HomeNeedSet set) {
    std::string text;
    for (std::size_t i = 0; i < home_needs(found.setting).size(); ++i) {
        if ((set >> i & 1U) == 0) continue;
        if (!text.empty()) text += ' ';
        text += home_needs(found.setting)[i].id.c_str();
    }
    return text;
}

}  // namespace

TEST_CASE("HOME: an adult's core set is EASI, POEM, peak itch, DLQI and RECAP or ADCT") {
    const auto full = scored({"easi", "poem", "pp_nrs", "dlqi", "adct"});
    const HomeCompleteness adult = home_completeness(full, Age::years(30));
    CHECK(adult.is_complete());
    CHECK(adult.covers(HomeDomain::life_quality));
    const HomeCompleteness child = home_completeness(full, Age::years(10));
    CHECK(lacking(child, child.lacking) == "life_quality_child control_below_12");
    CHECK_FALSE(child.covers(HomeDomain::control));
    CHECK(child.covers(HomeDomain::signs));
    const auto infant = scored({"easi", "poem", "pp_nrs", "idqol", "recap"});
    CHECK(home_completeness(infant, Age::months(20)).is_complete());
}

TEST_CASE("HOME: an instrument without a score does not count, and is told apart") {
    std::vector<HomeRecord> records = scored({"poem", "pp_nrs", "dlqi", "recap"});
    records.push_back({"easi", false});
    const HomeCompleteness found = home_completeness(records, Age::years(30));
    CHECK(lacking(found, found.lacking) == "signs");
    CHECK(lacking(found, found.unscored) == "signs");
    records.push_back({"easi", true});
    CHECK(home_completeness(records, Age::years(30)).is_complete());
}

TEST_CASE("HOME: SCORAD, SASSAD, TIS and NESS do not stand for the signs") {
    const auto records = scored({"scorad", "oscorad", "sassad", "tis", "ness", "viga_ad"});
    CHECK((home_completeness(records, Age::years(30)).met) == 0);
    CHECK(home_completeness(records, Age::years(30), HomeSetting::practice)
              .covers(HomeDomain::signs));
}

TEST_CASE("HOME: without an age the needs that depend on it are undecided") {
    const auto records = scored({"easi", "poem", "pp_nrs", "dlqi", "recap"});
    const HomeCompleteness found = home_completeness(records, Age());
    CHECK_FALSE(found.is_complete());
    CHECK(lacking(found, found.undecided) == "life_quality_infant life_quality_child");
    CHECK(found.lacking == 0);
    CHECK(found.covers(HomeDomain::control));  // RECAP serves every age
}

TEST_CASE("HOME: CDLQI to 18 moves the edge") {
    const auto records = scored({"easi", "poem", "pp_nrs", "cdlqi", "adct"});
    CHECK_FALSE(home_completeness(records, Age::years(17)).is_complete());
    CHECK(
        home_completeness(records, Age::years(17), HomeSetting::trial, LifeQualityAges::cdlqi_to_18)
            .is_complete());
}

TEST_CASE("HOME: every set of instruments at every kind of age agrees with plain rules") {
    int wrong = 0;
    for (int code = 0; code < 1 << 11; ++code) {
        std::vector<HomeRecord> records;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if ((code >> i & 1) != 0) records.push_back({ids[i], true});
        }
        const auto has = [&](const std::string& id) {
            return std::any_of(records.begin(), records.end(),
                               [&](const HomeRecord& each) { return each.instrument == id; });
        };
        for (const int years : {0, 3, 4, 11, 12, 15, 16, 40}) {
            const bool life = has(years < 4 ? "idqol" : years < 16 ? "cdlqi" : "dlqi");
            const bool control = has("recap") || (years >= 12 && has("adct"));
            const bool core = has("easi") && has("poem") && has("pp_nrs") && life && control;
            const bool menu = (has("easi") || has("viga_ad") || has("iga_bsa")) &&
                              (has("poem") || has("po_scorad")) && has("pp_nrs") && control;
            const auto complete = [&](HomeSetting setting) {
                return home_completeness(records, Age::years(years), setting).is_complete();
            };
            wrong += complete(HomeSetting::trial) != core;
            wrong += complete(HomeSetting::practice) != menu;
            const HomeCompleteness found = home_completeness(records, Age::years(years));
            wrong += found.covers(HomeDomain::control) != control;
            wrong += found.covers(HomeDomain::life_quality) != life;
            wrong += found.covers(HomeDomain::signs) != has("easi");
            std::reverse(records.begin(), records.end());
            wrong += home_completeness(records, Age::years(years)).lacking != found.lacking;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("HOME: the data name their sources, and their age ranges meet those of the selector") {
    for (const HomeSetting setting : {HomeSetting::trial, HomeSetting::practice}) {
        std::set<std::string> needs;
        for (const HomeNeed& need : home_needs(setting)) {
            needs.insert(need.id.c_str());
            CHECK(need.evidence.is_verified());
            CHECK(need.evidence.source != nullptr);
            for (const Text id : need.any_of) {
                CHECK(std::count(ids.begin(), ids.end(), std::string(id.c_str())) == 1);
            }
            if (need.domain != HomeDomain::life_quality) continue;
            const Age youngest = Age::months(need.ages.from_months);
            CHECK(life_quality_row(youngest)->instrument == need.any_of.front());
            CHECK(life_quality_row(youngest)->ages.below_months == need.ages.below_months);
        }
        CHECK(needs.size() == home_needs(setting).size());
    }
    const HomeCompleteness menu =
        home_completeness(scored({"dlqi"}), Age::years(30), HomeSetting::practice);
    CHECK_FALSE(menu.covers(HomeDomain::life_quality));  // the menu asks nothing of it
}
