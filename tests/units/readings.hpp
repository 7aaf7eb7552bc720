// SPDX-License-Identifier: BSL-1.0
// Readings for the tests of measurements, and what is found in them.
#pragma once

#include <string_view>

#include "eczscore/units/flux.hpp"
#include "eczscore/units/measurement.hpp"
#include "eczscore/units/reading_finding.hpp"

namespace readings {

using namespace eczscore;
using namespace eczscore::units;

/// A reading that meets every guideline.
inline Measurement good(double tewl = 12) {
    Measurement reading{.value = Tewl::g_per_m2_h(tewl),
                        .device = &tewameter_tm300,
                        .site = site::volar_forearm,
                        .lesion = Lesion::non_lesional,
                        .side = Side::left};
    reading.at.ambient = AmbientTemperature::celsius(21);
    reading.at.humidity = RelativeHumidity::percent(40);
    reading.at.acclimatisation = Duration::minutes(25);
    return reading;
}
inline std::string_view severity_of(const ReadingFindings& found, Text code) {
    const ReadingFinding* finding = found.find(code);
    return finding == nullptr ? "absent" : std::string_view(name(finding->severity));
}
/// A reading of which nothing but the value is known.
inline Measurement tewl_reading(double value) { return {.value = Tewl::g_per_m2_h(value)}; }

}  // namespace readings
