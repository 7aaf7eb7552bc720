// SPDX-License-Identifier: BSL-1.0
// What every comparison of responders asks of two arms.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats::detail {

constexpr bool can_compare(Responders active, Responders control) {
    return Stratum{active, control}.can_be_compared();
}

/// An estimate that could not be made, with what is known of it.
inline Estimate nothing(Text method, double confidence_level, std::size_t n, State state) {
    Estimate none;
    none.ci = {.confidence_level = confidence_level, .method = method, .state = state};
    none.n = n;
    none.method = method;
    none.state = state;
    return none;
}

/// Patients of both arms; 0 where the counts are impossible.
constexpr std::size_t patients(Responders active, Responders control) {
    const auto count = [](std::int64_t n) { return n > 0 ? static_cast<std::size_t>(n) : 0; };
    return count(active.n) + count(control.n);
}

}  // namespace eczscore::stats::detail
