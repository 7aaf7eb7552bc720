// SPDX-License-Identifier: BSL-1.0
// `eczscore convert`: one value from one unit to another, exactly, or why not.
#pragma once

#include <string>

#include "cli/common.hpp"
#include "eczscore/table/convert_options.hpp"

namespace eczscore::cli {

struct ConvertArguments : table::ConvertOptions {
    ConvertArguments() { names = option_names; }

    std::string value;
    std::string from;
    std::string word;  ///< `to`
    std::string to;
    bool list = false;   ///< lists the kinds instead
    std::string table;   ///< a table of which a column is converted; `-`: standard input
    std::string format;  ///< of the table that comes out
};

/// Prints `VALUE UNIT`. What it refuses it explains, with the likely intention.
int run_convert(const ConvertArguments& options);

}  // namespace eczscore::cli
