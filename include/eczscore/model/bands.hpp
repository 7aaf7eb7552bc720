// SPDX-License-Identifier: BSL-1.0
// Named severity bands: editions by author and year, with every gap between printed bands closed.
#pragma once

#include <cstdint>

#include "eczscore/core/age.hpp"
#include "eczscore/core/citation.hpp"
#include "eczscore/core/exact.hpp"
#include "eczscore/core/list.hpp"

namespace eczscore {

/// One end of a band.
struct Edge {
    Exact at;
    bool included;
};
/// A lower end that belongs to the band.
constexpr Edge from(Exact at) { return {at, true}; }
/// A lower end that does not belong to the band.
constexpr Edge above(Exact at) { return {at, false}; }
/// An upper end that belongs to the band.
constexpr Edge up_to(Exact at) { return {at, true}; }
/// An upper end that does not belong to the band.
constexpr Edge below(Exact at) { return {at, false}; }

/// One named band.
struct Band {
    Text id;
    Text label;
    Edge lower;
    Edge upper;

    /// The exact score is within the limits, each of which is included or not.
    constexpr bool contains(Exact score) const {
        return (score > lower.at || (lower.included && score == lower.at)) &&
               (score < upper.at || (upper.included && score == upper.at));
    }
};

/// An edition of severity bands. Bands cover the range of the score without gap or overlap.
struct BandScheme {
    Text id;  ///< author and year: `leshem_2015`
    Text title;
    List<Band> bands;
    Evidence evidence;
    bool is_default = false;
    bool on_rounded = false;  ///< banded on the score rounded to a whole number, half away from 0
    AgeRange
        ages{};  ///< decides between default schemes; whom else it fits is the caller's to know
};

}  // namespace eczscore
