// SPDX-License-Identifier: BSL-1.0
// Columns of items that bytes do not count: 32-bit counts with a byte beside each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "eczscore/score/detail/batch_call.hpp"
#include "eczscore/score/detail/batch_pack.hpp"

namespace eczscore::detail {

/// Where one wide column of a block goes. `classes`: the byte says whether the count is above zero;
/// without it, that there is one.
struct WidePlace {
    std::uint32_t* wide;
    std::uint8_t* code;
    bool classes;
};

template <class Target>
struct WidePacker {
    static constexpr std::size_t group = 16;

    static ECZSCORE_INLINE void classify(const WidePlace& to, std::size_t at) {
        if (to.classes) {
            for (std::size_t k = 0; k < group; ++k) to.code[at + k] = to.wide[at + k] > 0 ? 1 : 0;
        } else {
            std::memset(to.code + at, 0, group);
        }
    }

    static ECZSCORE_INLINE void classify(const WidePlace& to, std::size_t at,
                                         const std::uint32_t (&missing)[group]) {
        for (std::size_t k = 0; k < group; ++k) {
            const std::uint32_t x = missing[k] | (to.wide[at + k] > 0 ? 1 : 0);
            to.code[at + k] = static_cast<std::uint8_t>(x);
        }
    }

    /// Sixteen whole points; false when one is neither, in range, nor missing.
    template <class T>
    static ECZSCORE_INLINE bool whole16(const T* from, T lowest, T highest, std::uint32_t* to,
                                        std::uint32_t* missing) {
        std::uint32_t bad = 0;
        for (std::size_t k = 0; k < group; ++k) {
            const T v = from[k];
            const bool in_range = v >= lowest && v <= highest;
            const auto whole = static_cast<std::int32_t>(in_range ? v : T{0});
            const bool is_whole = static_cast<T>(whole) == v;
            const bool blank = v != v;
            bad |= (in_range && is_whole) || blank ? 0u : 1u;
            to[k] = static_cast<std::uint32_t>(whole);
            missing[k] = blank ? ~0u : 0u;
        }
        return bad == 0;
    }
    /// Whole points of a column of `T` beyond what a byte counts.
    template <class T, class Decide>
    static ECZSCORE_INLINE void pack_whole(const KernelScale& scale, const T* from,
                                           const Validity<Target>& validity, std::size_t n,
                                           const WidePlace& to, Decide decide_range) {
        Recorded<Target, T> recorded(from, validity);
        const bool fits = scale.last < 1 << 24;  // a `float` counts them
        std::size_t at = 0;
        for (; fits && at + group <= n; at += group) {
            std::uint32_t missing[group];
            Packer<Target, T>::fetch_ahead(from + at);
            if (whole16(recorded.sixteen(at), static_cast<T>(scale.first),
                        static_cast<T>(scale.last), to.wide + at, missing)) {
                classify(to, at, missing);
            } else {
                decide_range(at, at + group);
            }
        }
        decide_range(at, n);
    }

    /// Millionths of a column of `T`; `decide_range` is called for rows that need `Answer`.
    template <class T, class Decide>
    static ECZSCORE_INLINE void pack(const KernelScale& scale, const T* from,
                                     const Validity<Target>& validity, std::size_t n,
                                     const WidePlace& to, Decide decide_range) {
        using P = Packer<Target, T>;
        Recorded<Target, T> recorded(from, validity);
        const double lowest = scale.lowest;
        const double highest = scale.highest;
        const auto low = static_cast<float>(lowest);
        const auto high = static_cast<float>(highest);
        const bool is_float = sizeof(T) == 4;
        // Above 256 only hundredths are decided here: see `fast_units`.
        const bool is_small = highest < 256;
        const bool fits = is_small || is_float || highest < 2147;
        std::size_t at = 0;
        bool blanks = false;
        bool hundredths = is_float && double{low} == lowest && double{high} == highest;
        std::uint32_t missing[group];
        if constexpr (sizeof(T) == 4) {
            // As long as every row is, in a loop of its own: it stays in registers.
            while (hundredths && validity.bitmap == nullptr && at + group <= n &&
                   fast_hundredths<Target, false>(from + at, low, high, to.wide + at, missing)) {
                P::fetch_ahead(from + at);
                classify(to, at);
                at += group;
            }
        }
        for (; fits && at + group <= n; at += group) {
            P::fetch_ahead(from + at);
            const T* const values = recorded.sixteen(at);
            if constexpr (sizeof(T) == 4) {
                if (hundredths && !blanks &&
                    fast_hundredths<Target, false>(values, low, high, to.wide + at, missing)) {
                    classify(to, at);
                    continue;
                }
                if (hundredths &&
                    fast_hundredths<Target, true>(values, low, high, to.wide + at, missing)) {
                    blanks = true;
                    classify(to, at, missing);
                    continue;
                }
                if (!is_small) {
                    decide_range(at, at + group);
                    continue;
                }
                hundredths = false;
            }
            if (!blanks &&
                P::template fast_units<false>(values, lowest, highest, to.wide + at, missing)) {
                classify(to, at);
                continue;
            }
            blanks = true;
            if (P::template fast_units<true>(values, lowest, highest, to.wide + at, missing)) {
                classify(to, at, missing);
            } else {
                decide_range(at, at + group);
            }
        }
        decide_range(at, n);
    }

    /// Whole points from a column of bytes or integers of an item with a finer scale.
    template <class T>
    static ECZSCORE_INLINE void points(const KernelScale& scale, const T* from,
                                       const Validity<Target>& validity, std::size_t n,
                                       const WidePlace& to) {
        const auto units = static_cast<std::uint32_t>(scale.units);
        for (std::size_t k = 0; k < n; ++k) {
            const T x = from[k];
            // Only a column of bytes has codes.
            const bool is_code =
                std::is_unsigned_v<T> && (x == T(code_missing) || x == T(code_not_relevant));
            const bool value = !is_code && x >= scale.first && x <= scale.last;
            to.wide[k] = value ? static_cast<std::uint32_t>(x) * units : 0;
            to.code[k] = value     ? std::uint8_t(x > 0)
                         : is_code ? static_cast<std::uint8_t>(x)
                                   : std::uint8_t{max_code};
        }
        validity.blank(n, to.code, to.wide);
    }
};

}  // namespace eczscore::detail
