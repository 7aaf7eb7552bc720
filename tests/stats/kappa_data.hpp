// SPDX-License-Identifier: BSL-1.0
// Tables of two raters' grades from the reference cases.
#pragma once

#include <cstdint>
#include <vector>

#include "stats/ratings_data.hpp"

namespace kappa_data {

struct Counts {
    std::vector<std::int64_t> counts;
    std::size_t categories = 0;
};

inline Counts counts(const reference::Json& rows) {
    Counts all;
    all.categories = rows.size();
    for (const auto& row : rows) {
        for (const auto& each : row) all.counts.push_back(each.get<std::int64_t>());
    }
    return all;
}

}  // namespace kappa_data
