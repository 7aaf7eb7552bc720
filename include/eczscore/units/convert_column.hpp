// SPDX-License-Identifier: BSL-1.0
// Converting a whole column, with a flag for every value that is missing or out of its limits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "eczscore/core/name_of.hpp"
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
    return name_of(names, flag);
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

/// The bits of a comparison. Without the barrier g++ 12 takes `a & b` of two comparisons for a
/// choice, which it makes lane by lane where SSE4.1 is missing.
inline Masks bits(Masks comparison) {
#if defined(__SSE2__) && !defined(__clang__)
    __asm__("" : "+x"(comparison));
#endif
    return comparison;
}

/// What a column kernel is asked.
struct ColumnCall {
    const double* in;
    double* out;
    std::uint8_t* flags;
    std::size_t rows;
    double num, den, offset;
    double low, high;              ///< beyond them a value is out of range
    double clean_low, clean_high;  ///< between them nothing is to be said
    bool streams;                  ///< a result so large that it need not pass through the cache
};
inline constexpr std::size_t column_block = 64;

/// Multiplying by 1, dividing by 1 and adding 0 change nothing, so they are left out.
template <bool multiplies, bool divides, bool shifts, class Value>
inline Value converted(Value value, Value num, Value den, Value offset) {
    if constexpr (multiplies) value *= num;
    if constexpr (divides) value /= den;
    if constexpr (shifts) value += offset;
    return value;
}

/// Writes past the cache where the processor can and the place is aligned.
template <bool stream>
inline void store(double* to, const Doubles& value) {
#if defined(__SSE2__)
    if constexpr (stream) {
        auto* place = reinterpret_cast<Doubles*>(to);
#if defined(__clang__)
        __builtin_nontemporal_store(value, place);
#elif defined(__AVX512F__)
        __builtin_ia32_movntpd512(reinterpret_cast<double*>(place), value);
#elif defined(__AVX__)
        __builtin_ia32_movntpd256(reinterpret_cast<double*>(place), value);
#else
        __builtin_ia32_movntpd(reinterpret_cast<double*>(place), value);
#endif
    } else
#endif
    {
        std::memcpy(to, &value, sizeof value);
    }
}
inline void finish_stores([[maybe_unused]] bool stream) {
#if defined(__SSE2__)
    if (stream) __builtin_ia32_sfence();
#endif
}

/// Converts a block; true when nothing is to be said of any of its values.
template <bool multiplies, bool divides, bool shifts, bool stream>
inline bool convert_block(const ColumnCall& call, const double* in, double* out, Doubles* kept) {
    const Doubles num = all(call.num), den = all(call.den), offset = all(call.offset);
    const Doubles low = all(call.clean_low), high = all(call.clean_high);
    Masks clean = ~Masks{};
    for (std::size_t i = 0; i < column_block; i += column_lanes) {
        Doubles value;
        std::memcpy(&value, in + i, sizeof value);
        value = converted<multiplies, divides, shifts>(value, num, den, offset);
        clean &= bits(value >= low) & bits(value <= high);
        kept[i / column_lanes] = value;
        store<stream>(out + i, value);
    }
    std::int64_t every = -1;
    for (std::size_t i = 0; i < column_lanes; ++i) every &= clean[i];
    return every != 0;
}

/// Flags counted lane by lane.
struct LaneCounts {
    Masks missing{}, infinite{}, beyond{}, negative{};

    void add_to(FlagCounts& counts) const {
        const Masks* sums[] = {&missing, &infinite, &beyond, &negative};
        for (int f = 1; f < value_flag_count; ++f) {
            for (std::size_t i = 0; i < column_lanes; ++i) {
                counts.of[f] += static_cast<std::size_t>((*sums[f - 1])[i]);
            }
        }
    }
};

/// `value_flag`, a vector at a time.
inline void flag_block(const ColumnCall& call, const Doubles* kept, std::uint8_t* flags,
                       LaneCounts& counts) {
    typedef std::uint8_t Bytes __attribute__((vector_size(column_lanes)));
    const Doubles low = all(call.low), high = all(call.high), zero = all(0);
    const Doubles noise_below = all(call.clean_low);
    for (std::size_t i = 0; i < column_block / column_lanes; ++i) {
        const Doubles value = kept[i];
        const Masks blank = bits(value != value);
        const Masks finite = bits((value - value) == zero);
        const Masks outside = finite & (bits(value < low) | bits(value > high));
        const Masks noise = finite & ~outside & bits(value < noise_below);
        const Masks endless = ~blank & ~finite;
        counts.missing -= blank;
        counts.infinite -= endless;
        counts.beyond -= outside;
        counts.negative -= noise;
        const Masks flag = (blank & 1) | (endless & 2) | (outside & 3) | (noise & 4);
        const Bytes bytes = __builtin_convertvector(flag, Bytes);
        if (flags != nullptr) std::memcpy(flags + i * column_lanes, &bytes, sizeof bytes);
    }
}

template <bool multiplies, bool divides, bool shifts>
inline void convert_row(const ColumnCall& call, std::size_t row, const Limits& limits,
                        FlagCounts& counts) {
    const double value =
        converted<multiplies, divides, shifts>(call.in[row], call.num, call.den, call.offset);
    call.out[row] = value;
    const auto flag = static_cast<std::uint8_t>(value_flag(value, limits));
    if (call.flags != nullptr) call.flags[row] = flag;
    ++counts.of[flag];
}

/// Rows up to where the result is aligned, then blocks, then the rest.
template <bool multiplies, bool divides, bool shifts, bool stream>
inline void convert_rows(const ColumnCall call, const Limits& limits, FlagCounts& counts) {
    std::size_t row = 0;
    LaneCounts lanes;
    [[maybe_unused]] const auto aligned = [&] {
        return reinterpret_cast<std::uintptr_t>(call.out + row) % sizeof(Doubles) == 0;
    };
    if constexpr (stream) {
        for (; !aligned(); ++row) {
            convert_row<multiplies, divides, shifts>(call, row, limits, counts);
        }
    }
    for (; row + column_block <= call.rows; row += column_block) {
        Doubles kept[column_block / column_lanes];
        std::uint8_t* flags = call.flags != nullptr ? call.flags + row : nullptr;
        if (!convert_block<multiplies, divides, shifts, stream>(call, call.in + row, call.out + row,
                                                                kept)) {
            flag_block(call, kept, flags, lanes);
        } else if (flags != nullptr) {
            std::memset(flags, 0, column_block);
        }
    }
    for (; row < call.rows; ++row) {
        convert_row<multiplies, divides, shifts>(call, row, limits, counts);
    }
    lanes.add_to(counts);
    counts.of[0] = call.rows;
    for (int f = 1; f < value_flag_count; ++f) counts.of[0] -= counts.of[f];
    finish_stores(stream);
}

template <bool multiplies, bool divides, bool shifts>
inline void convert_either(const ColumnCall& call, const Limits& limits, FlagCounts& counts) {
    if (call.streams) {
        convert_rows<multiplies, divides, shifts, true>(call, limits, counts);
    } else {
        convert_rows<multiplies, divides, shifts, false>(call, limits, counts);
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
    constexpr std::size_t cached_rows = std::size_t{1} << 20;
    FlagCounts counts;
    if (!way.ok()) return counts;
    detail::ColumnCall call{};
    call.in = in;
    call.out = out;
    call.flags = flags;
    call.rows = rows;
    call.num = way.numerator();
    call.den = way.denominator();
    call.offset = way.offset.to_double();
    call.low = limits.has_low ? limits.low : -largest;
    call.high = limits.has_high ? limits.high : largest;
    call.clean_low = limits.has_low && limits.low < 0 ? 0 : call.low;
    call.clean_high = call.high;
    const bool is_aligned = reinterpret_cast<std::uintptr_t>(out) % sizeof(double) == 0;
    call.streams = (rows > cached_rows) & (in != out) & is_aligned;
    const bool multiplies = call.num != 1;
    const bool divides = call.den != 1;
    if (!(way.offset == Exact(0))) {
        detail::convert_either<true, true, true>(call, limits, counts);
    } else if (multiplies && divides) {
        detail::convert_either<true, true, false>(call, limits, counts);
    } else if (multiplies) {
        detail::convert_either<true, false, false>(call, limits, counts);
    } else if (divides) {
        detail::convert_either<false, true, false>(call, limits, counts);
    } else {
        detail::convert_either<false, false, false>(call, limits, counts);
    }
    return counts;
}

}  // namespace eczscore::units
