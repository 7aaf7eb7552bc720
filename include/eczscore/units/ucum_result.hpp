// SPDX-License-Identifier: BSL-1.0
// What reading a unit gives: the unit, or the reason, the place and the likely intention.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/units/reason.hpp"
#include "eczscore/units/unit.hpp"
#include "eczscore/units/unit_traps.hpp"

namespace eczscore::units {

/// Longest unit text that is read; longer ones are refused.
inline constexpr std::size_t longest_unit = 96;

/// Where in the text something is, and what was probably meant there.
struct Clue {
    std::uint16_t position = 0;
    std::uint16_t length = 0;
    bool has_intention = false;
    Text intention{};  ///< to put in place of the `length` characters from `position` on
    Text explanation{};
    Trust trust = Trust::guess;

    constexpr explicit operator bool() const { return !explanation.empty(); }
};

/// A unit, or why there is none. `clue` says where and what was probably meant; the other clues are
/// what a caller that knows the quantity may want to know about a unit that was understood.
struct UnitParse {
    Unit unit{};
    Reason reason = Reason::none;
    Clue clue{};         ///< of the refusal
    Clue suspect{};      ///< a symbol of UCUM that is hardly the intended one
    Clue dot{};          ///< a dot after a solidus: in UCUM it is not under it
    Clue negative{};     ///< a negative exponent after a solidus
    Clue bare_length{};  ///< a length without exponent after a solidus
    Clue doubtful{};     ///< a symbol that is odd in a wrong dimension
    Clue unusual{};      ///< a symbol that no flux is made of
    bool has_suspect = false;

    constexpr bool ok() const { return reason == Reason::none; }
};

}  // namespace eczscore::units
