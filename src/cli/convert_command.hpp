// SPDX-License-Identifier: BSL-1.0
// `eczscore convert`: one value from one unit to another, exactly, or why not.
#pragma once

#include <string>

namespace eczscore::cli {

struct ConvertOptions {
    std::string value;
    std::string from;
    std::string word;  ///< `to`
    std::string to;
    std::string kind;  ///< what is measured; its aliases are then read too
    std::string analyte;
    std::string molar_mass;  ///< g/mol
    bool strict = false;     ///< UCUM only, also with a kind
    bool list = false;       ///< lists the kinds instead
    std::string table;       ///< a table of which a column is converted; `-`: standard input
    std::string column;
    std::string unit_column;  ///< a column of units beside it; empty: the header states the unit
    std::string target;       ///< the unit to convert to; empty: the usual one of the kind
    std::string format;       ///< of the table that comes out
};

/// Prints `VALUE UNIT`. What it refuses it explains, with the likely intention.
int run_convert(const ConvertOptions& options);

}  // namespace eczscore::cli
