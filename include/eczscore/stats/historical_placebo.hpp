// SPDX-License-Identifier: BSL-1.0
// An uncontrolled response rate beside what placebo arms showed, with the sentence that it needs.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "eczscore/stats/detail/beta_integral.hpp"
#include "eczscore/stats/detail/map_quadrature.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/types/beta_prior.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/map_model.hpp"
#include "eczscore/stats/types/placebo_arm.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Never shown without: why such a comparison is not a trial.
inline constexpr Text historical_comparison_caution =
    "A comparison with past placebo arms is not a controlled trial: it holds only as far as "
    "background therapy, duration, rescue rule, age and severity at entry are alike, and patients "
    "who enter at their worst improve without any treatment (regression to the mean).";

/// The uncontrolled series, and which arms it may be held against.
struct UncontrolledResult {
    std::int64_t responders = 0;
    std::int64_t n = 0;
    PlaceboEndpoint endpoint = PlaceboEndpoint::easi_75;
    Background background = Background::none;  ///< `mixed`: any arm
    int week = 16;                             ///< of the outcome
    int week_window = 4;                       ///< how far an arm's week may be from it
    RescueHandling rescue = RescueHandling::not_recorded;
};

/// A placebo response beside those of earlier trials, and whether it is to be expected.
struct HistoricalPlaceboResult {
    double percent = not_a_number;  ///< observed
    Interval ci{};                  ///< posterior of the rate, in percent (prior of Jeffreys)
    BetaPrior posterior{};

    std::size_t arms = 0;                 ///< that match and have counts
    std::size_t arms_without_counts = 0;  ///< that match and have a percentage only
    std::size_t arms_inferred = 0;        ///< of those with counts, not printed as such
    /// Of all that match, those whose rescue rule cannot be compared with that of the series.
    std::size_t arms_rescue_unknown = 0;
    std::int64_t placebo_n = 0;  ///< patients in them
    int first_week = 0;          ///< of the outcome, among all arms that match
    int last_week = 0;
    double lowest_percent = not_a_number;  ///< among them, too
    double highest_percent = not_a_number;
    double pooled_percent = not_a_number;  ///< all patients as one arm: too sure where arms differ
    double predicted_percent = not_a_number;          ///< mean of a new placebo arm (MAP)
    Interval predicted{};                             ///< and its interval, in percent
    double effective_n = not_a_number;                ///< patients that this prediction is worth
    double probability_above_new_arm = not_a_number;  ///< P(rate > that of a new placebo arm)
    double probability_above_pooled = not_a_number;   ///< P(rate > pooled rate), beside it only
    Text caution = historical_comparison_caution;
    Text method = "beta-binomial against a meta-analytic predictive prior";
    /// `too_few`: no patients; `invalid_argument`: impossible counts, of the series or of an arm,
    /// or an impossible model; `out_of_range`: more than 1e9 patients; `not_available`: no arm with
    /// counts matches.
    State state = State::too_few;
};

namespace detail {
inline bool is_rescue_known(const PlaceboArm& arm, const UncontrolledResult& of) {
    return arm.rescue != RescueHandling::not_recorded && of.rescue != RescueHandling::not_recorded;
}
inline bool matches(const PlaceboArm& arm, const UncontrolledResult& of) {
    return arm.endpoint == of.endpoint &&
           (of.background == Background::mixed || arm.background == of.background) &&
           std::abs(std::int64_t{arm.week} - of.week) <= of.week_window &&
           (!is_rescue_known(arm, of) || arm.rescue == of.rescue);
}
}  // namespace detail

/// `arms` may hold any endpoints; those that do not match are left out. A rescue rule that is known
/// on both sides must be the same; where it is not, the arm stays and is counted as such.
inline HistoricalPlaceboResult compare_with_placebo(const UncontrolledResult& of,
                                                    std::span<const PlaceboArm> arms,
                                                    const MapModel& model = {}) {
    HistoricalPlaceboResult result;
    if (of.n < 1) return result;
    result.state = State::invalid_argument;
    if (of.responders < 0 || of.responders > of.n || !model.is_proper()) return result;
    for (const PlaceboArm& arm : arms) {
        if (!arm.is_valid()) return result;
    }
    result.state = State::out_of_range;
    if (of.n > 1'000'000'000) return result;
    const auto x = static_cast<double>(of.responders);
    const auto n = static_cast<double>(of.n);
    result.percent = 100.0 * x / n;
    result.posterior = {0.5 + x, 0.5 + n - x};
    const auto [a, b] = result.posterior;
    result.ci = {100.0 * detail::beta_quantile(0.025, a, b),
                 100.0 * detail::beta_quantile_upper(0.025, a, b),
                 0.95,
                 0.95,
                 "equal-tailed posterior",
                 State::ok};
    std::vector<ArmCount> counts;
    std::int64_t pooled = 0;
    for (const PlaceboArm& arm : arms) {
        if (!detail::matches(arm, of)) continue;
        const bool is_first = result.arms_without_counts == 0 && counts.empty();
        result.first_week = is_first ? arm.week : std::min(result.first_week, arm.week);
        result.last_week = is_first ? arm.week : std::max(result.last_week, arm.week);
        const double percent = arm.percent.to_double();
        result.lowest_percent = std::fmin(result.lowest_percent, percent);
        result.highest_percent = std::fmax(result.highest_percent, percent);
        result.arms_rescue_unknown += detail::is_rescue_known(arm, of) ? 0U : 1U;
        if (!arm.has_counts()) {
            ++result.arms_without_counts;
            continue;
        }
        result.arms_inferred += arm.seen == CountSeen::inferred ? 1U : 0U;
        counts.push_back({arm.responders, arm.n});
        pooled += arm.responders;
        result.placebo_n += arm.n;
    }
    result.arms = counts.size();
    result.state = State::not_available;
    if (counts.empty()) return result;
    const auto all = static_cast<double>(result.placebo_n);
    result.pooled_percent = 100.0 * static_cast<double>(pooled) / all;
    const BetaPrior as_one{0.5 + static_cast<double>(pooled),
                           0.5 + all - static_cast<double>(pooled)};
    result.probability_above_pooled = detail::beta_superiority(result.posterior, as_one, 0.0);

    const std::vector<MapNode> nodes = detail::map_posterior(counts, model);
    const detail::MapMoments moments = detail::map_moments(nodes);
    const auto quantile = [&](double share) {
        return 100.0 * detail::logistic(detail::map_quantile(nodes, share));
    };
    result.predicted_percent = 100.0 * moments.mean;
    result.predicted = {quantile(0.025),           quantile(0.975), 0.95, 0.95,
                        "equal-tailed prediction", State::ok};
    result.effective_n =
        detail::quotient(moments.mean * (1.0 - moments.mean), moments.variance) - 1.0;
    result.probability_above_new_arm = detail::map_superiority(result.posterior, nodes);
    result.state = State::ok;
    return result;
}

namespace detail {
/// "16" or "12 to 16".
inline std::string range_of(std::int64_t first, std::int64_t last) {
    const std::string from = std::to_string(first);
    return first == last ? from : from + " to " + std::to_string(last);
}
/// A percentage without decimals, halves away from 0.
inline std::string whole_percent(double percent) {
    return std::to_string(std::lround(percent)) + " %";
}

/// What the arms showed, and in what they are not matched.
inline std::string comparison_in_words(const UncontrolledResult& of,
                                       const HistoricalPlaceboResult& result) {
    std::string text =
        "against what placebo arms showed: " + whole_percent(result.lowest_percent) + " to " +
        whole_percent(result.highest_percent) + " in " +
        std::to_string(result.arms + result.arms_without_counts) + " arms (" +
        name(of.background).c_str() + ", week " + range_of(result.first_week, result.last_week) +
        "); a new placebo arm would be expected at " + whole_percent(result.predicted_percent) +
        " (95 % interval " + whole_percent(result.predicted.lower) + " to " +
        whole_percent(result.predicted.upper) + "). ";
    if (of.background == Background::mixed) {
        text += "Background therapy is not matched: any arm was taken. ";
    }
    if (result.arms_rescue_unknown > 0) {
        text += "The rescue rule is not matched in " + std::to_string(result.arms_rescue_unknown) +
                " of these arms: it was not recorded on both sides. ";
    }
    return text;
}
}  // namespace detail

/// The comparison in words; ends with the caution, whatever came out.
inline std::string sentence(const UncontrolledResult& of, const HistoricalPlaceboResult& result) {
    const std::string caution = result.caution.c_str();
    if (result.state == State::too_few) return "No response rate: no patients. " + caution;
    if (result.state == State::invalid_argument) {
        return "No comparison: counts that cannot be, of the series or of an arm, or a model that "
               "cannot be. " +
               caution;
    }
    if (result.state == State::out_of_range) {
        return "No comparison: more than 1,000,000,000 patients. " + caution;
    }
    const std::string start = std::string("Your uncontrolled ") + name(of.endpoint).c_str() +
                              " of " + detail::whole_percent(result.percent) + " (" +
                              std::to_string(of.responders) + " of " + std::to_string(of.n) + ") ";
    if (result.state == State::ok) {
        return start + detail::comparison_in_words(of, result) + caution;
    }
    const std::int64_t week = of.week;
    return start + "has no matching placebo arm with counts (" + name(of.background).c_str() +
           ", week " + detail::range_of(week - of.week_window, week + of.week_window) + ", " +
           name(of.rescue).c_str() + ") and stands without comparison. " + caution;
}

}  // namespace eczscore::stats
