// SPDX-License-Identifier: BSL-1.0
// What the kinds share: their units, the spellings of their fields, and their limits.
#pragma once

#include "eczscore/units/kind_info.hpp"

namespace eczscore::units::detail {

inline constexpr Unit pure{};
inline constexpr Unit per_cent{Exact::ratio(1, 100)};
inline constexpr Unit g_m2_h{Exact::ratio(1, 3600), mass_flux};
inline constexpr Unit ug_cm2{Exact::ratio(1, 100), mass_per_area};
inline constexpr Unit millimetre{Exact::ratio(1, 1000), dimension({.length = 1})};
inline constexpr Unit micrometre{Exact::ratio(1, 1'000'000), dimension({.length = 1})};

inline constexpr Alias flux_aliases[] = {
    {"gmh", "g/m2/h"},       {"g/hm2", "g/h/m2", Reason::wrong_dimension},
    {"mg/hcm2", "mg/h/cm2"}, {"g/sq.m/h", "g/m2/h"},
    {"g/sq.m/hr", "g/m2/h"}, {"g/sq m/h", "g/m2/h"},
    {"g/sq m/hr", "g/m2/h"}};
inline constexpr Alias ige_aliases[] = {{"IU/mL", "[IU]/mL"},
                                        {"kIU/L", "k[IU]/L"},
                                        {"kU/L", "k[IU]/L", Reason::ambiguous_unit},
                                        {"U/mL", "[IU]/mL", Reason::ambiguous_unit},
                                        {"IE/mL", "[IU]/mL"},
                                        {"kIE/L", "k[IU]/L"},
                                        {"UI/mL", "[IU]/mL"},
                                        {"kUI/L", "k[IU]/L"}};
inline constexpr Alias count_aliases[] = {{"cells/uL", "/uL"},
                                          {"cells/mm3", "/mm3"},
                                          {"cells/mm^3", "/mm3"},
                                          {"/mm^3", "/mm3"},
                                          {"cells/cmm", "/mm3"},
                                          {"10^9/L", "10*9/L"},
                                          {"x10^9/L", "10*9/L"},
                                          {"*10^9/L", "10*9/L"},
                                          {"x 10^9/L", "10*9/L"},
                                          {"* 10^9/L", "10*9/L"},
                                          {"x10E9/L", "10*9/L"},
                                          {"10E9/L", "10*9/L"},
                                          {"10e9/L", "10*9/L"},
                                          {"x10*9/L", "10*9/L"},
                                          {"10^3/uL", "10*3/uL"},
                                          {"x10^3/uL", "10*3/uL"},
                                          {"*10^3/uL", "10*3/uL"},
                                          {"10E3/uL", "10*3/uL"},
                                          {"10e3/uL", "10*3/uL"},
                                          {"x10E3/uL", "10*3/uL"},
                                          {"Tsd/uL", "10*3/uL"},
                                          {"Tsd./uL", "10*3/uL"},
                                          {"K/uL", "10*3/uL", Reason::suspect_case},
                                          {"k/uL", "10*3/uL"},
                                          {"G/L", "10*9/L", Reason::suspect_case},
                                          {"Gpt/L", "10*9/L"}};
inline constexpr Alias temperature_aliases[] = {{"C", "Cel", Reason::suspect_case},
                                                {"degC", "Cel"},
                                                {"deg C", "Cel"},
                                                {"F", "[degF]", Reason::suspect_case},
                                                {"degF", "[degF]"}};
inline constexpr Alias ph_aliases[] = {{"pH", "[pH]", Reason::suspect_case},
                                       {"", "[pH]", Reason::not_stated}};
/// Of a field whose device is named: then, and only then, AU means something.
inline constexpr Alias device_aliases[] = {
    {"AU", "{AU}", Reason::device_required},        {"a.u.", "{AU}", Reason::device_required},
    {"a.u", "{AU}", Reason::device_required},       {"A.U.", "{AU}", Reason::device_required},
    {"au", "{AU}", Reason::device_required},        {"a. u.", "{AU}", Reason::device_required},
    {"AE", "{AU}", Reason::device_required},        {"w.E.", "{AU}", Reason::device_required},
    {"arb. units", "{AU}", Reason::device_required}};

inline constexpr Evidence proposal{nullptr, Confidence::low,
                                   "proposed default; no published authority"};
inline constexpr Evidence by_definition{nullptr, Confidence::high, "by definition"};
inline constexpr Evidence scale_from_memory{.source = nullptr,
                                            .confidence = Confidence::low,
                                            .note = "displayed scale, not verified",
                                            .from_memory = true};

consteval Limits between(double low, double high, Evidence evidence) {
    return {low, high, true, true, evidence};
}
/// No reading of skin comes near its upper end; what lies above is a slip of unit or of point.
inline constexpr Evidence proposed_ceiling{nullptr, Confidence::low,
                                           "proposed default, far above any reading of skin; no "
                                           "published authority"};
consteval Limits at_least(double low, Evidence evidence) { return {low, 0, true, false, evidence}; }

}  // namespace eczscore::units::detail
