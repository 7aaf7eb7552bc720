// SPDX-License-Identifier: BSL-1.0
// The answers of a chunk in brief, column by column: what checks compare across visits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "eczscore/trial/checks/subject.hpp"
#include "table/score_chunk.hpp"

namespace eczscore::table {

/// Makes `trial::checks::Brief` of one instrument for the rows of a chunk, without its answers.
class CheckBriefs {
public:
    /// instrument  its place in the plan
    CheckBriefs(const ScorePlan& plan, std::size_t instrument);

    /// Reads the answers of a chunk that was scored.
    void read(const ScoreChunk& chunk);
    /// Whether the answers of a row are all known by their codes. Otherwise ask the row itself.
    bool is_known(std::size_t row) const { return (counts_[row] & unknown_mask) == 0; }
    /// Items of a row that hold anything, where `is_known`.
    std::uint32_t answered(std::size_t row) const { return counts_[row] & count_mask; }
    /// The row in brief, where `is_known`.
    trial::checks::Brief brief(const ScoreChunk& chunk, std::size_t row);

private:
    /// What one answer adds: to the fingerprint, to the values seen (one bit each) and to the
    /// counts of what was answered, is above 0 and is unknown (ten bits each).
    struct Entry {
        std::uint64_t fingerprint = 0;
        std::uint64_t values = 0;
        std::uint32_t counts = 0;
    };
    struct CodeColumn {
        std::size_t index;
        std::array<Entry, 256> entries;
    };
    struct WideColumn {
        std::size_t index;
        std::size_t item;
    };

    static constexpr std::uint32_t count_mask = 0x3ff;
    static constexpr std::uint32_t unknown_mask = count_mask << 20;
    static constexpr std::uint64_t all_values = ~std::uint64_t{0};

    Entry entry(std::size_t item, const Answer& answer);
    std::uint64_t value_bit(std::int64_t millionths);
    void add(std::size_t row, const Entry& entry);
    void read_wide(const ScoreChunk& chunk, const WideColumn& column);
    Exact exact(std::uint64_t units);

    const Instrument& instrument_;
    std::size_t which_;
    bool by_value_;
    std::vector<CodeColumn> codes_;
    std::vector<WideColumn> wide_;
    Entry blanks_;                          // what the items without a column add together
    std::vector<std::int64_t> millionths_;  // of each bit
    std::vector<Exact> exacts_;             // by units; not a number: not made
    std::vector<std::uint64_t> fingerprints_;
    std::vector<std::uint64_t> values_;
    std::vector<std::uint32_t> counts_;
    // Of the columns of numbers: the first value, whether there is one, and another one.
    std::vector<std::int64_t> wide_first_;
    std::vector<std::uint8_t> wide_answered_;
    std::vector<std::uint8_t> wide_differs_;
};

}  // namespace eczscore::table
