// SPDX-License-Identifier: BSL-1.0
// Unconditional exact tests of a 2 x 2 table: Barnard by the score statistic, and Boschloo.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "eczscore/stats/detail/distribution.hpp"
#include "eczscore/stats/detail/exact_cost.hpp"
#include "eczscore/stats/detail/exact_rule.hpp"
#include "eczscore/stats/detail/hypergeometric.hpp"
#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/detail/responders.hpp"
#include "eczscore/stats/types/exact_cost.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// What makes one table more extreme than another.
enum class UnconditionalOrder : std::uint8_t {
    score,    ///< the difference of shares over its pooled standard error (Barnard; Suissa-Shuster)
    boschloo  ///< the one-sided p of Fisher's test; never less powerful than Fisher's test
};

/// An unconditional exact test: only the numbers of patients are given, not those of responders.
struct UnconditionalTest {
    double difference = not_a_number;  ///< of shares, active minus control
    double p = not_a_number;           ///< two-sided: twice the smaller one-sided p, at most 1
    double p_less = not_a_number;
    double p_greater = not_a_number;
    double share_at_less = not_a_number;     ///< common share at which p_less is reached
    double share_at_greater = not_a_number;  ///< and p_greater
    std::size_t n = 0;
    Text method{};
    State state = State::too_few;
};

namespace detail {

/// Given the responders of both arms together, the chance of a table as extreme as the observed.
/// The unconditional chance is the mean of these over a binomial number of responders.
using GivenResponders = std::vector<double>;

inline double at_share(const GivenResponders& given, double share) {
    const auto n = static_cast<std::int64_t>(given.size()) - 1;
    // from the likeliest number of responders outwards, by the ratio of neighbours
    if (share <= 0.0) return given.front();
    if (share >= 1.0) return given.back();
    const auto mode =
        std::min(n, static_cast<std::int64_t>(std::floor((static_cast<double>(n) + 1.0) * share)));
    const double odds = share / (1.0 - share);
    double term = 1.0, all = 1.0, sum = given[static_cast<std::size_t>(mode)];
    for (std::int64_t k = mode; k < n; ++k) {
        term *= static_cast<double>(n - k) / static_cast<double>(k + 1) * odds;
        all += term;
        sum += term * given[static_cast<std::size_t>(k + 1)];
    }
    term = 1.0;
    for (std::int64_t k = mode; k > 0; --k) {
        term *= static_cast<double>(k) / static_cast<double>(n - k + 1) / odds;
        all += term;
        sum += term * given[static_cast<std::size_t>(k - 1)];
    }
    return sum / all;
}

struct Peak {
    double share = 0.5;
    double p = 0.0;
};

/// The largest chance over all common shares: a fixed grid, finer towards the ends, and golden
/// sections around every point of it that is higher than its neighbours and near the highest.
inline Peak highest(const GivenResponders& given) {
    const int cells =
        std::max(512, static_cast<int>(8.0 * std::sqrt(static_cast<double>(given.size()))));
    constexpr double pi = 3.14159265358979323846;
    std::vector<double> value(static_cast<std::size_t>(cells) + 1);
    const auto place = [cells](int i) { return 0.5 - 0.5 * std::cos(pi * i / cells); };
    double top = 0.0;
    for (int i = 0; i <= cells; ++i) {
        value[static_cast<std::size_t>(i)] = at_share(given, place(i));
        top = std::max(top, value[static_cast<std::size_t>(i)]);
    }
    Peak best;
    constexpr double golden = 0.61803398874989485;
    for (int i = 0; i <= cells; ++i) {
        const double here = value[static_cast<std::size_t>(i)];
        const double left = i > 0 ? value[static_cast<std::size_t>(i - 1)] : -1.0;
        const double right = i < cells ? value[static_cast<std::size_t>(i + 1)] : -1.0;
        if (here > best.p) best = {place(i), here};
        if (here < left || here < right || here < 0.9 * top) continue;
        double low = place(std::max(0, i - 1)), high = place(std::min(cells, i + 1));
        double a = high - golden * (high - low), b = low + golden * (high - low);
        double at_a = at_share(given, a), at_b = at_share(given, b);
        for (int step = 0; step < 60 && high - low > 1e-12; ++step) {
            if (at_a < at_b) {
                low = a;
                a = b;
                at_a = at_b;
                at_b = at_share(given, b = low + golden * (high - low));
            } else {
                high = b;
                b = a;
                at_b = at_a;
                at_a = at_share(given, a = high - golden * (high - low));
            }
        }
        if (at_a > best.p) best = {a, at_a};
        if (at_b > best.p) best = {b, at_b};
    }
    best.p = std::min(1.0, best.p);
    return best;
}

/// The pooled score statistic as a fraction of whole numbers, so that equal ones are equal:
/// sign(d) d^2 / v with d = x1 n2 - x2 n1 and v = m (N - m); 0 where v is 0.
struct ScoreOrder {
    Int128 signed_square;
    Int128 variance;

    ScoreOrder(std::int64_t x1, std::int64_t n1, std::int64_t x2, std::int64_t n2) {
        const Int128 d = Int128{x1} * n2 - Int128{x2} * n1;
        signed_square = d < 0 ? -d * d : d * d;
        const std::int64_t m = x1 + x2;
        variance = Int128{m} * (n1 + n2 - m);
        if (variance == 0) variance = 1;  // d is 0, too
    }
    bool at_least(const ScoreOrder& other) const {
        return signed_square * other.variance >= other.signed_square * variance;
    }
};

/// Chances, per number of responders, of a table with a score at least as high as the observed.
inline GivenResponders given_score(Responders active, Responders control) {
    const std::int64_t n = active.n + control.n;
    GivenResponders given(static_cast<std::size_t>(n + 1), 0.0);
    const ScoreOrder observed(active.x, active.n, control.x, control.n);
    for (std::int64_t m = 0; m <= n; ++m) {
        // the score rises with x1: halving finds the first count that is as high
        const std::int64_t from = std::max<std::int64_t>(0, m - control.n);
        std::int64_t low = from - 1, high = std::min(active.n, m) + 1;
        while (high - low > 1) {
            const std::int64_t x = low + (high - low) / 2;
            (ScoreOrder(x, active.n, m - x, control.n).at_least(observed) ? high : low) = x;
        }
        if (high > std::min(active.n, m)) continue;
        const std::int64_t of_active = std::min(active.n, m);
        const Hypergeometric table({of_active, active.n}, {m - of_active, control.n});
        given[static_cast<std::size_t>(m)] = table.at_least(high);
    }
    return given;
}

/// The same for Boschloo: of each number of responders the largest upper tail that is no larger
/// than Fisher's p of the observed table.
inline GivenResponders given_fisher(Responders active, Responders control) {
    const std::int64_t n = active.n + control.n;
    GivenResponders given(static_cast<std::size_t>(n + 1), 0.0);
    const double limit = Hypergeometric(active, control).at_least(active.x) * same_probability;
    for (std::int64_t m = 0; m <= n; ++m) {
        const std::int64_t of_active = std::min(active.n, m);
        const Hypergeometric table({of_active, active.n}, {m - of_active, control.n});
        double tail = 0.0;
        for (std::int64_t x = table.support().high; x >= table.support().low; --x) {
            const double next = tail + table.pmf(x);
            if (next > limit) break;
            tail = next;
        }
        given[static_cast<std::size_t>(m)] = std::min(1.0, tail);
    }
    return given;
}

/// Whether both one-sided tests stay within the cost: a distribution for each number of responders,
/// and a sum over all of these for each common share that is tried.
inline bool is_enumeration_possible(Responders active, Responders control, const ExactCost& cost) {
    const double n = static_cast<double>(active.n) + static_cast<double>(control.n);
    const double smaller = static_cast<double>(std::min(active.n, control.n));
    const double kept = std::min(smaller, 40.0 * std::sqrt(smaller)) + 10.0;
    const double shares = 1500.0 + 8.0 * std::sqrt(n);
    return cost.allow_work(n * (100.0 * kept + 40.0 * shares)) &&
           cost.allow_memory(2.0 * sizeof(double) * (n + shares));
}

/// The pooled score test by the normal distribution.
inline void put_normal_p(UnconditionalTest& found, Responders active, Responders control) {
    const auto n1 = static_cast<double>(active.n), n2 = static_cast<double>(control.n);
    const double share = static_cast<double>(active.x + control.x) / (n1 + n2);
    const double variance = share * (1.0 - share) * (1.0 / n1 + 1.0 / n2);
    const double z = variance > 0.0 ? found.difference / std::sqrt(variance) : 0.0;
    found.p = normal_two_sided(z);
    found.p_greater = normal_sf(z);
    found.p_less = normal_cdf(z);
    found.method = "score statistic, normal: too many for the exact test";
    found.state = State::approximate;
}

inline Peak one_sided(Responders active, Responders control, UnconditionalOrder order) {
    return highest(order == UnconditionalOrder::score ? given_score(active, control)
                                                      : given_fisher(active, control));
}

}  // namespace detail

/// What `unconditional_exact_test` may be asked for.
struct UnconditionalExactOptions {
    UnconditionalOrder order = UnconditionalOrder::boschloo;
    ExactCost cost{};  ///< the most that the exact form may cost
};

/// The test of equal shares with the common share at its worst.
/// cost  O(N^1.5) once, O(N) for each of some 1,000 common shares: by default up to some 20,000
///       patients; beyond it the normal p of the score statistic, and no share
/// state  too_few for an empty arm; boundary where a p is smaller than the doubles; approximate
///        beyond the cost
/// source  Barnard 1947; Suissa & Shuster 1985; Boschloo 1970
inline UnconditionalTest unconditional_exact_test(Responders active, Responders control,
                                                  const UnconditionalExactOptions& options = {}) {
    UnconditionalTest found;
    found.n = detail::patients(active, control);
    found.method =
        options.order == UnconditionalOrder::score ? "Barnard, score statistic" : "Boschloo";
    if (!active.is_valid() || !control.is_valid()) {
        found.state = State::invalid_argument;
        return found;
    }
    if (!detail::can_compare(active, control)) return found;
    found.difference = active.share() - control.share();
    if (!detail::is_enumeration_possible(active, control, options.cost)) {
        detail::put_normal_p(found, active, control);
        return found;
    }
    const detail::Peak greater = detail::one_sided(active, control, options.order);
    // fewer responders of the active arm are more of the other: the same question, arms swapped
    const detail::Peak less = detail::one_sided(control, active, options.order);
    found.p_greater = greater.p;
    found.share_at_greater = greater.share;
    found.p_less = less.p;
    found.share_at_less = less.share;
    found.p = std::min(1.0, 2.0 * std::min(less.p, greater.p));
    found.state = detail::state_of({found.p, found.p_less, found.p_greater});
    return found;
}

}  // namespace eczscore::stats
