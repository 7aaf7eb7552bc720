// SPDX-License-Identifier: BSL-1.0
// The change of groups in words: numbers with their intervals, verdicts, sentences.
#pragma once

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/io/printable.hpp"
#include "eczscore/report/change_summary.hpp"
#include "eczscore/report/number.hpp"
#include "eczscore/report/p_value.hpp"
#include "eczscore/report/words.hpp"

namespace eczscore::report {

namespace detail {

inline std::string fixed(double value, int places) {
    if (std::isnan(value)) return "none";
    if (std::isinf(value)) return value > 0.0 ? "infinity" : "-infinity";
    std::string text = rounded_text(value, places);
    // A limit just beyond 0 must not read as 0: more places, as far as they are not rounding.
    for (int more = 1; more <= 3 && text.find_first_of("123456789") == std::string::npos; ++more) {
        text = rounded_text(value, places + more);
    }
    if (text.find_first_of("123456789") == std::string::npos) return rounded_text(0.0, places);
    return text;
}

inline std::string with_words(std::string text, stats::State state) {
    const std::string_view words = state_words(state);
    if (words.empty()) return text;
    return text + (text.empty() ? "" : "; ") + std::string(words);
}

/// ` (1.2 to 3.4)`, or why there is no interval.
inline std::string interval_text(const stats::Interval& ci, int places, double scale = 1.0) {
    if (std::isnan(ci.lower) || std::isnan(ci.upper)) {
        const std::string_view words = state_words(ci.state);
        return words.empty() ? ", no interval" : ", no interval: " + std::string(words);
    }
    std::string words(state_words(ci.state));
    if (ci.state == stats::State::level_not_attained) {
        if (!(ci.attained > 0.0)) return ", no interval: too few subjects";
        words = "the widest there is covers " + significant_text(100.0 * ci.attained, 3) +
                " %, not " + significant_text(100.0 * ci.confidence_level, 6) + " %";
    }
    return " (" + fixed(scale * ci.lower, places) + " to " + fixed(scale * ci.upper, places) +
           (words.empty() ? "" : ", ") + words + ")";
}

inline std::string estimate_text(const stats::Estimate& of, int places, std::string_view unit = "",
                                 double scale = 1.0) {
    if (std::isnan(of.estimate)) return with_words("none", of.state);
    return fixed(scale * of.estimate, places) + std::string(unit) +
           interval_text(of.ci, places, scale);
}

inline std::string rank_text(const stats::Estimate& of) {
    return estimate_text(of, 2, " by Hodges-Lehmann");
}

/// `p = 0.032, paired t`.
inline std::string test_text(const stats::Estimate& of) {
    if (std::isnan(of.p)) return "no p-value";
    return p_text(of.p) + ", " + std::string(of.method);
}

/// The same, and what p so few changes could give at the least.
inline std::string signed_rank_text(const GroupChange& of) {
    std::string text = test_text(of.signed_rank);
    if (of.smallest_p > 0.05 && of.smallest_p <= 1.0) {
        text += "; with so few changes it cannot be below " +
                (of.smallest_p == 1.0 ? "1" : p_digits(of.smallest_p));
    }
    return text;
}

inline std::string title_of(const Threshold& threshold) { return std::string(threshold.id); }

inline std::string mean_text(const VisitMean& of) {
    if (std::isnan(of.mean)) return "none: too few subjects";
    return "mean " + fixed(of.mean, 2) + ", SD " + fixed(of.sd, 2);
}

inline std::string not_evaluable_text(const GroupChange& group) {
    std::string text = std::to_string(group.subjects - group.n) + ": ";
    for (std::size_t i = 0; i < group.not_evaluable.size(); ++i) {
        text += (i > 0 ? "; " : "") + std::to_string(group.not_evaluable[i].n) + " " +
                group.not_evaluable[i].reason;
    }
    return io::printable(text);
}

inline std::string percent_change_text(const PercentSummary& percent) {
    if (percent.mean_of_percents.n == 0) {
        return percent.baseline_zero > 0 ? "none: every baseline is 0" : "none: too few subjects";
    }
    std::string text = "mean of percents " + estimate_text(percent.mean_of_percents, 1, " %");
    if (!std::isnan(percent.mean_of_percents.ci.lower)) text += " by t";
    text += "; percent of means " + fixed(percent.percent_of_means, 1) + " %";
    if (percent.baseline_zero > 0) {
        text += "; " + std::to_string(percent.baseline_zero) + " without a percentage, baseline 0";
    }
    if (percent.near_zero > percent.baseline_zero) {
        text += "; " + std::to_string(percent.near_zero - percent.baseline_zero) +
                " from a baseline below 5 % of the scale, unstable";
    }
    return text;
}

inline std::string responder_text(const Instrument& instrument, const ResponderShare& share) {
    std::string text = std::to_string(share.of.x) + " of " + std::to_string(share.of.n);
    if (share.of.n > 0) text += ", " + estimate_text(share.share, 1, " %", 100.0);
    text += "; " + demand_text(instrument, *share.threshold);
    if (share.threshold->eligible_from > Exact(0)) {
        text += ", baseline >= " + number_text(share.threshold->eligible_from);
    }
    if (share.not_eligible > 0) text += "; " + std::to_string(share.not_eligible) + " not eligible";
    return text;
}

/// `3 points: met; young children; gaunt_2016 (confidence high)`.
inline std::string judged_text(const Threshold& threshold, const std::string& verdict) {
    std::string text = number_text(threshold.value) +
                       (threshold.value == Exact(1) ? " point: " : " points: ") + verdict;
    if (!threshold.population.empty()) {
        text += "; " + std::string(threshold.population);
    }
    return text + "; " + evidence_with_note(threshold.evidence);
}

inline std::string_view words_of(stats::ThresholdVerdict verdict) {
    using stats::ThresholdVerdict;
    switch (verdict) {
        case ThresholdVerdict::met: return "met";
        case ThresholdVerdict::not_met: return "not met";
        case ThresholdVerdict::uncertain: return "uncertain";
        case ThresholdVerdict::below_mid_but_real: return "less than that, more than 0";
        case ThresholdVerdict::not_evaluable: return "not evaluable";
    }
    return "";
}

inline std::string_view words_of(trial::BetweenVerdict verdict) {
    using trial::BetweenVerdict;
    switch (verdict) {
        case BetweenVerdict::relevantly_superior: return "superior by more than that";
        case BetweenVerdict::superior_estimate_relevant:
            return "superior; the estimate is that much, the interval leaves it open";
        case BetweenVerdict::superior: return "superior; whether by that much is open";
        case BetweenVerdict::superior_below_mid: return "superior, by less than that";
        case BetweenVerdict::uncertain: return "uncertain, may be nothing and may be that much";
        case BetweenVerdict::below_mid: return "may be nothing; that much is ruled out";
        case BetweenVerdict::inferior: return "inferior";
        case BetweenVerdict::relevantly_inferior: return "inferior by more than that";
        case BetweenVerdict::not_evaluable: return "not evaluable";
    }
    return "";
}

inline std::string verdict_text(const MidJudgement& of) {
    std::string verdict(words_of(of.judged.verdict));
    if (of.judged.direction == stats::ChangeDirection::worsened) verdict += ", worsened";
    return judged_text(*of.threshold, verdict);
}

inline std::string verdict_text(const BetweenJudgement& of) {
    return judged_text(*of.threshold, std::string(words_of(trial::verdict_between(of.judged))));
}

}  // namespace detail

/// `12.4 to benefit (8.1 to 30.2)`, or what it is where the interval runs through infinity.
inline std::string number_needed_text(const stats::NumberNeeded& of) {
    if (std::isnan(of.number)) return detail::with_words("none", of.state);
    std::string text = std::isinf(of.number) ? std::string("infinite: no difference")
                                             : detail::fixed(of.number, 1) +
                                                   (of.is_benefit ? " to benefit" : " to harm");
    if (!of.crosses_infinity) return text + detail::interval_text(of.ci, 1);
    const std::string harm = std::isinf(of.harm_limit)
                                 ? std::string("infinity")
                                 : detail::fixed(of.harm_limit, 1) + " to harm through infinity";
    const std::string benefit = std::isinf(of.benefit_limit)
                                    ? std::string("infinity")
                                    : detail::fixed(of.benefit_limit, 1) + " to benefit";
    return text + "; the difference may be none: from " + harm + " to " + benefit;
}

/// What the entry rule explains, and what is left.
inline std::string selection_sentence(const GroupChange& group) {
    const SelectionEffect& of = *group.selection;
    if (std::isnan(of.expected.estimate)) {
        return "Regression to the mean: not defined for this population and entry cut-off.";
    }
    std::string text = "Of patients let in with a score of " + shortest_text(of.cut_off) +
                       " or worse (population mean " + shortest_text(of.population_mean) + ", SD " +
                       shortest_text(of.population_sd) + ", reliability " +
                       shortest_text(of.reliability) + ", " + std::to_string(of.baselines) +
                       " baseline" + (of.baselines == 1 ? "" : "s") + ") an improvement of " +
                       detail::fixed(of.expected.estimate, 2) +
                       " is expected without any treatment, by regression to the mean (normal "
                       "model).";
    if (!std::isnan(of.corrected.estimate)) {
        text += " Without it the improvement is " + detail::estimate_text(of.corrected, 2) + ".";
        if (of.corrected.ci.contains(0.0)) text += " That cannot be told from no change.";
        if (!std::isnan(of.corrected.ci.lower)) {
            text +=
                " The population is taken as known: the interval does not carry its "
                "uncertainty.";
        }
    }
    if (of.outside > 0) {
        text += " " + std::to_string(of.outside) + " of " + std::to_string(group.n) +
                " baselines would not have been let in by this cut-off: the model does not "
                "describe them.";
    }
    return text;
}

/// What must be read with the numbers.
inline std::vector<std::string> summary_notes(const ChangeSummary& summary) {
    std::vector<std::string> notes;
    if (summary.groups.empty()) return notes;
    const GroupChange& first = summary.groups.front();
    if (!first.responders.empty()) notes.emplace_back(denominator_sentence());
    if (first.responders.empty() && first.verdicts.empty()) {
        notes.push_back("No responder definition and no MID in points is known here for " +
                        std::string(summary.instrument->id) + ".");
    }
    notes.emplace_back(summary.groups.size() > 1 ? within_groups_sentence()
                                                 : uncontrolled_sentence());
    if (summary.difference) {
        notes.emplace_back(comparison_sentence());
    } else if (summary.groups.size() > 1) {
        notes.emplace_back("Differences are given between exactly two groups.");
    }
    return notes;
}

}  // namespace eczscore::report
