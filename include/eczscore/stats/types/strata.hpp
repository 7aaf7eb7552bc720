// SPDX-License-Identifier: BSL-1.0
// An estimate over strata, and what became of them.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/responders.hpp"

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
        if (!strata[i].can_be_compared()) found.push_back(i);
    }
    return found;
}

}  // namespace eczscore::stats
