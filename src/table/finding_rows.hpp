// SPDX-License-Identifier: BSL-1.0
// Findings as rows, and how many there were.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/table/check_table.hpp"
#include "eczscore/table/row_writer.hpp"

namespace eczscore::table {

/// Writes findings: with severity and sentence for people, with columns and values for files.
class FindingRows {
public:
    FindingRows(io::CsvWriter& out, Format format);

    /// A row of the table begins: two instruments that read the same columns give one finding.
    void next_row() { in_this_row_.clear(); }
    /// cells  of the finding's row, where it is at hand
    void write(const CheckTable& table, const checks::Finding& finding,
               std::span<const std::string_view> cells = {});
    void finish() { rows_.finish(); }
    /// Instead of `finish` where the input failed.
    void stop() { rows_.stop(); }

    /// Findings by severity.
    const std::array<std::uint64_t, 3>& counts() const { return counts_; }
    const ReplacedCells& replaced() const { return rows_.replaced(); }

private:
    bool is_new(std::string what);

    bool for_people_;
    RowWriter rows_;
    std::array<std::uint64_t, 3> counts_{};
    std::vector<std::string> in_this_row_;  // check and columns of each finding
};

}  // namespace eczscore::table
