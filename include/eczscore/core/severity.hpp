// SPDX-License-Identifier: BSL-1.0
// How serious a finding is: of a reading, of a table, of anything that is checked.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"

namespace eczscore {

/// How serious a finding is. Nothing that is found removes a value. An error cannot be right as it
/// stands; a warning contradicts a rule and may still be so; a notice is to be known.
enum class Severity : std::uint8_t { notice, warning, error };

constexpr Text name(Severity severity) {
    constexpr Text names[] = {"notice", "warning", "error"};
    return name_of(names, severity);
}

}  // namespace eczscore
