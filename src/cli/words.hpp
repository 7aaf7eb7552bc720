// SPDX-License-Identifier: BSL-1.0
// Pieces of sentences that the subcommands share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace eczscore::cli {

/// `'text'`: what somebody typed.
inline std::string single_quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

/// `1 row`, `2 rows`.
inline std::string counted(std::uint64_t n, std::string_view noun) {
    return std::to_string(n) + " " + std::string(noun) + (n == 1 ? "" : "s");
}

/// A `units::Chars` as a string.
template <class Characters>
std::string string_of(const Characters& characters) {
    return std::string(std::string_view(characters));
}

}  // namespace eczscore::cli
