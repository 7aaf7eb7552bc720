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

template <class Set>
void add_findings(std::vector<ScoreFinding>& findings, ScoreFinding::Kind kind, Set set) {
    for (; set != 0; set &= set - 1) {
        findings.push_back({kind, static_cast<std::size_t>(std::countr_zero(set))});
    }
}

}  // namespace detail

/// Everything to be said about a score, most serious first; empty when there is nothing.
inline std::vector<ScoreFinding> findings(const Instrument& instrument, const Score& score) {
    std::vector<ScoreFinding> all;
    using Kind = ScoreFinding::Kind;
    const bool age_matters = instrument.needs_age() || !instrument.ages.is_everyone();
    const bool says = !score.why.empty();
    if (age_matters && score.age == Status::invalid) all.push_back({Kind::wrong_age});
    detail::add_findings(all, says ? Kind::contradiction : Kind::wrong, score.wrong);
    if (score.status == Status::invalid && says && score.wrong == 0) all.push_back({Kind::says});
    if (age_matters && score.age == Status::missing) all.push_back({Kind::missing_age});
    if (age_matters && score.age == Status::not_applicable) all.push_back({Kind::age_not_covered});
    if (score.status == Status::not_applicable && score.age == Status::ok) {
        detail::add_findings(all, Kind::ended, score.zero_means_not_applicable);
        if (score.zero_means_not_applicable == 0) {
            all.push_back({says                    ? Kind::says
                           : !instrument.has_total ? Kind::no_total
                                                   : Kind::nothing_relevant});
        }
    }
    if (score.status == Status::needs_data) all.push_back({Kind::needs_data});
    if (score.zero_means_not_applicable == 0 ||
        score.status != Status::not_applicable) {  // blanks do not matter then
        detail::add_findings(all, score.is_scored() ? Kind::imputed : Kind::missing, score.missing);
    }
    detail::add_findings(all, Kind::rounded, score.rounded & ~score.wrong);
    detail::add_findings(all, Kind::odd, score.odd);
    detail::add_findings(all, Kind::alert, score.alert & ~score.wrong);
    detail::add_findings(all, Kind::doubtful_relevance, score.doubtful_relevance);
    detail::add_findings(all, Kind::signs_without_area, score.signs_without_area);
    detail::add_findings(all, Kind::area_without_signs, score.area_without_signs);
    return all;
}

}  // namespace eczscore::report
