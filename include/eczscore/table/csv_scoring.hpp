// SPDX-License-Identifier: BSL-1.0
// A CSV table of assessments in, the same table with scores, bands, statuses and notes out.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "eczscore/io/csv.hpp"
#include "eczscore/model/instrument.hpp"
#include "eczscore/table/failure.hpp"
#include "eczscore/table/row_writer.hpp"
#include "eczscore/table/score_options.hpp"

namespace eczscore::table {

/// How far a run is.
struct ScoreProgress {
    std::uint64_t bytes = 0;  ///< of the input, without its header
    std::uint64_t rows = 0;
};

/// How the scored rows are written.
struct ScoreWriting {
    Format format = Format::csv;
    unsigned threads = 1;         ///< at least 1; the output does not depend on it
    bool counts_invalid = false;  ///< fill in `ScoreOutcome::invalid_rows`
    /// Called after every block that was written, in their order, by one thread at a time.
    std::function<void(const ScoreProgress&)> progress{};
};

/// How a run ended.
struct ScoreOutcome {
    std::optional<io::CsvError> input_error{};  ///< after the rows before it were written
    int output_error = 0;                       ///< errno
    bool out_of_memory = false;
    std::uint64_t rows = 0;
    std::uint64_t invalid_rows = 0;  ///< in which an instrument is invalid, if asked for
    ReplacedCells replaced{};        ///< kept cells that JSON could not hold as they are

    /// Every row was read and written.
    bool ok() const { return !input_error && output_error == 0 && !out_of_memory; }
};

/// A table whose columns are found and whose rows are still to be read.
class CsvScoring {
public:
    /// Reads the header and finds the columns.
    /// input  a descriptor, read to its end by `write`; the caller closes it
    /// name   of the input, for sentences
    /// returns  the table, or why it cannot be scored as asked
    static tl::expected<CsvScoring, Failure> open(int input, const std::string& name,
                                                  const std::vector<const Instrument*>& instruments,
                                                  const ScoreOptions& options = {});
    /// Takes the table over; the other may only be assigned to or destroyed then.
    CsvScoring(CsvScoring&&) noexcept;
    CsvScoring& operator=(CsvScoring&&) noexcept;
    ~CsvScoring();

    /// What was assumed about the columns: a sentence each.
    const std::vector<std::string>& remarks() const;

    /// Scores every row in turn: a row that cannot be scored says why, and the rest goes on.
    /// output  a descriptor
    ScoreOutcome write(int output, const ScoreWriting& how = {});

private:
    struct State;
    explicit CsvScoring(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

}  // namespace eczscore::table
