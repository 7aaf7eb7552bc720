// SPDX-License-Identifier: BSL-1.0
// Reading the reference results: apart from its header, so that JSON is compiled once.
#include "stats/reference.hpp"

#include <fstream>
#include <limits>
#include <stdexcept>
#include <utility>

namespace reference {

const Json& file(const std::string& name) {
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

const Json& one(const std::string& name, const std::string& id) {
    for (const Json& each : file(name).at("cases")) {
        if (each.at("id") == id) return each;
    }
    throw std::runtime_error(name + " has no case " + id);
}

std::vector<const Json*> any(const std::string& name, const std::string& start) {
    std::vector<const Json*> found;
    for (const Json& each : file(name).at("cases")) {
        if (each.at("id").get<std::string>().rfind(start, 0) == 0) found.push_back(&each);
    }
    return found;
}

std::vector<const Json*> all(const std::string& name, const std::string& start) {
    auto found = any(name, start);
    if (found.empty()) throw std::runtime_error(name + " has no case that begins " + start);
    return found;
}

double number(const Json& json) {
    if (json.is_null()) return std::numeric_limits<double>::quiet_NaN();
    if (json.is_number()) return json.get<double>();
    const std::string text = json.get<std::string>();
    if (text == "Inf") return std::numeric_limits<double>::infinity();
    if (text == "-Inf") return -std::numeric_limits<double>::infinity();
    return std::numeric_limits<double>::quiet_NaN();
}
std::vector<double> numbers(const Json& json) {
    std::vector<double> all;
    if (!json.is_array()) return {number(json)};
    for (const Json& each : json) all.push_back(number(each));
    return all;
}

}  // namespace reference
