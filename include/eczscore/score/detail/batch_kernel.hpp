// SPDX-License-Identifier: BSL-1.0
// A kernel made for one shape: scores a vector of rows at a time.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/score/detail/batch_any.hpp"
#include "eczscore/score/detail/batch_plain.hpp"
#include "eczscore/score/detail/batch_put.hpp"
#include "eczscore/score/detail/batch_sums.hpp"

namespace eczscore::detail {

template <class Target, const Instrument& instrument>
struct Kernel {
    using S = Sums<Target, instrument>;
    using L = typename S::L;
    using U8 = typename S::U8;
    using Total = typename S::Total;
    using Put = Results<Target, S::shape.bytes>;
    using Found = typename S::Found;
    static constexpr const Shape& shape = S::shape;
    static constexpr std::size_t rows = S::rows;

    static ECZSCORE_INLINE void put(const Found& found, const KernelOutput& out, std::size_t row,
                                    bool all_scored) {
        Put::put_units(found.total, out, row, shape.lattice);
        if (out.band != nullptr) {
            U8 band = L::all(255);
            if (out.schemes > 0) band = Put::count_starts(found.total, out.bands[0]);
            if (!all_scored) band |= found.unscored;
            L::store(out.band + row, band);
        }
        if (out.status != nullptr) L::store(out.status + row, all_scored ? U8{} : found.status);
        if (out.warning != nullptr) L::store(out.warning + row, found.warning & std::uint8_t{1});
        if (!out.any_domain) return;
        each<shape.domains>([&](auto d) ECZSCORE_LAMBDA {
            if (out.domain[d] == nullptr) return;
            Total units = found.domain[d].units;
            S::times(units, shape.times[0]);
            Put::put_domain(units, all_scored ? U8{} : found.incomplete[d], out.domain[d] + row);
        });
    }
    static __attribute__((noinline)) void put_any(const KernelInput& in, const KernelOutput& out,
                                                  std::size_t row) {
        Found found;
        AnyRows<Target, instrument>::any(in, row, found);
        put(found, out, row, false);
    }

    /// Scores `vectors` x `rows` rows.
    static void run(const void*, const KernelInput& in, const KernelOutput& out,
                    std::size_t vectors) {
        for (std::size_t row = 0; row < vectors * rows; row += rows) {
            Found found;
            if (PlainRows<Target, instrument>::plain(in, row, found, out.warning != nullptr))
                put(found, out, row, true);
            else
                put_any(in, out, row);
        }
    }
};

}  // namespace eczscore::detail
