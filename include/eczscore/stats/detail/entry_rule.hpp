// SPDX-License-Identifier: BSL-1.0
// Whether it is declared where a population comes from.
#pragma once

#include "eczscore/stats/types/score_population.hpp"

namespace eczscore::stats::detail {

inline bool is_declared(PopulationSource source) {
    return source != PopulationSource::undeclared && source != PopulationSource::selected_sample;
}

}  // namespace eczscore::stats::detail
