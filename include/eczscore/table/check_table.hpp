// SPDX-License-Identifier: BSL-1.0
// The columns that edit checks look at, and what their rows say of days.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/table/check_options.hpp"
#include "eczscore/table/columns.hpp"
#include "eczscore/trial/checks.hpp"

namespace eczscore::table {

namespace checks = trial::checks;

/// Where one instrument of the layout is.
struct SourceColumns {
    InstrumentColumns items;  ///< without items when only a total was typed in
    std::size_t typed = no_column;
};

/// The columns of a table that checks look at.
class CheckTable {
public:
    /// Finds the columns. returns  the sentence of a usage error, or nothing.
    Failure open(const CheckOptions& options, std::span<const std::string> header);

    /// The instruments and columns, as the checks take them.
    const checks::Layout& layout() const { return layout_; }
    /// Where each instrument of the layout is, in its order.
    const std::vector<SourceColumns>& sources() const { return sources_; }
    /// The column names.
    const std::vector<std::string>& header() const { return header_; }
    /// The columns of the age.
    const AgeColumns& age() const { return age_; }
    /// The column of the day or date; `no_column` when there is none.
    std::size_t when() const { return when_; }
    /// A column names the subject, so that visits can be compared.
    bool has_subject() const { return subject_ != no_column; }
    /// The column of the subject; `no_column` when there is none.
    std::size_t subject() const { return subject_; }
    /// The column of the visit; `no_column` when there is none.
    std::size_t visit() const { return visit_; }
    /// Lines for standard error about the columns.
    const std::vector<std::string>& remarks() const { return remarks_; }

    /// The columns of an instrument of the layout, with the age of the table.
    /// source  its place in the layout
    InstrumentColumns columns(std::size_t source) const;

    /// The day or date of a row; what is neither is counted.
    Answer day(std::string_view cell, std::uint64_t line);
    /// Cells of the day or date that were neither, and the line of the first.
    std::uint64_t unreadable_days() const { return unreadable_days_; }
    /// The line of the first of these.
    std::uint64_t first_unreadable_day() const { return first_unreadable_day_; }
    /// The days were written as dates.
    bool has_dates() const { return has_dates_; }

private:
    Failure find_instruments(const CheckOptions& options);
    std::string find_named(const CheckOptions& options, std::span<const MapEntry> map);
    std::string find_all(std::span<const MapEntry> map);
    std::string find_place(const std::string& asked, std::string_view usual,
                           std::string_view setting, std::size_t& place);
    std::string find_when(const std::string& asked);
    bool is_read(std::size_t column) const;
    void add(InstrumentColumns columns);
    void find_typed();
    std::size_t typed_column(const Instrument& instrument) const;

    std::vector<std::string> header_;
    SettingNames names_;
    checks::Layout layout_;
    std::vector<SourceColumns> sources_;
    AgeColumns age_;
    std::size_t subject_ = no_column;
    std::size_t visit_ = no_column;
    std::size_t when_ = no_column;
    std::vector<std::string> remarks_;
    std::uint64_t unreadable_days_ = 0;
    std::uint64_t first_unreadable_day_ = 0;
    bool has_dates_ = false;
};

/// A number, or a date (YYYY-MM-DD, a time after it is not looked at) as days since 1970-01-01.
Answer day_answer(std::string_view cell, bool& is_date);

/// `2024-01-31` for a number of days since 1970-01-01.
std::string date_text(std::int64_t days);

}  // namespace eczscore::table
