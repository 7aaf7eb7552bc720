// SPDX-License-Identifier: BSL-1.0
// Must not compile: a table for a total that is not there.
// expect: a_table_or_a_formula_needs_a_total
#include "base.hpp"

using namespace base;

constexpr Description made() {
    Description it = instrument();
    it.table = "sum to T-score";
#ifndef ECZSCORE_OK
    it.has_total = false;
#endif
    return it;
}
constexpr Description proved_description = made();
constexpr auto proved = checked<proved_description>();
