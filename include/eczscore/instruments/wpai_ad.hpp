// SPDX-License-Identifier: BSL-1.0
// WPAI for atopic dermatitis: absenteeism, presenteeism, overall work and activity, in percent.
#pragma once

#include <array>

#include "eczscore/instruments/detail/wpai_parts.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore::wpai_ad {

namespace detail {
using namespace eczscore::detail::wpai;
}

/// One questionnaire; an answer that was not set is missing, never 0.
template <const Instrument& which>
struct Answers {
    Age age{};
    Answer employed{};            ///< 1 in paid work, 0 not
    Answer hours_missed_ad{};     ///< 0-168
    Answer hours_missed_other{};  ///< 0-168; no score reads it
    Answer hours_worked{};        ///< 0-168
    Answer work_effect{};         ///< 0-10
    Answer activity_effect{};     ///< 0-10

    static constexpr const Instrument& instrument() { return which; }
    constexpr auto in_order() const {
        if constexpr (which.formula == nullptr) {
            return std::array<Answer, 1>{activity_effect};
        } else {
            return std::array<Answer, 5>{employed, hours_missed_ad, hours_missed_other,
                                         hours_worked, work_effect};
        }
    }
};

/// Worked example: 8 hours missed, 32 worked, effects 4 and 5.
template <const Instrument& which>
inline constexpr Answers<which> example{.employed = 1,
                                        .hours_missed_ad = 8,
                                        .hours_missed_other = 0,
                                        .hours_worked = 32,
                                        .work_effect = 4,
                                        .activity_effect = 5};

}  // namespace eczscore::wpai_ad

namespace eczscore::wpai_ad_absenteeism {

inline constexpr Text notes[] = {
    wpai_ad::detail::work_only,
    "Of hours missed and none worked it is 100. Hours missed for other reasons are not in it.",
    wpai_ad::detail::contradictions, wpai_ad::detail::no_mcid};
inline constexpr Description description = wpai_ad::detail::described(
    {.id = "wpai_ad_absenteeism",
     .title = "WPAI, atopic dermatitis: work time missed",
     .forms = wpai_ad::detail::work_forms<true, false>,
     .formula = &formula_of<wpai_ad::detail::Absenteeism>,
     .formula_text = "100 x hours missed for atopic dermatitis / (those + hours worked)",
     .missing = "none: paid work or not, hours missed for atopic dermatitis, hours worked",
     .notes = notes});
inline constexpr Instrument instrument = checked<description>();
using Answers = wpai_ad::Answers<instrument>;

static_assert(score(wpai_ad::example<instrument>).value() == Exact(20));

}  // namespace eczscore::wpai_ad_absenteeism

namespace eczscore::wpai_ad_presenteeism {

inline constexpr Text notes[] = {
    wpai_ad::detail::work_only,
    "Where no hour was worked there is nothing to be impaired at: it does not apply, although "
    "hours were missed (our choice; no source says).",
    wpai_ad::detail::contradictions, wpai_ad::detail::no_mcid};
inline constexpr Description description =
    wpai_ad::detail::described({.id = "wpai_ad_presenteeism",
                                .title = "WPAI, atopic dermatitis: impairment while working",
                                .forms = wpai_ad::detail::work_forms<false, true>,
                                .formula = &formula_of<wpai_ad::detail::Presenteeism>,
                                .formula_text = "10 x effect on work",
                                .missing = "none: paid work or not, hours worked, effect on work",
                                .notes = notes});
inline constexpr Instrument instrument = checked<description>();
using Answers = wpai_ad::Answers<instrument>;

static_assert(score(wpai_ad::example<instrument>).value() == Exact(40));

}  // namespace eczscore::wpai_ad_presenteeism

namespace eczscore::wpai_ad_overall {

inline constexpr Text notes[] = {
    wpai_ad::detail::work_only,
    "Of hours missed and none worked it is 100, and the effect on work is not needed (our choice; "
    "no source says).",
    wpai_ad::detail::contradictions, wpai_ad::detail::no_mcid};
inline constexpr Description description = wpai_ad::detail::described(
    {.id = "wpai_ad_overall",
     .title = "WPAI, atopic dermatitis: overall work impairment",
     .forms = wpai_ad::detail::work_forms<true, true>,
     .formula = &formula_of<wpai_ad::detail::Overall>,
     .formula_text = "absenteeism A + (100 - A) x effect on work / 10",
     .missing = "none: paid work or not, hours missed for atopic dermatitis, hours worked, effect "
                "on work",
     .notes = notes});
inline constexpr Instrument instrument = checked<description>();
using Answers = wpai_ad::Answers<instrument>;

static_assert(score(wpai_ad::example<instrument>).value() == Exact(52));

}  // namespace eczscore::wpai_ad_overall

namespace eczscore::wpai_ad_activity {

inline constexpr Text notes[] = {"It is of everybody, in paid work or not.",
                                 wpai_ad::detail::no_mcid};
inline constexpr Description description =
    wpai_ad::detail::described({.id = "wpai_ad_activity",
                                .title = "WPAI, atopic dermatitis: impairment of activities",
                                .forms = wpai_ad::detail::activity_forms,
                                .formula = nullptr,
                                .formula_text = {},
                                .missing = "none: effect on daily activities",
                                .notes = notes});
inline constexpr Instrument instrument = checked<description>();
using Answers = wpai_ad::Answers<instrument>;

static_assert(score(wpai_ad::example<instrument>).value() == Exact(50));

}  // namespace eczscore::wpai_ad_activity
