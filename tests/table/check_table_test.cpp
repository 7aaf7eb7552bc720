// SPDX-License-Identifier: BSL-1.0
// What edit checks find in a header, rows into visits, and days and dates.
// Covers: table/check_options.hpp
#include "eczscore/table/check_table.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments/poem.hpp"
#include "eczscore/instruments/viga_ad.hpp"
#include "table/change_tables.hpp"
#include "table/visits.hpp"

using namespace eczscore;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using eczscore::testing::cells_of;
using table::CheckOptions;
using table::CheckTable;
using table::no_column;

namespace {

const std::string poem_columns =
    "poem_itch,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,poem_dryness";

/// Instruments to look for, and the columns of subject, visit and day.
CheckOptions asked(std::vector<std::string> ids, std::string subject = "", std::string visit = "",
                   std::string when = "") {
    CheckOptions options;
    options.ids = std::move(ids);
    options.subject = std::move(subject);
    options.visit = std::move(visit);
    options.when = std::move(when);
    return options;
}
CheckOptions mapped(std::vector<std::string> maps) {
    CheckOptions options;
    options.maps = std::move(maps);
    return options;
}

CheckTable opened(const std::string& header, CheckOptions options = {}) {
    options.names = {.before = "--", .between = '-'};
    CheckTable table;
    const table::Failure trouble = table.open(options, cells_of(header));
    CAPTURE(trouble.sentence);
    REQUIRE(trouble.empty());
    return table;
}

std::string refusal(const std::string& header, CheckOptions options = {}) {
    options.names = {.before = "--", .between = '-'};
    CheckTable table;
    return table.open(options, cells_of(header)).sentence;
}

table::checks::Visit visit_of(CheckTable& table, std::string_view line, std::uint64_t number) {
    const std::vector<std::string> cells = cells_of(line);
    return testing::visit_of(table, std::vector<std::string_view>(cells.begin(), cells.end()),
                             number);
}

/// `YYYY-MM-DD`.
std::string date(int year, int month, int day) {
    const auto padded = [](int number, std::size_t width) {
        const std::string digits = std::to_string(number);
        return std::string(width - digits.size(), '0') + digits;
    };
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

int days_in(int month, int year) {
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month == 2) return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace

TEST_CASE("Days: every date of nine hundred years is one day after the one before",
          "[exhaustive]") {
    std::int64_t days = -134774;  // 1601-01-01; 1970-01-01 is 0, as the last line checks
    std::size_t wrong = 0;
    std::int64_t epoch = 1;
    for (int year = 1601; year <= 2500; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; day <= 31; ++day) {
                bool is_date = false;
                const std::string text = date(year, month, day);
                const Answer found = table::day_answer(text, is_date);
                if (day > days_in(month, year)) {
                    wrong += is_date || found.is_value() || found.is_missing();
                    continue;
                }
                if (text == "1970-01-01") epoch = days;
                wrong += !is_date || found != Answer(days) || table::date_text(days) != text;
                ++days;
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(epoch == 0);
    CHECK(table::date_text(-719528) == "0000-01-01");
}

TEST_CASE("Days: a number is one, a time after a date is not looked at, all else is unreadable") {
    bool is_date = true;
    CHECK(table::day_answer(" 28 ", is_date) == Answer(28));
    CHECK_FALSE(is_date);
    CHECK(table::day_answer("-1.5", is_date) == Answer(Exact::ratio(-3, 2)));
    CHECK(table::day_answer("", is_date).is_missing());
    CHECK_FALSE(is_date);
    for (const std::string_view text : {"1970-01-02", "1970-01-02T10:00", "1970-01-02 noon"}) {
        CHECK(table::day_answer(text, is_date) == Answer(1));
        CHECK(is_date);
    }
    for (const std::string_view text :
         {"1970-01-02x", "1970-01-0", "1970-1-02", "02.01.1970", "1970/01/02", "197x-01-02",
          "1970-0x-02", "1970-01-x2", "1970-00-02", "1970-13-02", "1970-01-00"}) {
        CAPTURE(text);
        const Answer found = table::day_answer(text, is_date);
        CHECK_FALSE(found.is_value());
        CHECK_FALSE(found.is_missing());
        CHECK_FALSE(is_date);
    }
}

TEST_CASE("Check table: instruments are found by their columns, those asked for must be there") {
    const CheckTable both = opened("subject,visit," + poem_columns + ",viga_ad_grade");
    REQUIRE(both.layout().size() == 2);
    CHECK(both.sources().size() == 2);
    CHECK(both.has_subject());
    CHECK(both.remarks().empty());
    CHECK(both.header().size() == 10);
    const CheckTable one =
        opened("subject,visit," + poem_columns + ",viga_ad_grade", asked({"vIGA-AD"}));
    REQUIRE(one.layout().size() == 1);
    CHECK(one.layout()[0].instrument == &viga_ad::instrument);
    CHECK(one.sources()[0].items.items[0].value == 9);
    CHECK_THAT(refusal("subject", asked({"poem"})), StartsWith("poem needs the column"));
    CHECK_THAT(refusal("subject", asked({"peom"})), StartsWith("no instrument 'peom'"));
    CHECK(refusal(poem_columns, asked({"poem", "POEM"})) == "--instrument names 'POEM' twice");
    CHECK_THAT(refusal("subject,visit"), StartsWith("no instrument has all its columns"));
}

TEST_CASE("Check table: columns of an instrument that lacks others are remarked") {
    const CheckTable table = opened("subject,visit,viga_ad_grade,poem_itch");
    REQUIRE(table.layout().size() == 1);
    REQUIRE(table.remarks().size() == 1);
    CHECK_THAT(table.remarks()[0], StartsWith("not read: poem needs the column 'poem_sleep'"));
}

TEST_CASE("Check table: subject, visit and day by their usual names, or as asked") {
    CHECK(opened("viga_ad_grade").remarks() ==
          std::vector<std::string>{"no column 'subject' (--subject COLUMN): nothing is checked "
                                   "across visits"});
    CHECK(opened("subject,viga_ad_grade").remarks() ==
          std::vector<std::string>{"no column 'visit' (--visit COLUMN): visits twice or out of "
                                   "order are not found"});
    CHECK(opened("subject,visit,viga_ad_grade").when() == no_column);
    std::size_t place = 0;
    std::string header = "subject,visit,viga_ad_grade";  // each name comes before the last
    for (const char* name :
         {"visit_day", "visitnum", "visit_number", "day", "study_day", "date", "visit_date"}) {
        header += std::string(",") + name;
        ++place;
        CHECK(opened(header).when() == 2 + place);
    }
    const CheckTable named = opened("s,v,w,date,viga_ad_grade", asked({}, "s", "v", "w"));
    CHECK(named.when() == 2);
    CHECK(named.has_subject());
    CHECK_THAT(refusal("viga_ad_grade", asked({}, "s")), StartsWith("--subject: no column 's'"));
    CHECK_THAT(refusal("viga_ad_grade", asked({}, "", "s")), StartsWith("--visit: no column 's'"));
    CHECK_THAT(refusal("viga_ad_grade", asked({}, "", "", "s")),
               StartsWith("--when: no column 's'"));
    CHECK_THAT(refusal("subject,subject,viga_ad_grade"), ContainsSubstring("appears twice"));
}

TEST_CASE("Check table: a typed total is found beside items, or stands for them") {
    const CheckTable beside = opened("subject,visit," + poem_columns + ",poem_total");
    REQUIRE(beside.sources().size() == 1);
    CHECK(beside.sources()[0].typed == 9);
    CHECK(beside.layout()[0].has_items);
    const CheckTable alone = opened("subject,visit,easi_score,age_years");
    REQUIRE(alone.sources().size() == 1);
    CHECK_FALSE(alone.layout()[0].has_items);
    CHECK(alone.sources()[0].typed == 2);
    CHECK(alone.age().years == 3);
}

TEST_CASE("Check table: a map is about an instrument of the registry") {
    const CheckTable table = opened("subject,visit,g", mapped({"g=viga_ad_grade"}));
    REQUIRE(table.sources().size() == 1);
    CHECK(table.sources()[0].items.items[0].value == 2);
    CHECK(
        refusal("subject,visit,g", mapped({"g=grade"})) ==
        "--map g=grade: no instrument has the item 'grade' (INSTRUMENT_ITEM, or --instrument ID)");
    CHECK_THAT(refusal("g", mapped({"g"})), StartsWith("--map: 'g' is no mapping"));
}

TEST_CASE("Check table: a row is the visit that it says") {
    CheckTable table = opened("subject,visit,date,age_years,viga_ad_grade,viga_ad_total");
    const auto visit = visit_of(table, " s1 , week 4 ,2024-02-29,31,3,3.50", 7);
    CHECK(visit.subject == "s1");
    CHECK(visit.name == "week 4");
    CHECK(visit.line == 7);
    CHECK(visit.when == Answer(19782));
    CHECK(visit.age.millionths_of_month() == 31 * 12 * millionths_per_point);
    REQUIRE(visit.assessments.size() == 1);
    CHECK(visit.assessments[0].answers == std::vector<Answer>{Answer(3)});
    CHECK(visit.assessments[0].score.value() == Exact(3));
    CHECK(visit.assessments[0].typed.value == Answer(Exact::ratio(7, 2)));
    CHECK(visit.assessments[0].typed.places == 2);
    CHECK(table.has_dates());
    CHECK(table.unreadable_days() == 0);
}

TEST_CASE("Check table: days that are neither a number nor a date are counted, blanks are not") {
    CheckTable table = opened("subject,visit,day,viga_ad_grade");
    CHECK(visit_of(table, "s,a,,3", 2).when.is_missing());
    CHECK(visit_of(table, "s,b,5,3", 3).when == Answer(5));
    CHECK_FALSE(visit_of(table, "s,c,soon,3", 4).when.is_value());
    CHECK_FALSE(visit_of(table, "s,d,later,3", 5).when.is_value());
    CHECK(table.unreadable_days() == 2);
    CHECK(table.first_unreadable_day() == 4);
    CHECK_FALSE(table.has_dates());
}
