// SPDX-License-Identifier: BSL-1.0
// UCUM text into a unit: the grammar of UCUM 2.2, case-sensitive, without aliases and allocation.
#pragma once

#include "eczscore/units/detail/ucum_reader.hpp"
#include "eczscore/units/ucum_result.hpp"

namespace eczscore::units {

/// Reads a UCUM expression: case-sensitive, evaluated from the left, annotations without meaning.
/// Every text is either understood as UCUM does or refused with a reason; never throws or
/// allocates. What UCUM understands may still be a trap: see `UnitParse::suspect`, and `read_unit`,
/// which knows the quantity.
/// source   UCUM 2.2, sections 3 to 26
constexpr UnitParse parse_ucum(Chars text) { return detail::UcumReader(text).read(); }

}  // namespace eczscore::units
