// SPDX-License-Identifier: BSL-1.0
// Must not compile: the level of an interval as a number that only its place explains.
// expect: IntervalOptions
#include "eczscore/stats/types/interval_options.hpp"

double level_of(const eczscore::stats::IntervalOptions& options) {
    return options.confidence_level;
}

#ifdef ECZSCORE_OK
const double level = level_of({.confidence_level = 0.9});
#else
const double level = level_of(0.9);
#endif
