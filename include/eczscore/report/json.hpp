// SPDX-License-Identifier: BSL-1.0
// Pieces of JSON that every view shares: bounds, sources, evidence.
#pragma once

#include "eczscore/model/instrument.hpp"
#include "eczscore/report/json_out.hpp"

namespace eczscore::report {

/// An end of the range of an instrument's scores; null where no score is published.
inline void json_bound(JsonOut& json, const Instrument& instrument, Exact bound) {
    instrument.has_total ? json.value(bound) : json.value(nullptr);
}

/// Adds how sure a number is: `verified` is false where it must be shown as unverified.
inline void json_evidence(JsonOut& json, const Evidence& evidence) {
    json.key("source");
    evidence.source == nullptr ? json.value(nullptr) : json.value(evidence.source->id);
    json.member("verified", evidence.is_verified());
    json.member("confidence", name(evidence.confidence));
    if (!evidence.note.empty()) json.member("evidence_note", evidence.note);
}

/// The members of a source: its identifiers, and how it was seen.
inline void json_citation_members(JsonOut& json, const Citation& citation) {
    json.member("id", citation.id);
    json.member("citation", citation.text);
    json.member("doi", citation.doi);
    json.member("pmid", citation.pmid);
    json.member("verified", citation.verified);
}

/// All sources of an instrument, in its order.
inline void json_citations(JsonOut& json, const Instrument& instrument) {
    json.array([&] {
        for (const Citation* source : instrument.sources) {
            json.object([&] { json_citation_members(json, *source); });
        }
    });
}

}  // namespace eczscore::report
