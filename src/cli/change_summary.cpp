// SPDX-License-Identifier: BSL-1.0
// Groups of subjects between two visits: who can be judged, and what the statistics say of them.
#include "cli/change_summary.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "cli/change_groups.hpp"
#include "eczscore/report/change.hpp"
#include "eczscore/stats/hodges_lehmann_paired.hpp"
#include "eczscore/stats/hodges_lehmann_shift.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "eczscore/stats/one_proportion.hpp"
#include "eczscore/stats/paired_t.hpp"
#include "eczscore/stats/percent_change.hpp"
#include "eczscore/stats/regression_to_the_mean.hpp"
#include "eczscore/stats/risk_difference.hpp"
#include "eczscore/stats/signed_rank.hpp"
#include "eczscore/stats/welch.hpp"
#include "eczscore/trial/mid_from_threshold.hpp"

namespace eczscore::cli {

namespace {

using report::GroupChange;
using stats::Estimate;

/// The scores of a group as numbers.
struct Columns {
    std::vector<double> baseline;
    std::vector<double> later;
    std::vector<double> improvement;

    explicit Columns(std::span<const Change> changes) {
        for (const Change& c : changes) {
            baseline.push_back(c.baseline.to_double());
            later.push_back(c.now.to_double());
            improvement.push_back(c.improvement().to_double());
        }
    }
};

Estimate mean_of(const stats::PairedT& test) {
    return {.estimate = test.mean,
            .se = test.se,
            .df = test.df,
            .statistic = test.t,
            .p = test.p_two_sided,
            .ci = test.ci,
            .n = test.n,
            .missing = test.missing,
            .method = test.method,
            .state = test.state};
}

void put_location(GroupChange& group, const Columns& of, double level) {
    const stats::TwoSampleT visits = stats::welch_t(of.baseline, of.later);  // its summaries alone
    group.baseline = {visits.x.mean, visits.x.sd};
    group.later = {visits.y.mean, visits.y.sd};
    group.change = mean_of(stats::paired_t(of.baseline, of.later, {.level = level}));
    group.improvement = mean_of(stats::paired_t(of.improvement, {.level = level}));
    const auto median = stats::hodges_lehmann_paired(of.improvement, level);
    group.median_improvement = {.estimate = median.estimate,
                                .ci = median.ci,
                                .n = median.n,
                                .method = median.method,
                                .state = median.state};
    const auto rank = stats::signed_rank_exact(of.improvement);
    group.signed_rank = {.statistic = rank.w_plus,
                         .p = rank.p_two_sided,
                         .n = rank.n,
                         .method = rank.method,
                         .state = rank.state};
}

void put_percent(GroupChange& group, const Columns& of, const Instrument& instrument,
                 double level) {
    const bool lower = instrument.direction == Direction::higher_is_worse;
    const double range = (instrument.max - instrument.min).to_double();
    const auto percent = stats::percent_change(
        of.baseline, of.later, lower ? stats::Better::lower : stats::Better::higher, range, level);
    group.percent = {.mean_of_percents = percent.mean_of_percents,
                     .percent_of_means = percent.percent_of_means,
                     .baseline_zero = percent.undefined,
                     .near_zero = percent.near_zero};
}

void put_thresholds(GroupChange& group, std::span<const Change> changes,
                    const Instrument& instrument, double level) {
    for (const Threshold& threshold : instrument.thresholds) {
        if (report::gives_response(threshold)) {
            report::ResponderShare share{.threshold = &threshold};
            for (const Change& c : changes) {
                const Response answer = response(threshold, c);
                share.of.x += answer == Response::yes;
                share.of.n += answer != Response::not_evaluable;
            }
            share.not_eligible = changes.size() - static_cast<std::size_t>(share.of.n);
            share.share = stats::one_proportion(share.of, stats::ProportionMethod::wilson, level);
            group.responders.push_back(share);
        }
        const auto mid = trial::within_group_mid(threshold);
        if (!mid.is_there()) continue;
        group.verdicts.push_back(
            {&threshold, stats::group_within_mcid(group.improvement, mid.mid)});
    }
}

bool has_entry_rule(const ChangeOptions& options) { return !std::isnan(options.entry_cutoff); }

void put_selection(GroupChange& group, const Columns& of, const ChangeOptions& options,
                   const Instrument& instrument) {
    const bool lower = instrument.direction == Direction::higher_is_worse;
    const stats::ScorePopulation population{.mean = options.population_mean,
                                            .sd = options.population_sd,
                                            .reliability = options.reliability,
                                            .source = stats::PopulationSource::assumed,
                                            .se_mean = 0.0,
                                            .se_sd = 0.0,
                                            .se_reliability = 0.0};
    const auto expected = stats::regression_to_the_mean(
        population,
        {.cut_off = options.entry_cutoff,
         .selected = lower ? stats::Selected::above : stats::Selected::below,
         .n_baselines = options.baselines},
        options.level);
    const auto corrected = stats::correct_improvement(
        group.improvement.estimate, group.improvement.se, expected,
        lower ? stats::Better::lower : stats::Better::higher, options.level);
    report::SelectionEffect effect{.cut_off = options.entry_cutoff,
                                   .population_mean = options.population_mean,
                                   .population_sd = options.population_sd,
                                   .reliability = options.reliability,
                                   .baselines = options.baselines};
    effect.expected = {.estimate = expected.towards_mean,
                       .n = group.n,
                       .method = expected.method,
                       .state = expected.state};
    effect.corrected = {.estimate = corrected.corrected,
                        .se = corrected.se,
                        .ci = corrected.ci,
                        .n = group.n,
                        .method = corrected.method,
                        .state = corrected.state};
    effect.outside = static_cast<std::size_t>(
        std::count_if(of.baseline.begin(), of.baseline.end(), [&](double score) {
            return lower ? score < options.entry_cutoff : score > options.entry_cutoff;
        }));
    group.selection = effect;
}

GroupChange group_change(const std::string& name, const Members& members,
                         const ChangeOptions& options, const Instrument& instrument) {
    GroupChange group{.name = name, .subjects = members.subjects, .n = members.changes.size()};
    for (const auto& [reason, n] : members.reasons) group.not_evaluable.push_back({reason, n});
    const Columns columns(members.changes);
    put_location(group, columns, options.level);
    put_percent(group, columns, instrument, options.level);
    put_thresholds(group, members.changes, instrument, options.level);
    if (has_entry_rule(options)) put_selection(group, columns, options, instrument);
    return group;
}

/// Improvements in whole steps, so that decimals that are equal tie and differences are exact.
struct Steps {
    std::vector<double> first;
    std::vector<double> control;
    double per_unit = 1.0;

    Steps(std::span<const Change> of_first, std::span<const Change> of_control) {
        std::int64_t common = 1;
        for (const auto& changes : {of_first, of_control}) {
            for (const Change& c : changes) {
                if (common <= most) common = std::lcm(common, c.improvement().den());
            }
        }
        if (common <= most) per_unit = static_cast<double>(common);
        for (const Change& c : of_first) first.push_back(steps(c, common));
        for (const Change& c : of_control) control.push_back(steps(c, common));
    }

private:
    static constexpr std::int64_t most = 1'000'000;
    static double steps(const Change& c, std::int64_t common) {
        return (common <= most ? c.improvement() * Exact(common) : c.improvement()).to_double();
    }
};

void put_ranks(report::GroupDifference& difference, const Steps& steps, double level) {
    difference.shift = stats::hodges_lehmann_shift(steps.first, steps.control, level).shift;
    Estimate& shift = difference.shift;
    for (double* number : {&shift.estimate, &shift.ci.lower, &shift.ci.upper}) {
        *number /= steps.per_unit;
    }
    const auto test = stats::mann_whitney_exact(steps.first, steps.control);
    difference.mann_whitney = {.statistic = test.u,
                               .p = test.p,
                               .n = test.n_x + test.n_y,
                               .method = test.method,
                               .state = test.state};
}

report::GroupDifference compare(const GroupChange& first, const Members& of_first,
                                const GroupChange& control, const Members& of_control,
                                double level) {
    report::GroupDifference found{.group = first.name, .control = control.name};
    const Columns x(of_first.changes);
    const Columns y(of_control.changes);
    found.mean = stats::welch_t(x.improvement, y.improvement, level).difference;
    put_ranks(found, Steps(of_first.changes, of_control.changes), level);
    for (std::size_t i = 0; i < first.responders.size(); ++i) {
        const Threshold& threshold = *first.responders[i].threshold;
        report::ResponderDifference each{.threshold = &threshold};
        each.difference =
            stats::risk_difference(first.responders[i].of, control.responders[i].of,
                                   stats::RiskDifferenceMethod::miettinen_nurminen, level);
        if (threshold.basis != Basis::non_response) {
            each.treated = stats::number_needed(each.difference);
        }
        found.responders.push_back(std::move(each));
    }
    return found;
}

}  // namespace

std::string summary_trouble(const ChangeOptions& options) {
    if (!(options.level > 0.0 && options.level < 1.0)) {
        return "--level is between 0 and 1, such as 0.95";
    }
    if (!options.bands.empty()) return "--bands: a summary has no bands";
    const bool any = has_entry_rule(options) || !std::isnan(options.population_mean) ||
                     !std::isnan(options.population_sd) || !std::isnan(options.reliability);
    if (!any) return {};
    if (!has_entry_rule(options) || std::isnan(options.population_mean) ||
        std::isnan(options.population_sd) || std::isnan(options.reliability)) {
        return "regression to the mean needs --entry-cutoff, --population-mean, --population-sd "
               "and --reliability together";
    }
    if (!(options.population_sd > 0.0)) return "--population-sd is more than 0";
    if (!(options.reliability >= 0.0 && options.reliability <= 1.0)) {
        return "--reliability is from 0 to 1: the share of true differences in the variance";
    }
    return options.baselines >= 1 ? std::string() : "--baselines is 1 or more";
}

Summarised summarise(const ChangeRows& rows, const ChangeOptions& options,
                     const Instrument& instrument) {
    Summarised found;
    report::ChangeSummary& summary = found.summary;
    summary = {.instrument = &instrument,
               .baseline = options.baseline,
               .at = options.at,
               .level = options.level};
    const auto groups = collect(rows, options, instrument, found.nowhere);
    std::vector<const Members*> members;
    const auto add = [&](const std::string& name, const Members& of) {
        summary.groups.push_back(group_change(name, of, options, instrument));
        members.push_back(&of);
    };
    for (const auto& [name, of] : groups) {
        if (options.control.empty() || name != options.control) add(name, of);
    }
    const auto control = groups.find(options.control);
    if (!options.control.empty() && control != groups.end()) add(control->first, control->second);
    if (summary.groups.size() == 2) {
        summary.difference =
            compare(summary.groups[0], *members[0], summary.groups[1], *members[1], options.level);
    }
    return found;
}

}  // namespace eczscore::cli
