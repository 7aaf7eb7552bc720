// SPDX-License-Identifier: BSL-1.0
// What was recorded for a score, and what of it decides the sentence about the score.
#pragma once

#include <span>
#include <string_view>

#include "eczscore/core/answer.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::report {

/// How one item was recorded. An empty column stands for the name in the contract; the percent
/// fields are for grades that may be given as a percentage.
struct Recorded {
    std::string_view column{};
    std::string_view text{};
    std::string_view percent_column{};
    std::string_view percent_text{};
};

/// How the age was recorded.
struct RecordedAge {
    std::string_view years_column = "age_years";
    std::string_view years_text{};
    std::string_view months_column{};
    std::string_view months_text{};
};

/// What was recorded for one score: the answers, and if there are any, their texts (one per item,
/// form order).
struct Recording {
    std::span<const Answer> answers{};
    std::span<const Recorded> items{};
    RecordedAge age{};
    bool band_wants_age = false;  ///< no band: the default schemes are chosen by an unknown age
    bool complete_only = false;   ///< a score that rests on a rule for blanks was not asked for
};

/// All that decides a sentence apart from the column names and from what it repeats. Of two rows
/// with the same columns and equal facts, a sentence that repeats nothing is true of both.
struct NoteFacts {
    Score score;                 ///< without its value; `imputed` is 1 where anything is
    ItemSet above_zero = 0;      ///< answers above 0 beside an area of 0
    bool rounded_years = false;  ///< an age that counts had more than six decimal places
    bool rounded_months = false;
    bool band_wants_age = false;  ///< these two as in `Recording`
    bool complete_only = false;
    bool operator==(const NoteFacts&) const = default;
};

}  // namespace eczscore::report
