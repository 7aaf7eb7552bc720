// SPDX-License-Identifier: BSL-1.0
// How CsvReader reads the first line: kind of text, delimiter, line break, names. Behind csv.hpp.
#pragma once

#include <eczscore/io/csv_reader.hpp>

#include <algorithm>

namespace eczscore::io {

inline tl::expected<CsvReader, CsvError> CsvReader::open(CsvSource source, CsvOptions options) {
    CsvReader reader(source, options);
    if (auto error = reader.read_header()) return tl::unexpected<CsvError>(*error);
    return reader;
}

inline std::optional<CsvError> CsvReader::read_header() {
    const auto given = static_cast<unsigned char>(options_.delimiter);
    if (given == '"' || given == '\n' || given == '\r' || given >= 0x80)
        return CsvError{.fault = CsvFault::bad_delimiter};
    if (!start(*own_) || !fill(*own_, 4)) return failed();
    if (auto error = check_start()) return error;
    for (;;) {
        if (guess()) {
            close_last_line();
            const void* nul = std::memchr(rest_, 0, size_);
            const auto text =
                nul ? static_cast<std::size_t>(static_cast<const char*>(nul) - rest_) : size_;
            const CsvStrict found =
                csv_index_strict(rest_, text, delimiter_, newline_byte(), own_->ends(), 1);
            if (found.index.records == 1) {
                name_columns(own_->ends(), found.index.separators);
                if (header_text_.empty()) return error_at(CsvFault::empty_header, 0);
                for (std::size_t i = 0; i < header_text_.size(); ++i) {
                    const auto byte = static_cast<unsigned char>(header_text_[i]);
                    const bool blank = byte == '\t' || byte == '\n' || byte == '\r';
                    if (byte < ' ' && !blank) return error_at(CsvFault::not_text_header, i);
                }
                advance(own_->ends()[found.index.separators - 1] + std::size_t{1},
                        found.index.lines);
                return std::nullopt;
            }
            if (found.bad_at != CsvStrict::none)
                return no_record(*own_, {CsvFault::text_after_quote, found.bad_at});
            if (nul) return no_record(*own_, {CsvFault::not_text, text});
            if (end_) return no_record(*own_, {});
        }
        if (size_ > options_.record_bytes) return no_record(*own_, {});
        if (!fill(*own_, std::min(2 * size_, options_.record_bytes + 1))) return failed();
    }
}

/// Byte order marks, and files that are no text at all.
inline std::optional<CsvError> CsvReader::check_start() {
    const std::string_view text(rest_, size_);
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
        return error_at(CsvFault::utf16, 0);
    if (text.starts_with("PK\x03\x04") || text.starts_with("\x1f\x8b"))
        return error_at(CsvFault::archive, 0);
    byte_order_mark_ = text.starts_with("\xef\xbb\xbf");
    if (byte_order_mark_) {
        advance(3, 0);
        start(*own_);  // only moves what is there: the room was made before
    }
    if (size_ == 0) return CsvError{.fault = CsvFault::empty_file};
    return std::nullopt;
}

/// Finds the delimiter and the kind of line break from the first line. False: needs more bytes.
inline bool CsvReader::guess() noexcept {
    const std::string_view candidates =
        options_.delimiter ? std::string_view(&options_.delimiter, 1) : ",;\t";
    std::size_t count[3] = {};
    bool quoted = false;
    bool fresh = true;  // at the first byte of a cell, or after a quote that may be doubled
    std::size_t i = 0;
    for (; i < size_ && rest_[i] != '\0'; ++i) {
        const char c = rest_[i];
        if (quoted || (c == '"' && fresh)) {
            quoted = quoted != (c == '"');
            fresh = true;
            continue;
        }
        if (c == '\n' || c == '\r') break;
        const std::size_t which = candidates.find(c);
        fresh = which != std::string_view::npos;
        if (fresh) ++count[which];
    }
    if (i == size_ && !end_) return false;
    newline_ = CsvNewline::lf;
    if (i < size_ && rest_[i] == '\r') {
        if (i + 1 == size_ && !end_) return false;
        newline_ = i + 1 < size_ && rest_[i + 1] == '\n' ? CsvNewline::crlf : CsvNewline::cr;
    }
    delimiter_ = candidates[static_cast<std::size_t>(
        std::max_element(count, count + candidates.size()) - count)];
    return true;
}

inline void CsvReader::name_columns(const std::uint32_t* ends, std::uint32_t count) {
    const CsvBlock line{
        .data = rest_, .ends = ends, .rows = 1, .columns = count, .newline = newline_byte()};
    header_text_ = line.row(0);
    std::string scratch;
    for (std::uint32_t column = 0; column < count; ++column)
        header_.emplace_back(csv_unquote(line.cell(0, column), scratch));
}

inline std::vector<std::size_t> CsvReader::duplicate_columns() const {
    std::vector<std::size_t> order(header_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const int names = header_[a].compare(header_[b]);
        return names != 0 ? names < 0 : a < b;
    });
    std::vector<std::size_t> duplicates;
    for (std::size_t i = 1; i < order.size(); ++i)
        if (header_[order[i]] == header_[order[i - 1]]) duplicates.push_back(order[i]);
    std::sort(duplicates.begin(), duplicates.end());
    return duplicates;
}

}  // namespace eczscore::io
