// SPDX-License-Identifier: BSL-1.0
// Instruments for water vapour flux: how each works, and what was read about it.
#pragma once

#include "eczscore/core/name_of.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/units/any_quantity.hpp"
#include "eczscore/units/flux.hpp"

namespace eczscore::units {

/// How an instrument works. Readings of two classes are not pooled.
enum class ChamberClass : std::uint8_t {
    open,                 ///< two or more sensors in an open cylinder
    closed_unventilated,  ///< the rise of the humidity in a closed chamber
    condenser,            ///< a closed chamber with ice at its end
    closed                ///< closed; the sources do not say more
};
constexpr Text name(ChamberClass chamber) {
    constexpr Text names[] = {"open", "closed_unventilated", "condenser", "closed"};
    return name_of(names, chamber);
}

/// A specification of the form: so many g/m2/h and so many percent of the reading.
struct Accuracy {
    double g_per_m2_h = 0;
    double percent = 0;
    bool is_stated = false;

    /// example  0.5 and 5 % at 12 g/m2/h: 1.1
    constexpr Checked<Tewl> at(Tewl reading) const {
        if (!is_stated) return Reason::not_stated;
        const double value = stored_size(reading);
        return Tewl::g_per_m2_h(g_per_m2_h + value * percent / 100);
    }

private:
    static constexpr double stored_size(Tewl reading) {
        const double value = reading.in(units::g_per_m2_h);
        return value < 0 ? -value : value;
    }
};

/// One model. A range that the sources do not confirm is left out: a user who knows the maximum of
/// a device sets it in a copy.
struct TewlDevice {
    Text id{};
    Text label{};
    ChamberClass chamber = ChamberClass::open;
    Evidence evidence{};
    Accuracy repeatability{};
    Accuracy uncertainty{};
    bool has_maximum = false;
    Tewl maximum = Tewl::g_per_m2_h(0);  ///< a reading at or above it is "> maximum"
};

inline constexpr TewlDevice evaporimeter{
    "evaporimeter", "Evaporimeter EP1/EP3", ChamberClass::open,
    Evidence{cite("barel_clarys_1995"), Confidence::high, "Nilsson's principle"}};
inline constexpr TewlDevice tewameter_tm300{
    "tewameter_tm300", "Tewameter TM 210/TM 300", ChamberClass::open,
    Evidence{cite("tewameter_page"), Confidence::high, "two sensor pairs"}};
inline constexpr TewlDevice tewameter_hex{
    "tewameter_hex",
    "Tewameter TM Hex",
    ChamberClass::open,
    Evidence{cite("tewameter_hex_sheet"), Confidence::high,
             "30 sensor pairs; 10-40 Cel, 30-70 % humidity; stable in about 20 s"},
    Accuracy{0.15, 1, true},
    Accuracy{0.5, 5, true}};
inline constexpr TewlDevice dermalab_tewl{
    "dermalab_tewl", "DermaLab TEWL probe", ChamberClass::open,
    Evidence{cite("dermalab_page"), Confidence::high, "two sensor pairs"}};
inline constexpr TewlDevice vapometer{
    "vapometer", "VapoMeter", ChamberClass::closed_unventilated,
    Evidence{cite("evaporimetry_faq"), Confidence::high,
             "the principle; its range is unverified and left out"}};
inline constexpr TewlDevice aquaflux{"aquaflux", "AquaFlux AF200", ChamberClass::condenser,
                                     Evidence{cite("evaporimetry_faq"), Confidence::high}};
inline constexpr TewlDevice gpskin_barrier{
    "gpskin_barrier", "gpskin Barrier/Pro", ChamberClass::closed,
    Evidence{.source = cite("gpskin"),
             .confidence = Confidence::medium,
             .note = "handheld; that it is closed is from memory; reads lower than a Tewameter",
             .from_memory = true}};
inline constexpr TewlDevice h4500{
    "h4500", "H4500", ChamberClass::closed,
    Evidence{cite("kikuchi_2017"), Confidence::high, "ICC 0.927 (0.835-0.978)"}};

inline constexpr const TewlDevice* tewl_devices[] = {
    &evaporimeter, &tewameter_tm300, &tewameter_hex,  &dermalab_tewl,
    &vapometer,    &aquaflux,        &gpskin_barrier, &h4500};

/// The device with this id, or null.
constexpr const TewlDevice* find_tewl_device(Chars id) {
    for (const TewlDevice* each : tewl_devices) {
        if (Chars(each->id) == id) return each;
    }
    return nullptr;
}

}  // namespace eczscore::units
