// SPDX-License-Identifier: BSL-1.0
// Which group a subject is in, and who has no change and why.
#include "eczscore/table/change_groups.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments/pgic.hpp"
#include "eczscore/instruments/viga_ad.hpp"
#include "table/change_tables.hpp"

using namespace eczscore;
using namespace eczscore::testing;
using table::ChangeOptions;
using table::ChangeRows;

TEST_CASE("Change groups: named by the columns of --by, at baseline or later where that is blank") {
    ChangeOptions options = two_visits();
    options.by = {"arm", "site"};
    const ChangeRows rows =
        read(options, viga_ad::instrument, "subject,visit,arm,site,viga_ad_grade",
             {"a,base, X ,1,4", "a,end,X,1,2",  //
              "b,base,,1,4", "b,end,X,1,3",     //
              "c,base,X,1,4", "c,end,Y,1,1",    //
              "d,end,,,3",                      //
              "e,other,X,1,3",                  //
              "f,base,X,1,3", "f,end,,1,3"});
    const table::Groups groups = table::collect(rows, options, viga_ad::instrument);
    REQUIRE(groups.by_name.size() == 2);
    CHECK(groups.nowhere == 1);
    CHECK(groups.changed == 1);  // c: a blank names no group
    const table::Members& first = groups.by_name.at("X, 1");
    CHECK(first.subjects == 4);
    CHECK(first.changes.size() == 4);
    CHECK(first.reasons.empty());
    const table::Members& other = groups.by_name.at("(no value), (no value)");
    CHECK(other.subjects == 1);
    CHECK(other.reasons.at("no row for base") == 1);
}

TEST_CASE("Change groups: without --by everybody is in one, also who has no row at either visit") {
    const ChangeRows rows = read_global({"a,base,X,4", "a,end,Y,2", "e,other,X,3"});
    const table::Groups groups = table::collect(rows, two_visits(), viga_ad::instrument);
    REQUIRE(groups.by_name.size() == 1);
    CHECK(groups.nowhere == 0);
    CHECK(groups.changed == 0);
    const table::Members& all = groups.by_name.at("");
    CHECK(all.subjects == 2);
    CHECK(all.changes.size() == 1);
    CHECK(all.reasons.at("no row for either visit") == 1);
}

TEST_CASE("Change groups: the first reason against a change, and each subject has one") {
    const ChangeRows rows = read_global({"a,base,X,4", "a,base,X,4",               //
                                         "b,base,X,4", "b,end,X,4", "b,end,X,4",   //
                                         "c,base,X,4", "d,end,X,4", "e,base,X,7",  //
                                         "e,end,X,",                               //
                                         "f,base,X,4", "f,end,X,", "g,base,X,3", "g,end,X,1"});
    const table::Groups groups = table::collect(rows, two_visits(), viga_ad::instrument);
    const table::Members& all = groups.by_name.at("");
    CHECK(all.subjects == 7);
    CHECK(all.changes.size() == 1);
    CHECK(all.reasons.size() == 5);
    CHECK(all.reasons.at("a visit is there twice") == 2);
    CHECK(all.reasons.at("no row for end") == 1);
    CHECK(all.reasons.at("no row for base") == 1);
    CHECK(all.reasons.at("no score for base (invalid)") == 1);
    CHECK(all.reasons.at("no score for end (missing)") == 1);
}

TEST_CASE("Change groups: a score that is itself a change has none") {
    const ChangeRows rows = read(two_visits(), pgic_7::instrument, "subject,visit,pgic_7_rating",
                                 {"a,base,1", "a,end,2"});
    const table::Groups groups = table::collect(rows, two_visits(), pgic_7::instrument);
    CHECK(groups.by_name.at("").reasons.at("the score is itself a change") == 1);
}

TEST_CASE("Change groups: changes rise by baseline, then by value, whatever the order of rows") {
    const std::vector<std::string> subjects{"4,1", "3,2", "4,0", "3,0", "4,3", "0,4", "3,1"};
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const std::string id = "s" + std::to_string(i);
        lines.push_back(id + ",base,X," + subjects[i].substr(0, 1));
        lines.push_back(id + ",end,X," + subjects[i].substr(2));
    }
    const ChangeRows rows = read_global(lines);
    const auto changes =
        table::collect(rows, two_visits(), viga_ad::instrument).by_name.at("").changes;
    std::string order;
    for (const Change& c : changes) {
        order += std::to_string(c.baseline.num()) + ">" + std::to_string(c.now.num()) + " ";
    }
    CHECK(order == "0>4 3>0 3>1 3>2 4>0 4>1 4>3 ");
}

TEST_CASE("Change groups: every column of --by is looked at, and one row is enough for a group") {
    ChangeOptions options = two_visits();
    options.by = {"arm", "site"};
    const ChangeRows rows =
        read(options, viga_ad::instrument, "subject,visit,arm,site,viga_ad_grade",
             {"a,base,X,1,4", "a,end,X,2,2",  // in another group by the last column alone
              "b,base,X,1,4", "c,end,X,1,3"});
    const table::Groups groups = table::collect(rows, options, viga_ad::instrument);
    CHECK(groups.changed == 1);
    CHECK(groups.nowhere == 0);
    REQUIRE(groups.by_name.size() == 1);
    const table::Members& all = groups.by_name.at("X, 1");
    CHECK(all.subjects == 3);
    CHECK(all.changes.size() == 1);
    CHECK(all.reasons.at("no row for end") == 1);
    CHECK(all.reasons.at("no row for base") == 1);
}
