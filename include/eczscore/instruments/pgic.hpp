// SPDX-License-Identifier: BSL-1.0
// PGIC, the patient's global impression of change: seven levels, in two numberings.
#pragma once

#include "eczscore/instruments/detail/global_parts.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::pgic_7 {

inline constexpr Text notes[] = {
    "It is itself a change since the start: it has no baseline and no change of its own.",
    "Here 1 is most improved, 4 no change and 7 most worse. Which end is which is our choice "
    "(unverified): forms numbered the other way round exist, so turn those round first.",
    eczscore::detail::global::anchors};
inline constexpr Description description = eczscore::detail::global::described<1, 7>(
    {.id = "pgic_7",
     .title = "Patient Global Impression of Change, 1 to 7",
     .version = "seven levels, 1 most improved",
     .recall = "since the start of the study",
     .direction = Direction::higher_is_worse,
     .notes = notes,
     .rates_change = true});
inline constexpr Instrument instrument = checked<description>();
using Answers = eczscore::detail::global::Answers<instrument>;

static_assert(score(Answers{.rating = 4}).value() == Exact(4));

}  // namespace eczscore::pgic_7

namespace eczscore::pgic_minus3_3 {

inline constexpr Text notes[] = {
    "It is itself a change since the start: it has no baseline and no change of its own.",
    "Here 3 is most improved, 0 no change and -3 most worse. Which end is which is our choice "
    "(unverified): forms signed the other way round exist, so turn those round first.",
    eczscore::detail::global::anchors};
inline constexpr Description description = eczscore::detail::global::described<-3, 3>(
    {.id = "pgic_minus3_3",
     .title = "Patient Global Impression of Change, -3 to 3",
     .version = "seven levels, 3 most improved",
     .recall = "since the start of the study",
     .direction = Direction::higher_is_better,
     .notes = notes,
     .rates_change = true});
inline constexpr Instrument instrument = checked<description>();
using Answers = eczscore::detail::global::Answers<instrument>;

static_assert(score(Answers{.rating = -3}).value() == Exact(-3));

}  // namespace eczscore::pgic_minus3_3
