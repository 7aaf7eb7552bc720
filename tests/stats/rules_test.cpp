// SPDX-License-Identifier: BSL-1.0
// Rules that hold for every function: no NaN without a state, missing values counted, a method
// named, the same multiset the same bits, and an interval that agrees with its test.
// Covers: stats/types/estimate.hpp, stats/types/state.hpp
#include "catch_compat.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "eczscore/stats/bland_altman.hpp"
#include "eczscore/stats/bootstrap.hpp"
#include "eczscore/stats/brunner_munzel.hpp"
#include "eczscore/stats/concordance.hpp"
#include "eczscore/stats/detail/philox.hpp"
#include "eczscore/stats/hodges_lehmann_paired.hpp"
#include "eczscore/stats/hodges_lehmann_shift.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "eczscore/stats/odds_ratio.hpp"
#include "eczscore/stats/one_proportion.hpp"
#include "eczscore/stats/paired_effect.hpp"
#include "eczscore/stats/paired_superiority.hpp"
#include "eczscore/stats/paired_t.hpp"
#include "eczscore/stats/percent_change.hpp"
#include "eczscore/stats/risk_difference.hpp"
#include "eczscore/stats/risk_ratio.hpp"
#include "eczscore/stats/sign_flip.hpp"
#include "eczscore/stats/sign_test.hpp"
#include "eczscore/stats/signed_rank.hpp"
#include "eczscore/stats/student.hpp"
#include "eczscore/stats/test_retest_sem.hpp"
#include "eczscore/stats/tost.hpp"
#include "eczscore/stats/two_sample_effect.hpp"
#include "eczscore/stats/welch.hpp"
#include "eczscore/stats/yuen.hpp"

using namespace eczscore::stats;
using eczscore::Direction;
using eczscore::Text;

namespace {

using Values = std::vector<double>;

/// What one method says: numbers that it always has, and what stands beside them.
struct Said {
    std::string name;
    Values numbers;
    State state = State::ok;
    std::size_t n = 0;
    std::size_t missing = 0;
    std::string method;
};

Said said(const char* name, Values numbers, State state, std::size_t n, std::size_t missing,
          Text method) {
    return {name, std::move(numbers), state, n, missing, std::string(method)};
}

/// An estimate with its interval; the interval's state counts where the estimate's own is ok.
Said said(const char* name, double estimate, const Interval& ci, State state, std::size_t n,
          std::size_t missing, Text method) {
    return said(name, {estimate, ci.lower, ci.upper}, state == State::ok ? ci.state : state, n,
                missing, method);
}

Said said(const char* name, const Estimate& of) {
    return said(name, of.estimate, of.ci, of.state, of.n, of.missing, of.method);
}

/// Methods of one sample of differences.
std::vector<Said> of_differences(const Values& d) {
    const PairedT t = paired_t(d);
    const SignedRank exact = signed_rank_exact(d), normal = signed_rank_normal(d);
    const HodgesLehmannPaired median = hodges_lehmann_paired(d),
                              tied = hodges_lehmann_paired_tied(d);
    const SignTest sign = sign_test(d);
    const SignFlip flip = sign_flip_exact(d);
    const Yuen yuen = yuen_differences(d);
    const Bootstrap mean = bootstrap_mean(d, {199, 1}), middle = bootstrap_median(d, {199, 1});
    return {said("t", t.mean, t.ci, t.state, t.n, t.missing, t.method),
            said("t p", {t.p_two_sided}, t.state, t.n, t.missing, t.method),
            said("signed rank", {exact.w_plus, exact.p_two_sided}, exact.state, exact.n,
                 exact.missing, exact.method),
            said("signed rank normal", {normal.w_plus, normal.p_two_sided}, normal.state, normal.n,
                 normal.missing, normal.method),
            said("Hodges-Lehmann", median.estimate, median.ci, median.state, median.n,
                 median.missing, median.method),
            said("Hodges-Lehmann tied", tied.estimate, tied.ci, tied.state, tied.n, tied.missing,
                 tied.method),
            said("sign", {sign.median, sign.p_two_sided, sign.p_mid}, sign.state, sign.n,
                 sign.missing, sign.method),
            said("sign flip", {flip.mean, flip.p_two_sided}, flip.state, flip.n, flip.missing,
                 flip.method),
            said("Yuen", yuen.estimate, yuen.ci, yuen.state, yuen.n, yuen.missing, yuen.method),
            said("bootstrap mean", mean.estimate, mean.bca, mean.state, mean.n, mean.missing,
                 mean.method),
            said("bootstrap median", middle.estimate, middle.percentile, middle.state, middle.n,
                 middle.missing, middle.method)};
}

/// Methods of pairs.
std::vector<Said> of_pairs(const Values& x, const Values& y) {
    const PairedEffect effect = paired_effect(x, y);
    const PairedSuperiority better = paired_superiority(x, y, Direction::higher_is_worse);
    const PercentChangeResult percent = percent_change(x, y);
    const Concordance agree = concordance(x, y);
    const BlandAltman limits = bland_altman(x, y);
    const TestRetestSem error = test_retest_sem(x, y);
    return {said("dz", effect.dz),
            said("gz", effect.gz),
            said("superiority", better.p_improved, better.ci, better.state, better.n,
                 better.missing, better.method),
            said("percent", percent.mean_of_percents),
            said("concordance", agree.ccc),
            said("bias", limits.bias),
            said("SEM", error.consistency)};
}

/// Methods of two groups.
std::vector<Said> of_groups(const Values& x, const Values& y) {
    const Estimate welch = welch_t(x, y).difference, student = student_t(x, y).difference;
    const MannWhitney exact = mann_whitney_exact(x, y), normal = mann_whitney_normal(x, y);
    const TwoSampleEffect effect = two_sample_effect(x, y);
    const BrunnerMunzel relative = brunner_munzel(x, y);
    const TostResult same = tost(x, y, -1.0, 1.0);
    return {said("Welch", welch),
            said("Welch p", {welch.p}, welch.state, welch.n, welch.missing, welch.method),
            said("Student", student),
            said("Mann-Whitney", {exact.u, exact.p}, exact.state, exact.n_x + exact.n_y,
                 exact.missing, exact.method),
            said("Mann-Whitney normal", {normal.u, normal.p}, normal.state, normal.n_x + normal.n_y,
                 normal.missing, normal.method),
            said("shift", hodges_lehmann_shift(x, y).shift),
            said("d", effect.d),
            said("g", effect.g),
            said("Brunner-Munzel", relative.p_x_greater),
            said("TOST", {same.estimate, same.p}, same.state, same.n, same.missing, same.method)};
}

/// Methods of responders in two arms.
std::vector<Said> of_responders(Responders active, Responders control) {
    std::vector<Said> all;
    for (const auto method :
         {ProportionMethod::wilson, ProportionMethod::clopper_pearson, ProportionMethod::jeffreys,
          ProportionMethod::agresti_coull, ProportionMethod::mid_p, ProportionMethod::blaker}) {
        all.push_back(said("one share", one_proportion(active, {.method = method})));
    }
    for (const auto method :
         {RiskDifferenceMethod::miettinen_nurminen, RiskDifferenceMethod::newcombe,
          RiskDifferenceMethod::agresti_caffo, RiskDifferenceMethod::wald}) {
        all.push_back(
            said("risk difference", risk_difference(active, control, {.method = method})));
    }
    all.push_back(said("risk ratio", risk_ratio(active, control)));
    all.push_back(said("odds ratio", odds_ratio(active, control)));
    return all;
}

void no_nan_without_words(const std::vector<Said>& all) {
    for (const Said& each : all) {
        INFO(each.name);
        const bool nan = std::any_of(each.numbers.begin(), each.numbers.end(),
                                     [](double x) { return std::isnan(x); });
        if (nan) CHECK(each.state != State::ok);
        if (each.state == State::ok) CHECK_FALSE(each.method.empty());
    }
}

bool same_bits(const Values& a, const Values& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

/// Columns of scores in tenths, shuffled alike by `swap_seed`; 0 leaves them as they are.
std::pair<Values, Values> columns(std::uint64_t swap_seed) {
    Values x, y;
    for (std::uint32_t i = 0; i < 23; ++i) {
        const auto word = detail::philox({i, 0, 0, 0}, {7, 0});
        x.push_back(static_cast<double>(word[0] % 500) / 10.0);
        y.push_back(static_cast<double>(word[1] % 400) / 10.0);
    }
    for (std::size_t i = x.size(); swap_seed != 0 && i-- > 1;) {
        const auto word = detail::philox({static_cast<std::uint32_t>(i), 1, 0, 0},
                                         {static_cast<std::uint32_t>(swap_seed), 0});
        const std::size_t j = word[0] % (i + 1);
        std::swap(x[i], x[j]);
        std::swap(y[i], y[j]);
    }
    return {x, y};
}

}  // namespace

TEST_CASE("rules: a NaN never comes without a state, and what is ok has a method") {
    const double nan = not_a_number, inf = infinity;
    const Values few[] = {{},
                          {3.5},
                          {1, 2},
                          {1, 2, 4},
                          {2, 2},
                          {2, 2, 2, 2},
                          {0, 0, 0},
                          {nan},
                          {nan, nan, nan},
                          {1, nan, 3},
                          {0, 0, 5},
                          {-1, 0, 1},
                          {inf, 1, 2},
                          {-inf, inf, 0},
                          {1e308, -1e308, 1e308},
                          {5e-324, 0, 1}};
    for (const Values& x : few) {
        INFO("n " << x.size() << " first " << (x.empty() ? nan : x[0]));
        no_nan_without_words(of_differences(x));
        for (const Values& y : few) {
            INFO("second n " << y.size() << " first " << (y.empty() ? nan : y[0]));
            no_nan_without_words(of_groups(x, y));
            if (x.size() == y.size()) no_nan_without_words(of_pairs(x, y));
        }
    }
    for (const Responders a : {Responders{0, 0}, {0, 1}, {1, 1}, {0, 20}, {20, 20}, {7, 20}}) {
        for (const Responders b : {Responders{0, 0}, {0, 1}, {1, 1}, {0, 10}, {10, 10}, {2, 30}}) {
            INFO(a.x << "/" << a.n << " against " << b.x << "/" << b.n);
            no_nan_without_words(of_responders(a, b));
        }
    }
}

TEST_CASE("rules: missing values are left out, counted, and change nothing else") {
    const auto [x, y] = columns(0);
    Values with_x = x, with_y = y, d, with_d;
    with_x.push_back(not_a_number);
    with_y.push_back(3.0);
    with_x.push_back(4.0);
    with_y.push_back(not_a_number);
    for (std::size_t i = 0; i < x.size(); ++i) d.push_back(x[i] - y[i]);
    with_d = d;
    with_d.insert(with_d.begin() + 5, 2, not_a_number);
    const auto compare = [](const std::vector<Said>& all, const std::vector<Said>& with) {
        REQUIRE(all.size() == with.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            INFO(all[i].name);
            CHECK(same_bits(all[i].numbers, with[i].numbers));
            CHECK(all[i].missing == 0);
            CHECK(with[i].missing == 2);
            CHECK(with[i].n == all[i].n);
        }
    };
    compare(of_differences(d), of_differences(with_d));
    compare(of_pairs(x, y), of_pairs(with_x, with_y));
    Values one_x = x, one_y = y;  // groups: each its own
    one_x.push_back(not_a_number);
    one_y.push_back(not_a_number);
    compare(of_groups(x, y), of_groups(one_x, one_y));
}

TEST_CASE("rules: the same multiset gives the same bits") {
    const auto [x, y] = columns(0);
    const auto bits = [](const Values& first, const Values& second) {
        Values d;
        for (std::size_t i = 0; i < first.size(); ++i) d.push_back(first[i] - second[i]);
        Values all;
        for (const auto& each :
             {of_differences(d), of_pairs(first, second), of_groups(first, second)}) {
            for (const Said& one : each) {
                all.insert(all.end(), one.numbers.begin(), one.numbers.end());
            }
        }
        return all;
    };
    const Values expected = bits(x, y);
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto [a, b] = columns(seed);
        INFO("seed " << seed);
        REQUIRE(a != x);
        CHECK(same_bits(bits(a, b), expected));
    }
}

TEST_CASE("rules: an interval holds the null value exactly where its test does not reject") {
    int near = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        auto [x, y] = columns(seed);
        x.resize(5 + seed % 9);
        y.resize(4 + seed % 7);
        for (int shift = -15; shift <= 15; ++shift) {
            Values moved = x;
            for (double& value : moved) value += 3.0 * shift;
            INFO("seed " << seed << " shift " << shift);
            const auto agree = [&](const Interval& ci, double p) {
                CHECK(ci.contains(0.0) == (p > 0.05));
                near += p > 0.01 && p < 0.2;
            };
            const Estimate welch = welch_t(moved, y).difference;
            const Estimate student = student_t(moved, y).difference;
            agree(welch.ci, welch.p);
            agree(student.ci, student.p);
            Values d;
            for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
                d.push_back(moved[i] - y[i]);
            }
            const PairedT t = paired_t(d);
            agree(t.ci, t.p_two_sided);
            const Yuen yuen = yuen_differences(d);
            if (yuen.state == State::ok) agree(yuen.ci, yuen.p_two_sided);
        }
    }
    CHECK(near > 200);
    for (std::int64_t n = 1; n <= 12; ++n) {
        for (std::int64_t a = 0; a <= n; ++a) {
            for (std::int64_t b = 0; b <= 9; ++b) {
                INFO(a << "/" << n << " against " << b << "/9");
                const Estimate score = risk_difference({a, n}, {b, 9});
                CHECK(score.ci.contains(0.0) == (score.p > 0.05));
                const Estimate ratio = risk_ratio({a, n}, {b, 9});
                if (ratio.state == State::ok && !std::isnan(ratio.p)) {
                    CHECK(ratio.ci.contains(1.0) == (ratio.p > 0.05));
                }
            }
            const Estimate exact =
                one_proportion({a, n}, {.method = ProportionMethod::clopper_pearson});
            const Estimate test = exact_binomial_test({a, n}, 0.3);
            CHECK(exact.ci.contains(0.3) == (test.p > 0.05));
        }
    }
}
