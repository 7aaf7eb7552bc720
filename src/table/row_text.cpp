// SPDX-License-Identifier: BSL-1.0
// How each format writes a row.
#include "eczscore/table/row_text.hpp"

#include <algorithm>
#include <utility>

#include "eczscore/io/csv_write.hpp"
#include "eczscore/io/json_keys.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/report/layout.hpp"

namespace eczscore::table {

namespace {

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end;
}

}  // namespace

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

RowText::RowText(Format format, std::vector<std::string> columns, RowLook look)
    : format_(format), columns_(std::move(columns)), look_(look) {
    if (format_ == Format::json || format_ == Format::ndjson) keys_ = io::json_keys(columns_);
    right_.assign(columns_.size(), look_.numbers_right);
}

void RowText::begin(TextOut& out) {
    if (format_ == Format::json) out << '[';
    if (format_ != Format::csv && format_ != Format::tsv) return;
    for (column_ = 0; column_ < columns_.size(); ++column_) delimited(out, columns_[column_]);
    out << '\n';
}

void RowText::begin_row(TextOut& out) {
    column_ = 0;
    if (format_ == Format::json) out << (follows_rows_ ? ",\n" : "\n");
    if (format_ == Format::json || format_ == Format::ndjson) out << '{';
    follows_rows_ = true;
}

bool RowText::cell(TextOut& out, const Cell& cell) {
    bool replaced = false;
    switch (format_) {
        case Format::csv:
        case Format::tsv: delimited(out, cell.text); break;
        case Format::json:
        case Format::ndjson: replaced = member(out, cell); break;
        case Format::table: keep(cell); break;
    }
    ++column_;
    return replaced;
}

void RowText::end_row(TextOut& out) {
    switch (format_) {
        case Format::csv:
        case Format::tsv: out << '\n'; break;
        case Format::json: out << '}'; break;
        case Format::ndjson: out << "}\n"; break;
        case Format::table:
            if (measured_) {
                line(out, row_);
            } else {
                kept_.push_back(std::move(row_));
                if (kept_.size() == look_.rows_measured) write_kept(out);
            }
            row_.clear();
            break;
    }
}

void RowText::finish(TextOut& out) {
    if (format_ == Format::json) out << (follows_rows_ ? "\n]\n" : "]\n");
    stop(out);
}

void RowText::stop(TextOut& out) {
    if (format_ == Format::table && !measured_) write_kept(out);
}

void RowText::delimited(TextOut& out, std::string_view cell) {
    const char delimiter = format_ == Format::csv ? ',' : '\t';
    if (column_ > 0) out << delimiter;
    if (look_.to_terminal) {
        io::csv_append_cell(out, io::printable(cell), delimiter);
    } else {
        io::csv_append_cell(out, cell, delimiter);
    }
}

bool RowText::member(TextOut& out, const Cell& cell) {
    out << (column_ > 0 ? "," : "") << keys_[column_] << ':';
    if (cell.kind != Cell::Kind::number) return io::append_json_string(out, cell.text);
    out << (cell.text.empty() ? std::string_view("null") : cell.text);
    return false;
}

void RowText::keep(const Cell& cell) {
    std::string text = io::printable(cell.text);
    const bool is_number = cell.kind == Cell::Kind::number ||
                           (cell.kind == Cell::Kind::as_found && is_json_number(text));
    if (!is_number && !text.empty() && !measured_) right_[column_] = false;
    row_.push_back({std::move(text), is_number});
}

void RowText::write_kept(TextOut& out) {
    measured_ = true;
    std::vector<Kept> header;
    for (const std::string& name : columns_) header.push_back({io::printable(name), true});
    for (const Kept& name : header) widths_.push_back(report::text_width(name.text));
    for (const auto& cells : kept_) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths_[i] = std::max(widths_[i], report::text_width(cells[i].text));
        }
    }
    line(out, header);
    for (const auto& cells : kept_) line(out, cells);
    kept_ = {};
}

void RowText::line(TextOut& out, const std::vector<Kept>& cells) const {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += "  ";
        const std::size_t width = report::text_width(cells[i].text);
        const std::string room(width < widths_[i] ? widths_[i] - width : 0, ' ');
        text += right_[i] ? room + cells[i].text : cells[i].text + room;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out << text << '\n';
}

}  // namespace eczscore::table
