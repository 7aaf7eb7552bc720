// SPDX-License-Identifier: BSL-1.0
// Runs a call: with the kernel made for a shape, or with the table-driven one.
#pragma once

#include <cstddef>

#include "eczscore/score/detail/batch_feed.hpp"
#include "eczscore/score/detail/batch_kernel.hpp"
#include "eczscore/score/detail/batch_table.hpp"

namespace eczscore::detail {

/// `call.shape` is the shape of `instrument`, and its bands are the same for every row.
template <class Target, const Instrument& instrument>
void run_template(const KernelCall& call) {
    Feeder<Target>::run(call, {Kernel<Target, instrument>::run, nullptr});
}

/// Any shape that fits.
template <class Target>
void run_table(const KernelCall& call) {
    const Table<Target> table(*call.shape);
    auto* run = TableKernel<Target, 4, Reach::all>::run;
    if (call.shape->bytes == 8) run = TableKernel<Target, 8, Reach::all>::run;
    if (call.shape->bytes < 4) {
        run = TableKernel<Target, 2, Reach::all>::run;
        if (table.reach == Reach::products) run = TableKernel<Target, 2, Reach::products>::run;
        if (table.reach == Reach::sums) {
            run = call.shape->bytes == 1 ? TableKernel<Target, 1, Reach::sums>::run
                                         : TableKernel<Target, 2, Reach::sums>::run;
        }
    }
    Feeder<Target>::run(call, {run, &table});
}

}  // namespace eczscore::detail
