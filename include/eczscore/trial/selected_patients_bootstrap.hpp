// SPDX-License-Identifier: BSL-1.0
// Bootstrap of regression to the mean and of what it leaves of an improvement, refitting each time.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "eczscore/stats/bootstrap.hpp"
#include "eczscore/stats/detail/improvement.hpp"
#include "eczscore/stats/regression_to_the_mean.hpp"
#include "eczscore/stats/truncated_normal.hpp"
#include "eczscore/trial/selected_patients.hpp"

namespace eczscore::trial {

/// Who was let in by one baseline, and how far that baseline repeats itself.
struct SelectedDesign {
    double cut_off = stats::not_a_number;
    KnownReliability reliability{};
    stats::Selected selected = stats::Selected::above;
    Direction direction = Direction::higher_is_worse;
};

/// Intervals that carry the fit of the population and, of the correction, that regression and
/// improvement come from the same patients. Always `approximate`: scores are skewed and bounded.
struct SelectedBootstrap {
    stats::Bootstrap regression{};  ///< shift towards the mean, in points
    stats::Bootstrap corrected{};   ///< improvement less regression; `too_few` without follow-up
    double observed = stats::not_a_number;  ///< mean improvement, positive is better
    std::size_t n = 0;
    std::size_t missing = 0;
    std::size_t outside = 0;  ///< patients on the wrong side of the cut-off, left out
    std::size_t failed = 0;   ///< replicates that no normal population fits, left out
    Text method = "bootstrap of patients, truncated normal fit of each resample";
    stats::State state = stats::State::too_few;
};

namespace detail {

/// Distance beyond the cut-off, and improvement.
using SelectedPatient = std::pair<double, double>;

/// What a sample or a resample says.
struct SelectedEstimates {
    double regression = stats::not_a_number;
    double corrected = stats::not_a_number;
    stats::State state = stats::State::too_few;
};

inline SelectedEstimates selected_estimates(const stats::detail::Moments& excess,
                                            double improvement, const SelectedDesign& design,
                                            double reliability) {
    stats::TruncatedNormal fit;
    stats::detail::fit_excess(fit, excess, design.cut_off, design.selected);
    if (fit.state != stats::State::ok) return {.state = fit.state};
    const auto regression =
        stats::regression_to_the_mean(population_behind(fit, {reliability}),
                                      {.cut_off = design.cut_off, .selected = design.selected});
    const auto corrected = stats::correct_improvement(improvement, stats::not_a_number, regression,
                                                      {.direction = design.direction});
    return {regression.towards_mean, corrected.corrected, regression.state};
}

/// The quantile u of a reliability with a known standard error: the beta distribution with that
/// mean and standard deviation, which stays between 0 and 1.
inline double drawn_reliability(const KnownReliability& known, double u) {
    const double size = known.value * (1.0 - known.value) / (known.se * known.se) - 1.0;
    return stats::detail::beta_quantile(u, known.value * size, (1.0 - known.value) * size);
}
inline bool can_draw(const KnownReliability& known) {
    if (!(known.value >= 0.0 && known.value <= 1.0 && known.se >= 0.0)) return false;
    return known.se == 0.0 || known.se * known.se < known.value * (1.0 - known.value);
}

/// The patients in an order of their own, so that the order in which they came changes no bit.
class SelectedSample {
public:
    SelectedSample(std::vector<SelectedPatient> patients, const SelectedDesign& design)
        : patients_(std::move(patients)), design_(design) {
        std::sort(patients_.begin(), patients_.end());
        excess_.reserve(patients_.size());
        stats::detail::Sum improvement;
        for (const auto& [excess, gain] : patients_) {
            excess_.push_back(excess);
            improvement.add(gain);
        }
        improvement_ = improvement.over(static_cast<double>(patients_.size()));
        moments_ = stats::detail::moments(excess_);
    }
    std::size_t size() const { return patients_.size(); }
    double improvement() const { return improvement_; }
    SelectedEstimates estimates() const {
        return selected_estimates(moments_, improvement_, design_, design_.reliability.value);
    }

    /// Replicates first, first + 1 ...; each depends on seed, stream and its own number alone.
    void replicates(stats::detail::ResampleSource source, std::uint64_t first,
                    std::span<SelectedEstimates> results) const {
        const auto n = static_cast<std::uint32_t>(size());  // at least 3 where a sample fits
        const std::uint32_t rejected = stats::detail::rejected_below(n);
        std::vector<double> excess(size());
        for (std::size_t r = 0; r < results.size(); ++r) {
            stats::detail::Philox random(source.seed, source.stream, first + r);
            stats::detail::Sum improvement;
            for (double& each : excess) {
                const auto& patient = patients_[random.below(n, rejected)];
                each = patient.first;
                improvement.add(patient.second);
            }
            const KnownReliability& known = design_.reliability;
            const double reliability =
                known.se > 0.0 ? drawn_reliability(known, random.open_uniform()) : known.value;
            results[r] =
                selected_estimates(stats::detail::moments(excess),
                                   improvement.over(static_cast<double>(n)), design_, reliability);
        }
    }

    /// With each patient left out in turn, from sums: O(1) each.
    std::vector<SelectedEstimates> left_out() const {
        const auto n = static_cast<double>(size());
        std::vector<SelectedEstimates> results;
        results.reserve(size());
        for (const auto& [excess, gain] : patients_) {
            const double off = excess - moments_.mean;
            const stats::detail::Moments rest{size() - 1, moments_.mean - off / (n - 1.0),
                                              moments_.squares - off * off * n / (n - 1.0)};
            results.push_back(selected_estimates(rest,
                                                 improvement_ - (gain - improvement_) / (n - 1.0),
                                                 design_, design_.reliability.value));
        }
        return results;
    }

private:
    std::vector<SelectedPatient> patients_;
    std::vector<double> excess_;
    SelectedDesign design_;
    double improvement_ = stats::not_a_number;
    stats::detail::Moments moments_;
};

/// One column of the replicates as intervals. Resamples fail because their values fall off so
/// slowly that the regression has no upper end: where more fail than a tail holds, a limit is not
/// known.
inline void put_selected(stats::Bootstrap& result, std::span<const SelectedEstimates> replicates,
                         std::span<const SelectedEstimates> left_out,
                         double SelectedEstimates::* column,
                         const stats::BootstrapOptions& options) {
    if (!std::isfinite(result.estimate)) return;
    std::vector<double> values, jackknife;
    values.reserve(replicates.size());
    for (const SelectedEstimates& each : replicates) {
        if (std::isfinite(each.*column)) values.push_back(each.*column);
    }
    const auto failed = static_cast<double>(replicates.size() - values.size());
    jackknife.reserve(left_out.size());
    for (const SelectedEstimates& each : left_out) jackknife.push_back(each.*column);
    stats::detail::BootstrapParts parts;
    parts.acceleration = stats::detail::jackknife_acceleration(std::move(jackknife));
    if (options.ties == stats::BootstrapTies::half) {
        parts.margin = 1e-13 * std::abs(result.estimate);
    }
    stats::detail::put_intervals(result, std::move(values), parts, options);
    if (result.state == stats::State::ok) result.state = stats::State::approximate;
    const double tail =
        (1.0 - options.confidence_level) / 2.0 * static_cast<double>(replicates.size());
    for (stats::Interval* each : {&result.percentile, &result.basic, &result.normal, &result.bca}) {
        if (each->state == stats::State::ok) each->state = stats::State::approximate;
        if (failed > tail) each->state = stats::State::boundary;
    }
}

inline SelectedBootstrap run_selected_bootstrap(std::vector<SelectedPatient> patients,
                                                SelectedBootstrap result,
                                                const SelectedDesign& design,
                                                const stats::BootstrapOptions& options) {
    result.n = result.regression.n = result.corrected.n = patients.size();
    result.regression.missing = result.corrected.missing = result.missing;
    result.regression.method = "regression to the mean";
    result.corrected.method = "observed improvement - regression to the mean";
    if (result.n > stats::detail::most_resampled) return result;
    const SelectedSample sample(std::move(patients), design);
    const SelectedEstimates whole = sample.estimates();
    result.observed = sample.improvement();
    result.regression.estimate = whole.regression;
    result.corrected.estimate = whole.corrected;
    result.state = whole.state;
    if (std::isfinite(whole.regression)) {
        const bool is_level = options.confidence_level > 0.0 && options.confidence_level < 1.0;
        if (!is_level || !can_draw(design.reliability)) {
            result.state = stats::State::invalid_argument;
        }
        if (std::isnan(design.reliability.value) || std::isnan(design.reliability.se))
            result.state = stats::State::not_available;
    }
    if (result.state != stats::State::approximate) {
        result.regression.state = result.corrected.state = result.state;
        return result;
    }
    std::vector<SelectedEstimates> replicates(options.replicates);
    sample.replicates({options.seed, options.stream}, 0, replicates);
    const std::vector<SelectedEstimates> left_out = sample.left_out();
    for (const SelectedEstimates& each : replicates) {
        result.failed += !std::isfinite(each.regression);
    }
    put_selected(result.regression, replicates, left_out, &SelectedEstimates::regression, options);
    put_selected(result.corrected, replicates, left_out, &SelectedEstimates::corrected, options);
    result.state = result.regression.state;
    return result;
}

inline double beyond_cut_off(double baseline, const SelectedDesign& design) {
    const double distance = baseline - design.cut_off;
    return design.selected == stats::Selected::above ? distance : -distance;
}

}  // namespace detail

/// Bootstrap of the regression to the mean of patients let in by a cut-off, mean and sd of the
/// population fitted anew to the baselines of each resample; the reliability, where it has a
/// standard error, drawn from the beta distribution of that mean and sd. O(n B).
/// baseline  scores that passed the cut-off; NaN is missing
/// states    those of `truncated_normal` where the sample itself cannot be fitted;
///           `invalid_argument` also for a reliability outside [0, 1], a standard error too large
///           for it, or a level outside (0, 1); `not_available`: no reliability, or no standard
///           error of it, so no interval;
///           `too_few`: fewer than 3 patients, or 2 replicates. Of an interval, `approximate`, or
///           `boundary` where more replicates failed than a tail holds
/// source    Davis 1976; Barnett 2005; Efron 1987 for BCa
inline SelectedBootstrap bootstrap_selected(std::span<const double> baseline,
                                            const SelectedDesign& design,
                                            const stats::BootstrapOptions& options = {}) {
    SelectedBootstrap result;
    std::vector<detail::SelectedPatient> patients;
    patients.reserve(baseline.size());
    for (const double score : baseline) {
        const double excess = detail::beyond_cut_off(score, design);
        if (excess >= 0.0 && std::isfinite(score))
            patients.emplace_back(excess, stats::not_a_number);
        result.missing += !std::isfinite(score);
    }
    result.outside = baseline.size() - result.missing - patients.size();
    return detail::run_selected_bootstrap(std::move(patients), result, design, options);
}

/// The same, and of the mean improvement less that regression, from the same resampled patients.
/// pre, post  scores at the baseline that let patients in, and after; pairs with a missing score
///            are left out of both
inline SelectedBootstrap bootstrap_selected(std::span<const double> pre,
                                            std::span<const double> post,
                                            const SelectedDesign& design,
                                            const stats::BootstrapOptions& options = {}) {
    const stats::detail::Pairs pairs = stats::detail::complete_pairs(pre, post);
    SelectedBootstrap result;
    result.missing = pairs.missing;
    std::vector<detail::SelectedPatient> patients;
    patients.reserve(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const double excess = detail::beyond_cut_off(pairs.first[i], design);
        if (!(excess >= 0.0)) continue;
        patients.emplace_back(
            excess, stats::detail::improvement(pairs.first[i], pairs.second[i], design.direction));
    }
    result.outside = pairs.size() - patients.size();
    return detail::run_selected_bootstrap(std::move(patients), result, design, options);
}

}  // namespace eczscore::trial
