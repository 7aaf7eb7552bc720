// SPDX-License-Identifier: BSL-1.0
// An instrument for people: one page with its items, sum, bands, thresholds, sources and rights.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "eczscore/report/describe_json.hpp"
#include "eczscore/report/respondent.hpp"
#include "eczscore/report/words.hpp"

namespace eczscore::report {

/// How the items of a domain add up, in symbols: `0.1 x area x (erythema + ... )`.
inline std::string formula_text(const Form& form, const Domain& domain) {
    std::vector<std::string> factors;
    std::vector<std::string> sum;
    const Exact weight = Exact::ratio(domain.weight, form.denominator);
    if (weight != Exact(1)) factors.push_back(ratio_text(weight));
    bool part = false;
    for (const Item& item : domain.items) {
        const std::string name = short_name(domain, item);
        if (item.role == Role::multiplies) factors.push_back(name);
        if (item.role == Role::adds) {
            if (part) sum.back() += ")";
            part = false;
            sum.push_back(name);
        }
        if (item.role == Role::alternative_part) {
            sum.back() = (part ? sum.back() : "highest of (" + sum.back()) + ", " + name;
            part = true;
        }
    }
    if (part) sum.back() += ")";
    const std::string added = fmt::format("{}", fmt::join(sum, " + "));
    factors.push_back(sum.size() > 1 && !factors.empty() ? "(" + added + ")" : added);
    return fmt::format("{}", fmt::join(factors, " x "));
}

/// `grade 1 above 0 %, 2 from 10 %, ...`
inline std::string percent_text(const PercentGrades& grades) {
    std::vector<std::string> limits;
    for (const GradeFrom& limit : grades.limits) {
        limits.push_back(fmt::format("{} {} {} %", limit.grade, limit.included ? "from" : "above",
                                     number_text(limit.percent)));
    }
    return "grade " + joined(limits, ", ");
}

/// `ages from 2 to below 7 years`, in months where years would not be whole; empty for every age.
inline std::string ages_text(const AgeRange& ages) {
    if (ages.is_everyone()) return {};
    const bool open = ages.below_months == AgeRange{}.below_months;
    const bool years = ages.from_months % 12 == 0 && (open || ages.below_months % 12 == 0);
    const int each = years ? 12 : 1;
    const std::string_view unit = years ? "years" : "months";
    if (ages.from_months == 0)
        return fmt::format("ages below {} {}", ages.below_months / each, unit);
    if (open) return fmt::format("ages from {} {}", ages.from_months / each, unit);
    return fmt::format("ages from {} to below {} {}", ages.from_months / each,
                       ages.below_months / each, unit);
}

namespace detail {

inline std::string describe_items(const Instrument& instrument, std::size_t width) {
    std::string out;
    std::size_t widest = 10;
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        widest = std::max(widest, text_width(std::string_view(item.id)));
    });
    const std::size_t indent = widest + 4;
    const auto line = [&](std::string_view key, const std::string& text) {
        out += wrapped("  " + padded(key, widest + 2), text, indent, width);
    };
    if (instrument.uses_age()) {
        line("age_years", std::string("age, years (or age_months); 0 to 130") +
                              (instrument.needs_age() ? "" : "; may be left out"));
    }
    const PercentGrades* shown = nullptr;
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        line(std::string_view(item.id),
             std::string(std::string_view(item.label)) + ": " + allowed_text(item) +
                 (item_remark(item).empty() ? "" : "; " + item_remark(item)));
        if (item.from_percent == nullptr) return;
        const std::string key = std::string(std::string_view(item.id)) + "_percent";
        line("", "or " + key + ", 0 to 100" +
                     (shown == item.from_percent ? "" : ": " + percent_text(*item.from_percent)));
        shown = item.from_percent;
    });
    return out;
}

/// What stands in the place of a sum; empty when the score is one.
inline std::string instead_of_sum(const Instrument& instrument) {
    if (!instrument.has_total) return "no total is published: the items stand for themselves";
    if (instrument.formula == nullptr) return {};
    return instrument.formula_text.empty() ? "a formula of its own, see the notes"
                                           : std::string(std::string_view(instrument.formula_text));
}

inline std::string describe_sum(const Instrument& instrument, std::size_t width) {
    std::string out;
    if (!instrument.is_sum()) return wrapped("  ", instead_of_sum(instrument), 4, width);
    for (const Form& form : instrument.forms) {
        std::size_t indent = 2;
        if (instrument.forms.size() > 1) {
            out += wrapped("  ", std::string(std::string_view(form.label)), 4, width);
            indent = 4;
        }
        for (const Domain& domain : form.domains) {
            out += wrapped(
                std::string(indent, ' ') + std::string(std::string_view(domain.label)) + ": ",
                formula_text(form, domain), indent + 4, width);
        }
    }
    return out;
}

inline std::string describe_bands(const Instrument& instrument, std::size_t width) {
    std::string out;
    for (const BandScheme& scheme : instrument.bands) {
        std::string head(std::string_view(scheme.title));
        if (scheme.is_default) head += " [default]";
        if (!scheme.ages.is_everyone()) head += " [" + ages_text(scheme.ages) + "]";
        if (scheme.on_rounded) head += " [on the rounded score]";
        out += wrapped(fmt::format("  {}: ", std::string_view(scheme.id)), head, 4, width);
        for (const Band& band : scheme.bands) {
            out += fmt::format("    {:<24}{}\n", std::string_view(band.id), limits_text(band));
        }
        out += wrapped("    source ", evidence_with_note(scheme.evidence), 6, width);
    }
    return out;
}

inline std::string describe_thresholds(const Instrument& instrument, std::size_t width) {
    std::string out;
    for (const Threshold& threshold : instrument.thresholds) {
        std::string head = fmt::format("{}: {}", std::string_view(name(threshold.basis)),
                                       demand_text(instrument, threshold));
        if (threshold.eligible_from > Exact(0)) {
            head += fmt::format(", baseline >= {}", number_text(threshold.eligible_from));
        }
        if (threshold.is_default) head += " [default]";
        out += wrapped(fmt::format("  {}: ", std::string_view(threshold.id)), head, 4, width);
        std::string detail(std::string_view(threshold.label));
        if (!threshold.population.empty()) {
            detail += "; " + std::string(std::string_view(threshold.population));
        }
        out += wrapped("    ", detail, 4, width);
        out += wrapped("    source ", evidence_with_note(threshold.evidence), 6, width);
    }
    return out;
}

inline std::string describe_sources(const Instrument& instrument, std::size_t width) {
    std::string out;
    for (const Citation* source : instrument.sources) {
        out += wrapped(fmt::format("  {}: ", std::string_view(source->id)), citation_text(*source),
                       4, width);
        out += wrapped("    how it was seen: ", std::string_view(source->verified), 6, width);
    }
    return out;
}

}  // namespace detail

/// The page as plain text.
inline std::string describe_text(const Instrument& instrument, TextOptions options = {}) {
    const std::size_t width = options.width;
    std::string out = wrapped(fmt::format("{}: ", std::string_view(instrument.id)),
                              std::string_view(instrument.title), 2, width);
    const auto field = [&](std::string_view label, std::string_view text) {
        if (!text.empty()) out += wrapped(padded(label, 12), text, 12, width);
    };
    const auto section = [&](std::string_view title, const std::string& text) {
        if (!text.empty()) out += fmt::format("\n{}\n{}", title, text);
    };
    field("version", std::string_view(instrument.version));
    field("answered by", answered_by(instrument));
    field("recall", std::string_view(instrument.recall));
    field("range", scale_text(instrument));
    field("for", ages_text(instrument.ages));
    field("needs", std::string_view(instrument.table).empty()
                       ? std::string()
                       : "a licensed table: " + std::string(std::string_view(instrument.table)));
    field("columns",
          fmt::format("{}_ITEM", std::string_view(instrument.prefix())) +
              (instrument.also_columns.empty()
                   ? std::string()
                   : fmt::format(" or {}_ITEM", std::string_view(instrument.also_columns))));
    field("outputs", joined(output_columns(instrument), ", "));
    section("Items", detail::describe_items(instrument, width));
    section(instrument.is_sum() ? "The sum" : "The score", detail::describe_sum(instrument, width));
    section("Missing answers",
            wrapped("  ", std::string_view(instrument.missing.text), 2, width) +
                wrapped("  source ", evidence_with_note(instrument.missing.evidence), 4, width));
    section("Bands", detail::describe_bands(instrument, width));
    section("Change that matters", detail::describe_thresholds(instrument, width));
    std::string notes;
    for (const Text& note : instrument.notes)
        notes += wrapped("  - ", std::string_view(note), 4, width);
    section("Notes", notes);
    section("Sources", detail::describe_sources(instrument, width));
    section("Rights", wrapped("  ", std::string_view(instrument.rights), 2, width));
    return out;
}

}  // namespace eczscore::report
