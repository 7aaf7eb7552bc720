// SPDX-License-Identifier: BSL-1.0
// Must not compile: a sum of two pH values, which are logarithms.
// expect: two_points_of_a_scale_do_not_add
#include "eczscore/units/ph.hpp"

using namespace eczscore::units;

const Ph acid = Ph::of(5.4);
#ifdef ECZSCORE_OK
auto sum = acid - acid;
#else
auto sum = acid + acid;
#endif
