// SPDX-License-Identifier: BSL-1.0
// Paired methods: neither the order of the patients nor the number of threads changes a bit, on a
// lattice of scores and off it.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
#include <vector>

#include <eczscore/stats/bootstrap.hpp>
#include <eczscore/stats/hodges_lehmann_paired.hpp>
#include <eczscore/stats/paired_effect.hpp>
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

struct Group {
    std::vector<double> pre;
    std::vector<double> post;
};

/// Scores in tenths, or continuous values of which the large ones cancel, so that even compensated
/// sums depend on the order in which they are taken.
Group group(std::size_t n, bool on_lattice) {
    Group all;
    std::mt19937_64 random(17);
    for (std::size_t i = 0; i < n; ++i) {
        const double before = static_cast<double>(random() % 720) / 10.0;
        const double after = static_cast<double>(random() % 400) / 10.0;
        const double size = on_lattice ? 1.0 : std::exp2(static_cast<double>(random() % 90)) / 3.0;
        if (on_lattice || i + 1 == n) {
            all.pre.push_back(before);
            all.post.push_back(on_lattice ? after : after / 3.0);
        } else if (i % 2 == 0) {
            all.pre.push_back(before * size);
            all.post.push_back(after * size);
        } else {
            all.pre.push_back(all.post[i - 1]);
            all.post.push_back(all.pre[i - 1]);
        }
    }
    return all;
}

using Bits = std::vector<std::uint64_t>;
template <class... Numbers>
void put(Bits& bits, Numbers... numbers) {
    (bits.push_back(std::bit_cast<std::uint64_t>(static_cast<double>(numbers))), ...);
}
void put(Bits& bits, const Interval& ci) { put(bits, ci.lower, ci.upper, ci.attained); }
void put(Bits& bits, const Bootstrap& of) {
    put(bits, of.estimate, of.bias, of.se, of.z0, of.acceleration);
    for (const Interval* ci : {&of.percentile, &of.basic, &of.normal, &of.bca, &of.studentized}) {
        put(bits, *ci);
    }
}
void put(Bits& bits, const PairedEffect& of) {
    put(bits, of.r, of.j);
    for (const Estimate* each :
         {&of.dz, &of.gz, &of.d_av, &of.d_av_rms, &of.d_rm, &of.glass, &of.becker}) {
        put(bits, each->estimate, each->se);
        put(bits, each->ci);
    }
}
void put(Bits& bits, const SignFlip& of) {
    put(bits, of.sum, of.mean, of.p_two_sided, of.p_less, of.p_greater);
    put(bits, of.p_interval);
}
void put(Bits& bits, const Yuen& of) {
    put(bits, of.estimate, of.se, of.t, of.p_two_sided, of.p_less);
    put(bits, of.ci);
}

double spread_over_middle(std::span<const double> x) {
    return std::accumulate(x.begin(), x.end(), 0.0) / (1.0 + std::abs(x[x.size() / 2]));
}

/// All numbers of the methods that draw nothing.
Bits fixed_results(const Group& of) {
    Bits bits;
    const PairedT t = paired_t(of.pre, of.post);
    put(bits, t.mean, t.sd, t.se, t.t, t.p_two_sided, t.p_less, t.p_greater);
    put(bits, t.ci);
    put(bits, yuen_means(of.pre, of.post));
    put(bits, yuen_means(of.pre, of.post, {0.2, 0.95, Winsorising::quantiles}));
    put(bits, yuen_differences(of.pre, of.post));
    const SignedRank rank = signed_rank_exact(of.pre, of.post);
    put(bits, rank.w_plus, rank.z, rank.p_two_sided, rank.p_less, rank.p_greater, rank.tie_sum);
    put(bits, signed_rank_normal(of.pre, of.post).p_two_sided);
    const SignTest sign = sign_test(of.pre, of.post);
    put(bits, sign.p_mid, sign.median);
    put(bits, sign.ci);
    for (const auto& found :
         {hodges_lehmann_paired(of.pre, of.post), hodges_lehmann_paired_tied(of.pre, of.post)}) {
        put(bits, found.estimate);
        put(bits, found.ci);
    }
    const PairedSuperiority better =
        paired_superiority(of.pre, of.post, Direction::higher_is_worse);
    put(bits, better.p_improved, better.common_language);
    return bits;
}

/// All numbers of the methods that draw.
Bits drawn_results(const Group& of, unsigned threads) {
    Bits bits;
    std::vector<double> d(of.pre.size());
    for (std::size_t i = 0; i < d.size(); ++i) d[i] = of.post[i] - of.pre[i];
    BootstrapOptions options{997, 3, 1};
    options.studentized = true;
    options.threads = threads;
    put(bits, bootstrap_mean(of.pre, of.post, options));
    put(bits, bootstrap_median(of.pre, of.post, options));
    put(bits, bootstrap_statistic(d, spread_over_middle, options));
    put(bits, paired_effect(of.pre, of.post, {0.95, 499, 3, 1, threads}));
    const Estimate guyatt =
        guyatt_responsiveness(of.post, std::span(of.pre).first(9), {0.95, 499, 3, 1, threads});
    put(bits, guyatt.estimate, guyatt.se);
    put(bits, guyatt.ci);
    put(bits, sign_flip_monte_carlo(of.pre, of.post, {997, 3, 1, 0.99, threads}));
    for (double& value : d) value += 14.0;  // near the middle every flip counts
    put(bits, sign_flip_monte_carlo(d, {997, 3, 1, 0.99, threads}));
    return bits;
}

Group shuffled(Group of, std::mt19937_64& random) {
    for (std::size_t i = of.pre.size(); i > 1; --i) {
        const std::size_t k = random() % i;
        std::swap(of.pre[i - 1], of.pre[k]);
        std::swap(of.post[i - 1], of.post[k]);
    }
    return of;
}

}  // namespace

TEST_CASE("paired methods: the order of the patients changes no bit") {
    std::mt19937_64 random(23);
    for (const bool on_lattice : {true, false}) {
        const Group once = group(25, on_lattice);
        const Bits fixed = fixed_results(once);
        const Bits drawn = drawn_results(once, 1);
        for (int trial = 0; trial < 20; ++trial) {
            INFO((on_lattice ? "scores, trial " : "continuous, trial ") << trial);
            Group again = shuffled(once, random);
            CHECK(fixed_results(again) == fixed);
            // Guyatt's stable patients are the first nine: the same ones, in another order.
            if (trial >= 3) continue;
            again = once;
            std::reverse(again.pre.begin(), again.pre.begin() + 9);
            std::reverse(again.post.begin(), again.post.begin() + 9);
            CHECK(drawn_results(again, 1) == drawn);
        }
    }
}

TEST_CASE("methods that draw: any number of threads gives the same bits", "[threads]") {
    for (const bool on_lattice : {true, false}) {
        const Group once = group(25, on_lattice);
        const Bits alone = drawn_results(once, 1);
        for (const unsigned threads : {0u, 2u, 3u, 7u, 16u}) {
            INFO(threads << " threads");
            CHECK(drawn_results(once, threads) == alone);
        }
    }
}

TEST_CASE("shares of a run cover it once, whatever the number of threads", "[threads]") {
    for (const std::size_t count : {0u, 1u, 2u, 5u, 64u, 1000u}) {
        for (const unsigned threads : {0u, 1u, 2u, 3u, 8u, 30u}) {
            std::vector<int> seen(count, 0);
            detail::in_shares(count, threads, [&](std::size_t first, std::size_t end) {
                for (std::size_t i = first; i < end; ++i) ++seen[i];
            });
            CHECK(std::count(seen.begin(), seen.end(), 1) == static_cast<std::ptrdiff_t>(count));
        }
    }
}
