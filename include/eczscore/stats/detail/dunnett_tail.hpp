// SPDX-License-Identifier: BSL-1.0
// The largest of several t statistics that share one control group and one variance.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"

namespace eczscore::stats::detail {

/// The sums over the control mean take steps that go to 0 where comparisons are all but the same.
inline constexpr double most_dunnett_rho = 0.9999;

/// log of the density of u = log s at `df`, up to a constant, where s is the ratio of the estimated
/// SD to the true one: df (u - (e^2u - 1)/2). Near 0 as a series, since the difference there has no
/// digits left for a large `df`, and sums over u would not end.
inline double log_sd_density(double u, double df) {
    if (std::abs(u) >= 1e-3) return df * (u - 0.5 * std::expm1(2.0 * u));
    return -df * (u * u) * (1.0 + u * (2.0 / 3.0 + u * (1.0 / 3.0 + u * (2.0 / 15.0))));
}

/// P(max |T_i| > t), or P(max T_i > t), where T_i and T_j correlate by lambda_i lambda_j.
///
/// Given the control mean z and the common SD s the comparisons are independent; the chance that
/// any exceeds is averaged over both. The exceeding chance itself is summed, not 1 minus the other,
/// so that small p-values keep their digits. Both averages are sums at equal steps: for functions
/// that are smooth and vanish at both ends, these converge faster than any power of the step. Steps
/// follow the narrowest feature, and sums end where terms no longer count.
class DunnettTail {
public:
    /// df  infinity for a known variance
    DunnettTail(std::span<const double> lambda, double df, bool two_sided)
        : df_(df), two_(two_sided) {
        comparisons_.reserve(lambda.size());
        double sharpness = 1.0;
        for (const double each : lambda) {
            const double rest = std::sqrt((1.0 - each) * (1.0 + each));
            comparisons_.push_back({each, rest, 1.0});
            steepest_ = std::max(steepest_, each);
            sharpness += (each / rest) * (each / rest);
        }
        // exp(-2 pi^2 / (h^2 sharpness)) is below 1e-17
        step_ = 0.6 / std::sqrt(sharpness);
        gather_equal();
    }

    /// Whether a critical value is found in seconds: steps are fine where many comparisons are all
    /// but the same.
    bool is_feasible() const {
        constexpr double most_work = 1e7;
        const double over_sd = std::isinf(df_) ? 1.0 : 50.0 + 350.0 / df_;
        const double over_mean = 20.0 / step_;
        const double trials = 20.0;  // of the search for the root
        const auto each = static_cast<double>(comparisons_.size());
        return trials * over_sd * over_mean * each <= most_work;
    }

    double above(double t) const {
        if (std::isinf(df_)) return std::min(1.0, given_sd(t));
        // over u = log s, where the density is exp(df (u - (e^2u - 1)/2)) up to a constant that the
        // same sum without the chance supplies
        const double h = std::min(0.12, 0.4 / std::sqrt(2.0 * df_));
        const auto density = [this](double u) { return std::exp(log_sd_density(u, df_)); };
        const auto chance = [&](double u) { return density(u) * given_sd(t * std::exp(u)); };
        const double centre = t > 0.0 ? -0.5 * std::log1p(t * t / df_) : 0.0;
        return std::min(1.0, sum(chance, centre, centre, 0.0, h) / sum(density, 0.0, 0.0, 0.0, h));
    }

    /// The t of which `above` is `tail`; NaN where that is not feasible.
    double critical(double tail) const {
        if (!is_feasible()) return not_a_number;
        const double each = tail / (two_ ? 2.0 * number_ : number_);
        const double bonferroni =
            std::isinf(df_) ? normal_quantile_upper(each) : t_quantile_upper(each, df_);
        return falling_root([&](double t) { return above(t) - tail; }, bonferroni, 0.1);
    }

private:
    struct Comparison {
        double lambda;
        double rest;   ///< sqrt(1 - lambda^2)
        double times;  ///< how many groups are alike: in a balanced design, all
    };

    void gather_equal() {
        std::sort(comparisons_.begin(), comparisons_.end(),
                  [](const Comparison& a, const Comparison& b) { return a.lambda < b.lambda; });
        std::size_t kept = 0;
        for (const Comparison& each : comparisons_) {
            if (kept > 0 && comparisons_[kept - 1].lambda == each.lambda) {
                comparisons_[kept - 1].times += 1.0;
            } else {
                comparisons_[kept++] = each;
            }
        }
        comparisons_.resize(kept);
        number_ = 0.0;
        for (const Comparison& each : comparisons_) number_ += each.times;
    }

    /// Sum of f over centre + k h, outwards on both sides until terms are negligible, but not
    /// before `low` and `high`.
    template <class Function>
    static double sum(const Function& f, double centre, double low, double high, double h) {
        double total = f(centre);
        for (int side = -1; side <= 1; side += 2) {
            int small = 0;
            for (int k = 1; k < 100'000 && small < 4; ++k) {
                const double at = centre + side * k * h;
                const double term = f(at);
                total += term;
                const bool done = side < 0 ? at < low : at > high;
                small = done && term <= 1e-18 * total ? small + 1 : 0;
            }
        }
        return total * h;
    }

    /// The chance that any comparison exceeds t, over the control mean.
    double given_sd(double t) const {
        constexpr double root_two_pi = 2.50662827463100050242;
        const auto density = [&](double z) {
            return std::exp(-0.5 * z * z) / root_two_pi * any_above(t, z);
        };
        // beyond 39 the normal density is no double
        const double reach = std::min(39.0, steepest_ * std::abs(t));
        return sum(density, 0.0, two_ ? -reach : 0.0, reach, step_);
    }

    double any_above(double t, double z) const {
        double any = 0.0;
        for (const Comparison& each : comparisons_) {
            double one = upper((t - each.lambda * z) / each.rest);
            if (two_) one += upper((t + each.lambda * z) / each.rest);
            one = std::min(1.0, one);
            if (each.times > 1.0) one = -std::expm1(each.times * std::log1p(-one));
            any += one * (1.0 - any);
        }
        return any;
    }
    static double upper(double x) { return 0.5 * std::erfc(x * 0.70710678118654752440); }

    double df_;
    bool two_;
    double steepest_ = 0.0;
    double step_ = 0.5;
    double number_ = 0.0;  ///< of comparisons
    std::vector<Comparison> comparisons_;
};

}  // namespace eczscore::stats::detail
