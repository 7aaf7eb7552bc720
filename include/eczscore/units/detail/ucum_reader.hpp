// SPDX-License-Identifier: BSL-1.0
// The grammar of UCUM 2.2 as one reading from left to right.
#pragma once

#include <cstdint>
#include <limits>

#include "eczscore/units/detail/ucum_refusals.hpp"

namespace eczscore::units::detail {

/// Reads one text, once.
class UcumReader : UcumRefusals {
public:
    constexpr explicit UcumReader(Chars text) : UcumRefusals(text) {}

    constexpr UnitParse read() {
        if (text_.empty())
            return refused(Reason::not_stated, 0, "no unit is given; a pure number is 1");
        if (text_.size() > longest_unit) {
            return refused(Reason::too_long, 0, "longer than any unit of this field");
        }
        Unit unit;
        if (term(unit, 0) && at_ < text_.size()) {
            fail(Reason::syntax, at_, 1, "a parenthesis closes that was never opened");
        }
        if (out_.ok()) out_.unit = unit;
        return out_;
    }

private:
    /// `component (("." | "/") component)*`, from the left, with equal precedence. A solidus may
    /// stand in front of the whole code only, not of what is in parentheses.
    constexpr bool term(Unit& into, int depth) {
        if (depth > 8) return fail(Reason::too_long, at_, 1, "parentheses are nested too deep");
        bool divide = false;
        bool divided = false;
        if (text_.at(at_) == '/') {
            if (depth > 0) return inner_solidus();
            divide = divided = true;
            ++at_;
        }
        for (;;) {
            Unit part;
            if (!component(part, divide, depth)) return false;
            if (part.special != Special::none || into.special != Special::none) {
                if (divide || !is_one(into)) return special_in_product();
                into = part;
            } else if (!multiply(into, part, divide ? -1 : 1)) {
                return too_much(into, part);
            }
            const char c = text_.at(at_);
            if (c == '\0' || c == ')') return true;
            if (c != '.' && c != '/') return missing_operator(divide);
            if (c == '.' && divided) {
                note(out_.dot, dot_clue(at_));
            }
            divide = c == '/';
            divided |= divide;
            ++at_;
        }
    }

    /// A unit, a number, an annotation or a parenthesis.
    constexpr bool component(Unit& into, bool divide, int depth) {
        const std::size_t start = at_;
        const char c = text_.at(at_);
        if (c == '(') {
            ++at_;
            if (!term(into, depth + 1)) return false;
            if (text_.at(at_) != ')') {
                return fail(Reason::syntax, start, 1, "a parenthesis is never closed");
            }
            ++at_;
            return annotation();
        }
        if (c == '{') return annotation();
        if (is_digit(c)) return number(into);
        if (c == '\0' || c == ')' || c == '.' || c == '/') return nothing_here(start, c);
        return symbol(into, divide);
    }

    /// `{...}`, any number of which may follow a unit; they have no meaning.
    constexpr bool annotation() {
        while (text_.at(at_) == '{') {
            const std::size_t start = at_++;
            while (text_.at(at_) != '}') {
                const char c = text_.at(at_);
                if (c == '\0' || c == '{') {
                    return fail(Reason::syntax, start, 1, "a brace is never closed");
                }
                if (static_cast<unsigned char>(c) >= 128) return foreign_character(at_);
                if (c <= ' ') {
                    return fail(Reason::syntax, at_, 1, "UCUM has no blanks", "_", Trust::spelling);
                }
                ++at_;
            }
            ++at_;
        }
        return true;
    }

    /// A whole number, or the atom `10*` with its exponent. An annotation may follow, as in
    /// `/100{WBC}`: the table of components of the specification shows none there, but UCUM's own
    /// formal grammar (docs/formal-grammar.md, `term: element exponent? ANN*`), functional tests
    /// and list of common units have it (ucum-org/ucum issue 399).
    constexpr bool number(Unit& into) {
        const std::size_t start = at_;
        std::int64_t value = 0;
        for (; is_digit(text_.at(at_)); ++at_) {
            const int digit = text_[at_] - '0';
            if (value > (std::numeric_limits<std::int64_t>::max() - digit) / 10) {
                return fail(Reason::too_large, start, at_ - start, "this number does not fit");
            }
            value = value * 10 + digit;
        }
        const char c = text_.at(at_);
        const char next = text_.at(at_ + 1);
        if (value == 10 && (c == '*' || c == '^') &&
            (is_digit(next) || next == '-' || next == '+' || ends_symbol(next))) {
            ++at_;
            Unit ten;
            ten.factor = 10;
            return exponent(into, ten, start, false);
        }
        if (value == 0) return fail(Reason::syntax, start, at_ - start, "0 is no unit");
        if (c == ',') {
            return fail(Reason::bad_number, at_, 1, "a unit has whole numbers only, and no comma");
        }
        if (!ends_symbol(c) && c != ' ') return number_glued(start, value);
        into.factor = Exact(value);
        return annotation();
    }
    /// `24h`: a number must be followed by an operator.
    constexpr bool number_glued(std::size_t start, std::int64_t value) {
        const std::size_t unit_at = at_;
        while (symbol_character(text_.at(at_))) ++at_;
        const Chars code = text_.part(unit_at, at_ - unit_at);
        const Trap* word = find_trap(foreign_symbols, code);
        const bool hours = code == "h" || (word != nullptr && word->intention == Text("h"));
        if (value == 24 && hours) {
            return fail(Reason::syntax, start, at_ - start,
                        "a number must be followed by a dot or a solidus; 24 h are a day, d", "d",
                        Trust::spelling);
        }
        if (value == 10 && (code == "E" || code == "e")) {
            return fail(Reason::syntax, unit_at, 1, "powers of ten are written 10*9, with a star",
                        "*", Trust::guess);
        }
        at_ = unit_at;
        if (static_cast<unsigned char>(text_.at(at_)) >= 128) return foreign_character(at_);
        return fail(Reason::syntax, start, at_ - start,
                    "a number must be followed by a dot or a solidus");
    }
    /// Where the square bracket at `at` closes, or 0. Everything may stand inside, as in UCUM's
    /// `[m/s2/Hz^(1/2)]`, but blanks, braces and what is not ASCII.
    constexpr std::size_t closing_bracket(std::size_t at) const {
        for (; at < text_.size() && text_[at] != ']'; ++at) {
            const char c = text_[at];
            if (c <= ' ' || c == '{' || static_cast<unsigned char>(c) >= 127) return 0;
        }
        return at < text_.size() ? at : 0;
    }
    constexpr bool symbol(Unit& into, bool divide) {
        const std::size_t start = at_;
        std::size_t close = 0;
        while (at_ < text_.size()) {
            if (text_[at_] == '[') close = closing_bracket(at_);
            if (at_ >= close && !symbol_character(text_[at_])) break;
            ++at_;
        }
        const Chars code = text_.part(start, at_ - start);
        if (code.empty()) return odd_character(start);
        const Symbol found = find_symbol(code);
        if (found.atom == nullptr) return unknown(code, start);
        watch(code, start, divide);
        Unit unit = found.atom->unit();
        if (unit.factor == Exact(0) || (found.prefix != nullptr && unit.special != Special::none)) {
            return not_supported(*found.atom, code, start);
        }
        if (found.prefix != nullptr &&
            !multiply_power(unit.factor, Exact(found.prefix->base), found.prefix->power)) {
            return fail(Reason::too_large, start, code.size(),
                        "the exact size of this unit does not fit");
        }
        return exponent(into, unit, start, divide);
    }

    /// The signed integer right after a unit, then annotations.
    constexpr bool exponent(Unit& into, const Unit& unit, std::size_t start, bool divide) {
        const std::size_t sign_at = at_;
        const bool negative = text_.at(at_) == '-';
        const bool signed_ = negative || text_.at(at_) == '+';
        if (signed_) ++at_;
        int power = 0;
        bool any = false;
        for (; is_digit(text_.at(at_)); ++at_) {
            any = true;
            power = power * 10 + (text_[at_] - '0');
            if (power > 99)
                return fail(Reason::too_large, sign_at, 1, "this exponent is too large");
        }
        if (signed_ && !any) {
            return fail(Reason::syntax, sign_at, 1, "a sign without an exponent");
        }
        if (any && power == 0) return fail(Reason::syntax, sign_at, 1, "an exponent of 0");
        if (negative && divide) {
            const std::size_t size = power == 1 ? at_ - sign_at : 1;
            Clue c = clue(sign_at, size, "a negative exponent after a solidus multiplies");
            c.has_intention = true;
            c.trust = Trust::guess;
            note(out_.negative, c);
        }
        if (!any) power = 1;
        if (negative) power = -power;
        if (unit.special != Special::none) {
            if (power != 1) return special_in_product();
            into = unit;
        } else if (!multiply(into, unit, power)) {
            return fail(Reason::too_large, start, at_ - start,
                        "the exact size of this unit does not fit");
        }
        return annotation();
    }
};

}  // namespace eczscore::units::detail
