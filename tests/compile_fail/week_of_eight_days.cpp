// SPDX-License-Identifier: BSL-1.0
// Must not compile: a diary that asks for eight of its seven days.
// expect: a_week_has_seven_days_of_which_one_to_seven_are_needed
#include "eczscore/instruments/pp_nrs.hpp"
#include "eczscore/score/diary.hpp"

using namespace eczscore;

#ifdef ECZSCORE_OK
constexpr auto proved = with_minimum_days<pp_nrs::instrument, 1>("pp_nrs_any");
#else
constexpr auto proved = with_minimum_days<pp_nrs::instrument, 8>("pp_nrs_any");
#endif
