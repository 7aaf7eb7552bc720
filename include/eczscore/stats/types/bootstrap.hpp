// SPDX-License-Identifier: BSL-1.0
// How a bootstrap resamples, and the intervals that it gives.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/core/text.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Which point of B sorted replicates is their quantile p.
enum class BootstrapQuantile : std::uint8_t {
    weibull,       ///< (B + 1) p, linear between neighbours (type 6)
    normal_scale,  ///< (B + 1) p, between neighbours on the normal quantile scale: R's boot
    linear         ///< 1 + (B - 1) p, linear (type 7): SciPy
};

/// Whether replicates equal to the estimate count half below it, or not at all.
enum class BootstrapTies : std::uint8_t { half, none };

/// How a bootstrap resamples and where it cuts its interval.
struct BootstrapOptions {
    std::size_t replicates = 9999;
    std::uint64_t seed = 0;
    std::uint32_t stream = 0;
    double confidence_level = 0.95;
    BootstrapQuantile quantile = BootstrapQuantile::weibull;
    BootstrapTies ties = BootstrapTies::half;
    bool studentized = false;  ///< also the bootstrap-t interval, where the method has it
    unsigned threads = 1;      ///< 0: one a processor; their number changes no bit
};

/// The intervals of one set of replicates. The caller picks one by name, before looking.
struct Bootstrap {
    double estimate = not_a_number;
    double bias = not_a_number;  ///< mean of the replicates minus the estimate
    double se = not_a_number;    ///< standard deviation of the replicates
    double z0 = not_a_number;    ///< bias correction of BCa
    double acceleration = not_a_number;
    Interval percentile{};
    Interval basic{};
    Interval normal{};
    Interval bca{};
    Interval studentized{};
    std::size_t replicates = 0;
    std::size_t n = 0;
    std::size_t missing = 0;
    Text method{};
    State state = State::too_few;
};

}  // namespace eczscore::stats
