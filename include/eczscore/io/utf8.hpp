// SPDX-License-Identifier: BSL-1.0
// UTF-8 text one character at a time, and which characters a terminal would obey instead of show.
#pragma once

#include <cstddef>
#include <string_view>

#include "eczscore/core/requirements.hpp"

namespace eczscore::io {

/// The first character of a text, or its first bytes that are not UTF-8.
struct Utf8Step {
    std::size_t bytes = 1;
    char32_t character = 0;
    bool valid = false;
};

/// Reads the first character of `text`, which is not empty. Bytes that are no UTF-8 (overlong
/// forms, surrogates and what is above U+10FFFF too) are taken as Unicode recommends: as many as
/// could have begun a character, at least one.
constexpr Utf8Step utf8_step(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80) return {1, first, true};
    if (first < 0xc2 || first > 0xf4) return {};
    const std::size_t length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    char32_t character = first & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned low = i != 1 ? 0x80 : first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        const unsigned high = i != 1 ? 0xbf : first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (i >= text.size() || byte(i) < low || byte(i) > high) return {i, 0, false};
        character = (character << 6) | (byte(i) & 0x3fU);
    }
    return {length, character, true};
}

/// Whether the whole text is UTF-8; empty text is.
constexpr bool is_utf8(std::string_view text) noexcept {
    while (!text.empty()) {
        const Utf8Step step = utf8_step(text);
        if (!step.valid) return false;
        text.remove_prefix(step.bytes);
    }
    return true;
}

/// Characters that act instead of being seen: C0, DEL, C1, line and paragraph separator, and those
/// that turn the direction of writing, which can make 12 look like 21.
constexpr bool is_control(char32_t c) noexcept {
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x061c || c == 0x200e || c == 0x200f ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace eczscore::io
