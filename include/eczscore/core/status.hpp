// SPDX-License-Identifier: BSL-1.0
// Whether there is a score, and if not, why not.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"

namespace eczscore {

/// The result of scoring one assessment. `invalid` wins over `missing`.
enum class Status : std::uint8_t {
    ok,              ///< scored
    imputed,         ///< scored by the instrument's own published rule for missing items
    missing,         ///< cannot be scored: items are missing beyond the rule
    invalid,         ///< at least one answer is not an allowed value
    not_applicable,  ///< the scale does not apply (age, nothing relevant)
    needs_data       ///< needs a licensed table that the user must supply
};

/// There is a number: `ok` or `imputed`.
constexpr bool is_scored(Status status) {
    return status == Status::ok || status == Status::imputed;
}

/// The word used in every table and file.
constexpr Text name(Status status) {
    constexpr Text names[] = {"ok",      "imputed",        "missing",
                              "invalid", "not_applicable", "needs_data"};
    return name_of(names, status);
}

}  // namespace eczscore
