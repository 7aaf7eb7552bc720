// SPDX-License-Identifier: BSL-1.0
// What there is to say about a score, as data: blanks, wrong values, imputations, oddities.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "eczscore/score/score.hpp"

namespace eczscore::report {

/// One thing that a person should know about a score.
struct ScoreFinding {
    /// What is found; `index` is said beside those that need one.
    enum class Kind : std::uint8_t {
        wrong_age,
        wrong,  ///< index: item
        missing_age,
        missing,  ///< index: item
        age_not_covered,
        nothing_relevant,
        ended,  ///< index: item
        no_total,
        says,           ///< a clause of the score, which concerns no single item
        contradiction,  ///< index: item; the clause says why
        needs_data,
        imputed,             ///< index: item
        odd,                 ///< index: item; the clause says why
        alert,               ///< index: item
        rounded,             ///< index: item
        doubtful_relevance,  ///< index: item
        signs_without_area,  ///< index: domain
        area_without_signs   ///< index: domain
    };
    Kind kind;
    std::size_t index = 0;
};

namespace detail {

/// Calls `found(kind, index)` for every member of a set, in rising order.
template <class Set, class Found>
constexpr void each_of(ScoreFinding::Kind kind, Set set, const Found& found) {
    for (; set != 0; set &= set - 1) {
        found(ScoreFinding{kind, static_cast<std::size_t>(std::countr_zero(set))});
    }
}

}  // namespace detail

/// Calls `found(ScoreFinding)` for everything to be said about a score, most serious first.
template <class Found>
constexpr void for_each_finding(const Instrument& instrument, const Score& score,
                                const Found& found) {
    using Kind = ScoreFinding::Kind;
    const bool age_matters = instrument.needs_age() || !instrument.ages.is_everyone();
    const bool says = !score.why.empty();
    if (age_matters && score.age == Status::invalid) found(ScoreFinding{Kind::wrong_age});
    detail::each_of(says ? Kind::contradiction : Kind::wrong, score.wrong, found);
    if (score.status == Status::invalid && says && score.wrong == 0)
        found(ScoreFinding{Kind::says});
    if (age_matters && score.age == Status::missing) found(ScoreFinding{Kind::missing_age});
    if (age_matters && score.age == Status::not_applicable)
        found(ScoreFinding{Kind::age_not_covered});
    if (score.status == Status::not_applicable && score.age == Status::ok) {
        detail::each_of(Kind::ended, score.zero_means_not_applicable, found);
        if (score.zero_means_not_applicable == 0) {
            found(ScoreFinding{says                    ? Kind::says
                               : !instrument.has_total ? Kind::no_total
                                                       : Kind::nothing_relevant});
        }
    }
    if (score.status == Status::needs_data) found(ScoreFinding{Kind::needs_data});
    if (score.zero_means_not_applicable == 0 ||
        score.status != Status::not_applicable) {  // blanks do not matter then
        detail::each_of(score.is_scored() ? Kind::imputed : Kind::missing, score.missing, found);
    }
    detail::each_of(Kind::rounded, score.rounded & ~score.wrong, found);
    detail::each_of(Kind::odd, score.odd, found);
    detail::each_of(Kind::alert, score.alert & ~score.wrong, found);
    detail::each_of(Kind::doubtful_relevance, score.doubtful_relevance, found);
    detail::each_of(Kind::signs_without_area, score.signs_without_area, found);
    detail::each_of(Kind::area_without_signs, score.area_without_signs, found);
}

/// Everything to be said about a score, most serious first; empty when there is nothing.
inline std::vector<ScoreFinding> findings(const Instrument& instrument, const Score& score) {
    std::vector<ScoreFinding> all;
    for_each_finding(instrument, score, [&](ScoreFinding finding) { all.push_back(finding); });
    return all;
}

}  // namespace eczscore::report
