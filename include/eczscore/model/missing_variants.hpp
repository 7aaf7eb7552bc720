// SPDX-License-Identifier: BSL-1.0
// The same instrument with another rule for missing items, for studies that name one.
#pragma once

#include "eczscore/model/checked.hpp"

namespace eczscore {

namespace detail {
/// The same description with another rule.
template <const Instrument& base, int blanks, Blank rule>
inline constexpr Description with_rule = [] {
    Description description = base;
    description.missing.allowed = blanks;
    description.missing.blank = rule;
    return description;
}();

template <const Instrument& base, int blanks, Blank rule>
consteval Instrument variant(Text id, Text text) {
    Instrument instrument = checked<with_rule<base, blanks, rule>>();
    instrument.columns = base.prefix();
    instrument.id = id;
    instrument.missing.evidence = {nullptr, Confidence::low, "an alternative that a study chose"};
    instrument.missing.text = text;
    return instrument;
}
}  // namespace detail

/// The same instrument under another id, scored only when every item was answered.
template <const Instrument& base>
consteval Instrument complete_only(Text id) {
    return detail::variant<base, 0, Blank::counts_zero>(id,
                                                        "none: every item, as the study demands");
}

/// The same instrument under another id, which accepts up to `blanks` unanswered items and scales
/// the answered ones up to the full number (the mean of the answered items, times all items).
template <const Instrument& base, int blanks>
consteval Instrument with_allowed_blanks(Text id) {
    return detail::variant<base, blanks, Blank::leaves_the_mean>(
        id, "mean of the answered items, with as many blanks as the study allows");
}

}  // namespace eczscore
