// SPDX-License-Identifier: BSL-1.0
// The change of groups as JSON: every number with its interval, its method and its state.
#pragma once

#include <string>
#include <string_view>

#include "eczscore/report/change_summary.hpp"
#include "eczscore/report/change_summary_words.hpp"
#include "eczscore/report/json.hpp"
#include "eczscore/report/p_value.hpp"

namespace eczscore::report {

namespace detail {

inline void json_interval(JsonOut& json, const stats::Interval& ci) {
    json.member("lower", ci.lower);
    json.member("upper", ci.upper);
    json.member("level", ci.confidence_level);
    json.member("attained_level", ci.attained);
    json.member("interval_method", ci.method);
    json.member("interval_state", name(ci.state));
}

/// A p-value that is too small for a double is in words.
inline void json_p(JsonOut& json, double p) { p == 0.0 ? json.value(p_data(p)) : json.value(p); }

inline void json_test(JsonOut& json, const stats::Estimate& of) {
    json.member("statistic", of.statistic);
    json.member("df", of.df);
    json.member("p", [&] { json_p(json, of.p); });
    json.member("p_text", p_text(of.p));
    json.member("test", of.method);
    json.member("test_state", name(of.state));
}

inline void json_estimate_members(JsonOut& json, const stats::Estimate& of) {
    json.member("estimate", of.estimate);
    json.member("se", of.se);
    json_interval(json, of.ci);
    json.member("n", of.n);
    json.member("method", of.method);
    json.member("state", name(of.state));
}

inline void json_estimate(JsonOut& json, const stats::Estimate& of) {
    json.object([&] { json_estimate_members(json, of); });
}
/// With a test, whose statistic and p may be those of another estimate.
inline void json_estimate(JsonOut& json, const stats::Estimate& of, const stats::Estimate& test) {
    json.object([&] {
        json_estimate_members(json, of);
        json_test(json, test);
    });
}

inline void json_number_needed(JsonOut& json, const stats::NumberNeeded& of) {
    json.object([&] {
        json.member("number", of.number);
        json.member("for", of.is_benefit ? "benefit" : "harm");
        json.member("lower", of.ci.lower);
        json.member("upper", of.ci.upper);
        json.member("crosses_infinity", of.crosses_infinity);
        if (of.crosses_infinity) {
            json.member("harm_limit", of.harm_limit);
            json.member("benefit_limit", of.benefit_limit);
        }
        json.member("text", number_needed_text(of));
        json.member("state", name(of.state));
    });
}

inline void json_responders(JsonOut& json, const GroupChange& group) {
    json.array([&] {
        for (const ResponderShare& share : group.responders) {
            json.object([&] {
                json.member("id", share.threshold->id);
                json.member("kind", name(share.threshold->basis));
                json.member("responders", share.of.x);
                json.member("eligible", share.of.n);
                json.member("not_eligible", share.not_eligible);
                json.member("share", share.share.estimate);
                json_interval(json, share.share.ci);
                json.member("state", name(share.share.state));
                json.member("population", share.threshold->population);
                json_evidence(json, share.threshold->evidence);
            });
        }
    });
}

inline void json_verdicts(JsonOut& json, const GroupChange& group) {
    json.array([&] {
        for (const MidJudgement& of : group.verdicts) {
            json.object([&] {
                json.member("id", of.threshold->id);
                json.member("points", of.threshold->value);
                json.member("verdict", name(of.judged.verdict));
                json.member("direction", name(of.judged.direction));
                json.member("state", name(of.judged.state));
                json.member("population", of.threshold->population);
                json_evidence(json, of.threshold->evidence);
            });
        }
    });
}

inline void json_between(JsonOut& json, const GroupDifference& difference) {
    json.array([&] {
        for (const BetweenJudgement& of : difference.verdicts) {
            json.object([&] {
                json.member("id", of.threshold->id);
                json.member("points", of.threshold->value);
                json.member("verdict", name(trial::verdict_between(of.judged)));
                json.member("superior", of.judged.superior);
                json.member("relevantly_superior", of.judged.relevantly_superior);
                json.member("relevant_estimate", of.judged.relevant_estimate);
                json.member("excludes_mid", of.judged.excludes_mid);
                json.member("inferior", of.judged.inferior);
                json.member("state", name(of.judged.state));
                json.member("population", of.threshold->population);
                json_evidence(json, of.threshold->evidence);
            });
        }
    });
}

inline void json_selection(JsonOut& json, const GroupChange& group) {
    const SelectionEffect& of = *group.selection;
    json.object([&] {
        json.member("entry_cutoff", of.cut_off);
        json.member("population_mean", of.population_mean);
        json.member("population_sd", of.population_sd);
        json.member("reliability", of.reliability);
        json.member("baselines", of.baselines);
        json.member("outside", of.outside);
        json.member("expected_improvement", of.expected.estimate);
        json.member("corrected_improvement", [&] { json_estimate(json, of.corrected); });
        json.member("method", of.expected.method);
        json.member("sentence", selection_sentence(group));
    });
}

/// What a group is: its size, who is left out, its means at both visits.
inline void json_group_head(JsonOut& json, const GroupChange& of) {
    json.member("group", of.name);
    json.member("subjects", of.subjects);
    json.member("n", of.n);
    json.key("not_evaluable").array([&] {
        for (const NotEvaluable& why : of.not_evaluable) {
            json.object([&] {
                json.member("reason", why.reason);
                json.member("n", why.n);
            });
        }
    });
    const auto visit = [&](std::string_view name, const VisitMean& at) {
        json.key(name).object([&] {
            json.member("mean", at.mean);
            json.member("sd", at.sd);
        });
    };
    visit("baseline", of.baseline);
    visit("value", of.later);
}

inline void json_group(JsonOut& json, const GroupChange& of) {
    json.object([&] {
        json_group_head(json, of);
        json.member("mean_change", [&] { json_estimate(json, of.change, of.change); });
        json.member("mean_improvement", [&] { json_estimate(json, of.improvement); });
        json.member("median_improvement", [&] { json_estimate(json, of.median_improvement); });
        json.key("hodges_lehmann_improvement").object([&] {
            json_estimate_members(json, of.hodges_lehmann_improvement);
            json_test(json, of.signed_rank);
            json.member("smallest_p", of.smallest_p);
        });
        json.member("mean_of_percents", [&] { json_estimate(json, of.percent.mean_of_percents); });
        json.member("percent_of_means", of.percent.percent_of_means);
        json.member("baseline_zero", of.percent.baseline_zero);
        json.member("baseline_near_zero", of.percent.near_zero);
        json.member("responders", [&] { json_responders(json, of); });
        json.member("verdicts", [&] { json_verdicts(json, of); });
        if (of.selection) json.member("selection", [&] { json_selection(json, of); });
    });
}

inline void json_difference(JsonOut& json, const GroupDifference& of) {
    json.object([&] {
        json.member("group", of.group);
        json.member("control", of.control);
        json.member("mean_improvement", [&] { json_estimate(json, of.mean, of.mean); });
        json.member("shift", [&] { json_estimate(json, of.shift, of.mann_whitney); });
        json.member("between_group_verdicts", [&] { json_between(json, of); });
        json.key("responders").array([&] {
            for (const ResponderDifference& each : of.responders) {
                json.object([&] {
                    json.member("id", each.threshold->id);
                    json.member("positive_favours",
                                less_is_better(*each.threshold) ? of.control : of.group);
                    json.member("risk_difference",
                                [&] { json_estimate(json, each.difference, each.difference); });
                    if (!each.treated) return;
                    json.member("number_needed", [&] { json_number_needed(json, *each.treated); });
                });
            }
        });
    });
}

}  // namespace detail

/// Shares are 0 to 1, percentages are percentages; `p_text` is for people.
inline void change_summary_json(JsonOut& json, const ChangeSummary& summary) {
    json.object([&] {
        json.member("instrument", summary.instrument->id);
        json.member("direction", name(summary.instrument->direction));
        json.member("improvement", "positive is better");
        json.member("baseline", summary.baseline);
        json.member("at", summary.at);
        json.member("level", summary.confidence_level);
        json.key("groups").array([&] {
            for (const GroupChange& group : summary.groups) detail::json_group(json, group);
        });
        if (summary.difference) {
            json.member("difference", [&] { detail::json_difference(json, *summary.difference); });
        }
        json.key("notes").array([&] {
            for (const std::string& note : summary_notes(summary)) json.value(note);
            if (summary.difference && summary.difference->verdicts.empty()) {
                json.value(no_between_mid_sentence(*summary.instrument));
            }
        });
    });
}
/// The same as the text of a document.
inline std::string change_summary_json(const ChangeSummary& summary) {
    return json_document([&](JsonOut& json) { change_summary_json(json, summary); });
}

}  // namespace eczscore::report
