// SPDX-License-Identifier: BSL-1.0
// What a table says about every subject at two visits: scores and remarks, never the rows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "eczscore/io/score_tables.hpp"
#include "eczscore/score/score.hpp"
#include "eczscore/table/change_options.hpp"
#include "eczscore/table/columns.hpp"

namespace eczscore::table {

/// One subject at one visit.
struct VisitScore {
    Score score{};
    Age age{};
    std::string note;             ///< the sentence about the score
    std::vector<Answer> answers;  ///< kept only where another age may choose the form
    std::uint64_t line = 0;       ///< where the row is; 0: there is none
    std::uint64_t second = 0;     ///< where a second row of the same visit is; 0: there is none

    /// The table has a row for it.
    bool found() const { return line != 0; }
};

/// The two visits of one subject.
struct SubjectVisits {
    std::string id;
    std::array<VisitScore, 2> visits;            ///< baseline, and the visit to judge
    std::array<std::vector<std::string>, 2> by;  ///< the columns carried along, at each
};

/// Reads rows one at a time.
class ChangeRows {
public:
    /// Finds its columns. returns  the sentence of a usage error, or nothing.
    Failure open(const ChangeOptions& options, const Instrument& instrument,
                 std::span<const std::string> header);

    /// Scores a row of one of the two visits; other rows are left out.
    /// cells  one for each column
    /// line   of the row in its file, for notes
    void row(std::span<const std::string_view> cells, std::uint64_t line);
    /// Scores the later visits with the age at baseline, where that was asked for.
    void finish();

    /// In the order in which they first appear.
    const std::vector<SubjectVisits>& subjects() const { return subjects_; }
    /// Lines for standard error about the columns.
    const std::vector<std::string>& remarks() const { return remarks_; }
    /// The first names of visits in the table, up to a thousand.
    const std::set<std::string, std::less<>>& visit_names() const { return visit_names_; }
    /// Rows without a subject, which are left out, and the line of the first.
    std::uint64_t nameless() const { return nameless_; }
    /// The line of the first of these.
    std::uint64_t first_nameless() const { return first_nameless_; }

private:
    void score_row(std::span<const std::string_view> cells, bool is_baseline, VisitScore& visit);
    /// looks_at_age  whether the age of this row decides anything, so that its rounding is said
    std::string note(std::span<const std::string_view> cells, const Score& score,
                     std::span<const Answer> answers, bool looks_at_age) const;

    const ChangeOptions* options_ = nullptr;
    const Instrument* instrument_ = nullptr;
    std::vector<std::string> header_;
    InstrumentColumns columns_;
    io::ScoreTables tables_;
    ScoreTable table_;
    std::size_t subject_ = 0;
    std::size_t visit_ = 0;
    std::vector<std::size_t> by_;
    bool one_age_ = false;  // the age at baseline holds for both visits
    std::vector<SubjectVisits> subjects_;
    std::unordered_map<std::string, std::size_t> index_;
    std::set<std::string, std::less<>> visit_names_;
    std::vector<std::string> remarks_;
    std::uint64_t nameless_ = 0;
    std::uint64_t first_nameless_ = 0;
};

}  // namespace eczscore::table
