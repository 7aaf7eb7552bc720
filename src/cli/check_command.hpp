// SPDX-License-Identifier: BSL-1.0
// `eczscore check`: what in a table contradicts itself, a finding a row.
#pragma once

#include <string>

#include "cli/common.hpp"
#include "eczscore/table/check_options.hpp"
#include "eczscore/table/check_settings.hpp"

namespace eczscore::cli {

/// What the command line said.
struct CheckArguments : table::CheckOptions {
    CheckArguments() { names = option_names; }

    std::string file;     ///< `-`: standard input
    std::string output;   ///< empty or `-`: standard output
    std::string format;   ///< csv tsv json ndjson table; empty: table on a terminal
    bool strict = false;  ///< exit 1 if there is an error among the findings
    bool list = false;    ///< list the checks instead
};

/// Writes the list of checks to standard output. returns the exit code.
int list_checks(const table::checks::CheckSettings& settings, table::Format format);

/// Runs the command. returns the exit code.
int run_check(const CheckArguments& options);

}  // namespace eczscore::cli
