// SPDX-License-Identifier: BSL-1.0
// Sizes are the smallest, and power at the ends of what can be asked: levels, effects and numbers.
#include <limits>

#include "eczscore/stats/noninferiority_proportion.hpp"
#include "eczscore/stats/power_ancova.hpp"
#include "eczscore/stats/power_dunnett.hpp"
#include "eczscore/stats/power_fisher.hpp"
#include "eczscore/stats/power_logrank.hpp"
#include "eczscore/stats/power_mann_whitney.hpp"
#include "eczscore/stats/power_margin.hpp"
#include "eczscore/stats/power_mcnemar.hpp"
#include "eczscore/stats/power_negative_binomial.hpp"
#include "eczscore/stats/power_proportion.hpp"
#include "eczscore/stats/power_sign.hpp"
#include "eczscore/stats/power_signed_rank.hpp"
#include "eczscore/stats/power_stratified.hpp"
#include "eczscore/stats/power_t.hpp"
#include "eczscore/stats/power_tost.hpp"
#include "eczscore/stats/power_welch.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {

constexpr double targets[] = {0.01, 0.3, 0.8, 0.9, 0.999};
constexpr double levels[] = {1e-9, 0.001, 0.05, 0.5};

/// That `size` has the power and one patient less per arm has not.
template <class Power>
void check_smallest(const SampleSizeResult& size, double target, const Power& power) {
    REQUIRE(size.state == State::ok);
    CHECK(size.power >= target);
    CHECK(size.total == size.n1 + size.n2);
    const double below = power(size.n1 - 1, size.n2 - 1);
    CHECK((std::isnan(below) || below < target));
    CHECK(size.fractional <= static_cast<double>(size.n1) + 1e-6);
}

}  // namespace

TEST_CASE("the noncentral t far out agrees with 30 digits, where Boost loses them or throws") {
    const auto cases = reference::all("58_far_noncentral_t", "far_");
    REQUIRE(cases.size() >= 30);
    const auto at = [](const Json& json, const char* key) {
        return reference::number(json.at(key));
    };
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        const double t = at(in, "t"), df = at(in, "df"), ncp = at(in, "ncp");
        const double cdf = at(each->at("output"), "cdf"), sf = at(each->at("output"), "sf");
        // chi-square itself has 11 digits at a million degrees of freedom
        const double digits = df > 1e4 ? 1e-10 : 1e-12;
        CHECK_CLOSE(detail::noncentral_t_cdf(t, df, ncp), cdf, digits);
        CHECK_CLOSE(detail::noncentral_t_sf(t, df, ncp), sf, digits);
        CHECK_CLOSE(detail::noncentral_t_cdf(-t, df, -ncp), sf, digits);
        CHECK_CLOSE(detail::noncentral_t_sf(-t, df, -ncp), cdf, digits);
    }
    // Where one way ends and the other begins.
    for (const double df : {1.0, 12.0, 300.0, 1e6}) {
        const double edge = detail::far_noncentrality;
        for (const double t : {0.9 * edge, edge, 1.1 * edge}) {
            CHECK_CLOSE(detail::noncentral_t_cdf(t, df, edge),
                        detail::far_noncentral_t(t, df, edge, false), 1e-11, 1e-15);
        }
    }
    CHECK(detail::noncentral_t_sf(3.0, 8.0, 1e300) == 1.0);
    CHECK(detail::noncentral_t_cdf(infinity, 8.0, 1e4) == 1.0);
    CHECK(std::isnan(detail::noncentral_t_cdf(1.0, -1.0, 1e4)));
}

TEST_CASE("sizes are the smallest whole numbers with the power") {
    for (const double target : targets) {
        for (const double alpha : levels) {
            if (target <= alpha) continue;  // no patient is needed
            INFO("power " << target << " alpha " << alpha);
            for (const double d : {0.03, 0.4, 3.0}) {
                check_smallest(sample_size_paired_t(d, target, {.alpha = alpha}), target,
                               [&](std::int64_t n, std::int64_t) {
                                   return power_paired_t(d, n, {.alpha = alpha}).power;
                               });
                check_smallest(sample_size_two_sample_t(-d, target, {.alpha = alpha}), target,
                               [&](std::int64_t n1, std::int64_t n2) {
                                   return power_two_sample_t(-d, n1, n2, {.alpha = alpha}).power;
                               });
                check_smallest(sample_size_ancova(d, -0.6, target, {.alpha = alpha}), target,
                               [&](std::int64_t n1, std::int64_t n2) {
                                   return power_ancova(d, -0.6, n1, n2, {.alpha = alpha}).power;
                               });
                const MarginDesign margin = non_inferiority(0.0, 1.0, d, {.alpha = alpha});
                check_smallest(sample_size_margin(margin, target), target,
                               [&](std::int64_t n1, std::int64_t n2) {
                                   return power_margin(margin, n1, n2).power;
                               });
            }
            for (const double p : {0.51, 0.7, 0.99}) {
                check_smallest(sample_size_signed_rank(p, target, {.alpha = alpha}), target,
                               [&](std::int64_t n, std::int64_t) {
                                   return power_signed_rank(p, n, {.alpha = alpha}).power;
                               });
            }
            for (const double dz : {0.05, 0.6, 1.5}) {
                const SignedRankDesign changes = normal_changes(dz);
                check_smallest(sample_size_signed_rank(changes, target, {.alpha = alpha}), target,
                               [&](std::int64_t n, std::int64_t) {
                                   return power_signed_rank(changes, n, {.alpha = alpha}).power;
                               });
                const WelchDesign means{dz, 1.0, 0.4, alpha};
                check_smallest(sample_size_welch(means, target), target,
                               [&](std::int64_t n1, std::int64_t n2) {
                                   return power_welch(means, n1, n2).power;
                               });
                const OrdinalDesign grades{{0.5, 0.3, 0.2}, {0.5 - dz / 10, 0.3, 0.2 + dz / 10}};
                check_smallest(
                    sample_size_mann_whitney(grades, target, {.alpha = alpha}), target,
                    [&](std::int64_t n1, std::int64_t n2) {
                        return power_mann_whitney(grades, n1, n2, {.alpha = alpha}).power;
                    });
            }
            for (const double p1 : {0.5, 0.21, 0.99}) {
                const ProportionDesign rates{.p1 = p1, .p2 = 0.2, .alpha = alpha};
                check_smallest(sample_size_proportions(rates, target), target,
                               [&](std::int64_t n1, std::int64_t n2) {
                                   return power_proportions(rates, n1, n2).power;
                               });
                const RateMarginDesign worse{p1, 0.2, 0.1, alpha};
                check_smallest(sample_size_rate_margin(worse, target), target,
                               [&](std::int64_t n1, std::int64_t n2) {
                                   return power_rate_margin(worse, n1, n2).power;
                               });
                const RateDesign flares{.rate_ratio = p1, .dispersion = 0.5, .alpha = alpha};
                check_smallest(sample_size_negative_binomial(flares, target), target,
                               [&](std::int64_t n1, std::int64_t n2) {
                                   return power_negative_binomial(flares, n1, n2).power;
                               });
            }
        }
    }
    for (const double target : {0.3, 0.8, 0.95}) {
        const TostDesign same{.true_difference = 0.3, .lower = -1, .upper = 1, .sd = 2};
        check_smallest(
            sample_size_tost(same, target), target,
            [&](std::int64_t n1, std::int64_t n2) { return power_tost(same, n1, n2).power; });
    }
}

TEST_CASE("arms of unequal size: the power is there, and the ratio kept") {
    for (const double ratio : {0.25, 0.5, 1.7, 2.0, 3.0}) {
        INFO("ratio " << ratio);
        const auto keeps = [&](const SampleSizeResult& size) {
            REQUIRE(size.state == State::ok);
            CHECK(size.power >= 0.9);
            const double found = static_cast<double>(size.n1) / static_cast<double>(size.n2);
            CHECK(std::abs(found / ratio - 1.0) < 0.06);
        };
        keeps(sample_size_two_sample_t(0.5, 0.9, {.alpha = 0.05, .ratio = ratio}));
        keeps(sample_size_ancova(0.5, 0.5, 0.9, {.alpha = 0.05, .ratio = ratio}));
        keeps(sample_size_margin(non_inferiority(0, 8, 3), 0.9, {.ratio = ratio}));
        keeps(sample_size_proportions({.p1 = 0.5, .p2 = 0.3}, 0.9, {.ratio = ratio}));
        keeps(sample_size_rate_margin({0.7, 0.7, 0.1}, 0.9, {.ratio = ratio}));
        keeps(sample_size_negative_binomial({.dispersion = 0.8, .ratio = ratio}, 0.9));
    }
}

TEST_CASE("levels at their ends") {
    CHECK(power_paired_t(1.0, 20, {.alpha = 1e-300}).power > 0.0);
    CHECK(power_paired_t(1.0, 20, {.alpha = 1e-300}).power < 1e-280);
    CHECK(power_paired_t(0.1, 20, {.alpha = 1.0 - 1e-12}).power > 1.0 - 1e-11);
    const SampleSizeResult strict = sample_size_paired_t(0.5, 0.9, {.alpha = 1e-300});
    CHECK(strict.n1 == 6546);
    for (const double alpha : {-0.1, 0.0, 1.0, 2.0, not_a_number}) {
        INFO("alpha " << alpha);
        CHECK(power_paired_t(1.0, 20, {.alpha = alpha}).state == State::invalid_argument);
        CHECK(sample_size_paired_t(1.0, 0.9, {.alpha = alpha}).state == State::invalid_argument);
        CHECK(sample_size_two_sample_t(1.0, 0.9, {.alpha = alpha}).state ==
              State::invalid_argument);
        CHECK(sample_size_proportions({.p1 = 0.5, .p2 = 0.2, .alpha = alpha}, 0.9).state ==
              State::invalid_argument);
        CHECK(sample_size_mcnemar({0.3, 0.1, alpha}, 0.9).state == State::invalid_argument);
        CHECK(logrank_events(0.5, 0.9, {.alpha = alpha}).state == State::invalid_argument);
        CHECK(sample_size_rate_margin({0.5, 0.5, 0.1, alpha}, 0.9).state ==
              State::invalid_argument);
    }
    for (const double power : {-1.0, 0.0, 1.0, 1.5, not_a_number}) {
        INFO("power " << power);
        CHECK(sample_size_two_sample_t(0.5, power).state == State::invalid_argument);
        CHECK(sample_size_mcnemar({0.3, 0.1}, power).state == State::invalid_argument);
        CHECK(logrank_events(0.5, power).state == State::invalid_argument);
        CHECK(sample_size_negative_binomial({}, power).state == State::invalid_argument);
        CHECK(fleiss_size(0.5, 0.2, power).state == State::invalid_argument);
    }
}

TEST_CASE("impossible parameters are said to be such, not searched for") {
    CHECK(sample_size_ancova(0.5, 1.2, 0.9).state == State::invalid_argument);
    CHECK(sample_size_margin({1.0, -2.0, 0.0}, 0.9).state == State::invalid_argument);
    CHECK(sample_size_tost({.sd = -1.0}, 0.9).state == State::invalid_argument);
    CHECK(sample_size_paired_t(not_a_number, 0.9).state == State::invalid_argument);
    CHECK(sample_size_two_sample_t(0.5, 0.9, {.alpha = 0.05, .ratio = infinity}).state ==
          State::invalid_argument);
    CHECK(sample_size_rate_margin({0.5, 0.5, 0.1}, 0.9, {.ratio = infinity}).state ==
          State::invalid_argument);
    CHECK(sample_size_rate_margin_unrestricted({0.5, 0.5, -0.1}, 0.9).state ==
          State::invalid_argument);
    CHECK(power_ancova(0.5, 0.5, 1, 1).state == State::too_few);
    CHECK(power_proportions({}, 0, 5).state == State::too_few);
    CHECK(design_factors(0.5, std::numeric_limits<std::int64_t>::max()).state ==
          State::invalid_argument);
}

TEST_CASE("effects that are huge, and too small for a billion patients") {
    // A noncentrality of 1.6 million: Boost alone would throw.
    CHECK(power_two_sample_t(1e6, 5, 5).power == 1.0);
    CHECK(power_two_sample_t(1.0, 1'000'000'000, 1'000'000'000).power == 1.0);
    CHECK(power_paired_t(1e-4, 1'000'000'000).power == Approx(0.885379).margin(1e-6));
    CHECK(sample_size_two_sample_t(1e6, 0.9).n1 == 2);
    const SampleSizeResult large = sample_size_paired_t(2e-4, 0.9);
    CHECK(large.state == State::ok);
    CHECK(static_cast<double>(large.n1) == Approx(10.507418 / 4e-8).epsilon(1e-5));
    CHECK(sample_size_paired_t(1e-5, 0.9).state == State::not_reached);
    CHECK(sample_size_mcnemar({0.3, 0.3 + 1e-12}, 0.9).state == State::not_reached);
    CHECK(logrank_events(1.0 + 1e-12, 0.9).state == State::not_reached);
    CHECK(sample_size_negative_binomial({.rate_ratio = 1.0 + 1e-12}, 0.9).state ==
          State::not_reached);
    CHECK(sample_size_rate_margin({0.5, 0.6, 0.1 + 1e-12}, 0.9).state == State::not_reached);
    CHECK(sample_size_rate_margin({0.5, 0.6, 0.1 + 1e-12}, 0.9).n1 == 0);
}

TEST_CASE("differences whose squares are below the range of double need too many patients") {
    CHECK(sample_size_mcnemar({1e-200, 0.0}, 0.9).state == State::not_reached);
    CHECK(sample_size_rate_margin({0.0, 0.0, 1e-200}, 0.9).state == State::not_reached);
    CHECK(sample_size_rate_margin({0.0, 0.0, 1e-200}, 0.9).fractional == infinity);
    CHECK(sample_size_sign_normal({.positive = 1e-300, .negative = 1e-300 * (1.0 - 1e-12)}, 0.9)
              .state == State::not_reached);
    CHECK(fleiss_size(1e-200, 0.0, 0.9).n1 == infinity);
    CHECK(sample_size_fisher(5e-324, 0.0, 0.9).state == State::not_reached);
    CHECK(logrank_events(1.0 + 1e-15, 0.9, {.alpha = 0.05, .allocation = 1e-300}).state ==
          State::not_reached);
    const DesignStratum rare[] = {{1.0, 0.5, 1e-200, 0.0}};
    CHECK(sample_size_stratified({.strata = rare}, 0.9).state == State::not_reached);
}

TEST_CASE("a spread of nothing, or of no events, is no division by zero") {
    const DesignStratum certain[] = {{1.0, 0.5, 1.0, 0.0}};
    CHECK(power_stratified({.strata = certain}, 20).noncentrality == infinity);
    CHECK(power_stratified({.strata = certain}, 20).power == 1.0);
    // 1e-200 flares a year for 1e-200 years
    const RateDesign quiet{.rate_control = 1e-200, .rate_ratio = 0.5, .time = 1e-200};
    CHECK(power_negative_binomial(quiet, 50, 50).noncentrality == 0.0);
    CHECK(sample_size_negative_binomial(quiet, 0.9).state == State::not_reached);
    // more flares than a double holds
    const RateDesign busy{
        .rate_control = 1e200, .rate_ratio = 0.5, .dispersion = 0.0, .time = 1e200};
    CHECK(power_negative_binomial(busy, 50, 50).noncentrality == infinity);
    CHECK(power_margin({1.0, 5e-324, 0.0}, 50, 50).noncentrality == infinity);
}

TEST_CASE("controls beyond a billion are not reached, however few patients there are") {
    const double effects[] = {0.8, 0.9};
    const DunnettDesign design{.effects = effects};
    for (const double ratio : {1e9, 2e200}) {
        const SampleSizeResult size =
            sample_size_dunnett(design, 0.9, {.aim = DunnettAim::any, .control_ratio = ratio});
        CHECK(size.state == State::not_reached);
        CHECK(size.n1 == 0);
    }
    CHECK(sample_size_dunnett(design, 0.9, {.aim = DunnettAim::any, .control_ratio = 2.0}).state ==
          State::ok);
}

TEST_CASE("less power than no patient at all would give asks for one, not for many") {
    // (z + z_power)^2 grows again where z_power is below -z: 25 pairs for a power of 0.0001.
    CHECK(sample_size_mcnemar({0.3, 0.1}, 1e-4).n1 == 1);
    CHECK(logrank_events(0.5, 1e-4).events == 0.0);
    CHECK(logrank_events(0.5, 1e-4).n == 1);
    CHECK(sample_size_negative_binomial({.rate_ratio = 0.9}, 1e-4).n1 == 1);
    CHECK(sample_size_rate_margin({0.7, 0.7, 0.01}, 1e-4).n1 == 1);
    CHECK(fleiss_size(0.5, 0.4, 1e-4).n1 == 0.0);
    CHECK(fleiss_size(0.5, 0.4, 1e-4).n1_corrected == Approx(10.0));  // (1 + ratio) / (2 x 0.1)
    // McNemar's size has the power of its own approximation.
    const SampleSizeResult pairs = sample_size_mcnemar({0.3, 0.1}, 0.9);
    CHECK(pairs.power >= 0.9);
    CHECK(pairs.power < 0.905);
}

TEST_CASE("a continuity correction holds in both directions") {
    // One patient per arm cannot show anything; a corrected other tail that is added instead of
    // taken off would have a power near 1.
    const ProportionDesign design{.p1 = 0.01, .p2 = 0.02, .continuity = true, .both_tails = true};
    CHECK(power_proportions(design, 1, 1).power < 1e-6);
    CHECK(power_proportions(design, 3, 3).power < 1e-6);
    ProportionDesign one_tail = design;
    one_tail.both_tails = false;
    for (const std::int64_t n : {1, 10, 100, 1000}) {
        CHECK(power_proportions(design, n, n).power >= power_proportions(one_tail, n, n).power);
        CHECK(power_proportions(design, n, n).power <
              power_proportions(one_tail, n, n).power + 0.025);
    }
}
