// SPDX-License-Identifier: BSL-1.0
// Groups of subjects between two visits: who can be judged, and what the statistics say of them.
#include "eczscore/table/change_summary.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "eczscore/io/printable.hpp"
#include "eczscore/report/change.hpp"
#include "eczscore/report/number.hpp"
#include "eczscore/stats/hodges_lehmann_paired.hpp"
#include "eczscore/stats/one_proportion.hpp"
#include "eczscore/stats/paired_t.hpp"
#include "eczscore/stats/percent_change.hpp"
#include "eczscore/stats/regression_to_the_mean.hpp"
#include "eczscore/stats/sign_test.hpp"
#include "eczscore/stats/signed_rank.hpp"
#include "eczscore/stats/welch.hpp"
#include "eczscore/table/change_groups.hpp"
#include "eczscore/trial/important_from_threshold.hpp"
#include "table/change_difference.hpp"

namespace eczscore::table {

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

/// The median with the limits that belong to the sign test. Limits that would be infinite, from
/// too few values for the confidence level, are no interval.
Estimate median_of(std::span<const double> values, double confidence_level) {
    const stats::SignTest of = stats::sign_test(values, {.confidence_level = confidence_level});
    Estimate median{.estimate = of.median, .ci = of.ci, .n = of.n, .method = "median"};
    if (of.n > 0) median.state = stats::State::ok;
    if (std::isinf(of.ci.lower)) {
        median.ci = {.confidence_level = confidence_level,
                     .method = of.ci.method,
                     .state = stats::State::too_few};
    }
    return median;
}

void put_location(GroupChange& group, const Columns& of, double confidence_level) {
    const stats::TwoSampleT visits = stats::welch_t(of.baseline, of.later);  // its summaries alone
    group.baseline = {visits.x.mean, visits.x.sd};
    group.later = {visits.y.mean, visits.y.sd};
    group.change =
        mean_of(stats::paired_t(of.baseline, of.later, {.confidence_level = confidence_level}));
    group.improvement =
        mean_of(stats::paired_t(of.improvement, {.confidence_level = confidence_level}));
    group.median_improvement = median_of(of.improvement, confidence_level);
    const auto typical =
        stats::hodges_lehmann_paired(of.improvement, {.confidence_level = confidence_level});
    group.hodges_lehmann_improvement = {.estimate = typical.estimate,
                                        .ci = typical.ci,
                                        .n = typical.n,
                                        .method = typical.method,
                                        .state = typical.state};
    const auto rank = stats::signed_rank_exact(of.improvement);
    group.signed_rank = {.statistic = rank.w_plus,
                         .p = rank.p_two_sided,
                         .n = rank.n,
                         .method = rank.method,
                         .state = rank.state};
    if (rank.nonzero > 0) group.smallest_p = rank.smallest_p;
}

void put_percent(GroupChange& group, const Columns& of, const Instrument& instrument,
                 double confidence_level) {
    const double range = (instrument.max - instrument.min).to_double();
    const auto percent = stats::percent_change(of.baseline, of.later,
                                               {.direction = instrument.direction,
                                                .scale_range = range,
                                                .confidence_level = confidence_level});
    group.percent = {.mean_of_percents = percent.mean_of_percents,
                     .percent_of_means = percent.percent_of_means,
                     .state = percent.state,
                     .baseline_zero = percent.undefined,
                     .near_zero = percent.near_zero};
}

void put_thresholds(GroupChange& group, std::span<const Change> changes,
                    const Instrument& instrument, double confidence_level) {
    for (const Threshold& threshold : instrument.thresholds) {
        if (report::gives_response(threshold)) {
            report::ResponderShare share{.threshold = &threshold};
            for (const Change& c : changes) {
                const Response answer = response(threshold, c);
                share.of.x += answer == Response::yes;
                share.of.n += answer != Response::not_evaluable;
            }
            share.not_eligible = changes.size() - static_cast<std::size_t>(share.of.n);
            share.share = stats::one_proportion(
                share.of,
                {.method = stats::ProportionMethod::wilson, .confidence_level = confidence_level});
            group.responders.push_back(share);
        }
        const auto mic = trial::within_group_mic_from(threshold);
        if (!mic.is_there()) continue;
        group.verdicts.push_back(
            {&threshold, stats::within_group_mic(group.improvement, mic.amount)});
    }
}

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
        {.confidence_level = options.confidence_level});
    const auto corrected = stats::correct_improvement(
        group.improvement.estimate, group.improvement.se, expected,
        {.direction = instrument.direction, .confidence_level = options.confidence_level});
    report::SelectionEffect effect{.cut_off = options.entry_cutoff,
                                   .population_mean = options.population_mean,
                                   .population_sd = options.population_sd,
                                   .reliability = options.reliability,
                                   .baselines = options.baselines};
    effect.expected = {.estimate = expected.towards_mean,
                       .n = group.n,
                       .method = expected.method,
                       .state = expected.state};
    // What is expected is taken as known: the interval is the observed one, moved.
    stats::Interval moved = group.improvement.ci;
    moved.lower -= corrected.regression;
    moved.upper -= corrected.regression;
    if (moved.state == stats::State::ok) moved.state = corrected.state;
    effect.corrected = {.estimate = corrected.corrected,
                        .se = group.improvement.se,
                        .ci = moved,
                        .n = group.n,
                        .method = corrected.method,
                        .state = corrected.state};
    if (options.baselines == 1)
        effect.outside = static_cast<std::size_t>(
            std::count_if(of.baseline.begin(), of.baseline.end(), [&](double score) {
                return lower ? score < options.entry_cutoff : score > options.entry_cutoff;
            }));
    group.selection = effect;
}

GroupChange group_change(const std::string& name, const Members& members,
                         const ChangeOptions& options, const Instrument& instrument) {
    GroupChange group{
        .name = io::printable(name), .subjects = members.subjects, .n = members.changes.size()};
    for (const auto& [reason, n] : members.reasons) {
        group.not_evaluable.push_back({io::printable(reason), n});
    }
    const Columns columns(members.changes);
    put_location(group, columns, options.confidence_level);
    put_percent(group, columns, instrument, options.confidence_level);
    put_thresholds(group, members.changes, instrument, options.confidence_level);
    if (options.has_entry_rule()) put_selection(group, columns, options, instrument);
    return group;
}

}  // namespace

Summarised summarise(const ChangeRows& rows, const ChangeOptions& options,
                     const Instrument& instrument) {
    Summarised found;
    report::ChangeSummary& summary = found.summary;
    summary = {.instrument = &instrument,
               .baseline = io::printable(options.baseline),
               .at = io::printable(options.at),
               .confidence_level = options.confidence_level};
    const Groups groups = collect(rows, options, instrument);
    found.nowhere = groups.nowhere;
    found.changed = groups.changed;
    std::vector<const Members*> members;
    const auto add = [&](const std::string& name, const Members& of) {
        if (!io::is_utf8(name) && found.not_utf8++ == 0) found.first_not_utf8 = name;
        summary.groups.push_back(group_change(name, of, options, instrument));
        members.push_back(&of);
    };
    for (const auto& [name, of] : groups.by_name) {
        if (options.control.empty() || name != options.control) add(name, of);
    }
    const auto control = groups.by_name.find(options.control);
    if (!options.control.empty() && control != groups.by_name.end())
        add(control->first, control->second);
    if (summary.groups.size() == 2) {
        summary.difference = compare(summary.groups[0], *members[0], summary.groups[1], *members[1],
                                     instrument, options.confidence_level);
    }
    return found;
}

}  // namespace eczscore::table
