// SPDX-License-Identifier: BSL-1.0
// Reads tables of responders from the reference results.
#pragma once

#include <vector>

#include "eczscore/stats/types/responders.hpp"
#include "stats/reference.hpp"

struct Arms {
    eczscore::stats::Responders active, control;
};

inline Arms arms_of(const reference::Json& input) {
    const auto count = [&](const char* key) { return input.at(key).get<std::int64_t>(); };
    return {{count("x1"), count("n1")}, {count("x2"), count("n2")}};
}

inline std::vector<eczscore::stats::Stratum> strata_of(const reference::Json& input) {
    const auto counts = [&](const char* key) {
        std::vector<std::int64_t> all;
        for (const double each : reference::numbers(input.at(key))) {
            all.push_back(static_cast<std::int64_t>(each));
        }
        return all;
    };
    const auto x1 = counts("x1"), n1 = counts("n1"), x2 = counts("x2"), n2 = counts("n2");
    std::vector<eczscore::stats::Stratum> strata;
    for (std::size_t i = 0; i < x1.size(); ++i) strata.push_back({{x1[i], n1[i]}, {x2[i], n2[i]}});
    return strata;
}
