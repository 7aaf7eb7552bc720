// SPDX-License-Identifier: BSL-1.0
// Tails of the binomial and the beta distribution for counts so large that Boost.Math loses digits.
#pragma once

#include <algorithm>
#include <cmath>

#include "eczscore/stats/detail/numerical_functions.hpp"
#include "eczscore/stats/types/special_values.hpp"

// A beta distribution with shapes a and b is asked as a binomial one with a + b - 1 trials, of
// which a or more succeed; the number of trials need not be whole. A term is computed from how far
// the count is from its mean (Loader 2000), so that it has nearly all digits for any counts; the
// tail is a sum of terms by their ratios, or, where that would be long, Euler's and Maclaurin's
// integral.
namespace eczscore::stats::detail {

/// Gamma(x + 1) (e/x)^x, the slowly varying part of a factorial; x >= 0.
inline double factorial_rest(double x) {
    if (x == 0.0) return 1.0;
    if (x < 16.0) {
        return std::tgamma(x + 1.0) * std::exp(x - x * std::log(x));
    }
    const double y = 1.0 / (x * x);  // Stirling's series
    const double series =
        (1.0 / 12.0 - y * (1.0 / 360.0 - y * (1.0 / 1260.0 - y * (1.0 / 1680.0 - y / 1188.0)))) / x;
    constexpr double two_pi = 6.28318530717958647693;
    return std::sqrt(two_pi * x) * std::exp(series);
}

/// x log(x / mean) - apart for apart = x - mean, which is given because it cannot be had from the
/// two where they are nearly equal.
inline double deviance(double x, double mean, double apart) {
    if (x == 0.0) return mean;
    if (std::abs(apart) >= 0.1 * (x + mean)) return x * std::log(x / mean) - apart;
    const double v = apart / (x + mean);
    double sum = apart * v;
    double power = 2.0 * x * v;
    for (int k = 1; k < 100; ++k) {
        power *= v * v;
        const double next = sum + power / (2 * k + 1);
        if (next == sum) break;
        sum = next;
    }
    return sum;
}

/// A place among the outcomes of `n` trials.
struct LargeCount {
    double count;  ///< of successes
    double rest;   ///< n - count
    double apart;  ///< count - n p
};

struct LargeTrials {
    double n;
    double p;
    double q;  ///< 1 - p

    /// n p - `count` without its cancellation.
    LargeCount at(double count, double rest) const {
        const double mean = n * p;
        return {count, rest, (count - mean) - std::fma(n, p, -mean)};
    }
    double density(const LargeCount& at) const {
        const double exponent =
            deviance(at.count, n * p, at.apart) + deviance(at.rest, n * q, -at.apart);
        return factorial_rest(n) / (factorial_rest(at.count) * factorial_rest(at.rest)) *
               std::exp(-exponent);
    }
    /// The sum of densities at count, count + 1, ..., where the count is not below the mean.
    double from(const LargeCount& at) const {
        const double first = density(at);
        if (first == 0.0) return 0.0;
        constexpr double many = 20000.0;
        const double falls = (at.apart + q) / ((at.count + 1.0) * q);  // 1 - ratio of the first two
        if (std::min(40.0 / falls, 9.0 * std::sqrt(n * p * q)) > many) return integral(at, first);
        const double odds = p / q;
        double term = 1.0;
        double sum = 1.0;
        double left = at.rest;
        double next = at.count + 1.0;
        while (left > 0.0) {
            term *= left / next * odds;
            left -= 1.0;
            next += 1.0;
            sum += term;
            if (term < 1e-18 * sum) break;
        }
        return first * sum;
    }

private:
    double integral(const LargeCount& at, double first) const {
        const double slope = std::log1p(-at.apart / (at.count * q)) +
                             0.5 * (1.0 / at.rest - 1.0 / at.count);  // of the log of the density
        const double bend = -n / (at.count * at.rest);
        const double panel = 1.0 / (std::abs(slope) + std::sqrt(-bend));
        const auto f = [&](double t) { return density({at.count + t, at.rest - t, at.apart + t}); };
        double sum = 0.0;
        for (int k = 0; k < 60; ++k) {
            const double part = gauss_15(f, k * panel, (k + 1) * panel);
            sum += part;
            if (part < 1e-18 * sum) break;
        }
        const double third = slope * (slope * slope + 3.0 * bend);
        return sum + first * (0.5 - slope / 12.0 + third / 720.0);
    }
};

/// Above this number of trials the functions here are used.
inline constexpr double large_trials = 1e4;

/// Whether they can be: a small shape must be whole.
inline bool is_large_beta(double a, double b) {
    const auto fits = [](double shape) { return shape >= 1000.0 || shape == std::floor(shape); };
    return a + b > large_trials && a + b < 1e17 && a > 0.0 && b > 0.0 && fits(a) && fits(b);
}

/// P(X <= x), or P(X > x), of a beta variable with these shapes; 0 <= x <= 1.
inline double large_beta(double x, double a, double b, bool above) {
    if (x <= 0.0 || x >= 1.0) return (x >= 1.0) == above ? 0.0 : 1.0;
    const LargeTrials of{a + b - 1.0, x, 1.0 - x};
    const LargeCount at = of.at(a, b - 1.0);
    const bool upper = at.apart >= 0.0;  // a or more successes is the smaller tail: P(X <= x)
    const LargeTrials mirrored{of.n, of.q, of.p};
    const double tail = upper ? of.from(at) : mirrored.from({b, a - 1.0, 1.0 - at.apart});
    const double share = std::min(1.0, tail);
    return upper == above ? 1.0 - share : share;
}

/// The x with P(X <= x) = p, or P(X > x) = p; 0 < p < 1. `root(f, low, high)` finds where a rising
/// function is 0.
/// z  the place of x on a normal scale
template <class Root>
double large_beta_quantile(double p, double a, double b, bool above, double z, const Root& root) {
    const auto f = [&](double x) {
        const double off = large_beta(x, a, b, above) - p;
        return above ? -off : off;
    };
    const double middle = a / (a + b);
    const double spread = std::sqrt(middle * (b / (a + b)) / (a + b));
    double low = std::clamp(middle + z * spread, 0.25 * middle, 1.0);
    double high = low;
    double step = 0.01 * spread;
    for (int k = 0; k < 60 && f(low) > 0.0; ++k, step *= 2.0) low = std::max(0.0, low - step);
    step = 0.01 * spread;
    for (int k = 0; k < 60 && f(high) < 0.0; ++k, step *= 2.0) high = std::min(1.0, high + step);
    return root(f, low, high);
}

}  // namespace eczscore::stats::detail
