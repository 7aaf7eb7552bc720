// SPDX-License-Identifier: BSL-1.0
// Skin surface pH: a logarithm, so two of them do not add; they average by convention.
#pragma once

#include "eczscore/units/kind_parts.hpp"
#include "eczscore/units/quantity.hpp"

namespace eczscore::units {

/// The pH scale: it has no zero, so that pH values have differences and no sums.
struct PhScale {
    template <class Q>
    using Makers = PlainMaker<Q>;
};
inline constexpr UnitOf<PhScale> ph_units{"[pH]"};

/// Differences of pH.
struct PhSteps {
    template <class Q>
    using Makers = PlainMaker<Q>;
};
inline constexpr UnitOf<PhSteps> ph_steps{"1"};

namespace kind {

struct PhDifference {
    using Units = PhSteps;
    static constexpr KindInfo info{.id = "ph_difference", .label = "pH difference", .ucum = "1"};
};
/// No normal range is given: the sources disagree.
struct Ph {
    using Units = PhScale;
    using Difference = PhDifference;
    static constexpr KindInfo info{
        .id = "ph",
        .label = "Skin surface pH",
        .ucum = "[pH]",
        .unit = {1, Dimension{.arbitrary = 1, .arbitrary_unit = 1}, Special::ph},
        .better = BetterWhen::lower,
        .better_confidence = Confidence::medium,
        .algebra = Algebra::point,
        .limits = detail::between(0, 14, detail::by_definition),
        .aliases = detail::ph_aliases,
        .note = "lower towards acid, without a target value"};
};

}  // namespace kind

using Ph = Quantity<kind::Ph>;
using PhDifference = Quantity<kind::PhDifference>;

/// -log10 of the mean hydrogen ion activity: the other average of pH, always named as such. The
/// usual one is `mean`. NaN when `count` is 0.
/// example  4.8 and 5.6: 5.03713796152, where `mean` says 5.2
inline double mean_of_hydrogen_ion(const Ph* readings, std::size_t count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        sum += __builtin_pow(10, -readings[i].in(ph_units));
    }
    return -__builtin_log10(sum / static_cast<double>(count));
}

}  // namespace eczscore::units
