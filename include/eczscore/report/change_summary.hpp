// SPDX-License-Identifier: BSL-1.0
// The change of groups between two visits as data: what text, JSON and tables are made from.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/model/instrument.hpp"
#include "eczscore/stats/detail/responders.hpp"
#include "eczscore/stats/nnt.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"
#include "eczscore/stats/within_group_mic.hpp"
#include "eczscore/trial/between_groups.hpp"

namespace eczscore::report {

/// Subjects without a change, and why.
struct NotEvaluable {
    std::string reason;
    std::size_t n = 0;
};

/// Mean and SD at one visit, of the subjects that have both scores.
struct VisitMean {
    double mean = stats::not_a_number;
    double sd = stats::not_a_number;
};

/// Percent improvement in both readings, which differ.
struct PercentSummary {
    stats::Estimate mean_of_percents{};
    double percent_of_means = stats::not_a_number;  ///< of the same subjects
    stats::State state = stats::State::too_few;     ///< `undefined_ratio`: every baseline is 0
    std::size_t baseline_zero = 0;                  ///< without a percentage
    std::size_t near_zero = 0;                      ///< baselines below 5 % of the scale
};

/// One responder definition in one group. The denominator holds the subjects with both scores whose
/// baseline the definition is for; a subject without a score is not counted as a non-responder.
struct ResponderShare {
    const Threshold* threshold = nullptr;
    stats::Responders of{};
    std::size_t not_eligible = 0;  ///< both scores, and a baseline that the definition is not for
    stats::Estimate share{};       ///< 0 to 1
};

/// What one published MID says of the mean improvement.
struct MidJudgement {
    const Threshold* threshold = nullptr;
    stats::WithinGroupMicResult judged{};
};

/// What the entry rule alone would have shown.
struct SelectionEffect {
    double cut_off = stats::not_a_number;
    double population_mean = stats::not_a_number;
    double population_sd = stats::not_a_number;
    double reliability = stats::not_a_number;
    int baselines = 1;
    /// Baselines that this entry rule would not have let in; 0 where a mean of several decided.
    std::size_t outside = 0;
    stats::Estimate expected{};   ///< improvement expected from selection alone
    stats::Estimate corrected{};  ///< observed mean improvement less that
};

/// One group of subjects between two visits. An improvement is positive when patients are better.
struct GroupChange {
    std::string name{};        ///< the values of the columns that make groups; empty: all subjects
    std::size_t subjects = 0;  ///< evaluable or not
    std::size_t n = 0;         ///< with both scores
    std::vector<NotEvaluable> not_evaluable{};
    VisitMean baseline{};
    VisitMean later{};
    stats::Estimate change{};              ///< mean of later - baseline, with the paired t test
    stats::Estimate improvement{};         ///< the same, positive is better
    stats::Estimate median_improvement{};  ///< of the improvements, between order statistics
    /// The median of the means of two improvements each: what the signed-rank test estimates.
    stats::Estimate hodges_lehmann_improvement{};
    stats::Estimate signed_rank{};            ///< p and method alone
    double smallest_p = stats::not_a_number;  ///< that the signed-rank test could give, 2 / 2^n
    PercentSummary percent{};
    std::vector<ResponderShare> responders{};
    std::vector<MidJudgement> verdicts{};
    std::optional<SelectionEffect> selection{};
};

/// Two groups by one responder definition.
struct ResponderDifference {
    const Threshold* threshold = nullptr;
    stats::Estimate difference{};                  ///< of shares, first group minus control
    std::optional<stats::NumberNeeded> treated{};  ///< not where the definition is of non-response
};

/// What one published difference between groups says of the difference of mean improvements.
struct BetweenJudgement {
    const Threshold* threshold = nullptr;
    stats::BetweenGroupMidResult judged{};
};

/// The first group minus the control, in improvement: positive favours the first group.
struct GroupDifference {
    std::string group;
    std::string control;
    stats::Estimate mean{};                    ///< Welch
    stats::Estimate shift{};                   ///< Hodges-Lehmann
    stats::Estimate mann_whitney{};            ///< p and method alone
    std::vector<BetweenJudgement> verdicts{};  ///< none where none is published
    std::vector<ResponderDifference> responders{};
};

/// The whole report.
struct ChangeSummary {
    const Instrument* instrument = nullptr;
    std::string baseline;  ///< name of the visit
    std::string at;        ///< name of the visit
    double confidence_level = 0.95;
    std::vector<GroupChange> groups{};
    std::optional<GroupDifference> difference{};  ///< with exactly two groups
};

/// What a state means for the reader of a number; empty where there is nothing to say.
inline std::string_view state_words(stats::State state) {
    using stats::State;
    switch (state) {
        case State::ok: return "";
        case State::too_few: return "too few subjects";
        case State::zero_variance: return "no variance, all are equal";
        case State::undefined_ratio: return "not defined: a ratio to 0";
        case State::boundary: return "at the edge of what the method describes";
        case State::separation: return "complete separation";
        case State::not_converged: return "the computation did not converge";
        case State::not_reached: return "not reached";
        case State::level_not_attained:
            return "too few subjects for this level: the widest interval";
        case State::approximate: return "approximate";
        case State::invalid_argument: return "asked for what cannot be";
        case State::out_of_range: return "beyond the range of what is computed";
        case State::not_available: return "nothing to compute it from";
    }
    return "";
}

/// What must be read with any change that has no control group.
inline std::string_view uncontrolled_sentence() {
    return "Without a control group the change includes regression to the mean: patients who enter "
           "because they are bad are better at the next visit without any treatment. It includes "
           "the natural course and everything else that happened, too.";
}

/// What must be read with the change within each of several groups.
inline std::string_view within_groups_sentence() {
    return "The change within a group, and every verdict on it, includes regression to the mean "
           "and the natural course, with placebo as with treatment.";
}

/// What a difference between groups is and is not.
inline std::string_view comparison_sentence() {
    return "The difference is between subjects with both scores, adjusted neither for baseline nor "
           "for the number of questions asked. It tells what the treatment did only where chance "
           "made the groups.";
}

/// Why there is no verdict on a difference.
inline std::string no_between_mid_sentence(const Instrument& instrument) {
    return "No published between-group MID is known here for " + std::string(instrument.id) +
           "; one of change within persons does not stand in for it.";
}

/// Fewer non-responders is better: the sign of a difference means the opposite.
constexpr bool less_is_better(const Threshold& threshold) {
    return threshold.basis == Basis::non_response;
}

/// Who is counted in the share of responders.
inline std::string_view denominator_sentence() {
    return "Responders are counted among subjects with both scores whose baseline the definition "
           "is for; a subject without a score is neither a responder nor a non-responder.";
}

}  // namespace eczscore::report
