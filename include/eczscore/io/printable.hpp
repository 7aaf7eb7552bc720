// SPDX-License-Identifier: BSL-1.0
// Text of a table, a file name or an option as a sentence or a terminal may hold it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "eczscore/io/text_of.hpp"
#include "eczscore/io/utf8.hpp"

namespace eczscore::io {

/// What stands for bytes that are no UTF-8 and for control characters: U+FFFD.
inline constexpr std::string_view replacement_character = "\xef\xbf\xbd";

/// Appends the first `most` characters of `text`, on one line and without what a terminal obeys:
/// tabs and line breaks become spaces, other control characters and bytes that are no UTF-8 become
/// U+FFFD.
/// out      a `TextOut` or a `std::string`
/// returns  how many characters the text has
template <class Out>
std::size_t append_printable(Out& out, std::string_view text,
                             std::size_t most = static_cast<std::size_t>(-1)) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) {
        const Utf8Step step = utf8_step(text);
        if (count < most) {
            const char32_t c = step.character;
            if (step.valid && (c == '\t' || c == '\n' || c == '\r'))
                out.push_back(' ');
            else if (!step.valid || is_control(c))
                out.append(replacement_character);
            else
                out.append(text.substr(0, step.bytes));
        }
        text.remove_prefix(step.bytes);
    }
    return count;
}

/// The whole text, as `append_printable` writes it.
inline std::string printable(std::string_view text) {
    std::string out;
    append_printable(out, text);
    return out;
}

/// Characters of a cell that a sentence quotes.
inline constexpr std::size_t most_quoted = 40;

/// `"text"`, printable; of a longer one the beginning, and how long it is:
/// `"xxxx..." (10485760 characters)`.
inline void quoted_text(TextOut& out, std::string_view text, char quote = '"',
                        std::size_t most = most_quoted) {
    out << quote;
    const std::size_t count = append_printable(out, text, most);
    if (count <= most) {
        out << quote;
    } else {
        out << "..." << quote << " (" << count << " characters)";
    }
}
/// The same as a string.
inline std::string quoted_text(std::string_view text, char quote = '"',
                               std::size_t most = most_quoted) {
    return text_of([&](TextOut& out) { quoted_text(out, text, quote, most); });
}

}  // namespace eczscore::io
