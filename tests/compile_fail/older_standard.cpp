// SPDX-License-Identifier: BSL-1.0
// Must not compile: the standard before.
// expect: eczscore needs C++20: compile with -std=c++20

// flags: -std=c++17
#include "eczscore/eczscore.hpp"
