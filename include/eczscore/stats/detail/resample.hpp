// SPDX-License-Identifier: BSL-1.0
// Resampling with replacement: the indices of a replicate, and the sums of many replicates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/stats/detail/philox.hpp"
#include "eczscore/stats/detail/resample_x86.hpp"

namespace eczscore::stats::detail {

/// Where a run of replicates begins in the random words.
struct ResampleSource {
    std::uint64_t seed = 0;
    std::uint32_t stream = 0;
};

/// The indices of one replicate, each below `below`: words 0, 1, 2 ... by Lemire's method.
inline void resample_indices(ResampleSource source, std::uint64_t replicate, std::uint32_t below,
                             std::span<std::uint32_t> indices) {
    Philox random(source.seed, source.stream, replicate);
    const std::uint32_t rejected = rejected_below(below);
    for (std::uint32_t& index : indices) index = random.below(below, rejected);
}

/// The sum of one resample of `values`, added in the order of its draws.
inline double resample_sum(ResampleSource source, std::uint64_t replicate,
                           std::span<const double> values) {
    Philox random(source.seed, source.stream, replicate);
    const auto n = static_cast<std::uint32_t>(values.size());
    const std::uint32_t rejected = rejected_below(n);
    double sum = 0.0;
    for (std::uint32_t i = 0; i < n; ++i) sum += values[random.below(n, rejected)];
    return sum;
}

/// How many replicates are drawn side by side on this machine: 16, 8 or 1. The result is the same.
inline std::size_t resample_lanes() {
#ifdef ECZSCORE_RESAMPLE_X86
    static const std::size_t lanes = __builtin_cpu_supports("avx512f") ? 16u
                                     : __builtin_cpu_supports("avx2")  ? 8u
                                                                       : 1u;
    return lanes;
#else
    return 1;
#endif
}

/// sums[r] of replicate first + r of `values`, and with the same draws squares[r] of `also`, unless
/// that is empty. Every sum is that of `resample_sum`, bit for bit, whatever `lanes` is.
inline void resample_sums(ResampleSource source, std::uint64_t first,
                          std::span<const double> values, std::span<const double> also,
                          std::span<double> sums, std::span<double> also_sums, std::size_t lanes) {
    std::size_t r = 0;
#ifdef ECZSCORE_RESAMPLE_X86
    const bool both = !also.empty();
    const ResampleTables tables{values.data(), both ? also.data() : nullptr,
                                static_cast<std::uint32_t>(values.size())};
    for (; lanes > 1 && r + lanes <= sums.size(); r += lanes) {
        if ((first + r) >> 32 != (first + r + lanes - 1) >> 32) break;  // one by one from here
        double* second = both ? also_sums.data() + r : nullptr;
        std::uint32_t touched = lanes == 16 ? resample_512(tables, source.seed, source.stream,
                                                           first + r, sums.data() + r, second)
                                            : resample_256(tables, source.seed, source.stream,
                                                           first + r, sums.data() + r, second);
        for (std::size_t lane = 0; touched != 0; ++lane, touched >>= 1) {
            if ((touched & 1u) == 0) continue;
            sums[r + lane] = resample_sum(source, first + r + lane, values);
            if (both) also_sums[r + lane] = resample_sum(source, first + r + lane, also);
        }
    }
#endif
    for (; r < sums.size(); ++r) {
        sums[r] = resample_sum(source, first + r, values);
        if (!also.empty()) also_sums[r] = resample_sum(source, first + r, also);
    }
}

}  // namespace eczscore::stats::detail
