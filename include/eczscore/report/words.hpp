// SPDX-License-Identifier: BSL-1.0
// How items, allowed values, bands and sources are worded, for every view of a score.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eczscore/model/instrument.hpp"
#include "eczscore/report/columns.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/report/number.hpp"

namespace eczscore::report {

/// An item within its domain: `area` for `trunk_area`, spaces for underscores.
inline std::string short_name(const Domain& domain, const Item& item) {
    std::string_view name = item.id;
    const std::string_view group = domain.id;
    if (name.size() > group.size() + 1 && name.starts_with(group) && name[group.size()] == '_') {
        name.remove_prefix(group.size() + 1);
    }
    std::string text(name);
    for (char& c : text) {
        if (c == '_') c = ' ';
    }
    return text;
}

/// The allowed values of an item that has steps, in rising order; empty for a measured number.
inline std::vector<Exact> levels(const Scale& scale) {
    if (!scale.levels.empty()) return {scale.levels.begin(), scale.levels.end()};
    std::vector<Exact> all;
    if (scale.is_continuous()) return all;
    const Exact step = Exact::ratio(1, scale.units_per_point);
    for (Exact value = scale.min; value <= scale.max; value = value + step) all.push_back(value);
    return all;
}

/// `23:30` for 1410 minutes after midnight.
inline std::string clock_text(std::int64_t minutes) {
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

/// An allowed answer as people write it.
inline std::string answer_text(const Item& item, Answer answer) {
    if (item.is_clock) return clock_text(item.scale.units(answer));
    if (item.labels_only) return std::string(std::string_view(word_of(item, answer)));
    return number_text(answer.exact());
}

/// `0, 1, 1.5, 2, 2.5 or 3`, `0 to 100`, `yes (3), no (0) or not_relevant`, `improved or worse`,
/// `00:00 to 23:59`.
inline std::string allowed_text(const Item& item) {
    std::vector<std::string> names;
    if (item.is_clock) {
        names.push_back("a time of day, 00:00 to 23:59");
    } else if (!item.words.empty()) {
        for (const Word& word : item.words) {
            std::string name(std::string_view(word.word));
            if (!item.labels_only) name += " (" + number_text(word.code) + ")";
            names.push_back(std::move(name));
        }
    } else if (item.scale.is_continuous() || levels(item.scale).size() > 12) {
        const std::string whole = item.scale.is_continuous() ? "" : "a whole number from ";
        names.push_back(whole + number_text(item.scale.min) + " to " + number_text(item.scale.max));
    } else {
        for (const Exact& level : levels(item.scale)) names.push_back(number_text(level));
    }
    if (item.offers_not_relevant) names.emplace_back("not_relevant");
    return joined(names, " or ");
}

/// `counts 3, 2, 1, 0`: what the allowed values add where they do not add themselves.
inline std::string points_text(const Item& item) {
    if (item.points.empty()) return {};
    std::string text = "counts ";
    for (std::size_t i = 0; i < item.points.size(); ++i) {
        text += (i == 0 ? "" : ", ") + std::to_string(item.points[i]);
    }
    return text;
}

/// What an item is, besides its label and its values: its points, that it is kept apart.
inline std::string item_remark(const Item& item) {
    std::string text = points_text(item);
    const auto add = [&](std::string_view more) {
        text += (text.empty() ? "" : "; ") + std::string(more);
    };
    if (item.role == Role::recorded) add("kept apart, may be blank");
    if (item.zero_means_not_applicable) add("0: the scale does not apply");
    if (!item.alert.empty()) add("above 0 is remarked");
    return text;
}

/// `0 to 72`; "no score" where the items stand for themselves.
inline std::string range_text(const Instrument& instrument) {
    if (!instrument.has_total) return "no score";
    return number_text(instrument.min) + " to " + number_text(instrument.max);
}

/// `above 7, up to 21` of a band.
inline std::string limits_text(const Band& band) {
    if (band.lower.at == band.upper.at) return "exactly " + number_text(band.lower.at);
    return (band.lower.included ? "from " : "above ") + number_text(band.lower.at) +
           (band.upper.included ? " up to " : " to below ") + number_text(band.upper.at);
}

/// `higher is worse`.
inline std::string_view direction_text(const Instrument& instrument) {
    return instrument.direction == Direction::higher_is_worse ? "higher is worse"
                                                              : "higher is better";
}

/// `0 to 72, higher is worse`; "no score".
inline std::string scale_text(const Instrument& instrument) {
    std::string text = range_text(instrument);
    if (instrument.has_total) text += ", " + std::string(direction_text(instrument));
    return text;
}

/// `>= 6.6 points`, `>= 50 %`, `score <= 7`: what a threshold asks for.
inline std::string demand_text(const Instrument& instrument, const Threshold& threshold) {
    const bool high_is_bad = instrument.direction == Direction::higher_is_worse;
    const std::string value = number_text(threshold.value);
    const std::string unit = threshold.unit == ThresholdUnit::percent ? " %" : " points";
    switch (threshold.basis) {
        case Basis::target: return std::string("score ") + (high_is_bad ? "<= " : ">= ") + value;
        case Basis::cut:
            return std::string("score ") + (high_is_bad ? ">" : "<") +
                   (threshold.strictly ? " " : "= ") + value;
        case Basis::non_response: return "better by < " + value + unit;
        default: break;
    }
    std::string text = "better by >= " + value + unit;
    if (threshold.has_target) {
        text +=
            std::string(", score ") + (high_is_bad ? "<= " : ">= ") + number_text(threshold.target);
    }
    return text;
}

/// Authors and journal with the identifiers that are known.
inline std::string citation_text(const Citation& citation) {
    std::string text(std::string_view(citation.text));
    if (!citation.doi.empty()) text += ", doi:" + std::string(std::string_view(citation.doi));
    if (!citation.pmid.empty()) text += ", PMID " + std::string(std::string_view(citation.pmid));
    return text;
}

/// `leshem_2015 (confidence high)`; says "unverified" where the number is.
inline std::string evidence_text(const Evidence& evidence) {
    std::string text = evidence.source == nullptr
                           ? std::string("no source")
                           : std::string(std::string_view(evidence.source->id));
    text += " (confidence " + std::string(std::string_view(name(evidence.confidence)));
    if (evidence.from_memory) text += ", from memory";
    if (!evidence.is_verified()) text += ", unverified";
    return text + ")";
}

/// The same with what else is known about it.
inline std::string evidence_with_note(const Evidence& evidence) {
    const std::string text = evidence_text(evidence);
    return evidence.note.empty() ? text
                                 : text + "; " + std::string(std::string_view(evidence.note));
}

}  // namespace eczscore::report
