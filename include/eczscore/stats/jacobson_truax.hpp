// SPDX-License-Identifier: BSL-1.0
// Clinically significant change (Jacobson and Truax 1991): cut-offs a, b, c and categories.
#pragma once

#include <cmath>
#include <cstdint>

#include "eczscore/core/direction.hpp"
#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/types/reliable_change.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"
#include "eczscore/stats/types/tie.hpp"

namespace eczscore::stats {

/// Patients before treatment, and people without the condition.
struct TwoPopulations {
    double mean_clinical = not_a_number;
    double sd_clinical = not_a_number;
    double mean_functional = not_a_number;
    double sd_functional = not_a_number;
};

/// The score that separates the two populations, by each criterion.
struct CutOffs {
    double a = not_a_number;  ///< 2 sd of the patients away from their mean
    double b = not_a_number;  ///< within 2 sd of the functional mean, by the functional sd
    double c = not_a_number;  ///< equally likely in both
    /// `ok`, or `invalid_argument` where a number that one of them needs is missing or negative;
    /// those that can be had are given.
    State state = State::invalid_argument;
};

/// The three cut-offs of Jacobson and Truax between the clinical and the functional population.
inline CutOffs cut_offs(const TwoPopulations& of,
                        Direction direction = Direction::higher_is_worse) {
    const double way = direction == Direction::higher_is_worse ? -1.0 : 1.0;
    const bool clinical = std::isfinite(of.mean_clinical) && of.sd_clinical >= 0.0;
    const bool functional = std::isfinite(of.mean_functional) && of.sd_functional >= 0.0;
    CutOffs cuts;
    if (clinical) cuts.a = of.mean_clinical + way * 2.0 * of.sd_clinical;
    if (functional) cuts.b = of.mean_functional - way * 2.0 * of.sd_functional;
    if (clinical && functional && of.sd_clinical + of.sd_functional > 0.0) {
        cuts.c = (of.sd_clinical * of.mean_functional + of.sd_functional * of.mean_clinical) /
                 (of.sd_clinical + of.sd_functional);
    }
    if (std::isfinite(cuts.c)) cuts.state = State::ok;
    return cuts;
}

/// The categories, apart from each other.
enum class ClinicalChange : std::uint8_t {
    recovered,  ///< reliably improved, and from the patients' side of the cut-off to the other
    improved,   ///< reliably improved otherwise
    unchanged,
    deteriorated,  ///< reliably worse
    harmed,        ///< reliably worse, and from the functional side of the cut-off to the other
    not_evaluable
};

constexpr Text name(ClinicalChange change) {
    constexpr Text names[] = {"recovered",    "improved", "unchanged",
                              "deteriorated", "harmed",   "not_evaluable"};
    return name_of(names, change);
}

/// One patient's category with what it rests on.
struct ClinicalCategory {
    ClinicalChange change = ClinicalChange::not_evaluable;
    bool clinical_pre = false;     ///< pre was on the patients' side
    bool functional_post = false;  ///< post is on the functional side
    double cut_off = not_a_number;
    State state = State::invalid_argument;
};

/// What `clinical_change` may be asked for.
struct ClinicalChangeOptions {
    Direction direction = Direction::higher_is_worse;
    Tie tie = Tie::strict;  ///< where a value lies exactly on a limit
};

/// The category of a change that was found reliable or not.
/// tie  `strict`: a score exactly on the cut-off is on neither side, as in the R package
///      clinicalsignificance (one who ends there has not recovered, one who leaves it for the worse
///      is harmed); `inclusive`: a post score on it is functional
inline ClinicalCategory clinical_change(double pre, double post, double cut_off,
                                        const ReliableChange& reliable,
                                        const ClinicalChangeOptions& options = {}) {
    ClinicalCategory category{.cut_off = cut_off, .state = reliable.state};
    if (!std::isfinite(cut_off)) category.state = State::invalid_argument;
    if (category.state != State::ok || reliable.verdict == Reliable::not_evaluable) return category;
    const double way = options.direction == Direction::higher_is_worse ? -1.0 : 1.0;
    category.clinical_pre = way * (cut_off - pre) > 0.0;
    category.functional_post = detail::beyond(way * (post - cut_off), 0.0, options.tie);
    switch (reliable.verdict) {
        case Reliable::improved: {
            const bool crossed = category.clinical_pre && category.functional_post;
            category.change = crossed ? ClinicalChange::recovered : ClinicalChange::improved;
            break;
        }
        case Reliable::deteriorated: {
            const bool crossed = !category.clinical_pre && !category.functional_post;
            category.change = crossed ? ClinicalChange::harmed : ClinicalChange::deteriorated;
            break;
        }
        default: category.change = ClinicalChange::unchanged;
    }
    return category;
}

}  // namespace eczscore::stats
