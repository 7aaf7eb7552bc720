// SPDX-License-Identifier: BSL-1.0
// Scored rows as JSON or as a table for people: one cell after the other, as every command has
// them.
#include <string>
#include <utility>
#include <vector>

#include "eczscore/table/row_text.hpp"
#include "table/score_output.hpp"
#include "table/score_row.hpp"

namespace eczscore::table {

namespace {

/// The kept columns of the input, then those that scoring adds.
std::vector<std::string> output_names(const ScorePlan& plan) {
    std::vector<std::string> names;
    for (const std::size_t column : plan.kept) names.push_back(plan.header[column]);
    for (const ScoreInstrument& scored : plan.instruments) {
        names.insert(names.end(), scored.names.begin(), scored.names.end());
    }
    return names;
}

class RowsOutput : public ScoreOutput {
public:
    RowsOutput(const ScorePlan& plan, Format format)
        : plan_(plan),
          row_(plan),
          is_table_(format == Format::table),
          text_(format, output_names(plan), {.numbers_right = false, .rows_measured = 1024}) {}

    void begin(ScoreBuffer& out) override { text_.begin(out); }
    void end(ScoreBuffer& out) override {
        text_.follow_rows();  // another thread may have written them
        text_.finish(out);
    }
    void stop(ScoreBuffer& out) override { text_.stop(out); }
    void rows(ScoreChunk& chunk, bool first, ScoreBuffer& out) override {
        if (!first) text_.follow_rows();
        for (std::size_t row = 0; row < chunk.rows(); ++row) {
            text_.begin_row(out);
            kept_cells(chunk, row, out);
            for (std::size_t i = 0; i < plan_.instruments.size(); ++i) {
                scored_cells(row_.cells(chunk, i, row), out);
            }
            text_.end_row(out);
        }
    }

private:
    void kept_cells(ScoreChunk& chunk, std::size_t row, ScoreBuffer& out) {
        for (const std::size_t column : plan_.kept) {
            const bool replaced = text_.cell(out, {chunk.cell(row, column), Cell::Kind::as_found});
            if (replaced && plan_.replaced != nullptr) {
                plan_.replaced->add(chunk.block().first_row + chunk.row_in_block(row),
                                    plan_.header[column]);
            }
        }
    }
    /// An empty cell of ours is null in JSON, whatever stands in its column.
    void scored_cells(const std::vector<std::string>& cells, ScoreBuffer& out) {
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const bool is_raw = !is_table_ && (cells[c].empty() || ScoreRow::is_number(c));
            text_.cell(out, {cells[c], is_raw ? Cell::Kind::number : Cell::Kind::text});
        }
    }

    const ScorePlan& plan_;
    ScoreRow row_;
    bool is_table_;
    RowText text_;
};

}  // namespace

std::unique_ptr<ScoreOutput> make_rows_output(const ScorePlan& plan, Format format) {
    return std::make_unique<RowsOutput>(plan, format);
}

}  // namespace eczscore::table
