// SPDX-License-Identifier: BSL-1.0
// Reads the reference results of tests/reference and compares numbers with them.
#pragma once

#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "catch_compat.hpp"

namespace reference {

using Json = nlohmann::json;

/// A file such as "02_paired_mean"; read once.
const Json& file(const std::string& name);

/// A case of a file by its id.
const Json& one(const std::string& name, const std::string& id);

/// All cases whose id begins so; there must be one.
std::vector<const Json*> all(const std::string& name, const std::string& start);
/// The same, or none: for a test that goes through several files, and counts what it compared.
std::vector<const Json*> any(const std::string& name, const std::string& start);

/// A number; null is NaN, and so are "NaN", "Inf" and "-Inf" what they say.
double number(const Json& json);
std::vector<double> numbers(const Json& json);

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
