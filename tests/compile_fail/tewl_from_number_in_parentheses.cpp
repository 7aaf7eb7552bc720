// SPDX-License-Identifier: BSL-1.0
// Must not compile: TEWL made explicitly from a number without a unit.
// expect: Quantity(double without_unit) = delete
#include "eczscore/units/flux.hpp"

using namespace eczscore::units;

#ifdef ECZSCORE_OK
Tewl loss(12.0, g_per_m2_h);
#else
Tewl loss(12.0);
#endif
