// SPDX-License-Identifier: BSL-1.0
// Must not compile: a share of the leukocytes where a count is wanted.
// expect: AnotherKind
// expect: EosinophilPercent
#include "eczscore/units/biomarker.hpp"

using namespace eczscore::units;

const EosinophilPercent share = EosinophilPercent::percent(6.5);
const LeukocyteCount all = LeukocyteCount::giga_per_l(8.2);
#ifdef ECZSCORE_OK
EosinophilCount count = eosinophil_count(share, all);
#else
EosinophilCount count = share;
#endif
