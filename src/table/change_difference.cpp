// SPDX-License-Identifier: BSL-1.0
// Two groups compared in improvement, the first minus the control.
#include "table/change_difference.hpp"

#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "eczscore/stats/hodges_lehmann_shift.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "eczscore/stats/risk_difference.hpp"
#include "eczscore/stats/welch.hpp"

namespace eczscore::table {

namespace {

using stats::Estimate;

std::vector<double> improvements(std::span<const Change> changes) {
    std::vector<double> all;
    for (const Change& c : changes) all.push_back(c.improvement().to_double());
    return all;
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
                const auto steps_per_point = c.improvement().den();
                if (steps_per_point > most) common = most + 1;
                if (common <= most) {
                    common = std::lcm(common, static_cast<std::int64_t>(steps_per_point));
                }
            }
        }
        if (common <= most) per_unit = static_cast<double>(common);
        for (const Change& c : of_first) first.push_back(steps(c, common));
        for (const Change& c : of_control) control.push_back(steps(c, common));
    }

private:
    static constexpr std::int64_t most = 1'000'000;
    static double steps(const Change& c, std::int64_t common) {
        return (common <= most ? c.improvement() * WideExact(common) : c.improvement()).to_double();
    }
};

/// Subjects up to whom ranks are compared exactly; the time grows with the fourth power.
constexpr std::size_t most_exact = 400;

void put_ranks(report::GroupDifference& difference, const Steps& steps, double confidence_level) {
    const bool exact = steps.first.size() + steps.control.size() <= most_exact;
    const auto limits = exact ? stats::ShiftLimits::exact : stats::ShiftLimits::normal;
    Estimate& shift = difference.shift;
    shift = stats::hodges_lehmann_shift(steps.first, steps.control,
                                        {.confidence_level = confidence_level, .limits = limits})
                .shift;
    for (double* number : {&shift.estimate, &shift.ci.lower, &shift.ci.upper}) {
        *number /= steps.per_unit;
    }
    const auto test = exact ? stats::mann_whitney_exact(steps.first, steps.control)
                            : stats::mann_whitney_normal(steps.first, steps.control);
    difference.mann_whitney = {.statistic = test.u,
                               .p = test.p,
                               .n = test.n_x + test.n_y,
                               .method = test.method,
                               .state = test.state};
}

void put_responders(report::GroupDifference& difference, const report::GroupChange& first,
                    const report::GroupChange& control, double confidence_level) {
    for (std::size_t i = 0; i < first.responders.size(); ++i) {
        const Threshold& threshold = *first.responders[i].threshold;
        report::ResponderDifference each{.threshold = &threshold};
        each.difference =
            stats::risk_difference(first.responders[i].of, control.responders[i].of,
                                   {.method = stats::RiskDifferenceMethod::miettinen_nurminen,
                                    .confidence_level = confidence_level});
        if (!report::less_is_better(threshold)) {
            each.treated = stats::number_needed(each.difference);
        }
        difference.responders.push_back(std::move(each));
    }
}

}  // namespace

report::GroupDifference compare(const report::GroupChange& first, const Members& of_first,
                                const report::GroupChange& control, const Members& of_control,
                                const Instrument& instrument, double confidence_level) {
    report::GroupDifference found{.group = first.name, .control = control.name};
    found.mean = stats::welch_t(improvements(of_first.changes), improvements(of_control.changes),
                                {.confidence_level = confidence_level})
                     .difference;
    put_ranks(found, Steps(of_first.changes, of_control.changes), confidence_level);
    trial::for_each_between_group_mid(
        instrument, [&](const Threshold& threshold, const stats::BetweenGroupMid& mid) {
            found.verdicts.push_back({&threshold, stats::between_group_mid(found.mean, mid)});
        });
    put_responders(found, first, control, confidence_level);
    return found;
}

}  // namespace eczscore::table
