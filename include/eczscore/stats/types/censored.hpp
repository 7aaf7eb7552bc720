// SPDX-License-Identifier: BSL-1.0
// Values below or above a limit of quantification, kept as what they are: intervals.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats {

/// Whether a value is measured, and if not, what is known of it.
enum class Censoring : std::uint8_t {
    none,   ///< measured
    below,  ///< below the limit
    above,  ///< above the limit
    missing
};

constexpr Text name(Censoring censoring) {
    constexpr Text names[] = {"none", "below", "above", "missing"};
    return name_of(names, censoring);
}

/// One value: measured, or known to lie below or above a limit. The limit is never a value, so no
/// substituted number can be mistaken for a measured one. NaN is missing.
class Censored {
public:
    constexpr Censored() = default;
    /// A value within the range of the assay; NaN is missing.
    static constexpr Censored measured(double value) { return {value, Censoring::none}; }
    /// Below this lower limit of quantification.
    static constexpr Censored below(double limit) { return {limit, Censoring::below}; }
    /// Above this upper limit of quantification.
    static constexpr Censored above(double limit) { return {limit, Censoring::above}; }

    /// Measured, or on which side it is censored.
    constexpr Censoring censoring() const { return censoring_; }
    /// There is a number within the range of the assay.
    constexpr bool is_measured() const { return censoring_ == Censoring::none; }
    /// There is neither a number nor a limit.
    constexpr bool is_missing() const { return censoring_ == Censoring::missing; }
    /// The measured value, or the limit it lies below or above.
    constexpr double value_or_limit() const { return value_; }

private:
    constexpr Censored(double value, Censoring censoring)
        : value_(value), censoring_(value != value ? Censoring::missing : censoring) {}

    double value_ = not_a_number;
    Censoring censoring_ = Censoring::missing;
};

/// How many values were of which sort.
struct CensoredCount {
    std::size_t measured = 0;
    std::size_t below = 0;
    std::size_t above = 0;
    std::size_t missing = 0;

    /// All that are not missing.
    constexpr std::size_t n() const { return measured + below + above; }
    /// Those below and above their limits.
    constexpr std::size_t censored() const { return below + above; }
    /// In percent of those that are there; NaN when there is none.
    constexpr double percent_measured() const {
        return n() == 0 ? not_a_number
                        : 100.0 * static_cast<double>(measured) / static_cast<double>(n());
    }
    /// No mean is estimated then.
    constexpr bool is_mostly_censored() const { return 2 * censored() > n(); }
};

/// Counts the values of each sort.
constexpr CensoredCount count_censored(std::span<const Censored> values) {
    CensoredCount all;
    for (const Censored& each : values) {
        all.measured += each.censoring() == Censoring::none;
        all.below += each.censoring() == Censoring::below;
        all.above += each.censoring() == Censoring::above;
        all.missing += each.is_missing();
    }
    return all;
}

/// Measured values that a censored likelihood needs at least.
inline constexpr std::size_t fewest_measured = 5;

}  // namespace eczscore::stats
