// SPDX-License-Identifier: BSL-1.0
// Must not compile: a product of two readings.
// expect: readings_are_not_multiplied
#include "eczscore/units/flux.hpp"

using namespace eczscore::units;

const Tewl loss = Tewl::g_per_m2_h(12);
#ifdef ECZSCORE_OK
auto product = loss * 2;
#else
auto product = loss * loss;
#endif
