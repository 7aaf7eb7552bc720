// SPDX-License-Identifier: BSL-1.0
// Vectors of rows in which every answer is a value.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/score/detail/batch_sums.hpp"

namespace eczscore::detail {

template <class Target, const Instrument& instrument>
struct PlainRows {
    using S = Sums<Target, instrument>;
    static constexpr const Shape& shape = S::shape;
    using L = typename S::L;
    using U8 = typename S::U8;
    using Total = typename S::Total;
    using Domain = typename S::Domain;
    using Found = typename S::Found;
    static constexpr std::size_t parts = S::parts;

    /// Reads a vector of rows; false when a lane holds anything but values and a usable age.
    static ECZSCORE_INLINE bool read_plain(const KernelInput& in, std::size_t row, Found& found,
                                           bool warnings) {
        U8 highest[max_items];  // one running maximum per upper limit
        U8 lowest = L::all(255);
        U8 positive_sum{};
        each<shape.domains>([&](auto d) ECZSCORE_LAMBDA {
            constexpr const ShapeDomain& domain = shape.domain[d];
            Domain& mine = found.domain[d];
            if constexpr (domain.wide_sum) mine.wide = Total{};
            mine.sum = U8{};
            positive_sum = U8{};
            each<domain.end - domain.first>([&](auto offset) ECZSCORE_LAMBDA {
                constexpr std::size_t i = domain.first + offset;
                constexpr const ShapeItem& item = shape.item[i];
                const U8 x = S::code(in, i, row);
                const U8 limited = item.min == 0 ? x : x - item.min;
                constexpr std::size_t group = limit_group(i);
                highest[group] = group == i ? limited : L::max(highest[group], limited);
                each<item.holes>(
                    [&](auto h) ECZSCORE_LAMBDA { lowest = L::min(lowest, x ^ item.hole[h]); });
                add_plain<d, i>(in, row, x, mine);
                if constexpr (item.role != Role::multiplies) positive_sum |= x;
            });
            if constexpr (domain.multipliers > 0) {
                if (warnings) {
                    found.warning |= L::equal(positive_sum, 0) ^ product_zero<d>(in, row);
                }
            }
        });
        U8 unusual = L::equal(lowest, 0);
        if constexpr (!has_holes()) unusual = U8{};
        each<shape.items>([&](auto i) ECZSCORE_LAMBDA {
            if constexpr (limit_group(i) == i) {
                unusual |= U8(highest[i] > std::uint8_t(shape.item[i].max - shape.item[i].min));
            }
        });
        if constexpr (shape.needs_age) {
            unusual |= S::choose_form(L::template load<U8>(in.years + row), found);
        }
        return !L::any(unusual);
    }

    /// The first item with the same limits.
    static consteval std::size_t limit_group(std::size_t item) {
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
    template <std::size_t d>
    static ECZSCORE_INLINE U8 product_zero(const KernelInput& in, std::size_t row) {
        U8 zero{};
        each<shape.domain[d].end - shape.domain[d].first>([&](auto offset) ECZSCORE_LAMBDA {
            constexpr std::size_t i = shape.domain[d].first + offset;
            if constexpr (shape.item[i].role == Role::multiplies) {
                zero |= L::equal(S::code(in, i, row), 0);
            }
        });
        return zero;
    }
    template <std::size_t d, std::size_t i>
    static ECZSCORE_INLINE void add_plain(const KernelInput& in, std::size_t row, U8 x,
                                          Domain& mine) {
        constexpr const ShapeItem& item = shape.item[i];
        if constexpr (item.role == Role::multiplies) {
            mine.product = x;
        } else if constexpr (item.wide) {
            const Total more = S::wide(in, item.wide_index, row);
            each<parts>([&](auto p) ECZSCORE_LAMBDA { mine.wide.part[p] += more.part[p]; });
        } else if constexpr (item.role == Role::adds && item.last_part) {
            mine.sum += x;
        } else if constexpr (item.last_part) {
            mine.sum += highest_part<i>(in, row);
        }
    }
    template <std::size_t last>
    static ECZSCORE_INLINE U8 highest_part(const KernelInput& in, std::size_t row) {
        const U8 x = S::code(in, last, row);
        if constexpr (shape.item[last].role == Role::adds)
            return x;
        else
            return L::max(x, highest_part<last - 1>(in, row));
    }

    static ECZSCORE_INLINE bool plain(const KernelInput& in, std::size_t row, Found& found,
                                      bool warnings) {
        found.warning = U8{};
        if (!read_plain(in, row, found, warnings)) return false;
        S::add_up(found);
        S::times(found.total, shape.times[0]);
        return true;
    }
};

}  // namespace eczscore::detail
