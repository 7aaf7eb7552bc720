// SPDX-License-Identifier: BSL-1.0
// What published guidelines, and this library's proposed default, ask of a TEWL measurement.
#pragma once

#include "eczscore/core/list.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/reading_finding.hpp"
#include "eczscore/units/tewl_device.hpp"

namespace eczscore::units {

/// Limits of one circumstance: outside the inner ones is `outside`, outside the outer ones an
/// error.
struct Limit {
    double low = -unbounded;
    double high = unbounded;
    Severity outside = Severity::warning;
    double error_low = -unbounded;
    double error_high = unbounded;
    Evidence evidence{};
};

/// One guideline. Where `severity` is a notice, the limit itself could not be verified.
struct Guideline {
    Text id{};
    Text label{};
    Limit ambient{};          ///< Cel
    Limit humidity{};         ///< %
    Limit acclimatisation{};  ///< min
    bool is_for_closed = false;
    Evidence scope{};
};

namespace detail {
inline constexpr Evidence seen(const Citation* source, Text note = "") {
    return {source, Confidence::high, note};
}
inline constexpr Evidence scope =
    seen(cite("evaporimetry_faq"), "written for open chambers; none used condenser data");
}  // namespace detail

inline constexpr Guideline pinnagoda_1990{
    "pinnagoda_1990",
    "Pinnagoda 1990 (ESCD)",
    Limit{.low = 20, .high = 22, .evidence = detail::seen(cite("evaporimetry_faq"))},
    Limit{
        .low = 40,
        .high = 40,
        .outside = Severity::notice,
        .evidence = detail::seen(cite("evaporimetry_faq"), "printed as 40 %, without a tolerance")},
    Limit{.low = 15, .evidence = detail::seen(cite("evaporimetry_faq"), "rest of 15 to 30 min")},
    false,
    detail::scope};
inline constexpr Guideline rogiers_2001{
    "rogiers_2001",
    "Rogiers 2001 (EEMCO)",
    Limit{.low = 19,
          .high = 23,
          .evidence = detail::seen(cite("evaporimetry_faq"), "20 to 22, plus or minus 1 Cel")},
    Limit{.high = 60, .evidence = detail::seen(cite("evaporimetry_faq"), "below 60 %")},
    Limit{.low = 15,
          .evidence = {cite("evaporimetry_faq"), Confidence::medium,
                       "at least 15 min; an upper limit was cut off in the text seen"}},
    false,
    detail::scope};
inline constexpr Guideline du_plessis_2013{
    "du_plessis_2013",
    "du Plessis 2013 (workplaces)",
    Limit{.low = 18,
          .high = 22,
          .outside = Severity::notice,
          .evidence = {.source = cite("du_plessis_2013"),
                       .confidence = Confidence::low,
                       .note = "control or at least record; the limits are unverified",
                       .from_memory = true}},
    Limit{.low = 40,
          .high = 60,
          .outside = Severity::notice,
          .evidence = {.source = cite("du_plessis_2013"),
                       .confidence = Confidence::low,
                       .note = "unverified",
                       .from_memory = true}},
    Limit{.low = 15,
          .outside = Severity::notice,
          .evidence = {.source = cite("du_plessis_2013"),
                       .confidence = Confidence::medium,
                       .note = "15 to 30 min; unverified",
                       .from_memory = true}},
    true,
    detail::scope};
/// A proposal of this library, without published authority.
inline constexpr Guideline proposed_guideline{
    "proposed",
    "Proposed default",
    Limit{.low = 18, .high = 22, .error_low = 10, .error_high = 40, .evidence = detail::proposal},
    Limit{.low = 40, .high = 60, .error_low = 20, .error_high = 75, .evidence = detail::proposal},
    Limit{.low = 20, .error_low = 15, .evidence = detail::proposal},
    true,
    detail::scope};

inline constexpr const Guideline* guidelines[] = {&proposed_guideline, &pinnagoda_1990,
                                                  &rogiers_2001, &du_plessis_2013};

}  // namespace eczscore::units
