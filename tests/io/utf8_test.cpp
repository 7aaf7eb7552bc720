// SPDX-License-Identifier: BSL-1.0
// Characters of UTF-8, and bytes that are not UTF-8.
#include <eczscore/io/utf8.hpp>

#include <string>
#include <string_view>

#include "catch_compat.hpp"
#include "io/encoded_utf8.hpp"

using namespace eczscore::io;

using eczscore::testing::encoded_utf8;

TEST_CASE("UTF-8: every character is read, its beginnings are not", "[exhaustive]") {
    int read = 0;
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (c >= 0xd800 && c < 0xe000) continue;
        const std::string text = encoded_utf8(c);
        const Utf8Step step = utf8_step(text);
        if (!step.valid || step.character != c || step.bytes != text.size())
            FAIL(static_cast<unsigned>(c));
        ++read;
        for (std::size_t length = 1; length < text.size(); ++length) {
            const Utf8Step part = utf8_step(std::string_view(text).substr(0, length));
            if (part.valid || part.bytes != length) FAIL(static_cast<unsigned>(c));
            const Utf8Step broken = utf8_step(text.substr(0, length) + "x");
            if (broken.valid || broken.bytes != length) FAIL(static_cast<unsigned>(c));
        }
    }
    CHECK(read == 0x110000 - 0x800);
}

TEST_CASE("UTF-8: no other bytes are a character") {
    for (const char32_t surrogate : {0xd800U, 0xdbffU, 0xdfffU})
        CHECK_FALSE(is_utf8(encoded_utf8(surrogate)));
    for (const std::string_view overlong :
         {"\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xf0\x80\x80\x80",
          "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\xfe", "\x80",
          "\xbf"}) {
        CHECK_FALSE(is_utf8(overlong));
        CHECK(utf8_step(overlong).bytes == 1);
    }
    CHECK(utf8_step("\xe1\x80\xc0").bytes == 2);
    CHECK(utf8_step("\xf1\x80\x80").bytes == 3);
    CHECK(is_utf8(""));
    CHECK(
        is_utf8("Gr\xc3\xb6\xc3\x9f"
                "e"));
}
