// SPDX-License-Identifier: BSL-1.0
// Plain text on a page: words joined into lists, and paragraphs broken at the width of a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/core/requirements.hpp"

namespace eczscore::report {

/// How text views are laid out.
struct TextOptions {
    std::size_t width = 80;  ///< characters in a line
};

/// Characters of UTF-8 text, as a terminal counts them (one column each).
constexpr std::size_t text_width(std::string_view text) {
    std::size_t width = 0;
    for (const char c : text) width += (static_cast<unsigned char>(c) & 0xc0) != 0x80 ? 1 : 0;
    return width;
}

/// `text` in double quotes.
inline std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

/// `a, b and c`; of more than `most` names the rest is counted: `a, b and 7 more`.
inline std::string joined(const std::vector<std::string>& names, std::string_view last = " and ",
                          std::size_t most = static_cast<std::size_t>(-1)) {
    std::string text;
    const bool cut = names.size() > 1 && names.size() - 1 > most;
    const std::size_t shown = cut ? most : names.size();
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) text += !cut && i + 1 == shown ? last : std::string_view(", ");
        text += names[i];
    }
    if (cut) text += " and " + std::to_string(names.size() - shown) + " more";
    return text;
}

/// `first` and then the words of `text`, broken at `width`; later lines begin with `indent` spaces.
/// Ends in a line break.
inline std::string wrapped(std::string_view first, std::string_view text, std::size_t indent,
                           std::size_t width) {
    std::string out(first);
    std::size_t column = text_width(first);
    bool fresh = true;  // nothing but the start is in this line
    while (!text.empty()) {
        const std::size_t end = text.find(' ');
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (word.empty()) continue;
        const std::size_t length = text_width(word);
        if (!fresh && column + 1 + length > width) {
            out += '\n' + std::string(indent, ' ');
            column = indent;
            fresh = true;
        }
        if (!fresh) out += ' ';
        out += word;
        column += length + (fresh ? 0 : 1);
        fresh = false;
    }
    return out + '\n';
}

/// `text` with spaces after it up to `width` columns.
inline std::string padded(std::string_view text, std::size_t width) {
    std::string out(text);
    const std::size_t have = text_width(text);
    if (have < width) out.append(width - have, ' ');
    return out;
}

}  // namespace eczscore::report
