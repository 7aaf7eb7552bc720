// SPDX-License-Identifier: BSL-1.0
// The target eczscore::stats alone.
#include <eczscore/stats/regression_to_the_mean.hpp>

int main() {}
