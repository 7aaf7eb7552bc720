// SPDX-License-Identifier: BSL-1.0
// Cells into codes with AVX-512: sixteen rows of a column at a time; built for x86-64-v4.
#include <immintrin.h>

#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"  // g++ 12 in its own header (GCC bug 105593)
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif

#include "cell_levels.hpp"

namespace eczscore::kernels {
namespace {

/// The element of a table of 64 at each index.
[[gnu::always_inline]] inline __m512i look_up(const std::uint32_t* table, __m512i index,
                                              __mmask16 upper) {
    const __m512i low =
        _mm512_permutex2var_epi32(_mm512_loadu_si512(table), index, _mm512_loadu_si512(table + 16));
    const __m512i high = _mm512_permutex2var_epi32(_mm512_loadu_si512(table + 32), index,
                                                   _mm512_loadu_si512(table + 48));
    return _mm512_mask_blend_epi32(upper, low, high);
}

/// Sixteen cells; returns which are unknown.
[[gnu::always_inline]] inline __mmask16 read_sixteen(const char* data, __m512i before, __m512i end,
                                                     const CellLevels& levels,
                                                     std::uint8_t* codes) {
    const __m512i from = _mm512_add_epi32(before, _mm512_set1_epi32(1));
    const __m512i length = _mm512_sub_epi32(end, from);
    const __m512i text = _mm512_i32gather_epi32(from, data, 1);
    // A shift by 32, of an empty cell, leaves 0; so does that of a long cell, which is unknown.
    const __m512i spare = _mm512_sub_epi32(_mm512_set1_epi32(32), _mm512_slli_epi32(length, 3));
    const __m512i key = _mm512_sllv_epi32(text, spare);
    const __m512i factor = _mm512_set1_epi32(static_cast<int>(levels.factor));
    const __m512i place = _mm512_srli_epi32(_mm512_mullo_epi32(key, factor), 26);
    const __mmask16 upper = _mm512_test_epi32_mask(place, _mm512_set1_epi32(32));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(codes),
                     _mm512_cvtepi32_epi8(look_up(levels.codes, place, upper)));
    return static_cast<__mmask16>(
        _mm512_cmpneq_epi32_mask(look_up(levels.keys, place, upper), key) |
        _mm512_cmpgt_epu32_mask(length, _mm512_set1_epi32(4)));
}

}  // namespace

void read_cell_levels_avx512(const char* data, const std::uint32_t* ends, std::size_t stride,
                             CellColumn* columns, std::size_t count) noexcept {
    const __m512i rows = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    const __m512i offsets = _mm512_mullo_epi32(rows, _mm512_set1_epi32(static_cast<int>(stride)));
    for (std::size_t c = 0; c < count; ++c) columns[c].unknown = 0;
    for (std::size_t row = 0; row < cell_rows; row += 16, ends += 16 * stride) {
        __m512i before = _mm512_i32gather_epi32(offsets, ends - 1, 4);
        for (std::size_t c = 0; c < count; ++c) {
            const __m512i end = _mm512_i32gather_epi32(offsets, ends + c, 4);
            const __mmask16 unknown =
                read_sixteen(data, before, end, *columns[c].levels, columns[c].codes + row);
            columns[c].unknown |= std::uint64_t{unknown} << row;
            before = end;
        }
    }
}

}  // namespace eczscore::kernels
