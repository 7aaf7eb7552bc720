// SPDX-License-Identifier: BSL-1.0
// Pieces of sentences that the subcommands share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "eczscore/io/printable.hpp"

namespace eczscore::table {

/// `'text'`: what somebody typed, or the name of a column; printable, and cut where it is no name
/// that anybody would read.
inline std::string single_quoted(std::string_view text) { return io::quoted_text(text, '\'', 200); }

/// `1 row`, `2 rows`.
inline std::string counted(std::uint64_t n, std::string_view noun) {
    return std::to_string(n) + " " + std::string(noun) + (n == 1 ? "" : "s");
}

/// A `units::Chars` as a string.
template <class Characters>
std::string string_of(const Characters& characters) {
    return std::string(characters);
}

}  // namespace eczscore::table
