// SPDX-License-Identifier: BSL-1.0
// Rows out of a command: which format, and what standard error is told about them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "eczscore/table/row_writer.hpp"

namespace eczscore::cli {

/// The format to write: the one asked for, or a table on a terminal and CSV elsewhere; none when
/// there is no such format.
std::optional<table::Format> choose_format(std::string_view name, int descriptor);
/// The same for `-o`: a file is CSV where nothing else is asked for.
std::optional<table::Format> format_for_output(const std::string& name, const std::string& output);

/// Says which cells JSON could not hold as they are.
void say_replaced(const table::ReplacedCells& replaced);
/// `rows.finish()`, and says that.
void finish(table::RowWriter& rows);

}  // namespace eczscore::cli
