// SPDX-License-Identifier: BSL-1.0
// Pieces of JSON that every view shares: numbers, sources, evidence, thresholds.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "eczscore/core/wide_exact.hpp"
#include "eczscore/model/instrument.hpp"

namespace eczscore::report {

/// JSON with its keys in the order in which they were set.
using Json = nlohmann::ordered_json;

/// A number: whole where it is whole, else the nearest `double`.
inline Json json_number(Exact value) {
    return value.is_integer() ? Json(value.num()) : Json(value.to_double());
}
/// The same of a difference or a percentage.
inline Json json_number(const std::same_as<WideExact> auto& value) {
    const Exact narrow = value.narrow();
    return narrow.is_integer() ? Json(narrow.num()) : Json(value.to_double());
}

/// A string; the text must be UTF-8.
inline Json json_text(std::string_view text) { return Json(std::string(text)); }

/// The id of the source, or null where there is none.
inline Json json_source(const Evidence& evidence) {
    return evidence.source == nullptr ? Json(nullptr) : json_text(evidence.source->id);
}

/// Adds how sure a number is: `verified` is false where it must be shown as unverified.
inline void add_evidence(Json& object, const Evidence& evidence) {
    object["source"] = json_source(evidence);
    object["verified"] = evidence.is_verified();
    object["confidence"] = json_text(name(evidence.confidence));
    if (!evidence.note.empty()) object["evidence_note"] = json_text(evidence.note);
}

/// A source with its identifiers, and how it was seen.
inline Json json_citation(const Citation& citation) {
    return {{"id", json_text(citation.id)},
            {"citation", json_text(citation.text)},
            {"doi", json_text(citation.doi)},
            {"pmid", json_text(citation.pmid)},
            {"verified", json_text(citation.verified)}};
}

/// All sources of an instrument, in its order.
inline Json json_citations(const Instrument& instrument) {
    Json all = Json::array();
    for (const Citation& citation : instrument.sources) all.push_back(json_citation(citation));
    return all;
}

}  // namespace eczscore::report
