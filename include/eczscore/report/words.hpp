// SPDX-License-Identifier: BSL-1.0
// How items, allowed values, bands and sources are worded, for every view of a score.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/model/instrument.hpp"
#include "eczscore/report/columns.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/report/number.hpp"

namespace eczscore::report {

/// An item within its domain: `area` for `trunk_area`, spaces for underscores.
inline void short_name(TextOut& out, const Domain& domain, const Item& item) {
    std::string_view name = item.id;
    const std::string_view group = domain.id;
    if (name.size() > group.size() + 1 && name.starts_with(group) && name[group.size()] == '_') {
        name.remove_prefix(group.size() + 1);
    }
    for (const char c : name) out << (c == '_' ? ' ' : c);
}

/// The allowed values of an item that has steps, in rising order; none for a measured number.
/// Calls `each(Exact)`.
template <class Each>
constexpr void for_each_level(const Scale& scale, const Each& each) {
    for (const Exact& level : scale.levels) each(level);
    if (!scale.levels.empty() || scale.is_continuous()) return;
    const Exact step = Exact::ratio(1, scale.units_per_point);
    for (Exact value = scale.min; value <= scale.max; value = value + step) each(value);
}
/// How many they are.
constexpr std::size_t level_count(const Scale& scale) {
    std::size_t count = 0;
    for_each_level(scale, [&](Exact) { ++count; });
    return count;
}
/// The same as a list.
inline std::vector<Exact> levels(const Scale& scale) {
    std::vector<Exact> all;
    for_each_level(scale, [&](Exact level) { all.push_back(level); });
    return all;
}

/// `23:30` for 1410 minutes after midnight.
inline void clock_text(TextOut& out, std::int64_t minutes) {
    const auto two = [&](std::int64_t n) { out << (n < 10 ? "0" : "") << n; };
    two(minutes / 60);
    out << ':';
    two(minutes % 60);
}

/// An allowed answer as people write it.
inline void answer_text(TextOut& out, const Item& item, Answer answer) {
    if (item.is_clock) return clock_text(out, item.scale.units(answer));
    if (item.labels_only) return void(out << word_of(item, answer));
    number_text(out, answer.exact());
}

/// `0, 1, 1.5, 2, 2.5 or 3`, `0 to 100`, `yes (3), no (0) or not_relevant`, `improved or worse`,
/// `00:00 to 23:59`.
inline void allowed_text(TextOut& out, const Item& item) {
    const std::size_t steps = item.is_clock || !item.words.empty() ? 0 : level_count(item.scale);
    const bool is_range = item.words.empty() && (item.scale.is_continuous() || steps > 12);
    const std::size_t names = item.is_clock || is_range ? 1 : item.words.size() + steps;
    Listing list(out, names + (item.offers_not_relevant ? 1 : 0), " or ");
    if (item.is_clock) {
        list.next();
        out << "a time of day, 00:00 to 23:59";
    } else if (is_range) {
        list.next();
        if (!item.scale.is_continuous()) out << "a whole number from ";
        number_text(out, item.scale.min);
        out << " to ";
        number_text(out, item.scale.max);
    } else if (!item.words.empty()) {
        for (const Word& word : item.words) {
            list.next();
            out << word.word;
            if (!item.labels_only) out << " (" << word.code << ')';
        }
    } else {
        for_each_level(item.scale, [&](Exact level) {
            list.next();
            number_text(out, level);
        });
    }
    if (item.offers_not_relevant && list.next()) out << "not_relevant";
}
/// The same as a string.
inline std::string allowed_text(const Item& item) {
    return io::text_of([&](TextOut& out) { allowed_text(out, item); });
}

/// `counts 3, 2, 1, 0`: what the allowed values add where they do not add themselves.
inline void points_text(TextOut& out, const Item& item) {
    for (std::size_t i = 0; i < item.points.size(); ++i) {
        out << (i == 0 ? "counts " : ", ") << item.points[i];
    }
}

/// What an item is, besides its label and its values: its points, that it is kept apart. Nothing,
/// or a text with `before` in front of it.
inline void item_remark(TextOut& out, const Item& item, std::string_view before = "") {
    const auto add = [&](std::string_view more) {
        out << before << more;
        before = "; ";
    };
    if (!item.points.empty()) {
        add("");
        points_text(out, item);
    }
    if (item.role == Role::recorded) add("kept apart, may be blank");
    if (item.zero_means_not_applicable) add("0: the scale does not apply");
    if (!item.alert.empty()) add("above 0 is remarked");
}

/// `0 to 72`; "no score" where the items stand for themselves.
inline void range_text(TextOut& out, const Instrument& instrument) {
    if (!instrument.has_total) return void(out << "no score");
    number_text(out, instrument.min);
    out << " to ";
    number_text(out, instrument.max);
}
/// The same as a string.
inline std::string range_text(const Instrument& instrument) {
    return io::text_of([&](TextOut& out) { range_text(out, instrument); });
}

/// `above 7, up to 21` of a band.
inline void limits_text(TextOut& out, const Band& band) {
    if (band.lower.at == band.upper.at) {
        out << "exactly ";
        return number_text(out, band.lower.at);
    }
    out << (band.lower.included ? "from " : "above ");
    number_text(out, band.lower.at);
    out << (band.upper.included ? " up to " : " to below ");
    number_text(out, band.upper.at);
}

/// `higher is worse`.
inline std::string_view direction_text(const Instrument& instrument) {
    return instrument.direction == Direction::higher_is_worse ? "higher is worse"
                                                              : "higher is better";
}

/// `0 to 72, higher is worse`; "no score".
inline void scale_text(TextOut& out, const Instrument& instrument) {
    range_text(out, instrument);
    if (instrument.has_total) out << ", " << direction_text(instrument);
}

/// `>= 6.6 points`, `>= 50 %`, `score <= 7`: what a threshold asks for.
inline void demand_text(TextOut& out, const Instrument& instrument, const Threshold& threshold) {
    const bool high_is_bad = instrument.direction == Direction::higher_is_worse;
    const char* const unit = threshold.unit == ThresholdUnit::percent ? " %" : " points";
    switch (threshold.basis) {
        case Basis::target:
            out << "score " << (high_is_bad ? "<= " : ">= ");
            return number_text(out, threshold.value);
        case Basis::cut:
            out << "score " << (high_is_bad ? ">" : "<") << (threshold.strictly ? " " : "= ");
            return number_text(out, threshold.value);
        case Basis::non_response:
            out << "better by < ";
            number_text(out, threshold.value);
            out << unit;
            return;
        default: break;
    }
    out << "better by >= ";
    number_text(out, threshold.value);
    out << unit;
    if (threshold.has_target) {
        out << ", score " << (high_is_bad ? "<= " : ">= ");
        number_text(out, threshold.target);
    }
}
/// The same with the baseline from which it is for somebody, where there is one.
inline void demand_from_baseline(TextOut& out, const Instrument& instrument,
                                 const Threshold& threshold) {
    demand_text(out, instrument, threshold);
    if (threshold.eligible_from > Exact(0)) {
        out << ", baseline >= ";
        number_text(out, threshold.eligible_from);
    }
}
/// As `demand_text`, as a string.
inline std::string demand_text(const Instrument& instrument, const Threshold& threshold) {
    return io::text_of([&](TextOut& out) { demand_text(out, instrument, threshold); });
}

/// Authors and journal with the identifiers that are known.
inline void citation_text(TextOut& out, const Citation& citation) {
    out << citation.text;
    if (!citation.doi.empty()) out << ", doi:" << citation.doi;
    if (!citation.pmid.empty()) out << ", PMID " << citation.pmid;
}

/// `leshem_2015 (confidence high)`; says "unverified" where the number is.
inline void evidence_text(TextOut& out, const Evidence& evidence) {
    out << (evidence.source == nullptr ? Text("no source") : evidence.source->id);
    out << " (confidence " << name(evidence.confidence);
    if (evidence.from_memory) out << ", from memory";
    if (!evidence.is_verified()) out << ", unverified";
    out << ')';
}

/// The same with what else is known about it.
inline void evidence_with_note(TextOut& out, const Evidence& evidence) {
    evidence_text(out, evidence);
    if (!evidence.note.empty()) out << "; " << evidence.note;
}
/// The same as a string.
inline std::string evidence_with_note(const Evidence& evidence) {
    return io::text_of([&](TextOut& out) { evidence_with_note(out, evidence); });
}

}  // namespace eczscore::report
