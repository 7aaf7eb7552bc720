// SPDX-License-Identifier: BSL-1.0
// Must not compile: the logarithm of a reading instead of a ratio.
// expect: take_the_logarithm_of_a_ratio
#include "eczscore/units/flux.hpp"

using namespace eczscore::units;

const Tewl loss = Tewl::g_per_m2_h(12);
#ifdef ECZSCORE_OK
auto ratio = loss / loss;
#else
auto logarithm = log(loss);
#endif
