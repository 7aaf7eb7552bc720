// SPDX-License-Identifier: BSL-1.0
// What the Cardiff questionnaires for children, infants and families share: items, rules, rights.
#pragma once

#include "eczscore/model/checked.hpp"

namespace eczscore::detail::cardiff {

/// A question in four grades, without "not relevant".
consteval Item question(Text id, Text label) {
    return {.id = id, .label = label, .scale = whole_points(0, 3)};
}

inline constexpr Text one_blank = "exactly one unanswered item counts 0; two or more: not scored";

inline constexpr Text rights =
    "(c) Cardiff University and the authors. Free for routine clinical use; research, commercial "
    "and application use may need a licence and a fee; the copyright statement must appear with "
    "every copy. No item wording is included.";

}  // namespace eczscore::detail::cardiff
