// SPDX-License-Identifier: BSL-1.0
// Reliable change of one patient from the reliability of the scale, in six published variants.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/core/name_of.hpp"
#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/sample.hpp"
#include "eczscore/stats/types/reliable_change.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Which index: they differ in the score that is expected without change, and in its spread.
enum class Rci : std::uint8_t {
    jacobson_truax,         ///< expects the pre score
    gulliksen_lord_novick,  ///< expects a drift to the mean of pre
    hsu_linn_lord,          ///< as above, around the mean of post
    edwards_nunnally,       ///< the drift, with the SEM as spread
    nunnally_kotsch,        ///< the drift, with the reliability of post in the spread
    hageman_arrindell       ///< the change of the group taken into account; one-sided risk
};

constexpr Text name(Rci variant) {
    constexpr Text names[] = {"Jacobson-Truax",   "Gulliksen-Lord-Novick", "Hsu-Linn-Lord",
                              "Edwards-Nunnally", "Nunnally-Kotsch",       "Hageman-Arrindell"};
    return name_of(names, variant);
}

/// What the indices are made of. Jacobson-Truax needs `sd_pre` and `reliability` alone.
struct RciFacts {
    double mean_pre = not_a_number;
    double sd_pre = not_a_number;
    double mean_post = not_a_number;
    double sd_post = not_a_number;
    double correlation = not_a_number;       ///< of pre and post
    double reliability = not_a_number;       ///< of pre
    double reliability_post = not_a_number;  ///< Nunnally-Kotsch
    std::size_t n = 0;
    std::size_t missing = 0;
};

/// What `rci_facts` may be asked for.
struct RciFactsOptions {
    double reliability_post = not_a_number;  ///< of the second occasion; NaN: as of the first
};

/// The facts of a group. The reliability is not among what pre and post can tell: it is given.
inline RciFacts rci_facts(std::span<const double> pre, std::span<const double> post,
                          double reliability, const RciFactsOptions& options = {}) {
    const detail::Pairs pairs = detail::complete_pairs(pre, post);
    const detail::PairMoments both = detail::pair_moments(pairs.first, pairs.second);
    return {.mean_pre = both.x.mean,
            .sd_pre = both.x.sd(),
            .mean_post = both.y.mean,
            .sd_post = both.y.sd(),
            .correlation = both.correlation(),
            .reliability = reliability,
            .reliability_post = options.reliability_post,
            .n = both.n,
            .missing = pairs.missing};
}

/// Hageman and Arrindell's reliability of the difference, and what it is made of.
struct DifferenceReliability {
    double pre = not_a_number;         ///< 1 - SEM^2 / variance of pre
    double post = not_a_number;        ///< 1 - SEM^2 / variance of post
    double difference = not_a_number;  ///< r_dd
};

/// The reliability of a difference by Hageman and Arrindell; NaN where a fact is missing.
inline DifferenceReliability difference_reliability(const RciFacts& facts) {
    const double v1 = facts.sd_pre * facts.sd_pre;
    const double v2 = facts.sd_post * facts.sd_post;
    const double sem = facts.sd_pre * std::sqrt(1.0 - facts.reliability);
    const double error = sem * sem;
    const double shared = 2.0 * facts.sd_pre * facts.sd_post * facts.correlation;
    DifferenceReliability r{.pre = detail::quotient(v1 - error, v1),
                            .post = detail::quotient(v2 - error, v2)};
    r.difference = detail::quotient(v1 * r.pre + v2 * r.post - shared, v1 + v2 - shared);
    return r;
}

namespace detail {

/// Expected score and spread of a variant; NaN where the facts do not give them.
inline void fill(ReliableRule& rule, Rci variant, const RciFacts& f) {
    const double r = f.reliability;
    const double sem = f.sd_pre * std::sqrt(1.0 - r);
    rule.slope = r;
    rule.intercept = f.mean_pre * (1.0 - r);
    switch (variant) {
        case Rci::jacobson_truax:
            rule.slope = 1.0;
            rule.intercept = 0.0;
            rule.spread = std::sqrt(2.0) * sem;
            break;
        case Rci::gulliksen_lord_novick: rule.spread = f.sd_pre * std::sqrt(1.0 - r * r); break;
        case Rci::hsu_linn_lord:
            rule.intercept = f.mean_post - r * f.mean_pre;
            rule.spread = f.sd_pre * std::sqrt(1.0 - r * r);
            break;
        case Rci::edwards_nunnally: rule.spread = sem; break;
        case Rci::nunnally_kotsch:
            if (!(f.reliability_post >= 0.0 && f.reliability_post <= 1.0)) return;
            rule.spread = f.sd_pre * std::sqrt(r * r * (1.0 - r) + 1.0 - f.reliability_post);
            break;
        case Rci::hageman_arrindell: {
            const double rdd = difference_reliability(f).difference;
            if (!(rdd > 0.0)) return;
            rule.slope = 1.0;
            rule.intercept = -(f.mean_post - f.mean_pre) * (1.0 - rdd) / rdd;
            rule.spread = std::sqrt(2.0) * sem / std::sqrt(rdd);
            break;
        }
    }
}

}  // namespace detail

/// The rule of a variant. `invalid_argument` where the reliability is outside [0, 1], the standard
/// deviation is not positive, the spread is 0 (a reliability of 1), r_dd is not positive, or the
/// level is outside (0, 1); for Hageman and Arrindell's one-sided risk outside (1/2, 1).
/// `not_available` where a reliability that the variant needs is not known (NaN).
inline ReliableRule reliable_change(Rci variant, const RciFacts& facts,
                                    ReliableOptions options = {}) {
    ReliableRule rule{.options = options, .method = name(variant)};
    if (std::isnan(facts.reliability)) {
        rule.state = State::not_available;
        return rule;
    }
    if (!(facts.reliability >= 0.0 && facts.reliability <= 1.0) || !(facts.sd_pre > 0.0) ||
        !(options.confidence_level > 0.0 && options.confidence_level < 1.0)) {
        return rule;
    }
    if (variant == Rci::nunnally_kotsch && std::isnan(facts.reliability_post)) {
        rule.state = State::not_available;
        return rule;
    }
    const double outside = 1.0 - options.confidence_level;
    rule.critical =
        detail::normal_quantile_upper(variant == Rci::hageman_arrindell ? outside : outside / 2.0);
    detail::fill(rule, variant, facts);
    const bool is_finite = std::isfinite(rule.spread) && std::isfinite(rule.intercept);
    if (rule.spread > 0.0 && is_finite && rule.critical > 0.0) rule.state = State::ok;
    return rule;
}

}  // namespace eczscore::stats
