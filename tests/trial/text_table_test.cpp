// SPDX-License-Identifier: BSL-1.0
// Numbers for texts: in the order of their first coming, and texts that stay where they are.
#include "catch_compat.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/trial/text_table.hpp"

using eczscore::trial::TextTable;

TEST_CASE("Text table: a text has the number of its first coming") {
    TextTable table;
    CHECK(table.size() == 0);
    CHECK(table.number("baseline") == 0);
    CHECK(table.number("week_2") == 1);
    CHECK(table.number("baseline") == 0);
    CHECK(table.number("baseline") == 0);
    CHECK(table.number("") == 2);
    CHECK(table.number("week_2") == 1);
    CHECK(table.number("") == 2);
    CHECK(table.size() == 3);
    CHECK(table.text(1) == "week_2");
    CHECK(table.text(2).empty());
}

TEST_CASE("Text table: many texts, long ones too, keep their numbers and places") {
    TextTable table;
    std::vector<std::string_view> places;
    const auto text_of = [](std::uint32_t i) {
        return std::string(i % 100 == 0 ? 70'000 : i % 40, 'x') + std::to_string(i);
    };
    constexpr std::uint32_t count = 3000;
    std::size_t wrong = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        wrong += table.number(text_of(i)) != i;
        places.push_back(table.text(i));
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        wrong += table.number(text_of(count - 1 - i)) != count - 1 - i;
        wrong += table.text(i) != text_of(i);
        wrong += table.text(i).data() != places[i].data();
    }
    CHECK(wrong == 0);
    CHECK(table.size() == count);
}

TEST_CASE("Text table: bytes of any kind count, the zero too") {
    TextTable table;
    const std::string_view with_zero("a\0b", 3);
    CHECK(table.number("a") == 0);
    CHECK(table.number(with_zero) == 1);
    CHECK(table.number(std::string_view("a\0c", 3)) == 2);
    CHECK(table.number("\xff") == 3);
    CHECK(table.number(with_zero) == 1);
}
