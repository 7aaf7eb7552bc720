// SPDX-License-Identifier: BSL-1.0
// Must not compile: a threshold is an improvement, so never negative.
// expect: a_threshold_is_negative
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Exact value = 4;
#else
constexpr Exact value = -4;
#endif
constexpr Threshold its_thresholds[] = {
    {.id = "mcid_4", .label = "4 points", .value = value, .evidence = seen}};
constexpr Description proved_description = with_thresholds(its_thresholds);
constexpr auto proved = checked<proved_description>();
