// SPDX-License-Identifier: BSL-1.0
// Must not compile: a missing rule beside an area: a blank area would make a region free.
// expect: a_blank_area_cannot_count_as_zero
#include "base.hpp"

using namespace base;

constexpr Instrument with_allowed(int allowed) {
    Instrument result = instrument();
    result.missing.allowed = allowed;
    return result;
}
#ifdef ECZSCORE_OK
constexpr auto proved = checked(with_allowed(0));
#else
constexpr auto proved = checked(with_allowed(1));
#endif
