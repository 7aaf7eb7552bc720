// SPDX-License-Identifier: BSL-1.0
// Compares two visits of every subject of a CSV table: a row per subject, or a summary of groups.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "eczscore/model/instrument.hpp"
#include "eczscore/table/change_options.hpp"
#include "eczscore/table/change_rows.hpp"
#include "eczscore/table/change_summary.hpp"
#include "eczscore/table/change_table.hpp"
#include "eczscore/table/failure.hpp"
#include "eczscore/table/row_writer.hpp"

namespace eczscore::table {

/// How the writing of changes ended.
struct ChangeOutcome {
    int output_error = 0;      ///< errno
    ChangeCounts counts{};     ///< of the subjects
    ReplacedCells replaced{};  ///< cells that JSON could not hold as they are

    /// Every subject was written.
    bool ok() const { return output_error == 0; }
};

/// A table with the items of an instrument at the visits of subjects.
class CsvChanges {
public:
    /// Reads the header and finds the columns.
    /// input    a descriptor, read to its end by `read`; the caller closes it
    /// name     of the input, for sentences
    /// options  the visits, and the columns of subject and visit
    /// returns  the table, or why its visits cannot be compared as asked
    static tl::expected<CsvChanges, Failure> open(int input, const std::string& name,
                                                  const Instrument& instrument,
                                                  const ChangeOptions& options);
    /// Takes the table over; the other may only be assigned to or destroyed then.
    CsvChanges(CsvChanges&&) noexcept;
    CsvChanges& operator=(CsvChanges&&) noexcept;
    ~CsvChanges();

    /// What was assumed about the columns: a sentence each.
    const std::vector<std::string>& remarks() const;
    /// Reads every row and scores the two visits. Call it once, before what follows.
    /// returns  why it stopped, or a visit that no row has
    Failure read();
    /// What was read.
    const ChangeRows& rows() const;

    /// Writes a row per subject, in the order in which they first come.
    /// output  a descriptor
    /// scheme  of the bands; null: the default one for the age
    ChangeOutcome write(int output, Format format = Format::csv,
                        const BandScheme* scheme = nullptr) const;
    /// Summarises the groups that the columns of `ChangeOptions::by` make.
    Summarised summary() const;

private:
    struct State;
    explicit CsvChanges(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

/// What is wrong with two visits to compare.
Failure visits_trouble(const ChangeOptions& options);
/// What is wrong with the options of a summary: its level, control, entry rule or population.
Failure summary_trouble(const ChangeOptions& options, const Instrument& instrument);

}  // namespace eczscore::table
