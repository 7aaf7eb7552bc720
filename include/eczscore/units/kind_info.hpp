// SPDX-License-Identifier: BSL-1.0
// What there is to know about a kind of measured quantity, at run time.
#pragma once

#include <cstdint>

#include "eczscore/core/list.hpp"
#include "eczscore/core/name_of.hpp"
#include "eczscore/units/analyte.hpp"
#include "eczscore/units/dimension.hpp"
#include "eczscore/units/reason.hpp"
#include "eczscore/units/unit.hpp"

namespace eczscore::units {

/// Which way a patient or a barrier is better off.
enum class BetterWhen : std::uint8_t { no_direction, lower, higher };

constexpr Text name(BetterWhen direction) {
    constexpr Text names[] = {"no_direction", "lower", "higher"};
    return name_of(names, direction);
}

/// What may be done with readings of a kind.
enum class Algebra : std::uint8_t {
    linear,  ///< sums, differences, ratios
    point,   ///< a scale whose zero is a convention: differences only (temperature, pH)
    opaque   ///< neither ordered nor added; taken out by its unit and judged by hand
};

/// A spelling that means one thing in the field of this kind, and there only.
struct Alias {
    Text typed;  ///< after `normalise`
    Text ucum;
    Reason strictly = Reason::unknown_unit;  ///< why it is refused where only UCUM is read
};

/// What a value must lie in. Bounds that are proposals or from memory say so in `evidence`.
struct Limits {
    double low = 0;
    double high = 0;
    bool has_low = false;
    bool has_high = false;
    Evidence evidence{};
};

/// One kind of quantity. Two kinds of one dimension are still two kinds.
struct KindInfo {
    Text id{};
    Text label{};
    Text ucum{};    ///< the canonical unit, in which values are stored
    Unit unit{};    ///< the same, read
    Text device{};  ///< of a reading whose unit a device defines; else empty
    BetterWhen better = BetterWhen::no_direction;
    Confidence better_confidence = Confidence::low;
    Algebra algebra = Algebra::linear;
    Limits limits{};
    List<Alias> aliases{};
    const Analyte* analyte = nullptr;  ///< the substance measured, when there is but one
    bool reads_dot_as_per = false;     ///< `g/m2.h` is taken for g/m2/h, with a warning
    Text note{};

    /// The unit belongs to one device model: readings of two models never mix.
    constexpr bool is_device_unit() const { return !device.empty(); }
};

}  // namespace eczscore::units
