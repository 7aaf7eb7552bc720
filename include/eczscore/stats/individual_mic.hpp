// SPDX-License-Identifier: BSL-1.0
// Did this patient improve by as much as matters, and by more than the measurement error?
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/core/direction.hpp"
#include "eczscore/core/name_of.hpp"
#include "eczscore/core/wide_exact.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/minimal_important.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// One patient's change against the threshold that matters and against the measurement error.
enum class IndividualVerdict : std::uint8_t {
    improved,               ///< by the MIC or more, and by more than the error
    improved_within_error,  ///< by the MIC or more, which error alone could do
    below_mid_but_real,     ///< by less than the MIC, and by more than the error
    below_mid,              ///< by less than the MIC, or worse by less than it
    worsened,               ///< by the MIC or more, and by more than the error
    worsened_within_error,  ///< by the MIC or more, which error alone could do
    not_evaluable
};

constexpr Text name(IndividualVerdict verdict) {
    constexpr Text names[] = {
        "improved", "improved_within_error", "below_mid_but_real", "below_mid",
        "worsened", "worsened_within_error", "not_evaluable"};
    return name_of(names, verdict);
}

/// A smallest detectable change in points; without one nothing is known of the error.
struct IndividualSdc {
    double points = not_a_number;
    double confidence_level = 0.95;

    /// There is a number, of 0 or more.
    bool is_known() const { return points >= 0.0; }
};

/// Both thresholds, the two comparisons, and what they say together.
struct IndividualMicResult {
    WideExact improvement = 0;  ///< positive is better; when evaluable
    IndividualMic mic{0};
    IndividualSdc sdc{};
    bool reaches_mic = false;   ///< improvement or worsening of at least the MIC, exactly
    bool beyond_error = false;  ///< more than the SDC; false where it is not known
    IndividualVerdict verdict = IndividualVerdict::not_evaluable;
    /// The range of true improvement that the error allows, improvement -+ SDC, against the MIC:
    /// `uncertain` where it straddles the MIC.
    Interval error{};
    ThresholdVerdict by_interval = ThresholdVerdict::not_evaluable;
    /// `invalid_argument`: a MIC that is not positive; `not_available`: no SDC, so nothing about
    /// the error, or a missing score; `out_of_range`: a score that cannot be taken exactly
    State state = State::invalid_argument;
};

namespace detail {

constexpr IndividualVerdict individual_verdict(bool better, bool reaches, bool beyond_error,
                                               bool error_known) {
    if (!reaches) {
        return better && beyond_error ? IndividualVerdict::below_mid_but_real
                                      : IndividualVerdict::below_mid;
    }
    const bool within = error_known && !beyond_error;
    if (better) {
        return within ? IndividualVerdict::improved_within_error : IndividualVerdict::improved;
    }
    return within ? IndividualVerdict::worsened_within_error : IndividualVerdict::worsened;
}

/// improvement -+ sdc against the MIC. The scores' side of each comparison is exact, so that an
/// interval which ends on the MIC ends on it.
inline ThresholdVerdict interval_verdict(WideExact improvement, Exact mic, double sdc) {
    const double above = (improvement - mic).to_double();
    if (std::isnan(above)) return ThresholdVerdict::not_evaluable;
    if (above >= sdc) return ThresholdVerdict::met;
    if (!(-above > sdc)) return ThresholdVerdict::uncertain;
    return improvement.to_double() > sdc ? ThresholdVerdict::below_mid_but_real
                                         : ThresholdVerdict::not_met;
}

}  // namespace detail

/// Judges an improvement that is known exactly; the MIC is compared in integers, so that a change
/// of exactly 6.6 reaches a MIC of 6.6.
/// improvement  positive is better
/// sdc          smallest detectable change; leave it out and `state` says that it was
inline IndividualMicResult individual_mic(WideExact improvement, const IndividualMic& mic,
                                          IndividualSdc sdc = {}) {
    IndividualMicResult result{.improvement = improvement, .mic = mic, .sdc = sdc};
    if (!mic.is_valid()) return result;
    result.state = State::not_available;
    if (!improvement.is_number()) return result;
    const WideExact size = improvement < 0 ? -improvement : improvement;
    result.reaches_mic = size >= mic.exact();
    result.beyond_error = sdc.is_known() && size.to_double() > sdc.points;
    result.verdict = detail::individual_verdict(improvement > 0, result.reaches_mic,
                                                result.beyond_error, sdc.is_known());
    if (!sdc.is_known()) return result;
    result.state = State::ok;
    result.error = {.lower = improvement.to_double() - sdc.points,
                    .upper = improvement.to_double() + sdc.points,
                    .confidence_level = sdc.confidence_level,
                    .attained = sdc.confidence_level,
                    .method = "improvement -+ SDC",
                    .state = State::ok};
    result.by_interval = detail::interval_verdict(improvement, mic.exact(), sdc.points);
    return result;
}

/// The same from two scores.
inline IndividualMicResult individual_mic(Exact pre, Exact post, Direction direction,
                                          const IndividualMic& mic, IndividualSdc sdc = {}) {
    const WideExact improvement = direction == Direction::higher_is_worse
                                      ? WideExact::difference(pre, post)
                                      : WideExact::difference(post, pre);
    return individual_mic(improvement, mic, sdc);
}

/// The same from scores in binary floating point, taken as the decimals with six places that they
/// are nearest to; NaN, an infinity or a number of 1e9 or more is not evaluable.
inline IndividualMicResult individual_mic(double pre, double post, Direction direction,
                                          const IndividualMic& mic, IndividualSdc sdc = {}) {
    if (!(std::abs(pre) < 1e9) || !(std::abs(post) < 1e9)) {
        const bool missing = std::isnan(pre) || std::isnan(post);
        return {
            .mic = mic, .sdc = sdc, .state = missing ? State::not_available : State::out_of_range};
    }
    const auto exact = [](double score) {
        return Exact::ratio(static_cast<std::int64_t>(std::llround(score * 1e6)), 1'000'000);
    };
    return individual_mic(exact(pre), exact(post), direction, mic, sdc);
}

}  // namespace eczscore::stats
