// SPDX-License-Identifier: BSL-1.0
// What a kernel finds in one vector of rows, and the sums made of it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/score/detail/batch_call.hpp"
#include "eczscore/score/detail/batch_shape.hpp"
#include "eczscore/score/detail/lanes.hpp"

namespace eczscore::detail {

/// Names and sums that both ways through a kernel share.
template <class Target, const Instrument& instrument>
struct Sums {
    static constexpr Shape shape = shape_of(instrument);
    static_assert(shape.fits);
    using L = Lanes<Target>;
    using U8 = typename L::U8;
    using Total = Wide<L, shape.bytes>;
    using V = typename Total::V;
    using Element = typename Total::Element;
    static constexpr std::size_t parts = shape.bytes;
    static constexpr std::size_t rows = L::bytes;

    struct Domain {
        U8 sum;       ///< of byte items
        Total wide;   ///< of wide items
        U8 product;   ///< the multiplying item
        Total units;  ///< contribution to the total
    };

    /// Everything found in one vector of rows. Masks are all ones where true.
    struct Found {
        Domain domain[max_domains];
        U8 form[max_forms];  ///< masks, for forms after the first
        Total total;
        U8 status;
        U8 unscored;
        U8 warning;
        U8 incomplete[max_domains];
    };

    static ECZSCORE_INLINE U8 code(const KernelInput& in, std::size_t item, std::size_t row) {
        return L::template load<U8>(in.code[item] + row);
    }
    static ECZSCORE_INLINE Total wide(const KernelInput& in, std::size_t index, std::size_t row) {
        if constexpr (shape.bytes == 4)
            return Total::load(in.wide[index] + row);
        else
            return Total{};
    }

    template <std::size_t d>
    static ECZSCORE_INLINE void contribute(Found& found) {
        constexpr const ShapeDomain& domain = shape.domain[d];
        Domain& mine = found.domain[d];
        if constexpr (domain.wide_sum) {
            if constexpr (has_byte_sum(d)) {
                const Total bytes = Total::of(mine.sum);
                each<parts>([&](auto p) ECZSCORE_LAMBDA { mine.wide.part[p] += bytes.part[p]; });
            }
        } else {
            mine.wide = Total::of(mine.sum);
        }
        if constexpr (domain.multipliers == 0) {
            scale_by_form<d>(found, mine.wide, mine.units);
        } else if constexpr (weight_is_byte(d)) {
            const Total weight = Total::of(byte_weight<d>(found));
            each<parts>([&](auto p) ECZSCORE_LAMBDA {
                mine.units.part[p] = mine.wide.part[p] * weight.part[p];
            });
        } else {
            const Total product = Total::of(mine.product);
            Total sum = mine.wide;
            each<parts>([&](auto p) ECZSCORE_LAMBDA { sum.part[p] *= product.part[p]; });
            scale_by_form<d>(found, sum, mine.units);
        }
    }

    static consteval bool has_byte_sum(std::size_t d) {
        for (std::size_t i = shape.domain[d].first; i < shape.domain[d].end; ++i) {
            if (shape.item[i].role != Role::multiplies && !shape.item[i].wide) return true;
        }
        return false;
    }
    /// Coefficient x product fits a byte and is a few additions.
    static consteval bool weight_is_byte(std::size_t d) {
        for (std::size_t f = 0; f < shape.forms; ++f) {
            const std::int64_t coefficient = shape.domain[d].coefficient[f];
            if (coefficient > 8 || coefficient * shape.domain[d].product_max > 255) return false;
        }
        return true;
    }
    template <std::size_t d>
    static ECZSCORE_INLINE U8 byte_weight(const Found& found) {
        constexpr const ShapeDomain& domain = shape.domain[d];
        const U8 product = found.domain[d].product;
        U8 weight = L::template multiplied<domain.coefficient[0]>(product);
        each<shape.forms>([&](auto f) ECZSCORE_LAMBDA {
            if constexpr (f > 0 &&
                          domain.coefficient[f] != domain.coefficient[f == 0 ? 0 : f - 1]) {
                weight = L::select(found.form[f],
                                   L::template multiplied<domain.coefficient[f]>(product), weight);
            } else if constexpr (f > 1) {
                weight = L::select(found.form[f],
                                   L::template multiplied<domain.coefficient[f]>(product), weight);
            }
        });
        return weight;
    }
    template <std::size_t d>
    static ECZSCORE_INLINE void scale_by_form(const Found& found, const Total& from, Total& to) {
        constexpr const ShapeDomain& domain = shape.domain[d];
        constexpr auto first = static_cast<Element>(domain.coefficient[0]);
        each<parts>([&](auto p) ECZSCORE_LAMBDA {
            to.part[p] = first == 1 ? from.part[p] : from.part[p] * first;
        });
        each<shape.forms>([&](auto f) ECZSCORE_LAMBDA {
            if constexpr (f > 0) {
                const Total mask = Total::mask(found.form[f]);
                each<parts>([&](auto p) ECZSCORE_LAMBDA {
                    constexpr auto times = static_cast<Element>(domain.coefficient[f]);
                    to.part[p] = L::select(mask.part[p], V(from.part[p] * times), to.part[p]);
                });
            }
        });
    }

    static ECZSCORE_INLINE void add_up(Found& found) {
        each<shape.domains>([&](auto d) ECZSCORE_LAMBDA {
            contribute<d>(found);
            each<parts>([&](auto p) ECZSCORE_LAMBDA {
                if constexpr (d == 0)
                    found.total.part[p] = found.domain[d].units.part[p];
                else
                    found.total.part[p] += found.domain[d].units.part[p];
            });
        });
    }
    static ECZSCORE_INLINE void times(Total& total, std::int64_t factor) {
        if (factor == 1) return;
        each<parts>([&](auto p) ECZSCORE_LAMBDA { total.part[p] *= static_cast<Element>(factor); });
    }

    /// Masks of the forms after the first; a mask of the ages that no form is for.
    static ECZSCORE_INLINE U8 choose_form(U8 years, Found& found) {
        U8 in_range = U8{};
        each<shape.forms>([&](auto f) ECZSCORE_LAMBDA {
            constexpr ShapeYears range = shape.years[f];
            U8 mask = L::at_most(years, range.below - 1);
            if constexpr (range.from > 0) mask &= U8(years >= range.from);
            found.form[f] = mask;
            in_range |= mask;
        });
        return ~in_range;
    }
};

}  // namespace eczscore::detail
