// SPDX-License-Identifier: BSL-1.0
// Scored rows as JSON: an array of objects, or an object a line.
#include <string>
#include <vector>

#include "eczscore/io/json_keys.hpp"
#include "table/score_output.hpp"
#include "table/score_row.hpp"

namespace eczscore::table {

namespace {

class JsonOutput : public ScoreOutput {
public:
    JsonOutput(const ScorePlan& plan, bool lines) : plan_(plan), lines_(lines), row_(plan) {
        std::vector<std::string> names;
        for (const std::size_t column : plan.kept) names.push_back(plan.header[column]);
        for (const ScoreInstrument& scored : plan.instruments) {
            names.insert(names.end(), scored.names.begin(), scored.names.end());
        }
        keys_ = io::json_keys(names);
    }

    void begin(ScoreBuffer& out) override {
        if (!lines_) out.append('[');
    }
    void end(ScoreBuffer& out) override {
        if (!lines_) out.append("\n]\n");
    }
    void rows(ScoreChunk& chunk, bool first, ScoreBuffer& out) override {
        for (std::size_t row = 0; row < chunk.rows(); ++row) {
            if (!lines_) out.append(first && row == 0 ? "\n" : ",\n");
            object(chunk, row, out);
            if (lines_) out.append('\n');
        }
    }

private:
    void object(ScoreChunk& chunk, std::size_t row, ScoreBuffer& out) {
        std::size_t column_of_output = 0;
        const auto key = [&] {
            out.append(column_of_output == 0 ? '{' : ',');
            out.append(keys_[column_of_output++]);
            out.append(':');
        };
        for (const std::size_t column : plan_.kept) {
            key();
            if (io::append_json_string(out, chunk.cell(row, column)) && plan_.replaced != nullptr) {
                plan_.replaced->add(chunk.block().first_row + chunk.row_in_block(row),
                                    plan_.header[column]);
            }
        }
        for (std::size_t i = 0; i < plan_.instruments.size(); ++i) {
            const std::vector<std::string>& cells = row_.cells(chunk, i, row);
            for (std::size_t c = 0; c < cells.size(); ++c) {
                key();
                value(cells[c], ScoreRow::is_number(c), out);
            }
        }
        out.append('}');
    }

    /// One of our own cells.
    static void value(std::string_view text, bool number, ScoreBuffer& out) {
        if (text.empty())
            out.append("null");
        else if (number)
            out.append(text);
        else
            io::append_json_string(out, text);
    }

    const ScorePlan& plan_;
    bool lines_;
    ScoreRow row_;
    std::vector<std::string> keys_;
};

}  // namespace

std::unique_ptr<ScoreOutput> make_json_output(const ScorePlan& plan, bool lines) {
    return std::make_unique<JsonOutput>(plan, lines);
}

}  // namespace eczscore::table
