// SPDX-License-Identifier: BSL-1.0
// Sums of many resamples side by side: 16 replicates with AVX-512, 8 with AVX2, the words and the
// order of additions being those of one replicate at a time.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/stats/detail/philox.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#define ECZSCORE_RESAMPLE_X86 1
// GCC 12 and 13 take the deliberately undefined operands of these intrinsics for mistakes (bug
// 105593).
#if !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
// Without optimisation they are macros that narrow a mask in the code that uses them.
#pragma GCC diagnostic ignored "-Wsign-conversion"
#endif
#include <immintrin.h>

namespace eczscore::stats::detail {

/// What a group of replicates adds up: one table, or two with the same draws.
struct ResampleTables {
    const double* first = nullptr;
    const double* second = nullptr;  ///< null: one table
    std::uint32_t n = 0;
};

/// The first three rounds for a block, of which all lanes share much: two lanes of a counter differ
/// in the low word of the replicate alone. What is the same in all lanes is computed once.
struct PhiloxStart {
    std::uint64_t constant;  ///< first product of the high word of the replicate
    std::uint32_t d, e, f, g;
    PhiloxKey key;  ///< of the fourth round

    PhiloxStart(std::uint64_t seed, std::uint32_t stream, std::uint32_t high, std::uint32_t block)
        : constant(std::uint64_t{philox_multiplier[1]} * high), key(philox_key(seed)) {
        const std::uint64_t p = std::uint64_t{philox_multiplier[0]} * block;
        const auto c2 = static_cast<std::uint32_t>(p >> 32) ^ stream ^ key[1];
        next();
        d = static_cast<std::uint32_t>(p) ^ key[1];
        const std::uint64_t q = std::uint64_t{philox_multiplier[1]} * c2;
        const auto c0 =
            static_cast<std::uint32_t>(q >> 32) ^ static_cast<std::uint32_t>(constant) ^ key[0];
        next();
        const std::uint64_t r = std::uint64_t{philox_multiplier[0]} * c0;
        e = static_cast<std::uint32_t>(q) ^ key[0];
        f = static_cast<std::uint32_t>(r >> 32) ^ key[1];
        g = static_cast<std::uint32_t>(r);
        next();
    }
    /// What the low words are mixed with in the first round.
    static std::uint32_t first(std::uint64_t seed, std::uint32_t high) {
        const std::uint64_t q = std::uint64_t{philox_multiplier[1]} * high;
        return static_cast<std::uint32_t>(q >> 32) ^ philox_key(seed)[0];
    }

private:
    void next() { key = {key[0] + philox_key_step[0], key[1] + philox_key_step[1]}; }
};

// 64-bit lanes hold one 32-bit word each, in their low half: a product needs no shuffle, and what
// is left in the high half is never read.
#define ECZSCORE_AVX512 __attribute__((target("avx512f"), always_inline)) inline

struct Philox512 {
    __m512i c0, c1, c2, c3;
};
ECZSCORE_AVX512 void philox_rounds_512(Philox512& c, PhiloxKey key, int round) {
    const __m512i m0 = _mm512_set1_epi64(philox_multiplier[0]);
    const __m512i m1 = _mm512_set1_epi64(philox_multiplier[1]);
    for (; round < philox_rounds; ++round) {
        const __m512i p = _mm512_mul_epu32(c.c0, m0);
        const __m512i q = _mm512_mul_epu32(c.c2, m1);
        const __m512i k0 = _mm512_set1_epi64(key[0]);
        const __m512i k1 = _mm512_set1_epi64(key[1]);
        c.c0 = _mm512_ternarylogic_epi64(_mm512_srli_epi64(q, 32), c.c1, k0, 0x96);
        c.c2 = _mm512_ternarylogic_epi64(_mm512_srli_epi64(p, 32), c.c3, k1, 0x96);
        c.c1 = q;
        c.c3 = p;
        key = {key[0] + philox_key_step[0], key[1] + philox_key_step[1]};
    }
}
/// All rounds; `low` is the product of the second round, which does not depend on the block.
ECZSCORE_AVX512 Philox512 philox_512(const PhiloxStart& start, __m512i low) {
    const __m512i mixed = _mm512_xor_si512(_mm512_srli_epi64(low, 32), _mm512_set1_epi64(start.d));
    const __m512i q = _mm512_mul_epu32(mixed, _mm512_set1_epi64(philox_multiplier[1]));
    Philox512 c{_mm512_xor_si512(_mm512_srli_epi64(q, 32), _mm512_set1_epi64(start.e)), q,
                _mm512_xor_si512(low, _mm512_set1_epi64(start.f)), _mm512_set1_epi64(start.g)};
    philox_rounds_512(c, start.key, 3);
    return c;
}
/// Adds the values drawn by eight words; `least` keeps the least low half, to see rejections.
ECZSCORE_AVX512 void draw_512(const ResampleTables& tables, __m512i words, __m512i n,
                              __m512i& least, __m512d& first, __m512d& second) {
    const __m512i product = _mm512_mul_epu32(words, n);
    // Low halves compare as unsigned words; the index in the high half is masked away from them.
    least = _mm512_min_epu32(least, product);
    const __m512i index = _mm512_srli_epi64(product, 32);
    first = _mm512_add_pd(first, _mm512_i64gather_pd(index, tables.first, 8));
    if (tables.second != nullptr) {
        second = _mm512_add_pd(second, _mm512_i64gather_pd(index, tables.second, 8));
    }
}

/// Replicates `from` .. from + 15, whose high words are equal. Returns a bit for each that a
/// rejection touched: draw it alone.
__attribute__((target("avx512f"))) inline std::uint32_t resample_512(
    const ResampleTables& tables, std::uint64_t seed, std::uint32_t stream, std::uint64_t from,
    double* first, double* second) {
    const __m512i n = _mm512_set1_epi64(tables.n);
    const __m512i lane = _mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7);
    const auto high_word = static_cast<std::uint32_t>(from >> 32);
    const __m512i low = _mm512_add_epi64(_mm512_set1_epi64(static_cast<std::uint32_t>(from)), lane);
    const __m512i high = _mm512_add_epi64(low, _mm512_set1_epi64(8));
    const __m512i mix = _mm512_set1_epi64(PhiloxStart::first(seed, high_word));
    const __m512i m0 = _mm512_set1_epi64(philox_multiplier[0]);
    const __m512i second_low_lanes = _mm512_mul_epu32(_mm512_xor_si512(low, mix), m0);
    const __m512i second_high_lanes = _mm512_mul_epu32(_mm512_xor_si512(high, mix), m0);
    __m512i least_low = _mm512_set1_epi64(-1);
    __m512i least_high = least_low;
    __m512d first_low = _mm512_setzero_pd();
    __m512d first_high = first_low;
    __m512d second_low = first_low;
    __m512d second_high = first_low;
    for (std::uint32_t done = 0, block = 0; done < tables.n; done += 4, ++block) {
        const PhiloxStart start(seed, stream, high_word, block);
        const Philox512 a = philox_512(start, second_low_lanes);
        const Philox512 b = philox_512(start, second_high_lanes);
        const std::uint32_t left = tables.n - done;
        draw_512(tables, a.c0, n, least_low, first_low, second_low);
        draw_512(tables, b.c0, n, least_high, first_high, second_high);
        if (left < 2) break;
        draw_512(tables, a.c1, n, least_low, first_low, second_low);
        draw_512(tables, b.c1, n, least_high, first_high, second_high);
        if (left < 3) break;
        draw_512(tables, a.c2, n, least_low, first_low, second_low);
        draw_512(tables, b.c2, n, least_high, first_high, second_high);
        if (left < 4) break;
        draw_512(tables, a.c3, n, least_low, first_low, second_low);
        draw_512(tables, b.c3, n, least_high, first_high, second_high);
    }
    _mm512_storeu_pd(first, first_low);
    _mm512_storeu_pd(first + 8, first_high);
    if (second != nullptr) {
        _mm512_storeu_pd(second, second_low);
        _mm512_storeu_pd(second + 8, second_high);
    }
    const __m512i words = _mm512_set1_epi64(0xFFFFFFFFll);
    const __m512i rejected = _mm512_set1_epi64(rejected_below(tables.n));
    const std::uint32_t touched_low =
        _mm512_cmplt_epu64_mask(_mm512_and_si512(least_low, words), rejected);
    const std::uint32_t touched_high =
        _mm512_cmplt_epu64_mask(_mm512_and_si512(least_high, words), rejected);
    return touched_low | touched_high << 8;
}

#define ECZSCORE_AVX2 __attribute__((target("avx2"), always_inline)) inline

struct Philox256 {
    __m256i c0, c1, c2, c3;
};
ECZSCORE_AVX2 void philox_rounds_256(Philox256& c, PhiloxKey key) {
    const __m256i m0 = _mm256_set1_epi64x(philox_multiplier[0]);
    const __m256i m1 = _mm256_set1_epi64x(philox_multiplier[1]);
    for (int round = 0; round < philox_rounds; ++round) {
        const __m256i p = _mm256_mul_epu32(c.c0, m0);
        const __m256i q = _mm256_mul_epu32(c.c2, m1);
        const __m256i k0 = _mm256_set1_epi64x(key[0]);
        const __m256i k1 = _mm256_set1_epi64x(key[1]);
        c.c0 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(q, 32), c.c1), k0);
        c.c2 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(p, 32), c.c3), k1);
        c.c1 = q;
        c.c3 = p;
        key = {key[0] + philox_key_step[0], key[1] + philox_key_step[1]};
    }
}
ECZSCORE_AVX2 void draw_256(const ResampleTables& tables, __m256i words, __m256i n, __m256i& least,
                            __m256d& first, __m256d& second) {
    const __m256i product = _mm256_mul_epu32(words, n);
    least = _mm256_min_epu32(least, product);
    const __m256i index = _mm256_srli_epi64(product, 32);
    first = _mm256_add_pd(first, _mm256_i64gather_pd(tables.first, index, 8));
    if (tables.second != nullptr) {
        second = _mm256_add_pd(second, _mm256_i64gather_pd(tables.second, index, 8));
    }
}

/// Replicates `from` .. from + 7, as above.
__attribute__((target("avx2"))) inline std::uint32_t resample_256(const ResampleTables& tables,
                                                                  std::uint64_t seed,
                                                                  std::uint32_t stream,
                                                                  std::uint64_t from, double* first,
                                                                  double* second) {
    const __m256i n = _mm256_set1_epi64x(tables.n);
    const __m256i lane = _mm256_setr_epi64x(0, 1, 2, 3);
    const __m256i low = _mm256_add_epi64(_mm256_set1_epi64x(static_cast<long long>(from)), lane);
    const __m256i high = _mm256_add_epi64(low, _mm256_set1_epi64x(4));
    __m256i least_low = _mm256_set1_epi64x(-1);
    __m256i least_high = least_low;
    __m256d first_low = _mm256_setzero_pd();
    __m256d first_high = first_low;
    __m256d second_low = first_low;
    __m256d second_high = first_low;
    for (std::uint32_t done = 0, block = 0; done < tables.n; done += 4, ++block) {
        const __m256i counter = _mm256_set1_epi64x(block);
        const __m256i streams = _mm256_set1_epi64x(stream);
        Philox256 a{counter, low, _mm256_srli_epi64(low, 32), streams};
        Philox256 b{counter, high, _mm256_srli_epi64(high, 32), streams};
        philox_rounds_256(a, philox_key(seed));
        philox_rounds_256(b, philox_key(seed));
        const std::uint32_t left = tables.n - done;
        draw_256(tables, a.c0, n, least_low, first_low, second_low);
        draw_256(tables, b.c0, n, least_high, first_high, second_high);
        if (left < 2) break;
        draw_256(tables, a.c1, n, least_low, first_low, second_low);
        draw_256(tables, b.c1, n, least_high, first_high, second_high);
        if (left < 3) break;
        draw_256(tables, a.c2, n, least_low, first_low, second_low);
        draw_256(tables, b.c2, n, least_high, first_high, second_high);
        if (left < 4) break;
        draw_256(tables, a.c3, n, least_low, first_low, second_low);
        draw_256(tables, b.c3, n, least_high, first_high, second_high);
    }
    _mm256_storeu_pd(first, first_low);
    _mm256_storeu_pd(first + 4, first_high);
    if (second != nullptr) {
        _mm256_storeu_pd(second, second_low);
        _mm256_storeu_pd(second + 4, second_high);
    }
    const __m256i words = _mm256_set1_epi64x(0xFFFFFFFFll);
    const __m256i rejected = _mm256_set1_epi64x(rejected_below(tables.n));
    // Both sides are below 2^32: the signed comparison is right.
    const __m256i below_low = _mm256_cmpgt_epi64(rejected, _mm256_and_si256(least_low, words));
    const __m256i below_high = _mm256_cmpgt_epi64(rejected, _mm256_and_si256(least_high, words));
    const int touched_low = _mm256_movemask_pd(_mm256_castsi256_pd(below_low));
    const int touched_high = _mm256_movemask_pd(_mm256_castsi256_pd(below_high));
    return static_cast<std::uint32_t>(touched_low | touched_high << 4);
}

#undef ECZSCORE_AVX512
#undef ECZSCORE_AVX2

}  // namespace eczscore::stats::detail

#if !defined(__clang__)
#pragma GCC diagnostic pop
#endif
#endif
