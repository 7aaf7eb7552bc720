// SPDX-License-Identifier: BSL-1.0
// A quantity from the two texts of a table: a value and its unit.
#pragma once

#include "eczscore/units/any_quantity.hpp"
#include "eczscore/units/decimal.hpp"
#include "eczscore/units/flux.hpp"
#include "eczscore/units/read_unit.hpp"

namespace eczscore::units {

/// Reads a value and its unit as a quantity of kind `K`, or says why not. The number is exact until
/// the last step, one correctly rounded division. Limits are not judged: see `value_flag`.
/// example  parse_quantity<kind::Tewl>("1.2", "mg/cm2/h").value() == Tewl::g_per_m2_h(12)
template <class K>
constexpr Checked<Quantity<K>> parse_quantity(Chars value, Chars unit,
                                              Strictness mode = Strictness::strict) {
    const DecimalRead number = parse_decimal(value);
    if (!number.ok()) return number.reason;
    const UnitRead read = read_unit(unit, &K::info, mode);
    if (!read.ok()) return read.reason;
    const Conversion way = conversion(read.unit, K::info.unit, K::info.analyte);
    const Converted exact = convert(number.value, way);
    if (exact.ok()) return Quantity<K>(exact.value.to_double(), UnitOf<typename K::Units>{});
    if (exact.reason != Reason::too_large && exact.reason != Reason::not_exact) {
        return exact.reason;
    }
    return Quantity<K>(way(number.value.to_double()), UnitOf<typename K::Units>{});
}

/// The quantity most looked for: `parse_tewl("12", "g/m2/h")`.
constexpr Checked<Quantity<kind::Tewl>> parse_tewl(Chars value, Chars unit,
                                                   Strictness mode = Strictness::strict) {
    return parse_quantity<kind::Tewl>(value, unit, mode);
}

}  // namespace eczscore::units
