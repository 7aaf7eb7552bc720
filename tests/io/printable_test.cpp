// SPDX-License-Identifier: BSL-1.0
// What is shown instead of what a terminal obeys, and texts in quotes.
#include <eczscore/io/printable.hpp>
#include <eczscore/io/utf8.hpp>

#include <string>
#include <string_view>

#include "catch_compat.hpp"
#include "io/encoded_utf8.hpp"

using namespace eczscore::io;

using eczscore::testing::encoded_utf8;

TEST_CASE("Printable: which characters act instead of being seen", "[exhaustive]") {
    for (char32_t c = 0; c <= 0x3000; ++c) {
        bool acts = c < 32 || (c >= 127 && c < 160);
        for (const char32_t mark : {0x061cU, 0x200eU, 0x200fU, 0x2028U, 0x2029U, 0x202aU, 0x202bU,
                                    0x202cU, 0x202dU, 0x202eU, 0x2066U, 0x2067U, 0x2068U, 0x2069U})
            acts = acts || c == mark;
        INFO(static_cast<unsigned>(c));
        REQUIRE(is_control(c) == acts);
    }
}

TEST_CASE("Printable: on one line, without what a terminal obeys") {
    CHECK(printable("erythema, 7.05 \xc3\xa9") == "erythema, 7.05 \xc3\xa9");
    CHECK(printable("a\nb\r\nc\td") == "a b  c d");
    CHECK(printable("\x1b[31m\a") == "\xef\xbf\xbd[31m\xef\xbf\xbd");
    CHECK(printable("\x7f") == replacement_character);
    CHECK(printable(std::string_view("\0", 1)) == replacement_character);
    for (char32_t c = 0x80; c < 0xa0; ++c)
        CHECK(printable(encoded_utf8(c)) == replacement_character);
    CHECK(printable("\xc2\xa0") == "\xc2\xa0");
    CHECK(printable("1\xe2\x80\xae"
                    "2") ==
          "1\xef\xbf\xbd"
          "2");
    CHECK(printable("Pl\xe9"
                    "cebo") ==
          "Pl\xef\xbf\xbd"
          "cebo");
    CHECK(printable("\xe2\x82") == replacement_character);
    // Whatever the bytes: the result is UTF-8, on one line, and stays as it is.
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            const std::string text{static_cast<char>(first), static_cast<char>(second), 'x'};
            const std::string shown = printable(text);
            bool fine = is_utf8(shown) && printable(shown) == shown;
            for (const char c : shown)
                fine = fine && static_cast<unsigned char>(c) >= 0x20 && c != 0x7f;
            if (!fine) FAIL(first << ' ' << second);
        }
    }
}

TEST_CASE("Quoted: the first forty characters, and how many there are") {
    const std::string forty(40, 'x');
    CHECK(quoted_text(forty) == '"' + forty + '"');
    CHECK(quoted_text(forty + "y") == '"' + forty + "...\" (41 characters)");
    std::string umlauts;
    for (int i = 0; i < 41; ++i) umlauts += "\xc3\xa4";
    CHECK(quoted_text(umlauts) == '"' + umlauts.substr(0, 80) + "...\" (41 characters)");
    CHECK(quoted_text(std::string(10 << 20, '9')) ==
          '"' + std::string(40, '9') + "...\" (10485760 characters)");
    CHECK(quoted_text("a\x1b", '\'') == "'a\xef\xbf\xbd'");
    CHECK(quoted_text("") == "\"\"");
}
