// SPDX-License-Identifier: BSL-1.0
// The scores of everyone who might have been assessed for entry, and where they come from.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats {

/// Where mean and standard deviation of the scores come from. Those of the patients who were let in
/// are not those of the population: the cut-off has shaped them.
enum class PopulationSource : std::uint8_t {
    undeclared,       ///< refused
    selected_sample,  ///< refused
    unselected,       ///< a population or sample without the cut-off
    truncated_fit,    ///< estimated from the selected by a truncated model
    assumed           ///< the caller's assumption, to see what would follow
};

constexpr Text name(PopulationSource source) {
    constexpr Text names[] = {"undeclared", "selected sample", "unselected population",
                              "truncated fit", "assumed"};
    return name_of(names, source);
}

/// The scores of everyone who might have been assessed for entry.
struct ScorePopulation {
    double mean = not_a_number;
    double sd = not_a_number;           ///< of a single assessment
    double reliability = not_a_number;  ///< rho, the share of true differences in the variance
    PopulationSource source = PopulationSource::undeclared;
    /// Standard errors of the three; without them there is no interval. 0 is "known".
    double se_mean = not_a_number;
    double se_sd = not_a_number;
    double se_reliability = not_a_number;
    double covariance_mean_sd = 0.0;  ///< not 0 for a truncated fit
};

}  // namespace eczscore::stats
