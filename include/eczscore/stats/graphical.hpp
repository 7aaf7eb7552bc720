// SPDX-License-Identifier: BSL-1.0
// Graphical multiple testing: weights on hypotheses, and where a rejected one sends its weight.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "eczscore/stats/detail/moments.hpp"
#include "eczscore/stats/types/special_values.hpp"
#include "eczscore/stats/types/state.hpp"

namespace eczscore::stats {

/// Adjusted p-values of a graph, in the order of its hypotheses.
struct GraphicalTest {
    std::vector<double> p;           ///< NaN where the input is
    std::vector<std::size_t> order;  ///< hypotheses, from 0, as they fall when alpha grows
    std::size_t missing = 0;
    Text method = "graphical, Bretz";
    State state = State::too_few;
};

namespace detail {

/// A graph of m hypotheses: m weights and an m x m matrix of shares, row by row.
class Graph {
public:
    Graph(std::span<const double> weights, std::span<const double> shares)
        : weight_(weights.begin(), weights.end()),
          share_(shares.begin(), shares.end()),
          next_(share_.size()),
          lost_(weights.size()),
          in_(weights.size(), 1) {
        const std::size_t m = weights.size();
        for (std::size_t i = 0; i < m; ++i) {
            Sum row;
            for (std::size_t j = 0; j < m; ++j) row.add(at(i, j));
            // Shares that are rounded to doubles add to 1 within their last digits.
            const double lost = 1.0 - row.value();
            lost_[i] = lost > 2.0 * std::numeric_limits<double>::epsilon() ? lost : 0.0;
        }
    }

    static bool is_valid(std::span<const double> weights, std::span<const double> shares) {
        const std::size_t m = weights.size();
        constexpr double rounding = 1e-9;
        if (shares.size() != m * m) return false;
        double all = 0.0;
        for (const double weight : weights) {
            if (!(weight >= 0.0)) return false;
            all += weight;
        }
        if (all > 1.0 + rounding) return false;
        for (std::size_t i = 0; i < m; ++i) {
            double row = 0.0;
            for (std::size_t j = 0; j < m; ++j) {
                if (!(shares[i * m + j] >= 0.0)) return false;
                row += shares[i * m + j];
            }
            if (shares[i * m + i] != 0.0 || row > 1.0 + rounding) return false;
        }
        return true;
    }

    bool has(std::size_t i) const { return in_[i] != 0; }
    double weight(std::size_t i) const { return weight_[i]; }

    /// Takes hypothesis `j` out and passes on its weight and its edges (Bretz 2009, algorithm 1).
    /// Their divisor 1 - g_lj g_jl is the sum of all that leaves l, what is lost included. Added
    /// up from there it keeps its digits where g_lj g_jl is nearly 1.
    void reject(std::size_t j) {
        const std::size_t m = weight_.size();
        in_[j] = 0;
        for (std::size_t l = 0; l < m; ++l) {
            if (has(l)) weight_[l] += weight_[j] * at(j, l);
        }
        std::fill(next_.begin(), next_.end(), 0.0);
        for (std::size_t l = 0; l < m; ++l) {
            if (!has(l)) continue;
            const auto leaving = [&](std::size_t k) { return at(l, k) + at(l, j) * at(j, k); };
            double all = lost_[l] += at(l, j) * lost_[j];
            for (std::size_t k = 0; k < m; ++k) all += has(k) && k != l ? leaving(k) : 0.0;
            if (!(all > 0.0)) {  // all came back: no hypothesis is left to send it to
                lost_[l] = 1.0;
                continue;
            }
            lost_[l] /= all;
            for (std::size_t k = 0; k < m; ++k) {
                if (has(k) && k != l) next_[l * m + k] = leaving(k) / all;
            }
        }
        weight_[j] = 0.0;
        share_.swap(next_);
    }

private:
    double at(std::size_t i, std::size_t j) const { return share_[i * weight_.size() + j]; }

    std::vector<double> weight_;
    std::vector<double> share_;
    std::vector<double> next_;
    std::vector<double> lost_;  ///< the share of its weight that a hypothesis sends to no other
    std::vector<unsigned char> in_;
};

}  // namespace detail

/// The sequentially rejective graphical procedure: family-wise error at most alpha under any
/// dependence. Holm, fixed sequence, fallback and gatekeeping are graphs. O(m^3).
/// weights  of m hypotheses: at least 0, together at most 1
/// shares   m x m, row by row: the share of its weight that a rejected hypothesis sends to each
///          other; rows add to at most 1, the diagonal is 0
/// p        m p-values; a missing one is never rejected
/// state    invalid_argument where graph or p-values are not such
/// source   Bretz, Maurer, Brannath & Posch 2009
inline GraphicalTest graphical_test(std::span<const double> weights, std::span<const double> shares,
                                    std::span<const double> p) {
    GraphicalTest found;
    const std::size_t m = weights.size();
    found.p.assign(m, not_a_number);
    found.state = State::invalid_argument;
    if (p.size() != m || !detail::Graph::is_valid(weights, shares)) return found;
    for (const double each : p) {
        if (each < 0.0 || each > 1.0) return found;
        if (std::isnan(each)) ++found.missing;
    }
    found.state = m == 0 ? State::too_few : State::ok;
    detail::Graph graph(weights, shares);
    found.order.reserve(m);
    double highest = 0.0;
    for (std::size_t step = 0; step < m; ++step) {
        std::size_t best = m;
        double smallest = infinity;
        for (std::size_t i = 0; i < m; ++i) {
            if (!graph.has(i) || !(graph.weight(i) > 0.0) || std::isnan(p[i])) continue;
            const double ratio = p[i] / graph.weight(i);
            if (ratio < smallest) {
                smallest = ratio;
                best = i;
            }
        }
        if (best == m) break;
        highest = std::max(highest, smallest);
        found.p[best] = std::min(1.0, highest);
        found.order.push_back(best);
        graph.reject(best);
    }
    for (std::size_t i = 0; i < m; ++i) {  // no weight ever reached these
        if (graph.has(i) && !std::isnan(p[i])) found.p[i] = 1.0;
    }
    return found;
}

}  // namespace eczscore::stats
