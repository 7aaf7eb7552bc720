// SPDX-License-Identifier: BSL-1.0
// Must not compile: scoring by a description that was not checked.
// expect: Instrument
#include <array>

#include "eczscore/score/score.hpp"

#include "base.hpp"

using namespace base;

constexpr Description description = instrument();
constexpr Instrument proved = checked<description>();
constexpr std::array<Answer, 3> answers{1, 2, 3};
#ifdef ECZSCORE_OK
constexpr Score result = score(proved, answers);
#else
constexpr Score result = score(description, answers);
#endif
