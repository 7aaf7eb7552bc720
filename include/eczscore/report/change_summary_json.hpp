// SPDX-License-Identifier: BSL-1.0
// The change of groups as JSON: every number with its interval, its method and its state.
#pragma once

#include <cmath>
#include <string>

#include "eczscore/report/change_summary.hpp"
#include "eczscore/report/change_summary_words.hpp"
#include "eczscore/report/json.hpp"
#include "eczscore/report/p_value.hpp"

namespace eczscore::report {

namespace detail {

/// Null for what is no number; limits that run to infinity are words.
inline Json json_double(double value) {
    if (std::isnan(value)) return nullptr;
    if (std::isinf(value)) return value > 0.0 ? "infinity" : "-infinity";
    return value;
}

inline Json json_p(double p) {
    if (std::isnan(p)) return nullptr;
    if (p == 0.0) return p_data(p);
    return p;
}

inline void add_interval(Json& object, const stats::Interval& ci) {
    object["lower"] = json_double(ci.lower);
    object["upper"] = json_double(ci.upper);
    object["level"] = ci.confidence_level;
    object["attained_level"] = json_double(ci.attained);
    object["interval_method"] = json_text(ci.method);
    object["interval_state"] = json_text(name(ci.state));
}

inline void add_test(Json& object, const stats::Estimate& of) {
    object["statistic"] = json_double(of.statistic);
    object["df"] = json_double(of.df);
    object["p"] = json_p(of.p);
    object["p_text"] = p_text(of.p);
    object["test"] = json_text(of.method);
    object["test_state"] = json_text(name(of.state));
}

inline Json json_estimate(const stats::Estimate& of) {
    Json object = {{"estimate", json_double(of.estimate)}, {"se", json_double(of.se)}};
    add_interval(object, of.ci);
    object["n"] = of.n;
    object["method"] = json_text(of.method);
    object["state"] = json_text(name(of.state));
    return object;
}

inline Json json_number_needed(const stats::NumberNeeded& of) {
    Json object = {{"number", json_double(of.number)},
                   {"for", of.is_benefit ? "benefit" : "harm"},
                   {"lower", json_double(of.ci.lower)},
                   {"upper", json_double(of.ci.upper)},
                   {"crosses_infinity", of.crosses_infinity}};
    if (of.crosses_infinity) {
        object["harm_limit"] = json_double(of.harm_limit);
        object["benefit_limit"] = json_double(of.benefit_limit);
    }
    object["text"] = number_needed_text(of);
    object["state"] = json_text(name(of.state));
    return object;
}

inline Json json_responders(const GroupChange& group) {
    Json all = Json::array();
    for (const ResponderShare& share : group.responders) {
        Json line = {{"id", json_text(share.threshold->id)},
                     {"kind", json_text(name(share.threshold->basis))},
                     {"responders", share.of.x},
                     {"eligible", share.of.n},
                     {"not_eligible", share.not_eligible},
                     {"share", json_double(share.share.estimate)}};
        add_interval(line, share.share.ci);
        line["state"] = json_text(name(share.share.state));
        line["population"] = json_text(share.threshold->population);
        add_evidence(line, share.threshold->evidence);
        all.push_back(line);
    }
    return all;
}

inline Json json_verdicts(const GroupChange& group) {
    Json all = Json::array();
    for (const MidJudgement& of : group.verdicts) {
        Json line = {{"id", json_text(of.threshold->id)},
                     {"points", json_number(of.threshold->value)},
                     {"verdict", json_text(name(of.judged.verdict))},
                     {"direction", json_text(name(of.judged.direction))},
                     {"state", json_text(name(of.judged.state))}};
        line["population"] = json_text(of.threshold->population);
        add_evidence(line, of.threshold->evidence);
        all.push_back(line);
    }
    return all;
}

inline Json json_between(const GroupDifference& difference) {
    Json all = Json::array();
    for (const BetweenJudgement& of : difference.verdicts) {
        Json line = {{"id", json_text(of.threshold->id)},
                     {"points", json_number(of.threshold->value)},
                     {"verdict", json_text(name(trial::verdict_between(of.judged)))},
                     {"superior", of.judged.superior},
                     {"relevantly_superior", of.judged.relevantly_superior},
                     {"relevant_estimate", of.judged.relevant_estimate},
                     {"excludes_mid", of.judged.excludes_mid},
                     {"inferior", of.judged.inferior},
                     {"state", json_text(name(of.judged.state))},
                     {"population", json_text(of.threshold->population)}};
        add_evidence(line, of.threshold->evidence);
        all.push_back(line);
    }
    return all;
}

inline Json json_selection(const GroupChange& group) {
    const SelectionEffect& of = *group.selection;
    return {{"entry_cutoff", json_double(of.cut_off)},
            {"population_mean", json_double(of.population_mean)},
            {"population_sd", json_double(of.population_sd)},
            {"reliability", json_double(of.reliability)},
            {"baselines", of.baselines},
            {"outside", of.outside},
            {"expected_improvement", json_double(of.expected.estimate)},
            {"corrected_improvement", json_estimate(of.corrected)},
            {"method", json_text(of.expected.method)},
            {"sentence", selection_sentence(group)}};
}

inline Json json_group(const GroupChange& of) {
    Json object = {{"group", of.name}, {"subjects", of.subjects}, {"n", of.n}};
    object["not_evaluable"] = Json::array();
    for (const NotEvaluable& why : of.not_evaluable) {
        object["not_evaluable"].push_back({{"reason", why.reason}, {"n", why.n}});
    }
    const auto visit = [](const VisitMean& at) -> Json {
        return {{"mean", json_double(at.mean)}, {"sd", json_double(at.sd)}};
    };
    object["baseline"] = visit(of.baseline);
    object["value"] = visit(of.later);
    object["mean_change"] = json_estimate(of.change);
    add_test(object["mean_change"], of.change);
    object["mean_improvement"] = json_estimate(of.improvement);
    object["median_improvement"] = json_estimate(of.median_improvement);
    Json& typical = object["hodges_lehmann_improvement"];
    typical = json_estimate(of.hodges_lehmann_improvement);
    add_test(typical, of.signed_rank);
    typical["smallest_p"] = json_double(of.smallest_p);
    object["mean_of_percents"] = json_estimate(of.percent.mean_of_percents);
    object["percent_of_means"] = json_double(of.percent.percent_of_means);
    object["baseline_zero"] = of.percent.baseline_zero;
    object["baseline_near_zero"] = of.percent.near_zero;
    object["responders"] = json_responders(of);
    object["verdicts"] = json_verdicts(of);
    if (of.selection) object["selection"] = json_selection(of);
    return object;
}

inline Json json_difference(const GroupDifference& of) {
    Json object = {{"group", of.group}, {"control", of.control}};
    object["mean_improvement"] = json_estimate(of.mean);
    add_test(object["mean_improvement"], of.mean);
    object["shift"] = json_estimate(of.shift);
    add_test(object["shift"], of.mann_whitney);
    object["between_group_verdicts"] = json_between(of);
    object["responders"] = Json::array();
    for (const ResponderDifference& each : of.responders) {
        Json line = {{"id", json_text(each.threshold->id)},
                     {"positive_favours", less_is_better(*each.threshold) ? of.control : of.group},
                     {"risk_difference", json_estimate(each.difference)}};
        add_test(line["risk_difference"], each.difference);
        if (each.treated) line["number_needed"] = json_number_needed(*each.treated);
        object["responders"].push_back(line);
    }
    return object;
}

}  // namespace detail

/// Shares are 0 to 1, percentages are percentages; `p_text` is for people.
inline Json change_summary_json(const ChangeSummary& summary) {
    Json object = {{"instrument", json_text(summary.instrument->id)},
                   {"direction", json_text(name(summary.instrument->direction))},
                   {"improvement", "positive is better"},
                   {"baseline", summary.baseline},
                   {"at", summary.at},
                   {"level", summary.confidence_level}};
    object["groups"] = Json::array();
    for (const GroupChange& group : summary.groups) {
        object["groups"].push_back(detail::json_group(group));
    }
    if (summary.difference) object["difference"] = detail::json_difference(*summary.difference);
    object["notes"] = Json::array();
    for (const std::string& note : summary_notes(summary)) object["notes"].push_back(note);
    if (summary.difference && summary.difference->verdicts.empty()) {
        object["notes"].push_back(no_between_mid_sentence(*summary.instrument));
    }
    return object;
}

}  // namespace eczscore::report
