// SPDX-License-Identifier: BSL-1.0
// Must not compile: two answers to "did it change meaningfully?".
// expect: more_than_one_default
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr bool second = false;
#else
constexpr bool second = true;
#endif
constexpr Threshold its_thresholds[] = {
    {.id = "mcid_4", .label = "4", .value = 4, .evidence = seen, .is_default = true},
    {.id = "mcid_5", .label = "5", .value = 5, .evidence = seen, .is_default = second}};
constexpr Description proved_description = with_thresholds(its_thresholds);
constexpr auto proved = checked<proved_description>();
