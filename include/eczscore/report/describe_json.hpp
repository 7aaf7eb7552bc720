// SPDX-License-Identifier: BSL-1.0
// An instrument as data: what is asked, what comes out, bands, thresholds, sources, rights.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eczscore/report/columns.hpp"
#include "eczscore/report/explanation_json.hpp"
#include "eczscore/report/json.hpp"
#include "eczscore/report/respondent.hpp"
#include "eczscore/report/words.hpp"

namespace eczscore::report {

namespace detail {

inline void json_item(JsonOut& json, const Domain& domain, const Item& item) {
    json.member("key", item.id);
    const bool grouped = std::string_view(item.id).starts_with(std::string_view(domain.id));
    json.key("label").text([&](TextOut& out) {
        if (grouped && domain.items.size() > 1) out << domain.label << ": ";
        out << item.label;
    });
    for (const auto& [name, bound] : {std::pair{"min", item.scale.min}, {"max", item.scale.max}}) {
        json.key(name);
        item.labels_only ? json.value(nullptr) : json.value(bound);
    }
    json.key("levels").array([&] {
        for_each_level(item.scale, [&](Exact level) {
            item.labels_only ? json.value(word_of(item, level)) : json.value(level);
        });
    });
    if (!item.words.empty() && !item.labels_only) {  // otherwise the words are the levels
        json.key("words").object([&] {
            for (const Word& word : item.words) json.member(word.word, word.code);
        });
    }
    if (item.offers_not_relevant) json.member("not_relevant", "not_relevant");
    if (item.role == Role::alternative_part) json.member("further_part", true);
    if (item.role == Role::recorded) json.member("kept_apart", true);
    if (item.zero_means_not_applicable) json.member("zero_ends", true);
    if (!item.alert.empty()) json.member("alert_above_0", item.alert);
    if (item.is_clock) json.member("clock", "HH:MM");
    if (!item.points.empty()) {
        json.key("points").array([&] {
            for (const int points : item.points) json.value(points);
        });
    }
    if (item.from_percent == nullptr) return;
    json.key("percent_key").text([&](TextOut& out) { out << item.id << "_percent"; });
    json.key("from_percent").array([&] {
        for (const GradeFrom& limit : item.from_percent->limits) {
            json.object([&] {
                json.member("grade", limit.grade);
                json.member("from", limit.percent);
                json.member("from_included", limit.included);
            });
        }
    });
}

inline void json_items(JsonOut& json, const Instrument& instrument) {
    json.array([&] {
        if (instrument.needs_age()) {
            json.object([&] {
                json.member("key", "age_years");
                json.member("label", "age at the assessment in years; or age_months");
                json.member("min", 0);
                json.member("max", 130);
                json.key("levels").array([] {});
            });
        }
        for (const Domain& domain : instrument.forms[0].domains) {
            for (const Item& item : domain.items) {
                json.object([&] { json_item(json, domain, item); });
            }
        }
    });
}

inline void json_scheme(JsonOut& json, const BandScheme& scheme) {
    json.member("id", scheme.id);
    json.member("default", scheme.is_default);
    json.key("bands").array([&] {
        for (const Band& band : scheme.bands) {
            json.object([&] {
                json.member("id", band.id);
                json.member("label", band.label);
                json_band_members(json, band);
            });
        }
    });
    json_evidence(json, scheme.evidence);
    json.member("title", scheme.title);
    if (scheme.on_rounded) json.member("on_rounded", true);
    if (!scheme.ages.is_everyone()) json.member("from_months", scheme.ages.from_months);
    if (!scheme.ages.is_everyone()) json.member("below_months", scheme.ages.below_months);
}

inline void json_threshold(JsonOut& json, const Threshold& threshold) {
    json.member("id", threshold.id);
    json.member("kind", name(threshold.basis));
    json.member("value", threshold.value);
    json.member("unit", name(threshold.unit));
    json.member("population", threshold.population);
    json_evidence(json, threshold.evidence);
    json.member("label", threshold.label);
    if (threshold.is_default) json.member("default", true);
    if (threshold.eligible_from > Exact(0)) json.member("eligible_from", threshold.eligible_from);
    if (threshold.has_target) json.member("target", threshold.target);
}

}  // namespace detail

/// One row of the list of instruments. Does not allocate.
inline void list_json(JsonOut& json, const Instrument& instrument) {
    json.object([&] {
        json.member("id", instrument.id);
        json.member("title", instrument.title);
        json.key("respondent").text([&](TextOut& out) { answered_by(out, instrument); });
        json.member("min", [&] { json_bound(json, instrument, instrument.min); });
        json.member("max", [&] { json_bound(json, instrument, instrument.max); });
        json.member("direction", name(instrument.direction));
        json.member("rights", instrument.rights);
    });
}

/// Everything about an instrument. Does not allocate.
inline void describe_json(JsonOut& json, const Instrument& instrument) {
    json.object([&] {
        json.member("id", instrument.id);
        json.member("title", instrument.title);
        json.member("version", instrument.version);
        json.key("respondent").text([&](TextOut& out) { answered_by(out, instrument); });
        json.member("recall", instrument.recall);
        json.member("direction", name(instrument.direction));
        json.member("min", [&] { json_bound(json, instrument, instrument.min); });
        json.member("max", [&] { json_bound(json, instrument, instrument.max); });
        json.member("missing_rule", instrument.missing.text);
        json.member("rights", instrument.rights);
        json.member("items", [&] { detail::json_items(json, instrument); });
        json.key("outputs").array([&] {
            for_each_output_column(instrument, [&](Text first, Text last) {
                json.text([&](TextOut& out) { out << first << '_' << last; });
            });
        });
        json.key("bandings").array([&] {
            for (const BandScheme& scheme : instrument.bands) {
                json.object([&] { detail::json_scheme(json, scheme); });
            }
        });
        json.key("thresholds").array([&] {
            for (const Threshold& threshold : instrument.thresholds) {
                json.object([&] { detail::json_threshold(json, threshold); });
            }
        });
        json.member("sources", [&] { json_citations(json, instrument); });
        if (instrument.uses_age() && !instrument.needs_age()) {
            json.member("age", instrument.bands_by_age() ? "chooses the bands"
                                                         : "limits whom the scale is for");
        }
        if (!instrument.ages.is_everyone()) {
            json.key("ages").object([&] {
                json.member("from_months", instrument.ages.from_months);
                if (instrument.ages.below_months != AgeRange{}.below_months) {
                    json.member("below_months", instrument.ages.below_months);
                }
            });
        }
        if (!instrument.table.empty()) json.member("needs_table", instrument.table);
        if (!instrument.has_total) json.member("has_total", false);
        if (instrument.rates_change) json.member("rates_change", true);
        if (!instrument.formula_text.empty()) json.member("formula", instrument.formula_text);
    });
}
/// The same as the text of a document.
inline std::string describe_json(const Instrument& instrument) {
    return json_document([&](JsonOut& json) { describe_json(json, instrument); });
}

}  // namespace eczscore::report
