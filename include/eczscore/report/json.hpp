// SPDX-License-Identifier: BSL-1.0
// Pieces of JSON that every view shares: numbers, sources, evidence, thresholds.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "eczscore/core/wide_exact.hpp"
#include "eczscore/io/json_string.hpp"
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

/// An end of the range of an instrument's scores; null where no score is published.
inline Json json_bound(const Instrument& instrument, Exact bound) {
    return instrument.has_total ? json_number(bound) : Json(nullptr);
}

/// A string; the text must be UTF-8.
/// The whole text of a document, with a line break at its end: valid JSON and valid UTF-8 whatever
/// its strings hold, as `io::append_json_string` writes them.
inline std::string json_document(const Json& json) {
    const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
    std::string out;
    for (std::string_view rest = text; !rest.empty();) {
        const io::Utf8Step step = io::utf8_step(rest);
        if (step.character >= 0x7f && io::is_control(step.character)) {
            io::detail::append_json_escape(out, step.character);  // only strings hold these
        } else {
            out += rest.substr(0, step.bytes);
        }
        rest.remove_prefix(step.bytes);
    }
    return out + '\n';
}

/// A string.
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
    for (const Citation* source : instrument.sources) all.push_back(json_citation(*source));
    return all;
}

}  // namespace eczscore::report
