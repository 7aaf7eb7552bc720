// SPDX-License-Identifier: BSL-1.0
// Must not compile: two thresholds share an id.
// expect: duplicate_id
#include "base.hpp"

using namespace base;

constexpr Threshold its_thresholds[] = {
    {.id = "mcid_4", .label = "4 points", .value = 4, .evidence = seen},
#ifdef ECZSCORE_OK
    {.id = "mcid_5", .label = "5 points", .value = 5, .evidence = seen}};
#else
    {.id = "mcid_4", .label = "5 points", .value = 5, .evidence = seen}};
#endif
constexpr Description proved_description = with_thresholds(its_thresholds);
constexpr auto proved = checked<proved_description>();
