// SPDX-License-Identifier: BSL-1.0
// Strata of two arms: which can be used, and each as doubles.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/responders.hpp"

namespace eczscore::stats {

/// What became of the strata.
struct StrataUsed {
    std::size_t used = 0;      ///< with patients in both arms
    std::size_t left_out = 0;  ///< with an empty arm: they say nothing about a difference
    std::size_t patients = 0;  ///< in the used strata
    std::size_t without = 0;   ///< patients of the strata left out
};

/// An estimate over strata, and what became of them.
struct StratifiedEstimate {
    Estimate result{};
    StrataUsed strata{};
};

/// Which strata, from 0, cannot be used because an arm is empty or no count: for the list that a
/// report gives of them.
inline std::vector<std::size_t> strata_left_out(std::span<const Stratum> strata) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        if (!detail::can_compare(strata[i].active, strata[i].control)) found.push_back(i);
    }
    return found;
}

namespace detail {

struct Table {
    double x1, n1, x2, n2;
    double n() const { return n1 + n2; }
};

/// No estimate, but the counts.
inline StratifiedEstimate no_estimate(Text method, double level, State state, StrataUsed strata) {
    StratifiedEstimate none{nothing(method, level, strata.patients, state), strata};
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

}  // namespace detail
}  // namespace eczscore::stats
