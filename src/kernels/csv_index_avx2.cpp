// SPDX-License-Identifier: BSL-1.0
// The separator index with AVX2 and carry-less multiply; built for x86-64-v3.
#include <immintrin.h>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("pclmul"))), apply_to = function)
#else
#pragma GCC target("pclmul")
#endif

#include "csv_index.hpp"
#include "csv_positions.hpp"

namespace eczscore::kernels {
namespace {

struct Lane {
    __m256i delimiter, newline, quote, least;

    [[gnu::always_inline]] Lane(char d, char n) noexcept
        : delimiter(_mm256_set1_epi8(d)),
          newline(_mm256_set1_epi8(n)),
          quote(_mm256_set1_epi8('"')),
          least(_mm256_set1_epi8(-1)) {}

    [[gnu::always_inline]] static std::uint64_t mask(__m256i x) noexcept {
        return static_cast<std::uint32_t>(_mm256_movemask_epi8(x));
    }
    [[gnu::always_inline]] io::detail::CsvPiece load(const char* bytes) noexcept {
        const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
        const __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + 32));
        const __m256i lines_a = _mm256_cmpeq_epi8(a, newline);
        const __m256i lines_b = _mm256_cmpeq_epi8(b, newline);
        const __m256i ends_a = _mm256_or_si256(lines_a, _mm256_cmpeq_epi8(a, delimiter));
        const __m256i ends_b = _mm256_or_si256(lines_b, _mm256_cmpeq_epi8(b, delimiter));
        least = _mm256_min_epu8(least, _mm256_min_epu8(a, b));
        return {mask(ends_a) | mask(ends_b) << 32, mask(lines_a) | mask(lines_b) << 32,
                mask(_mm256_cmpeq_epi8(a, quote)) | mask(_mm256_cmpeq_epi8(b, quote)) << 32};
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
    [[gnu::always_inline]] static std::uint32_t* emit(std::uint64_t bits, std::uint32_t base,
                                                      std::uint32_t* out) noexcept {
        const __m256i start = _mm256_set1_epi32(static_cast<int>(base));
#pragma GCC unroll 8
        for (std::uint32_t i = 0; i < 64; i += 8) {
            const unsigned byte = (bits >> i) & 255;
            const __m256i eight = _mm256_cvtepu8_epi32(
                _mm_loadl_epi64(reinterpret_cast<const __m128i*>(&csv_positions.eight[byte])));
            const __m256i from = _mm256_add_epi32(start, _mm256_set1_epi32(static_cast<int>(i)));
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), _mm256_add_epi32(eight, from));
            out += count(byte);
        }
        return out;
    }
    [[gnu::always_inline]] bool nul() const noexcept {
        return _mm256_movemask_epi8(_mm256_cmpeq_epi8(least, _mm256_setzero_si256())) != 0;
    }
};

}  // namespace

io::CsvIndexed csv_index_avx2(const char* data, std::size_t size, char delimiter, char newline,
                              std::uint32_t* ends) noexcept {
    return io::detail::csv_index_pieces<Lane>(data, size, delimiter, newline, ends);
}

}  // namespace eczscore::kernels

#if defined(__clang__)
#pragma clang attribute pop
#endif
