// SPDX-License-Identifier: BSL-1.0
// Findings of edit checks in words: the columns, the values as they were written, the sentence.
#include "eczscore/table/finding_text.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch_compat.hpp"
#include "table/change_tables.hpp"

using namespace eczscore;
using eczscore::testing::cells_of;
using table::checks::Fact;
using table::checks::Finding;

namespace {

Finding finding_of(Text sentence, std::vector<Fact> facts) {
    Finding finding;
    finding.sentence = sentence;
    finding.facts = std::move(facts);
    return finding;
}

/// The words of a finding, with the cells of its row or without.
table::FindingText words(const table::CheckTable& table, const Finding& finding,
                         std::string_view line = {}) {
    if (line.empty()) return table::finding_text(table, finding);
    const std::vector<std::string> cells = cells_of(line);
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    return table::finding_text(table, finding, views);
}

table::CheckTable opened(const std::string& header) {
    table::CheckTable table;
    REQUIRE(table.open({}, cells_of(header)).empty());
    return table;
}

const std::string grades = "subject,visit,viga_ad_grade,viga_ad_total,age_months,date";

}  // namespace

TEST_CASE("Finding: an item, a typed total and a score are named by their columns") {
    const table::CheckTable table = opened(grades);
    const Finding finding = finding_of("{0} beside {1}, {2} and {v2}",
                                       {{.kind = Fact::Kind::item, .value = 3},
                                        {.kind = Fact::Kind::typed, .value = Exact::ratio(7, 2)},
                                        {.kind = Fact::Kind::score, .value = 3}});
    const table::FindingText without = words(table, finding);
    CHECK(without.columns == "viga_ad_grade; viga_ad_total; viga_ad_score");
    CHECK(without.values == "3; 3.5; 3");
    CHECK(without.sentence ==
          "viga_ad_grade is 3 beside viga_ad_total is 3.5, viga_ad_score is 3 and 3.");
    // With the row the cells are shown as they were written.
    const table::FindingText with = words(table, finding, "s,v, 3.0 ,3.50,,");
    CHECK(with.values == "3.0; 3.50; 3");
    CHECK(with.sentence ==
          "viga_ad_grade is 3.0 beside viga_ad_total is 3.50, viga_ad_score is 3 and 3.");
}

TEST_CASE("Finding: a value of another line says its visit and line") {
    const table::CheckTable table = opened(grades);
    const Finding finding =
        finding_of("{0} after {v1}",
                   {{.kind = Fact::Kind::item, .value = 1},
                    {.kind = Fact::Kind::item, .value = 4, .line = 12, .visit = "base\nline"}});
    const table::FindingText text = words(table, finding, "s,v,1,,,");
    CHECK(text.sentence == "viga_ad_grade is 1 after 4 at base line (line 12).");
    CHECK(text.values == "1; 4");
}

TEST_CASE("Finding: a blank, and a cell that needs quotes") {
    const table::CheckTable table = opened(grades);
    const Finding finding = finding_of("{0}", {{.kind = Fact::Kind::item}});
    CHECK(words(table, finding, "s,v,,,,").sentence == "viga_ad_grade is blank.");
    CHECK(words(table, finding, "s,v,,,,").values == "NA");
    CHECK(words(table, finding, "s,v,A b,,,").sentence == "viga_ad_grade is \"A b\".");
    CHECK(words(table, finding, "s,v,\x1b[1m,,,").sentence ==
          "viga_ad_grade is \"\xef\xbf\xbd[1m\".");
    const std::string many(41, '1');
    CHECK(words(table, finding, "s,v," + many + ",,,").sentence ==
          "viga_ad_grade is \"" + many.substr(1) + "...\" (41 characters).");
    CHECK(words(table, finding, "s,v," + many.substr(1) + ",,,").sentence ==
          "viga_ad_grade is " + many.substr(1) + ".");
}

TEST_CASE("Finding: ages in the unit of their column, days as dates where the table has dates") {
    table::CheckTable table = opened(grades);
    const Finding finding =
        finding_of("{0}; {1}", {{.kind = Fact::Kind::age, .value = Exact::ratio(5, 2)},
                                {.kind = Fact::Kind::when, .value = 19782}});
    CHECK(words(table, finding).sentence == "age_months is 30; date is 19782.");
    (void)table.day("2024-02-29", 2);
    CHECK(words(table, finding).sentence == "age_months is 30; date is 2024-02-29.");
    const table::CheckTable years = opened("subject,visit,viga_ad_grade,age_years");
    CHECK(words(years, finding_of("{0}", {finding.facts[0]})).sentence == "age_years is 2.5.");
}

TEST_CASE("Finding: numbers, instruments and allowed values are words without a column") {
    const table::CheckTable table = opened(grades);
    const Finding finding = finding_of("{0} of {1}: {2}; {7}",
                                       {{.kind = Fact::Kind::number, .value = Exact::ratio(1, 4)},
                                        {.kind = Fact::Kind::instrument},
                                        {.kind = Fact::Kind::allowed}});
    const table::FindingText text = words(table, finding);
    CHECK(text.columns.empty());
    CHECK(text.values.empty());
    CHECK(text.sentence == "0.25 of viga_ad: 0, 1, 2, 3 or 4; .");
}

TEST_CASE("Finding: a grade from a percentage shows what was written, one or both") {
    std::string header = "subject,visit,age_years";
    for (const char* region : {"head_neck", "upper_limbs", "trunk", "lower_limbs"}) {
        for (const char* item :
             {"erythema", "edema_papulation", "excoriation", "lichenification", "area"})
            header += std::string(",easi_") + region + "_" + item;
    }
    const table::CheckTable table = opened(header + ",easi_head_neck_area_percent");
    const Finding finding = finding_of("{0}", {{.kind = Fact::Kind::item, .item = 4, .value = 2}});
    const auto line = [&](const std::string& grade, const std::string& percent) {
        std::string text = "s,v,30,0,0,0,0," + grade;
        for (int i = 0; i < 15; ++i) text += ",0";
        return text + "," + percent;
    };
    CHECK(words(table, finding).sentence == "easi_head_neck_area is 2.");
    CHECK(words(table, finding, line("2", "")).sentence == "easi_head_neck_area is 2.");
    CHECK(words(table, finding, line("", "15")).sentence == "easi_head_neck_area_percent is 15.");
    CHECK(words(table, finding, line("2", "15")).sentence ==
          "easi_head_neck_area is 2 and easi_head_neck_area_percent is 15.");
    CHECK(words(table, finding, line("", "")).values == "NA");
}
