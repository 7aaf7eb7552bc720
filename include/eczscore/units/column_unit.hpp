// SPDX-License-Identifier: BSL-1.0
// The unit of a column: the end of its header, parentheses in it, or a column of units beside it.
#pragma once

#include "eczscore/units/read_unit.hpp"

namespace eczscore::units {

/// A suffix of a header that is no chain of UCUM units.
struct HeaderSuffix {
    Text suffix;
    Text ucum;
    bool ambiguous = false;  ///< printed for another unit too; refused where only UCUM is read
};
inline constexpr HeaderSuffix header_suffixes[] = {
    {"g_m2_24h", "g/m2/d"}, {"10_9_l", "10*9/L"},
    {"e9_l", "10*9/L"},     {"10_3_ul", "10*3/uL"},
    {"cells_ul", "/uL"},    {"cells_mm3", "/mm3"},
    {"per_ul", "/uL"},      {"per_mm3", "/mm3"},
    {"kiu_l", "k[IU]/L"},   {"ku_l", "k[IU]/L", true},
    {"iu_ml", "[IU]/mL"},   {"u_ml", "[IU]/mL", true},
    {"percent", "%"},       {"pct", "%"},
    {"deg_c", "Cel"},       {"degc", "Cel"},
    {"celsius", "Cel"},     {"cel", "Cel"},
    {"c", "Cel"},           {"k", "K"},
    {"deg_f", "[degF]"},    {"ph", "[pH]"},
    {"us", "uS"},           {"au", "{AU}"}};

namespace detail {

/// A text without its last `_` and what follows, and where it ends.
constexpr std::size_t before_last(Chars text, std::size_t end, char mark) {
    while (end > 0 && text[end - 1] != mark) --end;
    return end;
}
/// The bracket that the last character of a header closes, or its size.
constexpr std::size_t opening(Chars header) {
    const char close = header.empty() ? '\0' : header[header.size() - 1];
    const char open = close == ')' ? '(' : close == ']' ? '[' : '\0';
    if (open == '\0') return header.size();
    int depth = 0;
    for (std::size_t i = header.size(); i-- > 0;) {
        if (header[i] == close) ++depth;
        if (header[i] == open && --depth == 0) return i;
    }
    return header.size();
}
constexpr UnitRead not_stated(Chars header) {
    UnitRead out;
    out.reason = Reason::not_stated;
    out.clue = plain_clue(header.part(0, longest_unit),
                          "the column names no unit: end its name with one, as in "
                          "tewl_lesional_g_m2_h, or add a column of units");
    return out;
}
constexpr UnitRead by_suffix(Chars ucum, const KindInfo& kind) {
    return read_unit(ucum, &kind, Strictness::strict);
}
/// A suffix that stands for two units, taken for the one of the field.
constexpr UnitRead ambiguous_suffix(const HeaderSuffix& row, UnitRead read, Strictness mode) {
    read.suggestion = read.text;
    read.text = {};
    read.text.put(Chars(row.suffix));
    read.clue = plain_clue(row.suffix,
                           "U is the enzyme unit, and is printed for the international unit too");
    read.by_alias = mode == Strictness::lenient;
    if (!read.by_alias) read.reason = Reason::ambiguous_unit;
    return read;
}
/// `g_m2_h` as g/m2/h: the last four, three, two or one words, the most that measure the kind.
constexpr UnitRead by_words(Chars header, const KindInfo& kind) {
    UnitRead wrong = not_stated(header);
    for (int words = 4; words > 0; --words) {
        std::size_t at = header.size() + 1;
        int taken = 0;
        for (; taken < words && at > 0; ++taken) at = before_last(header, at - 1, '_');
        if (taken < words) continue;
        UnitSpelling unit;
        for (const char c : header.part(at)) unit.put(c == '_' ? '/' : c);
        const UnitRead read = by_suffix(unit.chars(), kind);
        if (read.ok()) return read;
        if (words > 1 && parse_ucum(unit.chars()).ok() && wrong.reason == Reason::not_stated) {
            wrong = read;
        }
    }
    return wrong;
}
constexpr bool ends_with_words(Chars header, Chars words) {
    return header.size() > words.size() && header.part(header.size() - words.size()) == words &&
           header[header.size() - words.size() - 1] == '_';
}

}  // namespace detail

/// The unit that a header states for a kind: its last words (`tewl_lesional_g_m2_h`,
/// `ige_kiu_l`), or what it ends with in parentheses or brackets (`TEWL (g/m2/h)`).
/// returns  refused with `not_stated` when there is none, unless the kind is a pure number or pH
/// mode     lenient: in parentheses as `read_unit` reads leniently, and ambiguous suffixes, `ku_l`
constexpr UnitRead header_unit(Chars header, const KindInfo& kind,
                               Strictness mode = Strictness::lenient) {
    const std::size_t open = detail::opening(header);
    if (open + 2 <= header.size()) {
        return read_unit(header.part(open + 1, header.size() - open - 2), &kind, mode);
    }
    for (const HeaderSuffix& row : header_suffixes) {
        if (!detail::ends_with_words(header, row.suffix)) continue;
        const UnitRead read = detail::by_suffix(row.ucum, kind);
        if (!read.ok()) continue;
        return row.ambiguous ? detail::ambiguous_suffix(row, read, mode) : read;
    }
    const UnitRead read = detail::by_words(header, kind);
    if (read.reason != Reason::not_stated) return read;
    const bool needs_none = kind.unit == Unit{} && !kind.is_device_unit();
    if (needs_none) return read_unit("1", &kind, Strictness::strict);
    if (kind.unit.special == Special::ph) return read_unit("", &kind, mode);
    return read;
}

/// The unit of a column that has a cell of units beside it. An empty cell leaves it to the header;
/// where both state one, they must agree.
constexpr UnitRead column_unit(Chars header, Chars unit_cell, const KindInfo& kind,
                               Strictness mode = Strictness::lenient) {
    const UnitRead named = header_unit(header, kind, mode);
    if (unit_cell.empty()) return named;
    UnitRead stated = read_unit(unit_cell, &kind, mode);
    const bool by_default = named.unit == Unit{} || named.text.chars().empty();
    if (stated.ok() && named.ok() && !by_default && !(stated.unit == named.unit)) {
        stated.reason = Reason::ambiguous_unit;
        stated.clue =
            detail::plain_clue(stated.text.chars(), "the header and the column of units disagree");
    }
    return stated;
}

}  // namespace eczscore::units
