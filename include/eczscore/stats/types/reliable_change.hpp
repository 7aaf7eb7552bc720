// SPDX-License-Identifier: BSL-1.0
// Indices of reliable change: an expected score, a spread, and what they say about one patient.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eczscore/core/direction.hpp"
#include "eczscore/core/name_of.hpp"
#include "eczscore/core/text.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"
#include "eczscore/stats/types/tie.hpp"

namespace eczscore::stats {

/// Indices of reliable change: an expected score, a spread, and what they say about one patient.
enum class Reliable : std::uint8_t { improved, unchanged, deteriorated, not_evaluable };

constexpr Text name(Reliable reliable) {
    constexpr Text names[] = {"improved", "unchanged", "deteriorated", "not_evaluable"};
    return name_of(names, reliable);
}

/// One patient's change against what measurement error alone would do.
struct ReliableChange {
    double index = not_a_number;     ///< (post - expected) / spread, positive when the score rose
    double critical = not_a_number;  ///< a size of the index beyond which the change is reliable
    double expected = not_a_number;  ///< the post score of index 0: not always the pre score
    double spread = not_a_number;    ///< standard deviation of post - expected without change
    double unchanged_from = not_a_number;  ///< post scores in this range are no reliable change
    double unchanged_to = not_a_number;
    Reliable verdict = Reliable::not_evaluable;
    Text method{};
    State state = State::invalid_argument;
};

/// How a rule judges.
struct ReliableOptions {
    Direction direction = Direction::higher_is_worse;
    double confidence_level =
        0.95;               ///< two-sided, apart from Hageman and Arrindell's one-sided risk
    Tie tie = Tie::strict;  ///< whether an index exactly at the critical value is reliable
};

namespace detail {

/// index  positive when the score rose
inline Reliable judged(double index, double critical, const ReliableOptions& options) {
    const double gain = options.direction == Direction::higher_is_worse ? -index : index;
    if (beyond(gain, critical, options.tie)) return Reliable::improved;
    if (beyond(-gain, critical, options.tie)) return Reliable::deteriorated;
    return Reliable::unchanged;
}

}  // namespace detail

/// An index of reliable change with its numbers filled in: apply it to as many patients as wanted.
struct ReliableRule {
    double intercept = not_a_number;  ///< expected post = intercept + slope * pre
    double slope = not_a_number;
    double spread = not_a_number;
    double critical = not_a_number;
    double df = infinity;            ///< of the critical value; infinity: normal
    std::size_t n = 0;               ///< controls whose regression predicts a new patient, or 0
    double mean_pre = not_a_number;  ///< of those controls
    double squares_pre = not_a_number;
    ReliableOptions options{};
    Text method{};
    State state = State::invalid_argument;

    /// A missing score is not evaluable. The state is the rule's own.
    ReliableChange operator()(double pre, double post) const {
        ReliableChange change{.critical = critical, .method = method, .state = state};
        if (state != State::ok || !std::isfinite(pre)) return change;
        change.expected = intercept + slope * pre;
        change.spread = spread;
        if (n > 0) {
            const double off = pre - mean_pre;
            change.spread *=
                std::sqrt(1.0 + 1.0 / static_cast<double>(n) + off * off / squares_pre);
        }
        change.unchanged_from = change.expected - critical * change.spread;
        change.unchanged_to = change.expected + critical * change.spread;
        if (!std::isfinite(post)) return change;
        change.index = (post - change.expected) / change.spread;
        change.verdict = detail::judged(change.index, critical, options);
        return change;
    }
};

/// How many patients of a group did what.
struct ReliableCounts {
    std::size_t improved = 0;
    std::size_t unchanged = 0;
    std::size_t deteriorated = 0;
    std::size_t not_evaluable = 0;
};

/// Applies a rule to columns; where one is longer, its rest is not evaluable.
inline ReliableCounts count_reliable(const ReliableRule& rule, std::span<const double> pre,
                                     std::span<const double> post) {
    ReliableCounts counts;
    const std::size_t rows = pre.size() > post.size() ? pre.size() : post.size();
    for (std::size_t i = 0; i < rows; ++i) {
        const double before = i < pre.size() ? pre[i] : not_a_number;
        const double after = i < post.size() ? post[i] : not_a_number;
        const Reliable verdict = rule(before, after).verdict;
        counts.improved += verdict == Reliable::improved;
        counts.unchanged += verdict == Reliable::unchanged;
        counts.deteriorated += verdict == Reliable::deteriorated;
        counts.not_evaluable += verdict == Reliable::not_evaluable;
    }
    return counts;
}

}  // namespace eczscore::stats
