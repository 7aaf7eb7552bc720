// SPDX-License-Identifier: BSL-1.0
// An instrument as data: what is asked, what comes out, bands, thresholds, sources, rights.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eczscore/report/columns.hpp"
#include "eczscore/report/json.hpp"
#include "eczscore/report/respondent.hpp"
#include "eczscore/report/words.hpp"

namespace eczscore::report {

namespace detail {

inline Json json_item(const Domain& domain, const Item& item) {
    std::string label(std::string_view(item.label));
    const bool grouped = std::string_view(item.id).starts_with(std::string_view(domain.id));
    if (grouped && domain.items.size() > 1) {
        label = std::string(std::string_view(domain.label)) + ": " + label;
    }
    Json object = {{"key", json_text(item.id)},
                   {"label", label},
                   {"min", item.labels_only ? Json(nullptr) : json_number(item.scale.min)},
                   {"max", item.labels_only ? Json(nullptr) : json_number(item.scale.max)},
                   {"levels", Json::array()}};
    for (const Exact& level : levels(item.scale)) {
        object["levels"].push_back(item.labels_only ? json_text(word_of(item, level))
                                                    : json_number(level));
    }
    for (const Word& word : item.words) {
        if (item.labels_only) break;  // the words are the levels
        object["words"][std::string(std::string_view(word.word))] = word.code;
    }
    if (item.offers_not_relevant) object["not_relevant"] = "not_relevant";
    if (item.role == Role::alternative_part) object["further_part"] = true;
    if (item.role == Role::recorded) object["kept_apart"] = true;
    if (item.zero_means_not_applicable) object["zero_ends"] = true;
    if (!item.alert.empty()) object["alert_above_0"] = json_text(item.alert);
    if (item.is_clock) object["clock"] = "HH:MM";
    for (const int points : item.points) object["points"].push_back(points);
    if (item.from_percent != nullptr) {
        object["percent_key"] = std::string(std::string_view(item.id)) + "_percent";
        object["from_percent"] = Json::array();
        for (const GradeFrom& limit : item.from_percent->limits) {
            object["from_percent"].push_back({{"grade", limit.grade},
                                              {"from", json_number(limit.percent)},
                                              {"from_included", limit.included}});
        }
    }
    return object;
}

inline Json json_items(const Instrument& instrument) {
    Json all = Json::array();
    if (instrument.needs_age()) {
        all.push_back({{"key", "age_years"},
                       {"label", "age at the assessment in years; or age_months"},
                       {"min", 0},
                       {"max", 130},
                       {"levels", Json::array()}});
    }
    for (const Domain& domain : instrument.forms[0].domains) {
        for (const Item& item : domain.items) all.push_back(json_item(domain, item));
    }
    return all;
}

inline Json json_scheme(const BandScheme& scheme) {
    Json object = {
        {"id", json_text(scheme.id)}, {"default", scheme.is_default}, {"bands", Json::array()}};
    for (const Band& band : scheme.bands) {
        object["bands"].push_back({{"id", json_text(band.id)},
                                   {"label", json_text(band.label)},
                                   {"from", json_number(band.lower.at)},
                                   {"to", json_number(band.upper.at)},
                                   {"from_included", band.lower.included},
                                   {"to_included", band.upper.included}});
    }
    add_evidence(object, scheme.evidence);
    object["title"] = json_text(scheme.title);
    if (scheme.on_rounded) object["on_rounded"] = true;
    if (!scheme.ages.is_everyone()) object["from_months"] = scheme.ages.from_months;
    if (!scheme.ages.is_everyone()) object["below_months"] = scheme.ages.below_months;
    return object;
}

inline Json json_threshold(const Threshold& threshold) {
    Json object = {{"id", json_text(threshold.id)},
                   {"kind", json_text(name(threshold.basis))},
                   {"value", json_number(threshold.value)},
                   {"unit", json_text(name(threshold.unit))},
                   {"population", json_text(threshold.population)}};
    add_evidence(object, threshold.evidence);
    object["label"] = json_text(threshold.label);
    if (threshold.is_default) object["default"] = true;
    if (threshold.eligible_from > Exact(0)) {
        object["eligible_from"] = json_number(threshold.eligible_from);
    }
    if (threshold.has_target) object["target"] = json_number(threshold.target);
    return object;
}

}  // namespace detail

/// One row of the list of instruments.
inline Json list_json(const Instrument& instrument) {
    return {{"id", json_text(instrument.id)},
            {"title", json_text(instrument.title)},
            {"respondent", answered_by(instrument)},
            {"min", json_bound(instrument, instrument.min)},
            {"max", json_bound(instrument, instrument.max)},
            {"direction", json_text(name(instrument.direction))},
            {"rights", json_text(instrument.rights)}};
}

/// Everything about an instrument.
inline Json describe_json(const Instrument& instrument) {
    Json object = {{"id", json_text(instrument.id)},
                   {"title", json_text(instrument.title)},
                   {"version", json_text(instrument.version)},
                   {"respondent", answered_by(instrument)},
                   {"recall", json_text(instrument.recall)},
                   {"direction", json_text(name(instrument.direction))},
                   {"min", json_bound(instrument, instrument.min)},
                   {"max", json_bound(instrument, instrument.max)},
                   {"missing_rule", json_text(instrument.missing.text)},
                   {"rights", json_text(instrument.rights)},
                   {"items", detail::json_items(instrument)},
                   {"outputs", output_columns(instrument)},
                   {"bandings", Json::array()},
                   {"thresholds", Json::array()},
                   {"sources", json_citations(instrument)}};
    for (const BandScheme& scheme : instrument.bands) {
        object["bandings"].push_back(detail::json_scheme(scheme));
    }
    for (const Threshold& threshold : instrument.thresholds) {
        object["thresholds"].push_back(detail::json_threshold(threshold));
    }
    if (instrument.uses_age() && !instrument.needs_age()) {
        object["age"] =
            instrument.bands_by_age() ? "chooses the bands" : "limits whom the scale is for";
    }
    if (!instrument.ages.is_everyone()) {
        object["ages"] = {{"from_months", instrument.ages.from_months}};
        if (instrument.ages.below_months != AgeRange{}.below_months) {
            object["ages"]["below_months"] = instrument.ages.below_months;
        }
    }
    if (!instrument.table.empty()) object["needs_table"] = json_text(instrument.table);
    if (!instrument.has_total) object["has_total"] = false;
    if (instrument.rates_change) object["rates_change"] = true;
    if (!instrument.formula_text.empty()) object["formula"] = json_text(instrument.formula_text);
    return object;
}

}  // namespace eczscore::report
