// SPDX-License-Identifier: BSL-1.0
// The sum worked out as text: region by region, with the band, the remarks and the sources.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "eczscore/report/note.hpp"
#include "eczscore/report/words.hpp"
#include "eczscore/score/explain.hpp"

namespace eczscore::report {

namespace detail {

/// One item in the sum: `erythema 2`, `sleep blank`, `q3 not relevant`.
inline std::string term(const Domain& domain, const Item& item, Answer answer) {
    std::string text = short_name(domain, item);
    const bool ends_in_digit = text.back() >= '0' && text.back() <= '9';
    text += ends_in_digit ? ": " : " ";
    if (answer.is_missing()) return text + "blank";
    if (answer.is_not_relevant()) return text + "not relevant";
    const bool allowed = item.scale.allows(answer);
    if (allowed && !item.points.empty()) {
        return text +
               fmt::format("{} (counts {})", number_text(answer.exact()), item.added(answer));
    }
    if (!allowed) {
        return text + (answer.is_value() ? number_text(answer.exact()) + " (not allowed)"
                                         : std::string("not allowed"));
    }
    return text + answer_text(item, answer);
}

/// The terms of a domain: multiplying items, and adding items with the parts of a question as one.
struct Terms {
    std::vector<std::string> multiplying;
    std::vector<std::string> adding;
    std::vector<std::string> recorded;
};

inline Terms terms(const Explanation& explanation, const ExplainedDomain& line) {
    Terms result;
    std::vector<std::string> parts;
    const auto close = [&] {
        if (parts.size() == 1) result.adding.push_back(parts[0]);
        if (parts.size() > 1) result.adding.push_back("highest of (" + joined(parts, ", ") + ")");
        parts.clear();
    };
    for (std::size_t i = 0; i < line.domain->items.size(); ++i) {
        const Item& item = line.domain->items[i];
        const std::string text = term(*line.domain, item, explanation.answers[line.first_item + i]);
        if (item.role == Role::recorded) {
            result.recorded.push_back(text);
            continue;
        }
        if (item.role == Role::multiplies) {
            result.multiplying.push_back(text);
            continue;
        }
        if (item.role == Role::adds) close();
        parts.push_back(text);
    }
    close();
    return result;
}

/// `0.1 x area 3 x (erythema 2 + ... ) = 1.8`
inline std::string domain_sum(const Explanation& explanation, const ExplainedDomain& line) {
    const Terms parts = terms(explanation, line);
    std::vector<std::string> factors;
    if (line.weight != Exact(1)) factors.push_back(ratio_text(line.weight));
    for (const std::string& factor : parts.multiplying) factors.push_back(factor);
    const std::string sum = fmt::format("{}", fmt::join(parts.adding, " + "));
    const bool several = parts.adding.size() > 1 && !factors.empty();
    factors.push_back(several ? "(" + sum + ")" : sum);
    std::string text = fmt::format("{}", fmt::join(factors, " x "));
    if (!line.complete && !explanation.score.is_scored()) return text + " = not worked out";
    return text + " = " + ratio_text(line.contribution);
}

/// The items of a domain without a sum: `pain 4, itch 2`.
inline std::string domain_items(const Explanation& explanation, const ExplainedDomain& line) {
    const Terms parts = terms(explanation, line);
    std::vector<std::string> all = parts.adding;
    all.insert(all.end(), parts.recorded.begin(), parts.recorded.end());
    return fmt::format("{}", fmt::join(all, ", "));
}

/// `1.8 + 5.6 + 0.9 + 9.6 = 17.9`, with the factor for questions that left the mean.
inline std::string total_sum(const Explanation& explanation) {
    std::vector<std::string> parts;
    for (const ExplainedDomain& line : explanation.domains()) {
        parts.push_back(ratio_text(line.contribution));
    }
    std::string text = fmt::format("{}", fmt::join(parts, " + "));
    if (explanation.scale_up != Exact(1)) {
        if (parts.size() > 1) text = "(" + text + ")";
        text += fmt::format(" x {}/{}", explanation.scale_up.num(), explanation.scale_up.den());
    }
    const std::string total = number_text(explanation.score.value());
    return text == total ? text : text + " = " + total;
}

}  // namespace detail

/// `18.6 (0 to 72, higher is worse)`, or the status when there is no score.
inline std::string score_text(const Instrument& instrument, const Score& score) {
    const std::string value = score.is_scored() ? number_text(score.value()) : "none";
    std::string text = value;
    if (instrument.has_total) text += fmt::format(" ({})", scale_text(instrument));
    if (score.status != Status::ok)
        text += fmt::format(", {}", std::string_view(name(score.status)));
    return text;
}

/// `Moderate: above 7 up to 21, scheme leshem_2015`.
inline std::string band_text(const BandScheme& scheme, const Band* band) {
    if (band == nullptr) {
        return fmt::format("none, scheme {}", std::string_view(scheme.id));
    }
    return fmt::format("{}: {}{}, scheme {}", std::string_view(band->label), limits_text(*band),
                       scheme.on_rounded ? " of the rounded score" : "",
                       std::string_view(scheme.id));
}

namespace detail {

/// The sum line by line; for a formula its steps; for items without a total the items.
inline std::string working_text(const Explanation& explanation, std::size_t width) {
    const Instrument& instrument = *explanation.instrument;
    const bool is_sum = instrument.is_sum();
    std::string out = is_sum ? "\nThe sum\n" : "\nThe answers\n";
    for (const ExplainedDomain& line : explanation.domains()) {
        const std::string label = fmt::format("  {}: ", std::string_view(line.domain->label));
        out +=
            wrapped(label, is_sum ? domain_sum(explanation, line) : domain_items(explanation, line),
                    6, width);
        const Terms parts = terms(explanation, line);
        if (!is_sum || parts.recorded.empty()) continue;
        out +=
            wrapped("  Kept apart: ", fmt::format("{}", fmt::join(parts.recorded, ", ")), 6, width);
    }
    const Score& score = explanation.score;
    const bool looked_up = !instrument.table.empty();
    if (is_sum && score.is_scored() && !looked_up &&
        (explanation.line_count > 1 || explanation.scale_up != Exact(1))) {
        out += wrapped("  Total: ", total_sum(explanation), 6, width);
    }
    if (looked_up && score.is_scored()) {
        out += wrapped("  Looked up: ",
                       number_text(score.value()) + " (" +
                           std::string(std::string_view(instrument.table)) + ")",
                       6, width);
    }
    if (instrument.formula == nullptr) return out;
    out += "\nThe working\n";
    if (!instrument.formula_text.empty()) {
        out += wrapped("  ", std::string_view(instrument.formula_text), 4, width);
    }
    for (std::size_t i = 0; i < explanation.computed.line_count; ++i) {
        const WorkedLine& line = explanation.computed.lines[i];
        out += wrapped("  ",
                       fmt::format("{}: {}", std::string_view(line.label), ratio_text(line.value)),
                       4, width);
    }
    return out;
}

}  // namespace detail

/// The working of one score for people.
/// returns  several lines, each ended, no wider than asked where words allow it.
inline std::string explanation_text(const Explanation& explanation, std::string_view remark,
                                    TextOptions options = {}) {
    const Instrument& instrument = *explanation.instrument;
    const std::size_t width = options.width;
    const auto field = [&](std::string_view label, std::string_view text) {
        return wrapped(padded(label, 8), text, 8, width);
    };
    std::string out = wrapped("", std::string_view(instrument.title), 0, width);
    out += field("Score", score_text(instrument, explanation.score));
    if (explanation.scheme != nullptr && explanation.score.is_scored()) {
        out += field("Band", band_text(*explanation.scheme, explanation.band));
        out += wrapped("        ", std::string_view(explanation.scheme->title), 8, width);
        out +=
            wrapped("        source ", evidence_with_note(explanation.scheme->evidence), 8, width);
    }
    if (explanation.form->id != instrument.forms[0].id || instrument.forms.size() > 1) {
        const bool known = explanation.score.age == Status::ok;
        out += field("Form", known ? std::string_view(explanation.form->label)
                                   : std::string_view("not known without a valid age"));
    }
    if (!remark.empty()) out += field("Note", remark);
    out += detail::working_text(explanation, width);
    out += "\nSource\n";
    if (!instrument.sources.empty()) {
        const Citation& first = *instrument.sources[0];
        out += wrapped("  ", citation_text(first), 4, width);
        out += wrapped("    how it was seen: ", std::string_view(first.verified), 4, width);
    }
    if (!instrument.missing.text.empty()) {
        out += wrapped("  Missing answers: ", std::string_view(instrument.missing.text), 4, width);
        out += wrapped("    source: ", evidence_with_note(instrument.missing.evidence), 4, width);
    }
    return out;
}

}  // namespace eczscore::report
