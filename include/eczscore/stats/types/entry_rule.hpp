// SPDX-License-Identifier: BSL-1.0
// Who was let into a study by a cut-off.
#pragma once

#include "eczscore/stats/types/selected.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats {

/// Who was let in.
struct EntryRule {
    double cut_off = not_a_number;
    Selected selected = Selected::above;
    int n_baselines = 1;  ///< assessments whose mean had to pass the cut-off and is the baseline
};

}  // namespace eczscore::stats
