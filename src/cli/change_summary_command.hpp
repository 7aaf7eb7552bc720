// SPDX-License-Identifier: BSL-1.0
// The summary of groups for `eczscore change --summary`.
#pragma once

#include "cli/change_command.hpp"
#include "eczscore/table/csv_changes.hpp"

namespace eczscore::cli {

/// Runs `--summary` on a table that was read. returns  the exit code.
int write_summary(const table::CsvChanges& changes, const ChangeArguments& options,
                  table::Format format);

}  // namespace eczscore::cli
