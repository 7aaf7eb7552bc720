// SPDX-License-Identifier: BSL-1.0
// Tables of ratings of the reference cases, by the case that holds them.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "stats/reference.hpp"

namespace ratings_data {

using reference::Json;

/// Row by row.
struct Table {
    std::vector<double> values;
    std::size_t raters = 0;

    std::vector<double> column(std::size_t j) const {
        std::vector<double> one;
        for (std::size_t at = j; at < values.size(); at += raters) one.push_back(values[at]);
        return one;
    }
};

inline Table table(const Json& rows) {
    Table all;
    all.raters = rows.at(0).size();
    for (const Json& row : rows) {
        for (const Json& each : row) all.values.push_back(reference::number(each));
    }
    return all;
}

/// Of a case that holds ratings or names the case that does, in 14_reliability or
/// 22_anchor_agreement.
inline Table table_of(const Json& one) {
    const Json& input = one.at("input");
    if (input.contains("ratings")) return table(input.at("ratings"));
    const std::string name = input.at("same_data_as");
    const std::string set = name.substr(name.find('_') + 1);
    for (const std::string& id : {"anova_" + set, "icc_" + set}) {
        for (const char* file : {"14_reliability", "22_anchor_agreement"}) {
            for (const Json* each : reference::any(file, id)) {
                if (each->at("id") == id && each->at("input").contains("ratings")) {
                    return table(each->at("input").at("ratings"));
                }
            }
        }
    }
    throw std::runtime_error("no ratings for " + name);
}

inline std::vector<const Json*> both(const std::string& start) {
    auto cases = reference::any("14_reliability", start);
    for (const Json* each : reference::any("22_anchor_agreement", start)) cases.push_back(each);
    if (cases.empty()) throw std::runtime_error("no case begins " + start);
    return cases;
}

inline double at(const Json& json, const char* key) { return reference::number(json.at(key)); }

}  // namespace ratings_data
