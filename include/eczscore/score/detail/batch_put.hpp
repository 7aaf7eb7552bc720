// SPDX-License-Identifier: BSL-1.0
// Writes what was found in one vector of rows, in every wanted form.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/score/detail/batch_sums.hpp"

namespace eczscore::detail {

template <class Target, const Instrument& instrument>
struct Results {
    using S = Sums<Target, instrument>;
    static constexpr const Shape& shape = S::shape;
    using L = typename S::L;
    using U8 = typename S::U8;
    using Total = typename S::Total;
    using Element = typename S::Element;
    using Found = typename S::Found;
    static constexpr std::size_t parts = S::parts;
    static constexpr std::size_t rows = S::rows;

    static ECZSCORE_INLINE U8 bands(const Found& found, const KernelOutput& out) {
        Total count{};
        for (std::size_t b = 0; b < out.bands; ++b) {
            const auto start = static_cast<Element>(out.band_start[b]);
            each<parts>([&](auto p) ECZSCORE_LAMBDA {
                count.part[p] -= Total::at_least(found.total.part[p], start);
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
    static ECZSCORE_INLINE void put_units(const Found& found, const KernelOutput& out,
                                          std::size_t row) {
        if constexpr (sizeof(Element) == 2) {
            if (out.units16 != nullptr) found.total.store(out.units16 + row);
        }
        if constexpr (sizeof(Element) == 4) {
            if (out.units32 != nullptr) found.total.store(out.units32 + row);
        }
        const bool others = (sizeof(Element) != 2 && out.units16 != nullptr) ||
                            (sizeof(Element) != 4 && out.units32 != nullptr) ||
                            out.units64 != nullptr || out.value != nullptr;
        if (!others) return;
        Element units[rows];
        found.total.store(units);
        if constexpr (sizeof(Element) == 1) {
            if (out.units16 != nullptr) convert(units, out.units16 + row);
        }
        if constexpr (sizeof(Element) != 4) {
            if (out.units32 != nullptr) convert(units, out.units32 + row);
        }
        if (out.units64 != nullptr) convert(units, out.units64 + row);
        if (out.value != nullptr) put_values(units, out.value + row);
    }
    static ECZSCORE_INLINE void put_values(const Element* units, double* to) {
        for (std::size_t i = 0; i < rows; ++i) {
            // Scores are below 2^31, and signed conversion is the faster one.
            const double value =
                static_cast<double>(static_cast<std::int32_t>(units[i])) / shape.lattice;
            to[i] = units[i] == Element(-1) ? __builtin_nan("") : value;
        }
    }

    static ECZSCORE_INLINE void put_domains(const Found& found, const KernelOutput& out,
                                            std::size_t row, bool all_scored) {
        each<shape.domains>([&](auto d) ECZSCORE_LAMBDA {
            if (out.domain[d] == nullptr) return;
            Total units = found.domain[d].units;
            S::times(units, shape.times[0]);
            if (!all_scored) {
                const Total none = Total::mask(found.incomplete[d]);
                each<parts>([&](auto p) ECZSCORE_LAMBDA { units.part[p] |= none.part[p]; });
            }
            Element elements[rows];
            units.store(elements);
            convert(elements, out.domain[d] + row);
        });
    }

    static ECZSCORE_INLINE void put(const Found& found, const KernelOutput& out, std::size_t row,
                                    bool all_scored) {
        put_units(found, out, row);
        if (out.band != nullptr) {
            U8 band = out.has_bands ? bands(found, out) : L::all(255);
            if (!all_scored) band |= found.unscored;
            L::store(out.band + row, band);
        }
        if (out.status != nullptr) L::store(out.status + row, all_scored ? U8{} : found.status);
        if (out.warning != nullptr) L::store(out.warning + row, found.warning & std::uint8_t{1});
        if (out.any_domain) put_domains(found, out, row, all_scored);
    }
};

}  // namespace eczscore::detail
