// SPDX-License-Identifier: BSL-1.0
// `eczscore score`: a table in, the same table with scores, bands, statuses and notes out.
#pragma once

#include <string>
#include <vector>

#include "cli/common.hpp"
#include "eczscore/table/score_options.hpp"

namespace eczscore::cli {

/// What the command line said.
struct ScoreArguments : table::ScoreOptions {
    ScoreArguments() { names = option_names; }

    std::vector<std::string> ids;  ///< instruments, as written; `a,b` in one string is two
    std::string file;              ///< empty or `-`: standard input
    std::string output;            ///< empty or `-`: standard output
    std::string format;    ///< csv tsv json ndjson table; empty: table on a terminal, else csv
    bool strict = false;   ///< exit 1 when a row is invalid
    int threads = 1;       ///< at least 1; the output does not depend on it
    bool progress = true;  ///< a line on standard error when it is a terminal
};

/// Runs the command. returns the exit code: 0 done, 1 strict and rows invalid, 2 usage, 3 input
/// unreadable or malformed (the rows before it are written), 4 output failed. A closed pipe is 0.
int run_score(const ScoreArguments& options);

}  // namespace eczscore::cli
