// SPDX-License-Identifier: BSL-1.0
// `eczscore score`: a table in, the same table with scores, bands, statuses and notes out.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace eczscore::cli {

/// What the command line said.
struct ScoreOptions {
    std::vector<std::string> ids;  ///< instruments, as written; `a,b` in one string is two
    std::string file;              ///< empty or `-`: standard input
    std::string output;            ///< empty or `-`: standard output
    std::string format;  ///< csv tsv json ndjson table; empty: table on a terminal, else csv
    std::string bands;   ///< a band scheme for the instruments that have it
    std::vector<std::string> maps;                   ///< each `COLUMN=ITEM`
    std::string map_file;                            ///< a file of such lines
    std::vector<std::string> tables;                 ///< files of licensed tables
    std::optional<std::vector<std::string>> select;  ///< input columns to keep; none: all
    bool strict = false;                             ///< exit 1 when a row is invalid
    bool regional_only = false;  ///< sub-scores also where the total cannot be scored
    bool complete_only = false;  ///< no score that rests on a rule for missing answers
    bool any_age = false;        ///< the ages that a scale is for do not matter
    int threads = 1;             ///< at least 1; the output does not depend on it
    bool progress = true;        ///< a line on standard error when it is a terminal
};

/// Runs the command. returns the exit code: 0 done, 1 strict and rows invalid, 2 usage, 3 input
/// unreadable or malformed (the rows before it are written), 4 output failed. A closed pipe is 0.
int run_score(const ScoreOptions& options);

}  // namespace eczscore::cli
