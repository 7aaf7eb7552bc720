// SPDX-License-Identifier: BSL-1.0
// The rows of two visits: which row is whose, and what is said about it.
// Covers: table/change_options.hpp
#include "catch_compat.hpp"
#include "temporary.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "eczscore/instruments.hpp"
#include "eczscore/table/change_rows.hpp"
#include "table/change_tables.hpp"

using namespace eczscore;
using namespace eczscore::testing;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Equals;
using table::ChangeOptions;
using table::ChangeRows;
using table::SubjectVisits;

namespace {

std::string trouble_of(const ChangeOptions& options, const std::string& header) {
    ChangeRows rows;
    return rows.open(options, viga_ad::instrument, cells_of(header)).sentence;
}

/// All grades of an EASI are 1 and all areas 2.
std::string easi_header() {
    std::string text = "subject,visit,age_years,age_months";
    for (const char* region : {"head_neck", "upper_limbs", "trunk", "lower_limbs"}) {
        for (const char* sign :
             {"erythema", "edema_papulation", "excoriation", "lichenification", "area"}) {
            text += std::string(",easi_") + region + "_" + sign;
        }
    }
    return text;
}

std::string easi_line(const std::string& start, const std::string& first = "1") {
    std::string text = start + "," + first + ",0,0,0,2";
    for (int region = 1; region < 4; ++region) text += ",0,0,0,0,0";
    return text;
}

}  // namespace

TEST_CASE("Change rows: subjects in the order they came, each with its two visits") {
    const ChangeRows rows =
        read_global({"b,base,X,4", "a,end,X,1", "b,end,X,2", "a,base,X,3", "c,other,X,0"});
    REQUIRE(rows.subjects().size() == 3);
    const SubjectVisits& b = rows.subjects()[0];
    CHECK(b.id == "b");
    CHECK(b.visits[0].line == 2);
    CHECK(b.visits[1].line == 4);
    CHECK(b.visits[0].score.value() == Exact(4));
    CHECK(b.visits[1].score.value() == Exact(2));
    CHECK(b.visits[0].second == 0);
    const SubjectVisits& a = rows.subjects()[1];
    CHECK(a.id == "a");
    CHECK(a.visits[0].score.value() == Exact(3));
    CHECK(a.visits[1].score.value() == Exact(1));
    const SubjectVisits& c = rows.subjects()[2];
    CHECK(c.id == "c");
    CHECK_FALSE(c.visits[0].found());
    CHECK_FALSE(c.visits[1].found());
    CHECK(rows.visit_names().size() == 3);
    CHECK(rows.visit_names().contains("other"));
}

TEST_CASE("Change rows: blanks around a subject and a visit are no part of them") {
    const ChangeRows rows = read_global({" a ,\tbase ,X,4", "a, end,X,2"});
    REQUIRE(rows.subjects().size() == 1);
    CHECK(rows.subjects()[0].id == "a");
    CHECK(rows.subjects()[0].visits[0].line == 2);
    CHECK(rows.subjects()[0].visits[1].line == 3);
    CHECK(rows.visit_names().contains("base"));
    CHECK(rows.visit_names().contains("end"));
    CHECK(rows.visit_names().size() == 2);
}

TEST_CASE("Change rows: of a visit that is there twice the first row counts, both are named") {
    const ChangeRows rows =
        read_global({"a,base,X,4", "a,base,Y,1", "a,base,Z,0", "a,end,X,2", "a,end,X,3"});
    REQUIRE(rows.subjects().size() == 1);
    const SubjectVisits& a = rows.subjects()[0];
    CHECK(a.visits[0].line == 2);
    CHECK(a.visits[0].second == 3);  // the first of the repeats
    CHECK(a.visits[0].score.value() == Exact(4));
    CHECK(a.visits[1].line == 5);
    CHECK(a.visits[1].second == 6);
    CHECK(a.visits[1].score.value() == Exact(2));
}

TEST_CASE("Change rows: rows without a subject are counted, and the first is named") {
    const ChangeRows rows = read_global({"a,base,X,4", ",base,X,4", "  ,end,X,4", ",end,X,4"});
    CHECK(rows.nameless() == 3);
    CHECK(rows.first_nameless() == 3);
    CHECK(rows.subjects().size() == 1);
    CHECK(rows.visit_names().contains("end"));  // said of the table, not of a subject
    CHECK(read_global({"a,base,X,4"}).nameless() == 0);
}

TEST_CASE("Change rows: a thousand names of visits are remembered, and no more") {
    std::vector<std::string> lines;
    for (int i = 0; i < 1200; ++i) {
        const std::string digits = std::to_string(10'000 + i);
        lines.push_back("a,v" + digits + ",X,1");
        lines.push_back("b,v" + digits + ",X,1");
    }
    const ChangeRows rows = read_global(lines);
    CHECK(rows.visit_names().size() == 1000);
    CHECK(rows.visit_names().contains("v10999"));
    CHECK_FALSE(rows.visit_names().contains("v11000"));
}

TEST_CASE("Change rows: the columns of --by are carried along as they came, at each visit") {
    ChangeOptions options = two_visits();
    options.by = {"arm", "viga_ad_grade"};
    const ChangeRows rows =
        read(options, viga_ad::instrument, global, {"a,base, X ,4", "a,end,,2", "a,base,Z,1"});
    const SubjectVisits& a = rows.subjects()[0];
    CHECK(a.by[0] == std::vector<std::string>{" X ", "4"});
    CHECK(a.by[1] == std::vector<std::string>{"", "2"});
}

TEST_CASE("Change rows: every column that is missing is named by its option") {
    CHECK_THAT(trouble_of(two_visits(), "id,visit,viga_ad_grade"),
               ContainsSubstring("--subject: no column 'subject'"));
    CHECK_THAT(trouble_of(two_visits(), "subject,time,viga_ad_grade"),
               ContainsSubstring("--visit: no column 'visit'"));
    ChangeOptions options = two_visits();
    options.by = {"visit", "site"};
    CHECK_THAT(trouble_of(options, global), ContainsSubstring("--by: no column 'site'"));
    CHECK_THAT(trouble_of(two_visits(), "subject,visit"),
               ContainsSubstring("viga_ad needs the column 'viga_ad_grade'"));
    options = two_visits();
    options.maps = {"nonsense"};
    CHECK_THAT(trouble_of(options, global), ContainsSubstring("nonsense"));
    options = two_visits();
    options.tables = {"/no/such/table.csv"};
    CHECK_THAT(trouble_of(options, global), ContainsSubstring("/no/such/table.csv"));
}

TEST_CASE("Change rows: without names of its own a surface reads the settings' plain names") {
    ChangeOptions options = two_visits();
    options.names = {};
    CHECK(trouble_of(options, "id,visit,viga_ad_grade").starts_with("subject: no column"));
    options.map_file = "/no/such/file.map";
    CHECK(trouble_of(options, global).starts_with("map_file /no/such/file.map: cannot read"));
    options = two_visits();
    options.names = {};
    options.maps = {"arm=grade", "arm=grade"};
    CHECK_THAT(trouble_of(options, global), Equals("map says arm=grade twice"));
    options.maps = {"arm=grad"};
    CHECK(trouble_of(options, global).starts_with("map arm=grad: no item 'grad'"));
    options.maps = {};
    CHECK_THAT(trouble_of(options, "subject,visit"),
               ContainsSubstring("or map it with map COLUMN=viga_ad_grade"));
}

TEST_CASE("Change rows: the lines of rows behind cells with line breaks are counted") {
    const ChangeRows rows = read(two_visits(), viga_ad::instrument, global,
                                 {"a,base,X\nY\nZ,4", "b,base,X,3", "a,end,\n,2"});
    CHECK(rows.subjects()[0].visits[0].line == 2);
    CHECK(rows.subjects()[1].visits[0].line == 5);
    CHECK(rows.subjects()[0].visits[1].line == 6);
}

TEST_CASE("Change rows: subjects and rows are the same in blocks and chunks of any size") {
    std::vector<std::string> lines;
    for (int i = 0; i < 3000; ++i) {
        const std::string id = "s" + std::to_string(i % 1500);
        lines.push_back(id + (i < 1500 ? ",base,X," : ",end,X,") + std::to_string(i % 5));
    }
    const ChangeRows rows = read_global(lines);
    REQUIRE(rows.subjects().size() == 1500);
    std::size_t wrong = 0;
    std::size_t at = 0;
    for (const SubjectVisits& subject : rows.subjects()) {
        const auto i = static_cast<int>(at++);
        wrong += subject.id != "s" + std::to_string(i);
        wrong += !(subject.visits[0].score.value() == Exact(i % 5));
        wrong += !(subject.visits[1].score.value() == Exact(i % 5));
        wrong += subject.visits[1].line != at + 1501;
    }
    CHECK(wrong == 0);
}

TEST_CASE("Change rows: a sentence names the columns of the table and quotes its row") {
    ChangeOptions options = two_visits();
    options.maps = {"Grade=grade"};
    const ChangeRows rows = read(options, viga_ad::instrument, "subject,visit,Grade",
                                 {"a,base,7", "a,end,\"4", "b,base,"});
    const auto& a = rows.subjects()[0];
    CHECK_THAT(a.visits[0].note, Equals("Grade is \"7\" (allowed: 0, 1, 2, 3 or 4): correct it, or "
                                        "leave it blank if unknown."));
    CHECK_THAT(a.visits[1].note, ContainsSubstring("Grade is \"\"4\""));
    CHECK(a.visits[0].score.status == Status::invalid);
    CHECK_THAT(rows.subjects()[1].visits[0].note, ContainsSubstring("Grade is blank"));
}

TEST_CASE("Change rows: an area may be a percentage, alone or beside its grade") {
    ChangeOptions options = two_visits();
    std::string header = easi_header();
    const std::string area = "easi_head_neck_area";
    const std::size_t at = header.find(area);
    header.replace(at, area.size(), area + "_percent");
    const ChangeRows rows = read(options, easi::instrument, header,
                                 {easi_line("a,base,30,"), easi_line("a,end,30,", "x")});
    // 2 % is grade 1: 0.1 x 1 x 1.
    CHECK(rows.subjects()[0].visits[0].score.value() == 0.1_x);
    CHECK_THAT(rows.subjects()[0].visits[1].note,
               ContainsSubstring("easi_head_neck_erythema is \"x\""));
    header = easi_header() + "," + area + "_percent";
    const ChangeRows both = read(options, easi::instrument, header,
                                 {easi_line("a,base,30,") + ",50", easi_line("a,end,30,") + ",20"});
    CHECK_THAT(both.subjects()[0].visits[0].note,
               ContainsSubstring("easi_head_neck_area is \"2\", but easi_head_neck_area_percent "
                                 "\"50\" is grade 4"));
    CHECK(both.subjects()[0].visits[1].score.value() == 0.2_x);
}

TEST_CASE("Change rows: the age at each visit chooses the form, unless that at baseline does") {
    const std::vector<std::string> lines{easi_line("k,base,,95"), easi_line("k,end,,97"),
                                         easi_line("n,end,30,"), easi_line("m,base,,"),
                                         easi_line("m,end,30,")};
    ChangeOptions options = two_visits();
    ChangeRows rows = read(options, easi::instrument, easi_header(), lines);
    // A head counts 0.2 in a child and 0.1 from the 8th birthday.
    CHECK(rows.subjects()[0].visits[0].score.value() == 0.4_x);
    CHECK(rows.subjects()[0].visits[1].score.value() == 0.2_x);
    CHECK(rows.subjects()[1].visits[1].score.value() == 0.2_x);
    CHECK(rows.subjects()[2].visits[0].score.status == Status::missing);
    CHECK(rows.subjects()[2].visits[1].score.value() == 0.2_x);
    options.age_at = "baseline";
    rows = read(options, easi::instrument, easi_header(), lines);
    CHECK(rows.subjects()[0].visits[0].score.value() == 0.4_x);
    CHECK(rows.subjects()[0].visits[1].score.value() == 0.4_x);
    CHECK(rows.subjects()[0].visits[1].note.empty());
    CHECK(rows.subjects()[0].visits[1].age.millionths_of_month() == 95 * millionths_per_point);
    // Without a row or an age at baseline no form is chosen, and that is said of the later visit.
    CHECK(rows.subjects()[1].visits[1].score.status == Status::missing);
    CHECK_THAT(rows.subjects()[1].visits[1].note, Equals("the age at baseline chooses no form."));
    CHECK(rows.subjects()[1].visits[0].note.empty());
    CHECK(rows.subjects()[2].visits[1].score.status == Status::missing);
    CHECK_THAT(rows.subjects()[2].visits[0].note, ContainsSubstring("age_years is blank"));
}

TEST_CASE("Change rows: what is wrong at the later visit is said beside the age at baseline") {
    ChangeOptions options = two_visits();
    options.age_at = "baseline";
    const ChangeRows rows =
        read(options, easi::instrument, easi_header(),
             {easi_line("k,base,30,"), easi_line("k,end,30,", "x"), easi_line("n,end,30,", "x")});
    const std::string wrong =
        "easi_head_neck_erythema is \"x\" (allowed: 0, 1, 1.5, 2, 2.5 or 3): correct it, or leave "
        "it blank if unknown";
    CHECK_THAT(rows.subjects()[0].visits[1].note, Equals(wrong + "."));
    CHECK_THAT(rows.subjects()[1].visits[1].note,
               Equals(wrong + "; the age at baseline chooses no form."));
}

TEST_CASE("Change rows: a column that a mapping takes the place of is remarked") {
    ChangeOptions options = two_visits();
    options.maps = {"Grade=grade"};
    const ChangeRows rows =
        read(options, viga_ad::instrument, "subject,visit,Grade,viga_ad_grade", {"a,base,3,1"});
    REQUIRE(rows.remarks().size() == 1);
    CHECK_THAT(rows.remarks()[0], ContainsSubstring("'viga_ad_grade' is not read"));
    CHECK(rows.subjects()[0].visits[0].score.value() == Exact(3));
    CHECK(read_global({}).remarks().empty());
}

TEST_CASE("Change rows: a rounded age is said where it is looked at") {
    const std::vector<std::string> lines{easi_line("k,base,30.0000001,"),
                                         easi_line("k,end,30.1234567,")};
    ChangeOptions options = two_visits();
    ChangeRows rows = read(options, easi::instrument, easi_header(), lines);
    CHECK_THAT(rows.subjects()[0].visits[0].note, ContainsSubstring("\"30.0000001\", rounded"));
    CHECK_THAT(rows.subjects()[0].visits[1].note, ContainsSubstring("\"30.1234567\", rounded"));
    options.age_at = "baseline";
    rows = read(options, easi::instrument, easi_header(), lines);
    CHECK_THAT(rows.subjects()[0].visits[0].note, ContainsSubstring("\"30.0000001\", rounded"));
    CHECK(rows.subjects()[0].visits[1].note.empty());
    // An age that chooses no form, but the bands, is each visit's own.
    const std::string control =
        "subject,visit,age_years,recap_overall,recap_itch_days,recap_intense_itch_days,"
        "recap_sleep,recap_daily_activities,recap_mood_days,recap_acceptability";
    rows = read(options, recap::instrument, control,
                {"a,base,11,1,1,1,1,1,1,1", "a,end,12.1234567,1,1,1,1,1,1,1"});
    CHECK_THAT(rows.subjects()[0].visits[1].note, ContainsSubstring("\"12.1234567\", rounded"));
    CHECK(rows.subjects()[0].visits[1].age.millionths_of_month() > 144 * millionths_per_point);
}

TEST_CASE("Change rows: --age-at baseline is nothing to an instrument without forms by age") {
    ChangeOptions options = two_visits();
    options.age_at = "baseline";
    const ChangeRows rows = read(options, viga_ad::instrument, global, {"a,end,X,2"});
    CHECK(rows.subjects()[0].visits[1].score.value() == Exact(2));
    CHECK(rows.subjects()[0].visits[1].note.empty());
}

TEST_CASE("Change rows: a licensed table looks up the sums of both visits") {
    const testing::TemporaryFile table(
        "instrument,sum,score\npromis_itch_scratching_5,5,40.5\npromis_itch_scratching_5,10,50\n");
    ChangeOptions options = two_visits();
    options.tables = {table.path()};
    std::string header = "subject,visit";
    for_each_item(promis_itch_scratching_5::instrument.forms[0],
                  [&](std::size_t, std::size_t, const Item& item) {
                      header += ",promis_itch_scratching_5_" + std::string(item.id);
                  });
    const ChangeRows rows = read(options, promis_itch_scratching_5::instrument, header,
                                 {"a,base,2,2,2,2,2", "a,end,1,1,1,1,1", "b,base,2,2,2,2,3"});
    CHECK(rows.subjects()[0].visits[0].score.value() == Exact(50));
    CHECK(rows.subjects()[0].visits[1].score.value() == 40.5_x);
    CHECK(rows.subjects()[0].visits[0].note.empty());
    CHECK(rows.subjects()[1].visits[0].score.status == Status::needs_data);
    CHECK_THAT(rows.subjects()[1].visits[0].note, ContainsSubstring("the sum 11 "));
}
