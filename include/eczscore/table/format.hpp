// SPDX-License-Identifier: BSL-1.0
// The formats in which rows are written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace eczscore::table {

/// How rows are written; `table` is aligned text for people.
enum class Format { csv, tsv, json, ndjson, table };

/// The format with this name; none when there is no such format.
std::optional<Format> format_named(std::string_view name);

/// What is said where there is no format of that name.
/// there_are  the names that there are, as words
std::string no_format(std::string_view name,
                      std::string_view there_are = "csv, tsv, json, ndjson or table");

}  // namespace eczscore::table
