// SPDX-License-Identifier: BSL-1.0
// Changes and anchors of the reference cases, by the case that holds them.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "stats/reference.hpp"

namespace mic_data {

using reference::Json;
using reference::numbers;

struct Patients {
    std::vector<double> change;
    std::vector<double> anchor;
};

inline Patients patients(const Json& input) {
    return {numbers(input.at("change")), numbers(input.at("anchor"))};
}

/// Of a case that holds data or names the case that does, in this file or in 13_mcid or
/// 22_anchor_agreement.
inline Patients patients_of(const Json& one) {
    const Json& input = one.at("input");
    if (input.contains("change")) return patients(input);
    std::string name = input.at("same_data_as");
    const std::string set = name.substr(name.find("anchor_mean_change_") == 0 ? 19 : 7);
    for (const char* file : {"13_mcid", "22_anchor_agreement"}) {
        for (const char* start : {"anchor_mean_change_", "anchor_"}) {
            for (const Json* each : reference::any(file, start + set)) {
                if (each->at("id") == start + set) return patients(each->at("input"));
            }
        }
    }
    throw std::runtime_error("no data for " + name);
}

/// The cases of a kind in both files; most kinds have some in each.
inline std::vector<const Json*> both(const std::string& start) {
    auto cases = reference::any("13_mcid", start);
    for (const Json* each : reference::any("22_anchor_agreement", start)) cases.push_back(each);
    if (cases.empty()) throw std::runtime_error("no case begins " + start);
    return cases;
}

inline double at(const Json& json, const char* key) { return reference::number(json.at(key)); }

}  // namespace mic_data
