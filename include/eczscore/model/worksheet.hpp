// SPDX-License-Identifier: BSL-1.0
// The sheet on which a formula is worked out: written once, it says of one set of answers all that
// a person asks, and of columns of answers the scores, two to eight rows at a time.
//
// A formula is a class with `template <class Sheet> constexpr void operator()(Sheet&) const`. It
// reads counts and masks from the sheet, never branches on them, and tells the sheet which rows
// have no score and why, in the order of the rules: what is said of a row after it was decided does
// not count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include "eczscore/core/answer.hpp"
#include "eczscore/core/status.hpp"
#include "eczscore/core/text.hpp"
#include "eczscore/model/formula.hpp"
#include "eczscore/model/item.hpp"

namespace eczscore::detail {

/// One set of answers: all that a formula says is recorded.
class AnswerSheet {
public:
    using Number = std::int64_t;
    using Mask = bool;

    constexpr explicit AnswerSheet(std::span<const Answer> answers) : answers_(answers) {}

    constexpr std::size_t items() const { return answers_.size(); }
    /// There is a value.
    constexpr Mask has(std::size_t item) const { return answers_[item].is_value(); }
    /// The answer to an item in whole points; 0 without one.
    constexpr Number points(std::size_t item) const {
        return answers_[item].millionths() / millionths_per_point;
    }
    /// The answer to a measured item in millionths; 0 without one.
    constexpr Number millionths(std::size_t item) const { return answers_[item].millionths(); }
    static constexpr Number select(Mask where, Number yes, Number no) { return where ? yes : no; }
    static constexpr Number count(Mask where) { return where ? 1 : 0; }
    static constexpr Mask all() { return true; }
    static constexpr Mask none() { return false; }

    /// An item that is missing, and that the score would have needed.
    constexpr void blank(Mask where, std::size_t item) {
        if (open_ && where) result_.missing |= item_bit(item);
    }
    /// An item that contradicts others; `refuse` says so.
    constexpr void wrong(Mask where, std::size_t item) {
        if (open_ && where) result_.wrong |= item_bit(item);
    }
    /// Answers that a person should look at. `with_earlier`: what is said where there was something
    /// to say before.
    constexpr void odd(Mask where, ItemSet items, Text why, Text with_earlier = {}) {
        if (!open_ || !where) return;
        result_.odd |= items;
        result_.why = result_.why.empty() ? why : with_earlier;
    }
    /// A line of the working: numerator / denominator.
    constexpr void line(Mask where, Text label, Number numerator, Number denominator = 1) {
        if (open_ && where) result_.add_line(label, Exact::ratio(numerator, denominator));
    }

    /// Answers that contradict each other: there is no score, but what else is wrong is told.
    constexpr void contradict(Mask where, Text why) {
        if (!open_ || !where) return;
        contradicted_ = true;
        result_.why = why;
    }
    constexpr void refuse(Mask where, Text why) {
        contradict(where, why);
        decide(where, Status::invalid);
    }
    constexpr void not_applicable(Mask where, Text why) {
        if (!open_ || !where) return;
        result_.why = why;
        result_.missing = 0;
        decide(where, Status::not_applicable);
    }
    /// Too little was answered.
    constexpr void missing(Mask where) { decide(where, Status::missing); }
    /// The score, of rows that nothing was said of; `imputed` by a published rule.
    constexpr void score(Number numerator, Number denominator, Mask imputed = false) {
        if (!open_) return;
        result_.value = Exact::ratio(numerator, denominator);
        decide(true, imputed ? Status::imputed : Status::ok);
    }

    constexpr Computed result() {
        if (contradicted_) result_.status = Status::invalid;
        return result_;
    }

private:
    constexpr void decide(Mask where, Status status) {
        if (!open_ || !where) return;
        result_.status = status;
        open_ = false;
    }

    std::span<const Answer> answers_;
    Computed result_{};
    bool open_ = true;
    bool contradicted_ = false;
};

/// As many rows as a vector of every processor has elements of type `E`; whole numbers.
template <class E>
struct FormulaLanes {
    static constexpr std::size_t rows = 16 / sizeof(E);
    using Bits = std::conditional_t<sizeof(E) == 8, std::int64_t, std::int16_t>;
    typedef E Vector __attribute__((vector_size(16)));
    typedef Bits BitVector __attribute__((vector_size(16)));
    // Rows with answers that are not allowed may leave the range of 16 bits.
    using Arithmetic = std::conditional_t<sizeof(E) == 8, E, std::uint16_t>;
    typedef Arithmetic Wrapping __attribute__((vector_size(16)));

    struct Mask {
        BitVector v;
        friend Mask operator&&(Mask a, Mask b) { return {a.v & b.v}; }
        friend Mask operator||(Mask a, Mask b) { return {a.v | b.v}; }
        friend Mask operator!(Mask a) { return {~a.v}; }
        Mask& operator|=(Mask b) { return *this = *this || b; }
    };
    struct Number {
        Vector v{};
        Number() = default;
        Number(Vector all) : v(all) {}                                   // NOLINT
        Number(std::int64_t one) : v(static_cast<E>(one) + Vector{}) {}  // NOLINT
        friend Number operator+(Number a, Number b) {
            return Vector(Wrapping(a.v) + Wrapping(b.v));
        }
        friend Number operator-(Number a, Number b) {
            return Vector(Wrapping(a.v) - Wrapping(b.v));
        }
        friend Number operator*(Number a, Number b) {
            return Vector(Wrapping(a.v) * Wrapping(b.v));
        }
        Number& operator+=(Number b) { return *this = *this + b; }
        friend Mask operator<(Number a, Number b) { return {BitVector(a.v < b.v)}; }
        friend Mask operator>(Number a, Number b) { return b < a; }
        friend Mask operator<=(Number a, Number b) { return {BitVector(a.v <= b.v)}; }
        friend Mask operator>=(Number a, Number b) { return b <= a; }
        friend Mask operator==(Number a, Number b) { return {BitVector(a.v == b.v)}; }
    };
};

/// Some rows of columns: statuses and scores are recorded, sentences and items are not.
template <class E>
class ColumnSheet {
public:
    using Lanes = FormulaLanes<E>;
    using Number = typename Lanes::Number;
    using Mask = typename Lanes::Mask;
    static constexpr std::size_t rows = Lanes::rows;

    ColumnSheet(const FormulaColumns& columns, std::size_t row) : columns_(columns), row_(row) {}

    std::size_t items() const { return columns_.items; }
    Mask has(std::size_t item) const { return code(item) < lowest_other_code; }
    Number points(std::size_t item) const {
        if (columns_.counts[item] != nullptr) return load(columns_.counts[item]);
        const Number codes = code(item);
        return select(codes < lowest_other_code, codes, 0);
    }
    Number millionths(std::size_t item) const { return load(columns_.counts[item]); }
    static Number select(Mask where, Number yes, Number no) {
        using V = typename Lanes::Vector;
        using B = typename Lanes::BitVector;
        return V((B(yes.v) & where.v) | (B(no.v) & ~where.v));
    }
    static Number count(Mask where) { return select(where, 1, 0); }
    static Mask all() { return {~typename Lanes::BitVector{}}; }
    static Mask none() { return {typename Lanes::BitVector{}}; }

    void blank(Mask, std::size_t) {}
    void wrong(Mask, std::size_t) {}
    void odd(Mask where, ItemSet, Text, Text = {}) { odd_ |= where && open_; }
    void line(Mask, Text, Number, Number = 1) {}

    void contradict(Mask where, Text) { contradicted_ |= where && open_; }
    void refuse(Mask where, Text) { decide(where, Status::invalid); }
    void not_applicable(Mask where, Text) { decide(where, Status::not_applicable); }
    void missing(Mask where) { decide(where, Status::missing); }
    void score(Number numerator, Number denominator) { score(numerator, denominator, none()); }
    void score(Number numerator, Number denominator, Mask imputed) {
        status_ = select(imputed && open_, number(Status::imputed), status_);
        status_ = select(contradicted_, number(Status::invalid), status_);
        for (std::size_t k = 0; k < rows; ++k) {
            columns_.numerators[row_ + k] = static_cast<double>(numerator.v[k]);
            columns_.denominators[row_ + k] = static_cast<double>(denominator.v[k]);
            columns_.status[row_ + k] = static_cast<std::uint8_t>(status_.v[k]);
            columns_.odd[row_ + k] = static_cast<std::uint8_t>(odd_.v[k] & 1);
        }
    }

private:
    static constexpr std::int64_t lowest_other_code = 253;

    static Number number(Status status) { return static_cast<std::int64_t>(status); }
    template <class From>
    Number load(const From* from) const {
        // Counts are below 2^31, which converts as a signed number at once.
        using Signed = std::conditional_t<sizeof(From) == 4, std::int32_t, From>;
        typedef Signed Narrow __attribute__((vector_size(rows * sizeof(From))));
        Narrow narrow;
        __builtin_memcpy(&narrow, from + row_, sizeof narrow);
        return __builtin_convertvector(narrow, typename Lanes::Vector);
    }
    Number code(std::size_t item) const { return load(columns_.codes[item]); }
    void decide(Mask where, Status status) {
        status_ = select(where && open_, number(status), status_);
        open_ = open_ && !where;
    }

    const FormulaColumns& columns_;
    std::size_t row_;
    Number status_ = 0;
    Mask open_ = all();
    Mask contradicted_ = none();
    Mask odd_ = none();
};

template <class Text>
constexpr Computed work_out(std::span<const Answer> answers) {
    AnswerSheet sheet(answers);
    Text{}(sheet);
    return sheet.result();
}
template <class Text, class E>
__attribute__((flatten)) void work_out_columns(const FormulaColumns& columns) {
    for (std::size_t row = 0; row < columns.rows; row += ColumnSheet<E>::rows) {
        ColumnSheet<E> sheet(columns, row);
        Text{}(sheet);
    }
}

}  // namespace eczscore::detail

namespace eczscore {

/// The formula that the class `Text` writes down, for answers and for columns. `E` holds every
/// count of it exactly: `double` to 2^53, `std::int16_t` to 32767 and four times as fast.
template <class Text, class E = double>
inline constexpr Formula formula_of{detail::work_out<Text>, detail::work_out_columns<Text, E>};

}  // namespace eczscore
