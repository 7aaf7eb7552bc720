// SPDX-License-Identifier: BSL-1.0
// Power and sample size of Dunnett's comparisons of several groups with one control.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eczscore/stats/detail/dunnett_tail.hpp"
#include "eczscore/stats/detail/power.hpp"
#include "eczscore/stats/types/power.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Several groups against one control, in standard deviations.
struct DunnettDesign {
    std::span<const double> effects;  ///< (mean of a group - mean of the control) / SD
    double alpha = 0.05;              ///< of the family
    Sides sides = Sides::two;         ///< one-sided it looks for groups above the control
};

/// The power of Dunnett's test, by what counts as success; from 0 to 1.
struct DunnettPower {
    double any = not_a_number;  ///< at least one comparison is significant
    double all = not_a_number;  ///< every one is
    std::vector<double> each;   ///< of every comparison by itself
    double critical = not_a_number;
    double df = not_a_number;
    Text method = "Dunnett, double integral";
    State state = State::invalid_argument;
};

/// Whose power a size is for.
enum class DunnettAim : std::uint8_t { any, all };

namespace detail {

/// All comparisons given the control mean and the common SD, summed over both at equal steps (as
/// DunnettTail does).
class DunnettChances {
public:
    DunnettChances(const DunnettDesign& of, double n, double n_control)
        : two_(of.sides == Sides::two),
          df_(static_cast<double>(of.effects.size()) * (n - 1.0) + n_control - 1.0) {
        lambda_ = std::sqrt(n / (n + n_control));
        rest_ = std::sqrt(n_control / (n + n_control));
        shifts_.reserve(of.effects.size());
        for (const double effect : of.effects) {
            shifts_.push_back(effect / std::sqrt(1.0 / n + 1.0 / n_control));
        }
        if (!is_feasible(of.alpha)) return;
        const std::vector<double> lambdas(shifts_.size(), lambda_);
        critical_ = DunnettTail(lambdas, df_, two_).critical(of.alpha);
    }
    double df() const { return df_; }
    double critical() const { return critical_; }
    std::span<const double> shifts() const { return shifts_; }

    struct Both {
        double any = 0.0;
        double all = 0.0;
    };
    /// NaN where the sums would not end in a reasonable time.
    Both power() const {
        if (!(std::abs(critical_) <= most_critical)) return {not_a_number, not_a_number};
        // over u = log s, s the ratio of the estimated SD to the true one
        const double step = std::min(0.12, 0.3 / std::sqrt(2.0 * (df_ + critical_ * critical_)));
        Both sum;
        double total = 0.0;
        const auto add = [&](double u) {
            const double density = std::exp(log_sd_density(u, df_));
            total += density;
            if (density < 1e-18) return false;
            const Both at = given_sd(std::exp(u));
            sum.any += density * at.any;
            sum.all += density * at.all;
            return true;
        };
        add(0.0);
        for (int k = 1; add(k * step); ++k) continue;
        for (int k = 1; add(-k * step); ++k) continue;
        return {std::min(1.0, sum.any / total), std::min(1.0, sum.all / total)};
    }

private:
    /// A critical value that hardly any statistic reaches: sums that go so far do not end soon.
    static constexpr double most_critical = 1000.0;

    /// Not for groups of quite another size than the control, nor where one comparison alone has a
    /// critical value above the most.
    bool is_feasible(double alpha) const {
        const double tail = two_ ? alpha / 2.0 : alpha;
        return lambda_ * lambda_ <= most_dunnett_rho &&
               std::abs(t_quantile_upper(tail, df_)) <= most_critical;
    }
    Both given_sd(double s) const {
        const double step = std::min(0.25, 0.25 * rest_ / lambda_);
        Both sum;
        double total = 0.0;
        const auto last = static_cast<int>(std::ceil(9.0 / step));
        for (int k = -last; k <= last; ++k) {
            const double z = k * step;
            const double density = std::exp(-0.5 * z * z);
            double none = 1.0;
            double all = 1.0;
            for (const double shift : shifts_) {
                const double centre = shift + lambda_ * z;
                double beyond = upper((critical_ * s - centre) / rest_);
                if (two_) beyond += upper((critical_ * s + centre) / rest_);
                beyond = std::min(1.0, beyond);
                none *= 1.0 - beyond;
                all *= beyond;
            }
            total += density;
            sum.any += density * (1.0 - none);
            sum.all += density * all;
        }
        return {sum.any / total, sum.all / total};
    }
    static double upper(double x) { return 0.5 * std::erfc(x * 0.70710678118654752440); }

    bool two_;
    double df_;
    double lambda_ = 0.0;
    double rest_ = 1.0;
    double critical_ = not_a_number;
    std::vector<double> shifts_;
};

inline bool is_dunnett_design(const DunnettDesign& of) {
    if (of.effects.empty() || !is_between_0_and_1(of.alpha)) return false;
    for (const double effect : of.effects) {
        if (!std::isfinite(effect)) return false;
    }
    return true;
}

}  // namespace detail

/// With n patients in each group and n_control in the control group, normal with the same SD.
inline DunnettPower power_dunnett(const DunnettDesign& design, std::int64_t n,
                                  std::int64_t n_control) {
    DunnettPower result;
    if (!detail::is_dunnett_design(design)) return result;
    result.state = State::too_few;
    if (n < 1 || n_control < 1 || (n < 2 && n_control < 2)) return result;
    const detail::DunnettChances of(design, static_cast<double>(n), static_cast<double>(n_control));
    const auto [any, all] = of.power();
    if (std::isnan(any)) {
        result.state = State::not_converged;
        return result;
    }
    result.any = any;
    result.all = all;
    result.critical = of.critical();
    result.df = of.df();
    result.each.reserve(of.shifts().size());
    for (const double shift : of.shifts()) {
        const double up = detail::noncentral_t_sf(result.critical, result.df, shift);
        const double down = design.sides == Sides::two
                                ? detail::noncentral_t_cdf(-result.critical, result.df, shift)
                                : 0.0;
        result.each.push_back(detail::at_most_one(up + down));
    }
    result.state = State::ok;
    return result;
}

/// What `sample_size_dunnett` may be asked for.
struct DunnettSizeOptions {
    DunnettAim aim = DunnettAim::any;
    double control_ratio = 1.0;  ///< patients of the control group for each of another
};

/// The fewest patients per group (`n1`) with `control_ratio` times as many controls, rounded up
/// (`n2`). `fractional` is not given.
inline SampleSizeResult sample_size_dunnett(const DunnettDesign& design, double power,
                                            const DunnettSizeOptions& options = {}) {
    SampleSizeResult size{.method = "Dunnett, double integral"};
    if (!detail::is_dunnett_design(design) || !detail::is_between_0_and_1(power) ||
        !(options.control_ratio > 0.0) || !std::isfinite(options.control_ratio)) {
        return size;
    }
    const auto controls = [&](std::int64_t n) {  // 0: too many
        return detail::whole_size(options.control_ratio * static_cast<double>(n));
    };
    const auto reached = [&](std::int64_t n) {
        const auto [any, all] =
            detail::DunnettChances(design, static_cast<double>(n), static_cast<double>(controls(n)))
                .power();
        return options.aim == DunnettAim::any ? any : all;
    };
    size.state = State::not_reached;
    constexpr std::int64_t most = 1'000'000;
    std::int64_t high = 2;
    while (controls(high) > 0 && !(reached(high) >= power)) {
        if (high >= most) return size;
        high *= 2;
    }
    if (controls(high) == 0) return size;
    std::int64_t low = std::max<std::int64_t>(2, high / 2);
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (reached(middle) >= power ? high : low) = middle;
    }
    if (reached(low) >= power) high = low;
    size.n1 = high;
    size.n2 = controls(high);
    size.total = high * static_cast<std::int64_t>(design.effects.size()) + size.n2;
    size.power = reached(high);
    size.state = State::ok;
    return size;
}

}  // namespace eczscore::stats
