// SPDX-License-Identifier: BSL-1.0
// Must not compile: a log2 fold change and a linear ratio added up.
// expect: different_kinds_do_not_mix
// expect: Log2FoldChange
#include "eczscore/units/biomarker.hpp"

using namespace eczscore::units;

const Log2FoldChange fold = Log2FoldChange::of(-2.83);
const Ratio ratio = Ratio::of(0.14);
#ifdef ECZSCORE_OK
auto sum = fold + fold;
#else
auto sum = fold + ratio;
#endif
