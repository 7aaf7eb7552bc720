// SPDX-License-Identifier: BSL-1.0
// The sum worked out as text: region by region, with the band, the remarks and the sources.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "eczscore/core/text_out.hpp"
#include "eczscore/io/text_of.hpp"
#include "eczscore/report/detail/sum_text.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/report/words.hpp"
#include "eczscore/score/explain.hpp"

namespace eczscore::report {

namespace detail {

/// One item in the sum: `erythema 2`, `sleep blank`, `q3 not relevant`.
inline void term(TextOut& out, const Domain& domain, const Item& item, Answer answer) {
    short_name(out, domain, item);
    const std::string_view id = item.id;
    const bool ends_in_digit = id.back() >= '0' && id.back() <= '9';
    out << (ends_in_digit ? ": " : " ");
    if (answer.is_missing()) return void(out << "blank");
    if (answer.is_not_relevant()) return void(out << "not relevant");
    const bool allowed = item.scale.allows(answer);
    if (allowed && item.points.empty()) return answer_text(out, item, answer);
    if (answer.is_value()) number_text(out, answer.exact());
    if (allowed) {
        out << " (counts " << item.added(answer) << ')';
    } else {
        out << (answer.is_value() ? " (not allowed)" : "not allowed");
    }
}

/// Writes the item with this index in the domain of a line.
inline auto term_of(TextOut& out, const Explanation& explanation, const ExplainedDomain& line) {
    return [&](std::size_t i) {
        term(out, *line.domain, line.domain->items[i], explanation.answers[line.first_item + i]);
    };
}

/// `0.1 x area 3 x (erythema 2 + ... ) = 1.8`
inline void domain_sum(TextOut& out, const Explanation& explanation, const ExplainedDomain& line) {
    sum_text(out, *line.domain, line.weight, term_of(out, explanation, line));
    out << " = ";
    if (!line.complete && !explanation.score.is_scored()) return void(out << "not worked out");
    ratio_text(out, line.contribution);
}

/// The items that stand beside the sum, with `before` in front of the first.
inline bool recorded_text(TextOut& out, const Explanation& explanation, const ExplainedDomain& line,
                          std::string_view before) {
    bool any = false;
    for (std::size_t i = 0; i < line.domain->items.size(); ++i) {
        if (line.domain->items[i].role != Role::recorded) continue;
        out << (any ? std::string_view(", ") : before);
        any = true;
        term_of(out, explanation, line)(i);
    }
    return any;
}

/// The items of a domain without a sum: `pain 4, itch 2`.
inline void domain_items(TextOut& out, const Explanation& explanation,
                         const ExplainedDomain& line) {
    added_text(out, *line.domain, ", ", term_of(out, explanation, line));
    bool any = false;
    for_each_question(*line.domain, [&](std::size_t, std::size_t) { any = true; });
    recorded_text(out, explanation, line, any ? ", " : "");
}

/// `1.8 + 5.6 + 0.9 + 9.6 = 17.9`, with the factor for questions that left the mean.
inline void total_sum(TextOut& out, const Explanation& explanation) {
    const bool scaled = explanation.scale_up != Exact(1);
    const bool bracketed = scaled && explanation.line_count > 1;
    out << (bracketed ? "(" : "");
    for (std::size_t i = 0; i < explanation.line_count; ++i) {
        out << (i > 0 ? " + " : "");
        ratio_text(out, explanation.lines[i].contribution);
    }
    out << (bracketed ? ")" : "");
    if (scaled) out << " x " << explanation.scale_up.num() << '/' << explanation.scale_up.den();
    out << " = ";
    number_text(out, explanation.score.value());
}

}  // namespace detail

/// `18.6 (0 to 72, higher is worse)`, or the status when there is no score.
inline void score_text(TextOut& out, const Instrument& instrument, const Score& score) {
    if (score.is_scored()) {
        number_text(out, score.value());
    } else {
        out << "none";
    }
    if (instrument.has_total) {
        out << " (";
        scale_text(out, instrument);
        out << ')';
    }
    if (score.status != Status::ok) out << ", " << name(score.status);
}

/// `Moderate: above 7 up to 21, scheme leshem_2015`.
inline void band_text(TextOut& out, const BandScheme& scheme, const Band* band) {
    if (band == nullptr) return void(out << "none, scheme " << scheme.id);
    out << band->label << ": ";
    limits_text(out, *band);
    out << (scheme.on_rounded ? " of the rounded score" : "") << ", scheme " << scheme.id;
}

namespace detail {

/// The sum line by line; for a formula its steps; for items without a total the items.
inline void working_text(TextOut& out, const Explanation& explanation, std::size_t width) {
    const Instrument& instrument = *explanation.instrument;
    const bool is_sum = instrument.is_sum();
    out << (is_sum ? "\nThe sum\n" : "\nThe answers\n");
    for (const ExplainedDomain& line : explanation.domains()) {
        {
            Paragraph paragraph(out, width);
            out << "  " << line.domain->label << ": ";
            paragraph.fold(6);
            is_sum ? domain_sum(out, explanation, line) : domain_items(out, explanation, line);
        }
        TextOut none;
        if (!is_sum || !recorded_text(none, explanation, line, "")) continue;
        const Paragraph paragraph(out, "  Kept apart: ", 6, width);
        recorded_text(out, explanation, line, "");
    }
    const Score& score = explanation.score;
    const bool looked_up = !instrument.table.empty();
    if (is_sum && score.is_scored() && !looked_up &&
        (explanation.line_count > 1 || explanation.scale_up != Exact(1))) {
        const Paragraph paragraph(out, "  Total: ", 6, width);
        total_sum(out, explanation);
    }
    if (looked_up && score.is_scored()) {
        const Paragraph paragraph(out, "  Looked up: ", 6, width);
        number_text(out, score.value());
        out << " (" << instrument.table << ')';
    }
    if (instrument.formula == nullptr) return;
    out << "\nThe working\n";
    if (!instrument.formula_text.empty()) wrapped(out, "  ", instrument.formula_text, 4, width);
    for (std::size_t i = 0; i < explanation.computed.line_count; ++i) {
        const WorkedLine& line = explanation.computed.lines[i];
        const Paragraph paragraph(out, "  ", 4, width);
        out << line.label << ": ";
        ratio_text(out, line.value);
    }
}

}  // namespace detail

/// The working of one score for people: several lines, each ended, no wider than asked where words
/// allow it. Does not allocate.
/// remark  the sentence of `note()`
inline void explanation_text(TextOut& out, const Explanation& explanation, std::string_view remark,
                             TextOptions options = {}) {
    const Instrument& instrument = *explanation.instrument;
    const std::size_t width = options.width;
    wrapped(out, "", instrument.title, 0, width);
    {
        const Paragraph paragraph(out, "Score   ", 8, width);
        score_text(out, instrument, explanation.score);
    }
    if (explanation.scheme != nullptr && explanation.score.is_scored()) {
        {
            const Paragraph paragraph(out, "Band    ", 8, width);
            band_text(out, *explanation.scheme, explanation.band);
        }
        wrapped(out, "        ", explanation.scheme->title, 8, width);
        const Paragraph paragraph(out, "        source ", 8, width);
        evidence_with_note(out, explanation.scheme->evidence);
    }
    if (explanation.form->id != instrument.forms[0].id || instrument.forms.size() > 1) {
        const bool known = explanation.score.age == Status::ok;
        wrapped(out, "Form    ", known ? explanation.form->label : "not known without a valid age",
                8, width);
    }
    if (!remark.empty()) wrapped(out, "Note    ", remark, 8, width);
    detail::working_text(out, explanation, width);
    out << "\nSource\n";
    if (!instrument.sources.empty()) {
        const Citation& first = *instrument.sources[0];
        {
            const Paragraph paragraph(out, "  ", 4, width);
            citation_text(out, first);
        }
        wrapped(out, "    how it was seen: ", first.verified, 4, width);
    }
    if (!instrument.missing.text.empty()) {
        wrapped(out, "  Missing answers: ", instrument.missing.text, 4, width);
        const Paragraph paragraph(out, "    source: ", 4, width);
        evidence_with_note(out, instrument.missing.evidence);
    }
}
/// The same as a string.
inline std::string explanation_text(const Explanation& explanation, std::string_view remark,
                                    TextOptions options = {}) {
    return io::text_of([&](TextOut& out) { explanation_text(out, explanation, remark, options); });
}

}  // namespace eczscore::report
