// SPDX-License-Identifier: BSL-1.0
// JSON of ours, read back in the order in which it was written.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace eczscore::testing {

using Json = nlohmann::ordered_json;

/// Throws, so that the test fails, where the text is no JSON.
inline Json read_json(const std::string& text) { return Json::parse(text); }

}  // namespace eczscore::testing
