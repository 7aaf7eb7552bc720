// SPDX-License-Identifier: BSL-1.0
// From one device to another: refused, with the reason, unless the user brings a calibration.
#pragma once

#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/any_quantity.hpp"
#include "eczscore/units/tewl_device.hpp"

namespace eczscore::units {

/// Why readings of one device are not turned into readings of another.
struct DeviceRefusal {
    Reason reason = Reason::none;
    Text sentence{};
    Evidence evidence{};

    /// The readings are not converted.
    constexpr bool is_refused() const { return reason != Reason::none; }
};

/// Between kinds known at run time: hydration scales never convert.
constexpr DeviceRefusal device_refusal(const KindInfo& from, const KindInfo& to) {
    if (&from == &to) return {};
    if (!from.is_device_unit() || !to.is_device_unit()) {
        return {
            Reason::wrong_dimension, "two kinds of quantity: one does not become the other", {}};
    }
    return {Reason::device_mismatch,
            "arbitrary units of two devices: no verified equation converts one into the other; "
            "correlations of 0.71 to 0.97 were published, and correlation is not agreement. "
            "Compare changes within each device, or responders, with the device recorded",
            Evidence{cite("clarys_2012"), Confidence::high, "and corneometer_dermalab"}};
}

/// A straight line from one model to another of its class, brought by the user with its source.
struct Calibration {
    const TewlDevice* from = nullptr;
    const TewlDevice* to = nullptr;
    double slope = 1;
    double intercept_g_per_m2_h = 0;
    double se_g_per_m2_h = 0;  ///< residual standard error, to be carried into what follows
    Text reference{};          ///< where it was published or recorded; required
};

/// Between instruments for TEWL. Of two classes always refused, also with a calibration.
constexpr DeviceRefusal device_refusal(const TewlDevice& from, const TewlDevice& to,
                                       const Calibration* calibration = nullptr) {
    if (from.id == to.id) return {};
    const Evidence why{cite("gee_2006"), Confidence::high,
                       "up to 50 % of the reading for lack of traceable calibration; a review "
                       "found the differences minimal"};
    if (from.chamber != to.chamber) {
        return {Reason::device_mismatch,
                "TEWL of two classes of device is not pooled or converted: no verified equation "
                "exists, and readings can differ by up to 50 %",
                why};
    }
    const bool fits = calibration != nullptr && calibration->from != nullptr &&
                      calibration->to != nullptr && calibration->from->id == from.id &&
                      calibration->to->id == to.id && !calibration->reference.empty();
    if (fits) return {};
    return {Reason::device_mismatch,
            "TEWL of two models is converted only by a calibration from one to the other that you "
            "supply with its source: none was found published",
            why};
}

/// The reading as the other model would show it, or `device_mismatch`.
constexpr Checked<Tewl> as_if_read_by(Tewl reading, const TewlDevice& from, const TewlDevice& to,
                                      const Calibration* calibration = nullptr) {
    if (device_refusal(from, to, calibration).is_refused()) return Reason::device_mismatch;
    if (from.id == to.id) return reading;
    return reading * calibration->slope + Tewl::g_per_m2_h(calibration->intercept_g_per_m2_h);
}

}  // namespace eczscore::units
