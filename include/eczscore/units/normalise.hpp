// SPDX-License-Identifier: BSL-1.0
// Typographic spellings of a unit into ASCII: superscripts, micro signs, dots, dashes and blanks.
#pragma once

#include <cstdint>

#include "eczscore/core/list.hpp"
#include "eczscore/units/chars.hpp"
#include "eczscore/units/reason.hpp"
#include "eczscore/units/ucum_parse.hpp"

namespace eczscore::units {

/// A unit text in ASCII, or why it cannot be.
struct NormalText {
    CharBuffer<longest_unit> text{};
    Reason reason = Reason::none;
    std::size_t position = 0;  ///< byte of the original at which it failed

    constexpr bool ok() const { return reason == Reason::none; }
    /// The text; only when `ok()`.
    constexpr Chars chars() const { return text.chars(); }
};

namespace detail {

struct Glyph {
    std::uint32_t code;
    Text ascii;
};
inline constexpr Glyph glyphs[] = {
    {0x00B2, "2"},   {0x00B3, "3"},    {0x00B9, "1"},    {0x207B, "-"},   {0x207A, "+"},
    {0x2212, "-"},   {0x2010, "-"},    {0x2011, "-"},    {0x2012, "-"},   {0x2013, "-"},
    {0x2014, "-"},   {0xFE63, "-"},    {0xFF0D, "-"},    {0x00AD, ""},    {0x00B5, "u"},
    {0x03BC, "u"},   {0x00B7, "."},    {0x22C5, "."},    {0x2219, "."},   {0x2022, "."},
    {0x2027, "."},   {0x00D7, "*"},    {0x2217, "*"},    {0x2215, "/"},   {0x2044, "/"},
    {0x00F7, "/"},   {0xFF0F, "/"},    {0x00A0, " "},    {0x3000, " "},   {0x202F, " "},
    {0x205F, " "},   {0x200B, ""},     {0x2060, ""},     {0xFEFF, ""},    {0x00B0, "deg"},
    {0x00BA, "deg"}, {0x2103, "degC"}, {0x2109, "degF"}, {0x2126, "Ohm"}, {0x03A9, "Ohm"},
    {0x2113, "l"},   {0x33A1, "m2"},   {0x33A0, "cm2"},  {0xFF05, "%"}};

/// The ASCII for a code point, or null.
constexpr const char* ascii_of(std::uint32_t code) {
    constexpr const char* digits[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    if (code == 0x2070 || (code >= 0x2074 && code <= 0x2079)) return digits[code - 0x2070];
    if (code >= 0x2000 && code <= 0x200A) return " ";
    for (const Glyph& glyph : glyphs) {
        if (glyph.code == code) return glyph.ascii.c_str();
    }
    return nullptr;
}
constexpr bool is_superscript(std::uint32_t code) {
    return code == 0x00B2 || code == 0x00B3 || code == 0x00B9 || code == 0x2070 ||
           (code >= 0x2074 && code <= 0x2079) || code == 0x207B || code == 0x207A;
}
/// The code point at `at`, and its length in bytes; length 0 where the bytes are no UTF-8.
constexpr std::uint32_t code_point(Chars text, std::size_t at, std::size_t& length) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text.at(i)); };
    const unsigned first = byte(at);
    length = first < 0x80 ? 1 : first >> 5 == 6 ? 2 : first >> 4 == 14 ? 3 : 0;
    if (length == 0) return 0;
    std::uint32_t code = length == 1 ? first : length == 2 ? first & 0x1F : first & 0x0F;
    for (std::size_t i = 1; i < length; ++i) {
        if (byte(at + i) >> 6 != 2) {
            length = 0;
            return 0;
        }
        code = code << 6 | (byte(at + i) & 0x3F);
    }
    return code;
}

}  // namespace detail

/// Maps superscripts, minus signs, micro signs, dots, signs of times and of division and every
/// blank to ASCII, and strips the outer blanks. Letter case stays: `G` never becomes `g`. A
/// superscript after a digit is a power: 10 with a raised 9 is `10^9`, not 109.
constexpr NormalText normalise(Chars text) {
    NormalText out;
    if (text.size() > 16 * longest_unit) {
        out.reason = Reason::too_long;
        return out;
    }
    std::size_t pending = 0;  // blanks, kept back until something follows them
    bool any = false;
    bool raised_before = false;
    char last = '\0';
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 1;
        const std::uint32_t code = detail::code_point(text, at, length);
        const bool raised = detail::is_superscript(code);
        const char plain[] = {static_cast<char>(code & 0x7F), '\0'};
        const char* ascii = code < 0x80 ? plain : detail::ascii_of(code);
        if (length == 0 || ascii == nullptr || code == 0 || code == 0x7F ||
            (code < ' ' && code != '\t')) {
            out.reason = Reason::not_ascii;
            out.position = at;
            return out;
        }
        at += length;
        const bool blank = code == '\t' || ascii[0] == ' ';
        if (blank) {
            if (any) ++pending;
            continue;
        }
        if (ascii[0] == '\0') continue;
        if (pending > 0) {
            out.text.put(' ');
            last = ' ';
        }
        pending = 0;
        if (raised && !raised_before && last >= '0' && last <= '9') out.text.put('^');
        out.text.put(Chars(ascii));
        last = ascii[0];
        raised_before = raised;
        any = true;
    }
    if (!out.text.fits()) out.reason = Reason::too_long;
    return out;
}

}  // namespace eczscore::units
