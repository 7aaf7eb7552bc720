// SPDX-License-Identifier: BSL-1.0
// `eczscore check`: what in a table contradicts itself, a finding a row.
#pragma once

#include <string>
#include <vector>

#include "eczscore/table/check_options.hpp"

namespace eczscore::cli {

/// What the command line said.
struct CheckArguments : table::CheckOptions {
    std::string file;               ///< `-`: standard input
    std::vector<std::string> off;   ///< checks that do not run
    std::vector<std::string> only;  ///< empty: all checks
    std::vector<std::string> set;   ///< each `CHECK.PARAMETER=VALUE`
    std::string output;             ///< empty or `-`: standard output
    std::string format;             ///< csv tsv json ndjson table; empty: table on a terminal
    bool strict = false;            ///< exit 1 if there is an error among the findings
    bool list = false;              ///< list the checks instead
};

/// Runs the command. returns the exit code.
int run_check(const CheckArguments& options);

}  // namespace eczscore::cli
