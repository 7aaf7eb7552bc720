// SPDX-License-Identifier: BSL-1.0
// The sum worked out as data.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "eczscore/report/json.hpp"
#include "eczscore/score/explain.hpp"
#include "eczscore/score/table.hpp"

namespace eczscore::report {

namespace detail {

inline void json_answer(JsonOut& json, const Item& item, Answer answer) {
    json.member("key", item.id);
    json.key("value");
    if (!answer.is_value()) {
        json.value(nullptr);
    } else if (item.labels_only) {
        json.value(word_of(item, answer));
    } else {
        json.value(answer.exact());
    }
    if (answer.is_not_relevant()) json.member("not_relevant", true);
    const bool fits = item.scale.allows(answer) || answer.is_missing() ||
                      (answer.is_not_relevant() && item.offers_not_relevant);
    if (!fits) json.member("wrong", true);
    if (item.role == Role::multiplies) json.member("multiplies", true);
    if (item.role == Role::alternative_part) json.member("further_part", true);
    if (item.role == Role::recorded) json.member("kept_apart", true);
    if (!item.points.empty() && item.scale.allows(answer))
        json.member("counts", item.added(answer));
}

inline void json_domain(JsonOut& json, const Explanation& explanation,
                        const ExplainedDomain& line) {
    const bool counts = line.complete || explanation.score.is_scored();
    json.member("id", line.domain->id);
    json.member("label", line.domain->label);
    json.member("weight", line.weight);
    json.key("terms").array([&] {
        for (std::size_t i = 0; i < line.domain->items.size(); ++i) {
            json.object([&] {
                json_answer(json, line.domain->items[i], explanation.answers[line.first_item + i]);
            });
        }
    });
    if (!explanation.instrument->is_sum()) return;
    const auto number = [&](std::string_view name, Exact value) {
        json.key(name);
        counts ? json.value(value) : json.value(nullptr);
    };
    if (line.multiplies) number("product", line.product);
    number("sum", line.sum);
    number("contribution", line.contribution);
}

}  // namespace detail

/// A band with its limits as members.
inline void json_band_members(JsonOut& json, const Band& band) {
    json.member("from", band.lower.at);
    json.member("to", band.upper.at);
    json.member("from_included", band.lower.included);
    json.member("to_included", band.upper.included);
}

/// A band with its scheme and limits; null when there is none.
inline void json_band(JsonOut& json, const BandScheme* scheme, const Band* band) {
    if (scheme == nullptr || band == nullptr) return json.value(nullptr);
    json.object([&] {
        json.member("id", band->id);
        json.member("label", band->label);
        json.member("scheme", scheme->id);
        json_band_members(json, *band);
        json_evidence(json, scheme->evidence);
    });
}

/// The members of a score with its working. `remark` is the sentence of `note()`.
inline void explanation_members(JsonOut& json, const Explanation& explanation,
                                std::string_view remark) {
    const Instrument& instrument = *explanation.instrument;
    const Score& score = explanation.score;
    json.member("instrument", instrument.id);
    json.member("title", instrument.title);
    json.key("score");
    score.is_scored() ? json.value(score.value()) : json.value(nullptr);
    json.member("min", [&] { json_bound(json, instrument, instrument.min); });
    json.member("max", [&] { json_bound(json, instrument, instrument.max); });
    json.member("direction", name(instrument.direction));
    json.member("status", name(score.status));
    json.member("note", remark);
    json.member("band", [&] { json_band(json, explanation.scheme, explanation.band); });
    json.key("form");
    score.age == Status::ok ? json.value(explanation.form->id) : json.value(nullptr);
    json.key("domains").array([&] {
        for (const ExplainedDomain& line : explanation.domains()) {
            json.object([&] { detail::json_domain(json, explanation, line); });
        }
    });
    json.member("scale_up", explanation.scale_up);
    if (instrument.formula != nullptr) {
        json.key("working").array([&] {
            for (std::size_t i = 0; i < explanation.computed.line_count; ++i) {
                const WorkedLine& line = explanation.computed.lines[i];
                json.object([&] {
                    json.member("label", line.label);
                    json.member("value", line.value);
                });
            }
        });
    }
    if (score.status == Status::needs_data) json.member("sum_for_table", table_sum(score));
    json.key("missing_rule").object([&] {
        json.member("text", instrument.missing.text);
        json.member("allowed", instrument.missing.allowed);
        json_evidence(json, instrument.missing.evidence);
    });
    json.member("sources", [&] { json_citations(json, instrument); });
}

/// A score with its working. `remark` is the sentence of `note()`. Does not allocate.
inline void explanation_json(JsonOut& json, const Explanation& explanation,
                             std::string_view remark) {
    json.object([&] { explanation_members(json, explanation, remark); });
}
/// The same as the text of a document.
inline std::string explanation_json(const Explanation& explanation, std::string_view remark) {
    return json_document([&](JsonOut& json) { explanation_json(json, explanation, remark); });
}

}  // namespace eczscore::report
