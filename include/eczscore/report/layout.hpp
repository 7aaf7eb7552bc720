// SPDX-License-Identifier: BSL-1.0
// Plain text on a page: words joined into lists, and paragraphs broken at the width of a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/core/requirements.hpp"
#include "eczscore/core/text_out.hpp"
#include "eczscore/io/text_of.hpp"

namespace eczscore::report {

/// How text views are laid out.
struct TextOptions {
    std::size_t width = 80;  ///< characters in a line
};

/// Whether a byte of UTF-8 text begins a character.
constexpr bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

/// Characters of UTF-8 text, as a terminal counts them (one column each).
constexpr std::size_t text_width(std::string_view text) {
    std::size_t width = 0;
    for (const char c : text) width += begins_character(c) ? 1U : 0U;
    return width;
}

/// Names on their way into a sentence: `a, b and c`; of more than `most` names the rest is counted:
/// `a, b and 7 more`.
class Listing {
public:
    /// count  how many names there are
    Listing(TextOut& out, std::size_t count, std::string_view last = " and ",
            std::size_t most = static_cast<std::size_t>(-1))
        : out_(out),
          count_(count),
          shown_(count > 1 && count - 1 > most ? most : count),
          last_(last) {}

    /// To be called once for each name. returns  whether it is to be written now
    bool next() {
        const std::size_t place = place_++;
        if (place < shown_) {
            if (place > 0) out_ << (place + 1 == count_ ? last_ : std::string_view(", "));
            return true;
        }
        if (place == shown_) out_ << " and " << count_ - shown_ << " more";
        return false;
    }

private:
    TextOut& out_;
    std::size_t count_;
    std::size_t shown_;
    std::string_view last_;
    std::size_t place_ = 0;
};

/// `a, b and c`; of more than `most` names the rest is counted: `a, b and 7 more`.
inline std::string joined(const std::vector<std::string>& names, std::string_view last = " and ",
                          std::size_t most = static_cast<std::size_t>(-1)) {
    return io::text_of([&](TextOut& out) {
        Listing list(out, names.size(), last, most);
        for (const std::string& name : names) {
            if (list.next()) out << name;
        }
    });
}

/// A paragraph: what is written until `fold` stands as it is, the words after it are broken at
/// `width`, and the paragraph ends in a line break.
class Paragraph final : private TextFilter {
public:
    /// Begins a paragraph of lines of at most `width` characters.
    Paragraph(TextOut& out, std::size_t width) : out_(out), width_(width), scope_(out, *this) {}
    /// `first`, and folding from then on.
    Paragraph(TextOut& out, std::string_view first, std::size_t indent, std::size_t width)
        : Paragraph(out, width) {
        out << first;
        fold(indent);
    }
    Paragraph(const Paragraph&) = delete;
    Paragraph& operator=(const Paragraph&) = delete;
    ~Paragraph() {
        folds_ = false;
        out_ << '\n';
    }

    /// Text from here on is words with one blank between them; the lines after the first begin with
    /// `indent` spaces.
    void fold(std::size_t indent) {
        indent_ = indent;
        folds_ = true;
    }

private:
    void write(TextOut& out, std::string_view text) override {
        if (!folds_) {
            column_ += text_width(text);
            out << text;
            return;
        }
        for (const char c : text) {
            if (c == ' ') {
                end_word();
            } else {
                put(out, c);
            }
        }
    }
    void put(TextOut& out, char c) {
        if (!in_word_) {
            in_word_ = true;
            word_ = 0;
            has_gap_ = !is_fresh_;
            gap_ = out.length();
            if (has_gap_) out << ' ';
        }
        out << c;
        if (begins_character(c)) ++word_;
        if (!has_gap_ || column_ + 1 + word_ <= width_) return;
        out.replace(gap_, '\n');
        out.insert(gap_ + 1, indent_, ' ');
        column_ = indent_;
        is_fresh_ = true;
        has_gap_ = false;
    }
    void end_word() {
        if (!in_word_) return;
        column_ += word_ + (is_fresh_ ? 0 : 1);
        is_fresh_ = false;
        in_word_ = false;
    }

    TextOut& out_;
    std::size_t width_;
    std::size_t indent_ = 0;
    std::size_t column_ = 0;  // where the words that ended end
    std::size_t word_ = 0;    // characters of the word that is being written
    std::size_t gap_ = 0;     // where the blank before it is
    bool folds_ = false;
    bool in_word_ = false;
    bool has_gap_ = false;
    bool is_fresh_ = true;  // no word has ended in this line
    Filtered scope_;
};

/// `first` and then the words of `text`, broken at `width`; later lines begin with `indent` spaces.
/// Ends in a line break.
inline void wrapped(TextOut& out, std::string_view first, std::string_view text, std::size_t indent,
                    std::size_t width) {
    const Paragraph paragraph(out, first, indent, width);
    out << text;
}
/// The same as a string.
inline std::string wrapped(std::string_view first, std::string_view text, std::size_t indent,
                           std::size_t width) {
    return io::text_of([&](TextOut& out) { wrapped(out, first, text, indent, width); });
}

/// `text` with spaces after it up to `width` columns.
inline void padded(TextOut& out, std::string_view text, std::size_t width) {
    out << text;
    const std::size_t have = text_width(text);
    if (have < width) out.append(width - have, ' ');
}

}  // namespace eczscore::report
