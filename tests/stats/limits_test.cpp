// SPDX-License-Identifier: BSL-1.0
// Where inputs end for which there is an answer: at each limit there is one, just beyond it there
// is a state instead, or NaN.
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "eczscore/stats/beta_binomial.hpp"
#include "eczscore/stats/dunnett.hpp"
#include "eczscore/stats/historical_placebo.hpp"
#include "eczscore/stats/hodges_lehmann_paired.hpp"
#include "eczscore/stats/map_mixture.hpp"
#include "eczscore/stats/map_prior.hpp"
#include "eczscore/stats/measurement_error.hpp"
#include "eczscore/stats/nnt.hpp"
#include "eczscore/stats/one_proportion.hpp"
#include "eczscore/stats/paired_effect.hpp"
#include "eczscore/stats/paired_superiority.hpp"
#include "eczscore/stats/power_dunnett.hpp"
#include "eczscore/stats/rate_glmm.hpp"
#include "eczscore/stats/reliable_change_course.hpp"
#include "eczscore/stats/sign_test.hpp"
#include "eczscore/stats/signed_rank.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;

namespace {

constexpr std::uint64_t most_patients = std::uint64_t{1} << 31;
constexpr std::int64_t most_steps = std::int64_t{1} << 40;
constexpr std::size_t most_counted = std::size_t{1} << 53;
constexpr double infinite = std::numeric_limits<double>::infinity();

DifferenceCounts counted(const std::vector<std::uint64_t>& counts, std::int64_t lowest = 1,
                         std::int32_t per_unit = 1) {
    return {.counts = counts, .lowest = lowest, .per_unit = per_unit};
}

}  // namespace

TEST_CASE("limits: differences by counts are at most 2^31 patients and steps below 2^40") {
    const std::vector<std::uint64_t> one{1};
    CHECK(counted(one, 1 - most_steps).is_valid());
    CHECK(counted(one, most_steps - 1).is_valid());
    CHECK_FALSE(counted(one, -most_steps).is_valid());
    CHECK_FALSE(counted(one, most_steps).is_valid());
    CHECK_FALSE(counted(one, 1, 0).is_valid());
    CHECK(counted({most_patients}).is_valid());
    CHECK(counted({most_patients - 1, 0, 1}).is_valid());
    CHECK_FALSE(counted({most_patients + 1}).is_valid());
    CHECK_FALSE(counted({most_patients, 1}).is_valid());
    CHECK_FALSE(counted({1, std::numeric_limits<std::uint64_t>::max()}).is_valid());
}

TEST_CASE("limits: rank methods of counts answer up to 2^31 patients, and no further") {
    const SignedRank all = signed_rank_normal(counted({most_patients}));
    CHECK(all.state == State::ok);
    CHECK(all.nonzero == most_patients);
    CHECK(all.smallest_p == 0.0);  // of 2^31 signs
    CHECK(all.p_greater == 0.0);
    CHECK(all.p_less == 1.0);
    const auto shift = hodges_lehmann_paired(counted({most_patients / 2, 0, most_patients / 2}));
    CHECK(shift.estimate == 2.0);
    CHECK(shift.state == State::ok);
    for (const auto& counts : {std::vector<std::uint64_t>{most_patients, 1},
                               std::vector<std::uint64_t>{most_patients + 1}}) {
        const SignedRank none = signed_rank_normal(counted(counts));
        CHECK(none.state == State::invalid_argument);
        CHECK(std::isnan(none.p_two_sided));
        const auto no_shift = hodges_lehmann_paired(counted(counts), {.confidence_level = 0.9});
        CHECK(no_shift.state == State::invalid_argument);
        CHECK(no_shift.ci.state == State::invalid_argument);
        CHECK(no_shift.ci.confidence_level == 0.9);
        CHECK(std::isnan(no_shift.estimate));
    }
}

TEST_CASE("limits: the order of a Walsh average is found for any number of patients") {
    for (const std::size_t n : {std::size_t{501}, std::size_t{1000}, std::size_t{5000},
                                std::size_t{1} << 20, std::size_t{1} << 25}) {
        for (const double tail : {1e-7, 0.005, 0.025, 0.25, 0.49}) {
            CAPTURE(n);
            CAPTURE(tail);
            const auto [k, below] = detail::signed_rank_quantile(tail, n);
            const auto at_most = [&](std::uint64_t v) {
                return detail::signed_rank_edgeworth(static_cast<double>(v),
                                                     static_cast<double>(n));
            };
            const double enough = tail - 10.0 * std::numeric_limits<double>::epsilon();
            CHECK(at_most(k) >= enough);
            CHECK(at_most(k - 1) < enough);
            CHECK(below == at_most(k - 1));
        }
    }
}

TEST_CASE("limits: counts of improved and worsened patients are at most 2^53 each") {
    const PairedSuperiority most = paired_superiority(most_counted, 0, most_counted);
    CHECK(most.state == State::ok);
    CHECK(most.p_improved == 0.5);
    const std::size_t more = most_counted + 1;
    for (const PairedSuperiority& none :
         {paired_superiority(more, 0, 0), paired_superiority(0, more, 0),
          paired_superiority(0, 0, more)}) {
        CHECK(none.state == State::invalid_argument);
        CHECK(none.ci.state == State::invalid_argument);
        CHECK(none.n == 0);
        CHECK(std::isnan(none.p_improved));
    }
    CHECK(sign_test(most_counted, most_counted, 0).state == State::ok);
    for (const SignTest& none :
         {sign_test(more, 0, 0), sign_test(0, more, 0), sign_test(0, 0, more)}) {
        CHECK(none.state == State::invalid_argument);
        CHECK(std::isnan(none.p_two_sided));
    }
}

TEST_CASE("limits: an exact p below the doubles is at the boundary, of a binomial too") {
    using enum Alternative;
    CHECK(exact_binomial_test({1000, 1000}, 0.5).state == State::ok);
    CHECK(exact_binomial_test({1000, 1000}, 0.5).p > 0.0);
    for (const std::int64_t n : {1030, 5000}) {  // 2^-1029 has not all its digits, 2^-4999 none
        CHECK(exact_binomial_test({n, n}, 0.5).state == State::boundary);
        CHECK(exact_binomial_test({n, n}, 0.5, {.alternative = greater}).state == State::boundary);
        CHECK(exact_binomial_test({n, n}, 0.5, {.alternative = less}).state == State::ok);
        CHECK(exact_binomial_test({n, n}, 0.5, {.alternative = less}).p == 1.0);
        CHECK(exact_binomial_test({0, n}, 0.5, {.alternative = less}).state == State::boundary);
        CHECK(exact_binomial_test({n, n}, 0.5,
                                  {.alternative = two_sided, .rule = ExactRule::minimum_likelihood})
                  .state == State::boundary);
    }
    // Of a share of 0 or 1 anything else is impossible: that p is 0, and exactly.
    CHECK(exact_binomial_test({1, 5}, 0.0).state == State::ok);
    CHECK(exact_binomial_test({4, 5}, 1.0).state == State::ok);
    CHECK(exact_binomial_test({1, 5}, 0.0).p == 0.0);
}

TEST_CASE("limits: the density of a binomial with a tiny share is a number") {
    using detail::binomial_pmf;
    for (const double p : {1e-289, 1e-291, 1e-300, 5e-324}) {
        CAPTURE(p);
        CHECK(binomial_pmf(0, 10, p) == 1.0);
        CHECK_CLOSE(binomial_pmf(1, 10, p), 10.0 * p, 1e-12);
        CHECK(binomial_pmf(2, 10, p) == 0.0);
    }
}

TEST_CASE("limits: Dunnett's comparisons correlate by at most 0.9999, of at least 1 df") {
    CHECK(dunnett_critical(2, 1.0) > 12.7);  // that of one comparison alone
    CHECK(std::isnan(dunnett_critical(2, std::nextafter(1.0, 0.0))));
    CHECK(std::isfinite(dunnett_critical(2, 20.0, {.rho = 0.9999})));
    CHECK(std::isnan(dunnett_critical(2, 20.0, {.rho = std::nextafter(0.9999, 1.0)})));
    CHECK(std::isnan(dunnett_critical(2, 20.0, {.rho = std::nan("")})));
    CHECK(std::isfinite(dunnett_critical(1000, 20.0)));
    CHECK(std::isnan(dunnett_critical(1001, 20.0)));
    const GroupSummary control{.n = 2, .mean = 0.0, .sd = 1.0};
    const auto state_of = [&](std::size_t n) {
        const GroupSummary groups[] = {{.n = n, .mean = 0.1, .sd = 1.0},
                                       {.n = 20, .mean = 0.1, .sd = 1.0}};
        return dunnett(control, groups).state;
    };
    CHECK(state_of(19'000) == State::ok);  // lambda^2 is 0.99989
    CHECK(state_of(21'000) == State::not_converged);
    const std::vector<double> effects{0.5, 0.5};
    const DunnettDesign design{.effects = effects};
    CHECK(power_dunnett(design, 19'000, 2).state == State::ok);
    const DunnettPower none = power_dunnett(design, 21'000, 2);
    CHECK(none.state == State::not_converged);
    CHECK(std::isnan(none.any));
    CHECK(none.each.empty());
}

TEST_CASE("limits: a prior of past trials has a scale between 1e-6 and 1e6") {
    CHECK(MapModel{}.is_proper());
    for (const double most : {1e6, -1e6}) {
        CHECK(MapModel{.mu_mean = most}.is_proper());
        CHECK_FALSE(MapModel{.mu_mean = std::nextafter(most, 2.0 * most)}.is_proper());
    }
    CHECK_FALSE(MapModel{.mu_mean = std::nan("")}.is_proper());
    for (const double scale : {1e-6, 1e6}) {
        CHECK(MapModel{.mu_sd = scale}.is_proper());
        CHECK(MapModel{.tau_scale = scale}.is_proper());
        const double beyond = std::nextafter(scale, scale < 1.0 ? 0.0 : infinite);
        CHECK_FALSE(MapModel{.mu_sd = beyond}.is_proper());
        CHECK_FALSE(MapModel{.tau_scale = beyond}.is_proper());
    }
    CHECK_FALSE(MapModel{.mu_sd = std::nan("")}.is_proper());
    CHECK_FALSE(MapModel{.tau_scale = 0.0}.is_proper());
}

TEST_CASE("limits: past trials have at most 2^53 patients together") {
    constexpr std::int64_t most = std::int64_t{1} << 53;
    const auto state_of = [](std::vector<ArmCount> arms) { return map_prior(arms).state; };
    CHECK(state_of({{5, 10}, {6, 12}}) == State::ok);
    CHECK(state_of({{1, most}, {1, 1}}) == State::invalid_argument);
    CHECK(state_of({{1, std::numeric_limits<std::int64_t>::max()}}) == State::invalid_argument);
    const std::int64_t largest = 1'000'000'000;
    const auto glmm = [](std::vector<ArmCount> arms) { return rate_glmm(arms).state; };
    CHECK(glmm({{3, 10}, {5, 12}, {largest / 2, largest}}) != State::out_of_range);
    CHECK(glmm({{3, 10}, {5, 12}, {largest / 2, largest + 1}}) == State::out_of_range);
    const PlaceboArm arm{.trial = "one", .responders = 3, .n = 20};
    const auto compared = [&](std::int64_t n) {
        return compare_with_placebo({.responders = 1, .n = n}, {&arm, 1}).state;
    };
    CHECK(compared(10) == State::ok);
    CHECK(compared(largest) != State::out_of_range);
    CHECK(compared(largest + 1) == State::out_of_range);
}

TEST_CASE("limits: a mixture is fitted to nodes that have a place, a weight and a width") {
    const MapNode good{.mu = -1.0, .tau = 0.5, .weight = 1.0, .smooth = 0.5};
    const auto state_of = [](MapNode node) { return map_mixture({&node, 1}).state; };
    CHECK(state_of(good) == State::ok);
    const auto changed = [&](double MapNode::* field, double value) {
        MapNode node = good;
        node.*field = value;
        return state_of(node);
    };
    using Node = MapNode;
    for (const double wrong : {1.1e9, -1.1e9, std::nan(""), infinite}) {
        CHECK(changed(&Node::mu, wrong) == State::invalid_argument);
    }
    for (const double wrong : {-1.0, 1.1e9, std::nan("")}) {
        CHECK(changed(&Node::tau, wrong) == State::invalid_argument);
    }
    for (const double wrong : {-0.1, 1.1, std::nan("")}) {
        CHECK(changed(&Node::weight, wrong) == State::invalid_argument);
    }
    for (const double wrong : {0.0, 0.9e-9, -1.0, std::nan("")}) {
        CHECK(changed(&Node::smooth, wrong) == State::invalid_argument);
    }
    // All the weight where the rate is 1 to the last digit: no spread that a mixture could have.
    CHECK(changed(&Node::mu, 1e9) == State::out_of_range);
}

TEST_CASE("limits: intervals without limits are never ok") {
    CHECK(beta_binomial(3, 10).state == State::ok);
    const BetaBinomialResult huge = beta_binomial(3, 10, {.prior = {1e300, 1e300}});
    CHECK(huge.state == huge.ci.state);
    CHECK((huge.state == State::ok) == std::isfinite(huge.ci.lower));
    const BetaBinomialResult none =
        beta_binomial(3, 10, {.prior = {1e308, 1e308}});  // a + b is infinite
    CHECK(none.state == State::not_converged);
    CHECK(none.ci.state == State::not_converged);
    CHECK(detail::sd_interval(1.0, 1.0, 0.95).state == State::ok);
    CHECK(detail::sd_interval(1.0, 0.001, 0.95).state == State::not_converged);
}

TEST_CASE("limits: a number needed to treat of a difference that may be 0 has no upper limit") {
    const auto needed = [](double lower, double upper) {
        Estimate difference;
        difference.estimate = 0.5;
        difference.ci.lower = lower;
        difference.ci.upper = upper;
        difference.state = difference.ci.state = State::ok;
        return number_needed(difference);
    };
    CHECK(needed(0.25, 0.5).ci.upper == 4.0);
    CHECK(needed(0.5, 0.0).ci.upper == infinite);  // limits that were handed over crossed
    CHECK(needed(0.5, 0.0).ci.lower == 2.0);
    CHECK(needed(5e-324, 0.5).ci.upper == infinite);
}

TEST_CASE("limits: of one pair there is no spread") {
    detail::PairSums sums;
    sums.add(1.0, 2.0);
    CHECK(sums.spread(0.0).n == 1.0);
    CHECK(std::isnan(sums.spread(0.0).var_pre));
    CHECK(std::isnan(sums.spread(0.0).change));
    sums.add(3.0, 2.5);
    CHECK(sums.spread(0.0).var_pre == 2.0);
    CHECK(sums.spread(0.0).change == 0.25);
}

TEST_CASE("limits: a slope whose error is no number is not judged") {
    const double times[] = {0.0, 1.0, 2.0};
    const double scores[] = {10.0, 8.0, 7.0};
    LinearCourse course{.intercept = 10.0,
                        .slope = -1.0,
                        .variance_intercept = 4.0,
                        .covariance = 0.0,
                        .variance_slope = 1.0,
                        .variance_error = 1.0};
    CHECK(reliable_slope(times, scores, course).state == State::ok);
    course.variance_error = 1e-320;
    const ReliableSlope none = reliable_slope(times, scores, course);
    CHECK(none.state == State::out_of_range);
    CHECK(none.ci.state == State::out_of_range);
    CHECK(std::isnan(none.index));
}

TEST_CASE(
    "limits: a responsiveness with a stable group that one patient alone spreads has states") {
    const std::vector<double> changes{-8.0, -6.0, -5.0, -7.0, -9.0, -4.0};
    const std::vector<double> stable{0.0, 0.0, 0.0, 1.0};
    const Estimate found = guyatt_responsiveness(changes, stable);
    CHECK(std::isfinite(found.estimate));
    CHECK_FALSE(std::isinf(found.ci.lower));
    CHECK_FALSE(std::isinf(found.ci.upper));
}
