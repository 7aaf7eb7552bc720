// SPDX-License-Identifier: BSL-1.0
// The batch kernels with AVX2; built for x86-64-v3.
#include "batch_targets.hpp"

namespace eczscore::kernels {
namespace {

struct Avx2 {
    static constexpr std::size_t bytes = 32;
};

}  // namespace

BatchKernel batch_kernel_avx2(std::size_t kernel) noexcept {
    return BatchKernels<Avx2, Templated>::find(kernel);
}

}  // namespace eczscore::kernels
