// SPDX-License-Identifier: BSL-1.0
// expect: eczscore needs C++20: compile with -std=c++20, or link the CMake target eczscore::eczscore
// flags: -std=c++17
#include "eczscore/eczscore.hpp"
