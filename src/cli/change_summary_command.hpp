// SPDX-License-Identifier: BSL-1.0
// The summary of groups for `eczscore change --summary`.
#pragma once

#include <string>

#include "cli/change_command.hpp"
#include "eczscore/table/change_rows.hpp"
#include "eczscore/table/row_writer.hpp"

namespace eczscore::cli {

/// What is wrong with the options of a summary, as a sentence; empty if nothing is.
std::string summary_trouble(const ChangeArguments& options, const Instrument& instrument);

/// Runs `--summary` on a table that was read. returns  the exit code.
int write_summary(const table::ChangeRows& rows, const ChangeArguments& options,
                  const Instrument& instrument, table::Format format);

}  // namespace eczscore::cli
