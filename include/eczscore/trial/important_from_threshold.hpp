// SPDX-License-Identifier: BSL-1.0
// Published thresholds as amounts that matter: each for the question it was estimated for.
#pragma once

#include <cstdint>

#include "eczscore/core/name_of.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/stats/individual_mic.hpp"
#include "eczscore/stats/types/minimal_important.hpp"

namespace eczscore::trial {

/// Why a threshold does not answer a question.
enum class ThresholdRefusal : std::uint8_t {
    none,
    not_a_mid,             ///< a target, a cut, a detectable change: says nothing of importance
    for_another_question,  ///< a difference between patients is no change of one, nor the reverse
    in_percent,            ///< a mean change in points has no percentage of one baseline
    baseline_zero          ///< a percentage of nothing
};

constexpr Text name(ThresholdRefusal refusal) {
    constexpr Text names[] = {"none", "not_a_mid", "for_another_question", "in_percent",
                              "baseline_zero"};
    return name_of(names, refusal);
}

/// An amount with the row it comes from; the row's evidence says how well it is known.
template <class Question>
struct ImportantFromThreshold {
    stats::MinimalImportant<Question> amount{0};
    const Threshold* threshold = nullptr;
    ThresholdRefusal refusal = ThresholdRefusal::none;

    /// The threshold can be used as this difference; else `refusal` says why not.
    constexpr bool is_there() const { return refusal == ThresholdRefusal::none; }
};

namespace detail {

/// Rows whose source estimated a difference between patients. All other published MIDs are of
/// changes within persons; a row is between patients when its source says so.
inline constexpr Text between_patients[] = {"gaunt_2016_between", "between_groups_low",
                                            "between_groups_high"};

constexpr bool is_between(const Threshold& threshold) {
    for (const Text id : between_patients) {
        if (threshold.id == id) return true;
    }
    return false;
}

constexpr ThresholdRefusal within_person(const Threshold& threshold) {
    if (is_between(threshold)) return ThresholdRefusal::for_another_question;
    return ThresholdRefusal::none;
}

template <class Question>
constexpr ImportantFromThreshold<Question> points_or_why(const Threshold& threshold,
                                                         ThresholdRefusal refusal) {
    const Exact value = refusal == ThresholdRefusal::none ? threshold.value : Exact(0);
    return {stats::MinimalImportant<Question>(value, threshold.id), &threshold, refusal};
}

}  // namespace detail

/// What matters to one patient: MIDs and responder definitions in points; one in percent is of the
/// patient's own baseline.
constexpr ImportantFromThreshold<stats::OnePatient> individual_mic_from(const Threshold& threshold,
                                                                        Exact baseline) {
    ThresholdRefusal refusal = detail::within_person(threshold);
    if (!gives_verdict(threshold) || threshold.basis == Basis::sdc)
        refusal = ThresholdRefusal::not_a_mid;
    if (refusal == ThresholdRefusal::none && threshold.unit == ThresholdUnit::percent) {
        if (!(baseline > Exact(0))) refusal = ThresholdRefusal::baseline_zero;
        const Exact points = threshold.value * baseline / Exact(100);
        const Exact value = refusal == ThresholdRefusal::none ? points : Exact(0);
        return {stats::IndividualMic(value, threshold.id), &threshold, refusal};
    }
    return detail::points_or_why<stats::OnePatient>(threshold, refusal);
}

/// What matters within a group: MIDs in points.
constexpr ImportantFromThreshold<stats::WithinGroup> within_group_mic_from(
    const Threshold& threshold) {
    ThresholdRefusal refusal = detail::within_person(threshold);
    if (threshold.basis != Basis::mcid) refusal = ThresholdRefusal::not_a_mid;
    if (refusal == ThresholdRefusal::none && threshold.unit == ThresholdUnit::percent) {
        refusal = ThresholdRefusal::in_percent;
    }
    return detail::points_or_why<stats::WithinGroup>(threshold, refusal);
}

/// What matters between groups: only where the source estimated a difference between patients.
constexpr ImportantFromThreshold<stats::BetweenGroups> between_group_mid_from(
    const Threshold& threshold) {
    ThresholdRefusal refusal = detail::is_between(threshold)
                                   ? ThresholdRefusal::none
                                   : ThresholdRefusal::for_another_question;
    if (threshold.basis != Basis::mcid) refusal = ThresholdRefusal::not_a_mid;
    if (refusal == ThresholdRefusal::none && threshold.unit == ThresholdUnit::percent) {
        refusal = ThresholdRefusal::in_percent;
    }
    return detail::points_or_why<stats::BetweenGroups>(threshold, refusal);
}

/// A published smallest detectable change in points, or one that is not known.
inline stats::IndividualSdc published_sdc(const Threshold& threshold) {
    if (threshold.basis != Basis::sdc || threshold.unit != ThresholdUnit::points) return {};
    return {.points = threshold.value.to_double()};
}

/// One patient's exact change against a published threshold and the measurement error. From a
/// baseline too low for the threshold's question, and without both scores, it is not evaluable;
/// a worsening is judged from any baseline, as `verdict` does.
inline stats::IndividualMicResult individual_mic(const Change& change, const Threshold& threshold,
                                                 stats::IndividualSdc sdc = {}) {
    const auto from = individual_mic_from(threshold, change.baseline);
    stats::IndividualMicResult none{.mic = from.amount, .sdc = sdc};
    if (!from.is_there() || !change.is_evaluable) return none;
    const stats::IndividualMicResult judged =
        stats::individual_mic(change.improvement(), from.amount, sdc);
    const bool worse = judged.verdict == stats::IndividualVerdict::worsened ||
                       judged.verdict == stats::IndividualVerdict::worsened_within_error;
    if (!worse && !eczscore::detail::is_eligible(threshold, change)) return none;
    return judged;
}

}  // namespace eczscore::trial
