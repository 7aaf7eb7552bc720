// SPDX-License-Identifier: BSL-1.0
// The small parts of the core: texts, lists, status words, evidence, the version.
#include <string>
#include <string_view>

#include "eczscore/core/citation.hpp"
#include "eczscore/core/list.hpp"
#include "eczscore/core/status.hpp"
#include "eczscore/core/text.hpp"
#include "eczscore/core/version.hpp"

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

TEST_CASE("List: views an array from its first to its last element") {
    static constexpr int numbers[] = {3, 5, 8};
    const List<int> list = numbers;
    CHECK(list.size() == 3);
    CHECK(list.front() == 3);
    CHECK(list[1] == 5);
    CHECK(list.back() == 8);
    CHECK(list.data() == numbers);
    CHECK_FALSE(list.empty());
    int sum = 0;
    for (int n : list) sum += n;
    CHECK(sum == 16);
    CHECK(List<int>().empty());
    CHECK(List<int>().begin() == List<int>().end());
}

TEST_CASE("Status: the words of the contract, and only ok and imputed have a number") {
    CHECK(name(Status::ok) == Text("ok"));
    CHECK(name(Status::imputed) == Text("imputed"));
    CHECK(name(Status::missing) == Text("missing"));
    CHECK(name(Status::invalid) == Text("invalid"));
    CHECK(name(Status::not_applicable) == Text("not_applicable"));
    CHECK(name(Status::needs_data) == Text("needs_data"));
    CHECK(is_scored(Status::ok));
    CHECK(is_scored(Status::imputed));
    for (Status s :
         {Status::missing, Status::invalid, Status::not_applicable, Status::needs_data}) {
        CHECK_FALSE(is_scored(s));
    }
}

TEST_CASE("Evidence: low confidence or a number from memory is unverified") {
    CHECK(Evidence{nullptr, Confidence::high}.is_verified());
    CHECK(Evidence{nullptr, Confidence::medium}.is_verified());
    CHECK_FALSE(Evidence{nullptr, Confidence::low}.is_verified());
    CHECK_FALSE(Evidence{.source = nullptr, .confidence = Confidence::high, .from_memory = true}
                    .is_verified());
    CHECK_FALSE(Evidence{}.is_verified());
    CHECK(name(Confidence::high) == Text("high"));
    CHECK(name(Confidence::medium) == Text("medium"));
    CHECK(name(Confidence::low) == Text("low"));
}

TEST_CASE("Version: three numbers with points between") {
    const std::string_view version = library_version;
    CHECK_FALSE(version.empty());
    CHECK(version.find_first_not_of("0123456789.") == std::string_view::npos);
}
