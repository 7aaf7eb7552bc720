// SPDX-License-Identifier: BSL-1.0
// The sentence of a row, from the row's cells; sentences that quote no cell are kept.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/score_chunk.hpp"
#include "eczscore/report/note.hpp"

namespace eczscore::cli {

/// Writes the notes of one instrument. One per thread.
class ScoreNotes {
public:
    /// `delimiter`: notes come as cells of such a table, in quotes if they need them; 0: as they
    /// are.
    ScoreNotes(const ScorePlan& plan, std::size_t instrument, char delimiter = 0);

    /// The note of a row; empty when there is nothing to say. Valid until the next call.
    std::string_view note(ScoreChunk& chunk, std::size_t row);

private:
    /// What decides a sentence that quotes no cell.
    struct Key {
        ItemSet missing = 0;
        ItemSet doubtful = 0;
        ItemSet above_zero = 0;  ///< in domains without area
        ItemSet ended = 0;
        bool no_band = false;  ///< for want of an age
        DomainSet signs_without_area = 0;
        DomainSet area_without_signs = 0;
        Status status = Status::ok;
        Status age = Status::ok;
        bool operator==(const Key&) const = default;
    };
    struct Kept {
        Key key;
        bool made = false;
        std::string text;
    };
    static std::size_t place(const Key& key);
    ItemSet above_zero(const Score& score, const std::vector<Answer>& answers) const;
    std::string make(ScoreChunk& chunk, std::size_t row, const Score& score);

    const ScorePlan& plan_;
    std::size_t instrument_;
    char delimiter_;
    std::vector<Kept> kept_;
    std::string last_;
};

}  // namespace eczscore::cli
