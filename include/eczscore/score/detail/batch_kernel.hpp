// SPDX-License-Identifier: BSL-1.0
// A kernel made for one instrument: a quick way through vectors of rows in which every answer is a
// value, which most are, and the way of all rules for the others.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/score/detail/batch_rows.hpp"

namespace eczscore::detail {

template <class Target, const Instrument& instrument>
struct Kernel {
    using Ref = FixedShape<Target, instrument>;
    static constexpr const Shape& shape = Ref::shape;
    using R = Rows<Target, Ref, shape.bytes, Ref::features>;
    using L = typename R::L;
    using U8 = typename R::U8;
    using Total = typename R::Total;
    using Put = typename R::Put;
    using Scan = typename R::Scan;
    static constexpr std::size_t parts = R::parts;
    static constexpr std::size_t rows = R::rows;

    struct Plain {
        typename R::Found found;
        Total domain[max_domains];  ///< contributions
    };

    /// Reads a vector of rows; false when a lane holds anything but values and a usable age.
    static ECZSCORE_INLINE bool read(const KernelInput& in, std::size_t row, Plain& plain,
                                     bool warnings) {
        U8 highest[max_items];  // one running maximum per range
        U8 lowest = L::all(255);
        U8 unusual{};
        if constexpr (shape.needs_age) {
            unusual = R::choose_form(Ref{}, L::template load<U8>(in.years + row), plain.found);
        }
        each<shape.domains>([&](auto d) ECZSCORE_LAMBDA {
            Scan scan;
            Ref::for_each_item(d, [&](auto i) ECZSCORE_LAMBDA {
                constexpr const ShapeItem& item = shape.item[i];
                const U8 x = R::code(in, i, row);
                const U8 above = item.min == 0 ? x : x - item.min;
                constexpr std::size_t group = first_of_range(i);
                highest[group] = group == i ? above : L::max(highest[group], above);
                each<item.holes>(
                    [&](auto h) ECZSCORE_LAMBDA { lowest = L::min(lowest, x ^ item.hole[h]); });
                add<i>(in, row, x, scan);
            });
            if constexpr (shape.domain[d].multipliers > 0) {
                if (warnings) {
                    plain.found.warning |= L::equal(scan.positive, 0) ^ scan.product_zero;
                }
            }
            plain.domain[d] = R::contribution(Ref{}, d, scan, plain.found);
        });
        if constexpr (has_holes()) unusual |= L::equal(lowest, 0);
        each<shape.items>([&](auto i) ECZSCORE_LAMBDA {
            if constexpr (first_of_range(i) == i) unusual |= U8(highest[i] > Ref::range(i));
        });
        return !L::any(unusual);
    }

    /// The first item that spans as many codes.
    static consteval std::size_t first_of_range(std::size_t item) {
        for (std::size_t i = 0; i < item; ++i) {
            if (shape.item[i].max - shape.item[i].min ==
                shape.item[item].max - shape.item[item].min) {
                return i;
            }
        }
        return item;
    }
    static consteval bool has_holes() {
        for (std::size_t i = 0; i < shape.items; ++i) {
            if (shape.item[i].holes > 0) return true;
        }
        return false;
    }
    template <std::size_t i>
    static ECZSCORE_INLINE void add(const KernelInput& in, std::size_t row, U8 x, Scan& scan) {
        constexpr const ShapeItem& item = shape.item[i];
        if constexpr (item.role == Role::multiplies) {
            R::multiply_by(x, U8{}, scan);
        } else {
            scan.positive |= x;
            if constexpr (item.wide)
                R::add_wide(scan, Total::load(in.wide[item.wide_index] + row));
            else if constexpr (item.last_part)
                scan.sum += highest_part<i>(in, row, x);
        }
        if constexpr (Ref::layout.item[i].spills) R::spill(scan);
    }
    template <std::size_t i>
    static ECZSCORE_INLINE U8 highest_part(const KernelInput& in, std::size_t row, U8 x) {
        if constexpr (shape.item[i].role == Role::adds)
            return x;
        else
            return L::max(x, highest_part<i - 1>(in, row, R::code(in, i - 1, row)));
    }

    static ECZSCORE_INLINE void put(Plain& plain, const KernelOutput& out, std::size_t row) {
        Total& total = plain.found.total;
        each<shape.domains>([&](auto d) ECZSCORE_LAMBDA {
            R::for_parts([&](auto p) ECZSCORE_LAMBDA { total.part[p] += plain.domain[d].part[p]; });
        });
        R::multiply(total, shape.times[0]);
        Put::put_units(total, out, row, shape);
        if (out.band != nullptr) L::store(out.band + row, R::bands(plain.found, out));
        if (out.status != nullptr) L::store(out.status + row, U8{});
        if (out.warning != nullptr) {
            L::store(out.warning + row, plain.found.warning & std::uint8_t{1});
        }
        if (!out.any_domain) return;
        each<shape.domains>([&](auto d) ECZSCORE_LAMBDA {
            if (out.domain[d] == nullptr) return;
            R::multiply(plain.domain[d], shape.times[0]);
            Put::put_domain(plain.domain[d], U8{}, out.domain[d] + row);
        });
    }
    static __attribute__((noinline)) void score_any(const KernelInput& in, const KernelOutput& out,
                                                    std::size_t row) {
        R::score_vector(Ref{}, in, out, row);
    }

    /// Scores `vectors` x `rows` rows.
    static void run(const void*, const KernelInput& in, const KernelOutput& out,
                    std::size_t vectors) {
        for (std::size_t row = 0; row < vectors * rows; row += rows) {
            Plain plain;
            if (read(in, row, plain, out.warning != nullptr))
                put(plain, out, row);
            else
                score_any(in, out, row);
        }
    }
};

}  // namespace eczscore::detail
