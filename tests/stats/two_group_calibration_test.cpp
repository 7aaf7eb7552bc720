// SPDX-License-Identifier: BSL-1.0
// Coverage and size of the intervals and tests of two arms, by adding up all tables: no simulation.
#include <algorithm>
#include <vector>

#include "eczscore/stats/fisher.hpp"
#include "eczscore/stats/hodges_lehmann_shift.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "eczscore/stats/one_proportion.hpp"
#include "eczscore/stats/risk_difference.hpp"
#include "eczscore/stats/risk_ratio.hpp"
#include "eczscore/stats/unconditional_exact.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;

namespace {

/// Smallest and mean coverage over a grid of shares.
struct Coverage {
    double least = 1.0;
    double mean = 0.0;
};

Coverage of_proportion(ProportionMethod method, std::int64_t n) {
    std::vector<Interval> limits;
    for (std::int64_t x = 0; x <= n; ++x)
        limits.push_back(one_proportion({x, n}, {.method = method}).ci);
    Coverage found;
    constexpr int shares = 199;
    for (int i = 1; i <= shares; ++i) {
        const double p = i / 200.0;
        double covered = 0.0;
        for (std::int64_t x = 0; x <= n; ++x) {
            if (limits[static_cast<std::size_t>(x)].contains(p)) {
                covered += detail::binomial_pmf(x, n, p);
            }
        }
        found.least = std::min(found.least, covered);
        found.mean += covered / shares;
    }
    return found;
}

std::vector<std::vector<double>> chances(std::int64_t n, int shares) {
    std::vector<std::vector<double>> all;
    for (int i = 1; i < shares; ++i) {
        std::vector<double> row;
        for (std::int64_t x = 0; x <= n; ++x) {
            row.push_back(detail::binomial_pmf(x, n, static_cast<double>(i) / shares));
        }
        all.push_back(row);
    }
    return all;
}

/// Coverage of a difference or ratio of shares; `truth` of two shares.
template <class Limits, class Truth>
Coverage of_two_arms(std::int64_t n1, std::int64_t n2, const Limits& limits, const Truth& truth) {
    constexpr int shares = 20;
    const auto one = chances(n1, shares), two = chances(n2, shares);
    std::vector<Interval> table;
    for (std::int64_t x1 = 0; x1 <= n1; ++x1) {
        for (std::int64_t x2 = 0; x2 <= n2; ++x2) table.push_back(limits(x1, x2));
    }
    Coverage found;
    for (std::size_t i = 0; i < one.size(); ++i) {
        for (std::size_t j = 0; j < two.size(); ++j) {
            const double value =
                truth(static_cast<double>(i + 1) / shares, static_cast<double>(j + 1) / shares);
            double covered = 0.0;
            std::size_t at = 0;
            for (const double a : one[i]) {
                for (const double b : two[j]) covered += table[at++].contains(value) ? a * b : 0.0;
            }
            found.least = std::min(found.least, covered);
            found.mean += covered / static_cast<double>(one.size() * two.size());
        }
    }
    return found;
}

/// The largest chance to reject at 5 % when both shares are equal.
template <class P>
double size_of(std::int64_t n1, std::int64_t n2, const P& p_value) {
    constexpr int shares = 100;
    const auto one = chances(n1, shares), two = chances(n2, shares);
    std::vector<double> table;
    for (std::int64_t x1 = 0; x1 <= n1; ++x1) {
        for (std::int64_t x2 = 0; x2 <= n2; ++x2) table.push_back(p_value(x1, x2));
    }
    double largest = 0.0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        double rejected = 0.0;
        std::size_t at = 0;
        for (const double a : one[i]) {
            for (const double b : two[i]) rejected += table[at++] <= 0.05 ? a * b : 0.0;
        }
        largest = std::max(largest, rejected);
    }
    return largest;
}

}  // namespace

TEST_CASE("intervals of one share cover as they say") {
    for (const std::int64_t n : {10, 30}) {
        INFO("n " << n);
        CHECK(of_proportion(ProportionMethod::clopper_pearson, n).least >= 0.95 - 1e-12);
        CHECK(of_proportion(ProportionMethod::blaker, n).least >= 0.95 - 1e-12);
        CHECK(of_proportion(ProportionMethod::blaker, n).mean <=
              of_proportion(ProportionMethod::clopper_pearson, n).mean);
        CHECK(std::abs(of_proportion(ProportionMethod::wilson, n).mean - 0.95) < 0.01);
        CHECK(std::abs(of_proportion(ProportionMethod::jeffreys, n).mean - 0.95) < 0.015);
        CHECK(std::abs(of_proportion(ProportionMethod::mid_p, n).mean - 0.955) < 0.02);
        CHECK(of_proportion(ProportionMethod::wald, n).mean < 0.93);  // why it is no default
    }
}

TEST_CASE("score intervals of two arms cover near their level") {
    const auto difference = [](RiskDifferenceMethod method) {
        return of_two_arms(
            15, 20,
            [method](std::int64_t x1, std::int64_t x2) {
                return risk_difference({x1, 15}, {x2, 20}, {.method = method}).ci;
            },
            [](double a, double b) { return a - b; });
    };
    using Method = RiskDifferenceMethod;
    for (const Method method :
         {Method::miettinen_nurminen, Method::mee, Method::newcombe, Method::agresti_caffo}) {
        INFO(name(method).c_str());
        const Coverage found = difference(method);
        CHECK(found.mean > 0.945);
        CHECK(found.mean < 0.97);
        CHECK(found.least > 0.90);
    }
    CHECK(difference(Method::wald).mean < 0.94);
    const Coverage ratio = of_two_arms(
        15, 20, [](std::int64_t x1, std::int64_t x2) { return risk_ratio({x1, 15}, {x2, 20}).ci; },
        [](double a, double b) { return a / b; });
    CHECK(ratio.mean > 0.94);
    CHECK(ratio.mean < 0.97);
}

TEST_CASE("exact tests of two arms keep their size, and the unconditional one spends more of it") {
    const auto fisher = size_of(
        12, 15, [](std::int64_t x1, std::int64_t x2) { return fisher_test({x1, 12}, {x2, 15}).p; });
    const auto boschloo = size_of(12, 15, [](std::int64_t x1, std::int64_t x2) {
        return unconditional_exact_test({x1, 12}, {x2, 15}).p;
    });
    const auto barnard = size_of(12, 15, [](std::int64_t x1, std::int64_t x2) {
        return unconditional_exact_test({x1, 12}, {x2, 15}, {.order = UnconditionalOrder::score}).p;
    });
    CHECK(fisher <= 0.05 + 1e-12);
    CHECK(boschloo <= 0.05 + 1e-12);
    CHECK(barnard <= 0.05 + 1e-12);
    CHECK(boschloo > fisher);
}

TEST_CASE("the exact rank-sum test and the shift's limits keep their level in all arrangements") {
    // ranks 1 .. 9, 4 of them x: all 126 choices are equally likely when nothing differs
    int all = 0, rejected = 0, missed = 0;
    for (unsigned set = 0; set < 1U << 9; ++set) {
        std::vector<double> x, y;
        for (unsigned i = 0; i < 9; ++i) ((set >> i & 1U) != 0 ? x : y).push_back(i * i + 0.25 * i);
        if (x.size() != 4) continue;
        ++all;
        if (mann_whitney_exact(x, y).p <= 0.05) ++rejected;
        const Interval ci = hodges_lehmann_shift(x, y).shift.ci;
        if (!ci.contains(0.0)) ++missed;
        CHECK_CLOSE(ci.attained, 1 - 4.0 / 126, 1e-12);
    }
    CHECK(all == 126);
    CHECK(rejected == 4);  // 2/126 in each tail; 4/126 would be 6.3 % together
    CHECK(missed == rejected);
}
