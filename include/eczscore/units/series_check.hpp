// SPDX-License-Identifier: BSL-1.0
// Readings of one series against each other: mixed devices and probes, and values that suggest
// another unit.
#pragma once

#include <span>

#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/hydration.hpp"
#include "eczscore/units/measurement.hpp"
#include "eczscore/units/reading_finding.hpp"

namespace eczscore::units {

namespace detail {

inline constexpr Evidence not_interchangeable{
    cite("gee_2006"), Confidence::high,
    "instruments can differ by up to 50 % of the reading; others found the differences minimal"};
inline constexpr Evidence heuristic{nullptr, Confidence::low,
                                    "proposed heuristic, to be tuned for the study"};

/// More than half of the values.
template <class Test>
constexpr bool most(std::span<const Measurement> readings, Test test) {
    std::size_t n = 0;
    for (const Measurement& each : readings) n += test(each.value.canonical());
    return 2 * n > readings.size();
}

constexpr void check_mixture(ReadingFindings& found, std::span<const Measurement> series) {
    bool kinds = false;
    bool models = false;
    bool classes = false;
    bool heated = false;
    bool unheated = false;
    for (const Measurement& each : series) {
        kinds = kinds || &each.value.kind() != &series[0].value.kind();
        const TewlDevice* a = series[0].device;
        const TewlDevice* b = each.device;
        if (a != nullptr && b != nullptr) {
            models = models || !(a->id == b->id);
            classes = classes || a->chamber != b->chamber;
        }
        heated = heated || each.at.is_probe_heated == Stated::yes;
        unheated = unheated || each.at.is_probe_heated == Stated::no;
    }
    if (kinds) {
        found.add({.code = "kind_mismatch",
                   .severity = Severity::error,
                   .message = "readings of several kinds or hydration devices in one series; "
                              "make one series of each"});
    }
    if (models) {
        found.add({.code = "device_mismatch",
                   .severity = Severity::error,
                   .message = classes
                                  ? "devices of several classes in one series; keep them apart, "
                                    "no equation between them is verified"
                                  : "several models in one series; keep them apart, or supply a "
                                    "calibration of your own",
                   .evidence = not_interchangeable});
    }
    if (heated && unheated) {
        found.add({.code = "probe_heating_mixed",
                   .severity = Severity::error,
                   .message = "heated and unheated probes in one series; keep them apart",
                   .evidence = {cite("probe_preheating"), Confidence::high,
                                "preheating raised the variability"}});
    }
}

constexpr void check_volar_forearm(ReadingFindings& found, std::span<const Measurement> series) {
    for (const Measurement& each : series) {
        if (!(each.site == site::volar_forearm) || !(each.value.canonical() > 100)) continue;
        found.add({.code = "very_high",
                   .severity = Severity::warning,
                   .message = "above 100 g/m2/h on the volar forearm; check the unit and the skin",
                   .value = each.value.canonical(),
                   .high = 100,
                   .unit = "g/m2/h",
                   .evidence = heuristic});
        return;
    }
}

constexpr void check_equal(ReadingFindings& found, std::span<const Measurement> series) {
    for (const Measurement& each : series) {
        if (each.value.canonical() != series[0].value.canonical()) return;
    }
    if (series.size() < 2) return;
    found.add({.code = "all_equal",
               .severity = Severity::warning,
               .message = "all values are equal; check that they were read, not copied",
               .value = series[0].value.canonical(),
               .evidence = heuristic});
}

constexpr bool is_multiple_of_5(double value) {
    if (!(value > -1e9 && value < 1e9)) return false;
    return static_cast<double>(static_cast<long long>(value / 5) * 5) == value;
}

}  // namespace detail

/// Checks readings of one site and visit together. The heuristics are proposals: a finding asks a
/// question and changes nothing.
/// declared  the unit of a flux column, in which the values were written
constexpr ReadingFindings check_series(std::span<const Measurement> series,
                                       FluxUnit declared = g_per_m2_h) {
    ReadingFindings found;
    if (series.empty()) return found;
    detail::check_mixture(found, series);
    detail::check_equal(found, series);
    const KindInfo& kind = series[0].value.kind();
    const bool is_mg_per_cm2 = declared.num == 10 && declared.den == 1;
    if (kind.id == Text("tewl")) {
        if (declared.num == declared.den &&
            detail::most(series, [](double value) { return value < 1.5; })) {
            found.add({.code = "perhaps_mg_per_cm2_h",
                       .severity = Severity::warning,
                       .message = "most values are below 1.5 g/m2/h, low for an adult: were they "
                                  "mg/cm2/h?",
                       .low = 1.5,
                       .unit = "g/m2/h",
                       .evidence = detail::heuristic});
        }
        if (is_mg_per_cm2 && detail::most(series, [](double value) { return value > 50; })) {
            found.add({.code = "perhaps_g_per_m2_h",
                       .severity = Severity::warning,
                       .message = "most values are above 5 mg/cm2/h: were they g/m2/h?",
                       .high = 5,
                       .unit = "mg/cm2/h",
                       .evidence = detail::heuristic});
        }
        detail::check_volar_forearm(found, series);
    }
    if (kind.is_device_unit() && series.size() >= 3) {
        bool all = true;
        for (const Measurement& each : series) {
            all = all && detail::is_multiple_of_5(each.value.canonical());
        }
        if (all) {
            found.add({.code = "multiples_of_5",
                       .message = "all values are multiples of 5; check that they were read, not "
                                  "rounded",
                       .evidence = detail::heuristic});
        }
    }
    return found;
}

/// Ten, less 30 % for what may have changed besides.
inline constexpr double tenfold_from = 7;

/// A step of about ten between two visits of one subject, site and device: a change of unit looks
/// like that.
constexpr ReadingFindings check_step(const Measurement& earlier, const Measurement& later) {
    ReadingFindings found;
    const double a = earlier.value.canonical();
    const double b = later.value.canonical();
    if (&earlier.value.kind() != &later.value.kind() || earlier.device != later.device) {
        return found;
    }
    if (!(a > 0 && b > 0)) return found;
    const double ratio = a > b ? a / b : b / a;
    if (!(ratio >= tenfold_from)) return found;
    found.add({.code = "tenfold_step",
               .severity = Severity::warning,
               .message =
                   "about ten times the earlier value, or a tenth of it, with the same device: "
                   "did the unit change?",
               .value = b / a,
               .low = 1 / tenfold_from,
               .high = tenfold_from,
               .evidence = detail::heuristic});
    return found;
}

}  // namespace eczscore::units
