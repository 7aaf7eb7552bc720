// SPDX-License-Identifier: BSL-1.0
// The one sentence about a score: what is missing, wrong, imputed or odd, and what to do about it;
// and what decides it, for those who keep sentences.
#pragma once

#include <cstddef>
#include <string>

#include "eczscore/core/text_out.hpp"
#include "eczscore/io/text_of.hpp"
#include "eczscore/report/detail/note_writer.hpp"
#include "eczscore/report/recording.hpp"

namespace eczscore::report {

/// A sentence, and whether it repeats something of its own row: a text, an age, a value or a sum.
struct Note {
    std::string text;
    bool quotes = false;
};

/// recording  its answers and its age count; its `items` are not looked at.
inline NoteFacts note_facts(const Instrument& instrument, const Score& score,
                            const Recording& recording) {
    NoteFacts facts;
    facts.score = score;
    facts.score.units = 0;
    facts.score.denominator = 1;
    facts.score.form = 0;
    facts.score.not_relevant_count = 0;
    facts.score.imputed = score.imputed > 0 ? 1 : 0;
    facts.band_wants_age = recording.band_wants_age;
    facts.complete_only = recording.complete_only;
    if (instrument.uses_age() && score.age == Status::ok) {
        facts.rounded_years = detail::is_rounded_number(recording.age.years_text);
        facts.rounded_months = detail::is_rounded_number(recording.age.months_text);
    }
    if (score.signs_without_area == 0) return facts;
    for_each_item(instrument.forms[0], [&](std::size_t d, std::size_t i, const Item&) {
        if ((score.signs_without_area & domain_bit(d)) == 0) return;
        if (i >= recording.answers.size()) return;
        const Answer answer = recording.answers[i];
        if (answer.is_value() && answer.millionths() > 0) facts.above_zero |= item_bit(i);
    });
    return facts;
}

/// The sentence about a score with these facts; nothing when there is nothing to say. Does not
/// allocate.
/// recording  as for `note`; only what the sentence repeats is read from it.
/// returns    whether it repeats something of its own row: a text, an age, a value or a sum
inline bool write_note(TextOut& out, const Instrument& instrument, const NoteFacts& facts,
                       const Score& score, const Recording& recording) {
    detail::NoteRow row(instrument, score, recording);
    detail::NoteWriter(out, instrument, facts, row).sentence();
    return row.quoted();
}
/// The same as a string.
inline Note write_note(const Instrument& instrument, const NoteFacts& facts, const Score& score,
                       const Recording& recording) {
    Note note;
    note.text = io::text_of(
        [&](TextOut& out) { note.quotes = write_note(out, instrument, facts, score, recording); });
    return note;
}

/// The sentence about a score; nothing when there is nothing to say. Does not allocate.
/// recording  the answers as they were scored, and where they came from: without texts the columns
///            are called by their names in the contract.
inline void note(TextOut& out, const Instrument& instrument, const Score& score,
                 const Recording& recording = {}) {
    write_note(out, instrument, note_facts(instrument, score, recording), score, recording);
}
/// The same as a string.
inline std::string note(const Instrument& instrument, const Score& score,
                        const Recording& recording = {}) {
    return io::text_of([&](TextOut& out) { note(out, instrument, score, recording); });
}

}  // namespace eczscore::report
