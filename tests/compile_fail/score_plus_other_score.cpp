// SPDX-License-Identifier: BSL-1.0
// Must not compile: adding a score to the score of another instrument.
// expect: operand
#include "eczscore/instruments/poem.hpp"
#include "eczscore/instruments/viga_ad.hpp"

using namespace eczscore;

constexpr Score itch = score(poem::example);
constexpr Score grade = score(viga_ad::Answers{.grade = 3});
#ifdef ECZSCORE_OK
constexpr Exact half = itch.value() * Exact::ratio(1, 2);
#else
constexpr auto sum = itch + grade;
#endif
