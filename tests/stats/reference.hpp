// SPDX-License-Identifier: BSL-1.0
// Reads the reference results of tests/reference and compares numbers with them.
#pragma once

#include <cmath>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "catch_compat.hpp"

namespace reference {

using Json = nlohmann::json;

/// A file such as "02_paired_mean"; read once.
inline const Json& file(const std::string& name) {
    static std::vector<std::pair<std::string, Json>> read;
    for (const auto& [known, json] : read) {
        if (known == name) return json;
    }
    const std::string path = std::string(ECZSCORE_TEST_REFERENCE) + "/" + name + ".json";
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path);
    read.emplace_back(name, Json::parse(in));
    return read.back().second;
}

/// A case of a file by its id.
inline const Json& one(const std::string& name, const std::string& id) {
    for (const Json& each : file(name).at("cases")) {
        if (each.at("id") == id) return each;
    }
    throw std::runtime_error(name + " has no case " + id);
}

/// All cases whose id begins so.
inline std::vector<const Json*> all(const std::string& name, const std::string& start) {
    std::vector<const Json*> found;
    for (const Json& each : file(name).at("cases")) {
        if (each.at("id").get<std::string>().rfind(start, 0) == 0) found.push_back(&each);
    }
    return found;
}

/// A number; null is NaN, and so are "NaN", "Inf" and "-Inf" what they say.
inline double number(const Json& json) {
    if (json.is_null()) return std::numeric_limits<double>::quiet_NaN();
    if (json.is_number()) return json.get<double>();
    const std::string text = json.get<std::string>();
    if (text == "Inf") return std::numeric_limits<double>::infinity();
    if (text == "-Inf") return -std::numeric_limits<double>::infinity();
    return std::numeric_limits<double>::quiet_NaN();
}
inline std::vector<double> numbers(const Json& json) {
    std::vector<double> all;
    if (!json.is_array()) return {number(json)};
    for (const Json& each : json) all.push_back(number(each));
    return all;
}

/// Whether two numbers agree: relative to the expected one, or absolutely near 0.
inline bool close(double found, double expected, double relative = 1e-10, double absolute = 1e-14) {
    if (std::isnan(expected)) return std::isnan(found);
    if (std::isinf(expected)) return found == expected;
    return std::abs(found - expected) <= std::max(relative * std::abs(expected), absolute);
}

}  // namespace reference

/// Checks agreement and shows both numbers with all their digits.
#define CHECK_CLOSE(found, ...)                        \
    do {                                               \
        std::ostringstream eczscore_digits;            \
        eczscore_digits.precision(17);                 \
        eczscore_digits << "found " << (found);        \
        INFO(eczscore_digits.str());                   \
        CHECK(reference::close((found), __VA_ARGS__)); \
    } while (false)
