// SPDX-License-Identifier: BSL-1.0
// Scoring whole columns: the same meaning as score(), a vector of rows at a time.
//
//     eczscore::score_batch<easi::instrument>(in, out);      header-only, vectors of this build
//     eczscore::score_batch(instrument, in, out);            any instrument, one row at a time
//     eczscore::kernels::score_batch(instrument, in, out);   any instrument, this processor's
//                                                            vectors; link eczscore::kernels
//
// All three write the same bits. Nothing is allocated or thrown.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "eczscore/score/columns.hpp"
#include "eczscore/score/detail/batch_checks.hpp"
#include "eczscore/score/detail/batch_run.hpp"
#include "eczscore/score/detail/batch_scalar.hpp"
#include "eczscore/score/detail/outputs.hpp"

namespace eczscore {

/// Scores columns of any instrument, one row at a time.
/// in   one column per item in form order, the age where it chooses a form, the number of rows
/// out  the arrays to fill
/// returns  why nothing was scored, or `BatchError::none`: every row then has its `status`.
[[nodiscard]] inline BatchError score_batch(const Instrument& instrument, const BatchInput& in,
                                            const BatchOutput& out) {
    const BatchError error = detail::find_error(instrument, in, out);
    if (error == BatchError::none) detail::score_rows(instrument, in, out);
    return error;
}

namespace detail {

/// The vectors that this translation unit may use.
template <std::size_t vector_bytes>
struct ThisBuild {
    static constexpr std::size_t bytes = vector_bytes;
};
#if defined(__AVX512BW__)
inline constexpr std::size_t vector_bytes = 64;
#elif defined(__AVX2__)
inline constexpr std::size_t vector_bytes = 32;
#else
inline constexpr std::size_t vector_bytes = 16;
#endif

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
inline constexpr bool lanes_work_here = true;
#else
inline constexpr bool lanes_work_here = false;
#endif

/// Where the bands of a scheme begin; false when there are more than a kernel counts.
inline bool fill_bands(const Instrument& instrument, const BandScheme& scheme, std::int64_t offset,
                       KernelBands& to) {
    const BandStarts starts = band_starts(scheme, instrument.plan.denominator, offset);
    to.count = starts.count;
    for (std::size_t b = 0; b < starts.count; ++b) {
        to.start[b] = starts.at[b];
    }
    return starts.fits;
}

/// The wanted scheme, or every default one with its ages.
inline bool choose_bands(const Instrument& instrument, const BandScheme* wanted, KernelCall& call) {
    call.out.bands = call.bands;
    if (wanted != nullptr) {
        call.out.schemes = 1;
        return fill_bands(instrument, *wanted, call.shape->offset, call.bands[0]);
    }
    for (const BandScheme& own : instrument.bands) {
        if (!own.is_default) continue;
        if (call.out.schemes == max_age_bands) return false;
        KernelBands& to = call.bands[call.out.schemes++];
        to.everyone = own.ages.is_everyone();
        if (!fill_bands(instrument, own, call.shape->offset, to) ||
            !shape_years(own.ages, to.years))
            return false;
        call.uses_age |= !to.everyone && call.age.has_data();
    }
    return true;
}

/// The same for the scores of a formula, which are any ratios: one scheme for everyone.
inline bool choose_formula_bands(const Instrument& instrument, const BandScheme* wanted,
                                 KernelCall& call) {
    for (const BandScheme& own : instrument.bands) {
        if (wanted == nullptr && own.is_default && !own.ages.is_everyone()) return false;
    }
    const BandScheme* scheme = wanted != nullptr ? wanted : default_bands(instrument);
    if (scheme != nullptr && is_scheme_of(*scheme, instrument)) call.scheme = scheme;
    return true;
}

/// What a kernel is asked; false when only the row-wise way can do it.
inline bool make_call(const Instrument& instrument, const Shape& shape, const Layout& layout,
                      const BatchInput& in, const BatchOutput& out, const KernelScale* scales,
                      KernelCall& call) {
    call = KernelCall{};
    call.shape = &shape;
    call.layout = &layout;
    call.items = in.items.data();
    call.age = in.age;
    call.age_unit = in.age_unit;
    call.uses_age = shape.needs_age || (shape.ages_limited && in.age.has_data());
    call.rows = in.rows;
    call.scales = scales;
    call.cell = decide_cell;
    call.answer = decide;
    call.years = decide_years;
    static_cast<OutputArrays&>(call.out) = arrays_of(out);
    if (shape.by_formula) {
        call.formula = instrument.formula->of_columns;
        call.band = band_ratios;
        return out.band == nullptr || choose_formula_bands(instrument, out.scheme, call);
    }
    return out.band == nullptr || choose_bands(instrument, out.scheme, call);
}

/// Whether a kernel made for the shape does: it knows one scheme of bands.
inline bool template_does(const KernelCall& call) {
    return call.out.schemes == 0 || (call.out.schemes == 1 && call.bands[0].everyone);
}

constexpr KernelScale kernel_scale(const Scale& scale) {
    return {scale,
            static_cast<double>(scale.units_per_point),
            scale.min.to_double(),
            scale.max.to_double(),
            static_cast<int>(scale.min.ceil()),
            static_cast<int>(scale.max.floor()),
            whole_points_of(scale)};
}
inline void copy_scales(const Instrument& instrument, KernelScale (&scales)[max_items]) {
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
        scales[i] = kernel_scale(item.scale);
    });
}
/// The same, worked out by the compiler.
template <const Instrument& instrument>
inline constexpr auto kernel_scales = []<std::size_t... i>(std::index_sequence<i...>) consteval {
    return std::array<KernelScale, sizeof...(i)>{kernel_scale(item_at(instrument, i).scale)...};
}(std::make_index_sequence<instrument.plan.items>{});

}  // namespace detail

/// Scores columns of one instrument with the vectors that this translation unit is compiled for.
/// Parameters and result as above.
template <const Instrument& instrument, std::size_t vector_bytes = detail::vector_bytes>
[[nodiscard]] BatchError score_batch(const BatchInput& in, const BatchOutput& out) {
    const BatchError error = detail::find_error(instrument, in, out);
    if (error != BatchError::none) return error;
    if constexpr (detail::lanes_work_here) {
        static constexpr detail::Shape shape = detail::shape_of(instrument);
        static constexpr detail::Layout layout = detail::layout_of(shape);
        if constexpr (shape.fits) {
            using Target = detail::ThisBuild<vector_bytes>;
            detail::KernelCall call;
            if (detail::make_call(instrument, shape, layout, in, out,
                                  detail::kernel_scales<instrument>.data(), call)) {
                if constexpr (shape.fits_template) {
                    if (detail::template_does(call)) {
                        detail::run_template<Target, instrument>(call);
                        return error;
                    }
                }
                detail::run_table<Target>(call);
                return error;
            }
        }
    }
    detail::score_rows(instrument, in, out);
    return error;
}

/// Makes the codes of a byte column from a column of points, once, for an item whose scale has at
/// most 253 units; scoring bytes is several times as fast as scoring numbers.
/// codes    `rows` bytes to fill: units, or 255 where NaN; what is not on the scale becomes a byte
///          that is not on the scale either
/// rounded  null, or `rows` bytes: 1 where a number had more than six places, which a byte column
///          can no longer say in `warning`; else 0
/// returns  `units_do_not_fit` when the scale is too fine for bytes; then nothing is written
[[nodiscard]] inline BatchError pack(const Scale& scale, const Column& from, std::size_t rows,
                                     std::uint8_t* codes, std::uint8_t* rounded = nullptr) {
    if (!detail::codes_are_units(scale) || scale.min < Exact(0))
        return BatchError::units_do_not_fit;
    if (rounded != nullptr) {
        for (std::size_t row = 0; row < rows; ++row) rounded[row] = 0;
    }
    const auto decide_range = [&](std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last; ++row) {
            const detail::Decided cell = detail::decide_cell(scale, from, row);
            codes[row] = cell.code;
            if (rounded != nullptr && cell.rounded) rounded[row] = 1;
        }
    };
    using Target = detail::ThisBuild<detail::vector_bytes>;
    if (!from.has_data() || from.is_dictionary()) {
        decide_range(0, rows);
        return BatchError::none;
    }
    const detail::Validity<Target> validity(from, 0);
    const auto units = static_cast<std::uint8_t>(scale.units_per_point);
    from.visit([&](const auto* values) {
        using T = std::remove_cvref_t<decltype(*values)>;
        if constexpr (std::is_floating_point_v<T>) {
            detail::pack_codes<Target>(values, validity, rows, units, 0,
                                       static_cast<std::uint16_t>(scale.max_units()), codes,
                                       decide_range);
        } else if constexpr (ColumnInteger<T>) {
            detail::pack_whole<Target>(values, validity, rows, detail::whole_points_of(scale),
                                       codes);
        } else {
            for (std::size_t row = 0; row < rows; ++row) codes[row] = values[row];
            validity.blank(rows, codes, nullptr);
        }
    });
    return BatchError::none;
}

/// Defined in the compiled target `eczscore::kernels`.
namespace kernels {

/// A set of instructions that the kernels are compiled for.
enum class BatchTarget : std::uint8_t {
    best,      ///< the widest that this processor has
    baseline,  ///< what every processor of this kind has
    avx2,      ///< x86-64-v3
    avx512     ///< x86-64-v4
};

/// How a batch is scored on this machine; the results are the same.
struct BatchOptions {
    BatchTarget target = BatchTarget::best;
    /// Threads at most, the calling one included; 0: one per processor. More than one is used only
    /// where every thread gets at least half a million rows.
    unsigned threads = 1;
};

/// Whether this build and this processor have a target.
[[nodiscard]] bool has_batch_target(BatchTarget target) noexcept;

/// Scores columns of any instrument with the processor's vectors; instruments that no kernel
/// fits, one row at a time. Parameters and result as above.
[[nodiscard]] BatchError score_batch(const Instrument& instrument, const BatchInput& in,
                                     const BatchOutput& out, BatchOptions options = {}) noexcept;

}  // namespace kernels

}  // namespace eczscore
