// SPDX-License-Identifier: BSL-1.0
// Column names as the names of a JSON object's members, which should be unique (RFC 8259, 4).
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "eczscore/io/json_string.hpp"

namespace eczscore::io {

/// The names as JSON strings, quotes and all, each once: a reader would keep only the last of
/// several members with one name. The first column of a name keeps it; the next becomes `name_2`,
/// the one after `name_3`, and a number that another column has is passed over.
inline std::vector<std::string> json_keys(std::span<const std::string> names) {
    std::vector<std::string> keys;
    for (const std::string& name : names) append_json_string(keys.emplace_back(), name);
    const std::set<std::string> given(keys.begin(), keys.end());
    std::set<std::string> taken;
    for (std::string& key : keys) {
        if (taken.insert(key).second) continue;
        const std::string stem = key.substr(0, key.size() - 1) + '_';
        std::size_t number = 2;
        do {
            key = stem + std::to_string(number++) + '"';
        } while (given.contains(key) || !taken.insert(key).second);
    }
    return keys;
}

}  // namespace eczscore::io
