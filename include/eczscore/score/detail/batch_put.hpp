// SPDX-License-Identifier: BSL-1.0
// Writes what was found in one vector of rows, in every wanted form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "eczscore/score/detail/batch_call.hpp"
#include "eczscore/score/detail/lanes.hpp"

namespace eczscore::detail {

/// `width` is that of the totals in bytes.
template <class Target, std::size_t width>
struct Results {
    using L = Lanes<Target>;
    using U8 = typename L::U8;
    using Total = Wide<L, width>;
    using Element = typename Total::Element;
    static constexpr std::size_t parts = width;
    static constexpr std::size_t rows = L::bytes;

    static ECZSCORE_INLINE U8 count_starts(const Total& total, const KernelBands& bands) {
        Total count{};
        for (std::size_t b = 0; b < bands.count; ++b) {
            const auto start = static_cast<Element>(bands.start[b]);
            each<parts>([&](auto p) ECZSCORE_LAMBDA {
                count.part[p] -= Total::at_least(total.part[p], start);
            });
        }
        return count.narrow();
    }

    template <class Units>
    static ECZSCORE_INLINE void convert(const Element* from, Units* to) {
        for (std::size_t i = 0; i < rows; ++i) {
            to[i] = from[i] == Element(-1) ? Units(-1) : static_cast<Units>(from[i]);
        }
    }

    /// All requests for other types than the kernel's own.
    static ECZSCORE_INLINE void put_units(const Total& total, const KernelOutput& out,
                                          std::size_t row, const Shape& shape) {
        if constexpr (sizeof(Element) == 2) {
            if (out.units16 != nullptr) total.store(out.units16 + row);
        }
        if constexpr (sizeof(Element) == 4) {
            if (out.units32 != nullptr) total.store(out.units32 + row);
        }
        const bool others = (sizeof(Element) != 2 && out.units16 != nullptr) ||
                            (sizeof(Element) != 4 && out.units32 != nullptr) ||
                            out.units64 != nullptr || out.value != nullptr;
        if (!others) return;
        Element units[rows];
        total.store(units);
        if constexpr (sizeof(Element) != 2) {
            if (out.units16 != nullptr) convert(units, out.units16 + row);
        }
        if constexpr (sizeof(Element) != 4) {
            if (out.units32 != nullptr) convert(units, out.units32 + row);
        }
        if (out.units64 != nullptr) convert(units, out.units64 + row);
        if (out.value != nullptr) put_values(units, out.value + row, shape);
    }
    static ECZSCORE_INLINE void put_values(const Element* units, double* to, const Shape& shape) {
        const auto offset = static_cast<std::int32_t>(shape.offset);
        for (std::size_t i = 0; i < rows; ++i) {
            // Scores are below 2^31 or 2^53, and signed conversion is the faster one.
            using Signed = std::conditional_t<width == 8, std::int64_t, std::int32_t>;
            const auto count = static_cast<Signed>(static_cast<Signed>(units[i]) + offset);
            const double value = static_cast<double>(count) / shape.denominator;
            to[i] = units[i] == Element(-1) ? __builtin_nan("") : value;
        }
    }

    /// Lanes of `incomplete` have no score.
    static ECZSCORE_INLINE void put_domain(Total units, U8 incomplete, std::uint32_t* to) {
        const Total none = Total::mask(incomplete);
        each<parts>([&](auto p) ECZSCORE_LAMBDA { units.part[p] |= none.part[p]; });
        Element elements[rows];
        units.store(elements);
        convert(elements, to);
    }
};

}  // namespace eczscore::detail
