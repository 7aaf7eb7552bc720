// SPDX-License-Identifier: BSL-1.0
// Any bytes as a JSON string: valid JSON and valid UTF-8 whatever they are.
#pragma once

#include <cstddef>
#include <string_view>

#include "eczscore/io/utf8.hpp"

namespace eczscore::io {

namespace detail {

/// Whether this byte stands for itself in a JSON string and begins no longer character.
constexpr bool is_plain_json(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x7f && c != '"' && c != '\\';
}

template <class Out>
void append_json_escape(Out& out, char32_t c) {
    constexpr char hex[] = "0123456789abcdef";
    switch (c) {
        case '"': return void(out.append(std::string_view("\\\"")));
        case '\\': return void(out.append(std::string_view("\\\\")));
        case '\n': return void(out.append(std::string_view("\\n")));
        case '\r': return void(out.append(std::string_view("\\r")));
        case '\t': return void(out.append(std::string_view("\\t")));
        default: break;
    }
    const char escape[] = {
        '\\', 'u', hex[(c >> 12) & 15], hex[(c >> 8) & 15], hex[(c >> 4) & 15], hex[c & 15]};
    out.append(std::string_view(escape, sizeof escape));
}

}  // namespace detail

/// Appends what stands for `text` between the quotes of a JSON string. Control characters (see
/// `is_control`) are escaped, bytes that are no UTF-8 become U+FFFD.
/// out      has `append(std::string_view)`: a `TextOut`, a `std::string`
/// returns  whether there were such bytes
template <class Out>
bool append_json_text(Out& out, std::string_view text) {
    bool replaced = false;
    while (!text.empty()) {
        std::size_t plain = 0;
        while (plain < text.size() && detail::is_plain_json(text[plain])) ++plain;
        out.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) break;
        const Utf8Step step = utf8_step(text);
        const char32_t c = step.character;
        if (!step.valid) {
            out.append(std::string_view("\xef\xbf\xbd"));
            replaced = true;
        } else if (c == '"' || c == '\\' || is_control(c)) {
            detail::append_json_escape(out, c);
        } else {
            out.append(text.substr(0, step.bytes));
        }
        text.remove_prefix(step.bytes);
    }
    return replaced;
}

/// The same in quotes.
template <class Out>
bool append_json_string(Out& out, std::string_view text) {
    out.append(std::string_view("\""));
    const bool replaced = append_json_text(out, text);
    out.append(std::string_view("\""));
    return replaced;
}

}  // namespace eczscore::io
