// SPDX-License-Identifier: BSL-1.0
// The name that somebody probably meant: the nearest by edit distance, letter case aside.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/core/requirements.hpp"

namespace eczscore::table {

/// How many letters must be put in, taken out, changed or swapped with their neighbour.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate with the smallest distance to `name`, the first of equals; empty without any.
std::string_view nearest(std::string_view name, const std::vector<std::string_view>& candidates);

/// `the nearest is "x"`, after a semicolon; empty without candidates.
std::string nearest_hint(std::string_view name, const std::vector<std::string_view>& candidates);

}  // namespace eczscore::table
