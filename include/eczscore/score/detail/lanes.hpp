// SPDX-License-Identifier: BSL-1.0
// Vectors of small integers by compiler extension: the same code is SSE2, AVX2, AVX-512,
// WebAssembly or plain instructions, whatever the translation unit is compiled for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

#define ECZSCORE_INLINE inline __attribute__((always_inline))
#define ECZSCORE_LAMBDA __attribute__((always_inline))

namespace eczscore::detail {

/// Calls `visit(integral_constant<size_t, 0>) ... visit(<count - 1>)`, unrolled.
template <std::size_t count, class Visit>
ECZSCORE_INLINE constexpr void each(Visit visit) {
    [&]<std::size_t... index>(std::index_sequence<index...>) __attribute__((always_inline)) {
        (visit(std::integral_constant<std::size_t, index>{}), ...);
    }(std::make_index_sequence<count>{});
}

/// Vectors of `bytes` bytes. `Target` names the translation unit's processor, so that functions for
/// one are never taken for those of another.
template <class Target>
struct Lanes {
    static constexpr std::size_t bytes = Target::bytes;
    typedef std::uint8_t U8 __attribute__((vector_size(bytes)));
    typedef std::int8_t I8 __attribute__((vector_size(bytes)));
    typedef char C8 __attribute__((vector_size(bytes)));
    typedef std::uint16_t U16 __attribute__((vector_size(bytes)));
    typedef std::int16_t I16 __attribute__((vector_size(bytes)));
    typedef std::uint32_t U32 __attribute__((vector_size(bytes)));
    typedef std::int32_t I32 __attribute__((vector_size(bytes)));
    typedef std::uint64_t U64 __attribute__((vector_size(bytes)));
    typedef std::int64_t I64 __attribute__((vector_size(bytes)));
    typedef std::uint8_t QuarterU8 __attribute__((vector_size(bytes / 4)));
    typedef std::int8_t QuarterI8 __attribute__((vector_size(bytes / 4)));

    template <class V, class T>
    static ECZSCORE_INLINE V load(const T* from) {
        V v;
        std::memcpy(&v, from, sizeof v);
        return v;
    }
    template <class V, class T>
    static ECZSCORE_INLINE void store(T* to, V v) {
        std::memcpy(to, &v, sizeof v);
    }
    static ECZSCORE_INLINE U8 all(std::uint8_t x) { return U8{} + x; }
#if __has_builtin(__builtin_elementwise_max)
    static ECZSCORE_INLINE U8 max(U8 a, U8 b) { return __builtin_elementwise_max(a, b); }
    static ECZSCORE_INLINE U8 min(U8 a, U8 b) { return __builtin_elementwise_min(a, b); }
#else
    static ECZSCORE_INLINE U8 max(U8 a, U8 b) { return a > b ? a : b; }
    static ECZSCORE_INLINE U8 min(U8 a, U8 b) { return a < b ? a : b; }
#endif
    static ECZSCORE_INLINE U8 equal(U8 a, std::uint8_t b) { return U8(a == b); }
    static ECZSCORE_INLINE U8 at_most(U8 a, std::uint8_t b) { return U8(a <= b); }
    /// `mask ? a : b`, lane by lane; every lane of a mask is all ones or all zeros.
    template <class V>
    static ECZSCORE_INLINE V select(V mask, V a, V b) {
        return (a & mask) | (b & ~mask);
    }
    template <std::size_t times>
    static ECZSCORE_INLINE U8 multiplied(U8 v) {
        if constexpr (times == 0)
            return U8{};
        else if constexpr (times == 1)
            return v;
        else if constexpr (times % 2 == 0) {
            const U8 half = multiplied<times / 2>(v);
            return half + half;
        } else
            return multiplied<times - 1>(v) + v;
    }

    /// Whether a lane is not zero.
    static ECZSCORE_INLINE bool any(U8 v) {
#if defined(__AVX__)
        typedef long long Q __attribute__((vector_size(32)));
        if constexpr (bytes == 32) {
            return !__builtin_ia32_ptestz256(Q(v), Q(v));
        } else if constexpr (bytes == 64) {
            Q half[2];
            std::memcpy(half, &v, sizeof v);
            const Q both = half[0] | half[1];
            return !__builtin_ia32_ptestz256(both, both);
        } else {
            return any_word(v);
        }
#elif defined(__SSE2__)
        if constexpr (bytes == 16) {
            typedef char C __attribute__((vector_size(16)));
            return __builtin_ia32_pmovmskb128(C(v == 0)) != 0xffff;
        } else {
            return any_word(v);
        }
#else
        return any_word(v);
#endif
    }
    static ECZSCORE_INLINE bool any_word(U8 v) {
        std::uint64_t words[bytes / 8];
        std::memcpy(words, &v, sizeof v);
        std::uint64_t seen = 0;
        for (const std::uint64_t word : words) seen |= word;
        return seen != 0;
    }

    /// One vector of twice as wide lanes from the lower or upper half of two, lane by lane.
    template <std::size_t half, class V>
    static ECZSCORE_INLINE V zip(V a, V b) {
        constexpr std::size_t n = sizeof(V) / sizeof(a[0]);
        return [&]<std::size_t... i>(std::index_sequence<i...>) __attribute__((always_inline)) {
            return __builtin_shufflevector(a, b, (half * n / 2 + i / 2 + (i % 2) * n)...);
        }(std::make_index_sequence<n>{});
    }
};

/// As many totals as a vector has bytes, each `width` bytes wide, in `width` vectors. Two-byte
/// lanes keep even rows in one vector and odd rows in the other, four-byte lanes are in row order.
template <class L, std::size_t width>
struct Wide;

template <class L>
struct Wide<L, 1> {
    using V = typename L::U8;
    using Element = std::uint8_t;
    V part[1];
    static ECZSCORE_INLINE Wide of(typename L::U8 v) { return {{v}}; }
    static ECZSCORE_INLINE Wide mask(typename L::U8 v) { return {{v}}; }
    static ECZSCORE_INLINE V at_least(V a, Element b) { return V(a >= b); }
    ECZSCORE_INLINE typename L::U8 narrow() const { return part[0]; }
    ECZSCORE_INLINE void store(Element* to) const { L::store(to, part[0]); }
};

template <class L>
struct Wide<L, 2> {
    using V = typename L::U16;
    using Element = std::uint16_t;
    V part[2];
    static ECZSCORE_INLINE Wide of(typename L::U8 v) {
        return {{V(v) & std::uint16_t{0xff}, V(v) >> 8}};
    }
    static ECZSCORE_INLINE Wide mask(typename L::U8 v) {
        using I = typename L::I16;
        return {{V(I(V(v) << 8) >> 8), V(I(v) >> 8)}};
    }
    /// Neither operand is above 32767.
    static ECZSCORE_INLINE V at_least(V a, Element b) {
        return V(typename L::I16(a) > static_cast<std::int16_t>(b - 1));
    }
    /// Every lane is a byte.
    ECZSCORE_INLINE typename L::U8 narrow() const {
        return typename L::U8(part[0] | (part[1] << 8));
    }
    ECZSCORE_INLINE void store(Element* to) const {
        L::store(to, L::template zip<0>(part[0], part[1]));
        L::store(to + L::bytes / 2, L::template zip<1>(part[0], part[1]));
    }
};

template <class L>
struct Wide<L, 4> {
    using V = typename L::U32;
    using Element = std::uint32_t;
    V part[4];
    static ECZSCORE_INLINE Wide of(typename L::U8 v) {
        Wide wide;
        if constexpr (L::bytes == 16) {
            const auto low = L::template zip<0>(v, typename L::U8{});
            const auto high = L::template zip<1>(v, typename L::U8{});
            using H = typename L::U16;
            wide.part[0] = V(L::template zip<0>(H(low), H{}));
            wide.part[1] = V(L::template zip<1>(H(low), H{}));
            wide.part[2] = V(L::template zip<0>(H(high), H{}));
            wide.part[3] = V(L::template zip<1>(H(high), H{}));
        } else {
            each<4>([&](auto p) ECZSCORE_LAMBDA { wide.part[p] = widened<p>(v); });
        }
        return wide;
    }
    static ECZSCORE_INLINE Wide mask(typename L::U8 v) {
        Wide wide = of(v);
        for (int p = 0; p < 4; ++p) wide.part[p] = V(wide.part[p] != 0);
        return wide;
    }
    static ECZSCORE_INLINE Wide load(const std::uint32_t* from) {
        Wide wide;
        for (std::size_t p = 0; p < 4; ++p) {
            wide.part[p] = L::template load<V>(from + p * (L::bytes / 4));
        }
        return wide;
    }
    /// Neither operand is above 2^31 - 1.
    static ECZSCORE_INLINE V at_least(V a, Element b) {
        return V(typename L::I32(a) > static_cast<std::int32_t>(b - 1));
    }
    /// Every lane is a byte.
    ECZSCORE_INLINE typename L::U8 narrow() const {
        using U8 = typename L::U8;
        U8 result;
        if constexpr (L::bytes == 16) {
            // Keep every fourth byte: even halves, then even bytes.
            const auto low = even(typename L::U16(part[0]), typename L::U16(part[1]));
            const auto high = even(typename L::U16(part[2]), typename L::U16(part[3]));
            result = even(U8(low), U8(high));
        } else {
            result = packed();
        }
        return result;
    }
    ECZSCORE_INLINE void store(Element* to) const {
        for (std::size_t p = 0; p < 4; ++p) L::store(to + p * (L::bytes / 4), part[p]);
    }

private:
#if defined(__AVX2__) && defined(__GNUC__) && !defined(__clang__)
    // g++ converts all quarters but the first element by element; the instructions by name.
    typedef char Bytes __attribute__((vector_size(16)));
    using Ints = typename L::I32;
    using Shorts = typename L::I16;
    using Chars = typename L::C8;

    template <std::size_t quarter>
    static ECZSCORE_INLINE V widened(typename L::U8 v) {
        Bytes from;
        std::memcpy(&from, reinterpret_cast<const char*>(&v) + quarter * (L::bytes / 4) / 16 * 16,
                    sizeof from);
#if defined(__AVX512BW__)
        if constexpr (L::bytes == 64) {
            return V(__builtin_ia32_pmovzxbd512_mask(from, Ints{}, 0xffff));
        }
#endif
        if constexpr (L::bytes == 32) {
            typedef std::uint64_t Words __attribute__((vector_size(16)));
            if (quarter % 2 == 1) from = Bytes(Words(from)[1] + Words{});
            return V(__builtin_ia32_pmovzxbd256(from));
        }
    }
    ECZSCORE_INLINE typename L::U8 packed() const {
        // Lanes are below 256, so saturation changes nothing. Packing is by blocks of 16 bytes,
        // each of which ends up with four bytes of every part.
        Chars bytes;
#if defined(__AVX512BW__)
        if constexpr (L::bytes == 64) {
            const Shorts low =
                __builtin_ia32_packssdw512_mask(Ints(part[0]), Ints(part[1]), Shorts{}, 0xffffffff);
            const Shorts high =
                __builtin_ia32_packssdw512_mask(Ints(part[2]), Ints(part[3]), Shorts{}, 0xffffffff);
            bytes = __builtin_ia32_packuswb512_mask(low, high, Chars{}, ~0ull);
        }
#endif
        if constexpr (L::bytes == 32) {
            bytes = __builtin_ia32_packuswb256(
                __builtin_ia32_packssdw256(Ints(part[0]), Ints(part[1])),
                __builtin_ia32_packssdw256(Ints(part[2]), Ints(part[3])));
        }
        constexpr std::size_t blocks = L::bytes / 16;
        return [&]<std::size_t... i>(std::index_sequence<i...>) __attribute__((always_inline)) {
            return typename L::U8(
                __builtin_shufflevector(V(bytes), V(bytes), (i % blocks * 4 + i / blocks)...));
        }(std::make_index_sequence<L::bytes / 4>{});
    }
#else
    template <std::size_t quarter>
    static ECZSCORE_INLINE V widened(typename L::U8 v) {
        typename L::QuarterU8 from;
        std::memcpy(&from, reinterpret_cast<const char*>(&v) + quarter * sizeof from, sizeof from);
        return __builtin_convertvector(from, V);
    }
    ECZSCORE_INLINE typename L::U8 packed() const {
        typename L::U8 result;
        typename L::QuarterU8 quarter[4];
        for (int p = 0; p < 4; ++p) {
            quarter[p] = __builtin_convertvector(part[p], typename L::QuarterU8);
        }
        std::memcpy(&result, quarter, sizeof result);
        return result;
    }
#endif
    template <class H>
    static ECZSCORE_INLINE H even(H a, H b) {
#if defined(__SSE2__)
        // Lanes are below 256, so signed saturation changes nothing.
        if constexpr (sizeof(a[0]) == 2) {
            typedef int I32 __attribute__((vector_size(16)));
            return H(__builtin_ia32_packssdw128(I32(a), I32(b)));
        } else {
            typedef short I16 __attribute__((vector_size(16)));
            return H(__builtin_ia32_packuswb128(I16(a), I16(b)));
        }
#else
        constexpr std::size_t n = sizeof(H) / sizeof(a[0]);
        H result{};
        for (std::size_t i = 0; i < n / 2; ++i) {
            result[i] = a[2 * i];
            result[n / 2 + i] = b[2 * i];
        }
        return result;
#endif
    }
};

/// Totals beyond 32 bits, in row order. Rare, so the compiler may find the instructions.
template <class L>
struct Wide<L, 8> {
    using V = typename L::U64;
    using Element = std::uint64_t;
    V part[8];

    template <class From>
    static ECZSCORE_INLINE Wide widened(const From* from) {
        Element all[L::bytes];
        for (std::size_t i = 0; i < L::bytes; ++i) {
            all[i] = static_cast<Element>(static_cast<std::int64_t>(from[i]));
        }
        Wide wide;
        std::memcpy(wide.part, all, sizeof all);
        return wide;
    }
    static ECZSCORE_INLINE Wide of(typename L::U8 v) {
        std::uint8_t bytes[L::bytes];
        std::memcpy(bytes, &v, sizeof v);
        return widened(bytes);
    }
    static ECZSCORE_INLINE Wide mask(typename L::U8 v) {
        std::int8_t bytes[L::bytes];
        std::memcpy(bytes, &v, sizeof v);
        return widened(bytes);
    }
    static ECZSCORE_INLINE Wide load(const std::uint32_t* from) { return widened(from); }
    /// Neither operand is above 2^53.
    static ECZSCORE_INLINE V at_least(V a, Element b) {
        return V(typename L::I64(a) > static_cast<std::int64_t>(b - 1));
    }
    /// Every lane is a byte.
    ECZSCORE_INLINE typename L::U8 narrow() const {
        Element all[L::bytes];
        store(all);
        std::uint8_t bytes[L::bytes];
        for (std::size_t i = 0; i < L::bytes; ++i) bytes[i] = static_cast<std::uint8_t>(all[i]);
        return L::template load<typename L::U8>(bytes);
    }
    ECZSCORE_INLINE void store(Element* to) const { std::memcpy(to, part, sizeof part); }
};

}  // namespace eczscore::detail
