// SPDX-License-Identifier: BSL-1.0
// A change against baseline with what every published threshold says about it: data, text, JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

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

/// Several lines: the change, and a line for every threshold with its demand and source.
inline std::string change_text(const ChangeReport& report, TextOptions options = {}) {
    const Change& change = report.change;
    if (report.instrument->rates_change) {
        return "Change: none, the score is itself a change and two of them have no difference\n";
    }
    if (!change.is_evaluable) return "Change: not evaluable, a score is missing\n";
    const WideExact difference = change.difference();
    std::string line =
        fmt::format("{} to {}: {}{}", number_text(change.baseline), number_text(change.now),
                    difference > 0 ? "+" : "", number_text(difference));
    if (change.has_percent()) {
        const WideExact percent = change.percent();
        const bool better = percent >= 0;
        line += fmt::format(", {} % {}", about_text(better ? percent : -percent),
                            better ? "better" : "worse");
    } else {
        line += ", no percentage of a baseline of 0";
    }
    std::string out = wrapped("Change from ", line, 2, options.width);
    for (const Judgement& judgement : report.judgements) {
        const Threshold& threshold = *judgement.threshold;
        std::string text = fmt::format("{}: {}", std::string_view(threshold.id),
                                       demand_text(*report.instrument, threshold));
        if (threshold.eligible_from > Exact(0)) {
            text += fmt::format(", baseline >= {}", number_text(threshold.eligible_from));
        }
        text += "; " + evidence_text(threshold.evidence);
        out += wrapped("  " + padded(judgement_word(judgement), 15), text, 19, options.width);
    }
    return out;
}

/// The same as data.
inline Json change_json(const ChangeReport& report) {
    const Change& change = report.change;
    Json object = {{"evaluable", change.is_evaluable}};
    if (!change.is_evaluable) return object;
    object["baseline"] = json_number(change.baseline);
    object["value"] = json_number(change.now);
    object["change"] = json_number(change.difference());
    object["percent_improvement"] =
        change.has_percent() ? json_number(change.percent()) : Json(nullptr);
    object["judgements"] = Json::array();
    for (const Judgement& judgement : report.judgements) {
        const Threshold& threshold = *judgement.threshold;
        Json line = {{"id", json_text(threshold.id)},
                     {"kind", json_text(name(threshold.basis))},
                     {"value", json_number(threshold.value)},
                     {"unit", json_text(name(threshold.unit))}};
        if (judges_one_patient(threshold)) line["verdict"] = json_text(name(judgement.verdict));
        if (gives_response(threshold)) line["response"] = json_text(name(judgement.response));
        add_evidence(line, threshold.evidence);
        object["judgements"].push_back(line);
    }
    return object;
}

}  // namespace eczscore::report
