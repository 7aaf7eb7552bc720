// SPDX-License-Identifier: BSL-1.0
// Checks a CSV table for what contradicts itself, within a visit and across the visits of a
// subject.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "eczscore/io/csv_error.hpp"
#include "eczscore/table/check_options.hpp"
#include "eczscore/table/check_settings.hpp"
#include "eczscore/table/failure.hpp"
#include "eczscore/table/row_writer.hpp"

namespace eczscore::table {

/// How a run of the checks ended.
struct CheckOutcome {
    std::optional<io::CsvError> input_error{};  ///< after what the rows before it showed
    int output_error = 0;                       ///< errno
    std::array<std::uint64_t, 3> findings{};    ///< by severity
    std::vector<std::string> remarks{};         ///< sentences about rows, checks and findings
    ReplacedCells replaced{};                   ///< cells that JSON could not hold as they are

    /// Findings of one severity.
    std::uint64_t count(Severity severity) const {
        return findings[static_cast<std::size_t>(severity)];
    }
    /// Every row was read and checked.
    bool ok() const { return !input_error && output_error == 0; }
};

/// A table whose columns are found and whose rows are still to be read.
class CsvChecks {
public:
    /// Reads the header and finds what can be checked.
    /// input     a descriptor, read to its end by `write`; the caller closes it
    /// name      of the input, for sentences
    /// settings  the checks that run, see `check_settings`
    /// returns  the table, or why it cannot be checked as asked
    static tl::expected<CsvChecks, Failure> open(int input, const std::string& name,
                                                 const CheckOptions& options = {},
                                                 const checks::CheckSettings& settings = {});
    /// Takes the table over; the other may only be assigned to or destroyed then.
    CsvChecks(CsvChecks&&) noexcept;
    CsvChecks& operator=(CsvChecks&&) noexcept;
    ~CsvChecks();

    /// What was assumed about the columns: a sentence each.
    const std::vector<std::string>& remarks() const;

    /// Checks every row, then every subject, and writes a row for each finding.
    /// output  a descriptor
    CheckOutcome write(int output, Format format = Format::csv);

private:
    struct State;
    explicit CsvChecks(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

}  // namespace eczscore::table
