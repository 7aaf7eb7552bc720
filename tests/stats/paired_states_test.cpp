// SPDX-License-Identifier: BSL-1.0
// Paired methods on whatever may come: no NaN without a state, no invalid limit, no p outside
// 0 to 1, for samples of 0 to 6 values of any size, with ties, zeros, gaps and infinities.
#include <cmath>
#include <cstdint>
#include <iterator>
#include <sstream>
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

/// States in which every number of a method is there.
bool is_usable(State state) { return state == State::ok || state == State::approximate; }

void check_number(State state, double value, const char* what) {
    INFO(what << " " << value << ", state " << static_cast<int>(state));
    if (is_usable(state)) CHECK_FALSE(std::isnan(value));
}
void check_p(State state, double p, const char* what) {
    check_number(state, p, what);
    CHECK((std::isnan(p) || (p >= 0.0 && p <= 1.0)));
}
void check_interval(const Interval& ci, const char* what) {
    INFO(what << " " << ci.lower << " to " << ci.upper << ", state " << static_cast<int>(ci.state));
    if (is_usable(ci.state)) CHECK(ci.lower <= ci.upper);
}

std::vector<double> sample(detail::Philox& random) {
    static const double pool[] = {0.0,   0.0,    1.0,   1.0,    -1.0,     2.0,          0.1,
                                  0.3,   -0.2,   7.3,   1e-12,  3e-200,   -5e-324,      1e16,
                                  1e150, -1e200, 1e308, -1e308, infinity, not_a_number, 1.0 / 3.0};
    const std::uint32_t kinds = 4 + random.below(18);  // small pools tie
    std::vector<double> all(random.below(7));
    for (double& value : all) value = pool[random.below(std::min(kinds, 21u))];
    return all;
}

void check_bootstrap(const Bootstrap& found) {
    check_number(found.state, found.estimate, "bootstrap estimate");
    check_number(found.state, found.se, "bootstrap se");
    check_interval(found.percentile, "percentile");
    check_interval(found.basic, "basic");
    check_interval(found.normal, "normal");
    check_interval(found.bca, "BCa");
    check_interval(found.studentized, "bootstrap-t");
}

void check_effect(const Estimate& found) {
    check_number(found.state, found.estimate, "effect");
    check_interval(found.ci, "effect's interval");
}

void check_all(const std::vector<double>& pre, const std::vector<double>& post, double level) {
    const PairedT t = paired_t(pre, post, {level});
    check_number(t.state, t.mean, "mean");
    check_number(t.state, t.t, "t");
    check_p(t.state, t.p_two_sided, "p of t");
    check_interval(t.ci, "t");
    for (const Zeros zeros : {Zeros::pratt, Zeros::wilcoxon}) {
        for (const SignedRank& rank : {signed_rank_exact(pre, post, {.zeros = zeros}),
                                       signed_rank_normal(pre, post, {.zeros = zeros})}) {
            check_number(rank.state, rank.z, "z");
            check_p(rank.state, rank.p_two_sided, "p of the signed rank");
            check_p(rank.state, rank.p_less, "its lower p");
            check_p(rank.state, rank.p_greater, "its upper p");
        }
    }
    for (const HodgesLehmannPaired& found :
         {hodges_lehmann_paired(pre, post, {.confidence_level = level}),
          hodges_lehmann_paired_tied(pre, post, {.confidence_level = level})}) {
        check_number(found.state, found.estimate, "Hodges-Lehmann");
        check_interval(found.ci, "Hodges-Lehmann's interval");
    }
    const SignTest sign = sign_test(pre, post, {.confidence_level = level});
    check_number(sign.state, sign.median, "median");
    check_p(sign.state, sign.p_mid, "p of the sign test");
    check_interval(sign.ci, "median's interval");
    for (const SignFlip& flip :
         {sign_flip_exact(pre, post), sign_flip_monte_carlo(pre, post, {49, 1, 0, level})}) {
        check_number(flip.state, flip.mean, "mean of the flips");
        check_p(flip.state, flip.p_two_sided, "p of the flips");
        check_interval(flip.p_interval, "interval of that p");
    }
    for (const Yuen& yuen : {yuen_means(pre, post, {0.2, level}),
                             yuen_differences(pre, post, {0.2, level, Winsorising::quantiles})}) {
        check_number(yuen.state, yuen.t, "Yuen's t");
        check_p(yuen.state, yuen.p_two_sided, "Yuen's p");
        check_interval(yuen.ci, "Yuen's interval");
    }
    BootstrapOptions options{49, 1, 0, level};
    options.studentized = true;
    check_bootstrap(bootstrap_mean(pre, post, options));
    check_bootstrap(bootstrap_median(pre, post, options));
    const PairedEffect effect = paired_effect(pre, post, {level, 49});
    for (const Estimate* each : {&effect.dz, &effect.gz, &effect.d_av, &effect.d_av_rms,
                                 &effect.d_rm, &effect.glass, &effect.becker}) {
        check_effect(*each);
    }
    check_effect(guyatt_responsiveness(pre, post, {level, 49}));
    const PairedSuperiority better =
        paired_superiority(pre, post, Direction::higher_is_worse, {.confidence_level = level});
    check_number(better.state, better.p_improved, "superiority");
    check_interval(better.ci, "superiority's interval");
}

std::string text(const std::vector<double>& values) {
    std::ostringstream out;
    for (const double value : values) out << value << ' ';
    return out.str();
}

}  // namespace

TEST_CASE("paired methods: whatever comes, a NaN has a state") {
    const double levels[] = {0.95, 0.95, 0.5, 0.999, 1e-9, 1.0 - 1e-15, 0.0, 1.0, not_a_number};
    for (std::uint64_t i = 0; i < 3000; ++i) {
        detail::Philox random(41, 0, i);
        const auto pre = sample(random);
        const auto post = sample(random);
        const double level = levels[random.below(static_cast<std::uint32_t>(std::size(levels)))];
        INFO("pre " << text(pre) << ", post " << text(post) << ", level " << level);
        check_all(pre, post, level);
    }
}

TEST_CASE("paired counts: whatever comes, a NaN has a state") {
    for (std::uint64_t i = 0; i < 3000; ++i) {
        detail::Philox random(42, 0, i);
        const auto count = [&] {
            const std::int64_t sizes[] = {0, 0, 0, 1, 2, 5, 40, 1000, 1'000'000'000};
            return sizes[random.below(9)];
        };
        const PairedCounts counts{count(), count(), count(), count()};
        const double level = random.below(2) == 0 ? 0.95 : 0.5;
        INFO(counts.both << " " << counts.first << " " << counts.second << " " << counts.neither);
        const McNemar test = mcnemar(counts, {.confidence_level = level});
        check_p(test.state, test.p_exact, "exact");
        check_p(test.state, test.p_mid, "mid");
        check_p(test.state, test.p_edwards, "Edwards");
        check_interval(test.odds_ratio_ci, "odds ratio");
        for (const auto method :
             {PairedDifferenceMethod::newcombe_10, PairedDifferenceMethod::tango,
              PairedDifferenceMethod::wald, PairedDifferenceMethod::agresti_min,
              PairedDifferenceMethod::bonett_price}) {
            const PairedRiskDifference found =
                paired_risk_difference(counts, {.method = method, .confidence_level = level});
            check_number(found.state, found.estimate, "difference");
            check_interval(found.ci, "difference's interval");
            // The adjusted forms are centred nearer to 0 and may leave the estimate out.
            if (found.ci.state != State::ok || method == PairedDifferenceMethod::agresti_min ||
                method == PairedDifferenceMethod::bonett_price) {
                continue;
            }
            CHECK(found.ci.lower <= found.estimate + 1e-12);
            CHECK(found.ci.upper >= found.estimate - 1e-12);
        }
    }
}
