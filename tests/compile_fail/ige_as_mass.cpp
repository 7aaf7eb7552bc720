// SPDX-License-Identifier: BSL-1.0
// Must not compile: IgE in international units where a mass is wanted.
// expect: AnotherKind
// expect: Ige
#include "eczscore/units/biomarker.hpp"

using namespace eczscore::units;

const Ige measured = Ige::kiu_per_l(100);
#ifdef ECZSCORE_OK
IgeMass mass = ige_to_mass(measured);
#else
IgeMass mass = measured;
#endif
