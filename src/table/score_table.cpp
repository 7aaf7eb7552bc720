// SPDX-License-Identifier: BSL-1.0
// Scored rows as a table for a terminal; its widths are those of the first thousand rows.
#include <algorithm>
#include <string>
#include <vector>

#include "eczscore/io/printable.hpp"
#include "eczscore/report/layout.hpp"
#include "table/score_output.hpp"
#include "table/score_row.hpp"

namespace eczscore::table {

namespace {

/// The rows that decide the widths.
constexpr std::size_t held_rows = 1024;

class TableOutput : public ScoreOutput {
public:
    explicit TableOutput(const ScorePlan& plan) : plan_(plan), row_(plan) {
        for (const std::size_t column : plan.kept)
            heads_.push_back(io::printable(plan.header[column]));
        for (const ScoreInstrument& scored : plan.instruments) {
            heads_.insert(heads_.end(), scored.names.begin(), scored.names.end());
        }
        for (const std::string& head : heads_) widths_.push_back(report::text_width(head));
    }

    void begin(ScoreBuffer&) override {}

    void end(ScoreBuffer& out) override {
        if (!headed_) begin_with_held(out);
    }
    void stop(ScoreBuffer& out) override { end(out); }

    void rows(ScoreChunk& chunk, bool, ScoreBuffer& out) override {
        for (std::size_t row = 0; row < chunk.rows(); ++row) {
            if (headed_) {
                line(cells(chunk, row), out);
                continue;
            }
            held_.push_back(cells(chunk, row));
            if (held_.size() == held_rows) begin_with_held(out);
        }
    }

private:
    std::vector<std::string> cells(ScoreChunk& chunk, std::size_t row) {
        std::vector<std::string> all;
        for (const std::size_t column : plan_.kept) {
            all.push_back(io::printable(chunk.cell(row, column)));
        }
        for (std::size_t i = 0; i < plan_.instruments.size(); ++i) {
            const auto& scored = row_.cells(chunk, i, row);
            all.insert(all.end(), scored.begin(), scored.end());
        }
        return all;
    }

    /// Heads and first rows, when all that decide the widths are there: they do not depend on how
    /// the input came in.
    void begin_with_held(ScoreBuffer& out) {
        for (const auto& cells : held_) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                widths_[i] = std::max(widths_[i], report::text_width(cells[i]));
            }
        }
        line(heads_, out);
        for (const auto& cells : held_) line(cells, out);
        held_ = {};
        headed_ = true;
    }

    void line(const std::vector<std::string>& cells, ScoreBuffer& out) const {
        std::string text;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) text += "  ";
            text += cells[i];
            const std::size_t width = report::text_width(cells[i]);
            if (width < widths_[i]) text.append(widths_[i] - width, ' ');
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out.append(text);
        out.append('\n');
    }

    const ScorePlan& plan_;
    ScoreRow row_;
    std::vector<std::string> heads_;
    std::vector<std::size_t> widths_;
    std::vector<std::vector<std::string>> held_;
    bool headed_ = false;
};

}  // namespace

std::unique_ptr<ScoreOutput> make_table_output(const ScorePlan& plan) {
    return std::make_unique<TableOutput>(plan);
}

}  // namespace eczscore::table
