// SPDX-License-Identifier: BSL-1.0
// The batch kernels of one processor level: one for every shape, and faster ones for a few.
#pragma once

#include <cstddef>

#include <eczscore/instruments.hpp>
#include <eczscore/score/detail/batch_run.hpp>

namespace eczscore::kernels {

using BatchKernel = void (*)(const detail::KernelCall&);

/// The instruments whose shapes have a kernel of their own, because it is much faster than the
/// table-driven one; any instrument of the same shape uses it.
using Templated = InstrumentList<easi::instrument,                   //
                                 easi_half_from_zero::instrument<>,  //
                                 scorad::instrument,                 //
                                 oscorad::instrument,                //
                                 scorad_sleep_vas::instrument,       //
                                 hecsi::instrument,                  //
                                 measi::instrument,                  //
                                 dlqi::instrument,                   //
                                 dlqi_r::instrument>;
inline constexpr std::size_t table_driven = Templated::pointers.size();

/// The kernels of a target. `Target` lives in an unnamed namespace, so nothing made here is shared
/// between targets.
template <class Target, class Instruments>
struct BatchKernels;

template <class Target, const Instrument&... each>
struct BatchKernels<Target, InstrumentList<each...>> {
    static BatchKernel find(std::size_t kernel) noexcept {
        static constexpr BatchKernel table[] = {detail::run_template<Target, each>...,
                                                detail::run_table<Target>};
        return table[kernel];
    }
};

// One per source file, called only after the processor was asked.
BatchKernel batch_kernel_baseline(std::size_t kernel) noexcept;
BatchKernel batch_kernel_avx2(std::size_t kernel) noexcept;
BatchKernel batch_kernel_avx512(std::size_t kernel) noexcept;

}  // namespace eczscore::kernels
