// SPDX-License-Identifier: BSL-1.0
// Reads columns of cells tile by tile, so that text and index stay in the first-level cache.
#include "table/score_chunk.hpp"

#include <algorithm>
#include <bit>

#include "eczscore/score/band.hpp"
#include "eczscore/score/batch.hpp"
#include "eczscore/score/cell.hpp"

namespace eczscore::table {

namespace {

constexpr std::size_t tile_rows = kernels::cell_rows;

/// The cells of one column, row by row.
struct Cells {
    const char* data;
    const std::uint32_t* end;
    std::size_t stride;
    bool may_end_in_cr;

    Cells(const io::CsvBlock& block, std::size_t row, std::size_t column)
        : data(block.data),
          end(block.ends + row * block.columns + column),
          stride(block.columns),
          may_end_in_cr(column + 1 == block.columns && block.newline == '\n') {}
};

/// `read(text, length)` for at most `tile_rows` cells, into `to`. Results are gathered in an array
/// of its own first: a store through a pointer to bytes could change anything, and the compiler
/// would load everything anew.
template <class T, class Read>
[[gnu::always_inline]] inline void read_cells(Cells cells, std::size_t rows, T* to, Read read) {
    T results[tile_rows];
    const char* const data = cells.data;
    const std::uint32_t* end = cells.end;
    if (cells.may_end_in_cr) {
        for (std::size_t i = 0; i < rows; ++i, end += cells.stride) {
            const std::uint32_t from = end[-1] + 1;
            std::uint32_t length = *end - from;
            length -= length > 0 && data[*end - 1] == '\r' ? 1 : 0;
            results[i] = read(data + from, length);
        }
    } else {
#pragma GCC unroll 4
        for (std::size_t i = 0; i < rows; ++i, end += cells.stride) {
            const std::uint32_t from = end[-1] + 1;
            results[i] = read(data + from, *end - from);
        }
    }
    std::memcpy(to, results, rows * sizeof(T));
}

/// Completed years of an age that is a short decimal.
[[gnu::always_inline]] inline std::uint8_t short_years(const char* text, std::uint32_t length) {
    const double years = short_decimal(text, length);
    return years <= 130 ? static_cast<std::uint8_t>(years) : unknown_code;
}

}  // namespace

ScoreChunk::ScoreChunk(const ScorePlan& plan)
    : plan_(plan),
      codes_(plan.code_columns),
      numbers_(plan.wide_columns),
      ages_(plan.ages.size()),
      scores_(plan.instruments.size()) {
    for (std::size_t i = 0; i < scores_.size(); ++i) {
        const ScoreInstrument& scored = plan.instruments[i];
        ChunkScores& scores = scores_[i];
        scores.narrow = eczscore::detail::max_units(*scored.instrument) < 0xffffffff;
        if (scored.by_value)
            scores.values.resize(chunk_rows);
        else if (scores.narrow)
            scores.units32.resize(chunk_rows);
        else
            scores.units64.resize(chunk_rows);
        scores.domains.resize(scored.subscores.size());
    }
}

std::string_view ScoreChunk::cell(std::size_t row, std::size_t column, std::string& scratch) const {
    if (column == no_column) return {};
    return io::csv_unquote(
        block_->cell(static_cast<std::uint32_t>(first_ + row), static_cast<std::uint32_t>(column)),
        scratch);
}

Answer ScoreChunk::answer(const Item& item, ItemColumns columns, std::size_t row) {
    if (columns.percent == no_column) return item_answer(item, cell(row, columns.value), {});
    const std::string percent(cell(row, columns.percent));
    return item_answer(item, cell(row, columns.value), percent);
}

Age ScoreChunk::exact_age(AgeColumns columns, std::size_t row) {
    const Answer years = parse_number(cell(row, columns.years));
    return age_from(years, parse_number(cell(row, columns.months)));
}

/// The age of a row. A recorded age that was rounded makes the row remarkable: the note says so,
/// also where the other one counts.
Age ScoreChunk::read_age_of(AgeColumns columns, std::size_t row) {
    const Answer years = parse_number(cell(row, columns.years));
    const Answer months = parse_number(cell(row, columns.months));
    if (years.kind() == Answer::Kind::rounded || months.kind() == Answer::Kind::rounded) {
        rounded_[row] = 1;
        any_rounded_ = true;
    }
    return age_from(years, months);
}

Answer ScoreChunk::known_answer(const ScoreSource& source, std::size_t row) {
    const bool again = rounded_[row] != 0;
    if (source.wide) {
        const double number = numbers_[source.index][row];
        if (!again && number != unknown_number) return Answer(number);
    } else {
        const std::uint8_t code = codes_[source.index][row];
        if (code == code_missing) return {};
        if (code == code_not_relevant) return Answer::not_relevant();
        if (!again && code != unknown_code) {
            return Answer::from_millionths(
                code * (millionths_per_point / source.item->scale.units_per_point));
        }
    }
    return answer(*source.item, source.columns, row);
}

std::vector<Answer>& ScoreChunk::answers(std::size_t instrument, std::size_t row) {
    const ScoreInstrument& scored = plan_.instruments[instrument];
    answers_.clear();
    for (const std::size_t source : scored.sources) {
        answers_.push_back(source == no_source ? Answer{}
                                               : known_answer(plan_.sources[source], row));
    }
    return answers_;
}

Age ScoreChunk::age(std::size_t instrument, std::size_t row) const {
    const std::size_t which = plan_.instruments[instrument].age;
    if (which == no_source) return {};
    const std::uint8_t years = ages_[which][row];
    return years == code_missing ? Age{} : Age::years(years);
}

Score ScoreChunk::score_of(std::size_t instrument, std::size_t row) {
    const ScoreInstrument& scored = plan_.instruments[instrument];
    Score score = look_up(
        scored.table,
        eczscore::score(*scored.instrument, answers(instrument, row), age(instrument, row)));
    const bool imputed = score.status == Status::imputed ||
                         (score.status == Status::needs_data && score.imputed > 0);
    if (plan_.complete_only && imputed) {
        score.imputed = 0;
        score.status = Status::missing;
    }
    return score;
}

Score ScoreChunk::known_score(std::size_t instrument, std::size_t row) {
    const ScoreInstrument& scored = plan_.instruments[instrument];
    const ChunkScores& scores = scores_[instrument];
    if (scored.by_value || scores.remarkable[row] != 0) return score_of(instrument, row);
    Score score;
    score.units = static_cast<std::int64_t>(scores.units(row));
    score.denominator = scored.instrument->plan.denominator;
    score.status = Status::ok;
    score.instrument = scored.instrument;
    eczscore::detail::choose_form(*scored.instrument, age(instrument, row), score.form);
    return score;
}

/// Reads a cell by the rules for every cell: one that is neither a listed text nor a short number.
void ScoreChunk::read_fully(const ScoreSource& source, std::size_t row) {
    const Item& item = *source.item;
    const Answer found = answer(item, source.columns, row);
    if (found.kind() == Answer::Kind::rounded) {
        rounded_[row] = 1;
        any_rounded_ = true;
    }
    if (source.wide) {
        double& number = numbers_[source.index][row];
        number = found.is_missing()         ? missing_number
                 : item.scale.allows(found) ? static_cast<double>(found.millionths()) / 1e6
                                            : unknown_number;
        return;
    }
    std::uint8_t& code = codes_[source.index][row];
    code = unknown_code;
    if (found.is_missing()) code = code_missing;
    if (found.is_not_relevant() && item.offers_not_relevant) code = code_not_relevant;
    if (item.scale.allows(found)) code = static_cast<std::uint8_t>(item.scale.units(found));
}

/// One tile of 64 rows: neighbouring columns at once where the processor has instructions for it.
void ScoreChunk::read_run(const ScoreRunOfColumns& run, std::size_t from) {
    columns_.clear();
    for (const std::size_t s : run.sources) {
        const ScoreSource& source = plan_.sources[s];
        columns_.push_back(
            {&plan_.tables[source.table].short_levels(), codes_[source.index].data() + from, 0});
    }
    const std::size_t stride = block_->columns;
    plan_.kernels.read_levels(block_->data,
                              block_->ends + (first_ + from) * stride + run.first_column, stride,
                              columns_.data(), columns_.size());
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        for (std::uint64_t rest = columns_[c].unknown; rest != 0; rest &= rest - 1) {
            read_fully(plan_.sources[run.sources[c]],
                       from + static_cast<std::size_t>(std::countr_zero(rest)));
        }
    }
}

void ScoreChunk::read(std::size_t from, std::size_t to) {
    const bool in_runs =
        plan_.kernels.read_levels != nullptr && to - from == tile_rows && to <= rows_with_slack_;
    for (std::size_t r = 0; in_runs && r < plan_.runs.size(); ++r) read_run(plan_.runs[r], from);
    for (const ScoreSource& source : plan_.sources) {
        if (!in_runs || !source.in_run) read(source, from, to);
    }
}

/// Rows [from, to) of one column. The fast ways read eight bytes, which the last rows do not have.
void ScoreChunk::read(const ScoreSource& source, std::size_t from, std::size_t to) {
    const bool fully = source.reading == ScoreSource::Reading::fully;
    const std::size_t slack_end = fully ? from : std::clamp(rows_with_slack_, from, to);
    for (std::size_t i = slack_end; i < to; ++i) read_fully(source, i);
    if (slack_end == from) return;
    const Cells cells(*block_, first_ + from, source.columns.value);
    if (source.reading == ScoreSource::Reading::levels) {
        std::uint8_t* codes = codes_[source.index].data() + from;
        const LevelTable& table = plan_.tables[source.table];
        std::uint64_t unknown = 0;
        read_cells(cells, slack_end - from, codes, [&](const char* text, std::uint32_t length) {
            return table.find(text, length, unknown);
        });
        if (unknown == 0) return;
        read_cells(cells, slack_end - from, codes, [&](const char* text, std::uint32_t length) {
            return table.find(text, length);
        });
        for (std::size_t i = 0; i < slack_end - from; ++i) {
            if (codes[i] == unknown_code) read_fully(source, from + i);
        }
    } else {
        double* numbers = numbers_[source.index].data() + from;
        read_cells(cells, slack_end - from, numbers, [](const char* text, std::uint32_t length) {
            return short_decimal(text, length);
        });
        for (std::size_t i = 0; i < slack_end - from; ++i) {
            if (numbers[i] == unknown_number) read_fully(source, from + i);
        }
    }
}

void ScoreChunk::read_age(std::size_t which, std::size_t from, std::size_t to) {
    const AgeColumns columns = plan_.ages[which];
    ChunkColumn<std::uint8_t>& ages = ages_[which];
    const bool fast = columns.months == no_column && columns.years != no_column;
    const std::size_t slack_end = fast ? std::clamp(rows_with_slack_, from, to) : from;
    if (fast) {
        const Cells cells(*block_, first_ + from, columns.years);
        read_cells(
            cells, slack_end - from, ages.data() + from,
            [](const char* text, std::uint32_t length) { return short_years(text, length); });
    }
    for (std::size_t i = from; i < to; ++i) {
        if (i < slack_end && ages[i] != unknown_code) continue;
        ages[i] = eczscore::detail::code_of_years(read_age_of(columns, i));
    }
}

void ScoreChunk::score(const io::CsvBlock& block, std::size_t first, std::size_t rows) {
    block_ = &block;
    first_ = first;
    rows_ = rows;
    if (any_rounded_) rounded_.fill(0);
    any_rounded_ = false;
    const std::size_t end = block.begin(block.rows);
    rows_with_slack_ = rows;
    while (rows_with_slack_ > 0 &&
           block.begin(static_cast<std::uint32_t>(first + rows_with_slack_)) + std::size_t{8} >
               end) {
        --rows_with_slack_;
    }
    for (std::size_t from = 0; from < rows; from += tile_rows) {
        const std::size_t to = std::min(from + tile_rows, rows);
        read(from, to);
        for (std::size_t a = 0; a < ages_.size(); ++a) read_age(a, from, to);
    }
    for (std::size_t i = 0; i < scores_.size(); ++i) score(i);
}

/// Scores that are no count of 1/denominator points, one row at a time.
void ScoreChunk::score_by_value(std::size_t which) {
    const ScoreInstrument& scored = plan_.instruments[which];
    ChunkScores& scores = scores_[which];
    for (std::size_t row = 0; row < rows_; ++row) {
        const Score score = score_of(which, row);
        scores.values[row] = score.is_scored() ? score.value() : Exact(0);
        scores.status[row] = static_cast<std::uint8_t>(score.status);
        scores.remarkable[row] = 1;  // written row by row
        const BandScheme* scheme = scheme_for(scored, age(which, row));
        const Band* found = scheme == nullptr ? nullptr : band(*scheme, score);
        scores.band[row] =
            found == nullptr ? 255 : static_cast<std::uint8_t>(found - scheme->bands.data());
        if (scored.subscores.empty()) continue;
        const Tally tallied = tally(*scored.instrument, answers(which, row), age(which, row));
        for (std::size_t s = 0; s < scored.subscores.size(); ++s) {
            const Score part = subscore(*scored.instrument, tallied, scored.subscores[s]);
            scores.domains[s][row] =
                part.is_scored() ? static_cast<std::uint32_t>(part.units) : 0xffffffff;
        }
    }
}

void ScoreChunk::score(std::size_t which) {
    const ScoreInstrument& scored = plan_.instruments[which];
    ChunkScores& scores = scores_[which];
    if (scored.by_value) return score_by_value(which);
    std::array<Column, max_items> items;
    for (std::size_t i = 0; i < scored.sources.size(); ++i) {
        if (scored.sources[i] == no_source) continue;
        const ScoreSource& source = plan_.sources[scored.sources[i]];
        items[i] = source.wide ? Column(numbers_[source.index].data())
                               : Column(codes_[source.index].data());
    }
    BatchInput in{{items.data(), scored.sources.size()}, {}, rows_};
    if (scored.age != no_source) in.age = Column(ages_[scored.age].data());
    std::array<std::uint32_t*, max_domains> domains{};
    for (std::size_t s = 0; s < scored.subscores.size(); ++s) {
        domains[scored.subscores[s]] = scores.domains[s].data();
    }
    BatchOutput out;
    out.units32 = scores.narrow ? scores.units32.data() : nullptr;
    out.units64 = scores.narrow ? nullptr : scores.units64.data();
    out.band = scores.band.data();
    out.status = scores.status.data();
    out.warning = scores.remarkable.data();
    if (!scored.subscores.empty()) out.domains = {domains.data(), scored.instrument->plan.domains};
    out.scheme = scored.asked;
    // The plan fits: one column per item, a scheme of this instrument, units that are wide enough.
    [[maybe_unused]] const BatchError error =
        kernels::score_batch(*scored.instrument, in, out, {.target = plan_.kernels.batch});
    for (std::size_t row = 0; row < rows_; ++row) {
        if (plan_.complete_only && scores.status[row] == static_cast<int>(Status::imputed)) {
            scores.status[row] = static_cast<std::uint8_t>(Status::missing);
            scores.band[row] = 255;
        }
        scores.remarkable[row] = scores.remarkable[row] | scores.status[row] | rounded_[row];
        if (scored.bands_want_age()) scores.remarkable[row] |= scores.band[row] == 255;
    }
}

}  // namespace eczscore::table
