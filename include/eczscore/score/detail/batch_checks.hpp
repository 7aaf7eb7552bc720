// SPDX-License-Identifier: BSL-1.0
// Whether a batch can be scored at all, where bands begin in units, and the rest of an output.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "eczscore/model/instrument.hpp"
#include "eczscore/score/columns.hpp"

namespace eczscore {

namespace detail {

/// Whether scores are counts of 1/denominator points: not where a formula gives any ratio, nor
/// where a score may be negative. Such scores come as `value` only.
constexpr bool has_units(const Instrument& instrument) {
    return instrument.formula == nullptr && instrument.min >= Exact(0);
}

/// The highest sum in units.
constexpr std::int64_t max_units(const Instrument& instrument) {
    Exact highest = 0;
    for (const Form& form : instrument.forms) {
        if (form.max > highest) highest = form.max;
    }
    return (highest * Exact(instrument.plan.denominator)).num();
}

/// Where the bands begin, in units: the band of a score is the number of starts not above
/// it.
struct BandStarts {
    static constexpr std::size_t capacity = 15;
    std::size_t count = 0;  ///< of bands after the first
    std::uint64_t at[capacity] = {};
    bool fits = true;
};

/// `offset`: what a total of 0 is in units.
constexpr BandStarts band_starts(const BandScheme& scheme, std::int64_t denominator,
                                 std::int64_t offset = 0) {
    BandStarts starts;
    starts.fits = scheme.bands.size() <= BandStarts::capacity + 1;
    for (std::size_t b = 1; starts.fits && b < scheme.bands.size(); ++b) {
        const Edge lower = scheme.bands[b].lower;
        std::int64_t first = 0;
        if (scheme.on_rounded) {
            // A score rounds to k or more from k - 1/2 on.
            const Exact whole = lower.included ? lower.at.ceil() : lower.at.floor() + 1;
            first = ((whole - Exact::ratio(1, 2)) * Exact(denominator)).ceil();
        } else {
            const Exact units = lower.at * Exact(denominator);
            first = lower.included ? units.ceil() : units.floor() + 1;
        }
        first -= offset;
        starts.at[starts.count++] = first < 0 ? 0 : static_cast<std::uint64_t>(first);
    }
    return starts;
}

constexpr bool owns(const Instrument& instrument, const BandScheme* scheme) {
    for (const BandScheme& own : instrument.bands) {
        if (&own == scheme) return true;
    }
    return false;
}

constexpr BatchError find_error(const Instrument& instrument, const BatchInput& in,
                                const BatchOutput& out) {
    if (in.items.size() != instrument.plan.items) return BatchError::wrong_number_of_columns;
    if (!out.domains.empty() && out.domains.size() != instrument.plan.domains) {
        return BatchError::wrong_number_of_domains;
    }
    if (out.scheme != nullptr && !owns(instrument, out.scheme)) return BatchError::foreign_scheme;
    const std::int64_t highest = max_units(instrument);
    bool domain_wanted = false;
    for (const std::uint32_t* domain : out.domains) domain_wanted |= domain != nullptr;
    const bool units_wanted =
        out.units16 != nullptr || out.units32 != nullptr || out.units64 != nullptr || domain_wanted;
    if ((out.units16 != nullptr && highest >= std::numeric_limits<std::uint16_t>::max()) ||
        ((out.units32 != nullptr || domain_wanted) &&
         highest >= std::numeric_limits<std::uint32_t>::max()) ||
        (units_wanted && !has_units(instrument))) {
        return BatchError::units_do_not_fit;
    }
    return BatchError::none;
}

}  // namespace detail
}  // namespace eczscore
