// SPDX-License-Identifier: BSL-1.0
// Which column holds which item: by its name, by a map, and why not.
#include "eczscore/table/columns.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments/dlqi.hpp"
#include "eczscore/instruments/easi.hpp"
#include "eczscore/instruments/poem.hpp"
#include "eczscore/instruments/viga_ad.hpp"
#include "table/change_tables.hpp"
#include "temporary.hpp"

using namespace eczscore;
using Catch::Matchers::ContainsSubstring;
using eczscore::testing::cells_of;
using eczscore::testing::TemporaryFile;
using table::no_column;

namespace {

constexpr table::SettingNames as_options{.before = "--", .between = '-'};

const std::string poem_columns =
    "poem_itch,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,poem_dryness";

tl::expected<table::ColumnPlan, std::string> find(std::string_view header,
                                                  const std::vector<const Instrument*>& instruments,
                                                  const std::vector<table::MapEntry>& map = {}) {
    return table::find_columns(cells_of(header), instruments, map, as_options);
}

/// Why the columns are not found; empty where they are.
std::string refusal(std::string_view header, const std::vector<const Instrument*>& instruments,
                    const std::vector<table::MapEntry>& map = {}) {
    const auto found = find(header, instruments, map);
    return found ? std::string() : found.error();
}

std::string wrong_map(const std::vector<std::string>& options, const std::string& file = "") {
    const auto map = table::read_map(options, file, as_options);
    return map ? std::string() : map.error().sentence;
}

}  // namespace

TEST_CASE("Columns: found by their names in any order, other columns do not matter") {
    const std::vector<std::string> names = cells_of(poem_columns);
    for (std::size_t turn = 0; turn < names.size(); ++turn) {  // every rotation
        std::string header = "subject";
        for (std::size_t i = 0; i < names.size(); ++i)
            header += "," + names[(i + turn) % names.size()];
        const auto plan = find(header, {&poem::instrument});
        REQUIRE(plan.has_value());
        REQUIRE(plan->instruments.size() == 1);
        CHECK(plan->instruments[0].instrument == &poem::instrument);
        REQUIRE(plan->instruments[0].items.size() == 7);
        for (std::size_t i = 0; i < 7; ++i) {
            CHECK(plan->instruments[0].items[i].value == 1 + (i + 7 - turn) % 7);
            CHECK(plan->instruments[0].items[i].percent == no_column);
            CHECK(plan->instruments[0].items[i].found());
        }
        CHECK_FALSE(plan->instruments[0].age.found());
        CHECK(plan->remarks.empty());
    }
}

TEST_CASE("Columns: a missing one is named with the nearest, and the others are counted") {
    CHECK(refusal("viga_ad_grad", {&viga_ad::instrument}) ==
          "viga_ad needs the column 'viga_ad_grade', which the table does not have; the nearest is "
          "'viga_ad_grad'. Rename the column, or map it with --map COLUMN=viga_ad_grade");
    CHECK_THAT(refusal("poem_itch", {&poem::instrument}),
               ContainsSubstring("; 5 more missing: poem_bleeding poem_weeping poem_cracking "
                                 "poem_flaking ..."));
    CHECK_THAT(refusal("poem_itch,poem_sleep", {&poem::instrument}),
               ContainsSubstring("; 4 more missing: poem_weeping poem_cracking poem_flaking "
                                 "poem_dryness. "));
}

TEST_CASE("Columns: a needed one that is there twice is refused, another one is not") {
    CHECK(refusal(poem_columns + ",poem_itch", {&poem::instrument}) ==
          "the column 'poem_itch' appears twice, as columns 1 and 8: rename one of them");
    CHECK(refusal(poem_columns + ",x,x", {&poem::instrument}).empty());
}

TEST_CASE("Columns: a map gives an item its column, under every name that the item has") {
    for (const char* item : {"grade", "viga_ad_grade"}) {
        const auto plan = find("a,b", {&viga_ad::instrument}, {{"b", item}});
        REQUIRE(plan.has_value());
        CHECK(plan->instruments[0].items[0].value == 1);
    }
    // A bare key is clear only where one instrument is asked for.
    CHECK(refusal(poem_columns + ",b", {&poem::instrument, &viga_ad::instrument},
                  {{"b", "viga_ad_grade"}})
              .empty());
    CHECK_THAT(
        refusal(poem_columns + ",b", {&poem::instrument, &viga_ad::instrument}, {{"b", "grade"}}),
        ContainsSubstring("--map b=grade: no item 'grade'; the nearest is "));
}

TEST_CASE("Columns: a column that a map takes the place of is remarked, and not read") {
    const auto plan = find("viga_ad_grade,b", {&viga_ad::instrument}, {{"b", "grade"}});
    REQUIRE(plan.has_value());
    CHECK(plan->instruments[0].items[0].value == 1);
    CHECK(plan->remarks == std::vector<std::string>{
                               "the column 'viga_ad_grade' is not read: --map takes 'b' instead"});
    CHECK(find("viga_ad_grade", {&viga_ad::instrument}, {{"viga_ad_grade", "grade"}})
              ->remarks.empty());
}

TEST_CASE("Columns: maps that contradict each other or the table are refused") {
    const std::vector<const Instrument*> one{&poem::instrument};
    const std::string header = poem_columns + ",b,c,c";
    CHECK(refusal(header, one, {{"x", "itch"}}).starts_with("--map x=itch: no column 'x'"));
    CHECK(refusal(header, one, {{"c", "itch"}}) ==
          "--map c=itch: the column 'c' appears twice: rename one of them");
    CHECK(refusal(header, one, {{"b", "itsh"}}) ==
          "--map b=itsh: no item 'itsh'; the nearest is 'itch'");
    CHECK(refusal(header, one, {{"b", "itch"}, {"b", "itch"}}) == "--map says b=itch twice");
    CHECK(refusal(header, one, {{"b", "itch"}, {"b", "sleep"}}) ==
          "the column 'b' is mapped twice, to 'itch' and to 'sleep': a column holds one item");
    CHECK(refusal(header + ",d", one, {{"b", "itch"}, {"d", "poem_itch"}}) ==
          "'poem_itch' is mapped from two columns, 'b' and 'd': keep one");
    // A column that a map takes for another item is not taken again by its name.
    CHECK_THAT(refusal(poem_columns, one, {{"poem_sleep", "itch"}}),
               ContainsSubstring("the column 'poem_sleep', which --map takes for another item"));
}

TEST_CASE("Columns: a grade may come from its percentage, and an age is found where it is") {
    std::string header = "age_months";
    for_each_item(easi::instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        header += ",easi_" + std::string(item.id);
        if (item.from_percent != nullptr) header += "_percent";
    });
    const auto plan = find(header, {&easi::instrument});
    REQUIRE(plan.has_value());
    std::size_t graded = 0;
    for_each_item(easi::instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
        const table::ItemColumns& here = plan->instruments[0].items[i];
        const bool is_graded = item.from_percent != nullptr;
        graded += is_graded;
        CHECK(here.value == (is_graded ? no_column : i + 1));
        CHECK(here.percent == (is_graded ? i + 1 : no_column));
    });
    CHECK(graded == 4);
    CHECK(plan->instruments[0].age.months == 0);
    CHECK(plan->instruments[0].age.years == no_column);
    CHECK_THAT(refusal(header.substr(header.find(',') + 1), {&easi::instrument}),
               ContainsSubstring("easi needs the column 'age_years'"));
}

TEST_CASE("Columns: a cell without a column is blank") {
    const std::string_view cells[] = {"a", "b"};
    CHECK(table::cell_at(cells, 1) == "b");
    CHECK(table::cell_at(cells, no_column).empty());
}

TEST_CASE("Columns: one column by its exact name") {
    const std::vector<std::string> header = cells_of("a,b,b");
    CHECK(table::find_column(header, "a").value() == 0);
    CHECK(table::find_column(header, "b").error() ==
          "the column 'b' appears twice: rename one of them");
    CHECK(table::find_column(header, "A").error() ==
          "no column 'A' in the table; the nearest is 'a'");
    CHECK(table::find_column({}, "a").error() == "no column 'a' in the table");
}

TEST_CASE("Maps: options first, then the file; comments, blanks and a last = that divides") {
    const TemporaryFile file(
        "\xef\xbb\xbf# mine\r\n A = easi_trunk_area # here\r\n\r\nx=y=z\nlast=w");
    const auto map = table::read_map(std::vector<std::string>{"o=p", " q = r "}, file.path());
    REQUIRE(map.has_value());
    std::string all;
    for (const table::MapEntry& entry : *map) all += entry.column + ">" + entry.item + ";";
    CHECK(all == "o>p;q>r;A>easi_trunk_area;x=y>z;last>w;");
    CHECK(table::read_map({}, "")->empty());
}

TEST_CASE(
    "Maps: what is no mapping is quoted with its place, and a file that cannot be read says so") {
    const std::string remedy =
        " is no mapping: write COLUMN=ITEM, for example AREA_TRUNK=easi_trunk_area";
    for (const char* text : {"a", "=a", "a=", " = ", ""})
        CHECK(wrong_map({text}) == "--map: '" + std::string(text) + "'" + remedy);
    const TemporaryFile file("a=b\n\nc\n");
    CHECK(wrong_map({}, file.path()) == file.path() + ":3: 'c'" + remedy);
    const auto absent = table::read_map({}, file.path() + ".no", as_options);
    REQUIRE_FALSE(absent.has_value());
    CHECK(absent.error().cause == table::Failure::Cause::file);
    CHECK_THAT(absent.error().sentence, ContainsSubstring(": cannot read: No such file"));
}
