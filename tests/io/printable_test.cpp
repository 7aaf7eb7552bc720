// SPDX-License-Identifier: BSL-1.0
// Characters of UTF-8, what is shown instead of what a terminal obeys, and JSON strings.
#include <eczscore/io/json_string.hpp>
#include <eczscore/io/printable.hpp>
#include <eczscore/io/utf8.hpp>

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "catch_compat.hpp"

using namespace eczscore::io;

namespace {

std::string encoded(char32_t c) {
    const auto byte = [](char32_t value) {
        return static_cast<char>(static_cast<unsigned char>(value));
    };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xc0 | c >> 6), byte(0x80 | (c & 0x3f))};
    if (c < 0x10000) {
        return {byte(0xe0 | c >> 12), byte(0x80 | (c >> 6 & 0x3f)), byte(0x80 | (c & 0x3f))};
    }
    return {byte(0xf0 | c >> 18), byte(0x80 | (c >> 12 & 0x3f)), byte(0x80 | (c >> 6 & 0x3f)),
            byte(0x80 | (c & 0x3f))};
}

std::string json(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

}  // namespace

TEST_CASE("UTF-8: every character is read, its beginnings are not", "[exhaustive]") {
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (c >= 0xd800 && c < 0xe000) continue;
        const std::string text = encoded(c);
        const Utf8Step step = utf8_step(text);
        if (!step.valid || step.character != c || step.bytes != text.size())
            FAIL(static_cast<unsigned>(c));
        for (std::size_t length = 1; length < text.size(); ++length) {
            const Utf8Step part = utf8_step(std::string_view(text).substr(0, length));
            if (part.valid || part.bytes != length) FAIL(static_cast<unsigned>(c));
            const Utf8Step broken = utf8_step(text.substr(0, length) + "x");
            if (broken.valid || broken.bytes != length) FAIL(static_cast<unsigned>(c));
        }
    }
}

TEST_CASE("UTF-8: no other bytes are a character") {
    for (const char32_t surrogate : {0xd800U, 0xdbffU, 0xdfffU})
        CHECK_FALSE(is_utf8(encoded(surrogate)));
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
    for (char32_t c = 0x80; c < 0xa0; ++c) CHECK(printable(encoded(c)) == replacement_character);
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

TEST_CASE("JSON string: any bytes are valid JSON and valid UTF-8") {
    CHECK(json("a \"b\" \\ \n\r\t") == R"("a \"b\" \\ \n\r\t")");
    CHECK(json("\x1b\x7f\xc2\x9b") == R"("\u001b\u007f\u009b")");
    CHECK(json("\xe2\x80\xae") == R"("\u202e")");
    CHECK(json("\xc3\xa9\xf0\x9f\x98\x80") == "\"\xc3\xa9\xf0\x9f\x98\x80\"");
    CHECK(json("Pl\xe9"
               "cebo") ==
          "\"Pl\xef\xbf\xbd"
          "cebo\"");
    std::string out;
    CHECK_FALSE(append_json_string(out, "\x1b"));
    CHECK(append_json_string(out, "\xff"));
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            const std::string text{'a', static_cast<char>(first), static_cast<char>(second), 'b'};
            const std::string written = json(text);
            const auto read = nlohmann::json::parse(written, nullptr, false);
            if (read.is_discarded() || (is_utf8(text) && read.get<std::string>() != text)) {
                FAIL(first << ' ' << second);
            }
        }
    }
}
