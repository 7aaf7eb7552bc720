// SPDX-License-Identifier: BSL-1.0
// Scores the row again, one value at a time, and asks the report for the sentence.
#include "table/score_notes.hpp"

#include "eczscore/io/csv_write.hpp"

namespace eczscore::table {

namespace {
constexpr std::size_t kept_notes = 256;
}

ScoreNotes::ScoreNotes(const ScorePlan& plan, std::size_t instrument, char delimiter)
    : plan_(plan),
      instrument_(instrument),
      delimiter_(delimiter),
      kept_(kept_notes),
      note_(std::make_unique<io::StringOut>()) {}

/// Where a sentence is kept; what else is kept there is told apart by its facts.
std::size_t ScoreNotes::place(const report::NoteFacts& facts) {
    const Score& score = facts.score;
    std::uint64_t mixed = score.missing * 0x9e3779b97f4a7c15;
    mixed ^= (score.doubtful_relevance + 1) * 0xc2b2ae3d27d4eb4f;
    mixed ^= facts.above_zero * 0xd6e8feb86659fd93;
    mixed ^= ((std::uint64_t{score.signs_without_area} << 32) | score.area_without_signs) *
             0x165667b19e3779f9;
    return (mixed >> 40) % kept_notes;
}

std::string_view ScoreNotes::note(ScoreChunk& chunk, std::size_t row) {
    return note(chunk, row, chunk.score_of(instrument_, row), true);
}

std::string_view ScoreNotes::note(ScoreChunk& chunk, std::size_t row, const Score& score,
                                  bool looks_at_age) {
    const Instrument& instrument = *plan_.instruments[instrument_].instrument;
    report::Recording recording = this->recording(chunk, row, looks_at_age);
    const report::NoteFacts facts = report::note_facts(instrument, score, recording);
    Kept& kept = kept_[place(facts)];
    if (kept.made && kept.facts == facts) return kept.text;
    add_items(chunk, row, recording);
    note_->clear();
    const bool quotes = report::write_note(*note_, instrument, facts, score, recording);
    std::string& text = quotes ? last_ : kept.text;
    text.clear();
    if (delimiter_ == 0) {
        text = note_->text();
    } else {
        io::csv_append_cell(text, note_->text(), delimiter_);
    }
    if (!quotes) {
        kept.facts = facts;
        kept.made = true;
    }
    return text;
}

/// The row without its items: all that the facts depend on.
report::Recording ScoreNotes::recording(ScoreChunk& chunk, std::size_t row, bool looks_at_age) {
    const ScoreInstrument& scored = plan_.instruments[instrument_];
    texts_.clear();
    report::Recording recording{.answers = chunk.answers(instrument_, row)};
    const AgeColumns& age = scored.columns.age;
    if (looks_at_age && age.found() && scored.age != no_source) {  // otherwise no age is looked at
        recording.age = {name(age.years), copy(chunk, row, age.years), name(age.months),
                         copy(chunk, row, age.months)};
    }
    recording.band_wants_age =
        plan_.writes_bands && scored.bands_want_age() && !chunk.age(instrument_, row).is_known();
    recording.complete_only = plan_.complete_only;
    return recording;
}

void ScoreNotes::add_items(ScoreChunk& chunk, std::size_t row, report::Recording& recording) {
    recorded_.clear();
    for (const ItemColumns& item : plan_.instruments[instrument_].columns.items) {
        recorded_.push_back({name(item.value), copy(chunk, row, item.value), name(item.percent),
                             copy(chunk, row, item.percent)});
    }
    recording.items = recorded_;
}

/// A cell, copied: one that had to be unquoted lives only until the next is read.
std::string_view ScoreNotes::copy(ScoreChunk& chunk, std::size_t row, std::size_t column) {
    return texts_.emplace_back(chunk.cell(row, column));
}

std::string_view ScoreNotes::name(std::size_t column) const {
    return column == no_column ? std::string_view() : std::string_view(plan_.header[column]);
}

}  // namespace eczscore::table
