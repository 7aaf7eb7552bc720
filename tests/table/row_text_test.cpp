// SPDX-License-Identifier: BSL-1.0
// Rows in each format, whoever writes them.
// Covers: table/format.hpp, table/row_text.hpp
#include "catch_compat.hpp"

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "eczscore/io/text_of.hpp"
#include "eczscore/table/format.hpp"
#include "eczscore/table/row_text.hpp"
#include "eczscore/table/row_writer.hpp"

using namespace eczscore;
using table::Cell;
using table::Format;

namespace {

const std::vector<std::vector<Cell>> rows = {
    {{"a,b"}, {"1.5", Cell::Kind::number}, {"007", Cell::Kind::as_found}},
    {{""}, {"", Cell::Kind::number}, {"x\"y", Cell::Kind::as_found}},
};

std::string written(Format format, table::RowLook look = {}, bool follows = false,
                    std::size_t times = 1) {
    return io::text_of([&](TextOut& out) {
        table::RowText text(format, {"name", "n", "n"}, look);
        if (follows) text.follow_rows();
        text.begin(out);
        for (std::size_t i = 0; i < times; ++i) {
            for (const auto& row : rows) {
                text.begin_row(out);
                for (const Cell& cell : row) text.cell(out, cell);
                text.end_row(out);
            }
        }
        text.finish(out);
    });
}

}  // namespace

TEST_CASE("Rows: a format by its name, and the sentence for an unknown name") {
    CHECK(table::format_named("csv") == Format::csv);
    CHECK(table::format_named("tsv") == Format::tsv);
    CHECK(table::format_named("json") == Format::json);
    CHECK(table::format_named("ndjson") == Format::ndjson);
    CHECK(table::format_named("table") == Format::table);
    CHECK_FALSE(table::format_named("CSV"));
    CHECK_FALSE(table::format_named(""));
    CHECK(table::no_format("xls") == "no format 'xls': csv, tsv, json, ndjson or table");
    CHECK(table::no_format("xls", "text or json") == "no format 'xls': text or json");
}

TEST_CASE("Rows: the same cells in each format") {
    CHECK(written(Format::csv) == "name,n,n\n\"a,b\",1.5,007\n,,\"x\"\"y\"\n");
    CHECK(written(Format::tsv) == "name\tn\tn\na,b\t1.5\t007\n\t\t\"x\"\"y\"\n");
    CHECK(written(Format::json) ==
          "[\n{\"name\":\"a,b\",\"n\":1.5,\"n_2\":\"007\"},\n"
          "{\"name\":\"\",\"n\":null,\"n_2\":\"x\\\"y\"}\n]\n");
    CHECK(written(Format::ndjson) ==
          "{\"name\":\"a,b\",\"n\":1.5,\"n_2\":\"007\"}\n"
          "{\"name\":\"\",\"n\":null,\"n_2\":\"x\\\"y\"}\n");
    CHECK(written(Format::table) ==
          "name    n  n\n"
          "a,b   1.5  007\n"
          "           x\"y\n");
    CHECK(written(Format::table, {.numbers_right = false}) ==
          "name  n    n\n"
          "a,b   1.5  007\n"
          "           x\"y\n");
}

TEST_CASE("Rows: arrays without rows, and after the rows of somebody else") {
    CHECK(written(Format::json, {}, false, 0) == "[]\n");
    CHECK(written(Format::json, {}, true, 0) == "[\n]\n");
    CHECK(written(Format::json, {}, true).starts_with("[,\n{"));
    CHECK(written(Format::table, {}, false, 0) == "name  n  n\n");
}

TEST_CASE("Rows: an input that ends in an error leaves the array open, and shows the table") {
    const auto stopped = [](Format format) {
        return io::text_of([&](TextOut& out) {
            table::RowText text(format, {"a"});
            text.begin(out);
            text.begin_row(out);
            text.cell(out, {"1"});
            text.end_row(out);
            text.stop(out);
        });
    };
    CHECK(stopped(Format::json) == "[\n{\"a\":\"1\"}");
    CHECK(stopped(Format::table) == "a\n1\n");
}

TEST_CASE("Rows: the first rows decide the widths, and rows beyond them come at once") {
    io::StringOut out;
    table::RowText text(Format::table, {"a", "b"}, {.rows_measured = 2});
    text.begin(out);
    const auto row = [&](std::string_view a, std::string_view b) {
        text.begin_row(out);
        text.cell(out, {a});
        text.cell(out, {b, Cell::Kind::number});
        text.end_row(out);
    };
    row("x", "1");
    CHECK(out.length() == 0);
    row("yyy", "22");
    CHECK(out.text() == "a     b\nx     1\nyyy  22\n");
    row("zzzzz", "3");
    CHECK(out.text() == "a     b\nx     1\nyyy  22\nzzzzz   3\n");
    text.finish(out);
    CHECK(out.text() == "a     b\nx     1\nyyy  22\nzzzzz   3\n");
}

TEST_CASE("Rows: a terminal gets nothing that it obeys") {
    const auto cell = [](table::RowLook look) {
        return io::text_of([&](TextOut& out) {
            table::RowText text(Format::csv, {"a"}, look);
            text.begin_row(out);
            text.cell(out, {"\x1b[2J"});
            text.end_row(out);
        });
    };
    CHECK(cell({}) == "\x1b[2J\n");
    CHECK(cell({.to_terminal = true}) == "\xef\xbf\xbd[2J\n");
}

TEST_CASE("Rows: the writer counts cells that JSON cannot hold, and names the first") {
    std::FILE* const file = std::tmpfile();
    REQUIRE(file != nullptr);
    io::CsvWriter out(fileno(file));
    table::RowWriter writer(out, Format::ndjson, {"a", "b"});
    writer.row(std::vector<Cell>{{"ok"}, {"fine"}});
    writer.row(std::vector<Cell>{{"ok"}, {"\xff"}});
    writer.row(std::vector<Cell>{{"\xfe"}, {"\xff"}});
    writer.finish();
    CHECK(writer.replaced().cells == 3);
    CHECK(writer.replaced().row == 2);
    CHECK(writer.replaced().column == "b");
    CHECK(table::replaced_sentence(writer.replaced()) ==
          "3 cells are not UTF-8 text, the first in row 2, column 'b': in JSON U+FFFD stands for "
          "the wrong bytes");
    CHECK(out.flush() == 0);
    CHECK(::lseek(fileno(file), 0, SEEK_CUR) == 65);
    std::fclose(file);
}
