// SPDX-License-Identifier: BSL-1.0
// The summary of groups as rows, one for each quantity.
#include <cmath>
#include <utility>

#include "eczscore/report/change_summary_words.hpp"
#include "eczscore/table/change_summary.hpp"

namespace eczscore::table {

namespace {

using report::GroupChange;
using stats::Estimate;
using stats::Interval;

/// The shortest decimal that reads back as the same number; empty for none.
std::string number(double value) {
    if (std::isnan(value)) return {};
    if (std::isinf(value)) return value > 0.0 ? "Inf" : "-Inf";
    char buffer[report::number_room];
    return std::string(buffer, report::write_shortest(buffer, value));
}

/// Rows of one group.
class Quantities {
public:
    Quantities(RowWriter& rows, std::string group) : rows_(rows), group_(std::move(group)) {}

    void count(const std::string& quantity, std::size_t count, std::size_t of,
               std::string_view method = {}) {
        row(quantity, std::to_string(count), {}, of, method, "ok");
    }
    void value(const std::string& quantity, double value, std::size_t n, std::string_view method,
               stats::State missing = stats::State::too_few) {
        const stats::State state = std::isnan(value) ? missing : stats::State::ok;
        row(quantity, number(value), {}, n, method, std::string_view(name(state)));
    }
    /// The state of an interval that is missing or special is the more telling one.
    void estimate(const std::string& quantity, const Estimate& of, double scale = 1.0,
                  const std::string& remark = {}) {
        const stats::State state = of.state == stats::State::ok ? of.ci.state : of.state;
        std::string method(std::string_view(of.method));
        const std::string_view interval = of.ci.method;
        if (!interval.empty() && interval != method)
            method += "; interval: " + std::string(interval);
        Interval ci = of.ci;
        ci.lower *= scale;
        ci.upper *= scale;
        row(quantity, number(scale * of.estimate), ci, of.n, method + remark,
            std::string_view(name(state)));
    }
    void p(const std::string& quantity, const Estimate& of) {
        row(quantity, report::p_data(of.p), {}, of.n, std::string_view(of.method),
            std::string_view(name(of.state)));
    }
    void row(const std::string& quantity, const std::string& estimate, const Interval& ci,
             std::size_t n, std::string_view method, std::string_view state) {
        const std::string of = std::to_string(n);
        const std::string lower = number(ci.lower);
        const std::string upper = number(ci.upper);
        const bool there = !std::isnan(ci.lower);
        const std::string level = number(!there                    ? stats::not_a_number
                                         : std::isnan(ci.attained) ? ci.confidence_level
                                                                   : ci.attained);
        const auto figure = [](const std::string& text) -> Cell {  // none is null in JSON
            return {text,
                    text.empty() || is_json_number(text) ? Cell::Kind::number : Cell::Kind::text};
        };
        const Cell cells[] = {
            {group_},        {quantity},      {figure(estimate)},       {figure(lower)},
            {figure(upper)}, {figure(level)}, {of, Cell::Kind::number}, {method},
            {state}};
        rows_.row(cells);
    }

private:
    RowWriter& rows_;
    std::string group_;
};

std::string with_id(std::string_view quantity, const Threshold& threshold) {
    return std::string(quantity) + ":" + std::string(threshold.id);
}

/// A threshold with what an interval says of it.
void write_verdict(Quantities& out, std::string_view quantity, const Threshold& threshold,
                   std::size_t n, const std::string& method, std::string_view verdict) {
    std::string source = report::evidence_with_note(threshold.evidence);
    if (!threshold.population.empty()) {
        source = std::string(threshold.population) + "; " + source;
    }
    out.row(with_id(quantity, threshold), report::number_text(threshold.value), {}, n,
            method + ": interval against threshold; " + source, verdict);
}

void write_thresholds(Quantities& out, const GroupChange& group) {
    for (const report::ResponderShare& share : group.responders) {
        const auto n = static_cast<std::size_t>(share.of.n);
        out.row(with_id("responders", *share.threshold), std::to_string(share.of.x), {}, n,
                "count of those with both scores and an eligible baseline",
                n == 0 ? "too_few" : "ok");
        Estimate percent = share.share;  // 100 x / n: 56, not 56.00000000000001
        if (n > 0)
            percent.estimate = static_cast<double>(100 * share.of.x) / static_cast<double>(n);
        percent.ci.lower *= 100.0;
        percent.ci.upper *= 100.0;
        out.estimate(with_id("responder_percent", *share.threshold), percent);
        out.count(with_id("not_eligible", *share.threshold), share.not_eligible, group.n);
    }
    for (const report::MidJudgement& of : group.verdicts) {
        write_verdict(out, "mid", *of.threshold, group.n, "mean improvement",
                      std::string_view(name(of.judged.verdict)));
    }
}

void write_selection(Quantities& out, const report::SelectionEffect& of) {
    out.estimate("regression_to_the_mean", of.expected);
    out.estimate("corrected_improvement", of.corrected);
    if (of.baselines == 1) out.count("baseline_outside_entry_rule", of.outside, of.expected.n);
}

void write_percent(Quantities& out, const GroupChange& group) {
    const report::PercentSummary& of = group.percent;
    Estimate mean = of.mean_of_percents;
    if (mean.n == 0) mean.state = mean.ci.state = of.state;
    out.estimate("mean_of_percent_improvements", mean);
    out.value("percent_improvement_of_means", of.percent_of_means, of.mean_of_percents.n,
              "percent of means", of.state);
    out.count("baseline_zero", of.baseline_zero, group.n, "no percentage");
    out.count("baseline_near_zero", of.near_zero, group.n, "below 5 % of the scale, 0 included");
}

void write_group(RowWriter& rows, const GroupChange& group) {
    Quantities out(rows, group.name.empty() ? "all" : group.name);
    out.count("subjects", group.subjects, group.subjects);
    out.count("evaluable", group.n, group.subjects);
    for (const report::NotEvaluable& why : group.not_evaluable) {
        out.count("not_evaluable", why.n, group.subjects, why.reason);
    }
    out.value("baseline_mean", group.baseline.mean, group.n, "mean");
    out.value("baseline_sd", group.baseline.sd, group.n, "SD");
    out.value("value_mean", group.later.mean, group.n, "mean");
    out.value("value_sd", group.later.sd, group.n, "SD");
    out.estimate("mean_change", group.change);
    out.p("mean_change_p", group.change);
    out.estimate("mean_improvement", group.improvement);
    out.estimate("median_improvement", group.median_improvement);
    out.estimate("hodges_lehmann_improvement", group.hodges_lehmann_improvement);
    out.p("hodges_lehmann_improvement_p", group.signed_rank);
    out.value("hodges_lehmann_improvement_smallest_p", group.smallest_p, group.n,
              "the least that so many changes can give");
    write_percent(out, group);
    write_thresholds(out, group);
    if (group.selection) write_selection(out, *group.selection);
}

void write_number_needed(Quantities& out, const Threshold& threshold,
                         const stats::NumberNeeded& of) {
    out.row(with_id("nnt", threshold), number(of.number), of.ci, of.n,
            "1 / risk difference: " + report::number_needed_text(of),
            std::string_view(name(of.state)));
}

void write_difference(RowWriter& rows, const report::GroupDifference& of) {
    Quantities out(rows, of.group + " - " + of.control);
    out.estimate("mean_improvement_difference", of.mean);
    out.p("mean_improvement_difference_p", of.mean);
    for (const report::BetweenJudgement& each : of.verdicts) {
        write_verdict(out, "between_group_mid", *each.threshold, of.mean.n,
                      "difference of mean improvements",
                      std::string_view(name(trial::verdict_between(each.judged))));
    }
    out.estimate("improvement_shift", of.shift);
    out.p("improvement_shift_p", of.mann_whitney);
    for (const report::ResponderDifference& each : of.responders) {
        out.estimate(with_id("responder_difference_percent", *each.threshold), each.difference,
                     100.0,
                     report::less_is_better(*each.threshold) ? "; negative favours " + of.group
                                                             : std::string());
        out.p(with_id("responder_difference_p", *each.threshold), each.difference);
        if (each.treated) write_number_needed(out, *each.threshold, *each.treated);
    }
}

/// The text for people, and JSON, say the rest themselves.
}  // namespace

std::vector<std::string> summary_columns() {
    return {"group", "quantity", "estimate", "lower", "upper", "level", "n", "method", "state"};
}

void write_summary_rows(RowWriter& rows, const report::ChangeSummary& summary) {
    for (const GroupChange& group : summary.groups) write_group(rows, group);
    if (summary.difference) write_difference(rows, *summary.difference);
}

}  // namespace eczscore::table
