// SPDX-License-Identifier: BSL-1.0
// The one kernel: scores a vector of rows at a time, made from an instrument's shape.
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
    using Put = Results<Target, instrument>;
    using Found = typename S::Found;
    static constexpr const Shape& shape = S::shape;
    static constexpr std::size_t rows = S::rows;

    static __attribute__((noinline)) void put_any(const KernelInput& in, const KernelOutput& out,
                                                  std::size_t row) {
        Found found;
        AnyRows<Target, instrument>::any(in, row, found);
        Put::put(found, out, row, false);
    }

    /// Scores `vectors` x `rows` rows.
    static void run(const KernelInput& in, const KernelOutput& out, std::size_t vectors) {
        for (std::size_t row = 0; row < vectors * rows; row += rows) {
            Found found;
            if (PlainRows<Target, instrument>::plain(in, row, found, out.warning != nullptr))
                Put::put(found, out, row, true);
            else
                put_any(in, out, row);
        }
    }
};

}  // namespace eczscore::detail
