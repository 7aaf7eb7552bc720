// SPDX-License-Identifier: BSL-1.0
// What the library asks of a compiler. The lowest headers include this first, so that a compiler
// which is too old says so in one sentence, and not in a hundred about what it did not understand.
#pragma once

#if !defined(__cplusplus) || __cplusplus < 202002L
#error "eczscore needs C++20: compile with -std=c++20, or link the CMake target eczscore::eczscore"
#include <see_the_error_above>  // does not exist: ends the compilation here
#elif defined(__clang__) && !defined(__apple_build_version__) && __clang_major__ < 16
#error "eczscore needs clang 16 or newer, or g++ 12 or newer"
#include <see_the_error_above>
#elif defined(__GNUC__) && !defined(__clang__) && __GNUC__ < 12
#error "eczscore needs g++ 12 or newer, or clang 16 or newer"
#include <see_the_error_above>
#endif
