// SPDX-License-Identifier: BSL-1.0
// The same instrument with another rule for missing items, for studies that name one.
#pragma once

#include "eczscore/model/checked.hpp"

namespace eczscore {

namespace detail {
consteval Instrument with_missing_rule(Instrument instrument, Text id, MissingRule rule) {
    instrument.columns = instrument.prefix();
    instrument.id = id;
    instrument.missing = rule;
    instrument.missing.evidence = {nullptr, Confidence::low, "an alternative that a study chose"};
    return checked(instrument);
}
}  // namespace detail

/// The same instrument under another id, scored only when every item was answered.
consteval Instrument complete_only(Instrument instrument, Text id) {
    return detail::with_missing_rule(instrument, id,
                                     {.text = "none: every item, as the study demands"});
}

/// The same instrument under another id, which accepts up to `allowed` unanswered items and scales
/// the answered ones up to the full number (the mean of the answered items, times all items).
consteval Instrument with_allowed_blanks(Instrument instrument, Text id, int allowed) {
    return detail::with_missing_rule(
        instrument, id,
        {.allowed = allowed,
         .blank = Blank::leaves_the_mean,
         .text = "mean of the answered items, with as many blanks as the study allows"});
}

}  // namespace eczscore
