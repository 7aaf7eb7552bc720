// SPDX-License-Identifier: BSL-1.0
// Must not compile: TEWL with an empty unit.
// expect: Quantity
#include "eczscore/units/flux.hpp"

using namespace eczscore::units;

#ifdef ECZSCORE_OK
Tewl loss(12.0, {"g/m2/h"});
#else
Tewl loss(12.0, {});
#endif
