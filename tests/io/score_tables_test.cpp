// SPDX-License-Identifier: BSL-1.0
// Files of licensed tables: what is taken, in which order, and what is refused with its place.
#include "catch_compat.hpp"

#include <eczscore/io/score_tables.hpp>

#include <string>

using namespace eczscore;
using namespace eczscore::io;

namespace {

/// What adding the text says; empty when it was taken.
std::string add(ScoreTables& tables, std::string_view text) {
    auto reader = CsvReader::open(csv_memory(text));
    REQUIRE(reader.has_value());
    const auto added = tables.add(*reader, "t.csv");
    return added ? std::string() : added.error();
}
std::string refusal(std::string_view text) {
    ScoreTables tables;
    return add(tables, text);
}

}  // namespace

TEST_CASE("Licensed tables: rows of several instruments in any order, found by their sum") {
    ScoreTables tables;
    CHECK(add(tables,
              "score,note,sum,standard_error,instrument\n"
              "61.5,x,9,2.25,promis\n"
              "-0.594,,33333,,eq5d\n"
              "38.25,,8, ,promis\n"
              "1,,11111,.,eq5d\n")
              .empty());
    CHECK(tables.instruments() == std::vector<std::string>{"eq5d", "promis"});
    const ScoreTable promis = tables.table("promis");
    REQUIRE(promis.rows.size() == 2);
    CHECK(promis.rows[0].sum == 8);
    CHECK(promis.find(8)->value == Exact::ratio(153, 4));
    CHECK(promis.find(8)->standard_error == Exact(0));
    CHECK(promis.find(9)->standard_error == Exact::ratio(9, 4));
    CHECK(promis.find(7) == nullptr);
    CHECK(promis.find(10) == nullptr);
    CHECK(tables.table("eq5d").find(33333)->value == Exact::ratio(-594, 1000));
    CHECK(tables.table("poem").rows.empty());
}

TEST_CASE("Licensed tables: a second file adds rows, and a sum is there once") {
    ScoreTables tables;
    CHECK(add(tables, "instrument,sum,score\n a ,3,30\n").empty());
    CHECK(add(tables, "instrument,sum,score\na,2,20\nb,3,31\n").empty());
    CHECK(tables.table("a").rows.size() == 2);
    CHECK(tables.table("a").rows[0].sum == 2);
    CHECK(add(tables, "instrument,sum,score\na,1,10\na,3,33\n") ==
          "t.csv:3: the sum 3 of a is there twice");
    CHECK(refusal("instrument,sum,score\na,3,30\na,3,30\na,x,1\n") ==
          "t.csv:3: the sum 3 of a is there twice");
}

TEST_CASE(
    "Licensed tables: an id is the same in other letters, with blanks, hyphens or underscores") {
    ScoreTables tables;
    CHECK(add(tables, "instrument,sum,score\nA_form 8-a,3,30\na-Form_8a,2,20\n").empty());
    CHECK(tables.table("a_form_8a").rows.size() == 2);
    CHECK(tables.table("aform8a").find(3)->value == Exact(30));
    CHECK(tables.table("a_form_8b").rows.empty());
}

TEST_CASE("Licensed tables: a column that is not there is named") {
    const std::string rest = "'; a table file has the columns instrument,sum,score,standard_error";
    CHECK(refusal("sum,score\n3,1\n") == "t.csv: no column 'instrument" + rest);
    CHECK(refusal("instrument,score\na,1\n") == "t.csv: no column 'sum" + rest);
    CHECK(refusal("instrument,sum\na,1\n") == "t.csv: no column 'score" + rest);
}

TEST_CASE("Licensed tables: a cell that is no number is quoted with its line") {
    const std::string head = "instrument,sum,score,standard_error\n";
    CHECK(refusal(head + "a,1,2,\n ,2,3,\n") == "t.csv:3: the column 'instrument' is blank");
    CHECK(refusal(head + "a,,2,\n") == "t.csv:2: sum is '': write a whole number");
    CHECK(refusal(head + "a,1.5,2,\n") == "t.csv:2: sum is '1.5': write a whole number");
    const std::string score = ": write a number with a decimal point and up to six places";
    CHECK(refusal(head + "a,1,,\n") == "t.csv:2: score is ''" + score);
    CHECK(refusal(head + "a,1,x,\n") == "t.csv:2: score is 'x'" + score);
    CHECK(refusal(head + "a,1,0.1234567,\n") == "t.csv:2: score is '0.1234567'" + score);
    CHECK(refusal(head + "a,1,2,x\n") ==
          "t.csv:2: standard_error is 'x': write a number, or leave it blank");
    CHECK(refusal(head + "a,1,2,NA\n").empty());
}

TEST_CASE("Licensed tables: an error of the reader is said with its place") {
    CHECK(refusal("instrument,sum,score\na,1\n") ==
          "t.csv:2:4: 2 cells in this row, but the header has 3 columns: add the "
          "missing "
          "delimiters");
}
