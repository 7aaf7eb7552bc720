// SPDX-License-Identifier: BSL-1.0
// Scores vectors of rows of an instrument with a formula: the rules about single answers and ages
// are those of every kernel, the rest is said by the formula, for a block of rows at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "eczscore/core/status.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/detail/batch_call.hpp"
#include "eczscore/score/detail/batch_layout.hpp"
#include "eczscore/score/detail/batch_rows.hpp"

namespace eczscore::detail {

/// Whether numerator / denominator is in a band that begins at `lower`, or in a later one. Both are
/// at most 2^53.
inline bool reaches(Edge lower, double numerator, double denominator) {
    const Int128 left = Int128{static_cast<std::int64_t>(numerator)} * lower.at.den();
    const Int128 right = Int128{lower.at.num()} * static_cast<std::int64_t>(denominator);
    return left > right || (lower.included && left == right);
}
/// The bands of scores; compiled once per program, for any processor.
inline void band_ratios(const BandScheme& scheme, const FormulaColumns& scores,
                        std::uint8_t* bands) {
    for (std::size_t row = 0; row < scores.rows; ++row) {
        bands[row] = 255;
        if (!is_scored(static_cast<Status>(scores.status[row]))) continue;
        double numerator = scores.numerators[row];
        double denominator = scores.denominators[row];
        if (scheme.on_rounded) {
            const auto score = Exact::ratio(static_cast<std::int64_t>(numerator),
                                            static_cast<std::int64_t>(denominator));
            numerator = static_cast<double>(score.rounded());
            denominator = 1;
        }
        std::size_t begun = 0;  // bands after the first
        for (std::size_t b = 1; b < scheme.bands.size(); ++b) {
            if (reaches(scheme.bands[b].lower, numerator, denominator)) ++begun;
        }
        bands[row] = static_cast<std::uint8_t>(begun);
    }
}

template <class Target>
struct FormulaKernel {
    using Ref = TableShape<Target>;
    using R = Rows<Target, Ref, 2, Features::products>;
    using L = typename R::L;
    using U8 = typename R::U8;
    static constexpr std::size_t rows = L::bytes;
    static constexpr std::size_t block = 256;
    static_assert(block % rows == 0);

    const Ref& ref;
    const KernelCall& call;

    /// What the formula says of a block.
    struct Scores {
        double numerators[block];
        double denominators[block];
        alignas(64) std::uint8_t status[block];
        alignas(64) std::uint8_t odd[block];
    };

    /// Statuses of rows that no formula is asked about: an answer that is not allowed, the age.
    ECZSCORE_INLINE U8 judge_cells(const KernelInput& in, std::size_t row) const {
        typename R::Found found;
        R::read_age(ref, in, row, found);
        for (std::size_t i = 0; i < ref.shape.items; ++i) {
            const U8 x = R::code(in, i, row);
            found.wrong |= ~(R::is_value(ref, i, x) | L::equal(x, code_missing));
        }
        return R::judge(ref, found, U8{});
    }

    ECZSCORE_INLINE void score_block(const KernelInput& in, const KernelOutput& out,
                                     std::size_t row, std::size_t n) const {
        Scores scores;
        const std::uint8_t* codes[max_items];
        const std::uint32_t* counts[max_items];
        for (std::size_t i = 0; i < ref.shape.items; ++i) {
            const ShapeItem& item = ref.shape.item[i];
            codes[i] = in.code[i] + row;
            counts[i] = item.wide ? in.wide[item.wide_index] + row : nullptr;
        }
        const FormulaColumns columns{.items = ref.shape.items,
                                     .codes = codes,
                                     .counts = counts,
                                     .rows = n,
                                     .numerators = scores.numerators,
                                     .denominators = scores.denominators,
                                     .status = scores.status,
                                     .odd = scores.odd};
        call.formula(columns);
        for (std::size_t v = 0; v < n; v += rows) {
            const U8 before = judge_cells(in, row + v);
            const U8 open = L::equal(before, 0);
            const U8 status = before | (L::template load<U8>(scores.status + v) & open);
            L::store(scores.status + v, status);
            if (out.warning != nullptr) {
                L::store(out.warning + row + v, L::template load<U8>(scores.odd + v) & open);
            }
            if (out.status != nullptr) L::store(out.status + row + v, status);
        }
        if (out.value != nullptr) put_values(scores, n, out.value + row);
        if (out.band == nullptr) return;
        if (call.scheme != nullptr)
            call.band(*call.scheme, columns, out.band + row);
        else
            std::memset(out.band + row, 255, n);
    }
    static ECZSCORE_INLINE void put_values(const Scores& scores, std::size_t n, double* to) {
        for (std::size_t k = 0; k < n; ++k) {
            const bool has_score = scores.status[k] <= static_cast<std::uint8_t>(Status::imputed);
            const double divisor = has_score ? scores.denominators[k] : 1.0;  // else it may be 0
            const double value = scores.numerators[k] / divisor;
            to[k] = has_score ? value : __builtin_nan("");
        }
    }

    /// Scores `vectors` x `rows` rows.
    static void run(const void* table, const KernelInput& in, const KernelOutput& out,
                    std::size_t vectors) {
        const auto& kernel = *static_cast<const FormulaKernel*>(table);
        const std::size_t all = vectors * rows;
        for (std::size_t row = 0; row < all; row += block) {
            kernel.score_block(in, out, row, all - row < block ? all - row : block);
        }
    }
};

}  // namespace eczscore::detail
