// SPDX-License-Identifier: BSL-1.0
// The score statistic of Miettinen and Nurminen for a risk difference, in one table or in strata.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>
#include <vector>

#include "eczscore/stats/detail/responders.hpp"
#include "eczscore/stats/detail/result.hpp"
#include "eczscore/stats/detail/wilson.hpp"
#include "eczscore/stats/types/responders.hpp"
#include "eczscore/stats/types/special_values.hpp"

namespace eczscore::stats::detail {

/// A table as the score statistic sees it, with the control share found last.
struct ScoreTable {
    double x1, y1, n1;  ///< active: responders, others, patients
    double x2, y2, n2;  ///< control
    double weight;      ///< of the difference of shares
    double squared;     ///< weight^2, times N/(N-1) if wanted, times how often the table occurs
    double share;       ///< last solution, where the next search begins
    double delta;       ///< of the last solution
    double slope;       ///< of the share by delta there
};

/// The share of responders among controls that is most likely when the shares of both arms differ
/// by `delta`.
///
/// The closed solution of the cubic (Miettinen & Nurminen 1985) leaves the range of acos at the
/// edges. The derivative of the log-likelihood falls from one end of the possible range to the
/// other, so its root is bracketed and found by Newton steps from `start`; one that would leave the
/// bracket is replaced by halving. Where the derivative has one sign only, the solution is the end.
/// slope  of the solution by delta, for the next start
inline double restricted_share(const ScoreTable& t, double delta, double start, double& slope) {
    const double low_end = std::max(0.0, -delta);
    const double high_end = std::min(1.0, 1.0 - delta);
    if (!(high_end > low_end)) return low_end;
    double low = low_end;
    double high = high_end;
    double p = start > low && start < high ? start : low + 0.5 * (high - low);
    for (int step = 0; step < 200; ++step) {
        const double a = quotient(1.0, p + delta);  // p may be rounded to an end
        const double b = quotient(1.0, 1.0 - p - delta);
        const double c = quotient(1.0, p);
        const double d = quotient(1.0, 1.0 - p);
        const double score = t.x1 * a - t.y1 * b + t.x2 * c - t.y2 * d;
        const double fall = t.x1 * a * a + t.y1 * b * b + t.x2 * c * c + t.y2 * d * d;
        (score > 0.0 ? low : high) = p;
        const double newton = p + score / fall;
        const double room = std::min(std::min(p, 1.0 - p), std::min(p + delta, 1.0 - p - delta));
        // Newton doubles the digits: after a step of 1e-8 of the way to the nearest pole, 16 are
        // there.
        if (std::abs(newton - p) <= 1e-8 * room) {
            slope = -(t.x1 * a * a + t.y1 * b * b) / fall;
            return std::clamp(newton, low, high);
        }
        p = newton > low && newton < high ? newton : low + 0.5 * (high - low);
        if (high - low < 1e-17) break;
    }
    return p;
}

/// A restricted share at an end of its range, exactly. The steps above only come near it.
inline bool at_low_end(const ScoreTable& t, double delta) {
    // p2 = max(0, -delta): a finite derivative that is not positive
    if (delta >= 0.0) {
        if (t.x2 > 0.0 || (delta == 0.0 && t.x1 > 0.0)) return false;
        const double one =
            delta == 0.0 ? -t.y1 : quotient(t.x1, delta) - quotient(t.y1, 1.0 - delta);
        return one - t.y2 <= 0.0;
    }
    if (t.x1 > 0.0) return false;
    return quotient(t.x2, -delta) - t.y1 - quotient(t.y2, 1.0 + delta) <= 0.0;
}
inline bool at_high_end(const ScoreTable& t, double delta) {
    // p2 = min(1, 1 - delta): a finite derivative that is not negative
    if (delta <= 0.0) {
        if (t.y2 > 0.0 || (delta == 0.0 && t.y1 > 0.0)) return false;
        const double one =
            delta == 0.0 ? t.x1 : quotient(t.x1, 1.0 + delta) - quotient(t.y1, -delta);
        return one + t.x2 >= 0.0;
    }
    if (t.y1 > 0.0) return false;
    return t.x1 + quotient(t.x2, 1.0 - delta) - quotient(t.y2, delta) >= 0.0;
}

/// p1 q1 / n1 + p2 q2 / n2 at the restricted shares; the table remembers the solution.
inline double restricted_variance(ScoreTable& t, double delta) {
    const bool maybe_end = t.x1 == 0.0 || t.y1 == 0.0 || t.x2 == 0.0 || t.y2 == 0.0;
    if (maybe_end && at_low_end(t, delta)) {
        const double step = std::abs(delta);
        return step * (1.0 - step) / (delta >= 0.0 ? t.n1 : t.n2);
    }
    if (maybe_end && at_high_end(t, delta)) {
        const double step = std::abs(delta);
        return step * (1.0 - step) / (delta >= 0.0 ? t.n2 : t.n1);
    }
    t.share = restricted_share(t, delta, t.share + t.slope * (delta - t.delta), t.slope);
    t.delta = delta;
    const double p1 = t.share + delta;
    return p1 * (1.0 - p1) / t.n1 + t.share * (1.0 - t.share) / t.n2;
}

/// The weighted score statistic over all usable strata.
class ScoreDifference {
public:
    /// strata  those with an empty arm are left out
    /// corrected  with the factor N/(N-1) of Miettinen and Nurminen, or without (Mee)
    ///
    /// Equal strata are counted, and the order is fixed, so that the order of the input changes no
    /// digit. Weights n1 n2 / N (Mantel-Haenszel).
    ScoreDifference(std::span<const Stratum> strata, bool corrected) {
        std::vector<Stratum> usable;
        usable.reserve(strata.size());
        for (const Stratum& each : strata) {
            if (can_compare(each.active, each.control)) usable.push_back(each);
        }
        const auto key = [](const Stratum& s) {
            return std::tuple(s.active.n, s.control.n, s.active.x, s.control.x);
        };
        std::sort(usable.begin(), usable.end(),
                  [&](const Stratum& a, const Stratum& b) { return key(a) < key(b); });
        tables_.reserve(usable.size());
        for (std::size_t i = 0; i < usable.size();) {
            std::size_t next = i + 1;
            while (next < usable.size() && key(usable[next]) == key(usable[i])) ++next;
            add(usable[i], static_cast<double>(next - i), corrected);
            i = next;
        }
        used_ = usable.size();
    }

    std::size_t used() const { return used_; }
    /// The weighted difference of shares.
    double estimate() const { return sum_ / weight_; }
    /// Sum of the weighted differences minus delta; positive below the estimate.
    double distance(double delta) const { return sum_ - delta * weight_; }
    double variance(double delta) {
        double all = 0.0;
        for (ScoreTable& table : tables_) all += table.squared * restricted_variance(table, delta);
        return all;
    }
    /// The score statistic: positive for a delta below the estimate.
    double z(double delta) {
        const double far = distance(delta);
        const double spread = variance(delta);
        if (spread > 0.0) return far / std::sqrt(spread);
        return far == 0.0 ? 0.0 : std::copysign(infinity, far);
    }
    /// The differences that the score test does not reject. An estimate at an end is a limit.
    Limits limits(double critical) {
        const double middle = std::clamp(estimate(), -1.0, 1.0);
        return {middle <= -1.0 ? -1.0 : limit(critical, middle, -1.0),
                middle >= 1.0 ? 1.0 : limit(-critical, middle, 1.0)};
    }

private:
    void add(const Stratum& s, double times, bool corrected) {
        const auto x1 = static_cast<double>(s.active.x), n1 = static_cast<double>(s.active.n);
        const auto x2 = static_cast<double>(s.control.x), n2 = static_cast<double>(s.control.n);
        const double n = n1 + n2;
        const double weight = n1 * n2 / n;
        const double factor = corrected ? n / (n - 1.0) : 1.0;
        tables_.push_back({x1, n1 - x1, n1, x2, n2 - x2, n2, weight,
                           weight * weight * factor * times, x2 / n2, x1 / n1 - x2 / n2,
                           -n1 / n});  // at its own difference a table is unrestricted
        sum_ += times * ((x1 * n2 - x2 * n1) / n);
        weight_ += times * weight;
    }

    /// Where z(delta) = target between the estimate and an end of the range. The function
    /// distance - target * sqrt(variance) is nearly straight, so the secant needs few steps; they
    /// stay within a bracket and end when the place moves by no more than its last digits.
    double limit(double target, double middle, double end) {
        const auto f = [&](double delta) {
            return distance(delta) - target * std::sqrt(variance(delta));
        };
        double low = std::min(middle, end);
        double high = std::max(middle, end);
        double old = middle;
        double at_old = -target * std::sqrt(variance(middle));
        if (at_old == 0.0) {  // no spread at the estimate: any step away from it will do
            old = 0.5 * (middle + end);
            at_old = f(old);
            (at_old > 0.0 ? low : high) = old;
        }
        double at = old + at_old / weight_;
        if (!(at > low && at < high)) at = low + 0.5 * (high - low);
        for (int step = 0; step < 200; ++step) {
            const double at_now = f(at);
            if (at_now == 0.0) return at;
            (at_now > 0.0 ? low : high) = at;
            const double rise = at_now - at_old;
            double next = rise != 0.0 ? at - at_now * (at - old) / rise : low;  // low: halve
            old = at;
            at_old = at_now;
            if (!(next > low && next < high)) next = low + 0.5 * (high - low);
            if (!(next > low && next < high)) return at;
            const double moved = std::abs(next - at);
            at = next;
            if (moved <= 4e-16 * std::max(std::abs(at), 0.25)) return at;
        }
        return at;
    }

    std::vector<ScoreTable> tables_;
    std::size_t used_ = 0;
    double sum_ = 0.0;     ///< of weighted differences
    double weight_ = 0.0;  ///< of weights
};

}  // namespace eczscore::stats::detail
