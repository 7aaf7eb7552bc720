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
};

/// Prints `VALUE UNIT`. What it refuses it explains, with the likely intention.
int run_convert(const ConvertOptions& options);

}  // namespace eczscore::cli
