// SPDX-License-Identifier: BSL-1.0
// Must not compile: the molar mass of another cytokine.
// expect: to_mass
#include "eczscore/units/biomarker.hpp"

using namespace eczscore::units;

const MolarConcentration<tarc> amount = MolarConcentration<tarc>::pmol_per_l(2);
const MolarMass<tarc> right{8083};
const MolarMass<il_6> wrong{20000};
#ifdef ECZSCORE_OK
auto mass = to_mass(amount, right);
#else
auto mass = to_mass(amount, wrong);
#endif
