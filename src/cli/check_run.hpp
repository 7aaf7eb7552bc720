// SPDX-License-Identifier: BSL-1.0
// The parts of `eczscore check`: which checks run, the list of them, and the findings as rows.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "cli/check_command.hpp"
#include "cli/common.hpp"
#include "cli/rows.hpp"
#include "eczscore/table/check_table.hpp"

namespace eczscore::cli {

/// Which checks run and their limits, from `--only`, `--off` and `--set`; or the sentence of a
/// usage error.
tl::expected<checks::CheckSettings, std::string> check_settings(const CheckArguments& options);

/// Writes the list of checks to standard output. returns the exit code.
int list_checks(const checks::CheckSettings& settings, Format format);

/// Findings as rows, and how many there were.
class FindingRows {
public:
    FindingRows(io::CsvWriter& out, Format format);

    /// A row of the table begins: two instruments that read the same columns give one finding.
    void next_row() { in_this_row_.clear(); }
    /// cells  of the finding's row, where it is at hand.
    void write(const CheckTable& table, const checks::Finding& finding,
               std::span<const std::string_view> cells = {});
    void finish() { cli::finish(rows_); }
    /// Instead of `finish` where the input failed.
    void stop() { cli::stop(rows_); }

    /// Findings of one severity.
    std::uint64_t count(Severity severity) const {
        return counts_[static_cast<std::size_t>(severity)];
    }
    std::uint64_t all() const { return counts_[0] + counts_[1] + counts_[2]; }

private:
    bool is_new(std::string what);

    bool for_people_;
    RowWriter rows_;
    std::array<std::uint64_t, 3> counts_{};
    std::vector<std::string> in_this_row_;  // check and columns of each finding
};

}  // namespace eczscore::cli
