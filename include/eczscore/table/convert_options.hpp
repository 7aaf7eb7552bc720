// SPDX-License-Identifier: BSL-1.0
// What is measured and how units are read, and which column of a table is converted.
#pragma once

#include <string>

#include "eczscore/table/setting_names.hpp"

namespace eczscore::table {

/// How values are converted from one unit to another.
struct ConvertOptions {
    std::string kind;  ///< what is measured; its aliases are then read too
    std::string analyte;
    std::string molar_mass;   ///< g/mol
    bool strict = false;      ///< UCUM only, also with a kind
    std::string column;       ///< the column of a table that is converted
    std::string unit_column;  ///< a column of units beside it; empty: the header states the unit
    std::string target;       ///< the unit to convert to; empty: the usual one of the kind
    SettingNames names{};     ///< what sentences call these settings; `target` is `to`
};

}  // namespace eczscore::table
