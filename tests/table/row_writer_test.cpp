// SPDX-License-Identifier: BSL-1.0
// Rows in five formats, byte for byte.
#include "eczscore/table/row_writer.hpp"

#include <cstddef>
#include <cstdio>
#include <memory>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "catch_compat.hpp"

using namespace eczscore;
using table::Cell;
using table::Format;
using table::RowWriter;

namespace {

/// What `write` writes in a format.
template <class Write>
std::string written(Format format, std::vector<std::string> columns, Write write) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::tmpfile(), &std::fclose);
    REQUIRE(file != nullptr);
    {
        io::CsvWriter out(::fileno(file.get()));
        RowWriter rows(out, format, std::move(columns));
        write(rows);
        REQUIRE(out.flush() == 0);
    }
    std::string text(static_cast<std::size_t>(::lseek(::fileno(file.get()), 0, SEEK_END)), '\0');
    REQUIRE(::pread(::fileno(file.get()), text.data(), text.size(), 0) ==
            static_cast<ssize_t>(text.size()));
    return text;
}

void two_rows(RowWriter& rows) {
    rows.row(
        std::vector<Cell>{{"a,b"}, {"1.5", Cell::Kind::number}, {"007", Cell::Kind::as_found}});
    rows.row(
        std::vector<Cell>{{"say \"x\""}, {"", Cell::Kind::number}, {"7", Cell::Kind::as_found}});
    rows.finish();
}

}  // namespace

TEST_CASE("Rows: the same two rows in every format") {
    const std::vector<std::string> columns{"t", "n", "f"};
    CHECK(written(Format::csv, columns, two_rows) ==
          "t,n,f\n\"a,b\",1.5,007\n\"say \"\"x\"\"\",,7\n");
    CHECK(written(Format::tsv, columns, two_rows) ==
          "t\tn\tf\na,b\t1.5\t007\n\"say \"\"x\"\"\"\t\t7\n");
    CHECK(written(Format::json, columns, two_rows) ==
          "[\n{\"t\":\"a,b\",\"n\":1.5,\"f\":\"007\"},\n"
          "{\"t\":\"say \\\"x\\\"\",\"n\":null,\"f\":\"7\"}\n]\n");
    CHECK(written(Format::ndjson, columns, two_rows) ==
          "{\"t\":\"a,b\",\"n\":1.5,\"f\":\"007\"}\n"
          "{\"t\":\"say \\\"x\\\"\",\"n\":null,\"f\":\"7\"}\n");
    // 007 is a text, so that its column is set flush left.
    CHECK(written(Format::table, columns, two_rows) ==
          "t          n  f\na,b      1.5  007\nsay \"x\"       7\n");
}

TEST_CASE("Rows: without any there is a header, an empty array, or nothing") {
    const auto none = [](RowWriter& rows) { rows.finish(); };
    CHECK(written(Format::csv, {"a", "b"}, none) == "a,b\n");
    CHECK(written(Format::tsv, {"a", "b"}, none) == "a\tb\n");
    CHECK(written(Format::json, {"a"}, none) == "[]\n");
    CHECK(written(Format::ndjson, {"a"}, none).empty());
    CHECK(written(Format::table, {"a", "b"}, none) == "a  b\n");
}

TEST_CASE("Rows: where the input failed an array stays open, and a table is written") {
    const auto stopped = [](RowWriter& rows) {
        rows.row(std::vector<Cell>{{"x"}});
        rows.stop();
    };
    CHECK(written(Format::json, {"a"}, stopped) == "[\n{\"a\":\"x\"}");
    CHECK(written(Format::table, {"a"}, stopped) == "a\nx\n");
}

TEST_CASE("Rows: columns of one name have keys of their own in JSON alone") {
    const auto one = [](RowWriter& rows) {
        rows.row(std::vector<Cell>{{"x"}, {"y"}});
        rows.finish();
    };
    CHECK(written(Format::ndjson, {"a", "a"}, one) == "{\"a\":\"x\",\"a_2\":\"y\"}\n");
    CHECK(written(Format::csv, {"a", "a"}, one) == "a,a\nx,y\n");
}

TEST_CASE("Rows: bytes that are no UTF-8 are replaced and counted in JSON, and kept in CSV") {
    for (const Format format : {Format::csv, Format::ndjson}) {
        table::ReplacedCells replaced;
        const std::string text = written(format, {"a", "b"}, [&](RowWriter& rows) {
            rows.row(std::vector<Cell>{{"x"}, {"y"}});
            rows.row(std::vector<Cell>{{"x"}, {"\xff"}});
            rows.row(std::vector<Cell>{{"\xfe"}, {"\xff"}});
            replaced = rows.replaced();
        });
        const bool is_json = format == Format::ndjson;
        CHECK((text.find('\xff') == std::string::npos) == is_json);
        CHECK(replaced.cells == (is_json ? 3 : 0));
        CHECK(replaced.row == (is_json ? 2 : 0));
        CHECK(replaced.column == (is_json ? "b" : ""));
    }
    CHECK(table::replaced_sentence({.cells = 1, .row = 2, .column = "b"}) ==
          "1 cell is not UTF-8 text, the first in row 2, column 'b': in JSON U+FFFD stands for the "
          "wrong bytes");
    CHECK(
        table::replaced_sentence({.cells = 3, .row = 2, .column = "b"}).starts_with("3 cells are"));
}

TEST_CASE("Rows: the widths of a table are those of its first rows, a longer cell later juts out") {
    const std::string text = written(Format::table, {"a", "b"}, [](RowWriter& rows) {
        for (std::size_t i = 0; i < RowWriter::rows_measured; ++i)
            rows.row(std::vector<Cell>{{"xx"}, {"y"}});
        rows.row(std::vector<Cell>{{"xxxx"}, {"y"}});
        rows.finish();
    });
    CHECK(text.starts_with("a   b\nxx  y\n"));
    CHECK(text.ends_with("\nxx  y\nxxxx  y\n"));
}

TEST_CASE("Rows: what is a number in JSON, over every short text of its characters") {
    const std::regex grammar("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    std::vector<std::string> texts{""};
    std::size_t wrong = 0;
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string text = texts[i];
        const bool expected = std::regex_match(text, grammar);
        numbers += expected;
        wrong += table::is_json_number(text) != expected;
        if (text.size() == 5) continue;
        for (const char c : std::string_view("01.-+eE ")) texts.push_back(text + c);
    }
    CHECK(texts.size() == 37449);
    CHECK(numbers > 100);
    CHECK(wrong == 0);
    CHECK(table::is_json_number("-12.50e+07"));
    CHECK_FALSE(table::is_json_number("1/2"));
    CHECK_FALSE(table::is_json_number("Inf"));
}

TEST_CASE("Rows: formats by their names, and no other") {
    CHECK(table::format_named("csv") == Format::csv);
    CHECK(table::format_named("tsv") == Format::tsv);
    CHECK(table::format_named("json") == Format::json);
    CHECK(table::format_named("ndjson") == Format::ndjson);
    CHECK(table::format_named("table") == Format::table);
    CHECK_FALSE(table::format_named("CSV").has_value());
    CHECK_FALSE(table::format_named("").has_value());
}
