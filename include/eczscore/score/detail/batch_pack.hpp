// SPDX-License-Identifier: BSL-1.0
// Columns of numbers become the bytes and 32-bit counts that kernels read, exactly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>
#include <utility>

#include "eczscore/score/detail/batch_scalar.hpp"
#include "eczscore/score/detail/codes.hpp"
#include "eczscore/score/detail/lanes.hpp"

namespace eczscore::detail {

/// What one recorded answer is to a kernel. Compiled once per program, for any processor: kernels
/// ask it, through a pointer, about the few cells that vector instructions do not decide.
struct Decided {
    std::uint32_t units;  ///< in the item's units; 0 unless a value
    std::uint8_t code;    ///< byte items: the code; wide items: 0, 1 or a code
    bool rounded;
};

inline Decided decide(const Scale& scale, Answer answer) {
    const bool rounded = answer.kind() == Answer::Kind::rounded;
    if (answer.is_missing()) return {0, code_missing, false};
    if (answer.is_not_relevant()) return {0, code_not_relevant, false};
    if (!scale.allows(answer)) return {0, invalid_code(scale), rounded};
    const auto units = static_cast<std::uint32_t>(scale.units(answer));
    if (codes_are_units(scale)) {
        return {units, static_cast<std::uint8_t>(scale.units(answer) + code_bias(scale)), rounded};
    }
    return {units, units > 0 ? std::uint8_t{1} : std::uint8_t{0}, rounded};
}

inline Decided decide_cell(const Scale& scale, const Column& column, std::size_t row) {
    return decide(scale, answer_at(scale, column, row));
}
inline std::uint8_t decide_years(const Column& column, AgeUnit unit, std::size_t row) {
    return code_of_years(age_at(column, unit, row));
}

using DecideAnswer = Decided (*)(const Scale&, Answer);
using DecideCell = Decided (*)(const Scale&, const Column&, std::size_t);
using DecideYears = std::uint8_t (*)(const Column&, AgeUnit, std::size_t);

/// Rows that are packed before they are scored.
inline constexpr std::size_t pack_block = 512;

/// Converts sixteen rows of a column at a time. `T` is float or double.
template <class Target, class T>
struct Packer {
    static constexpr std::size_t group = 16;
#if defined(__AVX__)
    static constexpr std::size_t parts = 1;  ///< vectors in four doubles
#else
    static constexpr std::size_t parts = 2;
#endif
    static constexpr std::size_t step = 4 / parts;
    typedef double Doubles __attribute__((vector_size(32 / parts)));
    typedef std::int64_t Longs __attribute__((vector_size(32 / parts)));
    typedef std::int32_t HalfLongs __attribute__((vector_size(32 / parts)));
    typedef std::uint32_t Ints __attribute__((vector_size(16)));
    typedef std::uint16_t Words __attribute__((vector_size(16)));
    typedef std::uint8_t Bytes __attribute__((vector_size(16)));
    struct Four {
        Doubles part[parts];
    };
    struct FourLongs {
        Longs part[parts];
    };

    /// Asks for what the next block of this column will read: processors do not look that far ahead
    /// on their own, and not over the end of a page.
    static ECZSCORE_INLINE void fetch_ahead(const T* from) {
        const auto next = reinterpret_cast<std::uintptr_t>(from) + pack_block * sizeof(T);
        for (std::size_t line = 0; line < group * sizeof(T); line += 64) {
            __builtin_prefetch(reinterpret_cast<const void*>(next + line), 0, 2);
        }
    }

    template <bool biased = false>
    static ECZSCORE_INLINE Four load4(const T* from, double scale, double bias = 0) {
        Four four;
        for (std::size_t p = 0; p < parts; ++p) {
            if constexpr (sizeof(T) == 8) {
                std::memcpy(&four.part[p], from + p * step, sizeof(Doubles));
            } else {
                typedef T Floats __attribute__((vector_size(4 * step)));
                Floats v;
                std::memcpy(&v, from + p * step, sizeof v);
                four.part[p] = __builtin_convertvector(v, Doubles);
            }
            four.part[p] *= scale;
            if constexpr (biased) four.part[p] += bias;
        }
        return four;
    }
    /// The lower halves of four 64-bit lanes.
    static ECZSCORE_INLINE Ints low_halves(const FourLongs& v) {
        if constexpr (parts == 1) {
            return Ints(
                __builtin_shufflevector(HalfLongs(v.part[0]), HalfLongs(v.part[0]), 0, 2, 4, 6));
        } else {
            return Ints(__builtin_shufflevector(HalfLongs(v.part[0]), HalfLongs(v.part[parts - 1]),
                                                0, 2, 4, 6));
        }
    }
    static ECZSCORE_INLINE bool is_zero(Ints v) {
        std::uint64_t half[2];
        std::memcpy(half, &v, sizeof v);
        return (half[0] | half[1]) == 0;
    }

#if defined(__SSE2__)
    typedef int BuiltinInts __attribute__((vector_size(16)));
    typedef short BuiltinShorts __attribute__((vector_size(16)));
    typedef double BuiltinDoubles __attribute__((vector_size(32 / parts)));

    static ECZSCORE_INLINE Words pack_ints(Ints a, Ints b) {
        return Words(__builtin_ia32_packssdw128(BuiltinInts(a), BuiltinInts(b)));
    }
    /// Four doubles cut to whole numbers (out of range: the lowest integer), and whether they were
    /// whole.
    static ECZSCORE_INLINE Ints whole4(const Four& x, FourLongs& fraction) {
#if defined(__AVX__)
        const BuiltinInts whole = __builtin_ia32_cvttpd2dq256(x.part[0]);
        fraction.part[0] = Longs(__builtin_convertvector(whole, Doubles) != x.part[0]);
        return Ints(whole);
#else
        typedef int Two __attribute__((vector_size(8)));
        BuiltinInts whole[parts];
        for (std::size_t p = 0; p < parts; ++p) {
            whole[p] = __builtin_ia32_cvttpd2dq(x.part[p]);
            Two low;
            std::memcpy(&low, &whole[p], sizeof low);
            fraction.part[p] = Longs(__builtin_convertvector(low, Doubles) != x.part[p]);
        }
        return Ints(__builtin_shufflevector(whole[0], whole[1], 0, 1, 4, 5));
#endif
    }
    /// Codes of sixteen rows; false when a lane is neither a whole number of units in range nor,
    /// where `blanks`, missing.
    template <bool blanks, bool biased>
    static ECZSCORE_INLINE bool codes16(const T* from, double scale, double bias,
                                        std::uint16_t highest, std::uint8_t* to) {
        Ints bad{};
        Ints units[4];
        Ints missing[4];
        each<4>([&](auto q) ECZSCORE_LAMBDA {
            const Four x = load4<biased>(from + 4 * q, scale, bias);
            FourLongs fraction;
            units[q] = whole4(x, fraction);
            if constexpr (blanks) {
                FourLongs nan;
                for (std::size_t p = 0; p < parts; ++p) {
                    nan.part[p] = Longs(x.part[p] != x.part[p]);
                    fraction.part[p] &= ~nan.part[p];
                }
                missing[q] = low_halves(nan);
                units[q] &= ~missing[q];
            }
            Ints seen[2];
            std::memcpy(seen, &fraction, sizeof seen);
            bad |= seen[0] | seen[1];
        });
        // Saturated, a number out of range stays out of range.
        const Words low = pack_ints(units[0], units[1]);
        const Words high = pack_ints(units[2], units[3]);
        bad |= Ints(Words(low > highest) | Words(high > highest));
        auto codes = Bytes(__builtin_ia32_packuswb128(BuiltinShorts(low), BuiltinShorts(high)));
        if constexpr (blanks) {
            codes |=
                Bytes(__builtin_ia32_packsswb128(BuiltinShorts(pack_ints(missing[0], missing[1])),
                                                 BuiltinShorts(pack_ints(missing[2], missing[3]))));
        }
        std::memcpy(to, &codes, group);
        return is_zero(bad);
    }
    template <bool biased>
    static ECZSCORE_INLINE bool fast_codes(const T* from, double scale, double bias,
                                           std::uint16_t highest, std::uint8_t* to, bool& blanks) {
        // Where one group has a blank, the next one likely has.
        if (!blanks && codes16<false, biased>(from, scale, bias, highest, to)) return true;
        blanks = true;
        return codes16<true, biased>(from, scale, bias, highest, to);
    }
#else
    template <bool biased>
    static ECZSCORE_INLINE bool fast_codes(const T* from, double scale, double bias,
                                           std::uint16_t highest, std::uint8_t* to, bool& blanks) {
        bool good = true;
        blanks = true;
        for (std::size_t i = 0; i < group; ++i) {
            const double x = double{from[i]} * scale + bias;
            const bool in_range = x >= 0 && x <= highest;
            const auto whole = static_cast<std::uint8_t>(in_range ? x : 0);
            to[i] = x != x ? code_missing : whole;
            good = good && (x != x || (in_range && static_cast<double>(whole) == x));
        }
        return good;
    }
#endif

    /// Millionths of sixteen rows, and where `blanks` all ones for the missing (else 0 and false);
    /// false when a lane is out of range or no short decimal.
    /// A `double` is the nearest decimal of six places when it is within 1e-9 of it; multiplying by
    /// 1e-6 instead of dividing is off by less than the margin left. A `float` is the nearest
    /// decimal of four places when it is within half of the last bit of a 24-bit number, and below
    /// 256 that comparison is exact: the products fit a double, and no such decimal lies half way.
    template <bool blanks>
    static ECZSCORE_INLINE bool fast_units(const T* from, double lowest, double highest,
                                           std::uint32_t* to, std::uint32_t* missing) {
        constexpr bool is_float = sizeof(T) == 4;
        constexpr double places = is_float ? 1e4 : 1e6;
        constexpr double place = 1e-6;
        constexpr double magic = 6755399441055744.0;  // 1.5 x 2^52: adding it rounds to a whole
        FourLongs bad{};
        each<4>([&](auto q) ECZSCORE_LAMBDA {
            const Four x = load4(from + 4 * q, 1);
            FourLongs count;
            FourLongs nan;
            for (std::size_t p = 0; p < parts; ++p) {
                const Doubles v = x.part[p];
                const Doubles shifted = v * places + magic;
                const Doubles whole = shifted - magic;
                Longs good = Longs(v >= lowest) & Longs(v <= highest);
                if constexpr (is_float) {
                    const Doubles off = Doubles(Longs(v * places - whole) & 0x7fffffffffffffff);
                    const Doubles power = Doubles(Longs(v) & 0x7ff0000000000000);
                    good &= Longs(off <= power * (places / 16777216));
                } else {
                    const Doubles slip = v - whole * place;
                    good &= Longs(slip < 0.999e-9) & Longs(slip > -0.999e-9);
                }
                nan.part[p] = Longs(v != v);
                bad.part[p] |= blanks ? ~(good | nan.part[p]) : ~good;
                count.part[p] = Longs(shifted);
            }
            Ints units = low_halves(count) * std::uint32_t{is_float ? 100 : 1};
            if constexpr (blanks) {
                const Ints none = low_halves(nan);
                units &= ~none;
                std::memcpy(missing + 4 * q, &none, sizeof none);
            }
            std::memcpy(to + 4 * q, &units, sizeof units);
        });
        Ints seen[2];
        std::memcpy(seen, &bad, sizeof seen);
        return is_zero(seen[0] | seen[1]);
    }
};

/// Millionths of sixteen floats from 0 to 2147 that have at most two decimal places, as most do,
/// and where `blanks` all ones for the missing; false when one has more, is out of range or,
/// without `blanks`, missing. Dividing whole numbers rounds correctly, so the comparison says
/// exactly whether a float is the nearest one to that many hundredths.
template <class Target, bool blanks>
ECZSCORE_INLINE bool fast_hundredths(const float* from, float lowest, float highest,
                                     std::uint32_t* to, std::uint32_t* missing) {
#if defined(__AVX__)
    constexpr std::size_t bytes = 32;
#else
    constexpr std::size_t bytes = 16;
#endif
    typedef float Floats __attribute__((vector_size(bytes)));
    typedef std::uint32_t Ints __attribute__((vector_size(bytes)));
    constexpr float magic = 12582912.0f;  // 1.5 x 2^23: adding it rounds to a whole
    Ints good = ~Ints{};
    each<64 / bytes>([&](auto part) ECZSCORE_LAMBDA {
        Floats v;
        std::memcpy(&v, from + part * (bytes / 4), sizeof v);
        const Floats shifted = v * 100.0f + magic;
        const Floats whole = shifted - magic;
        Ints mine = Ints(whole / 100.0f == v) & Ints(v >= lowest) & Ints(v <= highest);
        Ints units = (Ints(shifted) & 0x3fffffu) * 10'000u;
        if constexpr (blanks) {
            const Ints none = Ints(v != v);
            mine |= none;
            units &= ~none;
            std::memcpy(missing + part * (bytes / 4), &none, sizeof none);
        }
        good &= mine;
        std::memcpy(to + part * (bytes / 4), &units, sizeof units);
    });
#if defined(__AVX__)
    typedef long long Quads __attribute__((vector_size(bytes)));
    return __builtin_ia32_ptestc256(Quads(good), ~Quads{}) != 0;
#else
    std::uint64_t words[bytes / 8];
    std::memcpy(words, &good, sizeof good);
    return (words[0] & words[1]) == ~std::uint64_t{0};
#endif
}

/// The bits of a bitmap that say which rows are recorded; without a bitmap all are.
template <class Target>
struct Validity {
    static constexpr std::size_t group = 16;
    const std::uint8_t* bitmap;
    std::size_t first;

    ECZSCORE_INLINE Validity(const Column& column, std::size_t row)
        : bitmap(column.validity()), first(column.validity_offset() + row) {}

    /// The bits of sixteen rows from one on, the first of them lowest.
    ECZSCORE_INLINE std::uint32_t sixteen(std::size_t row) const {
        const std::size_t bit = first + row;
        const std::uint8_t* from = bitmap + bit / 8;
        std::uint32_t bits = from[0] | std::uint32_t{from[1]} << 8;
        if (bit % 8 != 0) bits |= std::uint32_t{from[2]} << 16;
        return bits >> (bit % 8) & 0xffff;
    }
    ECZSCORE_INLINE bool has(std::size_t row) const {
        return (bitmap[(first + row) / 8] >> ((first + row) % 8) & 1) != 0;
    }

    /// Codes of the rows that are not recorded become `code_missing`, their counts (null: none) 0.
    ECZSCORE_INLINE void blank(std::size_t n, std::uint8_t* code, std::uint32_t* wide) const {
        if (bitmap == nullptr) return;
        std::size_t at = 0;
        for (; at + group <= n; at += group) {
            const std::uint32_t bits = sixteen(at);
            if (bits == 0xffff) continue;
            for (std::size_t half = 0; half < 2; ++half) {
                std::uint64_t codes;
                std::memcpy(&codes, code + at + 8 * half, 8);
                codes |= spread(~(bits >> 8 * half) & 0xff);
                std::memcpy(code + at + 8 * half, &codes, 8);
            }
            for (std::size_t k = 0; wide != nullptr && k < group; ++k) {
                wide[at + k] &= 0 - (bits >> k & 1);
            }
        }
        for (; at < n; ++at) {
            if (has(at)) continue;
            code[at] = code_missing;
            if (wide != nullptr) wide[at] = 0;
        }
    }

private:
    /// A byte of ones for each of eight bits that is set.
    static ECZSCORE_INLINE std::uint64_t spread(std::uint32_t bits) {
        const std::uint64_t one_each = bits * 0x0101010101010101u & 0x8040201008040201u;
        return ((one_each + 0x7f7f7f7f7f7f7f7fu) >> 7 & 0x0101010101010101u) * 0xff;
    }
};

/// Sixteen numbers at a time; those that a bitmap leaves out are NaN.
template <class Target, class T>
struct Recorded {
    static constexpr std::size_t group = 16;
    const T* from;
    Validity<Target> validity;
    T copy[group];

    ECZSCORE_INLINE Recorded(const T* values, const Validity<Target>& valid)
        : from(values), validity(valid) {}

    ECZSCORE_INLINE const T* sixteen(std::size_t at) {
        if (validity.bitmap == nullptr) return from + at;
        const std::uint32_t bits = validity.sixteen(at);
        if (bits == 0xffff) return from + at;
        blank(from + at, bits);
        return copy;
    }

private:
#if defined(__AVX__)
    static constexpr std::size_t bytes = 32;
#else
    static constexpr std::size_t bytes = 16;
#endif
    static constexpr std::size_t lanes = bytes / sizeof(T);
    using Int = std::conditional_t<sizeof(T) == 8, std::int64_t, std::int32_t>;
    typedef Int Ints __attribute__((vector_size(bytes)));

    template <std::size_t... lane>
    static ECZSCORE_INLINE Ints lane_bits(std::size_t part, std::index_sequence<lane...>) {
        return Ints{(Int{1} << (part * lanes + lane))...};
    }
    ECZSCORE_INLINE void blank(const T* values, std::uint32_t bits) {
        each<group / lanes>([&](auto part) ECZSCORE_LAMBDA {
            Ints v;
            std::memcpy(&v, values + part * lanes, sizeof v);
            const Ints mine = lane_bits(part, std::make_index_sequence<lanes>{});
            v |= Ints((static_cast<Int>(bits) & mine) == 0);  // all ones are a NaN
            std::memcpy(copy + part * lanes, &v, sizeof v);
        });
    }
};

template <class Target, bool biased, class T, class Decide>
ECZSCORE_INLINE void pack_codes_of(const T* from, const Validity<Target>& validity,
                                   std::size_t rows, double units, double bias,
                                   std::uint16_t highest, std::uint8_t* to, Decide decide_range) {
    using P = Packer<Target, T>;
    std::size_t at = 0;
    bool blanks = false;
    const auto codes = [&](const T* sixteen) ECZSCORE_LAMBDA {
        return P::template fast_codes<biased>(sixteen, units, bias, highest, to + at, blanks);
    };
    const auto pack_rest = [&](auto sixteen) ECZSCORE_LAMBDA {
        for (; at + P::group <= rows; at += P::group) {
            P::fetch_ahead(from + at);
            if (!codes(sixteen(at))) decide_range(at, at + P::group);
        }
    };
    if (validity.bitmap == nullptr) {
        // As long as every row is a value, in a loop of its own: it stays in registers.
        for (; at + P::group <= rows && codes(from + at) && !blanks; at += P::group) {
            P::fetch_ahead(from + at);
        }
        pack_rest([&](std::size_t first) ECZSCORE_LAMBDA { return from + first; });
    } else {
        Recorded<Target, T> recorded(from, validity);
        pack_rest([&](std::size_t first) ECZSCORE_LAMBDA { return recorded.sixteen(first); });
    }
    decide_range(at, rows);
}
/// Codes of a column of `T` for a byte item, points x `units` + `bias`, at most `highest`;
/// `decide_range` is called for rows that need `Answer`.
template <class Target, class T, class Decide>
ECZSCORE_INLINE void pack_codes(const T* from, const Validity<Target>& validity, std::size_t rows,
                                double units, double bias, std::uint16_t highest, std::uint8_t* to,
                                Decide decide_range) {
    if (bias == 0)
        pack_codes_of<Target, false>(from, validity, rows, units, bias, highest, to, decide_range);
    else
        pack_codes_of<Target, true>(from, validity, rows, units, bias, highest, to, decide_range);
}

/// Codes of a column of signed integers.
template <class Target, ColumnInteger T>
ECZSCORE_INLINE void pack_whole(const T* from, const Validity<Target>& validity, std::size_t rows,
                                const WholePoints& points, std::uint8_t* to) {
    // At least 16 bits: what is below the first point wraps to far above all of them.
    using Unsigned = std::make_unsigned_t<std::conditional_t<sizeof(T) == 1, std::int16_t, T>>;
    const auto first = static_cast<Unsigned>(points.first);
    const auto more = static_cast<Unsigned>(points.more);
    const auto one = [=](T value) ECZSCORE_LAMBDA -> std::uint8_t {
        const auto x = static_cast<Unsigned>(static_cast<Unsigned>(value) - first);
        const auto code =
            static_cast<std::uint8_t>(static_cast<std::uint8_t>(x) * points.units + points.code);
        return x <= more ? code : points.invalid;
    };
    constexpr std::size_t group = 64;
    std::size_t at = 0;
    for (; at + group <= rows; at += group) {
        for (std::size_t k = 0; k < group; ++k) to[at + k] = one(from[at + k]);
    }
    for (; at < rows; ++at) to[at] = one(from[at]);
    validity.blank(rows, to, nullptr);
}

}  // namespace eczscore::detail
