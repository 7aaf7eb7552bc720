// SPDX-License-Identifier: BSL-1.0
// Reads two groups of values from the reference results.
#pragma once

#include <string>
#include <vector>

#include "stats/reference.hpp"

struct Groups {
    std::vector<double> x, y;
};

inline Groups groups_of(const reference::Json& input) {
    return {reference::numbers(input.at("x")), reference::numbers(input.at("y"))};
}

/// The cases of a method, without those of a method whose name only begins so.
inline std::vector<const reference::Json*> two_sample_cases(const std::string& start) {
    return reference::all("04_two_sample", start);
}

/// A number of a case's output.
inline double output(const reference::Json& each, const char* key) {
    return reference::number(each.at("output").at(key));
}
