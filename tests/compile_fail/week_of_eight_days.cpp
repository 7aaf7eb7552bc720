// SPDX-License-Identifier: BSL-1.0
// Must not compile: a diary that asks for eight of its seven days.
// expect: a_week_has_seven_days_of_which_one_to_seven_are_needed
#include "eczscore/instruments/pp_nrs.hpp"
#include "eczscore/score/diary.hpp"

using namespace eczscore;

#ifdef ECZSCORE_OK
constexpr auto proved = with_minimum_days(pp_nrs::instrument, "pp_nrs_any", 1);
#else
constexpr auto proved = with_minimum_days(pp_nrs::instrument, "pp_nrs_any", 8);
#endif
