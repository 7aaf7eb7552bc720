// SPDX-License-Identifier: BSL-1.0
// Strings of JSON: any bytes give valid JSON and valid UTF-8.
#include <eczscore/io/json_string.hpp>
#include <eczscore/io/utf8.hpp>

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "catch_compat.hpp"

using namespace eczscore::io;

namespace {

std::string json(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

}  // namespace

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
