// SPDX-License-Identifier: BSL-1.0
// A thousand rows at a time: cells into columns of codes, columns into scores.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/io/csv.hpp"
#include "eczscore/score/score.hpp"
#include "table/score_plan.hpp"

namespace eczscore::table {

inline constexpr std::size_t chunk_rows = 1024;

template <class T>
using ChunkColumn = std::array<T, chunk_rows>;

/// What one instrument gave for the rows of a chunk.
struct ChunkScores {
    bool narrow = true;  ///< units are in `units32`, otherwise in `units64`
    std::vector<std::uint32_t> units32;
    std::vector<std::uint64_t> units64;
    std::vector<Exact> values;  ///< instead of units, where `ScoreInstrument::by_value`
    ChunkColumn<std::uint8_t> status;
    ChunkColumn<std::uint8_t> band;        ///< index in the scheme; 255 none
    ChunkColumn<std::uint8_t> remarkable;  ///< not 0: not `ok`, or a warning, or a rounded answer
    std::vector<ChunkColumn<std::uint32_t>> domains;  ///< one per sub-score; all ones: none

    std::uint64_t units(std::size_t row) const { return narrow ? units32[row] : units64[row]; }
};

/// Reads and scores chunks of blocks. One per thread.
class ScoreChunk {
public:
    explicit ScoreChunk(const ScorePlan& plan);

    /// Scores rows [first, first + rows) of a block, at most `chunk_rows`.
    void score(const io::CsvBlock& block, std::size_t first, std::size_t rows);

    std::size_t rows() const { return rows_; }
    const ChunkScores& scores(std::size_t instrument) const { return scores_[instrument]; }
    /// The age of a row for an instrument that needs one, in completed years; as good as exact,
    /// because no form or scheme begins within a year.
    Age age(std::size_t instrument, std::size_t row) const;

    /// The age of a row as it was recorded.
    Age exact_age(AgeColumns columns, std::size_t row);

    /// The codes and numbers of a column, see ScoreSource::index.
    const std::uint8_t* codes(std::size_t column) const { return codes_[column].data(); }
    const double* numbers(std::size_t column) const { return numbers_[column].data(); }
    /// An answer or an age of the row has more than six decimal places.
    bool is_rounded(std::size_t row) const { return rounded_[row] != 0; }

    /// The score of one row as it was computed; where there was something to remark, anew.
    Score known_score(std::size_t instrument, std::size_t row);
    /// The score of one row, anew.
    Score score_of(std::size_t instrument, std::size_t row);
    /// The answers of one row; those that are no codes are read again. Valid until the next call.
    std::vector<Answer>& answers(std::size_t instrument, std::size_t row);
    /// A cell of a row, without its quotes; `column` may be `no_column`. Valid until the next call.
    std::string_view cell(std::size_t row, std::size_t column) {
        return cell(row, column, scratch_);
    }
    /// The same; valid until `scratch` changes.
    std::string_view cell(std::size_t row, std::size_t column, std::string& scratch) const;
    const io::CsvBlock& block() const { return *block_; }
    std::size_t row_in_block(std::size_t row) const { return first_ + row; }

private:
    void read(std::size_t from, std::size_t to);
    void read(const ScoreSource& source, std::size_t from, std::size_t to);
    void read_run(const ScoreRunOfColumns& run, std::size_t from);
    void read_age(std::size_t which, std::size_t from, std::size_t to);
    Answer answer(const Item& item, ItemColumns columns, std::size_t row);
    Answer known_answer(const ScoreSource& source, std::size_t row);
    Age read_age_of(AgeColumns columns, std::size_t row);
    void read_fully(const ScoreSource& source, std::size_t row);
    void score(std::size_t instrument);
    void score_by_value(std::size_t instrument);

    const ScorePlan& plan_;
    const io::CsvBlock* block_ = nullptr;
    std::size_t first_ = 0;
    std::size_t rows_ = 0;
    std::size_t rows_with_slack_ = 0;  // eight bytes are readable from each of their cells
    std::vector<ChunkColumn<std::uint8_t>> codes_;
    std::vector<ChunkColumn<double>> numbers_;
    std::vector<ChunkColumn<std::uint8_t>> ages_;
    ChunkColumn<std::uint8_t> rounded_{};
    bool any_rounded_ = false;
    std::vector<kernels::CellColumn> columns_;  // of one run
    std::vector<ChunkScores> scores_;
    std::vector<Answer> answers_;
    std::string scratch_;
};

}  // namespace eczscore::table
