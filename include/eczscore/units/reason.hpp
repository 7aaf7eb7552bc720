// SPDX-License-Identifier: BSL-1.0
// Why a unit, a number or a conversion is refused: one word for programs, a sentence for people.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"

namespace eczscore::units {

/// Why something is refused. Nothing that is refused has a value.
enum class Reason : std::uint8_t {
    none,              ///< not refused
    bad_number,        ///< empty, not a plain decimal number, a decimal comma, NaN, an infinity
    too_long,          ///< longer than any unit of this field
    not_ascii,         ///< a character that UCUM does not have
    syntax,            ///< not a UCUM expression
    unknown_unit,      ///< no such UCUM atom here
    not_exact,         ///< a UCUM unit, but its size is no exact ratio; not supported
    not_supported,     ///< a UCUM unit whose scale is no multiple: a logarithm, a tangent, a root
    too_large,         ///< the exact factor does not fit 64 bits
    special_unit,      ///< a unit with its own scale (Cel, [pH]) inside a product
    arbitrary_units,   ///< two different arbitrary units in one expression
    suspect_case,      ///< valid UCUM, hardly intended: Mg, G, H
    wrong_dimension,   ///< measures something else
    ambiguous_unit,    ///< printed for two things: kU/L
    device_required,   ///< an arbitrary unit without the device that defines it
    device_mismatch,   ///< arbitrary units of two devices
    analyte_required,  ///< amount, IU and mass convert only for a named substance
    out_of_range,      ///< outside what can be measured
    not_stated         ///< no unit is given
};

/// The word used in every table and file.
constexpr Text name(Reason reason) {
    constexpr Text names[] = {"none",
                              "bad_number",
                              "too_long",
                              "not_ascii",
                              "syntax",
                              "unknown_unit",
                              "not_exact",
                              "not_supported",
                              "too_large",
                              "special_unit",
                              "arbitrary_units",
                              "suspect_case",
                              "wrong_dimension",
                              "ambiguous_unit",
                              "device_required",
                              "device_mismatch",
                              "analyte_required",
                              "out_of_range",
                              "not_stated"};
    return name_of(names, reason);
}

}  // namespace eczscore::units
