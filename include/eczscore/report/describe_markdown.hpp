// SPDX-License-Identifier: BSL-1.0
// An instrument as a page of Markdown: the pages of docs/instruments are these.
#pragma once

#include <string>
#include <string_view>

#include "eczscore/core/text_out.hpp"
#include "eczscore/io/text_of.hpp"
#include "eczscore/report/describe.hpp"
#include "eczscore/report/markdown.hpp"
#include "eczscore/report/respondent.hpp"

namespace eczscore::report {

namespace detail {

inline void markdown_items(TextOut& out, const Instrument& instrument) {
    markdown_head(out, {"key", "what", "allowed"});
    if (instrument.uses_age()) {
        MarkdownRow(out)
            .code("age_years")
            .cell_of([&] {
                out << "age at the assessment (or `age_months`)"
                    << (instrument.needs_age() ? "" : ", may be left out");
            })
            .cell("0 to 130");
    }
    for (const Domain& domain : instrument.forms[0].domains) {
        for (const Item& item : domain.items) {
            MarkdownRow(out).code(item.id).cell(item.label).cell_of([&] {
                allowed_text(out, item);
                item_remark(out, item, "; ");
            });
            if (item.from_percent == nullptr) continue;
            MarkdownRow(out)
                .cell_of([&] { out << '`' << item.id << "_percent`"; })
                .cell("instead of the grade, in percent")
                .cell_of([&] {
                    out << "0 to 100: ";
                    percent_text(out, *item.from_percent);
                });
        }
    }
}

inline void markdown_sum(TextOut& out, const Instrument& instrument) {
    if (!instrument.is_sum()) return void(out << instead_of_sum(instrument) << ".\n");
    const char* before = "";
    for (const Form& form : instrument.forms) {
        if (instrument.forms.size() > 1) out << before << form.label << ":\n\n";
        before = "\n";
        for (const Domain& domain : form.domains) {
            out << "- " << domain.label << ": ";
            formula_text(out, form, domain);
            out << '\n';
        }
    }
}

inline void markdown_bands(TextOut& out, const Instrument& instrument) {
    const char* before = "";
    for (const BandScheme& scheme : instrument.bands) {
        out << before << "**`" << scheme.id << "`**" << (scheme.is_default ? " (default)" : "")
            << ": " << scheme.title;
        before = "\n";
        if (!scheme.ages.is_everyone()) {
            out << " (";
            ages_text(out, scheme.ages);
            out << ')';
        }
        out << (scheme.on_rounded ? " (on the rounded score)" : "") << ". Source: ";
        evidence_with_note(out, scheme.evidence);
        out << ".\n\n";
        markdown_head(out, {"band", "label", "scores"});
        for (const Band& band : scheme.bands) {
            MarkdownRow(out).code(band.id).cell(band.label).cell_of([&] {
                limits_text(out, band);
            });
        }
    }
}

inline void markdown_thresholds(TextOut& out, const Instrument& instrument) {
    markdown_head(out, {"id", "kind", "asks for", "what", "population", "source"});
    for (const Threshold& threshold : instrument.thresholds) {
        MarkdownRow(out)
            .cell_of([&] {
                out << '`' << threshold.id << '`' << (threshold.is_default ? " (default)" : "");
            })
            .cell(name(threshold.basis))
            .cell_of([&] { demand_from_baseline(out, instrument, threshold); })
            .cell(threshold.label)
            .cell(threshold.population)
            .cell_of([&] { evidence_with_note(out, threshold.evidence); });
    }
}

inline void markdown_sources(TextOut& out, const Instrument& instrument) {
    markdown_head(out, {"id", "citation", "how it was seen"});
    for (const Citation* source : instrument.sources) {
        MarkdownRow(out)
            .code(source->id)
            .cell_of([&] { citation_text(out, *source); })
            .cell(source->verified);
    }
}

inline void markdown_preface(TextOut& out, const Instrument& instrument) {
    out << "<!-- SPDX-License-Identifier: BSL-1.0 -->\n"
           "<!-- Generated from the descriptor of "
        << instrument.id << " by cmake/check_docs_fresh.sh: edit that. -->\n# " << instrument.title
        << "\n\n`" << instrument.id << "`, version: " << instrument.version << ". Answered by: ";
    answered_by(out, instrument);
    out << ". Recall: " << instrument.recall << ". ";
    out << (instrument.has_total ? "Range " : "No score");
    if (instrument.has_total) scale_text(out, instrument);
    out << ".\n";
    if (!instrument.ages.is_everyone()) {
        out << "For ";
        ages_text(out, instrument.ages);
        out << "; an unknown age is not judged.\n";
    }
    if (!instrument.table.empty()) {
        out << "The sum is looked up in a licensed table that you must supply: " << instrument.table
            << ". Without it the status is `needs_data`.\n";
    }
}

}  // namespace detail

/// The page. It says that it is generated, and from what. Does not allocate.
inline void describe_markdown(TextOut& out, const Instrument& instrument) {
    detail::markdown_preface(out, instrument);
    out << "\n## Items\n\nA column is `" << instrument.prefix() << "_` and the key.\n\n";
    detail::markdown_items(out, instrument);
    out << (instrument.is_sum() ? "\n## The sum\n\n" : "\n## The score\n\n");
    detail::markdown_sum(out, instrument);
    out << "\n## Missing answers\n\n" << instrument.missing.text << ". Source: ";
    evidence_with_note(out, instrument.missing.evidence);
    out << ".\n";
    if (!instrument.bands.empty()) {
        out << "\n## Bands\n\n";
        detail::markdown_bands(out, instrument);
    }
    if (!instrument.thresholds.empty()) {
        out << "\n## Change that matters\n\n";
        detail::markdown_thresholds(out, instrument);
    }
    if (!instrument.notes.empty()) out << "\n## Notes\n\n";
    for (const Text& note : instrument.notes) out << "- " << note << '\n';
    out << "\n## Sources\n\n";
    detail::markdown_sources(out, instrument);
    out << "\n## Rights\n\n" << instrument.rights << '\n';
}
/// The same as a string.
inline std::string describe_markdown(const Instrument& instrument) {
    return io::text_of([&](TextOut& out) { describe_markdown(out, instrument); });
}

/// The page docs/instruments/README.md: all instruments in one table.
template <class Instruments>
void list_markdown(TextOut& out, const Instruments& instruments) {
    out << "<!-- SPDX-License-Identifier: BSL-1.0 -->\n"
           "<!-- Generated from the registry by cmake/check_docs_fresh.sh: edit that. -->\n"
           "# Instruments\n\n";
    markdown_head(out, {"id", "title", "answered by", "range", "missing answers"});
    for (const Instrument* instrument : instruments) {
        MarkdownRow(out)
            .cell_of([&] { out << "[`" << instrument->id << "`](" << instrument->id << ".md)"; })
            .cell(instrument->title)
            .cell_of([&] { answered_by(out, *instrument); })
            .cell_of([&] { range_text(out, *instrument); })
            .cell(instrument->missing.text);
    }
}

}  // namespace eczscore::report
