// SPDX-License-Identifier: BSL-1.0
// Strata of two arms: which can be used, and each as doubles.
#pragma once

#include <cstddef>
#include <span>

#include "eczscore/stats/detail/responders.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/state.hpp"
#include "eczscore/stats/types/strata.hpp"

namespace eczscore::stats::detail {

struct Table {
    double x1, n1, x2, n2;
    double n() const { return n1 + n2; }
};

/// No estimate, but the counts.
inline StratifiedEstimate no_estimate(Text method, double confidence_level, State state,
                                      StrataUsed strata) {
    StratifiedEstimate none{nothing(method, confidence_level, strata.patients, state), strata};
    none.result.missing = strata.without;
    return none;
}

inline bool all_valid(std::span<const Stratum> strata) {
    for (const Stratum& each : strata) {
        if (!each.active.is_valid() || !each.control.is_valid()) return false;
    }
    return true;
}

/// Calls `visit` with the table of each usable stratum and counts both kinds.
template <class Visit>
StrataUsed each_usable(std::span<const Stratum> strata, const Visit& visit) {
    StrataUsed all;
    for (const Stratum& each : strata) {
        const std::size_t n = patients(each.active, each.control);
        if (!can_compare(each.active, each.control)) {
            ++all.left_out;
            all.without += n;
            continue;
        }
        ++all.used;
        all.patients += n;
        visit(Table{static_cast<double>(each.active.x), static_cast<double>(each.active.n),
                    static_cast<double>(each.control.x), static_cast<double>(each.control.n)});
    }
    return all;
}

}  // namespace eczscore::stats::detail
