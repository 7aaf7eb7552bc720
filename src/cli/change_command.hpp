// SPDX-License-Identifier: BSL-1.0
// `eczscore change`: two visits of every subject scored and compared.
#pragma once

#include <string>

#include "cli/common.hpp"
#include "eczscore/table/change_options.hpp"

namespace eczscore::cli {

/// What the command line said.
struct ChangeArguments : table::ChangeOptions {
    ChangeArguments() { names = option_names; }

    std::string file;  ///< `-`: standard input
    std::string id;    ///< the instrument
    std::string bands;
    std::string output;    ///< empty or `-`: standard output
    bool summary = false;  ///< groups instead of subjects
    std::string format;    ///< csv tsv json ndjson table; empty: table on a terminal, else csv
};

/// Runs the command. returns the exit code.
int run_change(const ChangeArguments& options);

}  // namespace eczscore::cli
