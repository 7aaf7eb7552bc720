// SPDX-License-Identifier: BSL-1.0
// eczscore::stats_compiled: the functions that numerical_functions.hpp declares, compiled once.
#include "eczscore/stats/detail/boost_math.hpp"
