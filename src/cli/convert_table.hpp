// SPDX-License-Identifier: BSL-1.0
// `eczscore convert --table`: a column of a table, whose unit stands in its name or beside it.
#pragma once

#include "cli/convert_command.hpp"

namespace eczscore::cli {

/// Writes the table with the column converted, row by row. returns  the exit code.
int convert_table(const ConvertOptions& options);

}  // namespace eczscore::cli
