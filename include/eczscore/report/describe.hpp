// SPDX-License-Identifier: BSL-1.0
// An instrument for people: one page with its items, sum, bands, thresholds, sources and rights.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "eczscore/core/text_out.hpp"
#include "eczscore/io/text_of.hpp"
#include "eczscore/report/describe_json.hpp"
#include "eczscore/report/detail/sum_text.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/report/respondent.hpp"
#include "eczscore/report/words.hpp"

namespace eczscore::report {

/// How the items of a domain add up, in symbols: `0.1 x area x (erythema + ... )`.
inline void formula_text(TextOut& out, const Form& form, const Domain& domain) {
    detail::sum_text(out, domain, Exact::ratio(domain.weight, form.denominator),
                     [&](std::size_t i) { short_name(out, domain, domain.items[i]); });
}

/// `grade 1 above 0 %, 2 from 10 %, ...`
inline void percent_text(TextOut& out, const PercentGrades& grades) {
    out << "grade ";
    Listing list(out, grades.limits.size(), ", ");
    for (const GradeFrom& limit : grades.limits) {
        list.next();
        out << limit.grade << (limit.included ? " from " : " above ");
        number_text(out, limit.percent);
        out << " %";
    }
}

/// `ages from 2 to below 7 years`, in months where years would not be whole; nothing for every age.
inline void ages_text(TextOut& out, const AgeRange& ages) {
    if (ages.is_everyone()) return;
    const bool open = ages.below_months == AgeRange{}.below_months;
    const bool years = ages.from_months % 12 == 0 && (open || ages.below_months % 12 == 0);
    const int each = years ? 12 : 1;
    out << "ages ";
    if (ages.from_months != 0) out << "from " << ages.from_months / each << (open ? "" : " to ");
    if (!open) out << "below " << ages.below_months / each;
    out << (years ? " years" : " months");
}

namespace detail {

inline void describe_items(TextOut& out, const Instrument& instrument, std::size_t width) {
    std::size_t widest = 10;
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        widest = std::max(widest, text_width(item.id));
    });
    const auto line = [&](std::string_view key, const auto& text) {
        Paragraph paragraph(out, width);
        out << "  ";
        padded(out, key, widest + 2);
        paragraph.fold(widest + 4);
        text();
    };
    if (instrument.uses_age()) {
        line("age_years", [&] {
            out << "age, years (or age_months); 0 to 130"
                << (instrument.needs_age() ? "" : "; may be left out");
        });
    }
    const PercentGrades* shown = nullptr;
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        line(item.id, [&] {
            out << item.label << ": ";
            allowed_text(out, item);
            item_remark(out, item, "; ");
        });
        if (item.from_percent == nullptr) return;
        line("", [&] {
            out << "or " << item.id << "_percent, 0 to 100";
            if (shown == item.from_percent) return;
            out << ": ";
            percent_text(out, *item.from_percent);
        });
        shown = item.from_percent;
    });
}

/// What stands in the place of a sum; empty when the score is one.
inline std::string_view instead_of_sum(const Instrument& instrument) {
    if (!instrument.has_total) return "no total is published: the items stand for themselves";
    if (instrument.formula == nullptr) return {};
    return instrument.formula_text.empty() ? "a formula of its own, see the notes"
                                           : instrument.formula_text;
}

inline void describe_sum(TextOut& out, const Instrument& instrument, std::size_t width) {
    if (!instrument.is_sum()) return wrapped(out, "  ", instead_of_sum(instrument), 4, width);
    for (const Form& form : instrument.forms) {
        const std::size_t indent = instrument.forms.size() > 1 ? 4 : 2;
        if (instrument.forms.size() > 1) wrapped(out, "  ", form.label, 4, width);
        for (const Domain& domain : form.domains) {
            Paragraph paragraph(out, width);
            out.append(indent, ' ');
            out << domain.label << ": ";
            paragraph.fold(indent + 4);
            formula_text(out, form, domain);
        }
    }
}

/// `first` and the evidence of a number, as a paragraph.
inline void evidence_line(TextOut& out, std::string_view first, const Evidence& evidence,
                          std::size_t indent, std::size_t width) {
    const Paragraph paragraph(out, first, indent, width);
    evidence_with_note(out, evidence);
}

inline void describe_bands(TextOut& out, const Instrument& instrument, std::size_t width) {
    for (const BandScheme& scheme : instrument.bands) {
        {
            Paragraph paragraph(out, width);
            out << "  " << scheme.id << ": ";
            paragraph.fold(4);
            out << scheme.title << (scheme.is_default ? " [default]" : "");
            if (!scheme.ages.is_everyone()) {
                out << " [";
                ages_text(out, scheme.ages);
                out << ']';
            }
            out << (scheme.on_rounded ? " [on the rounded score]" : "");
        }
        for (const Band& band : scheme.bands) {
            out << "    ";
            padded(out, band.id, 24);
            limits_text(out, band);
            out << '\n';
        }
        evidence_line(out, "    source ", scheme.evidence, 6, width);
    }
}

inline void describe_thresholds(TextOut& out, const Instrument& instrument, std::size_t width) {
    for (const Threshold& threshold : instrument.thresholds) {
        {
            Paragraph paragraph(out, width);
            out << "  " << threshold.id << ": ";
            paragraph.fold(4);
            out << name(threshold.basis) << ": ";
            demand_from_baseline(out, instrument, threshold);
            out << (threshold.is_default ? " [default]" : "");
        }
        {
            const Paragraph paragraph(out, "    ", 4, width);
            out << threshold.label << (threshold.population.empty() ? "" : "; ")
                << threshold.population;
        }
        evidence_line(out, "    source ", threshold.evidence, 6, width);
    }
}

inline void describe_sources(TextOut& out, const Instrument& instrument, std::size_t width) {
    for (const Citation* source : instrument.sources) {
        {
            Paragraph paragraph(out, width);
            out << "  " << source->id << ": ";
            paragraph.fold(4);
            citation_text(out, *source);
        }
        wrapped(out, "    how it was seen: ", source->verified, 6, width);
    }
}

inline void describe_head(TextOut& out, const Instrument& instrument, std::size_t width) {
    {
        Paragraph paragraph(out, width);
        out << instrument.id << ": ";
        paragraph.fold(2);
        out << instrument.title;
    }
    const auto field = [&](std::string_view label, const auto& text) {
        Paragraph paragraph(out, width);
        padded(out, label, 12);
        paragraph.fold(12);
        text();
    };
    const auto words = [&](std::string_view label, Text text) {
        if (!text.empty()) field(label, [&] { out << text; });
    };
    words("version", instrument.version);
    field("answered by", [&] { answered_by(out, instrument); });
    words("recall", instrument.recall);
    field("range", [&] { scale_text(out, instrument); });
    if (!instrument.ages.is_everyone()) field("for", [&] { ages_text(out, instrument.ages); });
    if (!instrument.table.empty()) {
        field("needs", [&] { out << "a licensed table: " << instrument.table; });
    }
    field("columns", [&] {
        out << instrument.prefix() << "_ITEM";
        if (!instrument.also_columns.empty()) out << " or " << instrument.also_columns << "_ITEM";
    });
    field("outputs", [&] {
        const char* between = "";
        for_each_output_column(instrument, [&](Text first, Text last) {
            out << between << first << '_' << last;
            between = ", ";
        });
    });
}

}  // namespace detail

/// The page as plain text. Does not allocate.
inline void describe_text(TextOut& out, const Instrument& instrument, TextOptions options = {}) {
    const std::size_t width = options.width;
    detail::describe_head(out, instrument, width);
    out << "\nItems\n";
    detail::describe_items(out, instrument, width);
    out << (instrument.is_sum() ? "\nThe sum\n" : "\nThe score\n");
    detail::describe_sum(out, instrument, width);
    out << "\nMissing answers\n";
    wrapped(out, "  ", instrument.missing.text, 2, width);
    detail::evidence_line(out, "  source ", instrument.missing.evidence, 4, width);
    if (!instrument.bands.empty()) out << "\nBands\n";
    detail::describe_bands(out, instrument, width);
    if (!instrument.thresholds.empty()) out << "\nChange that matters\n";
    detail::describe_thresholds(out, instrument, width);
    if (!instrument.notes.empty()) out << "\nNotes\n";
    for (const Text& note : instrument.notes) wrapped(out, "  - ", note, 4, width);
    if (!instrument.sources.empty()) out << "\nSources\n";
    detail::describe_sources(out, instrument, width);
    out << "\nRights\n";
    wrapped(out, "  ", instrument.rights, 2, width);
}
/// The same as a string.
inline std::string describe_text(const Instrument& instrument, TextOptions options = {}) {
    return io::text_of([&](TextOut& out) { describe_text(out, instrument, options); });
}

}  // namespace eczscore::report
