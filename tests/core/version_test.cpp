// SPDX-License-Identifier: BSL-1.0
// The version of the library.
#include "eczscore/core/version.hpp"

#include <string_view>

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Version: three numbers with points between") {
    const std::string_view version = library_version;
    CHECK_FALSE(version.empty());
    CHECK(version.find_first_not_of("0123456789.") == std::string_view::npos);
}
