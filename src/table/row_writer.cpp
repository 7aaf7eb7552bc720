// SPDX-License-Identifier: BSL-1.0
// How each format writes a row.
#include "eczscore/table/row_writer.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <unistd.h>

#include "eczscore/io/json_keys.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/table/phrases.hpp"

namespace eczscore::table {

namespace {

constexpr std::string_view format_names[] = {"csv", "tsv", "json", "ndjson", "table"};

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end;
}

}  // namespace

std::optional<Format> format_named(std::string_view name) {
    for (std::size_t i = 0; i < std::size(format_names); ++i) {
        if (format_names[i] == name) return static_cast<Format>(i);
    }
    return std::nullopt;
}

bool is_json_number(std::string_view text) {
    std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
    std::size_t end = digits_at(text, at);
    if (end == at || (text[at] == '0' && end > at + 1)) return false;
    if (end < text.size() && text[end] == '.') {
        at = end + 1;
        end = digits_at(text, at);
        if (end == at) return false;
    }
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        at = end + 1;
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        end = digits_at(text, at);
        if (end == at) return false;
    }
    return end == text.size();
}

std::string replaced_sentence(const ReplacedCells& replaced) {
    return counted(replaced.cells, "cell") + (replaced.cells == 1 ? " is" : " are") +
           " not UTF-8 text, the first in row " + std::to_string(replaced.row) + ", column " +
           single_quoted(replaced.column) + ": in JSON U+FFFD stands for the wrong bytes";
}

RowWriter::RowWriter(io::CsvWriter& out, Format format, std::vector<std::string> columns)
    : out_(out),
      format_(format),
      columns_(std::move(columns)),
      to_terminal_(::isatty(out.descriptor()) == 1) {
    if (format_ == Format::csv || format_ == Format::tsv) {
        std::vector<Cell> header;
        for (const std::string& name : columns_) header.push_back({name});
        delimited(header, format_ == Format::csv ? ',' : '\t');
    }
    if (format_ == Format::json || format_ == Format::ndjson) keys_ = io::json_keys(columns_);
    if (format_ == Format::json) out_.write("[");
    right_.assign(columns_.size(), true);
}

void RowWriter::row(std::span<const Cell> cells) {
    switch (format_) {
        case Format::csv: delimited(cells, ','); break;
        case Format::tsv: delimited(cells, '\t'); break;
        case Format::json:
            out_.write(rows_ == 0 ? "\n" : ",\n");
            object(cells);
            break;
        case Format::ndjson:
            object(cells);
            out_.put('\n');
            break;
        case Format::table: keep(cells); break;
    }
    ++rows_;
}

void RowWriter::finish() {
    if (format_ == Format::json) out_.write(rows_ == 0 ? "]\n" : "\n]\n");
    stop();
}

void RowWriter::stop() {
    if (format_ == Format::table && !measured_) flush_table();
}

void RowWriter::delimited(std::span<const Cell> cells, char delimiter) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out_.put(delimiter);
        if (to_terminal_) {
            out_.cell(io::printable(cells[i].text), delimiter);
        } else {
            out_.cell(cells[i].text, delimiter);
        }
    }
    out_.put('\n');
}

void RowWriter::value(const Cell& cell, const std::string& column) {
    if (cell.kind == Cell::Kind::number) return out_.write(cell.text.empty() ? "null" : cell.text);
    std::string text;
    if (io::append_json_string(text, cell.text) && replaced_.cells++ == 0) {
        replaced_.column = column;
        replaced_.row = rows_ + 1;
    }
    out_.write(text);
}

void RowWriter::object(std::span<const Cell> cells) {
    out_.put('{');
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out_.put(',');
        out_.write(keys_[i]);
        out_.put(':');
        value(cells[i], columns_[i]);
    }
    out_.put('}');
}

void RowWriter::keep(std::span<const Cell> cells) {
    std::vector<Kept> line_cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::string text = io::printable(cells[i].text);
        const bool number = cells[i].kind == Cell::Kind::number ||
                            (cells[i].kind == Cell::Kind::as_found && is_json_number(text));
        if (!number && !text.empty()) right_[i] = right_[i] && measured_;
        line_cells.push_back({std::move(text), number});
    }
    if (measured_) return line(line_cells);
    kept_.push_back(std::move(line_cells));
    if (kept_.size() == rows_measured) flush_table();
}

void RowWriter::flush_table() {
    measured_ = true;
    widths_.clear();
    std::vector<Kept> header;
    for (const std::string& name : columns_) header.push_back({io::printable(name), true});
    for (const Kept& name : header) widths_.push_back(report::text_width(name.text));
    for (const auto& cells : kept_) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths_[i] = std::max(widths_[i], report::text_width(cells[i].text));
        }
    }
    line(header);
    for (const auto& cells : kept_) line(cells);
    kept_.clear();
}

void RowWriter::line(std::span<const Kept> cells) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += "  ";
        const std::size_t width = report::text_width(cells[i].text);
        const std::string room(width < widths_[i] ? widths_[i] - width : 0, ' ');
        text += right_[i] ? room + cells[i].text : cells[i].text + room;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out_.write(text);
    out_.put('\n');
}

}  // namespace eczscore::table
