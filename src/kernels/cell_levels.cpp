// SPDX-License-Identifier: BSL-1.0
// Picks the way of reading cells by asking the processor.
#include "cell_levels.hpp"

namespace eczscore::kernels {

ReadCellLevels read_cell_levels() noexcept {
#if defined(__x86_64__) && !defined(ECZSCORE_KERNELS_BASELINE_ONLY)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx2") &&
        __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma"))
        return read_cell_levels_avx512;
#endif
    return nullptr;
}

}  // namespace eczscore::kernels
