// SPDX-License-Identifier: BSL-1.0
// What weakens an MIC from these patients and this anchor, as data: each with its number and limit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/anchor_relation.hpp"
#include "eczscore/stats/detail/decimals.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats {

/// The correlation of 0.3 is the usual one (see `anchor_correlation`). The others are this
/// library's own caution: no published cut-off for them was read.
struct MicWarningOptions {
    double minimally_improved = 1.0;  ///< the anchor level "a little better"
    double improved_from = 1.0;       ///< anchor levels from here on count as improved
    double required_correlation = 0.3;
    std::size_t enough_patients = 50;
    std::size_t enough_per_group = 10;
    double least_prevalence = 0.3;
    double most_prevalence = 0.7;
};

/// What to know before a MIC is used; the limits are those of `MicWarningOptions`.
enum class MicWarning : std::uint8_t {
    few_patients,
    few_minimally_improved,
    few_improved,
    few_not_improved,
    low_prevalence,
    high_prevalence,
    weak_anchor,
    reversed_anchor
};

/// A sentence for a person.
constexpr Text sentence(MicWarning warning) {
    constexpr Text sentences[] = {
        "Few patients: an MIC from them is imprecise.",
        "Few patients are a little better: their mean change is imprecise.",
        "Few patients improved: thresholds and models rest on them.",
        "Few patients did not improve: thresholds and models rest on them.",
        "Few of the patients improved: the predictive MIC is too low; report the prevalence "
        "and the adjusted form.",
        "Most of the patients improved: the predictive MIC is too high; report the prevalence "
        "and the adjusted form.",
        "The anchor hardly goes with the change: it cannot tell what change matters.",
        "Patients who feel better changed less: is the change computed as worsening?"};
    return name_of(sentences, warning);
}

/// One thing to know about a MIC, with the number found and the number asked for.
struct MicNote {
    MicWarning warning{};
    double value = not_a_number;  ///< found
    double limit = not_a_number;  ///< asked for
};

/// The notes that apply, in the order of `MicWarning`.
struct MicNotes {
    std::array<MicNote, 8> all{};
    std::size_t count = 0;
    std::size_t n = 0;
    std::size_t missing = 0;
    std::size_t n_minimally_improved = 0;
    std::size_t n_improved = 0;
    double prevalence = not_a_number;
    double spearman = not_a_number;  ///< NaN where change or anchor does not vary

    /// The warnings, in the order of `MicWarning`.
    std::span<const MicNote> notes() const { return {all.data(), count}; }
    /// Whether this warning is among them.
    bool has(MicWarning warning) const {
        for (const MicNote& note : notes()) {
            if (note.warning == warning) return true;
        }
        return false;
    }
};

/// change  improvement, positive is better; NaN is missing. Shape: one per patient.
/// anchor  the patient's rating of change, higher is better.
inline MicNotes mic_warnings(std::span<const double> change, std::span<const double> anchor,
                             const MicWarningOptions& options = {}) {
    const detail::Pairs pairs = detail::decimal_pairs(change, anchor);
    MicNotes result;
    result.n = pairs.size();
    result.missing = pairs.missing;
    const double minimally_improved = detail::as_decimal(options.minimally_improved);
    const double improved_from = detail::as_decimal(options.improved_from);
    for (const double rating : pairs.second) {
        if (rating == minimally_improved) ++result.n_minimally_improved;
        if (rating >= improved_from) ++result.n_improved;
    }
    const auto n = static_cast<double>(result.n);
    if (result.n > 0) result.prevalence = static_cast<double>(result.n_improved) / n;
    result.spearman = detail::spearman(pairs.first, pairs.second);

    const auto note = [&](bool applies, MicWarning warning, double value, double limit) {
        if (applies) result.all[result.count++] = {warning, value, limit};
    };
    const auto few = [&](std::size_t found, std::size_t enough, MicWarning warning) {
        note(found < enough, warning, static_cast<double>(found), static_cast<double>(enough));
    };
    const std::size_t group = options.enough_per_group;
    few(result.n, options.enough_patients, MicWarning::few_patients);
    few(result.n_minimally_improved, group, MicWarning::few_minimally_improved);
    few(result.n_improved, group, MicWarning::few_improved);
    few(result.n - result.n_improved, group, MicWarning::few_not_improved);
    note(result.prevalence < options.least_prevalence, MicWarning::low_prevalence,
         result.prevalence, options.least_prevalence);
    note(result.prevalence > options.most_prevalence, MicWarning::high_prevalence,
         result.prevalence, options.most_prevalence);
    note(!(result.spearman >= options.required_correlation), MicWarning::weak_anchor,
         result.spearman, options.required_correlation);
    note(result.spearman < 0.0, MicWarning::reversed_anchor, result.spearman, 0.0);
    return result;
}

}  // namespace eczscore::stats
