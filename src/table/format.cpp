// SPDX-License-Identifier: BSL-1.0
// Names of formats.
#include "eczscore/table/format.hpp"

#include <cstddef>
#include <iterator>

namespace eczscore::table {

std::optional<Format> format_named(std::string_view name) {
    constexpr std::string_view names[] = {"csv", "tsv", "json", "ndjson", "table"};
    for (std::size_t i = 0; i < std::size(names); ++i) {
        if (names[i] == name) return static_cast<Format>(i);
    }
    return std::nullopt;
}

std::string no_format(std::string_view name, std::string_view there_are) {
    return "no format '" + std::string(name) + "': " + std::string(there_are);
}

}  // namespace eczscore::table
