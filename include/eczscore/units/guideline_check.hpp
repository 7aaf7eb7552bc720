// SPDX-License-Identifier: BSL-1.0
// One reading of TEWL against a guideline: findings with a severity, never a silent drop.
#pragma once

#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/guideline.hpp"
#include "eczscore/units/measurement.hpp"

namespace eczscore::units {

/// Sensor noise around zero: negative readings down to this are kept and flagged.
inline constexpr double most_negative_tewl = -1;

namespace detail {

inline constexpr Evidence exclusions{.source = cite("evaporimetry_faq"),
                                     .confidence = Confidence::medium,
                                     .note = "excluded by the guidelines, from memory",
                                     .from_memory = true};
inline constexpr Evidence tewl_definition = seen(cite("evaporimetry_faq"), "definition of TEWL");

/// The words of one circumstance.
struct Words {
    Text missing_code, code, missing, outside, unit;
};
inline constexpr Words ambient_words{
    "ambient_temperature_missing", "ambient_temperature",
    "the guideline asks for the ambient temperature; record it",
    "ambient temperature outside the guideline; repeat in a controlled room, or report it", "Cel"};
inline constexpr Words humidity_words{
    "humidity_missing", "humidity", "the guideline asks for the relative humidity; record it",
    "relative humidity outside the guideline; repeat in a controlled room, or report it", "%"};
inline constexpr Words rest_words{
    "acclimatisation_missing", "acclimatisation",
    "the guideline asks for the acclimatisation time; record it",
    "acclimatised for too short a time; let the skin rest uncovered, then repeat", "min"};

template <class Q>
constexpr void check_limit(ReadingFindings& found, const Checked<Q>& value,
                           typename Q::UnitType unit, const Limit& limit, const Words& words) {
    const double number = value.ok() ? value.value().in(unit) : __builtin_nan("");
    if (number != number) {
        found.add({.code = words.missing_code,
                   .severity = Severity::error,
                   .message = words.missing,
                   .low = limit.low,
                   .high = limit.high,
                   .unit = words.unit,
                   .evidence = limit.evidence});
        return;
    }
    const bool fails = number < limit.error_low || number > limit.error_high;
    const bool warns = number < limit.low || number > limit.high;
    if (!fails && !warns) return;
    found.add({.code = words.code,
               .severity = fails ? Severity::error : limit.outside,
               .message = words.outside,
               .value = number,
               .low = fails ? limit.error_low : limit.low,
               .high = fails ? limit.error_high : limit.high,
               .unit = words.unit,
               .evidence = limit.evidence});
}

constexpr void check_value(ReadingFindings& found, const Measurement& reading,
                           const Guideline& guideline) {
    const Text kind = reading.value.kind().id;
    if (!(kind == Text("tewl")) && !(kind == Text("water_vapour_flux"))) {
        found.add({.code = "not_a_flux",
                   .severity = Severity::error,
                   .message = "guidelines on TEWL say nothing of this kind of quantity",
                   .evidence = guideline.scope});
        return;
    }
    const double value = reading.value.canonical();
    const Measurement saturated = with_saturation(reading);
    if (value != value) {
        found.add({.code = "no_value",
                   .severity = Severity::error,
                   .message = "there is no value; keep the reading with the reason why"});
    } else if (value < most_negative_tewl) {
        found.add({.code = "out_of_range",
                   .severity = Severity::error,
                   .message = "below the noise around zero; check the probe's zero and repeat",
                   .value = value,
                   .low = most_negative_tewl,
                   .unit = "g/m2/h",
                   .evidence = proposal});
    } else if (value < 0) {
        found.add({.code = "negative",
                   .severity = Severity::warning,
                   .message = "negative, within the noise around zero; kept as read",
                   .value = value,
                   .low = 0,
                   .unit = "g/m2/h",
                   .evidence = proposal});
    } else if (saturated.range == DeviceRange::above && reading.range != DeviceRange::above) {
        found.add({.code = "saturated",
                   .severity = Severity::error,
                   .message = "at the maximum of the device: record it as above the maximum, "
                              "never as equal to it",
                   .value = value,
                   .high = saturated.value.canonical(),
                   .unit = "g/m2/h",
                   .evidence = proposal});
    }
}

constexpr void check_device(ReadingFindings& found, const Measurement& reading,
                            const Guideline& guideline) {
    if (reading.device == nullptr) {
        found.add({.code = "device_missing",
                   .severity = Severity::error,
                   .message = "name the device: readings of different devices are not comparable",
                   .evidence = seen(cite("gee_2006"), "up to 50 % apart")});
        return;
    }
    const ChamberClass chamber = reading.device->chamber;
    const bool is_open = chamber == ChamberClass::open;
    const bool is_covered =
        is_open || (guideline.is_for_closed && chamber == ChamberClass::closed_unventilated);
    if (!is_covered) {
        found.add({.code = "device_not_covered",
                   .message = "the guidelines were written without data of this kind of device",
                   .evidence = guideline.scope});
    }
    if (is_open && reading.at.is_surface_horizontal == Stated::no) {
        found.add({.code = "surface_not_horizontal",
                   .severity = Severity::warning,
                   .message = "an open chamber measures on a horizontal surface only; turn the "
                              "limb and repeat",
                   .evidence = seen(cite("evaporimetry_faq"))});
    }
}

constexpr void check_skin(ReadingFindings& found, const Measurement& reading) {
    if (reading.at.skin.ok()) {
        const double t = reading.at.skin.value().in(celsius);
        if (!(t >= 15 && t <= 42)) {
            found.add({.code = "skin_temperature",
                       .severity = Severity::error,
                       .message = "no temperature of living skin; check the unit",
                       .value = t,
                       .low = 15,
                       .high = 42,
                       .unit = "Cel",
                       .evidence = proposal});
        }
    }
    if (reading.at.is_sweating == Stated::yes) {
        found.add({.code = "sweating",
                   .severity = Severity::error,
                   .message = "sweat is in the flux, so it is no TEWL; cool down and repeat",
                   .evidence = tewl_definition});
    }
    if (reading.at.is_washed_or_treated == Stated::yes) {
        found.add({.code = "washed_or_treated",
                   .severity = Severity::warning,
                   .message = "washed or treated recently: the surface may not be dry",
                   .evidence = exclusions});
    }
    if (reading.at.is_in_draught == Stated::yes) {
        found.add({.code = "draught",
                   .severity = Severity::warning,
                   .message = "direct air flow disturbs the boundary layer; shield the probe",
                   .evidence = exclusions});
    }
    if (reading.site == site::forearm_near_wrist) {
        found.add({.code = "near_wrist",
                   .severity = Severity::warning,
                   .message = "next to the wrist readings are higher and more variable; measure "
                              "nearer to the elbow",
                   .evidence = site::forearm_near_wrist.evidence});
    }
    if (!reading.site.is_stated()) {
        found.add(
            {.code = "site_missing",
             .severity = Severity::error,
             .message = "name the body site: it alone changes TEWL twentyfold",
             .evidence = seen(cite("akdeniz_2018"), "2.3 at the breast, 44.0 in the axilla")});
    }
}

}  // namespace detail

/// Checks one reading. Ambient temperature, humidity, acclimatisation, device and site must be
/// stated. The guideline is named by the caller; `proposed_guideline` has no published authority.
constexpr ReadingFindings check_measurement(const Measurement& reading,
                                            const Guideline& guideline) {
    ReadingFindings found;
    detail::check_value(found, reading, guideline);
    detail::check_device(found, reading, guideline);
    detail::check_limit(found, reading.at.ambient, celsius, guideline.ambient,
                        detail::ambient_words);
    detail::check_limit(found, reading.at.humidity, percent, guideline.humidity,
                        detail::humidity_words);
    detail::check_limit(found, reading.at.acclimatisation, minutes, guideline.acclimatisation,
                        detail::rest_words);
    detail::check_skin(found, reading);
    return found;
}

}  // namespace eczscore::units
