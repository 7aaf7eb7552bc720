// SPDX-License-Identifier: BSL-1.0
// The batch kernels with what every processor has.
#include "batch_targets.hpp"

namespace eczscore::kernels {
namespace {

struct Baseline {
    static constexpr std::size_t bytes = 16;
};

}  // namespace

BatchKernel batch_kernel_baseline(std::size_t kernel) noexcept {
    return BatchKernels<Baseline, Templated>::find(kernel);
}

}  // namespace eczscore::kernels
