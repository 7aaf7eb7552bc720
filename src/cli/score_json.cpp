// SPDX-License-Identifier: BSL-1.0
// Scored rows as JSON: an array of objects, or an object a line.
#include <string>

#include "cli/score_notes.hpp"
#include "cli/score_output.hpp"
#include "cli/score_row.hpp"

namespace eczscore::cli {

namespace {

void append_string(std::string_view text, ScoreBuffer& out) {
    constexpr char hex[] = "0123456789abcdef";
    out.append('"');
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out.append('\\');
            out.append(c);
        } else if (c == '\n') {
            out.append("\\n");
        } else if (c == '\r') {
            out.append("\\r");
        } else if (c == '\t') {
            out.append("\\t");
        } else if (byte < 0x20) {
            out.append("\\u00");
            out.append(hex[byte >> 4]);
            out.append(hex[byte & 15]);
        } else {
            out.append(c);
        }
    }
    out.append('"');
}

/// Whether JSON reads this as a number (so `07`, `+1` and `.5` stay strings).
bool is_json_number(std::string_view text) {
    const auto digits = [&] {
        std::size_t count = 0;
        while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
            text.remove_prefix(1);
            ++count;
        }
        return count;
    };
    if (text.starts_with('-')) text.remove_prefix(1);
    const bool zero = text.starts_with('0');
    const std::size_t whole = digits();
    if (whole == 0 || (zero && whole > 1)) return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (digits() == 0) return false;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
        if (digits() == 0) return false;
    }
    return text.empty();
}

class JsonOutput : public ScoreOutput {
public:
    JsonOutput(const ScorePlan& plan, bool lines) : plan_(plan), lines_(lines), row_(plan) {}

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
        char before = '{';
        const auto key = [&](std::string_view name) {
            out.append(before);
            before = ',';
            append_string(name, out);
            out.append(':');
        };
        for (const std::size_t column : plan_.kept) {
            key(plan_.header[column]);
            value(chunk.cell(row, column), is_json_number(chunk.cell(row, column)), out);
        }
        for (std::size_t i = 0; i < plan_.instruments.size(); ++i) {
            const std::vector<std::string>& cells = row_.cells(chunk, i, row);
            for (std::size_t c = 0; c < cells.size(); ++c) {
                key(plan_.instruments[i].names[c]);
                value(cells[c], ScoreRow::is_number(c), out);
            }
        }
        out.append('}');
    }

    static void value(std::string_view text, bool number, ScoreBuffer& out) {
        if (text.empty())
            out.append("null");
        else if (number)
            out.append(text);
        else
            append_string(text, out);
    }

    const ScorePlan& plan_;
    bool lines_;
    ScoreRow row_;
};

}  // namespace

std::unique_ptr<ScoreOutput> make_json_output(const ScorePlan& plan, bool lines) {
    return std::make_unique<JsonOutput>(plan, lines);
}

}  // namespace eczscore::cli
