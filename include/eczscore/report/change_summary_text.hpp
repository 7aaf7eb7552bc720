// SPDX-License-Identifier: BSL-1.0
// The change of groups as text for people: a block for each group, then the difference.
#pragma once

#include <cmath>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "eczscore/report/change_summary.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/report/p_value.hpp"
#include "eczscore/report/words.hpp"

namespace eczscore::report {

namespace detail {

inline std::string fixed(double value, int places) {
    if (std::isnan(value)) return "none";
    if (std::isinf(value)) return value > 0.0 ? "infinity" : "-infinity";
    std::string text = fmt::format("{:.{}f}", value, places);
    // A limit just beyond 0 must not read as 0: more places, as far as they are not rounding.
    for (int more = 1; more <= 3 && text.find_first_of("123456789") == std::string::npos; ++more) {
        text = fmt::format("{:.{}f}", value, places + more);
    }
    if (text.find_first_of("123456789") == std::string::npos) {
        return fmt::format("{:.{}f}", 0.0, places);
    }
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
    std::string_view words;
    if (ci.state == stats::State::level_not_attained) words = ": the widest, for too few subjects";
    if (ci.state == stats::State::approximate) words = ", approximate";
    return fmt::format(" ({} to {}{})", fixed(scale * ci.lower, places),
                       fixed(scale * ci.upper, places), words);
}

inline std::string estimate_text(const stats::Estimate& of, int places, std::string_view unit = "",
                                 double scale = 1.0) {
    if (std::isnan(of.estimate)) return with_words("none", of.state);
    return fixed(scale * of.estimate, places) + std::string(unit) +
           interval_text(of.ci, places, scale);
}

inline std::string rank_text(const stats::Estimate& of) {
    return estimate_text(of, 2) + (std::isnan(of.estimate) ? "" : " by Hodges-Lehmann");
}

/// `p = 0.032, paired t`.
inline std::string test_text(const stats::Estimate& of) {
    if (std::isnan(of.p)) return "no p-value";
    return p_text(of.p) + ", " + std::string(std::string_view(of.method));
}

inline std::string title_of(const Threshold& threshold) {
    return std::string(std::string_view(threshold.id));
}

/// One labelled line, broken at the width of the page.
class SummaryLines {
public:
    explicit SummaryLines(std::size_t width) : width_(width) {}
    void line(std::string_view label, const std::string& text, std::size_t indent = 2) {
        std::string first = std::string(indent, ' ') + padded(label, column - indent - 1) + " ";
        if (text_width(first) > column) {
            out += first.substr(0, first.size() - 1) + '\n';
            first = std::string(column, ' ');
        }
        out += wrapped(first, text, column, width_);
    }
    void sentence(std::string_view text) { out += wrapped("  ", text, 2, width_); }
    std::string out;

private:
    static constexpr std::size_t column = 24;
    std::size_t width_;
};

inline std::string mean_text(const VisitMean& of) {
    if (std::isnan(of.mean)) return "none: too few subjects";
    return fmt::format("mean {}, SD {}", fixed(of.mean, 2), fixed(of.sd, 2));
}

inline std::string not_evaluable_text(const GroupChange& group) {
    std::string text = std::to_string(group.subjects - group.n) + ": ";
    for (std::size_t i = 0; i < group.not_evaluable.size(); ++i) {
        text += (i > 0 ? "; " : "") + std::to_string(group.not_evaluable[i].n) + " " +
                group.not_evaluable[i].reason;
    }
    return text;
}

inline std::string percent_change_text(const PercentSummary& percent) {
    if (percent.mean_of_percents.n == 0) {
        return percent.baseline_zero > 0 ? "none: every baseline is 0" : "none: too few subjects";
    }
    std::string text = fmt::format("mean of percents {}; percent of means {} %",
                                   estimate_text(percent.mean_of_percents, 1, " %"),
                                   fixed(percent.percent_of_means, 1));
    if (percent.baseline_zero > 0) {
        text += fmt::format("; {} without a percentage, baseline 0", percent.baseline_zero);
    }
    if (percent.near_zero > percent.baseline_zero) {
        text += fmt::format("; {} from a baseline below 5 % of the scale, unstable",
                            percent.near_zero - percent.baseline_zero);
    }
    return text;
}

inline std::string responder_text(const Instrument& instrument, const ResponderShare& share) {
    std::string text = fmt::format("{} of {}", share.of.x, share.of.n);
    if (share.of.n > 0) text += ", " + estimate_text(share.share, 1, " %", 100.0);
    text += "; " + demand_text(instrument, *share.threshold);
    if (share.threshold->eligible_from > Exact(0)) {
        text += ", baseline >= " + number_text(share.threshold->eligible_from);
    }
    if (share.not_eligible > 0) text += fmt::format("; {} not eligible", share.not_eligible);
    return text;
}

inline std::string verdict_text(const MidJudgement& of) {
    std::string text(std::string_view(name(of.judged.verdict)));
    if (of.judged.direction == stats::Direct::worsened) text += ", worsened";
    return fmt::format("{}: {} point{}; {}", text, number_text(of.threshold->value),
                       of.threshold->value == Exact(1) ? "" : "s",
                       evidence_text(of.threshold->evidence));
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
    std::string text = fmt::format(
        "Of patients let in from a score of {} (population mean {}, SD {}, reliability {}, {} "
        "baseline{}) an improvement of {} is expected without any treatment, by regression to the "
        "mean.",
        of.cut_off, of.population_mean, of.population_sd, of.reliability, of.baselines,
        of.baselines == 1 ? "" : "s", detail::fixed(of.expected.estimate, 2));
    if (!std::isnan(of.corrected.estimate)) {
        text += fmt::format(" Without it the improvement is {}.",
                            detail::estimate_text(of.corrected, 2));
        if (of.corrected.ci.contains(0.0)) text += " That cannot be told from no change.";
        text += " The population is taken as known: the interval does not carry its uncertainty.";
    }
    if (of.outside > 0) {
        text += fmt::format(
            " {} of {} baselines would not have been let in by this cut-off: the model does not "
            "describe them.",
            of.outside, group.n);
    }
    return text;
}

namespace detail {

inline void group_text(SummaryLines& page, const ChangeSummary& summary, const GroupChange& of) {
    page.out += fmt::format("\n{}: {} subject{}, {} with both scores\n",
                            of.name.empty() ? "all subjects" : of.name, of.subjects,
                            of.subjects == 1 ? "" : "s", of.n);
    if (of.n < of.subjects) page.line("not evaluable", not_evaluable_text(of));
    page.line(summary.baseline, mean_text(of.baseline));
    page.line(summary.at, mean_text(of.later));
    page.line("mean change", estimate_text(of.change, 2) + "; " + test_text(of.change));
    page.line("mean improvement", estimate_text(of.improvement, 2));
    page.line("median improvement",
              rank_text(of.median_improvement) + "; " + test_text(of.signed_rank));
    page.line("percent improvement", percent_change_text(of.percent));
    if (!of.responders.empty()) page.out += "  responders\n";
    for (const ResponderShare& share : of.responders) {
        page.line(title_of(*share.threshold), responder_text(*summary.instrument, share), 4);
    }
    if (!of.verdicts.empty()) page.out += "  mean improvement against published MIDs\n";
    for (const MidJudgement& judgement : of.verdicts) {
        page.line(title_of(*judgement.threshold), verdict_text(judgement), 4);
    }
    if (of.selection) page.sentence(selection_sentence(of));
}

inline void difference_text(SummaryLines& page, const GroupDifference& of) {
    page.out += fmt::format("\nDifference, {} minus {}: positive favours {}\n", of.group,
                            of.control, of.group);
    page.line("mean improvement", estimate_text(of.mean, 2) + "; " + test_text(of.mean));
    page.line("shift", rank_text(of.shift) + "; " + test_text(of.mann_whitney));
    if (!of.responders.empty()) {
        page.out += "  responders, percentage points and number needed to treat (NNT)\n";
    }
    for (const ResponderDifference& each : of.responders) {
        std::string text =
            estimate_text(each.difference, 1, " points", 100.0) + "; " + test_text(each.difference);
        if (each.treated) text += "; NNT " + number_needed_text(*each.treated);
        page.line(title_of(*each.threshold), text, 4);
    }
}

}  // namespace detail

/// Several lines for each group. Intervals are in brackets.
inline std::string change_summary_text(const ChangeSummary& summary, TextOptions options = {}) {
    detail::SummaryLines page(options.width);
    page.out =
        fmt::format("{}: {} to {}, {:.6g} % intervals\n", std::string_view(summary.instrument->id),
                    summary.baseline, summary.at, 100.0 * summary.level);
    for (const GroupChange& group : summary.groups) detail::group_text(page, summary, group);
    if (summary.difference) detail::difference_text(page, *summary.difference);
    page.out += "\n";
    page.out += wrapped("", denominator_sentence(), 0, options.width);
    if (summary.groups.size() == 1) {
        page.out += wrapped("", uncontrolled_sentence(), 0, options.width);
    } else if (!summary.difference) {
        page.out +=
            wrapped("", "Differences are given between exactly two groups.", 0, options.width);
    }
    return page.out;
}

}  // namespace eczscore::report
