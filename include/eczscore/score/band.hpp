// SPDX-License-Identifier: BSL-1.0
// The severity band of a score in a named edition.
#pragma once

#include "eczscore/model/bands.hpp"
#include "eczscore/score/rounding.hpp"
#include "eczscore/score/score.hpp"

namespace eczscore {

/// The band of an exact value in the scheme's range; null outside it.
constexpr const Band* band(const BandScheme& scheme, Exact value) {
    const Exact judged = scheme.on_rounded ? Exact(value.rounded()) : value;
    for (const Band& candidate : scheme.bands) {
        if (candidate.contains(judged)) return &candidate;
    }
    return nullptr;
}

namespace detail {
/// The scheme judges scores of this range.
constexpr bool is_scheme_of(const BandScheme& scheme, const Instrument& instrument) {
    return scheme.bands.front().lower.at == instrument.min &&
           scheme.bands.back().upper.at == instrument.max;
}
}  // namespace detail

/// The band of a score; null when there is no score, or the scheme is for another range.
constexpr const Band* band(const BandScheme& scheme, const Score& score) {
    if (!score.is_scored() || !detail::is_scheme_of(scheme, *score.instrument)) return nullptr;
    return band(scheme, score.value());
}

/// The alternative that rounds first, to the decimals that the bands were printed with (0 to 6),
/// halves away from zero; the default judges the unrounded value. At a printed gap the two differ.
constexpr const Band* band_on_rounded(const BandScheme& scheme, Exact value, int decimals) {
    return band(scheme, rounded_to(value, decimals));
}
/// The same of a score; null when there is none.
constexpr const Band* band_on_rounded(const BandScheme& scheme, const Score& score, int decimals) {
    return band(scheme, rounded_to(score, decimals));
}

/// The default scheme for this age; null when the instrument has none.
constexpr const BandScheme* default_bands(const Instrument& instrument, Age age = {}) {
    for (const BandScheme& scheme : instrument.bands) {
        if (scheme.is_default && (scheme.ages.is_everyone() || scheme.ages.contains(age))) {
            return &scheme;
        }
    }
    return nullptr;
}

/// The band of a score in the default scheme for this age; null when there is no score or no such
/// scheme, or when the score is another instrument's.
constexpr const Band* band(const Instrument& instrument, const Score& score, Age age = {}) {
    const BandScheme* scheme = default_bands(instrument, age);
    if (scheme == nullptr || score.instrument != &instrument) return nullptr;
    return band(*scheme, score);
}

}  // namespace eczscore
