// SPDX-License-Identifier: BSL-1.0
// Coverage and size of methods for counts, exactly: by adding up every outcome.
// Covers: stats/types/paired_counts.hpp
#include <cmath>
#include <vector>

#include "eczscore/stats/beta_binomial.hpp"
#include "eczscore/stats/chi_square.hpp"
#include "eczscore/stats/fisher.hpp"
#include "eczscore/stats/mcnemar.hpp"
#include "eczscore/stats/noninferiority_proportion.hpp"
#include "eczscore/stats/odds_ratio.hpp"
#include "eczscore/stats/one_proportion.hpp"
#include "eczscore/stats/paired_risk_difference.hpp"
#include "eczscore/stats/power_fisher.hpp"
#include "eczscore/stats/risk_difference.hpp"
#include "eczscore/stats/risk_ratio.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;

namespace {

struct Coverage {
    double least = 1.0;
    double mean = 0.0;
};

/// Over p = 0.01 .. 0.99.
Coverage one_sample(std::int64_t n, ProportionMethod method) {
    std::vector<Interval> intervals;
    for (std::int64_t x = 0; x <= n; ++x)
        intervals.push_back(one_proportion({x, n}, {.method = method}).ci);
    Coverage all;
    for (int i = 1; i <= 99; ++i) {
        const double p = i / 100.0;
        double covered = 0.0;
        for (std::int64_t x = 0; x <= n; ++x) {
            if (!intervals[static_cast<std::size_t>(x)].contains(p)) continue;
            covered += detail::binomial_pmf(x, n, p);
        }
        all.least = std::min(all.least, covered);
        all.mean += covered / 99.0;
    }
    return all;
}

/// The chance of what `holds(x1, x2)` says, for arms of n1 and n2.
template <class Holds>
double chance(std::int64_t n1, std::int64_t n2, double p1, double p2, const Holds& holds) {
    double sum = 0.0;
    for (std::int64_t x = 0; x <= n1; ++x) {
        for (std::int64_t y = 0; y <= n2; ++y) {
            if (!holds(x, y)) continue;
            sum += detail::binomial_pmf(x, n1, p1) * detail::binomial_pmf(y, n2, p2);
        }
    }
    return sum;
}

/// The answers for every pair of outcomes, so that each is computed once.
template <class Compute>
auto table(std::int64_t n1, std::int64_t n2, const Compute& compute) {
    std::vector<decltype(compute(0, 0))> all;
    for (std::int64_t x = 0; x <= n1; ++x) {
        for (std::int64_t y = 0; y <= n2; ++y) all.push_back(compute(x, y));
    }
    return [all, n2](std::int64_t x, std::int64_t y) {
        return all[static_cast<std::size_t>(x * (n2 + 1) + y)];
    };
}

/// Coverage of the interval for f(p1, p2) over a grid of rates.
template <class Compute, class Truth>
Coverage two_sample(const Compute& interval, const Truth& truth) {
    constexpr std::int64_t n1 = 20, n2 = 30;
    const auto of = table(n1, n2, interval);
    Coverage all;
    int points = 0;
    for (double p1 = 0.05; p1 < 1.0; p1 += 0.15) {
        for (double p2 = 0.1; p2 < 1.0; p2 += 0.2) {
            const double covered = chance(n1, n2, p1, p2, [&](std::int64_t x, std::int64_t y) {
                return of(x, y).contains(truth(p1, p2));
            });
            all.least = std::min(all.least, covered);
            all.mean += covered;
            ++points;
        }
    }
    all.mean /= points;
    return all;
}
}  // namespace

TEST_CASE("intervals of one rate: exact ones never fall short") {
    for (const std::int64_t n : {10, 25, 60}) {
        INFO("n " << n);
        CHECK(one_sample(n, ProportionMethod::clopper_pearson).least >= 0.95);
        CHECK(one_sample(n, ProportionMethod::blaker).least >= 0.95 - 1e-9);
        for (const ProportionMethod method :
             {ProportionMethod::wilson, ProportionMethod::jeffreys, ProportionMethod::mid_p,
              ProportionMethod::agresti_coull}) {
            INFO(name(method).c_str());
            const Coverage found = one_sample(n, method);
            CHECK(found.mean > 0.945);
            CHECK(found.mean < 0.975);
            CHECK(found.least > 0.83);
        }
        CHECK(one_sample(n, ProportionMethod::wilson_corrected).mean > 0.96);
        // Wald is there for comparison: this is why.
        CHECK(one_sample(n, ProportionMethod::wald).mean < 0.93);
    }
}

TEST_CASE("a posterior interval covers exactly when rates come from the prior") {
    for (const BetaPrior prior : {BetaPrior{0.5, 0.5}, BetaPrior{3, 9}}) {
        constexpr std::int64_t n = 12;
        double covered = 0.0;
        for (std::int64_t x = 0; x <= n; ++x) {
            const double likely = predictive_at_least(prior, x, n) -
                                  (x < n ? predictive_at_least(prior, x + 1, n) : 0.0);
            const BetaBinomialResult found = beta_binomial(x, n, {.prior = prior});
            covered += likely * (probability_above(found.posterior, found.ci.lower) -
                                 probability_above(found.posterior, found.ci.upper));
        }
        CHECK_CLOSE(covered, 0.95, 1e-10);
    }
}

TEST_CASE("intervals of a risk difference") {
    const auto coverage = [](RiskDifferenceMethod method) {
        return two_sample(
            [&](std::int64_t x, std::int64_t y) {
                return risk_difference({x, 20}, {y, 30}, {.method = method}).ci;
            },
            [](double p1, double p2) { return p1 - p2; });
    };
    for (const RiskDifferenceMethod method :
         {RiskDifferenceMethod::newcombe, RiskDifferenceMethod::miettinen_nurminen,
          RiskDifferenceMethod::mee, RiskDifferenceMethod::agresti_caffo}) {
        INFO(name(method).c_str());
        const Coverage found = coverage(method);
        CHECK(found.mean > 0.945);
        CHECK(found.mean < 0.972);
        CHECK(found.least > 0.92);
    }
    CHECK(coverage(RiskDifferenceMethod::wald).least < 0.92);
}

TEST_CASE("intervals of a risk ratio and of an odds ratio") {
    const Coverage koopman = two_sample(
        [](std::int64_t x, std::int64_t y) {
            return risk_ratio({x, 20}, {y, 30}, {.method = RiskRatioMethod::koopman}).ci;
        },
        [](double p1, double p2) { return p1 / p2; });
    CHECK(koopman.mean > 0.94);
    CHECK(koopman.least > 0.91);
    const Coverage exact = two_sample(
        [](std::int64_t x, std::int64_t y) {
            return odds_ratio({x, 20}, {y, 30}, {.method = OddsRatioMethod::conditional_exact}).ci;
        },
        [](double p1, double p2) { return p1 * (1.0 - p2) / (p2 * (1.0 - p1)); });
    // Only outcomes without any information (nobody, or everybody) can have no interval.
    CHECK(exact.least >= 0.95 - 0.05);
    CHECK(exact.mean > 0.95);
}

TEST_CASE("tests of two rates: size") {
    constexpr std::int64_t n1 = 20, n2 = 30;
    const auto fisher = table(n1, n2, [&](std::int64_t x, std::int64_t y) {
        return fisher_test(
                   {x, n1}, {y, n2},
                   {.alternative = Alternative::two_sided, .rule = ExactRule::minimum_likelihood})
            .p;  // the one that has a power function
    });
    const auto chi = table(n1, n2, [&](std::int64_t x, std::int64_t y) {
        return chi_square_test({x, n1}, {y, n2}).p;
    });
    double fisher_most = 0.0, chi_most = 0.0;
    for (double p = 0.05; p < 1.0; p += 0.05) {
        const auto size = [&](const auto& of) {
            return chance(n1, n2, p, p,
                          [&](std::int64_t x, std::int64_t y) { return of(x, y) <= 0.05; });
        };
        fisher_most = std::max(fisher_most, size(fisher));
        chi_most = std::max(chi_most, size(chi));
        CHECK_CLOSE(size(fisher), power_fisher(p, p, n1, n2).power, 1e-9);
    }
    CHECK(fisher_most <= 0.05);
    CHECK(chi_most < 0.065);
    CHECK(chi_most > fisher_most);
}

TEST_CASE("non-inferiority of rates: size on the margin") {
    constexpr std::int64_t n1 = 40, n2 = 40;
    const auto p_value = table(n1, n2, [&](std::int64_t x, std::int64_t y) {
        const Estimate found = farrington_manning(x, n1, y, n2, 0.15);
        return found.state == State::ok ? found.p : 1.0;
    });
    for (double p2 = 0.3; p2 < 0.95; p2 += 0.1) {
        const double size = chance(n1, n2, p2 - 0.15, p2, [&](std::int64_t x, std::int64_t y) {
            return p_value(x, y) <= 0.025;
        });
        INFO(p2 << " size " << size);
        CHECK(size < 0.035);
        CHECK(size > 0.01);
    }
}

TEST_CASE("paired yes and no: size of McNemar, coverage of the difference") {
    constexpr std::int64_t n = 24;
    const auto over_tables = [&](double p01, double p10, const auto& value) {
        double sum = 0.0;
        for (std::int64_t m = 0; m <= n; ++m) {
            const double discordant = detail::binomial_pmf(m, n, p01 + p10);
            for (std::int64_t b = 0; b <= m; ++b) {
                const double share = detail::binomial_pmf(b, m, p10 / (p01 + p10));
                // The split of the concordant pairs is held at half.
                const std::int64_t both = (n - m) / 2;
                if (value(PairedCounts{both, b, m - b, n - m - both})) sum += discordant * share;
            }
        }
        return sum;
    };
    for (const double p : {0.05, 0.15, 0.3, 0.45}) {
        INFO("discordant " << 2 * p);
        const auto rejects = [&](auto member) {
            return over_tables(p, p, [&](const PairedCounts& of) {
                const McNemar found = mcnemar(of);
                return !std::isnan(found.*member) && found.*member <= 0.05;
            });
        };
        CHECK(rejects(&McNemar::p_exact) <= 0.05);
        CHECK(rejects(&McNemar::p_mid) < 0.055);
        CHECK(rejects(&McNemar::p_exact) <= rejects(&McNemar::p_mid));
    }
    for (const PairedDifferenceMethod method :
         {PairedDifferenceMethod::newcombe_10, PairedDifferenceMethod::tango,
          PairedDifferenceMethod::bonett_price}) {
        for (const auto& [p10, p01] : {std::pair{0.3, 0.1}, {0.2, 0.2}, {0.15, 0.05}}) {
            const double covered =
                over_tables(p01, p10, [&, d = p10 - p01](const PairedCounts& of) {
                    return paired_risk_difference(of, {.method = method}).ci.contains(d);
                });
            INFO(static_cast<int>(method) << " " << p10 << " " << p01 << " covers " << covered);
            CHECK(covered > 0.93);
        }
    }
}
