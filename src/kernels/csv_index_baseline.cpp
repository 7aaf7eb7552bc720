// SPDX-License-Identifier: BSL-1.0
// The separator index with what every x86-64 has (SSE2); the portable one on other machines.
#include "csv_index.hpp"

#if defined(__SSE2__)

#include <emmintrin.h>

#include "csv_positions.hpp"

namespace eczscore::kernels {
namespace {

struct Lane {
    __m128i delimiter, newline, quote, least;

    Lane(char d, char n) noexcept
        : delimiter(_mm_set1_epi8(d)),
          newline(_mm_set1_epi8(n)),
          quote(_mm_set1_epi8('"')),
          least(_mm_set1_epi8(-1)) {}

    static std::uint64_t mask(__m128i x) noexcept {
        return static_cast<std::uint32_t>(_mm_movemask_epi8(x));
    }
    io::detail::CsvPiece load(const char* bytes) noexcept {
        io::detail::CsvPiece piece{0, 0, 0};
        for (int i = 0; i < 64; i += 16) {
            const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
            const __m128i lines = _mm_cmpeq_epi8(x, newline);
            least = _mm_min_epu8(least, x);
            piece.separators |= mask(_mm_or_si128(lines, _mm_cmpeq_epi8(x, delimiter))) << i;
            piece.newlines |= mask(lines) << i;
            piece.quotes |= mask(_mm_cmpeq_epi8(x, quote)) << i;
        }
        return piece;
    }
    static std::uint64_t prefix_xor(std::uint64_t x) noexcept {
        for (unsigned shift = 1; shift < 64; shift *= 2) x ^= x << shift;
        return x;
    }
    static int first(std::uint64_t bits) noexcept { return __builtin_ctzll(bits); }
    static std::uint32_t count(std::uint64_t bits) noexcept {
        std::uint32_t n = 0;
        for (; bits != 0; bits &= bits - 1) ++n;  // newlines are few
        return n;
    }
    static std::uint32_t* emit(std::uint64_t bits, std::uint32_t base,
                               std::uint32_t* out) noexcept {
        const __m128i zero = _mm_setzero_si128();
        for (std::uint32_t i = 0; i < 64; i += 8) {
            const unsigned byte = (bits >> i) & 255;
            const __m128i start = _mm_set1_epi32(static_cast<int>(base + i));
            const __m128i eight = _mm_unpacklo_epi8(
                _mm_loadl_epi64(reinterpret_cast<const __m128i*>(&csv_positions.eight[byte])),
                zero);
            _mm_storeu_si128(reinterpret_cast<__m128i*>(out),
                             _mm_add_epi32(_mm_unpacklo_epi16(eight, zero), start));
            _mm_storeu_si128(reinterpret_cast<__m128i*>(out + 4),
                             _mm_add_epi32(_mm_unpackhi_epi16(eight, zero), start));
            out += csv_positions.count[byte];
        }
        return out;
    }
    bool nul() const noexcept {
        return _mm_movemask_epi8(_mm_cmpeq_epi8(least, _mm_setzero_si128())) != 0;
    }
};

}  // namespace

io::CsvIndexed csv_index_baseline(const char* data, std::size_t size, char delimiter, char newline,
                                  std::uint32_t* ends) noexcept {
    return io::detail::csv_index_pieces<Lane>(data, size, delimiter, newline, ends);
}

}  // namespace eczscore::kernels

#else

namespace eczscore::kernels {

io::CsvIndexed csv_index_baseline(const char* data, std::size_t size, char delimiter, char newline,
                                  std::uint32_t* ends) noexcept {
    return io::csv_index_portable(data, size, delimiter, newline, ends);
}

}  // namespace eczscore::kernels

#endif
