// SPDX-License-Identifier: BSL-1.0
// Tables of Markdown: a bar in a cell is no border.
#include "catch_compat.hpp"

#include "eczscore/io/text_of.hpp"
#include "eczscore/report/markdown.hpp"

using namespace eczscore;

TEST_CASE("Markdown: heads, rows, code, and bars that are text") {
    CHECK(io::text_of([](TextOut& out) { report::markdown_head(out, {"a", "b"}); }) ==
          "| a | b |\n|---|---|\n");
    CHECK(io::text_of([](TextOut& out) {
              report::MarkdownRow(out).code("k").cell("x | y").cell_of(
                  [&] { out << "1" << '|' << 2; });
              out << "|";
          }) == "| `k` | x \\| y | 1\\|2 |\n|");
}
