// SPDX-License-Identifier: BSL-1.0
// The words of descriptors.
#include "eczscore/core/text.hpp"

#include <string>
#include <string_view>

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Text: compares by its characters, with its own kind and with strings") {
    const char one[] = "mild";
    const char other[] = "mild";
    CHECK(Text(one) == Text(other));
    CHECK(Text("mild") != Text("mil"));
    CHECK(Text("mil") != Text("mild"));
    CHECK(Text("mild") != Text("milk"));
    CHECK(Text("mild") == std::string_view("mild"));
    CHECK(Text("mild") == std::string("mild"));
    CHECK(Text("mild") != std::string_view("mil"));
    CHECK(Text("mil") != std::string_view("mild"));
    CHECK(Text("mild") != std::string_view("milk"));
    CHECK(Text().empty());
    CHECK_FALSE(Text("a").empty());
    CHECK(std::string_view(Text("severe")) == "severe");
    CHECK(std::string_view(Text("severe").c_str()) == "severe");
}
