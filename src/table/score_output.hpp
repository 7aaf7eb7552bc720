// SPDX-License-Identifier: BSL-1.0
// Scored rows as text, in one of the formats.
#pragma once

#include <memory>

#include "table/score_buffer.hpp"
#include "table/score_chunk.hpp"

namespace eczscore::table {

/// Turns chunks into text. One per thread; what it writes depends on nothing but the rows (a table
/// also on the rows before, so it has one thread).
class ScoreOutput {
public:
    ScoreOutput() = default;
    ScoreOutput(const ScoreOutput&) = delete;
    ScoreOutput& operator=(const ScoreOutput&) = delete;
    virtual ~ScoreOutput() = default;
    /// What comes before the first row, and after the last.
    virtual void begin(ScoreBuffer& out) = 0;
    virtual void end(ScoreBuffer& out) = 0;
    /// Instead of `end` where the input failed: rows that are held back, and nothing that would
    /// make a part look like the whole.
    virtual void stop(ScoreBuffer&) {}
    /// Appends the rows of a scored chunk. `first`: the table begins here.
    virtual void rows(ScoreChunk& chunk, bool first, ScoreBuffer& out) = 0;
};

std::unique_ptr<ScoreOutput> make_score_output(Format format, const ScorePlan& plan);

std::unique_ptr<ScoreOutput> make_csv_output(const ScorePlan& plan, char delimiter);
std::unique_ptr<ScoreOutput> make_rows_output(const ScorePlan& plan, Format format);

}  // namespace eczscore::table
