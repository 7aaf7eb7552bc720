// SPDX-License-Identifier: BSL-1.0
// One include for Catch2 version 2 and version 3: tests are written against what both offer.
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_message.hpp>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_all.hpp>

using Catch::Approx;  // version 2 already has it at global scope
#else
#include <catch2/catch.hpp>
#include <string>

namespace Catch::Matchers {
/// The name version 3 gives to version 2's `Contains`.
inline auto ContainsSubstring(const std::string& text) { return Contains(text); }
}  // namespace Catch::Matchers
#endif
