// SPDX-License-Identifier: BSL-1.0
// The row that a sentence is about: its columns by name, and what is read from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "eczscore/core/parse.hpp"
#include "eczscore/core/text_out.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/report/recording.hpp"
#include "eczscore/report/words.hpp"
#include "eczscore/score/table.hpp"

namespace eczscore::report::detail {

/// `7.5` for "7,5"; empty when a decimal point is not what is wrong.
class WithPoint {
public:
    explicit WithPoint(std::string_view text) {
        if (text.size() > io::most_quoted) return;
        text = trimmed(text);
        const std::size_t comma = text.find(',');
        if (comma == std::string_view::npos) return;
        size_ = text.copy(text_, sizeof text_);
        text_[comma] = '.';
        if (!parse_number({text_, size_}).is_value()) size_ = 0;
    }
    std::string_view text() const { return {text_, size_}; }
    bool empty() const { return size_ == 0; }

private:
    char text_[io::most_quoted] = {};
    std::size_t size_ = 0;
};

/// Whether a number as written has more than six decimal places.
inline bool is_rounded_number(std::string_view text) {
    return parse_number(text).kind() == Answer::Kind::rounded;
}

/// The row that a sentence is about. Column names are the same for every row of a table; everything
/// else is of this row alone, and reading it is remembered.
class NoteRow {
public:
    NoteRow(const Instrument& instrument, const Score& score, const Recording& recording)
        : instrument_(instrument), score_(score), recording_(recording) {}

    /// The column that holds the item, as the table calls it.
    void column(TextOut& out, std::size_t item) const {
        const Recorded as = recorded(item);
        const std::string_view name = as.column.empty() ? as.percent_column : as.column;
        if (name.empty()) return column_name(out, instrument_, item_at(instrument_, item));
        io::append_printable(out, name);
    }
    std::string_view percent_column(std::size_t item) const {
        return recorded(item).percent_column;
    }
    std::string_view years_column() const { return recording_.age.years_column; }
    std::string_view months_column() const { return recording_.age.months_column; }

    std::string_view text(std::size_t item) { return quoting(recorded(item).text); }
    std::string_view percent_text(std::size_t item) { return quoting(recorded(item).percent_text); }
    std::string_view years_text() { return quoting(recording_.age.years_text); }
    std::string_view months_text() { return quoting(recording_.age.months_text); }
    Answer answer(std::size_t item) {
        return quoting(item < recording_.answers.size() ? recording_.answers[item] : Answer{});
    }
    std::int64_t sum() { return quoting(table_sum(score_)); }

    /// Something of this row was read.
    bool quoted() const { return quoted_; }

private:
    template <class Value>
    Value quoting(Value value) {
        quoted_ = true;
        return value;
    }
    Recorded recorded(std::size_t item) const {
        return item < recording_.items.size() ? recording_.items[item] : Recorded{};
    }

    const Instrument& instrument_;
    const Score& score_;
    const Recording& recording_;
    bool quoted_ = false;
};

}  // namespace eczscore::report::detail
