// SPDX-License-Identifier: BSL-1.0
// Phrases about what was recorded: a column and its value, and what is wrong with it.
#pragma once

#include <cstddef>
#include <string_view>

#include "eczscore/core/parse.hpp"
#include "eczscore/core/text_out.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/report/detail/note_row.hpp"
#include "eczscore/report/words.hpp"

namespace eczscore::report::detail {

/// Writes phrases about a row; what a phrase is part of is for others to decide.
class NotePhrases {
public:
    NotePhrases(TextOut& out, const Instrument& instrument, NoteRow& row)
        : out_(out), instrument_(instrument), row_(row) {}

    void column(std::size_t item) const { row_.column(out_, item); }
    /// The value as it was written, in quotes.
    void written(std::size_t item) {
        const std::string_view text = row_.text(item);
        if (!text.empty()) return io::quoted_text(out_, text);
        const Answer answer = row_.answer(item);
        if (answer.is_value()) {
            out_ << '"';
            number_text(out_, answer.exact());
            out_ << '"';
        } else {
            out_ << (answer.is_not_relevant() ? "\"not_relevant\"" : "no number");
        }
    }
    void column_is(std::size_t item) {
        column(item);
        out_ << " is ";
        written(item);
    }
    /// `age_years is "7"`.
    void column_is(std::string_view column, std::string_view text) {
        io::append_printable(out_, column);
        out_ << " is ";
        io::quoted_text(out_, text);
    }
    /// ` (write a decimal point: 7.5)` or ` (allowed: 0 to 100)`.
    void rule(const WithPoint& point, std::string_view allowed) {
        if (point.empty()) {
            out_ << " (allowed: " << allowed << ')';
        } else {
            out_ << " (write a decimal point: " << point.text() << ')';
        }
    }

    void wrong(std::size_t index) {
        const Item& item = item_at(instrument_, index);
        const bool conflict = row_.answer(index).kind() == Answer::Kind::conflict;
        const std::string_view percent = row_.percent_text(index);
        if (item.from_percent != nullptr && !is_missing_cell(trimmed(percent))) {
            const Answer grade = item.from_percent->grade(parse_number(percent));
            if (!grade.is_value()) return wrong_percent(index);
            if (conflict) {
                column_is(index);
                out_ << ", but ";
                io::append_printable(out_, row_.percent_column(index));
                out_ << ' ';
                io::quoted_text(out_, percent);
                out_ << " is grade ";
                return number_text(out_, grade.exact());
            }
        }
        if (conflict) {
            column(index);
            out_ << " has two entries that contradict each other";
            return;
        }
        column_is(index);
        const WithPoint point(row_.text(index));
        if (!point.empty()) return rule(point, {});
        out_ << " (allowed: ";
        allowed_text(out_, item);
        out_ << ')';
    }

    void wrong_percent(std::size_t index) {
        const std::string_view percent = row_.percent_text(index);
        column_is(row_.percent_column(index), percent);
        rule(WithPoint(percent), "0 to 100");
    }

    void wrong_age() {
        const std::string_view years = row_.years_text();
        const std::string_view months = row_.months_text();
        const bool has_years = !is_missing_cell(trimmed(years));
        const bool has_months = !is_missing_cell(trimmed(months));
        if (parse_number(years).is_value() && parse_number(months).is_value()) {
            column_is(row_.years_column(), years);
            out_ << ", but ";
            column_is(row_.months_column(), months);
            out_ << " (the completed years must be the same)";
            return;
        }
        const bool of_months = has_months && (!has_years || !parse_number(months).is_value());
        const std::string_view text = of_months ? months : years;
        io::append_printable(out_, of_months ? row_.months_column() : row_.years_column());
        out_ << " is ";
        if (text.empty()) {
            out_ << "no age";
        } else {
            io::quoted_text(out_, text);
        }
        rule(WithPoint(text), of_months ? "0 to 1560 months" : "0 to 130 years");
    }

    void form_labels() {
        Listing list(out_, instrument_.forms.size(), " or ");
        for (const Form& form : instrument_.forms) {
            if (list.next()) out_ << '"' << form.label << '"';
        }
    }

protected:
    TextOut& out_;
    const Instrument& instrument_;
    NoteRow& row_;
};

}  // namespace eczscore::report::detail
