// SPDX-License-Identifier: BSL-1.0
// Rows on their way to a descriptor, and the cells that JSON could not hold.
#include "eczscore/table/row_writer.hpp"

#include <utility>

#include <unistd.h>

#include "eczscore/table/phrases.hpp"

namespace eczscore::table {

std::string replaced_sentence(const ReplacedCells& replaced) {
    return counted(replaced.cells, "cell") + (replaced.cells == 1 ? " is" : " are") +
           " not UTF-8 text, the first in row " + std::to_string(replaced.row) + ", column " +
           single_quoted(replaced.column) + ": in JSON U+FFFD stands for the wrong bytes";
}

RowWriter::RowWriter(io::CsvWriter& out, Format format, std::vector<std::string> columns)
    : out_(out),
      text_(format, std::move(columns), {.to_terminal = ::isatty(out.descriptor()) == 1}) {
    text_.begin(row_);
    hand_on();
}

void RowWriter::row(std::span<const Cell> cells) {
    ++rows_;
    text_.begin_row(row_);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!text_.cell(row_, cells[i]) || replaced_.cells++ != 0) continue;
        replaced_.column = text_.columns()[i];
        replaced_.row = rows_;
    }
    text_.end_row(row_);
    hand_on();
}

void RowWriter::finish() {
    text_.finish(row_);
    hand_on();
}

void RowWriter::stop() {
    text_.stop(row_);
    hand_on();
}

void RowWriter::hand_on() {
    out_.write(row_.text());
    row_.clear();
}

}  // namespace eczscore::table
