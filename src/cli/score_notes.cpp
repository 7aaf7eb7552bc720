// SPDX-License-Identifier: BSL-1.0
// Scores the row again, one value at a time, and asks the report for the sentence.
#include "cli/score_notes.hpp"

#include "eczscore/io/csv_write.hpp"

namespace eczscore::cli {

namespace {
constexpr std::size_t kept_notes = 256;
}

ScoreNotes::ScoreNotes(const ScorePlan& plan, std::size_t instrument, char delimiter)
    : plan_(plan), instrument_(instrument), delimiter_(delimiter), kept_(kept_notes) {}

std::size_t ScoreNotes::place(const Key& key) {
    std::uint64_t mixed = key.missing * 0x9e3779b97f4a7c15;
    mixed ^= (key.doubtful + 1) * 0xc2b2ae3d27d4eb4f;
    mixed ^= key.above_zero * 0xd6e8feb86659fd93;
    mixed ^= ((std::uint64_t{key.signs_without_area} << 32) | key.area_without_signs) *
             0x165667b19e3779f9;
    return (mixed >> 40) % kept_notes;
}

/// The answers that a sentence about an area of 0 names.
ItemSet ScoreNotes::above_zero(const Score& score, const std::vector<Answer>& answers) const {
    ItemSet above = 0;
    if (score.signs_without_area == 0) return above;
    const Instrument& instrument = *plan_.instruments[instrument_].instrument;
    for_each_item(instrument.forms[0], [&](std::size_t d, std::size_t i, const Item&) {
        const bool named = (score.signs_without_area & domain_bit(d)) != 0;
        if (named && answers[i].is_value() && answers[i].millionths() > 0) above |= item_bit(i);
    });
    return above;
}

std::string_view ScoreNotes::note(ScoreChunk& chunk, std::size_t row) {
    const Score score = chunk.score_of(instrument_, row);
    const std::vector<Answer>& answers = chunk.answers(instrument_, row);
    const bool quotes = score.wrong != 0 || score.rounded != 0 || score.odd != 0 ||
                        score.alert != 0 || score.age == Status::invalid ||
                        score.age == Status::not_applicable || score.status == Status::needs_data ||
                        !score.why.empty();
    if (quotes) return last_ = make(chunk, row, score);
    const Key key{
        score.missing,
        score.doubtful_relevance,
        above_zero(score, answers),
        score.ended,
        plan_.instruments[instrument_].bands_want_age() && !chunk.age(instrument_, row).is_known(),
        score.signs_without_area,
        score.area_without_signs,
        score.status,
        score.age};
    Kept& kept = kept_[place(key)];
    if (!kept.made || kept.key != key) {
        kept.text = make(chunk, row, score);
        kept.key = key;
        kept.made = true;
    }
    return kept.text;
}

std::string ScoreNotes::make(ScoreChunk& chunk, std::size_t row, const Score& score) {
    const ScoreInstrument& scored = plan_.instruments[instrument_];
    const auto name = [&](std::size_t column) {
        return column == no_column ? std::string_view() : std::string_view(plan_.header[column]);
    };
    // Every cell is copied: one that had to be unquoted lives only until the next is read.
    std::vector<std::string> texts;
    texts.reserve(2 * scored.columns.items.size() + 2);
    const auto text = [&](std::size_t column) -> std::string_view {
        return texts.emplace_back(chunk.cell(row, column));
    };
    std::vector<report::Recorded> recorded;
    for (const ItemColumns& item : scored.columns.items) {
        recorded.push_back(
            {name(item.value), text(item.value), name(item.percent), text(item.percent)});
    }
    report::Recording recording{chunk.answers(instrument_, row), recorded, {}};
    const AgeColumns& age = scored.columns.age;
    if (age.found()) {
        recording.age = {name(age.years), text(age.years), name(age.months), text(age.months)};
    }
    recording.band_wants_age = scored.bands_want_age() && !chunk.age(instrument_, row).is_known();
    const std::string note = report::note(*scored.instrument, score, recording);
    if (delimiter_ == 0) return note;
    std::string cell;
    io::csv_append_cell(cell, note, delimiter_);
    return cell;
}

}  // namespace eczscore::cli
