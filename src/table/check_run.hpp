// SPDX-License-Identifier: BSL-1.0
// The rows of a table as visits of the checks: a visit is put together only where it may show
// anything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/io/csv.hpp"
#include "eczscore/table/check_table.hpp"
#include "table/check_briefs.hpp"
#include "table/finding_rows.hpp"
#include "table/score_chunk.hpp"

namespace eczscore::table {

/// Runs the checks over the rows of one table.
class CheckRun {
public:
    /// Everything outlives this.
    CheckRun(CheckTable& table, const checks::CheckSettings& settings, const KernelChoice& kernels,
             FindingRows& rows);

    /// Checks every row, and writes what it shows.
    /// returns  the error that ended it, or nothing
    std::optional<io::CsvError> read(io::CsvReader& reader);
    /// Checks every subject, and writes what it shows.
    void finish();

    std::uint64_t visits() const { return visits_; }
    /// Rows without a subject.
    std::uint64_t nameless() const { return nameless_; }
    const checks::EditChecks& ran() const { return checks_; }

private:
    /// An instrument of the layout whose items are there.
    struct Read {
        std::size_t source;  ///< in the layout
        CheckBriefs briefs;
        bool is_read;       ///< its score is looked at
        bool seen = false;  ///< the checks have seen a visit with a value of it
    };

    void add(std::size_t row, std::uint64_t line);
    bool may_show(std::size_t row) const;
    void make_visit(std::size_t row);
    void look_at(std::size_t row);
    void make_briefs(std::size_t row, bool has_visit);
    Age age_of(std::size_t row);
    Answer when_of(std::size_t row, std::uint64_t line);

    CheckTable& table_;
    FindingRows& rows_;
    checks::EditChecks checks_;
    bool every_row_;                   // any visit may show something
    std::vector<std::size_t> scored_;  // places in the layout, of those in the plan
    ScorePlan plan_;
    ScoreChunk chunk_;
    std::vector<Read> reads_;
    checks::Visit visit_;
    std::vector<checks::Brief> briefs_;
    std::uint64_t visits_ = 0;
    std::uint64_t nameless_ = 0;

    // What most rows say as the row before them.
    std::string last_age_[2];  // years, months
    std::string texts_of_age_[2];
    Age age_{};
    std::string last_when_;
    Answer when_{};
    std::string scratch_;
    std::vector<std::string> texts_;
};

}  // namespace eczscore::table
