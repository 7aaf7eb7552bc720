// SPDX-License-Identifier: BSL-1.0
// The change of groups as text for people: a block for each group, then the difference.
#pragma once

#include <string>
#include <string_view>

#include "eczscore/io/printable.hpp"
#include "eczscore/report/change_summary.hpp"
#include "eczscore/report/change_summary_words.hpp"
#include "eczscore/report/layout.hpp"

namespace eczscore::report {

namespace detail {

/// One labelled line, broken at the width of the page.
class SummaryLines {
public:
    explicit SummaryLines(std::size_t width) : width_(width) {}
    void line(std::string_view label, const std::string& text, std::size_t indent = 2) {
        std::string first = std::string(indent, ' ') + std::string(label);
        if (text_width(first) >= column) {
            out += first + '\n';
            first.clear();
        }
        first.append(column - text_width(first), ' ');
        out += wrapped(first, text, column, width_);
    }
    void sentence(std::string_view text) { out += wrapped("  ", text, 2, width_); }
    std::string out;

private:
    static constexpr std::size_t column = 24;
    std::size_t width_;
};

inline void group_text(SummaryLines& page, const ChangeSummary& summary, const GroupChange& of) {
    page.out += "\n" + (of.name.empty() ? "all subjects" : io::printable(of.name)) + ": " +
                std::to_string(of.subjects) + (of.subjects == 1 ? " subject, " : " subjects, ") +
                std::to_string(of.n) + " with both scores\n";
    if (of.n < of.subjects) page.line("not evaluable", not_evaluable_text(of));
    page.line(io::printable(summary.baseline), mean_text(of.baseline));
    page.line(io::printable(summary.at), mean_text(of.later));
    page.line("mean change", estimate_text(of.change, 2) + "; " + test_text(of.change));
    page.line("mean improvement", estimate_text(of.improvement, 2));
    page.line("median improvement", estimate_text(of.median_improvement, 2));
    page.line("typical improvement",
              rank_text(of.hodges_lehmann_improvement) + "; " + signed_rank_text(of));
    page.line("percent improvement", percent_change_text(of.percent));
    if (!of.responders.empty()) page.out += "  responders, with Wilson intervals\n";
    for (const ResponderShare& share : of.responders) {
        page.line(title_of(*share.threshold), responder_text(*summary.instrument, share), 4);
    }
    if (!of.verdicts.empty()) {
        page.out += "  mean improvement against published MIDs of change within persons\n";
    }
    for (const MidJudgement& judgement : of.verdicts) {
        page.line(title_of(*judgement.threshold), verdict_text(judgement), 4);
    }
    if (of.selection) page.sentence(selection_sentence(of));
}

inline void difference_text(SummaryLines& page, const Instrument& instrument,
                            const GroupDifference& of) {
    const std::string group = io::printable(of.group);
    page.out += "\nDifference, " + group + " minus " + io::printable(of.control) +
                ": positive favours " + group + "\n";
    page.line("mean improvement", estimate_text(of.mean, 2) + "; " + test_text(of.mean));
    page.line("shift", rank_text(of.shift) + "; " + test_text(of.mann_whitney));
    if (of.verdicts.empty()) page.sentence(no_between_mid_sentence(instrument));
    if (!of.verdicts.empty())
        page.out += "  mean improvement against published between-group MIDs\n";
    for (const BetweenJudgement& judgement : of.verdicts) {
        page.line(title_of(*judgement.threshold), verdict_text(judgement), 4);
    }
    if (!of.responders.empty()) {
        page.out += "  responders, percentage points and number needed to treat (NNT)\n";
    }
    for (const ResponderDifference& each : of.responders) {
        std::string text =
            estimate_text(each.difference, 1, " points", 100.0) + "; " + test_text(each.difference);
        if (each.treated) text += "; NNT " + number_needed_text(*each.treated);
        if (less_is_better(*each.threshold)) text += "; negative favours " + group;
        page.line(title_of(*each.threshold), text, 4);
    }
}

}  // namespace detail

/// Several lines for each group. Intervals are in brackets.
inline std::string change_summary_text(const ChangeSummary& summary, TextOptions options = {}) {
    detail::SummaryLines page(options.width);
    page.out = io::text_of([&](TextOut& out) {
        out << summary.instrument->id << ": ";
        io::append_printable(out, summary.baseline);
        out << " to ";
        io::append_printable(out, summary.at);
        out << ", " << significant_text(100.0 * summary.confidence_level, 6) << " % intervals\n";
        number_text(out, summary.instrument->min);
        out << " to ";
        number_text(out, summary.instrument->max);
        out << ", " << direction_text(*summary.instrument) << "; an improvement is positive\n";
    });
    for (const GroupChange& group : summary.groups) detail::group_text(page, summary, group);
    if (summary.difference) {
        detail::difference_text(page, *summary.instrument, *summary.difference);
    }
    page.out += "\n";
    for (const std::string& note : summary_notes(summary)) {
        page.out += wrapped("", note, 0, options.width);
    }
    return page.out;
}

}  // namespace eczscore::report
