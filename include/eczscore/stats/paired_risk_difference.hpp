// SPDX-License-Identifier: BSL-1.0
// Difference of two paired proportions, with five intervals that the caller names.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/wilson.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/paired_counts.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// How the interval of a difference of paired shares is made.
enum class PairedDifferenceMethod : std::uint8_t {
    newcombe_10,  ///< Wilson limits and their correlation (Newcombe 1998): stays in [-1, 1]
    tango,        ///< inverted score test (Tango 1998)
    wald,         ///< too short in small samples
    agresti_min,  ///< Wald after adding 1/2 to each cell (Agresti and Min 2005)
    bonett_price  ///< adjusted Wald, one added to each discordant cell (Bonett and Price 2012)
};

/// The difference of two shares on the same patients, from -1 to 1.
struct PairedRiskDifference {
    double first = not_a_number;  ///< share of yes on the first occasion
    double second = not_a_number;
    double estimate = not_a_number;  ///< first - second = (b - c) / n
    double phi = not_a_number;       ///< correlation that Newcombe's method 10 uses
    Interval ci{};
    std::int64_t n = 0;
    std::int64_t missing = 0;
    Text method = "difference of paired proportions";
    State state = State::too_few;
};

namespace detail {

/// A table as real numbers.
struct PairedTable {
    double a, b, c, d, n;
    explicit PairedTable(const PairedCounts& counts)
        : a(static_cast<double>(counts.both)),
          b(static_cast<double>(counts.first)),
          c(static_cast<double>(counts.second)),
          d(static_cast<double>(counts.neither)),
          n(a + b + c + d) {}
    Responders responders(double x) const {
        return {static_cast<std::int64_t>(x), static_cast<std::int64_t>(n)};
    }
};

inline double newcombe_phi(const PairedTable& t) {
    const double margins =
        std::sqrt((t.a + t.b) * (t.c + t.d)) * std::sqrt((t.a + t.c) * (t.b + t.d));
    if (margins == 0.0) return 0.0;
    double q = t.a * t.d - t.b * t.c;
    if (q > 0.0) q = std::max(q - t.n / 2.0, 0.0);  // continuity, towards no correlation
    return q / margins;
}

inline Interval newcombe_10(const PairedTable& t, double z, double phi) {
    const double d = (t.b - t.c) / t.n;
    const double first = (t.a + t.b) / t.n;
    const double second = (t.a + t.c) / t.n;
    const Limits p = wilson_limits(t.responders(t.a + t.b), z);
    const Limits q = wilson_limits(t.responders(t.a + t.c), z);
    const auto distance = [&](double x, double y) {
        return std::sqrt(std::max(0.0, x * x - 2.0 * phi * x * y + y * y));
    };
    return {d - distance(first - p.lower, q.upper - second),
            d + distance(p.upper - first, second - q.lower)};
}

/// Tango's score: the distance of (b - c) / n from D in standard errors under D.
inline double tango_score(const PairedTable& t, double difference) {
    const double a = 2.0 * t.n;
    const double b = -t.b - t.c + (2.0 * t.n - t.b + t.c) * difference;
    const double c = -t.c * difference * (1.0 - difference);
    const double root = std::sqrt(std::max(0.0, b * b - 4.0 * a * c));
    // Of the two forms of the larger root, the one that does not subtract equal numbers.
    const double q =
        b <= 0.0 ? (root - b) / (2.0 * a) : (root + b > 0.0 ? -2.0 * c / (root + b) : 0.0);
    const double variance = t.n * (2.0 * q + difference * (1.0 - difference));
    const double distance = t.b - t.c - t.n * difference;
    if (variance <= 0.0) return distance == 0.0 ? 0.0 : std::copysign(infinity, distance);
    return distance / std::sqrt(variance);
}

inline Interval tango(const PairedTable& t, double z) {
    const double estimate = (t.b - t.c) / t.n;
    // The score falls in D: 60 halvings of at most 2 reach the last digit of a double near 1.
    const auto limit = [&](double inside, double outside, double wanted) {
        for (int i = 0; i < 64; ++i) {
            const double middle = (inside + outside) / 2.0;
            const bool accepted = std::abs(tango_score(t, middle)) < std::abs(wanted);
            (accepted ? inside : outside) = middle;
        }
        return (inside + outside) / 2.0;
    };
    Interval ci;
    ci.lower = estimate <= -1.0 ? -1.0 : limit(estimate, -1.0, z);
    ci.upper = estimate >= 1.0 ? 1.0 : limit(estimate, 1.0, -z);
    return ci;
}

inline Interval wald_about(double difference, double discordant, double n, double z) {
    const double half = z * std::sqrt(std::max(0.0, discordant - difference * difference) / n);
    return {difference - half, difference + half};
}

inline Interval paired_interval(const PairedTable& t, double z, double phi,
                                PairedDifferenceMethod method) {
    switch (method) {
        case PairedDifferenceMethod::tango: return tango(t, z);
        case PairedDifferenceMethod::wald:
            return wald_about((t.b - t.c) / t.n, (t.b + t.c) / t.n, t.n, z);
        case PairedDifferenceMethod::agresti_min:
            return wald_about((t.b - t.c) / (t.n + 2.0), (t.b + t.c + 1.0) / (t.n + 2.0), t.n + 2.0,
                              z);
        case PairedDifferenceMethod::bonett_price:
            return wald_about((t.b - t.c) / (t.n + 2.0), (t.b + t.c + 2.0) / (t.n + 2.0), t.n + 2.0,
                              z);
        case PairedDifferenceMethod::newcombe_10: break;
    }
    return newcombe_10(t, z, phi);
}

inline Text method_name(PairedDifferenceMethod method) {
    switch (method) {
        case PairedDifferenceMethod::tango: return "Tango score";
        case PairedDifferenceMethod::wald: return "Wald";
        case PairedDifferenceMethod::agresti_min: return "Agresti-Min";
        case PairedDifferenceMethod::bonett_price: return "Bonett-Price";
        case PairedDifferenceMethod::newcombe_10: break;
    }
    return "Newcombe method 10";
}

}  // namespace detail

/// What `paired_risk_difference` may be asked for.
struct PairedRiskDifferenceOptions {
    PairedDifferenceMethod method = PairedDifferenceMethod::newcombe_10;
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
};

/// Share of yes on the first occasion minus the share on the second. The Wald forms may leave
/// [-1, 1]; without discordant pairs the Wald interval has no width (State::zero_variance).
inline PairedRiskDifference paired_risk_difference(
    const PairedCounts& counts, const PairedRiskDifferenceOptions& options = {}) {
    PairedRiskDifference result;
    result.n = counts.n();
    result.missing = counts.missing;
    result.ci.confidence_level = options.confidence_level;
    result.ci.method = detail::method_name(options.method);
    if (!counts.is_valid()) {
        result.state = State::invalid_argument;
        return result;
    }
    if (result.n == 0) return result;
    const detail::PairedTable table(counts);
    result.first = (table.a + table.b) / table.n;
    result.second = (table.a + table.c) / table.n;
    result.estimate = (table.b - table.c) / table.n;
    result.phi = detail::newcombe_phi(table);
    result.state = State::ok;
    if (!(options.confidence_level > 0.0 && options.confidence_level < 1.0)) {
        result.ci.state = State::invalid_argument;
        return result;
    }
    const double z = detail::normal_quantile_upper((1.0 - options.confidence_level) / 2.0);
    const Interval limits = detail::paired_interval(table, z, result.phi, options.method);
    result.ci.lower = limits.lower;
    result.ci.upper = limits.upper;
    const bool flat =
        options.method == PairedDifferenceMethod::wald && limits.lower == limits.upper;
    result.ci.state = flat ? State::zero_variance : State::ok;
    return result;
}

}  // namespace eczscore::stats
