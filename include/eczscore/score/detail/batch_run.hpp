// SPDX-License-Identifier: BSL-1.0
// Runs a call: with the kernel made for a shape, or with the table-driven one.
#pragma once

#include <cstddef>

#include "eczscore/score/detail/batch_feed.hpp"
#include "eczscore/score/detail/batch_formula.hpp"
#include "eczscore/score/detail/batch_kernel.hpp"
#include "eczscore/score/detail/batch_rows.hpp"

namespace eczscore::detail {

/// `call.shape` is the shape of `instrument`, and its bands are the same for every row.
template <class Target, const Instrument& instrument>
void run_template(const KernelCall& call) {
    Feeder<Target>::run(call, {Kernel<Target, instrument>::run, nullptr});
}

/// Any shape that fits.
template <class Target>
void run_table(const KernelCall& call) {
    using Ref = TableShape<Target>;
    const Ref ref(*call.shape, *call.layout);
    if (call.formula != nullptr) {
        const FormulaKernel<Target> kernel{ref, call};
        Feeder<Target>::run(call, {FormulaKernel<Target>::run, &kernel});
        return;
    }
    auto* run = Rows<Target, Ref, 4, Features::all>::run;
    if (call.shape->bytes == 8) run = Rows<Target, Ref, 8, Features::all>::run;
    if (call.shape->bytes < 4) {
        run = Rows<Target, Ref, 2, Features::all>::run;
        if (ref.layout.features == Features::products) {
            run = Rows<Target, Ref, 2, Features::products>::run;
        }
        if (ref.layout.features == Features::sums) {
            run = call.shape->bytes == 1 ? Rows<Target, Ref, 1, Features::sums>::run
                                         : Rows<Target, Ref, 2, Features::sums>::run;
        }
    }
    Feeder<Target>::run(call, {run, &ref});
}

}  // namespace eczscore::detail
