// SPDX-License-Identifier: BSL-1.0
// Feeds a kernel: byte columns as they are, other columns packed in blocks that stay in cache, the
// last rows from a padded copy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "eczscore/score/detail/batch_call.hpp"
#include "eczscore/score/detail/batch_wide.hpp"
#include "eczscore/score/detail/lanes.hpp"

namespace eczscore::detail {

/// A kernel and the table that it reads, if any: scores `vectors` whole vectors of rows.
struct KernelBody {
    void (*run)(const void* table, const KernelInput& in, const KernelOutput& out,
                std::size_t vectors);
    const void* table;
};

template <class Target>
struct Feeder {
    static constexpr std::size_t lanes = Target::bytes;

    /// A block of packed rows, in cache: for each row a byte an item, four bytes more for a wide
    /// one, the age, and whether an answer was rounded. It stands on the stack, which may be small:
    /// of a form with many wide items a block has fewer rows.
    struct Block {
        static constexpr std::size_t room = std::size_t{48} << 10;
        static constexpr std::size_t step = 64;  ///< of rows: columns stay aligned
        static_assert(room / (5 * max_items + 2) >= step && step % lanes == 0);

        explicit Block(const Shape& shape) : items(shape.items), wides(shape.wides) {
            const std::size_t most = room / (items + 4 * wides + 2) / step * step;
            rows = most < pack_block ? most : pack_block;
        }
        std::uint8_t* code(std::size_t item) { return bytes + item * rows; }
        std::uint32_t* wide(std::size_t index) {
            return reinterpret_cast<std::uint32_t*>(bytes + (items + 4 * index) * rows);
        }
        std::uint8_t* years() { return bytes + (items + 4 * wides) * rows; }
        std::uint8_t* rounded() { return years() + rows; }

        std::size_t items;
        std::size_t wides;
        std::size_t rows;
        bool any_rounded = false;
        alignas(64) std::uint8_t bytes[room];
    };

    static ECZSCORE_INLINE std::size_t padded(std::size_t n) {
        return (n + lanes - 1) / lanes * lanes;
    }

    // --- One column of a block ------------------------------------------------------------------

    struct Place {
        std::size_t row;
        std::size_t n;
        std::size_t item;
        std::uint32_t* wide;  ///< null: a byte item
        bool classes;         ///< as in `WidePlace`
    };

    static __attribute__((noinline)) void decide_cells(const KernelCall& call, const Place& place,
                                                       std::size_t from, std::size_t to,
                                                       Block& packed) {
        const Scale& scale = call.scales[place.item].scale;
        for (std::size_t i = from; i < to; ++i) {
            const Decided cell = call.cell(scale, call.items[place.item], place.row + i);
            packed.code(place.item)[i] = cell.code;
            if (place.wide != nullptr) place.wide[i] = cell.units;
            if (cell.rounded) {
                packed.rounded()[i] = 1;
                packed.any_rounded = true;
            }
        }
    }

    /// A column of `float` or `double`.
    template <class T>
    static __attribute__((noinline)) void pack(const KernelCall& call, const T* from,
                                               const Place& place, Block& packed) {
        const KernelScale& scale = call.scales[place.item];
        const Validity<Target> validity(call.items[place.item], place.row);
        std::uint8_t* code = packed.code(place.item);
        const auto decide = [&](std::size_t first, std::size_t last)
                                ECZSCORE_LAMBDA { decide_cells(call, place, first, last, packed); };
        if (place.wide != nullptr && scale.scale.units_per_point == 1) {
            WidePacker<Target>::pack_whole(scale, from, validity, place.n, {place.wide, code, true},
                                           decide);
        } else if (place.wide != nullptr) {
            WidePacker<Target>::pack(scale, from, validity, place.n,
                                     {place.wide, code, place.classes}, decide);
        } else {
            const ShapeItem& item = call.shape->item[place.item];
            pack_codes<Target>(from, validity, place.n, scale.units, item.bias, item.max, code,
                               decide);
        }
    }

    /// A column of signed integers.
    template <ColumnInteger T>
    static __attribute__((noinline)) void pack_integers(const KernelCall& call, const T* from,
                                                        const Place& place, Block& packed) {
        const KernelScale& scale = call.scales[place.item];
        const Validity<Target> validity(call.items[place.item], place.row);
        std::uint8_t* code = packed.code(place.item);
        if (place.wide != nullptr) {
            WidePacker<Target>::points(scale, from, validity, place.n, {place.wide, code, true});
        } else {
            pack_whole<Target>(from, validity, place.n, scale.whole, code);
        }
    }

    /// A dictionary: what each of its answers means is decided once a block.
    template <ColumnInteger T>
    static __attribute__((noinline)) void look_up(const KernelCall& call, const T* from,
                                                  const Place& place, Block& packed) {
        constexpr std::size_t most = 64;
        const Column& column = call.items[place.item];
        const std::size_t size = column.answers().size();
        const KernelScale& scale = call.scales[place.item];
        Decided meaning[most + 1];  // the last: of an index outside the table
        bool rounded = size > most;
        for (std::size_t k = 0; k < size && !rounded; ++k) {
            meaning[k] = call.answer(scale.scale, column.answers()[k]);
            rounded = meaning[k].rounded;
        }
        if (rounded) {  // or too many answers: cell by cell
            decide_cells(call, place, 0, place.n, packed);
            return;
        }
        meaning[size] = {0, scale.whole.invalid, false};
        std::uint8_t* code = packed.code(place.item);
        for (std::size_t k = 0; k < place.n; ++k) {
            const auto index = static_cast<std::make_unsigned_t<T>>(from[k]);
            const Decided& found = meaning[index < size ? index : size];
            code[k] = found.code;
            if (place.wide != nullptr) place.wide[k] = found.units;
        }
        Validity<Target>(column, place.row).blank(place.n, code, place.wide);
    }

    /// Whether the domain of this item has a multiplying item, or its zero means something: only
    /// then the byte beside a 32-bit count is read for more than whether there is one.
    static ECZSCORE_INLINE bool needs_class(const Shape& shape, std::size_t item) {
        if (shape.item[item].zero_means_not_applicable || shape.item[item].alerts) return true;
        std::size_t d = 0;
        while (item >= shape.domain[d].end) ++d;
        return shape.domain[d].multipliers > 0;
    }

    /// Codes of bytes, which count from 0, become those of an item that counts from its lowest.
    static ECZSCORE_INLINE void add_bias(const ShapeItem& item, std::size_t n, std::uint8_t* code) {
        if (item.bias == 0) return;
        for (std::size_t k = 0; k < n; ++k) {
            if (code[k] >= code_not_relevant) continue;
            const bool is_there = code[k] <= item.max - item.bias;
            code[k] =
                is_there ? static_cast<std::uint8_t>(code[k] + item.bias) : std::uint8_t{max_code};
        }
    }
    template <class T>
    static ECZSCORE_INLINE void place_cells(const KernelCall& call, const T* from,
                                            const Place& place, Block& packed) {
        if constexpr (std::is_floating_point_v<T>) {
            pack(call, from, place, packed);
        } else if constexpr (ColumnInteger<T>) {
            if (call.items[place.item].is_dictionary())
                look_up(call, from, place, packed);
            else
                pack_integers(call, from, place, packed);
        } else {
            const Validity<Target> validity(call.items[place.item], place.row);
            std::uint8_t* code = packed.code(place.item);
            if (place.wide != nullptr) {
                WidePacker<Target>::points(call.scales[place.item], from, validity, place.n,
                                           {place.wide, code, true});
            } else {
                std::memcpy(code, from, place.n);
                add_bias(call.shape->item[place.item], place.n, code);
                validity.blank(place.n, code, nullptr);
            }
        }
    }

    static ECZSCORE_INLINE void place_column(const KernelCall& call, std::size_t i, std::size_t row,
                                             std::size_t n, Block& packed, KernelInput& in) {
        const ShapeItem& item = call.shape->item[i];
        const Column& column = call.items[i];
        std::uint8_t* code = packed.code(i);
        std::uint32_t* wide = item.wide ? packed.wide(item.wide_index) : nullptr;
        const Place place{row, n, i, wide, item.wide && needs_class(*call.shape, i)};
        in.code[i] = code;
        if (item.wide) in.wide[item.wide_index] = wide;
        if (!column.has_data()) {
            std::memset(code, code_missing, n);
            if (item.wide) std::memset(wide, 0, n * 4);
        } else if (is_bytes(column) && !item.wide && item.bias == 0 && n % lanes == 0) {
            in.code[i] = column.values<std::uint8_t>() + row;
            return;
        } else {
            column.visit([&](const auto* first)
                             ECZSCORE_LAMBDA { place_cells(call, first + row, place, packed); });
        }
        if (padded(n) == n) return;
        std::memset(code + n, 0, padded(n) - n);
        if (item.wide) std::memset(wide + n, 0, (padded(n) - n) * 4);
    }

    /// A column of completed years in bytes is read where it is.
    static ECZSCORE_INLINE bool is_years(const KernelCall& call) {
        return is_bytes(call.age) && call.age_unit == AgeUnit::years;
    }
    static ECZSCORE_INLINE bool is_bytes(const Column& column) {
        return column.has_data() && column.type() == Column::Type::codes && !column.has_validity();
    }

    static ECZSCORE_INLINE void place_years(const KernelCall& call, std::size_t row, std::size_t n,
                                            Block& packed, KernelInput& in) {
        if (!call.uses_age) return;
        const Column& column = call.age;
        in.years = packed.years();
        if (is_years(call) && n % lanes == 0) {
            in.years = column.values<std::uint8_t>() + row;
            return;
        }
        std::memset(packed.years(), code_missing, padded(n));
        if (!column.has_data()) return;
        if (column.is_dictionary()) {
            for (std::size_t i = 0; i < n; ++i) {
                packed.years()[i] = call.years(column, call.age_unit, row + i);
            }
            return;
        }
        column.visit([&](const auto* first) ECZSCORE_LAMBDA {
            pack_years(call, first + row, row, n, packed.years());
        });
        Validity<Target>(column, row).blank(n, packed.years(), nullptr);
    }
    template <class T>
    static __attribute__((noinline)) void pack_years(const KernelCall& call, const T* from,
                                                     std::size_t row, std::size_t n,
                                                     std::uint8_t* years) {
        const YearParts parts = year_parts(call.age_unit);
        const int most = 130 * parts.in_year;
        for (std::size_t i = 0; i < n; ++i) {
            if constexpr (std::is_floating_point_v<T>) {
                const double v = double{from[i]} * parts.in_unit;
                const bool in_range = v >= 0 && v <= most;
                const int whole = static_cast<int>(in_range ? v : 0);
                // Just below a birthday the rounding to six places decides, of a `float` to two.
                if (in_range && v - whole < 0.99)
                    years[i] = static_cast<std::uint8_t>(whole / parts.in_year);
                else
                    years[i] = call.years(call.age, call.age_unit, row + i);
            } else {
                const bool is_blank = std::is_unsigned_v<T> && from[i] == T(code_missing);
                const bool in_range = from[i] >= 0 && from[i] <= most / parts.in_unit &&
                                      !(std::is_unsigned_v<T> && from[i] == T(code_not_relevant));
                const int whole = in_range ? static_cast<int>(from[i]) * parts.in_unit : 0;
                years[i] = is_blank   ? code_missing
                           : in_range ? static_cast<std::uint8_t>(whole / parts.in_year)
                                      : years_impossible;
            }
        }
    }

    // --- Blocks ---------------------------------------------------------------------------------

    static ECZSCORE_INLINE KernelOutput shifted(const KernelOutput& out, std::size_t row) {
        KernelOutput rest = out;
        for_each_array([row](auto*& data) ECZSCORE_LAMBDA { data += data == nullptr ? 0 : row; },
                       rest);
        return rest;
    }

    /// Scores a last, incomplete vector of `n` rows aside and copies what belongs to the rows.
    static __attribute__((noinline)) void run_last(const KernelBody& body, const KernelInput& in,
                                                   const KernelOutput& out, std::size_t n) {
        alignas(64) unsigned char aside[OutputArrays::count][sizeof(std::uint64_t) * lanes];
        KernelOutput mine = out;
        std::size_t next = 0;
        for_each_array(
            [&](auto*& data) ECZSCORE_LAMBDA {
                using Array = std::remove_reference_t<decltype(data)>;
                if (data != nullptr) data = reinterpret_cast<Array>(aside[next]);
                ++next;
            },
            mine);
        body.run(body.table, in, mine, 1);
        for_each_array(
            [&](auto* to, auto* from) ECZSCORE_LAMBDA {
                if (to != nullptr) std::memcpy(to, from, n * sizeof *to);
            },
            out, mine);
    }

    static ECZSCORE_INLINE void run_rows(const KernelCall& call, const KernelBody& body,
                                         const KernelInput& in, const KernelOutput& out,
                                         std::size_t n) {
        body.run(body.table, in, out, n / lanes);
        const std::size_t done = n / lanes * lanes;
        if (done == n) return;
        KernelInput last = in;
        for (std::size_t i = 0; i < call.shape->items; ++i) last.code[i] += done;
        for (std::size_t w = 0; w < call.shape->wides; ++w) last.wide[w] += done;
        if (in.years != nullptr) last.years += done;
        run_last(body, last, shifted(out, done), n - done);
    }

    static __attribute__((noinline)) void run_block(const KernelCall& call, const KernelBody& body,
                                                    Block& packed, std::size_t row, std::size_t n) {
        packed.any_rounded = false;
        std::memset(packed.rounded(), 0, n);
        KernelInput in;  // of as many pointers as there are items
        in.years = nullptr;
        for (std::size_t i = 0; i < call.shape->items; ++i) {
            place_column(call, i, row, n, packed, in);
        }
        place_years(call, row, n, packed, in);
        const KernelOutput out = shifted(call.out, row);
        run_rows(call, body, in, out, n);
        if (packed.any_rounded && out.warning != nullptr) {
            for (std::size_t i = 0; i < n; ++i) out.warning[i] |= packed.rounded()[i];
        }
    }

    static ECZSCORE_INLINE bool all_bytes(const KernelCall& call) {
        bool bytes = call.shape->wides == 0 && (!call.uses_age || is_years(call));
        for (std::size_t i = 0; i < call.shape->items; ++i) {
            bytes = bytes && is_bytes(call.items[i]) && call.shape->item[i].bias == 0;
        }
        return bytes;
    }

    static void run(const KernelCall& call, const KernelBody& body) {
        std::size_t row = 0;
        if (all_bytes(call)) {
            KernelInput in{};
            for (std::size_t i = 0; i < call.shape->items; ++i)
                in.code[i] = call.items[i].values<std::uint8_t>();
            in.years = call.uses_age ? call.age.values<std::uint8_t>() : nullptr;
            row = call.rows / lanes * lanes;
            body.run(body.table, in, call.out, row / lanes);
        }
        if (row < call.rows) run_blocks(call, body, row);
    }

    static __attribute__((noinline)) void run_blocks(const KernelCall& call, const KernelBody& body,
                                                     std::size_t row) {
        Block packed(*call.shape);
        while (row < call.rows) {
            const std::size_t rest = call.rows - row;
            const std::size_t n = rest < packed.rows ? rest : packed.rows;
            run_block(call, body, packed, row, n);
            row += n;
        }
    }
};

}  // namespace eczscore::detail
