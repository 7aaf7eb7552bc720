// SPDX-License-Identifier: BSL-1.0
// The batch kernels of one processor level: one per instrument of the registry.
#pragma once

#include <cstddef>

#include <eczscore/instruments.hpp>
#include <eczscore/score/detail/batch_run.hpp>

namespace eczscore::kernels {

using BatchKernel = void (*)(const detail::KernelCall&);

/// The kernels of a target in the order of the registry; null where the row-wise way is the only
/// one. `Target` lives in an unnamed namespace, so nothing made here is shared between targets.
template <class Target, class Instruments>
struct BatchKernels;

template <class Target, const Instrument&... each>
struct BatchKernels<Target, InstrumentList<each...>> {
    template <const Instrument& instrument>
    static constexpr BatchKernel kernel() {
        if constexpr (detail::shape_of(instrument).fits) {
            return detail::Runner<Target, instrument>::run;
        } else {
            return nullptr;
        }
    }
    static constexpr BatchKernel table[] = {kernel<each>()...};
};

// One per source file, called only after the processor was asked.
BatchKernel batch_kernel_baseline(std::size_t instrument) noexcept;
BatchKernel batch_kernel_avx2(std::size_t instrument) noexcept;
BatchKernel batch_kernel_avx512(std::size_t instrument) noexcept;

}  // namespace eczscore::kernels
