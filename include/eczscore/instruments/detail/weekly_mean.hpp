// SPDX-License-Identifier: BSL-1.0
// The weekly mean of a total that is recorded daily and scored day by day.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/core/wide_exact.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore {

/// The mean of seven daily scores of one instrument, exact and still a score of that instrument, so
/// that bands and thresholds apply to it unrounded. Days without a score are missing: they are not
/// 0, and the mean is over the days present, at least `needed` of 7 (4: a trial convention, medium
/// confidence). An invalid day makes the week invalid, and so do days of two instruments; a scale
/// that does not apply on a day does not apply to the week. A mean of ratios whose exact value has
/// more digits than a score can hold (seven sleep efficiencies: `trial::mean_of_nights`) is invalid
/// and says so; of weighted sums every mean fits.
/// returns  `ok` with all seven days, `imputed` with fewer, otherwise why there is no mean.
constexpr Score weekly_mean(std::span<const Score, 7> days, int needed = 4) {
    Score week;
    week.instrument = days[0].instrument;
    WideExact sum = 0;
    int present = 0;
    bool applies = true;
    bool invalid = false;
    for (const Score& day : days) {
        invalid |= day.status == Status::invalid || day.instrument != week.instrument;
        applies &= day.status != Status::not_applicable;
        if (!day.is_scored()) continue;
        sum = sum + WideExact(day.value());
        ++present;
    }
    if (invalid) {
        week.status = Status::invalid;
    } else if (!applies) {
        week.status = Status::not_applicable;
    } else if (present > 0 && present >= needed) {
        const Exact mean = (sum / present).narrow();
        if (!detail::can_be_score(mean)) {
            week.status = Status::invalid;
            week.why = detail::score_does_not_fit;
            return week;
        }
        week.units = mean.num();
        week.denominator = mean.den();
        week.imputed = 7 - present;
        week.status = present == 7 ? Status::ok : Status::imputed;
    }
    return week;
}

}  // namespace eczscore
