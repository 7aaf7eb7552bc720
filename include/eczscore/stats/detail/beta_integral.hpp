// SPDX-License-Identifier: BSL-1.0
// Beta distributions of response rates: their moments, and integrals over them on the logit scale.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/types/beta_prior.hpp"

namespace eczscore::stats::detail {

inline double logistic(double x) {
    return x >= 0.0 ? 1.0 / (1.0 + std::exp(-x)) : std::exp(x) / (1.0 + std::exp(x));
}
/// log(1 + e^x).
inline double softplus(double x) {
    return x > 0.0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
}
inline double logit(double p) { return std::clamp(std::log(p) - std::log1p(-p), -700.0, 700.0); }

/// log B(a, b): by the incomplete parts, without the difference of large logarithms that
/// lgamma(a) + lgamma(b) - lgamma(a + b) is.
inline double log_beta(double a, double b) {
    const double small = std::min(a, b);
    const double large = std::max(a, b);
    const double ratio = gamma_delta_ratio(large, small);
    if (small < 100.0 && ratio > 0.0 && std::isfinite(ratio))
        return log_gamma(small) + std::log(ratio);
    return log_gamma(a) + log_gamma(b) - log_gamma(a + b);
}

/// Where the bulk and the tails of a beta distribution lie, on the logit scale.
inline void put_beta_marks(const BetaPrior& of, double shift, std::vector<double>& marks) {
    for (const double tail : {1e-15, 1e-9, 1e-5, 1e-2, 0.2}) {
        for (const double p : {beta_quantile(tail, of.a, of.b) + shift,
                               beta_quantile_upper(tail, of.a, of.b) + shift}) {
            if (p > 0.0 && p < 1.0) marks.push_back(logit(p));
        }
    }
}

/// The mean of f(p) over a beta distribution. f bounded; `marks` (logits) are where it bends.
template <class Function>
double beta_mean_of(const BetaPrior& of, std::vector<double> marks, const Function& f) {
    put_beta_marks(of, 0.0, marks);
    std::sort(marks.begin(), marks.end());
    const double low = logit(beta_quantile(1e-17, of.a, of.b));
    const double high = logit(beta_quantile_upper(1e-17, of.a, of.b));
    const double constant = log_beta(of.a, of.b);
    const auto integrand = [&](double x) {
        const double log_p = -softplus(-x);
        const double log_q = -softplus(x);
        return std::exp(of.a * log_p + of.b * log_q - constant) * f(logistic(x));
    };
    marks.push_back(high);
    double sum = 0.0;
    double from = low;
    for (const double mark : marks) {
        const double to = std::min(mark, high);
        if (!(to > from)) continue;
        sum += gauss_kronrod_21(integrand, from, to, 6, 1e-13);
        from = to;
    }
    return sum;
}

/// P(p1 > p2 + margin) for independent rates.
inline double beta_superiority(const BetaPrior& first, const BetaPrior& second, double margin) {
    std::vector<double> marks;
    put_beta_marks(second, margin, marks);
    for (const double end : {margin, 1.0 + margin}) {
        if (end > 0.0 && end < 1.0) marks.push_back(logit(end));
    }
    const double p = beta_mean_of(first, std::move(marks), [&](double at) {
        return beta_cdf(std::clamp(at - margin, 0.0, 1.0), second.a, second.b);
    });
    return std::clamp(p, 0.0, 1.0);
}

}  // namespace eczscore::stats::detail
