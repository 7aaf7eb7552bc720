// SPDX-License-Identifier: BSL-1.0
// Calibration of the paired methods: type I error and coverage in simulated trials, within Monte
// Carlo error. Seeds are fixed.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <eczscore/stats/bootstrap.hpp>
#include <eczscore/stats/detail/philox.hpp>
#include <eczscore/stats/hodges_lehmann_paired.hpp>
#include <eczscore/stats/mcnemar.hpp>
#include <eczscore/stats/paired_effect.hpp>
#include <eczscore/stats/paired_risk_difference.hpp>
#include <eczscore/stats/paired_superiority.hpp>
#include <eczscore/stats/paired_t.hpp>
#include <eczscore/stats/sign_flip.hpp>
#include <eczscore/stats/sign_test.hpp>
#include <eczscore/stats/signed_rank.hpp>
#include <eczscore/stats/yuen.hpp>

#include "reference.hpp"

using namespace eczscore::stats;
using eczscore::Direction;

namespace {

double normal(detail::Philox& random) { return detail::normal_quantile(random.open_uniform()); }

/// Normal changes about a mean, in tenths: ties now and then.
std::vector<double> trial(std::uint64_t number, std::size_t n, double mean) {
    detail::Philox random(555, 1, number);
    std::vector<double> d(n);
    for (double& value : d) value = std::round((mean + 6.0 * normal(random)) * 10.0) / 10.0;
    return d;
}

constexpr int trials = 2000;
/// Four standard errors of a share of `trials`.
double error(double p) { return 4.0 * std::sqrt(p * (1.0 - p) / trials); }

struct Share {
    int count = 0;
    void add(bool yes) { count += yes; }
    double value() const { return count / static_cast<double>(trials); }
};

}  // namespace

TEST_CASE("calibration: under no change the tests reject as often as they say") {
    Share t, rank, rank_normal, flip, sign, yuen;
    for (std::uint64_t i = 0; i < trials; ++i) {
        const auto d = trial(i, 22, 0.0);
        t.add(paired_t(d).p_two_sided <= 0.05);
        rank.add(signed_rank_exact(d).p_two_sided <= 0.05);
        rank_normal.add(signed_rank_normal(d).p_two_sided <= 0.05);
        flip.add(sign_flip_exact(d).p_two_sided <= 0.05);
        sign.add(sign_test(d).p_two_sided <= 0.05);
        yuen.add(yuen_differences(d).p_two_sided <= 0.05);
    }
    CHECK(std::abs(t.value() - 0.05) < error(0.05));
    CHECK(std::abs(yuen.value() - 0.05) < error(0.05) + 0.005);  // an approximation
    CHECK(std::abs(rank_normal.value() - 0.05) < error(0.05) + 0.003);
    // Exact tests: never more than the level, and near it where the statistic is fine.
    CHECK(rank.value() < 0.05 + error(0.05));
    CHECK(rank.value() > 0.04 - error(0.05));
    CHECK(std::abs(flip.value() - 0.05) < error(0.05));
    CHECK(sign.value() < 0.05 + error(0.05));
}

TEST_CASE("calibration: intervals hold the true change as often as they say") {
    Share t, walsh, median;
    double walsh_attained = 0.0;
    for (std::uint64_t i = 0; i < trials; ++i) {
        const auto d = trial(50'000 + i, 15, -4.0);
        t.add(paired_t(d).ci.contains(-4.0));
        const HodgesLehmannPaired found = hodges_lehmann_paired(d);
        walsh.add(found.ci.contains(-4.0));
        walsh_attained = found.ci.attained;
        median.add(sign_test(d).ci.contains(-4.0));
    }
    CHECK(std::abs(t.value() - 0.95) < error(0.95));
    CHECK(walsh.value() > walsh_attained - error(0.95));
    CHECK(walsh.value() < walsh_attained + error(0.95) + 0.003);  // tenths tie
    CHECK(median.value() > 0.95 - error(0.95));
}

TEST_CASE("calibration: noncentral limits hold the true dz") {
    Share dz;
    for (std::uint64_t i = 0; i < trials; ++i) {
        detail::Philox random(556, 1, i);
        std::vector<double> pre(12);
        std::vector<double> post(12);
        for (std::size_t k = 0; k < pre.size(); ++k) {
            pre[k] = 20.0 + 5.0 * normal(random);
            post[k] = pre[k] - 3.2 + 4.0 * normal(random);  // dz = -0.8
        }
        dz.add(paired_effect(pre, post, {0.95, 0}).dz.ci.contains(-0.8));
    }
    CHECK(std::abs(dz.value() - 0.95) < error(0.95));
}

TEST_CASE("calibration: McNemar's mid-p and the score intervals of paired shares") {
    // b, c, both, neither with probabilities 0.15, 0.15, 0.4, 0.3: no difference.
    Share exact, mid, tango, newcombe, agresti, bonett, wald;
    for (std::uint64_t i = 0; i < trials; ++i) {
        detail::Philox random(557, 1, i);
        PairedCounts counts;
        for (int k = 0; k < 60; ++k) {
            const double u = random.uniform();
            ++(u < 0.15   ? counts.first
               : u < 0.30 ? counts.second
               : u < 0.70 ? counts.both
                          : counts.neither);
        }
        const McNemar test = mcnemar(counts);
        exact.add(test.p_exact <= 0.05);
        mid.add(test.p_mid <= 0.05);
        using Method = PairedDifferenceMethod;
        tango.add(paired_risk_difference(counts, {.method = Method::tango}).ci.contains(0.0));
        newcombe.add(
            paired_risk_difference(counts, {.method = Method::newcombe_10}).ci.contains(0.0));
        agresti.add(
            paired_risk_difference(counts, {.method = Method::agresti_min}).ci.contains(0.0));
        bonett.add(
            paired_risk_difference(counts, {.method = Method::bonett_price}).ci.contains(0.0));
        wald.add(paired_risk_difference(counts, {.method = Method::wald}).ci.contains(0.0));
    }
    CHECK(exact.value() < 0.05);
    CHECK(mid.value() < 0.05 + error(0.05));
    CHECK(mid.value() > exact.value());
    CHECK(std::abs(tango.value() - 0.95) < error(0.95) + 0.01);
    CHECK(std::abs(newcombe.value() - 0.95) < error(0.95) + 0.015);
    CHECK(std::abs(agresti.value() - 0.95) < error(0.95) + 0.01);
    CHECK(std::abs(bonett.value() - 0.95) < error(0.95) + 0.015);
    CHECK(wald.value() <= agresti.value());
}

TEST_CASE("calibration: heavy ties, superiority with ties, and random flips") {
    Share tied, superiority, flips;
    for (std::uint64_t i = 0; i < trials; ++i) {
        detail::Philox random(558, 1, i);
        std::vector<double> steps(14);  // -2 .. 2, each as likely: zeros and ties everywhere
        for (double& value : steps) value = static_cast<double>(random.below(5)) - 2.0;
        tied.add(hodges_lehmann_paired_tied(steps).ci.contains(0.0));
        std::vector<double> d(40);  // improved 0.5, unchanged 0.2, worsened 0.3
        for (double& value : d) {
            const double u = random.uniform();
            value = u < 0.5 ? -1.0 : u < 0.7 ? 0.0 : 1.0;
        }
        superiority.add(paired_superiority(d, Direction::higher_is_worse).ci.contains(0.6));
        flips.add(sign_flip_monte_carlo(trial(90'000 + i, 16, 0.0), {199, i}).p_two_sided <= 0.05);
    }
    CHECK(tied.value() > 0.95 - error(0.95));
    // Half ties spread less than a binomial of the same mean: Wilson's interval is a little wide.
    CHECK(superiority.value() > 0.95 - error(0.95));
    CHECK(superiority.value() < 0.99);
    CHECK(std::abs(flips.value() - 0.05) < error(0.05));
}

TEST_CASE("calibration: bootstrapped effects and medians come near their level") {
    Share d_av, d_rm, glass, median;
    constexpr int some = trials / 2;
    for (std::uint64_t i = 0; i < some; ++i) {
        detail::Philox random(559, 1, i);
        std::vector<double> pre(30);
        std::vector<double> post(30);
        for (std::size_t k = 0; k < pre.size(); ++k) {
            pre[k] = 20.0 + 5.0 * normal(random);
            post[k] = 12.0 + 0.6 * (pre[k] - 20.0) + 4.0 * normal(random);  // both SD 5, r = 0.6
        }
        const PairedEffect found = paired_effect(pre, post, {0.95, 499, i});
        d_av.add(found.d_av.ci.contains(-1.6));
        d_rm.add(found.d_rm.ci.contains(-1.6));
        glass.add(found.glass.ci.contains(-1.6));
        median.add(
            bootstrap_median(trial(70'000 + i, 31, -4.0), {999, i}).percentile.contains(-4.0));
    }
    // Of `some` trials, 30 pairs each: no exact interval exists, and these fall a little short.
    for (const Share* each : {&d_av, &d_rm, &glass, &median}) {
        const double covered = each->count / static_cast<double>(some);
        INFO(covered);
        CHECK(covered > 0.90);
        CHECK(covered < 0.975);
    }
}
