// SPDX-License-Identifier: BSL-1.0
// The batch kernels with AVX-512; built for x86-64-v4.
#include "batch_targets.hpp"

namespace eczscore::kernels {
namespace {

struct Avx512 {
    static constexpr std::size_t bytes = 64;
};

}  // namespace

BatchKernel batch_kernel_avx512(std::size_t kernel) noexcept {
    return BatchKernels<Avx512, Templated>::find(kernel);
}

}  // namespace eczscore::kernels
