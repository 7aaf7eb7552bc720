// SPDX-License-Identifier: BSL-1.0
// Converting a whole column, with a flag for every value that is missing or out of its limits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "eczscore/units/convert.hpp"
#include "eczscore/units/kind_info.hpp"

namespace eczscore::units {

/// What is to be said of one value. Nothing is clamped or dropped: the value is written as it is.
enum class ValueFlag : std::uint8_t {
    none,
    missing,       ///< NaN, and stays NaN
    infinite,      ///< no measurement is
    out_of_range,  ///< outside the limits of the kind; how sure those are is in their evidence
    negative       ///< below 0, within limits that allow for the zero noise of a sensor
};
inline constexpr int value_flag_count = 5;

constexpr Text name(ValueFlag flag) {
    constexpr Text names[] = {"none", "missing", "infinite", "out_of_range", "negative"};
    return names[static_cast<unsigned>(flag)];
}

/// How many values got each flag.
struct FlagCounts {
    std::size_t of[value_flag_count]{};

    constexpr std::size_t operator[](ValueFlag flag) const {
        return of[static_cast<unsigned>(flag)];
    }
};

/// The flag of one value in the canonical unit of its kind.
constexpr ValueFlag value_flag(double value, const Limits& limits) {
    if (value != value) return ValueFlag::missing;
    if (value - value != 0) return ValueFlag::infinite;
    if ((limits.has_low && value < limits.low) || (limits.has_high && value > limits.high)) {
        return ValueFlag::out_of_range;
    }
    const bool noise = limits.has_low && limits.low < 0 && value < 0;
    return noise ? ValueFlag::negative : ValueFlag::none;
}

namespace detail {

#if defined(__AVX512F__)
inline constexpr std::size_t column_lanes = 8;
#elif defined(__AVX__)
inline constexpr std::size_t column_lanes = 4;
#else
inline constexpr std::size_t column_lanes = 2;
#endif
typedef double Doubles __attribute__((vector_size(column_lanes * sizeof(double))));
typedef std::int64_t Masks __attribute__((vector_size(column_lanes * sizeof(double))));

inline Doubles all(double value) {
    Doubles lanes{};
    for (std::size_t i = 0; i < column_lanes; ++i) lanes[i] = value;
    return lanes;
}

/// What a column kernel is asked.
struct ColumnCall {
    const double* in;
    double* out;
    std::uint8_t* flags;
    std::size_t rows;
    double num, den, offset;
    double clean_low, clean_high;  ///< between them nothing is to be said
};

/// Rows in blocks; a block with anything odd is judged again value by value. Multiplying by 1,
/// dividing by 1 and adding 0 change nothing, so they are left out.
template <bool multiplies, bool divides, bool shifts>
inline void convert_block_rows(const ColumnCall& call, const Limits& limits, FlagCounts& counts) {
    constexpr std::size_t block = 64;
    const Doubles num = all(call.num), den = all(call.den), offset = all(call.offset);
    const Doubles low = all(call.clean_low), high = all(call.clean_high);
    std::size_t row = 0;
    for (; row + block <= call.rows; row += block) {
        Masks clean = ~Masks{};
        for (std::size_t i = 0; i < block; i += column_lanes) {
            Doubles value;
            std::memcpy(&value, call.in + row + i, sizeof value);
            if constexpr (multiplies) value *= num;
            if constexpr (divides) value /= den;
            if constexpr (shifts) value += offset;
            clean &= (value >= low) & (value <= high);
            std::memcpy(call.out + row + i, &value, sizeof value);
        }
        std::int64_t all_clean = -1;
        for (std::size_t i = 0; i < column_lanes; ++i) all_clean &= clean[i];
        if (all_clean != 0) {
            if (call.flags != nullptr) std::memset(call.flags + row, 0, block);
            counts.of[0] += block;
            continue;
        }
        for (std::size_t i = row; i < row + block; ++i) {
            const auto flag = static_cast<std::uint8_t>(value_flag(call.out[i], limits));
            if (call.flags != nullptr) call.flags[i] = flag;
            ++counts.of[flag];
        }
    }
    for (; row < call.rows; ++row) {
        double value = call.in[row];
        if constexpr (multiplies) value *= call.num;
        if constexpr (divides) value /= call.den;
        if constexpr (shifts) value += call.offset;
        call.out[row] = value;
        const auto flag = static_cast<std::uint8_t>(value_flag(value, limits));
        if (call.flags != nullptr) call.flags[row] = flag;
        ++counts.of[flag];
    }
}

}  // namespace detail

/// Converts `rows` values from a unit to the canonical unit of a kind and flags them.
/// way      from `conversion(unit, kind.unit, ...)`; must be `ok()`
/// out      `rows` values; may be `in` itself, but not overlap it otherwise
/// flags    `rows` values of `ValueFlag`, or null
/// returns  how many values got each flag. The same bits as `way(value)`. Never allocates.
inline FlagCounts convert_column(const Conversion& way, const Limits& limits, const double* in,
                                 double* out, std::uint8_t* flags, std::size_t rows) {
    constexpr double largest = 1.7976931348623157e308;
    FlagCounts counts;
    if (!way.ok()) return counts;
    detail::ColumnCall call{in, out, flags, rows, 1, 1, way.offset.to_double(), 0, 0};
    call.num = static_cast<double>(way.ratio.num());
    call.den = static_cast<double>(way.ratio.den());
    const double low = limits.low < 0 ? 0 : limits.low;
    call.clean_low = limits.has_low ? low : -largest;
    call.clean_high = limits.has_high ? limits.high : largest;
    const bool multiplies = way.ratio.num() != 1;
    const bool divides = way.ratio.den() != 1;
    if (!(way.offset == Exact(0))) {
        detail::convert_block_rows<true, true, true>(call, limits, counts);
    } else if (multiplies && divides) {
        detail::convert_block_rows<true, true, false>(call, limits, counts);
    } else if (multiplies) {
        detail::convert_block_rows<true, false, false>(call, limits, counts);
    } else if (divides) {
        detail::convert_block_rows<false, true, false>(call, limits, counts);
    } else {
        detail::convert_block_rows<false, false, false>(call, limits, counts);
    }
    return counts;
}

}  // namespace eczscore::units
