// SPDX-License-Identifier: BSL-1.0
// Must not compile: a missing rule beside an area: a blank area would make a region free.
// expect: a_blank_area_cannot_count_as_zero
#include "base.hpp"

using namespace base;

constexpr Description with_allowed(int allowed) {
    Description result = instrument();
    result.missing.allowed = allowed;
    return result;
}
#ifdef ECZSCORE_OK
constexpr Description proved_description = with_allowed(0);
constexpr auto proved = checked<proved_description>();
#else
constexpr Description proved_description = with_allowed(1);
constexpr auto proved = checked<proved_description>();
#endif
