// SPDX-License-Identifier: BSL-1.0
// What a reader of UCUM says of text that is not UCUM, or that is UCUM but hardly intended.
#pragma once

#include "eczscore/units/ucum_atoms.hpp"
#include "eczscore/units/ucum_result.hpp"

namespace eczscore::units::detail {

/// The text, the place in it, and the refusals. Every refusal returns false.
class UcumRefusals {
protected:
    constexpr explicit UcumRefusals(Chars text) : text_(text) {}

    static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

    constexpr UnitParse refused(Reason reason, std::size_t at, Text why) {
        fail(reason, at, 0, why);
        return out_;
    }
    constexpr bool fail(Reason reason, std::size_t at, std::size_t length, Text why) {
        out_.reason = reason;
        out_.clue = clue(at, length, why);
        return false;
    }
    constexpr bool fail(Reason reason, std::size_t at, std::size_t length, Text why, Text intention,
                        Trust trust) {
        fail(reason, at, length, why);
        out_.clue.has_intention = true;
        out_.clue.intention = intention;
        out_.clue.trust = trust;
        return false;
    }
    constexpr Clue clue(std::size_t at, std::size_t length, Text why) const {
        Clue c;
        c.position = static_cast<std::uint16_t>(at);
        const std::size_t left = text_.size() - at;  // what is missing at the end has no length
        c.length = static_cast<std::uint16_t>(length < left ? length : left);
        c.explanation = why;
        return c;
    }
    constexpr Clue clue(std::size_t at, std::size_t length, const Trap& trap) const {
        Clue c = clue(at, length, trap.explanation);
        c.has_intention = !trap.intention.empty();
        c.intention = trap.intention;
        c.trust = trap.trust;
        return c;
    }
    static constexpr void note(Clue& where, const Clue& what) {
        if (!where) where = what;
    }
    static constexpr bool is_one(const Unit& unit) { return unit == Unit{}; }
    constexpr Clue dot_clue(std::size_t at) const {
        Clue c = clue(at, 1,
                      "the solidus binds only what follows it at once: a/b.c is a.c/b, and a/(b.c) "
                      "is written a/b/c");
        c.has_intention = true;
        c.intention = "/";
        c.trust = Trust::precedence;
        return c;
    }
    constexpr bool special_in_product() {
        return fail(Reason::special_unit, at_ - 1, 1,
                    "a unit with its own zero or a logarithm (Cel, [degF], [pH]) stands alone; a "
                    "temperature difference is in K");
    }
    constexpr bool too_much(const Unit& into, const Unit& part) {
        if (into.dimension.arbitrary_unit != 0 && part.dimension.arbitrary_unit != 0) {
            return fail(Reason::arbitrary_units, at_ - 1, 1,
                        "an arbitrary unit compares with nothing but itself");
        }
        return fail(Reason::too_large, at_ - 1, 1, "the exact size of this unit does not fit");
    }

    /// What stands where an operator is due.
    constexpr bool missing_operator(bool divide) {
        const char c = text_.at(at_);
        if (c == ' ') {
            const char next = text_.at(at_ + 1);
            if (next == '.' || next == '/' || next == '*' || next == ')' || next == ' ' ||
                next == '\0') {
                return fail(Reason::syntax, at_, 1, "UCUM has no blanks", "", Trust::spelling);
            }
            return fail(Reason::syntax, at_, 1, "UCUM has no blanks; factors are joined by a dot",
                        ".", Trust::spelling);
        }
        if (c == '^' || c == '*') {
            const bool twice = c == '*' && text_.at(at_ + 1) == '*';
            const char next = text_.at(at_ + (twice ? 2 : 1));
            if ((c == '^' || twice) && (is_digit(next) || next == '-' || next == '+')) {
                return fail(Reason::syntax, at_, twice ? 2 : 1,
                            "an exponent stands right after its unit: m2", "", Trust::spelling);
            }
            if (c == '*' && !twice && next != '\0') {
                return fail(Reason::syntax, at_, 1, "factors are joined by a dot", ".",
                            Trust::spelling);
            }
            return fail(Reason::syntax, at_, 1, "an exponent is missing");
        }
        if (c == '}') return fail(Reason::syntax, at_, 1, "a brace out of place");
        if (c == ',') {
            return fail(Reason::syntax, at_, 1, "factors are joined by a dot", ".", Trust::guess);
        }
        if (static_cast<unsigned char>(c) >= 128) return foreign_character(at_);
        const Text sign = divide ? Text("/") : Text(".");
        return fail(Reason::syntax, at_, 0, "an operator is missing before this", sign,
                    Trust::spelling);
    }
    /// A unit that UCUM has and this library does not.
    constexpr bool not_supported(const Atom& atom, Chars code, std::size_t start) {
        if (atom.factor != Exact(0)) {
            return fail(Reason::not_supported, start, code.size(),
                        "not supported: a prefix on a unit with its own zero");
        }
        if (atom.special == Special::function) {
            return fail(Reason::not_supported, start, code.size(),
                        "not supported: UCUM has this unit, but its scale is a logarithm, a "
                        "tangent or a root, not a multiple");
        }
        return fail(Reason::not_exact, start, code.size(),
                    "not supported: UCUM has this unit, but its size is no ratio of two numbers "
                    "of 64 bits");
    }
    constexpr bool inner_solidus() {
        return fail(Reason::syntax, at_, 0,
                    "a solidus stands in front at the beginning of a unit only; here it is 1/", "1",
                    Trust::spelling);
    }
    constexpr bool foreign_character(std::size_t at) {
        return fail(Reason::not_ascii, at, 1, "UCUM is written in plain ASCII");
    }
    constexpr bool nothing_here(std::size_t start, char c) {
        if (c == '.' && start + 1 == text_.size()) {
            return fail(Reason::syntax, start, 1, "a full stop is no unit", "", Trust::spelling);
        }
        if (c == '\0' && start > 0 && text_[start - 1] == '.') {
            return fail(Reason::syntax, start - 1, 1, "nothing follows this dot", "",
                        Trust::spelling);
        }
        return fail(Reason::syntax, start, c == '\0' ? 0 : 1, "a unit is missing here");
    }
    static constexpr bool ends_symbol(char c) {
        return c == '\0' || c == '.' || c == '/' || c == ')' || c == '{';
    }

    static constexpr bool symbol_character(char c) {
        return c > ' ' && static_cast<unsigned char>(c) < 127 && !is_digit(c) && !ends_symbol(c) &&
               c != '+' && c != '-' && c != '(' && c != '}' && c != '^' && c != '*' && c != ',';
    }
    constexpr bool odd_character(std::size_t start) {
        const char c = text_.at(start);
        if (c == ' ') {
            return fail(Reason::syntax, start, 1, "UCUM has no blanks", "", Trust::spelling);
        }
        if (static_cast<unsigned char>(c) >= 128) return foreign_character(start);
        if (c == '*' && is_digit(text_.at(start + 1))) {
            return fail(Reason::syntax, start, 1, "a unit does not begin with a sign of times", "",
                        Trust::spelling);
        }
        return fail(Reason::syntax, start, 1, "no unit begins like this");
    }
    constexpr bool unknown(Chars code, std::size_t start) {
        const Trap* trap = find_trap(foreign_symbols, code);
        if (code == "x" && text_.part(at_).starts_with("10")) {
            return fail(Reason::unknown_unit, start, 1, "powers of ten are written 10*9, alone", "",
                        Trust::guess);
        }
        if (code == "gm" && (text_.at(at_) == '-' || text_.at(at_) == '^')) {
            return fail(Reason::unknown_unit, start, 2, "factors are joined by a dot: g.m-2", "g.m",
                        Trust::spelling);
        }
        if (trap == nullptr) {
            return fail(Reason::unknown_unit, start, code.size(),
                        "UCUM has no such unit, or it is none of this field");
        }
        return fail(Reason::unknown_unit, start, code.size(), trap->explanation, trap->intention,
                    trap->trust);
    }
    /// Keeps what is understood but odd.
    constexpr void watch(Chars code, std::size_t start, bool divide) {
        const Trap* trap = find_trap(suspect_symbols, code);
        if (trap != nullptr) {
            if (!out_.has_suspect) out_.suspect = clue(start, code.size(), *trap);
            out_.has_suspect = true;
        }
        if (const Trap* odd = find_trap(doubtful_symbols, code)) {
            note(out_.doubtful, clue(start, code.size(), *odd));
        }
        const char next = text_.at(at_);
        const bool has_exponent = is_digit(next) || next == '-' || next == '+' || next == '^';
        const Trap* bare = find_trap(bare_lengths, code);
        if (divide && bare != nullptr && !has_exponent) {
            note(out_.bare_length, clue(start, code.size(), *bare));
        }
        bool usual = false;
        for (const Text each : flux_symbols) usual |= Chars(each) == code;
        if (!usual) note(out_.unusual, clue(start, code.size(), "no flux is given in this unit"));
    }
    /// What a flux may be made of when it is read strictly.
    static constexpr Text flux_symbols[] = {"kg",   "g", "mg", "ug", "ng", "mol", "mmol", "umol",
                                            "nmol", "m", "cm", "dm", "s",  "min", "h",    "d"};

    Chars text_;
    std::size_t at_ = 0;
    UnitParse out_{};
};

}  // namespace eczscore::units::detail
