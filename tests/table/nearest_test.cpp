// SPDX-License-Identifier: BSL-1.0
// The nearest name, and the small pieces of sentences.
// Covers: table/phrases.hpp
#include "eczscore/table/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/table/phrases.hpp"
#include "eczscore/units/chars.hpp"

using namespace eczscore;
using table::edit_distance;

namespace {

/// The distance as it is defined, on what is left of two lower-case texts.
std::size_t by_definition(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    std::size_t least = std::min(by_definition(a.substr(1), b), by_definition(a, b.substr(1))) + 1;
    least = std::min(least, by_definition(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0U : 1U));
    if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
        least = std::min(least, by_definition(a.substr(2), b.substr(2)) + 1);
    return least;
}

/// Every text of up to `most` letters.
std::vector<std::string> texts(std::size_t most, std::string_view letters) {
    std::vector<std::string> all{""};
    for (std::size_t i = 0; i < all.size() && all[i].size() < most; ++i) {
        const std::string start = all[i];
        for (const char c : letters) all.push_back(start + c);
    }
    return all;
}

}  // namespace

TEST_CASE("Nearest: the distance of all short texts is that of its definition") {
    const std::vector<std::string> all = texts(4, "abc");
    REQUIRE(all.size() == 121);
    std::size_t wrong = 0;
    for (const std::string& a : all) {
        for (const std::string& b : all) wrong += edit_distance(a, b) != by_definition(a, b);
    }
    CHECK(wrong == 0);
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("ca", "abc") == 3);  // nothing is put between two that changed places
    CHECK(edit_distance("poem", "peom") == 1);
}

TEST_CASE("Nearest: the case of letters makes no difference, other characters do") {
    CHECK(edit_distance("POEM_Itch", "poem_iTCH") == 0);
    CHECK(edit_distance("AZ", "az") == 0);
    CHECK(edit_distance("PO", "op") == 1);
    CHECK(edit_distance("@[", "`{") == 2);  // next to the letters in ASCII
}

TEST_CASE("Nearest: the smallest distance, and the first of equals") {
    CHECK(table::nearest("easy", {"poem", "easi", "ease"}) == "easi");
    CHECK(table::nearest("easi", {"ease", "easi", "EASI"}) == "easi");
    CHECK(table::nearest("xyz", {"poem"}) == "poem");
    CHECK(table::nearest("poem", {}).empty());
    CHECK(table::nearest("", {"ab", "a", "b"}) == "a");
}

TEST_CASE("Nearest: the hint quotes it, and is empty without any") {
    CHECK(table::nearest_hint("scor", {"score", "check"}) == "; the nearest is 'score'");
    CHECK(table::nearest_hint("scor", {}).empty());
    CHECK(table::nearest_hint("a", {"a\nb"}) == "; the nearest is 'a b'");
}

TEST_CASE("Phrases: what is counted has its plural, what was typed is printable and ends") {
    CHECK(table::counted(0, "row") == "0 rows");
    CHECK(table::counted(1, "row") == "1 row");
    CHECK(table::counted(2, "row") == "2 rows");
    CHECK(table::counted(18446744073709551615U, "cell") == "18446744073709551615 cells");
    CHECK(table::single_quoted("it's") == "'it's'");
    CHECK(table::single_quoted("a\tb\x1b") == "'a b\xef\xbf\xbd'");
    CHECK(table::single_quoted(std::string(200, 'x')) == "'" + std::string(200, 'x') + "'");
    CHECK(table::single_quoted(std::string(201, 'x')) ==
          "'" + std::string(200, 'x') + "...' (201 characters)");
    CHECK(table::string_of(units::Chars("g/m2")) == "g/m2");
}
