// SPDX-License-Identifier: BSL-1.0
// Lesional over non-lesional skin of one person.
#pragma once

#include <cmath>

#include "eczscore/core/name_of.hpp"
#include "eczscore/units/biomarker.hpp"
#include "eczscore/units/measurement.hpp"

namespace eczscore::trial {

/// Why two readings give no ratio.
enum class RatioFault : std::uint8_t {
    none,
    kinds,        ///< two kinds, or two hydration devices
    devices,      ///< two instruments, or one is not named
    lesions,      ///< not one lesional and one non-lesional reading
    not_positive  ///< a value that is 0, negative, missing or beyond the device's end
};
constexpr Text name(RatioFault fault) {
    constexpr Text names[] = {"none", "kinds", "devices", "lesions", "not_positive"};
    return name_of(names, fault);
}

/// Lesional over non-lesional, and its logarithm. Average the logarithms, never the ratios.
struct LesionalRatio {
    RatioFault fault = RatioFault::not_positive;
    units::Ratio ratio = units::Ratio::of(NAN);
    units::Log2FoldChange log2 = units::Log2FoldChange::of(NAN);
    bool is_same_site = true;  ///< both sites are stated and one

    constexpr bool ok() const { return fault == RatioFault::none; }
};

/// Of two quantities of one kind.
/// example  28.68 and 13.15 g/m2/h: 2.18098859316, log2 1.12498222452
template <class K>
    requires(K::info.algebra == units::Algebra::linear)
LesionalRatio lesional_ratio(units::Quantity<K> lesional, units::Quantity<K> non_lesional) {
    LesionalRatio result;
    const double below = units::detail::stored(non_lesional);
    const double ratio = below > 0 ? units::detail::stored(lesional) / below : 0;
    if (!(ratio > 0) || std::isinf(ratio)) return result;
    result.fault = RatioFault::none;
    result.ratio = units::Ratio::of(ratio);
    result.log2 = units::Log2FoldChange::of(std::log2(ratio));
    return result;
}

/// Of two readings, which must say that they are lesional and non-lesional and name one instrument.
inline LesionalRatio lesional_ratio(const units::Measurement& lesional,
                                    const units::Measurement& non_lesional) {
    LesionalRatio result;
    const units::KindInfo& kind = lesional.value.kind();
    result.fault = RatioFault::kinds;
    if (&kind != &non_lesional.value.kind() || kind.algebra != units::Algebra::linear) {
        return result;
    }
    result.fault = RatioFault::lesions;
    if (lesional.lesion != units::Lesion::lesional ||
        non_lesional.lesion != units::Lesion::non_lesional) {
        return result;
    }
    result.fault = RatioFault::devices;
    const bool is_named = lesional.device != nullptr && non_lesional.device != nullptr;
    if (!kind.is_device_unit() && !(is_named && lesional.device->id == non_lesional.device->id)) {
        return result;
    }
    result.fault = RatioFault::not_positive;
    if (lesional.range != units::DeviceRange::measured ||
        non_lesional.range != units::DeviceRange::measured) {
        return result;
    }
    result = lesional_ratio(units::Ratio::of(lesional.value.canonical()),
                            units::Ratio::of(non_lesional.value.canonical()));
    result.is_same_site = lesional.site.is_stated() && lesional.site == non_lesional.site;
    return result;
}

}  // namespace eczscore::trial
