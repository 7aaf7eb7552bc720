// SPDX-License-Identifier: BSL-1.0
// Feeds a kernel: byte columns as they are, other columns packed in blocks that stay in cache, the
// last rows from a padded copy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "eczscore/score/detail/batch_kernel.hpp"
#include "eczscore/score/detail/batch_pack.hpp"

namespace eczscore::detail {

/// One request to a kernel. The functions decide single cells and are compiled for any processor.
struct KernelCall {
    const Instrument* instrument;
    const Column* items;
    Column age;
    std::size_t rows;
    KernelOutput out;
    const Scale* scales;  ///< one per item
    DecideCell cell;
    DecideYears years;
};

/// Whether both limits of a scale are floats.
consteval bool floats_hold(double lowest, double highest) {
    return double{static_cast<float>(lowest)} == lowest &&
           double{static_cast<float>(highest)} == highest;
}

template <class Target, const Instrument& instrument>
struct Runner {
    using K = Kernel<Target, instrument>;
    static constexpr const Shape& shape = K::shape;
    static constexpr std::size_t lanes = K::rows;
    static constexpr std::size_t block = pack_block;
    static constexpr std::size_t buffers = shape.wides > 0 ? shape.wides : 1;

    /// A block of packed rows, in cache.
    struct Block {
        alignas(64) std::uint8_t code[shape.items][block];
        alignas(64) std::uint32_t wide[buffers][shape.wides > 0 ? block : 1];
        alignas(64) std::uint8_t years[block];
        alignas(64) std::uint8_t rounded[block];
        bool any_rounded;
    };

    static ECZSCORE_INLINE std::size_t padded(std::size_t n) {
        return (n + lanes - 1) / lanes * lanes;
    }

    // --- One column of a block ------------------------------------------------------------------

    struct Place {
        const Column* column;
        std::size_t row;
        std::size_t n;
        std::size_t item;
    };

    static __attribute__((noinline)) void decide_cells(const KernelCall& call, const Place& place,
                                                       std::size_t from, std::size_t to,
                                                       std::uint32_t* wide, Block& block_) {
        for (std::size_t i = from; i < to; ++i) {
            const Decided cell = call.cell(call.scales[place.item], *place.column, place.row + i);
            block_.code[place.item][i] = cell.code;
            if (wide != nullptr) wide[i] = cell.units;
            if (cell.rounded) {
                block_.rounded[i] = 1;
                block_.any_rounded = true;
            }
        }
    }

    template <std::size_t i, class T>
    static ECZSCORE_INLINE void pack(const KernelCall& call, const T* from, const Place& place,
                                     Block& block_) {
        constexpr const ShapeItem& item = shape.item[i];
        constexpr const Scale scale = item_at(instrument, i).scale;
        if constexpr (item.wide) {
            pack_wide<i>(call, from, place, block_);
        } else {
            constexpr auto units = static_cast<double>(scale.units_per_point);
            pack_codes<Target>(from, place.n, units, item.max, block_.code[i],
                               [&](std::size_t first, std::size_t last) ECZSCORE_LAMBDA {
                                   decide_cells(call, place, first, last, nullptr, block_);
                               });
        }
    }
    template <std::size_t i, class T>
    static ECZSCORE_INLINE void pack_wide(const KernelCall& call, const T* from, const Place& place,
                                          Block& block_) {
        using P = Packer<Target, T>;
        constexpr const Scale scale = item_at(instrument, i).scale;
        constexpr double lowest = scale.min.to_double();
        constexpr double highest = scale.max.to_double();
        std::uint32_t* wide = block_.wide[shape.item[i].wide_index];
        std::uint8_t* code = block_.code[i];
        std::size_t at = 0;
        bool blanks = false;
        bool hundredths = sizeof(T) == 4 && floats_hold(lowest, highest);
        for (; highest < 256 && at + P::group <= place.n; at += P::group) {
            std::uint32_t missing[P::group];
            P::fetch_ahead(from + at);
            if constexpr (sizeof(T) == 4) {
                hundredths =
                    hundredths && fast_hundredths<Target>(from + at, static_cast<float>(lowest),
                                                          static_cast<float>(highest), wide + at);
            }
            if (hundredths) {
                classes<i>(wide + at, code + at);
                continue;
            }
            if (!blanks &&
                P::template fast_units<false>(from + at, lowest, highest, wide + at, missing)) {
                classes<i>(wide + at, code + at);
                continue;
            }
            blanks = true;
            if (P::template fast_units<true>(from + at, lowest, highest, wide + at, missing)) {
                for (std::size_t k = 0; k < P::group; ++k) {
                    const std::uint32_t x = missing[k] | (wide[at + k] > 0 ? 1 : 0);
                    code[at + k] = static_cast<std::uint8_t>(x);
                }
            } else {
                decide_cells(call, place, at, at + P::group, wide, block_);
            }
        }
        decide_cells(call, place, at, place.n, wide, block_);
    }
    /// Whether the domain of this item has a multiplying item.
    static consteval bool has_multiplier(std::size_t item) {
        for (std::size_t d = 0; d < shape.domains; ++d) {
            if (item >= shape.domain[d].first && item < shape.domain[d].end) {
                return shape.domain[d].multipliers > 0;
            }
        }
        return false;
    }
    /// The byte beside a 32-bit count says whether it is above zero; read only beside multipliers.
    template <std::size_t i>
    static ECZSCORE_INLINE void classes(const std::uint32_t* wide, std::uint8_t* code) {
        if constexpr (has_multiplier(i)) {
            for (std::size_t k = 0; k < 16; ++k) code[k] = wide[k] > 0 ? 1 : 0;
        } else {
            std::memset(code, 0, 16);
        }
    }

    template <std::size_t i>
    static ECZSCORE_INLINE void place_column(const KernelCall& call, std::size_t row, std::size_t n,
                                             Block& block_, KernelInput& in) {
        constexpr const ShapeItem& item = shape.item[i];
        const Column& column = call.items[i];
        const Place place{&column, row, n, i};
        in.code[i] = block_.code[i];
        if constexpr (item.wide) in.wide[item.wide_index] = block_.wide[item.wide_index];
        if (!column.has_data()) {
            std::memset(block_.code[i], code_missing, n);
            if constexpr (item.wide) std::memset(block_.wide[item.wide_index], 0, n * 4);
        } else if (column.type() == Column::Type::float64) {
            pack<i>(call, column.doubles() + row, place, block_);
        } else if (column.type() == Column::Type::float32) {
            pack<i>(call, column.floats() + row, place, block_);
        } else if constexpr (item.wide) {
            points<i>(column.codes() + row, n, block_);
        } else if (n % lanes == 0) {
            in.code[i] = column.codes() + row;
        } else {
            std::memcpy(block_.code[i], column.codes() + row, n);
        }
        if (in.code[i] == block_.code[i] && padded(n) != n) {
            std::memset(block_.code[i] + n, 0, padded(n) - n);
            if constexpr (item.wide) {
                std::memset(block_.wide[item.wide_index] + n, 0, (padded(n) - n) * 4);
            }
        }
    }
    /// Whole points of an item with a finer scale.
    template <std::size_t i>
    static ECZSCORE_INLINE void points(const std::uint8_t* from, std::size_t n, Block& block_) {
        constexpr const Scale scale = item_at(instrument, i).scale;
        constexpr auto lowest = static_cast<int>(scale.min.ceil());
        constexpr auto highest = static_cast<int>(scale.max.floor());
        constexpr auto units = static_cast<std::uint32_t>(scale.units_per_point);
        std::uint32_t* wide = block_.wide[shape.item[i].wide_index];
        std::uint8_t* code = block_.code[i];
        for (std::size_t k = 0; k < n; ++k) {
            const std::uint8_t x = from[k];
            const bool value = x >= lowest && x <= highest;
            const bool none = x == code_missing || x == code_not_relevant;
            wide[k] = value ? x * units : 0;
            code[k] = value ? std::uint8_t(x > 0) : none ? x : code_invalid;
        }
    }

    static ECZSCORE_INLINE void place_years(const KernelCall& call, std::size_t row, std::size_t n,
                                            Block& block_, KernelInput& in) {
        if constexpr (shape.needs_age) {
            const Column& column = call.age;
            in.years = block_.years;
            if (column.has_data() && column.type() == Column::Type::codes && n % lanes == 0) {
                in.years = column.codes() + row;
                return;
            }
            std::memset(block_.years, code_missing, padded(n));
            if (!column.has_data()) return;
            if (column.type() == Column::Type::codes) {
                std::memcpy(block_.years, column.codes() + row, n);
            } else if (column.type() == Column::Type::float64) {
                pack_years(call, column.doubles() + row, row, n, block_.years);
            } else {
                pack_years(call, column.floats() + row, row, n, block_.years);
            }
        }
    }
    template <class T>
    static ECZSCORE_INLINE void pack_years(const KernelCall& call, const T* from, std::size_t row,
                                           std::size_t n, std::uint8_t* years) {
        for (std::size_t i = 0; i < n; ++i) {
            const double v = from[i];
            const bool in_range = v >= 0 && v <= 130;
            const int whole = static_cast<int>(in_range ? v : 0);
            // Just below a birthday the rounding to six places decides.
            if (in_range && v - whole < 0.999)
                years[i] = static_cast<std::uint8_t>(whole);
            else
                years[i] = call.years(call.age, row + i);
        }
    }

    // --- Blocks ---------------------------------------------------------------------------------

    static ECZSCORE_INLINE KernelOutput shifted(const KernelOutput& out, std::size_t row) {
        KernelOutput rest = out;
        if (out.units16 != nullptr) rest.units16 += row;
        if (out.units32 != nullptr) rest.units32 += row;
        if (out.units64 != nullptr) rest.units64 += row;
        if (out.value != nullptr) rest.value += row;
        if (out.band != nullptr) rest.band += row;
        if (out.status != nullptr) rest.status += row;
        if (out.warning != nullptr) rest.warning += row;
        for (std::size_t d = 0; d < shape.domains; ++d) {
            rest.domain[d] = out.domain[d] == nullptr ? nullptr : out.domain[d] + row;
        }
        return rest;
    }

    /// Results of the last, incomplete vector.
    struct Spare {
        std::uint16_t units16[lanes];
        std::uint32_t units32[lanes];
        std::uint64_t units64[lanes];
        double value[lanes];
        std::uint8_t band[lanes];
        std::uint8_t status[lanes];
        std::uint8_t warning[lanes];
        std::uint32_t domain[shape.domains][lanes];
    };
    template <class T>
    static ECZSCORE_INLINE void copy_back(T* to, const T* from, std::size_t n) {
        if (to != nullptr) std::memcpy(to, from, n * sizeof(T));
    }
    static __attribute__((noinline)) void run_last(const KernelInput& in, const KernelOutput& out,
                                                   std::size_t n) {
        Spare spare;
        KernelOutput mine = out;
        if (out.units16 != nullptr) mine.units16 = spare.units16;
        if (out.units32 != nullptr) mine.units32 = spare.units32;
        if (out.units64 != nullptr) mine.units64 = spare.units64;
        if (out.value != nullptr) mine.value = spare.value;
        if (out.band != nullptr) mine.band = spare.band;
        if (out.status != nullptr) mine.status = spare.status;
        if (out.warning != nullptr) mine.warning = spare.warning;
        for (std::size_t d = 0; d < shape.domains; ++d) {
            if (out.domain[d] != nullptr) mine.domain[d] = spare.domain[d];
        }
        K::run(in, mine, 1);
        copy_back(out.units16, spare.units16, n);
        copy_back(out.units32, spare.units32, n);
        copy_back(out.units64, spare.units64, n);
        copy_back(out.value, spare.value, n);
        copy_back(out.band, spare.band, n);
        copy_back(out.status, spare.status, n);
        copy_back(out.warning, spare.warning, n);
        for (std::size_t d = 0; d < shape.domains; ++d) {
            copy_back(out.domain[d], spare.domain[d], n);
        }
    }

    static ECZSCORE_INLINE void run_rows(const KernelInput& in, const KernelOutput& out,
                                         std::size_t n) {
        K::run(in, out, n / lanes);
        const std::size_t done = n / lanes * lanes;
        if (done == n) return;
        KernelInput last = in;
        for (std::size_t i = 0; i < shape.items; ++i) last.code[i] += done;
        for (std::size_t w = 0; w < shape.wides; ++w) last.wide[w] += done;
        if (shape.needs_age) last.years += done;
        run_last(last, shifted(out, done), n - done);
    }

    static __attribute__((noinline)) void run_block(const KernelCall& call, std::size_t row,
                                                    std::size_t n) {
        Block packed;
        packed.any_rounded = false;
        std::memset(packed.rounded, 0, sizeof packed.rounded);
        KernelInput in{};
        each<shape.items>([&](auto i)
                              ECZSCORE_LAMBDA { place_column<i>(call, row, n, packed, in); });
        place_years(call, row, n, packed, in);
        const KernelOutput out = shifted(call.out, row);
        run_rows(in, out, n);
        if (packed.any_rounded && out.warning != nullptr) {
            for (std::size_t i = 0; i < n; ++i) out.warning[i] |= packed.rounded[i];
        }
    }

    static ECZSCORE_INLINE bool all_bytes(const KernelCall& call) {
        if (shape.wides > 0) return false;
        bool bytes = true;
        for (std::size_t i = 0; i < shape.items; ++i) {
            bytes =
                bytes && call.items[i].has_data() && call.items[i].type() == Column::Type::codes;
        }
        if (!shape.needs_age) return bytes;
        return bytes && call.age.has_data() && call.age.type() == Column::Type::codes;
    }

    static void run(const KernelCall& call) {
        std::size_t row = 0;
        if (all_bytes(call)) {
            KernelInput in{};
            for (std::size_t i = 0; i < shape.items; ++i) in.code[i] = call.items[i].codes();
            in.years = shape.needs_age ? call.age.codes() : nullptr;
            row = call.rows / lanes * lanes;
            K::run(in, call.out, row / lanes);
        }
        while (row < call.rows) {
            const std::size_t rest = call.rows - row;
            const std::size_t n = rest < block ? rest : block;
            run_block(call, row, n);
            row += n;
        }
    }
};

}  // namespace eczscore::detail
