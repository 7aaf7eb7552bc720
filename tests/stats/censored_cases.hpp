// SPDX-License-Identifier: BSL-1.0
// Reads samples with values beyond limits from the reference results.
#pragma once

#include <string>
#include <vector>

#include "eczscore/stats/types/censored.hpp"
#include "stats/reference.hpp"

inline std::vector<eczscore::stats::Censored> censored_values(const reference::Json& input) {
    using eczscore::stats::Censored;
    std::vector<Censored> values;
    const reference::Json& how = input.at("censoring");
    for (std::size_t i = 0; i < how.size(); ++i) {
        const std::string word = how[i].get<std::string>();
        const double value = input.at("value")[i].get<double>();
        values.push_back(word == "none"    ? Censored::measured(value)
                         : word == "below" ? Censored::below(value)
                                           : Censored::above(value));
    }
    return values;
}
