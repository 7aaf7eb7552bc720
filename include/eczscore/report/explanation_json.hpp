// SPDX-License-Identifier: BSL-1.0
// The sum worked out as data.
#pragma once

#include <string_view>

#include "eczscore/report/json.hpp"
#include "eczscore/report/words.hpp"
#include "eczscore/score/explain.hpp"
#include "eczscore/score/table.hpp"

namespace eczscore::report {

namespace detail {

inline Json json_answer(const Item& item, Answer answer) {
    Json term = {{"key", json_text(item.id)}};
    if (answer.is_value() && item.labels_only) {
        term["value"] = json_text(word_of(item, answer));
    } else if (answer.is_value()) {
        term["value"] = json_number(answer.exact());
    } else {
        term["value"] = nullptr;
    }
    if (answer.is_not_relevant()) term["not_relevant"] = true;
    const bool fits = item.scale.allows(answer) || answer.is_missing() ||
                      (answer.is_not_relevant() && item.offers_not_relevant);
    if (!fits) term["wrong"] = true;
    if (item.role == Role::multiplies) term["multiplies"] = true;
    if (item.role == Role::alternative_part) term["further_part"] = true;
    if (item.role == Role::recorded) term["kept_apart"] = true;
    if (!item.points.empty() && item.scale.allows(answer)) term["counts"] = item.added(answer);
    return term;
}

inline Json json_domain(const Explanation& explanation, const ExplainedDomain& line) {
    const bool counts = line.complete || explanation.score.is_scored();
    Json object = {{"id", json_text(line.domain->id)},
                   {"label", json_text(line.domain->label)},
                   {"weight", json_number(line.weight)},
                   {"terms", Json::array()}};
    for (std::size_t i = 0; i < line.domain->items.size(); ++i) {
        object["terms"].push_back(
            json_answer(line.domain->items[i], explanation.answers[line.first_item + i]));
    }
    if (!explanation.instrument->is_sum()) return object;
    if (line.multiplies) object["product"] = counts ? json_number(line.product) : Json(nullptr);
    object["sum"] = counts ? json_number(line.sum) : Json(nullptr);
    object["contribution"] = counts ? json_number(line.contribution) : Json(nullptr);
    return object;
}

}  // namespace detail

/// A band with its scheme and limits; null when there is none.
inline Json json_band(const BandScheme* scheme, const Band* band) {
    if (scheme == nullptr || band == nullptr) return nullptr;
    Json object = {{"id", json_text(band->id)},          {"label", json_text(band->label)},
                   {"scheme", json_text(scheme->id)},    {"from", json_number(band->lower.at)},
                   {"to", json_number(band->upper.at)},  {"from_included", band->lower.included},
                   {"to_included", band->upper.included}};
    add_evidence(object, scheme->evidence);
    return object;
}

/// A score with its working. `remark` is the sentence of `note()`.
inline Json explanation_json(const Explanation& explanation, std::string_view remark) {
    const Instrument& instrument = *explanation.instrument;
    const Score& score = explanation.score;
    Json object = {{"instrument", json_text(instrument.id)},
                   {"title", json_text(instrument.title)},
                   {"score", score.is_scored() ? json_number(score.value()) : Json(nullptr)},
                   {"min", json_bound(instrument, instrument.min)},
                   {"max", json_bound(instrument, instrument.max)},
                   {"direction", json_text(name(instrument.direction))},
                   {"status", json_text(name(score.status))},
                   {"note", json_text(remark)},
                   {"band", json_band(explanation.scheme, explanation.band)},
                   {"form", score.age == Status::ok ? json_text(explanation.form->id) : Json()},
                   {"domains", Json::array()}};
    for (const ExplainedDomain& line : explanation.domains()) {
        object["domains"].push_back(detail::json_domain(explanation, line));
    }
    object["scale_up"] = json_number(explanation.scale_up);
    if (instrument.formula != nullptr) {
        object["working"] = Json::array();
        for (std::size_t i = 0; i < explanation.computed.line_count; ++i) {
            const WorkedLine& line = explanation.computed.lines[i];
            object["working"].push_back(
                {{"label", json_text(line.label)}, {"value", json_number(line.value)}});
        }
    }
    if (score.status == Status::needs_data) {
        object["sum_for_table"] = json_number(Exact(table_sum(score)));
    }
    object["missing_rule"] = {{"text", json_text(instrument.missing.text)},
                              {"allowed", instrument.missing.allowed}};
    add_evidence(object["missing_rule"], instrument.missing.evidence);
    object["sources"] = json_citations(instrument);
    return object;
}

}  // namespace eczscore::report
