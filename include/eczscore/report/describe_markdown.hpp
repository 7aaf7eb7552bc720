// SPDX-License-Identifier: BSL-1.0
// An instrument as a page of Markdown: the pages of docs/instruments are these.
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "eczscore/report/describe.hpp"
#include "eczscore/report/respondent.hpp"

namespace eczscore::report {

namespace detail {

/// A cell of a Markdown table.
inline std::string markdown_cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out;
}

inline std::string markdown_row(const std::vector<std::string>& cells) {
    std::string out = "|";
    for (const std::string& cell : cells) out += " " + markdown_cell(cell) + " |";
    return out + "\n";
}

inline std::string markdown_head(const std::vector<std::string>& cells) {
    std::string out = markdown_row(cells) + "|";
    for (std::size_t i = 0; i < cells.size(); ++i) out += "---|";
    return out + "\n";
}

inline std::string as_code(std::string_view text) { return "`" + std::string(text) + "`"; }

inline std::string markdown_items(const Instrument& instrument) {
    std::string out = markdown_head({"key", "what", "allowed"});
    if (instrument.uses_age()) {
        out += markdown_row({"`age_years`",
                             std::string("age at the assessment (or `age_months`)") +
                                 (instrument.needs_age() ? "" : ", may be left out"),
                             "0 to 130"});
    }
    for (const Domain& domain : instrument.forms[0].domains) {
        for (const Item& item : domain.items) {
            const std::string key(std::string_view(item.id));
            out += markdown_row(
                {as_code(key), std::string(std::string_view(item.label)),
                 allowed_text(item) + (item_remark(item).empty() ? "" : "; " + item_remark(item))});
            if (item.from_percent == nullptr) continue;
            out += markdown_row({as_code(key + "_percent"), "instead of the grade, in percent",
                                 "0 to 100: " + percent_text(*item.from_percent)});
        }
    }
    return out;
}

inline std::string markdown_sum(const Instrument& instrument) {
    std::string out;
    if (!instrument.is_sum()) return instead_of_sum(instrument) + ".\n";
    for (const Form& form : instrument.forms) {
        if (instrument.forms.size() > 1) {
            out += fmt::format("{}{}:\n\n", out.empty() ? "" : "\n", std::string_view(form.label));
        }
        for (const Domain& domain : form.domains) {
            out += fmt::format("- {}: {}\n", std::string_view(domain.label),
                               formula_text(form, domain));
        }
    }
    return out;
}

inline std::string markdown_bands(const Instrument& instrument) {
    std::string out;
    for (const BandScheme& scheme : instrument.bands) {
        out += fmt::format("{}**`{}`**{}: {}", out.empty() ? "" : "\n", std::string_view(scheme.id),
                           scheme.is_default ? " (default)" : "", std::string_view(scheme.title));
        if (!scheme.ages.is_everyone()) out += " (" + ages_text(scheme.ages) + ")";
        if (scheme.on_rounded) out += " (on the rounded score)";
        out += ". Source: " + evidence_with_note(scheme.evidence);
        out += ".\n\n" + markdown_head({"band", "label", "scores"});
        for (const Band& band : scheme.bands) {
            out += markdown_row({as_code(std::string_view(band.id)),
                                 std::string(std::string_view(band.label)), limits_text(band)});
        }
    }
    return out;
}

inline std::string markdown_thresholds(const Instrument& instrument) {
    if (instrument.thresholds.empty()) return {};
    std::string out = markdown_head({"id", "kind", "asks for", "what", "population", "source"});
    for (const Threshold& threshold : instrument.thresholds) {
        std::string demand = demand_text(instrument, threshold);
        if (threshold.eligible_from > Exact(0)) {
            demand += fmt::format(", baseline >= {}", number_text(threshold.eligible_from));
        }
        out += markdown_row(
            {as_code(std::string_view(threshold.id)) + (threshold.is_default ? " (default)" : ""),
             std::string(std::string_view(name(threshold.basis))), demand,
             std::string(std::string_view(threshold.label)),
             std::string(std::string_view(threshold.population)),
             evidence_with_note(threshold.evidence)});
    }
    return out;
}

inline std::string markdown_sources(const Instrument& instrument) {
    std::string out = markdown_head({"id", "citation", "how it was seen"});
    for (const Citation* source : instrument.sources) {
        out += markdown_row({as_code(std::string_view(source->id)), citation_text(*source),
                             std::string(std::string_view(source->verified))});
    }
    return out;
}

}  // namespace detail

/// The page. It says that it is generated, and from what.
inline std::string describe_markdown(const Instrument& instrument) {
    std::string out = fmt::format(
        "<!-- SPDX-License-Identifier: BSL-1.0 -->\n"
        "<!-- Generated from the descriptor of {0} by cmake/check_docs_fresh.sh: edit that. -->\n"
        "# {1}\n\n"
        "`{0}`, version: {2}. Answered by: {3}. Recall: {4}. {5}.\n",
        std::string_view(instrument.id), std::string_view(instrument.title),
        std::string_view(instrument.version), answered_by(instrument),
        std::string_view(instrument.recall),
        instrument.has_total ? "Range " + scale_text(instrument) : "No score");
    const auto section = [&](std::string_view title, const std::string& text) {
        if (!text.empty()) out += fmt::format("\n## {}\n\n{}", title, text);
    };
    if (!instrument.ages.is_everyone()) {
        out += fmt::format("For {}; an unknown age is not judged.\n", ages_text(instrument.ages));
    }
    if (!instrument.table.empty()) {
        out += fmt::format(
            "The sum is looked up in a licensed table that you must supply: {}. Without it the "
            "status is `needs_data`.\n",
            std::string_view(instrument.table));
    }
    section("Items", fmt::format("A column is `{}_` and the key.\n\n",
                                 std::string_view(instrument.prefix())) +
                         detail::markdown_items(instrument));
    section(instrument.is_sum() ? "The sum" : "The score", detail::markdown_sum(instrument));
    section("Missing answers",
            fmt::format("{}. Source: {}.\n", std::string_view(instrument.missing.text),
                        evidence_with_note(instrument.missing.evidence)));
    section("Bands", detail::markdown_bands(instrument));
    section("Change that matters", detail::markdown_thresholds(instrument));
    std::string notes;
    for (const Text& note : instrument.notes) {
        notes += fmt::format("- {}\n", std::string_view(note));
    }
    section("Notes", notes);
    section("Sources", detail::markdown_sources(instrument));
    section("Rights", fmt::format("{}\n", std::string_view(instrument.rights)));
    return out;
}

/// A line of the list of pages.
inline std::string list_markdown_head() {
    return detail::markdown_head({"id", "title", "answered by", "range", "missing answers"});
}
/// One instrument as a row of a Markdown table, ended by a line break.
inline std::string list_markdown_row(const Instrument& instrument) {
    const std::string id(std::string_view(instrument.id));
    return detail::markdown_row({"[" + detail::as_code(id) + "](" + id + ".md)",
                                 std::string(std::string_view(instrument.title)),
                                 answered_by(instrument), range_text(instrument),
                                 std::string(std::string_view(instrument.missing.text))});
}

}  // namespace eczscore::report
