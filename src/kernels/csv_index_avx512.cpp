// SPDX-License-Identifier: BSL-1.0
// The separator index with AVX-512 and its byte compress; built for x86-64-v4.
#include <immintrin.h>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("pclmul,avx512vbmi2"))), apply_to = function)
#else
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"  // g++ 12 in its own header (GCC bug 105593)
#pragma GCC target("pclmul,avx512vbmi2")
#endif

#include "csv_index.hpp"

namespace eczscore::kernels {
namespace {

struct Lane {
    __m512i delimiter, newline, quote, least;

    [[gnu::always_inline]] Lane(char d, char n) noexcept
        : delimiter(_mm512_set1_epi8(d)),
          newline(_mm512_set1_epi8(n)),
          quote(_mm512_set1_epi8('"')),
          least(_mm512_set1_epi8(-1)) {}

    [[gnu::always_inline]] io::detail::CsvPiece load(const char* bytes) noexcept {
        const __m512i x = _mm512_loadu_si512(bytes);
        const std::uint64_t lines = _mm512_cmpeq_epi8_mask(x, newline);
        least = _mm512_min_epu8(least, x);
        return {lines | _mm512_cmpeq_epi8_mask(x, delimiter), lines,
                _mm512_cmpeq_epi8_mask(x, quote)};
    }
    [[gnu::always_inline]] static std::uint64_t prefix_xor(std::uint64_t x) noexcept {
        return static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_clmulepi64_si128(
            _mm_cvtsi64_si128(static_cast<long long>(x)), _mm_set1_epi8(-1), 0)));
    }
    [[gnu::always_inline]] static int first(std::uint64_t bits) noexcept {
        return __builtin_ctzll(bits);
    }
    [[gnu::always_inline]] static std::uint32_t count(std::uint64_t bits) noexcept {
        return static_cast<std::uint32_t>(__builtin_popcountll(bits));
    }
    [[gnu::always_inline]] static void store(std::uint32_t* out, __m512i start,
                                             __m128i sixteen) noexcept {
        _mm512_storeu_si512(out, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(sixteen)));
    }
    [[gnu::always_inline]] static std::uint32_t* emit(std::uint64_t bits, std::uint32_t base,
                                                      std::uint32_t* out) noexcept {
        const __m512i every = _mm512_set_epi64(
            0x3f3e3d3c3b3a3938, 0x3736353433323130, 0x2f2e2d2c2b2a2928, 0x2726252423222120,
            0x1f1e1d1c1b1a1918, 0x1716151413121110, 0x0f0e0d0c0b0a0908, 0x0706050403020100);
        const __m512i set = _mm512_maskz_compress_epi8(bits, every);
        const __m512i start = _mm512_set1_epi32(static_cast<int>(base));
        const std::uint32_t n = count(bits);
        store(out, start, _mm512_castsi512_si128(set));
        store(out + 16, start, _mm512_extracti32x4_epi32(set, 1));
        if (n > 32) {
            store(out + 32, start, _mm512_extracti32x4_epi32(set, 2));
            store(out + 48, start, _mm512_extracti32x4_epi32(set, 3));
        }
        return out + n;
    }
    [[gnu::always_inline]] bool nul() const noexcept {
        return _mm512_cmpeq_epi8_mask(least, _mm512_setzero_si512()) != 0;
    }
};

}  // namespace

io::CsvIndexed csv_index_avx512(const char* data, std::size_t size, char delimiter, char newline,
                                std::uint32_t* ends) noexcept {
    return io::detail::csv_index_pieces<Lane>(data, size, delimiter, newline, ends);
}

}  // namespace eczscore::kernels

#if defined(__clang__)
#pragma clang attribute pop
#endif
