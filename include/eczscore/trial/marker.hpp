// SPDX-License-Identifier: BSL-1.0
// Blood and tape-strip markers with their limits of quantification, through to the statistics.
#pragma once

#include <cmath>
#include <span>
#include <vector>

#include "eczscore/stats/censored_lognormal.hpp"
#include "eczscore/stats/fold_change.hpp"
#include "eczscore/stats/types/interval_options.hpp"
#include "eczscore/units/biomarker.hpp"

namespace eczscore::trial {

/// A value of one marker: measured, below the lower or above the upper limit of quantification, or
/// missing. A limit never becomes a value.
template <class K>
    requires(K::info.algebra == units::Algebra::linear)
class Marker {
public:
    using Q = units::Quantity<K>;

    constexpr Marker() = default;
    /// A concentration within the range of the assay.
    static constexpr Marker measured(Q value) {
        return Marker(stats::Censored::measured(units::detail::stored(value)));
    }
    /// Below the lower limit of quantification.
    static constexpr Marker below(Q lower_limit) {
        return Marker(stats::Censored::below(units::detail::stored(lower_limit)));
    }
    /// Above the upper limit of quantification.
    static constexpr Marker above(Q upper_limit) {
        return Marker(stats::Censored::above(units::detail::stored(upper_limit)));
    }
    /// In the kind's canonical unit.
    constexpr stats::Censored canonical() const { return value_; }

private:
    explicit constexpr Marker(stats::Censored value) : value_(value) {}
    stats::Censored value_{};
};

/// The geometric mean of a marker with its interval; numbers only when `detail.state` is ok.
template <class K>
struct MarkerMean {
    units::Quantity<K> mean{NAN, units::UnitOf<typename K::Units>{}};
    units::Quantity<K> lower = mean;
    units::Quantity<K> upper = mean;
    stats::Lognormal detail{};  ///< geometric SD, counts, method and state
};

namespace detail {
template <class K>
std::vector<stats::Censored> canonical(std::span<const Marker<K>> values) {
    std::vector<stats::Censored> all;
    all.reserve(values.size());
    for (const Marker<K>& each : values) all.push_back(each.canonical());
    return all;
}
template <class K>
MarkerMean<K> with_kind(const stats::Lognormal& found) {
    const units::UnitOf<typename K::Units> unit{};
    return {units::Quantity<K>(found.geometric_mean, unit),
            units::Quantity<K>(found.ci.lower, unit), units::Quantity<K>(found.ci.upper, unit),
            found};
}
}  // namespace detail

/// By maximum likelihood where values are beyond a limit; refused above 50 %.
template <class K>
MarkerMean<K> geometric_mean(std::span<const Marker<K>> values,
                             const stats::IntervalOptions& options = {}) {
    return detail::with_kind<K>(stats::censored_lognormal(detail::canonical(values), options));
}
/// By a substitution that the caller names, and the result too.
template <class K>
MarkerMean<K> geometric_mean(std::span<const Marker<K>> values, stats::Substitution rule,
                             const stats::IntervalOptions& options = {}) {
    return detail::with_kind<K>(
        stats::substituted_lognormal(detail::canonical(values), rule, options));
}

/// log2(after / before) of one person: a number, an interval, or nothing when both are beyond a
/// limit.
template <class K>
stats::Log2Change log2_change(Marker<K> before, Marker<K> after) {
    return stats::log2_change(before.canonical(), after.canonical());
}
/// The fold change within subjects.
template <class K>
stats::FoldChange fold_change(std::span<const Marker<K>> before, std::span<const Marker<K>> after,
                              const stats::IntervalOptions& options = {}) {
    return stats::paired_fold_change(detail::canonical(before), detail::canonical(after), options);
}
/// The ratio of the geometric means of two groups, `b` over `a`.
template <class K>
stats::FoldChange geometric_mean_ratio(std::span<const Marker<K>> a, std::span<const Marker<K>> b,
                                       const stats::IntervalOptions& options = {}) {
    return stats::geometric_mean_ratio(detail::canonical(a), detail::canonical(b), options);
}

}  // namespace eczscore::trial
