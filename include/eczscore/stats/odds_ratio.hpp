// SPDX-License-Identifier: BSL-1.0
// The odds ratio of two arms with its interval: Woolf, Haldane-Anscombe, conditional exact.
#pragma once

#include <cmath>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/exact_rule.hpp"
#include "eczscore/stats/detail/hypergeometric.hpp"
#include "eczscore/stats/detail/responders.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/wilson.hpp"
#include "eczscore/stats/types/alternative.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/exact_cost.hpp"
#include "eczscore/stats/types/exact_rule.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// How an odds ratio and its interval are made.
enum class OddsRatioMethod : std::uint8_t {
    woolf,              ///< Wald on the logarithm; needs four filled cells
    haldane_anscombe,   ///< Woolf after 0.5 was added to each cell, as the name says
    conditional_exact,  ///< conditional maximum likelihood, limits by the exact distribution
    conditional_mid_p   ///< the same, the observed table counted half
};

constexpr Text name(OddsRatioMethod method) {
    constexpr Text names[] = {"Woolf", "Haldane-Anscombe", "conditional exact",
                              "conditional mid-p"};
    return name_of(names, method);
}

namespace detail {

/// Logarithm of the odds ratio at which a tail of the exact distribution is what is asked.
class ConditionalOdds {
public:
    ConditionalOdds(Responders a, Responders b)
        : table_(a, b), x_(a.x), support_(table_.support()) {
        const auto cell = [](std::int64_t count) { return static_cast<double>(count) + 0.5; };
        guess_ = std::log(cell(a.x) * cell(b.n - b.x) / (cell(b.x) * cell(a.n - a.x)));
    }
    bool at_low_end() const { return x_ == support_.low; }
    bool at_high_end() const { return x_ == support_.high; }

    double likeliest() {
        return root([this] { return static_cast<double>(x_) - table_.mean(); });
    }
    /// P(X >= x) = tail, the observed table counted `here` times.
    double lower(double tail, double here) {
        return root([this, tail, here] {
            return tail - (table_.at_least(x_ + 1) + here * table_.pmf(x_));
        });
    }
    double upper(double tail, double here) {
        return root(
            [this, tail, here] { return table_.at_most(x_ - 1) + here * table_.pmf(x_) - tail; });
    }

private:
    template <class Falling>
    double root(const Falling& falling) {
        const auto f = [&](double log_odds) {
            table_.set(std::exp(log_odds));
            return falling();
        };
        return std::exp(falling_root(f, guess_, 0.5));
    }

    Hypergeometric table_;
    std::int64_t x_;
    Support support_;
    double guess_ = 0.0;
};

inline void woolf(Estimate& found, double a, double b, double c, double d, double z) {
    found.estimate = a * d / (b * c);
    found.se = std::sqrt(1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d);
    found.ci.lower = found.estimate * std::exp(-z * found.se);
    found.ci.upper = found.estimate * std::exp(z * found.se);
    found.statistic = std::log(found.estimate) / found.se;
    found.p = normal_two_sided(found.statistic);
}

}  // namespace detail

/// What `odds_ratio` may be asked for.
struct OddsRatioOptions {
    OddsRatioMethod method = OddsRatioMethod::conditional_exact;
    double confidence_level = 0.95;  ///< of the interval, above 0 and below 1
    ExactCost cost{};                ///< the most that the exact form may cost
};

/// Odds of response in the active arm over those in the control arm.
/// se  of the logarithm (Woolf, Haldane-Anscombe). p: Wald, or the central exact (mid-p) test that
///     the conditional limits invert
/// cost  of the conditional methods: by default up to some 10^9 patients in the smaller arm;
///       beyond it Haldane-Anscombe, state approximate
/// state  undefined_ratio where a cell that must be filled is empty (Woolf: no limits), and where
///        the margins allow one table only (conditional: no estimate, limits 0 and infinity);
///        boundary where the conditional estimate is 0 or infinite
/// source  Woolf 1955; Haldane 1956, Anscombe 1956; Cornfield 1956 for the conditional limits
inline Estimate odds_ratio(Responders active, Responders control,
                           const OddsRatioOptions& options = {}) {
    const Text words = name(options.method);
    const std::size_t n = detail::patients(active, control);
    if (!active.is_valid() || !control.is_valid() || !detail::is_level(options.confidence_level)) {
        return detail::nothing(words, options.confidence_level, n, State::invalid_argument);
    }
    if (!detail::can_compare(active, control)) {
        return detail::nothing(words, options.confidence_level, n, State::too_few);
    }
    Estimate found;
    found.n = n;
    found.method = words;
    found.ci = {.confidence_level = options.confidence_level, .method = words, .state = State::ok};
    found.state = State::ok;
    const auto a = static_cast<double>(active.x);
    const auto b = static_cast<double>(active.n - active.x);
    const auto c = static_cast<double>(control.x);
    const auto d = static_cast<double>(control.n - control.x);
    const double tail = 0.5 * (1.0 - options.confidence_level);
    const double z = detail::normal_quantile_upper(tail);
    if (options.method == OddsRatioMethod::haldane_anscombe) {
        detail::woolf(found, a + 0.5, b + 0.5, c + 0.5, d + 0.5, z);
        return found;
    }
    if (options.method == OddsRatioMethod::woolf) {
        if (a > 0.0 && b > 0.0 && c > 0.0 && d > 0.0) {
            detail::woolf(found, a, b, c, d, z);
        } else {
            found.state = found.ci.state = State::undefined_ratio;
            if (a * d > 0.0) found.estimate = infinity;
            if (b * c > 0.0) found.estimate = 0.0;
        }
        return found;
    }
    // an estimate and two limits, each by some dozens of distributions
    if (!detail::Hypergeometric::is_possible(active, control,
                                             {options.cost.work / 200.0, options.cost.memory})) {
        found.method = found.ci.method = "Haldane-Anscombe: too many for the exact distribution";
        found.state = found.ci.state = State::approximate;
        detail::woolf(found, a + 0.5, b + 0.5, c + 0.5, d + 0.5, z);
        return found;
    }
    const bool mid = options.method == OddsRatioMethod::conditional_mid_p;
    const ExactRule rule = mid ? ExactRule::mid_p : ExactRule::central;
    found.p = detail::exact_p(detail::Hypergeometric(active, control).tails(active.x),
                              Alternative::two_sided, rule);
    detail::ConditionalOdds odds(active, control);
    const double here = mid ? 0.5 : 1.0;
    found.ci.lower = odds.at_low_end() ? 0.0 : odds.lower(tail, here);
    found.ci.upper = odds.at_high_end() ? infinity : odds.upper(tail, here);
    if (odds.at_low_end() && odds.at_high_end()) {
        found.state = State::undefined_ratio;
    } else if (odds.at_low_end() || odds.at_high_end()) {
        found.estimate = odds.at_low_end() ? 0.0 : infinity;
        found.state = State::boundary;
    } else {
        found.estimate = odds.likeliest();
        if (std::isnan(found.estimate)) found.state = State::not_converged;
    }
    if (std::isnan(found.ci.lower) || std::isnan(found.ci.upper)) {
        found.ci.state = State::not_converged;
    }
    return found;
}

}  // namespace eczscore::stats
