// SPDX-License-Identifier: BSL-1.0
// Rows out of a command: which format, and what standard error is told about them.
#pragma once

#include <optional>
#include <string_view>

#include "eczscore/table/row_writer.hpp"

namespace eczscore::cli {

/// The format to write: the one asked for, or a table on a terminal and CSV elsewhere; none when
/// there is no such format.
std::optional<table::Format> choose_format(std::string_view name, int descriptor);

/// `rows.finish()`, and says which cells JSON could not hold as they are.
void finish(table::RowWriter& rows);
/// The same of `rows.stop()`.
void stop(table::RowWriter& rows);

}  // namespace eczscore::cli
