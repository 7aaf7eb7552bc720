// SPDX-License-Identifier: BSL-1.0
// Must not compile: a threshold with neither a source nor a word why.
// expect: a_fact_without_its_source
#include "base.hpp"

using namespace base;

constexpr Threshold its_thresholds[] = {
    {.id = "mcid_4",
     .label = "4 points",
     .value = 4,
#ifdef ECZSCORE_OK
     .evidence = {nullptr, Confidence::low, "trial practice; no source read"}}};
#else
     .evidence = {nullptr, Confidence::low}}};
#endif
constexpr Description proved_description = with_thresholds(its_thresholds);
constexpr auto proved = checked<proved_description>();
