// SPDX-License-Identifier: BSL-1.0
// Scored rows as CSV or TSV: the input's bytes as they are, scores and bands from tables of texts.
#include <array>
#include <string>
#include <utility>

#include "eczscore/io/csv_write.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/score/band.hpp"
#include "table/score_notes.hpp"
#include "table/score_output.hpp"
#include "table/score_texts.hpp"

namespace eczscore::table {

namespace {

constexpr std::uint32_t no_units = 0xffffffff;

/// A short text that is copied whole, whatever its length.
struct ShortText {
    static constexpr std::size_t room = 32;
    char bytes[room] = {};
    std::size_t length = 0;
};

/// What follows the score of an unremarkable row: `,moderate,ok,`, by the number of its band.
class Endings {
public:
    Endings(const BandScheme* scheme, char delimiter) {
        if (scheme != nullptr) {
            for (std::size_t b = 0; b < scheme->bands.size() && b < texts_.size(); ++b) {
                set(texts_[b], std::string_view(scheme->bands[b].id), delimiter);
            }
        }
        set(none_, {}, delimiter);
    }
    const ShortText& operator[](std::uint8_t band) const {
        return band < texts_.size() ? texts_[band] : none_;
    }

private:
    static void set(ShortText& to, std::string_view band, char delimiter) {
        std::string text;
        ((((text += delimiter) += band) += delimiter) += name(Status::ok)) += delimiter;
        if (text.size() > ShortText::room) return;
        text.copy(to.bytes, text.size());
        to.length = text.size();
    }
    std::array<ShortText, 16> texts_;
    ShortText none_;
};

/// One instrument's columns.
class Part {
public:
    Part(const ScorePlan& plan, std::size_t index, char delimiter)
        : plan_(plan),
          scored_(plan.instruments[index]),
          index_(index),
          delimiter_(delimiter),
          numbers_(*scored_.instrument, delimiter),
          endings_(scored_.scheme, delimiter),
          by_table_(scored_.scheme != nullptr || default_bands(*scored_.instrument) == nullptr),
          notes_(plan, index, delimiter) {}

    /// Room that an unremarkable row needs.
    std::size_t room() const {
        return NumberTexts::room * (1 + scored_.subscores.size()) + ShortText::room;
    }

    /// Writes an unremarkable row, for which there is `room()`. Null: it is remarkable.
    char* quick(const ScoreChunk& chunk, std::size_t row, char* out) {
        const ChunkScores& scores = chunk.scores(index_);
        if (scores.remarkable[row] != 0) return nullptr;
        const ShortText& ending = endings_[scores.band[row]];
        if (!by_table_ || ending.length == 0) return nullptr;
        out = numbers_.write(out, scores.units(row));
        std::memcpy(out, ending.bytes, ShortText::room);
        out += ending.length;
        for (const auto& domain : scores.domains) out = numbers_.write(out, domain[row]);
        return out;
    }

    void slow(ScoreChunk& chunk, std::size_t row, ScoreBuffer& out) {
        const ChunkScores& scores = chunk.scores(index_);
        const auto status = static_cast<Status>(scores.status[row]);
        const bool scored = is_scored(status);
        if (scored_.by_value)
            value(scored, scores, row, out);
        else
            number(scored, scores.units(row), out);
        out.append(delimiter_);
        const BandScheme* scheme = scheme_for(scored_, chunk.age(index_, row));
        if (scheme != nullptr && scores.band[row] < scheme->bands.size()) {
            out.append(std::string_view(scheme->bands[scores.band[row]].id));
        }
        out.append(delimiter_);
        out.append(name(status));
        out.append(delimiter_);
        if (scores.remarkable[row] != 0) out.append(notes_.note(chunk, row));
        for (const auto& domain : scores.domains) {
            const bool shown = scored || plan_.regional_only || status == Status::needs_data;
            number(shown && domain[row] != no_units, domain[row], out);
        }
    }

private:
    void value(bool there, const ChunkScores& scores, std::size_t row, ScoreBuffer& out) const {
        char* at = out.room(NumberTexts::room);
        *at++ = delimiter_;
        if (there) at = report::write_number(at, scores.values[row]);
        out.end_at(at);
    }
    void number(bool there, std::uint64_t units, ScoreBuffer& out) {
        char* at = out.room(NumberTexts::room);
        if (there)
            at = numbers_.write(at, units);
        else
            *at++ = delimiter_;
        out.end_at(at);
    }

    const ScorePlan& plan_;
    const ScoreInstrument& scored_;
    std::size_t index_;
    char delimiter_;
    NumberTexts numbers_;
    Endings endings_;
    bool by_table_;
    ScoreNotes notes_;
};

class CsvOutput : public ScoreOutput {
public:
    CsvOutput(const ScorePlan& plan, char delimiter)
        : plan_(plan),
          delimiter_(delimiter),
          same_(delimiter == plan.input_delimiter && !plan.to_terminal) {
        parts_.reserve(plan.instruments.size());
        for (std::size_t i = 0; i < plan.instruments.size(); ++i) {
            parts_.emplace_back(plan, i, delimiter);
            room_ += parts_.back().room();
        }
        for (const std::size_t column : plan.kept) {
            if (runs_.empty() || runs_.back().second + 1 != column) {
                runs_.emplace_back(column, column);
            } else {
                runs_.back().second = column;
            }
        }
    }

    void begin(ScoreBuffer& out) override {
        std::string line;
        for (const std::size_t column : plan_.kept) {
            if (!line.empty()) line += delimiter_;
            if (same_)
                line += plan_.raw_header[column];
            else
                io::csv_append_cell(line, shown(plan_.header[column]), delimiter_);
        }
        for (const ScoreInstrument& scored : plan_.instruments) {
            for (const std::string& name : scored.names) {
                if (!line.empty()) line += delimiter_;
                line += name;
            }
        }
        out.append(line);
        out.append('\n');
    }

    void end(ScoreBuffer&) override {}

    void rows(ScoreChunk& chunk, bool, ScoreBuffer& out) override {
        const bool as_is = same_ && !has_lone_cr(chunk);
        for (std::size_t row = 0; row < chunk.rows(); ++row) {
            const std::size_t start = out.size();
            if (as_is)
                echo(chunk.block(), chunk.row_in_block(row), out);
            else if (same_)
                echo_quoted(chunk, row, out);
            else
                echo_anew(chunk, row, out);
            const bool bare = plan_.kept.empty();
            char* at = out.room(room_);
            for (Part& part : parts_) {
                if (char* next = part.quick(chunk, row, at)) {
                    at = next;
                    continue;
                }
                out.end_at(at);
                part.slow(chunk, row, out);
                at = out.room(room_);
            }
            out.end_at(at);
            if (bare) out.remove_byte(start);  // no input column: no delimiter before the first
            out.append('\n');
        }
    }

private:
    /// The kept cells, as they are.
    void echo(const io::CsvBlock& block, std::size_t row, ScoreBuffer& out) const {
        constexpr std::size_t short_copy = 16;
        const std::uint32_t* ends = block.ends + row * block.columns;
        const std::size_t last_byte = ends[block.columns - 1];
        for (std::size_t r = 0; r < runs_.size(); ++r) {
            const auto [first, last] = runs_[r];
            const std::uint32_t from = ends[static_cast<std::ptrdiff_t>(first) - 1] + 1;
            std::uint32_t to = ends[last];
            if (last + 1 == block.columns && block.newline == '\n' && to > from &&
                block.data[to - 1] == '\r') {
                --to;
            }
            const std::size_t length = to - from;
            char* at = out.room(length + 1 + short_copy);
            if (r > 0) *at++ = delimiter_;
            // A short cell with text behind it is copied with some of that: no length to look at.
            if (length <= short_copy && from + short_copy <= last_byte) {
                std::memcpy(at, block.data + from, short_copy);
            } else {
                std::memcpy(at, block.data + from, length);
            }
            out.end_at(at + length);
        }
    }

    /// Whether a carriage return stands in these rows that ends none: other readers would take it
    /// for the end of a row. Those in quotes count, too; their rows are only written more slowly.
    static bool has_lone_cr(const ScoreChunk& chunk) {
        const io::CsvBlock& block = chunk.block();
        if (block.newline == '\r') return false;  // ends every row, and so stands in no bare cell
        const std::size_t from = block.begin(static_cast<std::uint32_t>(chunk.row_in_block(0)));
        const std::size_t to =
            block.begin(static_cast<std::uint32_t>(chunk.row_in_block(chunk.rows())));
        std::string_view rest(block.data + from, to - from);
        for (std::size_t at; (at = rest.find('\r')) != std::string_view::npos;
             rest.remove_prefix(at + 1)) {
            if (at + 1 == rest.size() || rest[at + 1] != '\n') return true;
        }
        return false;
    }

    /// The kept cells as they are, but in quotes where a carriage return asks for them.
    void echo_quoted(const ScoreChunk& chunk, std::size_t row, ScoreBuffer& out) {
        bool first = true;
        for (const std::size_t column : plan_.kept) {
            if (!first) out.append(delimiter_);
            first = false;
            const std::string_view cell =
                chunk.block().cell(static_cast<std::uint32_t>(chunk.row_in_block(row)),
                                   static_cast<std::uint32_t>(column));
            cell_.clear();
            // Otherwise as `echo` writes it: the neighbours of a row change nothing.
            if (cell.starts_with('"') || cell.find('\r') == std::string_view::npos)
                cell_ = cell;
            else
                io::csv_append_cell(cell_, cell, delimiter_);
            out.append(cell_);
        }
    }

    /// A cell of the input as it may be written.
    std::string shown(std::string_view cell) const {
        return plan_.to_terminal ? io::printable(cell) : std::string(cell);
    }

    /// The kept cells for another delimiter: quoted where that one asks for it.
    void echo_anew(ScoreChunk& chunk, std::size_t row, ScoreBuffer& out) {
        bool first = true;
        for (const std::size_t column : plan_.kept) {
            if (!first) out.append(delimiter_);
            first = false;
            cell_.clear();
            io::csv_append_cell(cell_, shown(chunk.cell(row, column)), delimiter_);
            out.append(cell_);
        }
    }

    const ScorePlan& plan_;
    char delimiter_;
    bool same_;
    std::size_t room_ = 1;
    std::vector<Part> parts_;
    std::vector<std::pair<std::size_t, std::size_t>> runs_;  // kept columns that are neighbours
    std::string cell_;
};

}  // namespace

std::unique_ptr<ScoreOutput> make_csv_output(const ScorePlan& plan, char delimiter) {
    return std::make_unique<CsvOutput>(plan, delimiter);
}

std::unique_ptr<ScoreOutput> make_score_output(Format format, const ScorePlan& plan) {
    switch (format) {
        case Format::tsv: return make_csv_output(plan, '\t');
        case Format::json:
        case Format::ndjson:
        case Format::table: return make_rows_output(plan, format);
        case Format::csv: break;
    }
    return make_csv_output(plan, ',');
}

}  // namespace eczscore::table
