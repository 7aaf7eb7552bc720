// SPDX-License-Identifier: BSL-1.0
// A change against baseline with what every published threshold says about it: data, text, JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eczscore/report/json.hpp"
#include "eczscore/report/words.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/trial/important_from_threshold.hpp"

namespace eczscore::report {

/// Thresholds that say something about one patient's change: a difference between patients does
/// not.
constexpr bool judges_one_patient(const Threshold& threshold) {
    return eczscore::gives_verdict(threshold) && trial::individual_mic_from(threshold, 1).refusal !=
                                                     trial::ThresholdRefusal::for_another_question;
}

/// Responder definitions, targets and non-response answer yes or no.
constexpr bool gives_response(const Threshold& threshold) {
    return threshold.basis == Basis::responder || threshold.basis == Basis::target ||
           threshold.basis == Basis::non_response;
}

/// What one threshold says.
struct Judgement {
    const Threshold* threshold = nullptr;
    Verdict verdict = Verdict::not_evaluable;
    Response response = Response::not_evaluable;
};

/// A change and every judgement on it, in the order of the instrument's thresholds; cuts
/// say nothing about a change and are left out.
struct ChangeReport {
    const Instrument* instrument = nullptr;
    Change change{};
    std::vector<Judgement> judgements;
};

/// Judges a change by every threshold that can: see `judges_one_patient` and `gives_response`.
inline ChangeReport change_report(const Instrument& instrument, const Change& change) {
    ChangeReport report{.instrument = &instrument, .change = change, .judgements = {}};
    for (const Threshold& threshold : instrument.thresholds) {
        if (!judges_one_patient(threshold) && !gives_response(threshold)) continue;
        report.judgements.push_back(
            {&threshold, verdict(threshold, change), response(threshold, change)});
    }
    return report;
}

/// The word of a judgement: the verdict where there is one, else yes or no.
inline std::string_view judgement_word(const Judgement& judgement) {
    if (judges_one_patient(*judgement.threshold)) return name(judgement.verdict);
    return name(judgement.response);
}

namespace detail {

/// `18 to 9: -9, 50 % better`.
inline void change_line(TextOut& out, const Change& change) {
    const WideExact difference = change.difference();
    number_text(out, change.baseline);
    out << " to ";
    number_text(out, change.now);
    out << ": " << (difference > 0 ? "+" : "");
    number_text(out, difference);
    if (!change.has_percent()) return void(out << ", no percentage of a baseline of 0");
    const WideExact percent = change.percent();
    const bool better = percent >= 0;
    out << ", ";
    about_text(out, better ? percent : -percent);
    out << (better ? " % better" : " % worse");
}

}  // namespace detail

/// Several lines: the change, and a line for every threshold with its demand and source.
inline void change_text(TextOut& out, const ChangeReport& report, TextOptions options = {}) {
    if (report.instrument->rates_change) {
        out << "Change: none, the score is itself a change and two of them have no difference\n";
        return;
    }
    if (!report.change.is_evaluable) {
        out << "Change: not evaluable, a score is missing\n";
        return;
    }
    {
        const Paragraph paragraph(out, "Change from ", 2, options.width);
        detail::change_line(out, report.change);
    }
    for (const Judgement& judgement : report.judgements) {
        const Threshold& threshold = *judgement.threshold;
        Paragraph paragraph(out, options.width);
        out << "  ";
        padded(out, judgement_word(judgement), 15);
        paragraph.fold(19);
        out << threshold.id << ": ";
        demand_from_baseline(out, *report.instrument, threshold);
        out << "; ";
        evidence_text(out, threshold.evidence);
    }
}
/// The same as a string.
inline std::string change_text(const ChangeReport& report, TextOptions options = {}) {
    return io::text_of([&](TextOut& out) { change_text(out, report, options); });
}

namespace detail {

inline void json_judgement(JsonOut& json, const Judgement& judgement) {
    const Threshold& threshold = *judgement.threshold;
    json.member("id", threshold.id);
    json.member("kind", name(threshold.basis));
    json.member("value", threshold.value);
    json.member("unit", name(threshold.unit));
    if (judges_one_patient(threshold)) json.member("verdict", name(judgement.verdict));
    if (gives_response(threshold)) json.member("response", name(judgement.response));
    json_evidence(json, threshold.evidence);
}

}  // namespace detail

/// The same as data.
inline void change_json(JsonOut& json, const ChangeReport& report) {
    const Change& change = report.change;
    json.object([&] {
        json.member("evaluable", change.is_evaluable);
        if (!change.is_evaluable) return;
        json.member("baseline", change.baseline);
        json.member("value", change.now);
        json.member("change", change.difference());
        json.key("percent_improvement");
        change.has_percent() ? json.value(change.percent()) : json.value(nullptr);
        json.key("judgements").array([&] {
            for (const Judgement& judgement : report.judgements) {
                json.object([&] { detail::json_judgement(json, judgement); });
            }
        });
    });
}
/// The same as the text of a document.
inline std::string change_json(const ChangeReport& report) {
    return json_document([&](JsonOut& json) { change_json(json, report); });
}

}  // namespace eczscore::report
