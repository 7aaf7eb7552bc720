// SPDX-License-Identifier: BSL-1.0
// The mean change of patients who call themselves a little better, and its excess over no change.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/median_of.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/welch_df.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/group_summary.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Which anchor levels are compared.
struct AnchorMeanChangeOptions {
    double minimally_improved = 1.0;  ///< the anchor level "a little better"
    double unchanged = 0.0;           ///< the anchor level "unchanged"
    double confidence_level = 0.95;
};

/// The MIC as a mean change, in points: of the minimally improved, and against the unchanged.
struct AnchorMeanChange {
    Estimate within{};                  ///< mean change of the minimally improved, t interval
    Estimate between{};                 ///< that minus the mean of the unchanged, Welch interval
    double median = not_a_number;       ///< of the minimally improved
    GroupSummary minimally_improved{};  ///< of the changes of this anchor group
    GroupSummary unchanged{};
    std::size_t n = 0;        ///< patients with change and anchor, of any level
    std::size_t missing = 0;  ///< patients without
};

namespace detail {

/// Sets limits and the test of 0 from estimate, standard error and degrees of freedom.
inline void add_t_interval(Estimate& of, double confidence_level) {
    of.ci.confidence_level = confidence_level;
    of.ci.method = "t";
    if (!(of.se > 0.0) || !is_level(confidence_level)) {
        of.state = of.ci.state = of.se == 0.0 ? State::zero_variance : State::invalid_argument;
        return;
    }
    const double half = t_quantile_upper((1.0 - confidence_level) / 2.0, of.df) * of.se;
    of.ci.lower = of.estimate - half;
    of.ci.upper = of.estimate + half;
    of.statistic = of.estimate / of.se;
    of.p = t_two_sided(of.statistic, of.df);
    of.state = of.ci.state = State::ok;
}

inline GroupSummary anchor_group(std::span<const double> changes) {
    const Moments of = moments(changes);
    return {of.n, of.mean, of.sd()};
}

}  // namespace detail

/// The same from summaries of the two groups; the median is then unknown.
inline AnchorMeanChange anchor_mean_change(const GroupSummary& minimally_improved,
                                           const GroupSummary& unchanged,
                                           const IntervalOptions& options = {}) {
    AnchorMeanChange result;
    result.minimally_improved = minimally_improved;
    result.unchanged = unchanged;
    const auto [n1, mean1, sd1] = minimally_improved;
    const auto [n0, mean0, sd0] = unchanged;
    result.within.method = "mean change of the minimally improved";
    result.between.method = "minimally improved minus unchanged, Welch";
    result.within.n = n1;
    result.between.n = n1 + n0;
    result.within.ci.confidence_level = result.between.ci.confidence_level =
        options.confidence_level;
    if (n1 == 0) return result;
    const auto m = static_cast<double>(n1);
    const auto k = static_cast<double>(n0);
    result.within.estimate = mean1;
    if (n1 > 1) {
        result.within.se = sd1 / std::sqrt(m);
        result.within.df = m - 1.0;
        detail::add_t_interval(result.within, options.confidence_level);
    }
    if (n0 == 0) return result;
    result.between.estimate = mean1 - mean0;
    if (n1 < 2 || n0 < 2) return result;
    const double v1 = sd1 * sd1 / m;
    const double v0 = sd0 * sd0 / k;
    result.between.se = sd1 >= 0.0 && sd0 >= 0.0 ? std::sqrt(v1 + v0) : not_a_number;
    result.between.df = detail::welch_df(v1, m - 1.0, v0, k - 1.0);
    detail::add_t_interval(result.between, options.confidence_level);
    return result;
}

/// Anchor-based mean change.
/// change  improvement, positive is better; NaN is missing. Shape: one per patient.
/// anchor  the patient's rating of change, compared with the levels of `options`.
/// states  of `within` and `between`: `too_few` below 2 patients in a group that is needed (the
///         estimate is given from 1), `zero_variance` where all changes are equal,
///         `invalid_argument` for a level outside (0, 1) or an SD of a summary below 0.
/// source  Jaeschke 1989; de Vet 2011, chapter 8.
inline AnchorMeanChange anchor_mean_change(std::span<const double> change,
                                           std::span<const double> anchor,
                                           const AnchorMeanChangeOptions& options = {}) {
    const detail::Pairs pairs = detail::decimal_pairs(change, anchor);
    const double minimally_improved = detail::as_decimal(options.minimally_improved);
    const double unchanged = detail::as_decimal(options.unchanged);
    std::vector<double> improved;
    std::vector<double> same;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (pairs.second[i] == minimally_improved) improved.push_back(pairs.first[i]);
        if (pairs.second[i] == unchanged) same.push_back(pairs.first[i]);
    }
    AnchorMeanChange result =
        anchor_mean_change(detail::anchor_group(improved), detail::anchor_group(same),
                           {.confidence_level = options.confidence_level});
    result.median = detail::median_of(improved);
    result.n = pairs.size();
    result.missing = result.within.missing = result.between.missing = pairs.missing;
    return result;
}

}  // namespace eczscore::stats
