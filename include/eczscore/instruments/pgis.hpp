// SPDX-License-Identifier: BSL-1.0
// PGIS, the patient's global impression of severity: an anchor with five or six levels.
#pragma once

#include "eczscore/instruments/detail/global_parts.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::pgis_5 {

inline constexpr Text notes[] = {
    "Five levels, 0 to 4; the number of levels is in the name, for a 3 of five is no 3 of six.",
    eczscore::detail::global::anchors};
inline constexpr Description description = eczscore::detail::global::described<0, 4>(
    {.id = "pgis_5",
     .title = "Patient Global Impression of Severity, five levels",
     .version = "0-4",
     .recall = "as the project defines",
     .direction = Direction::higher_is_worse,
     .notes = notes});
inline constexpr Instrument instrument = checked<description>();
using Answers = eczscore::detail::global::Answers<instrument>;

static_assert(score(Answers{.rating = 3}).value() == Exact(3));

}  // namespace eczscore::pgis_5

namespace eczscore::pgis_6 {

inline constexpr Text notes[] = {
    "Six levels, 0 to 5; the number of levels is in the name, for a 3 of six is no 3 of five.",
    eczscore::detail::global::anchors};
inline constexpr Description description = eczscore::detail::global::described<0, 5>(
    {.id = "pgis_6",
     .title = "Patient Global Impression of Severity, six levels",
     .version = "0-5",
     .recall = "as the project defines",
     .direction = Direction::higher_is_worse,
     .notes = notes});
inline constexpr Instrument instrument = checked<description>();
using Answers = eczscore::detail::global::Answers<instrument>;

static_assert(score(Answers{.rating = 5}).value() == Exact(5));

}  // namespace eczscore::pgis_6
