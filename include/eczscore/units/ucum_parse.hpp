// SPDX-License-Identifier: BSL-1.0
// UCUM text into a unit: the grammar of UCUM 2.2, case-sensitive, without aliases and allocation.
#pragma once

#include <cstdint>

#include "eczscore/units/ucum_atoms.hpp"
#include "eczscore/units/unit_traps.hpp"

namespace eczscore::units {

/// Longest unit text that is read; longer ones are refused.
inline constexpr std::size_t longest_unit = 96;

/// Where in the text something is, and what was probably meant there.
struct Clue {
    std::uint16_t position = 0;
    std::uint16_t length = 0;
    bool has_intention = false;
    Text intention{};  ///< to put in place of the `length` characters from `position` on
    Text explanation{};
    Trust trust = Trust::guess;

    constexpr explicit operator bool() const { return !explanation.empty(); }
};

/// A unit, or why there is none. `clue` says where and what was probably meant; the other clues are
/// what a caller that knows the quantity may want to know about a unit that was understood.
struct UnitParse {
    Unit unit{};
    Reason reason = Reason::none;
    Clue clue{};         ///< of the refusal
    Clue suspect{};      ///< a symbol that nobody here means, though UCUM has it
    Clue dot{};          ///< a dot after a solidus: in UCUM it is not under it
    Clue negative{};     ///< a negative exponent after a solidus
    Clue bare_length{};  ///< a length without exponent after a solidus
    Clue doubtful{};     ///< a symbol that is odd in a wrong dimension
    Clue unusual{};      ///< a symbol that no flux is made of
    bool has_suspect = false;

    constexpr bool ok() const { return reason == Reason::none; }
};

namespace detail {

/// One left-to-right reading of a UCUM text.
class UcumReader {
public:
    constexpr explicit UcumReader(Chars text) : text_(text) {}

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

    /// `component (("." | "/") component)*`, from the left, with equal precedence.
    constexpr bool term(Unit& into, int depth) {
        if (depth > 8) return fail(Reason::too_long, at_, 1, "parentheses are nested too deep");
        bool divide = false;
        bool divided = false;
        if (text_.at(at_) == '/') {
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
        return fail(Reason::special_unit, at_ > 0 ? at_ - 1 : 0, 1,
                    "a unit with its own zero or a logarithm (Cel, [degF], [pH]) stands alone; a "
                    "temperature difference is in K");
    }
    constexpr bool too_much(const Unit& into, const Unit& part) {
        if (into.dimension.arbitrary_unit != 0 && part.dimension.arbitrary_unit != 0) {
            return fail(Reason::arbitrary_units, at_ > 0 ? at_ - 1 : 0, 1,
                        "an arbitrary unit compares with nothing but itself");
        }
        return fail(Reason::too_large, at_ > 0 ? at_ - 1 : 0, 1,
                    "the exact size of this unit does not fit");
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
        if (c == '{' || c == '}') return fail(Reason::syntax, at_, 1, "a brace out of place");
        if (c == ',') {
            return fail(Reason::syntax, at_, 1, "factors are joined by a dot", ".", Trust::guess);
        }
        if (static_cast<unsigned char>(c) >= 128) return foreign_character(at_);
        const Text sign = divide ? Text("/") : Text(".");
        return fail(Reason::syntax, at_, 0, "an operator is missing before this", sign,
                    Trust::spelling);
    }
    constexpr bool foreign_character(std::size_t at) {
        return fail(Reason::not_ascii, at, 1, "UCUM is written in plain ASCII");
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

    /// A whole number, or the atom `10*` with its exponent.
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
        return true;
    }
    static constexpr bool ends_symbol(char c) {
        return c == '\0' || c == '.' || c == '/' || c == ')' || c == '{';
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

    static constexpr bool symbol_character(char c) {
        return c > ' ' && static_cast<unsigned char>(c) < 127 && !is_digit(c) && !ends_symbol(c) &&
               c != '+' && c != '-' && c != '(' && c != '}' && c != '^' && c != '*' && c != ',';
    }
    constexpr bool symbol(Unit& into, bool divide) {
        const std::size_t start = at_;
        bool bracket = false;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '[') bracket = true;
            const bool inside =
                bracket && c > ' ' && static_cast<unsigned char>(c) < 127 && c != '{' && c != '/';
            if (!inside && !symbol_character(c)) break;
            if (c == ']') bracket = false;
            ++at_;
        }
        const Chars code = text_.part(start, at_ - start);
        if (code.empty()) return odd_character(start);
        const Symbol found = find_symbol(code);
        if (found.atom == nullptr) return unknown(code, start);
        watch(code, start, divide);
        if (found.atom->factor == Exact(0)) {
            return fail(Reason::not_exact, start, code.size(),
                        "UCUM has this unit, but its size is no exact ratio");
        }
        Unit unit = found.atom->unit();
        if (found.prefix != nullptr &&
            !multiply_power(unit.factor, Exact(10), found.prefix->power)) {
            return fail(Reason::too_large, start, code.size(),
                        "the exact size of this unit does not fit");
        }
        return exponent(into, unit, start, divide);
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

    Chars text_;
    std::size_t at_ = 0;
    UnitParse out_{};
};

}  // namespace detail

/// Reads a UCUM expression: case-sensitive, evaluated from the left, annotations without meaning.
/// Every text is either understood as UCUM does or refused with a reason; never throws or
/// allocates. What UCUM understands may still be a trap: see `UnitParse::suspect`, and `read_unit`,
/// which knows the quantity.
/// source   UCUM 2.2, sections 3 to 26
constexpr UnitParse parse_ucum(Chars text) { return detail::UcumReader(text).read(); }

}  // namespace eczscore::units
