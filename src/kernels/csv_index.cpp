// SPDX-License-Identifier: BSL-1.0
// Picks the separator index by asking the CPU, once.
#include "csv_index.hpp"

#include <initializer_list>

namespace eczscore::kernels {

io::CsvIndex csv_index(CsvTarget target) noexcept {
    switch (target) {
        case CsvTarget::portable: return io::csv_index_portable;
        case CsvTarget::baseline: return csv_index_baseline;
#if defined(__x86_64__) && !defined(ECZSCORE_KERNELS_BASELINE_ONLY)
        case CsvTarget::avx2:
            if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") &&
                __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul"))
                return csv_index_avx2;
            return nullptr;
        case CsvTarget::avx512:
            if (csv_index(CsvTarget::avx2) != nullptr && __builtin_cpu_supports("avx512bw") &&
                __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
                __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512vbmi2"))
                return csv_index_avx512;
            return nullptr;
#else
        case CsvTarget::avx2:
        case CsvTarget::avx512: return nullptr;
#endif
    }
    return nullptr;
}

io::CsvIndex csv_index() noexcept {
    static const io::CsvIndex best = [] {
        for (const CsvTarget target : {CsvTarget::avx512, CsvTarget::avx2})
            if (const io::CsvIndex index = csv_index(target)) return index;
        return csv_index(CsvTarget::baseline);
    }();
    return best;
}

}  // namespace eczscore::kernels
