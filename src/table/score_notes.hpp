// SPDX-License-Identifier: BSL-1.0
// The sentence of a row; sentences that repeat nothing of their row are kept.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/io/text_of.hpp"
#include "eczscore/report/note.hpp"
#include "table/score_chunk.hpp"

namespace eczscore::table {

/// Writes the notes of one instrument. One per thread.
class ScoreNotes {
public:
    /// `delimiter`: notes come as cells of such a table, in quotes if they need them; 0: as they
    /// are.
    ScoreNotes(const ScorePlan& plan, std::size_t instrument, char delimiter = 0);

    /// The note of a row; empty when there is nothing to say. Valid until the next call.
    std::string_view note(ScoreChunk& chunk, std::size_t row);
    /// The same of a score that was made of the answers of this row.
    /// looks_at_age  with the age of this row, so that its rounding is said
    std::string_view note(ScoreChunk& chunk, std::size_t row, const Score& score,
                          bool looks_at_age);

private:
    struct Kept {
        report::NoteFacts facts;
        bool made = false;
        std::string text;
    };
    static std::size_t place(const report::NoteFacts& facts);
    report::Recording recording(ScoreChunk& chunk, std::size_t row, bool looks_at_age);
    void add_items(ScoreChunk& chunk, std::size_t row, report::Recording& recording);
    std::string_view copy(ScoreChunk& chunk, std::size_t row, std::size_t column);
    std::string_view name(std::size_t column) const;

    const ScorePlan& plan_;
    std::size_t instrument_;
    char delimiter_;
    std::vector<Kept> kept_;
    std::unique_ptr<io::StringOut> note_;     // a sentence as it is
    std::string last_;                        // one that is not kept, as a cell
    std::deque<std::string> texts_;           // cells of the row
    std::vector<report::Recorded> recorded_;  // views of them
};

}  // namespace eczscore::table
