// SPDX-License-Identifier: BSL-1.0
// Every method that ranks, compares or counts values takes a double beside a decimal for that
// decimal.
#include "eczscore/stats/detail/decimals.hpp"

#include <functional>
#include <random>

#include "eczscore/stats/anchor_correlation.hpp"
#include "eczscore/stats/anchor_mean_change.hpp"
#include "eczscore/stats/brunner_munzel.hpp"
#include "eczscore/stats/delong.hpp"
#include "eczscore/stats/fleiss_kappa.hpp"
#include "eczscore/stats/hodges_lehmann_paired.hpp"
#include "eczscore/stats/hodges_lehmann_shift.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "eczscore/stats/mic_bootstrap.hpp"
#include "eczscore/stats/mic_warnings.hpp"
#include "eczscore/stats/paired_superiority.hpp"
#include "eczscore/stats/power_mann_whitney.hpp"
#include "eczscore/stats/predictive_mic.hpp"
#include "eczscore/stats/roc.hpp"
#include "eczscore/stats/sign_flip.hpp"
#include "eczscore/stats/sign_test.hpp"
#include "eczscore/stats/signed_rank.hpp"
#include "eczscore/stats/stratified_rank_sum.hpp"
#include "eczscore/stats/two_sample_permutation.hpp"
#include "eczscore/stats/welch.hpp"
#include "eczscore/stats/yuen.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using eczscore::Direction;

namespace {

using Values = std::vector<double>;

/// Two lists of the same length: two groups, or a change and a rating of each patient.
struct Lists {
    Values x, y;
};

void put(Values& all, const Interval& ci) {
    all.insert(all.end(), {ci.lower, ci.upper, ci.attained, static_cast<double>(ci.state)});
}
void put(Values& all, const Estimate& of) {
    all.insert(all.end(), {of.estimate, of.se, of.df, of.statistic, of.p, double(of.state)});
    put(all, of.ci);
}
void put(Values& all, double number) { all.push_back(number); }

/// The numbers of several results, one after the other.
template <class... Results>
Values all_of(const Results&... results) {
    Values numbers;
    (put(numbers, results), ...);
    return numbers;
}

struct Method {
    const char* name;
    std::function<Values(const Lists&)> numbers;
};

/// All that a method says, as numbers.
const std::vector<Method>& methods() {
    static const std::vector<Method> all{
        {"mann_whitney_exact",
         [](const Lists& of) {
             const auto m = mann_whitney_exact(of.x, of.y);
             return Values{m.u, m.rank_sum, m.z, m.p, m.p_less, m.p_greater, double(m.state)};
         }},
        {"mann_whitney_normal",
         [](const Lists& of) {
             const auto m = mann_whitney_normal(of.x, of.y);
             return Values{m.u, m.z, m.p, m.p_less, m.p_greater, double(m.has_ties)};
         }},
        {"brunner_munzel",
         [](const Lists& of) {
             const auto found = brunner_munzel(of.x, of.y);
             return all_of(found.p_x_greater, found.logit);
         }},
        {"stratified_rank_sum",
         [](const Lists& of) {
             Values numbers;
             const std::size_t half = of.x.size() / 2;
             const std::span<const double> x = of.x, y = of.y;
             const RankStratum strata[] = {{x.first(half), y.first(half)},
                                           {x.subspan(half), y.subspan(half)}};
             for (const auto ranks :
                  {StratumRanks::van_elteren, StratumRanks::equal, StratumRanks::common}) {
                 const auto found = stratified_rank_sum(strata, ranks);
                 numbers.insert(numbers.end(), {found.statistic, found.expected, found.sd, found.z,
                                                found.p, found.p_less, found.p_greater});
             }
             return numbers;
         }},
        {"hodges_lehmann_shift",
         [](const Lists& of) {
             Values numbers;
             for (const auto limits :
                  {ShiftLimits::exact, ShiftLimits::normal, ShiftLimits::exact_given_ties}) {
                 put(numbers,
                     hodges_lehmann_shift(of.x, of.y, {.confidence_level = 0.9, .limits = limits})
                         .shift);
             }
             return numbers;
         }},
        {"two_sample_permutation",
         [](const Lists& of) {
             const auto exact = two_sample_permutation_exact(of.x, of.y);
             const auto random = two_sample_permutation_monte_carlo(of.x, of.y, {.replicates = 99});
             return Values{exact.difference, exact.p, exact.p_less, exact.p_greater, random.p};
         }},
        {"welch_t", [](const Lists& of) { return all_of(welch_t(of.x, of.y).difference); }},
        {"signed_rank",
         [](const Lists& of) {
             const auto given = signed_rank_rules(of.x);
             const auto pairs = signed_rank_exact(of.x, of.y);
             return Values{given.pratt.p_two_sided,
                           given.wilcoxon.p_two_sided,
                           given.pratt.tie_sum,
                           pairs.w_plus,
                           pairs.z,
                           pairs.p_two_sided,
                           pairs.p_less};
         }},
        {"sign_test",
         [](const Lists& of) {
             const auto found = sign_test(of.x, of.y);
             return Values{found.p_two_sided, found.p_mid, found.median, found.ci.lower,
                           double(found.zero)};
         }},
        {"sign_flip",
         [](const Lists& of) {
             const auto found = sign_flip_exact(of.x, of.y);
             return Values{found.p_two_sided, found.p_less, found.p_greater};
         }},
        {"hodges_lehmann_paired",
         [](const Lists& of) {
             const auto found = hodges_lehmann_paired(of.x, of.y);
             const auto tied = hodges_lehmann_paired_tied(of.x, of.y);
             return Values{found.estimate, found.ci.lower, found.ci.upper,
                           tied.estimate,  tied.ci.lower,  tied.ci.upper};
         }},
        {"paired_superiority",
         [](const Lists& of) {
             const auto found = paired_superiority(of.x, of.y, Direction::higher_is_worse);
             return Values{found.p_improved, double(found.unchanged)};
         }},
        {"ordinal_design",
         [](const Lists& of) {
             const auto design = ordinal_design(of.x, of.y);
             Values numbers(design.first);
             numbers.insert(numbers.end(), design.second.begin(), design.second.end());
             return numbers;
         }},
        {"roc",
         [](const Lists& of) {
             const auto found = roc(of.x, of.y, {.improved_from = 0.3});
             Values numbers{found.auc, found.youden.mic, found.closest_corner.mic,
                            double(found.n_improved), double(found.points.size())};
             for (const RocPoint& point : found.points) numbers.push_back(point.threshold);
             return numbers;
         }},
        {"delong",
         [](const Lists& of) {
             const auto found = delong(of.x, of.y, {.improved_from = 0.3});
             return all_of(found.variance, found.auc, found.score);
         }},
        {"anchor_correlation",
         [](const Lists& of) {
             const auto found = anchor_correlation(of.x, of.y);
             return all_of(found.spearman, found.pearson);
         }},
        {"anchor_mean_change",
         [](const Lists& of) {
             const auto found =
                 anchor_mean_change(of.x, of.y, {.minimally_improved = 0.3, .unchanged = 0.0});
             return all_of(found.median, found.within, found.between);
         }},
        {"predictive_mic",
         [](const Lists& of) {
             const auto found = predictive_mic(of.x, of.y, {.improved_from = 0.3});
             return Values{found.predictive.estimate, found.adjusted.estimate, found.slope};
         }},
        {"mic_bootstrap",
         [](const Lists& of) {
             MicBootstrapOptions options;
             options.replicates = 20;
             options.improved_from = options.minimally_improved = 0.3;
             const auto found = mic_bootstrap(of.x, of.y, options);
             return Values{found.youden.mean, found.mean_change.mean, found.predictive.mean};
         }},
        {"mic_warnings",
         [](const Lists& of) {
             const auto found =
                 mic_warnings(of.x, of.y, {.minimally_improved = 0.3, .improved_from = 0.3});
             return Values{found.spearman, double(found.n_improved),
                           double(found.n_minimally_improved)};
         }},
        {"fleiss_kappa",
         [](const Lists& of) {
             Values table;
             for (std::size_t i = 0; i < of.x.size(); ++i) {
                 table.insert(table.end(), {of.x[i], of.y[i]});
             }
             const auto found = fleiss_kappa(table, 2);
             Values numbers(found.categories);
             put(numbers, found.kappa);
             return numbers;
         }},
    };
    return all;
}

bool same_bits(const Values& a, const Values& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!(a[i] == b[i] || (std::isnan(a[i]) && std::isnan(b[i])))) return false;
    }
    return true;
}

/// The same decimals as the results of subtractions: 20.1 - 10.9 for 9.2.
Values noisy(const Values& clean, std::mt19937& random) {
    Values found(clean);
    for (double& value : found) {
        const double other = static_cast<double>(random() % 2000) / 10.0;
        value =
            random() % 2 == 0 ? (value + other) - other : (other + 0.1) - ((other + 0.1) - value);
    }
    return found;
}

}  // namespace

TEST_CASE("decimals: a double beside a decimal is that decimal") {
    CHECK(detail::as_decimal(1.1 - 0.8, 1.0) == 0.3);
    CHECK(detail::as_decimal(20.1 - 10.9, 20.0) == 9.2);
    CHECK(detail::as_decimal(0.3 + 9e-10, 1.0) == 0.3);
    CHECK(detail::as_decimal(0.3 + 2e-9, 1.0) == 0.3 + 2e-9);
    CHECK(detail::as_decimal(0.12345, 1.0) == 0.12345);
    CHECK(detail::as_decimal(0.1234, 1.0) == 0.1234);
    CHECK(detail::as_decimal(1.0 / 3.0, 1.0) == 1.0 / 3.0);
    CHECK_FALSE(std::signbit(detail::as_decimal(0.1 + 0.2 - 0.3 - 1e-17, 1.0)));
    // where all is small, small is something
    CHECK(detail::as_decimal(2e-10, 5e-10) == 2e-10);
    CHECK(detail::as_decimal(2e-10, 5.0) == 0.0);
    // every clean decimal is itself, at any size; so is what has no decimals to speak of
    for (int i = -100'000; i <= 100'000; ++i) {
        const double tenths = i / 10.0, finest = i / 10'000.0;
        REQUIRE(detail::as_decimal(tenths, 1.0) == tenths);
        REQUIRE(detail::as_decimal(finest, 1.0) == finest);
    }
    for (const double large : {1e9 + 0.1, 123456789012.3, 1e15 + 1.0, 1e300, -1.7e308}) {
        CHECK(detail::as_decimal(large, std::abs(large)) == large);
    }
    CHECK(std::isnan(detail::as_decimal(not_a_number, 1.0)));
}

TEST_CASE("decimals: every method says of rounded differences what it says of clean decimals") {
    std::mt19937 random(26);
    for (int round = 0; round < 12; ++round) {
        // halves, tenths and hundredths of a short scale: many ties; 0.3 and 0 are among them
        const double per_unit = round % 3 == 0 ? 2.0 : round % 3 == 1 ? 10.0 : 100.0;
        const unsigned range = per_unit > 50.0 ? 60 : 12;
        Lists clean;
        for (int i = 0; i < 24; ++i) {
            clean.x.push_back((double(random() % range) - 3.0) / per_unit);
            clean.y.push_back((double(random() % range) - 4.0) / per_unit);
        }
        clean.x[0] = clean.y[0] = clean.y[1] = 0.3;
        clean.x[1] = clean.y[2] = clean.y[3] = 0.0;
        // a value without a step changes nothing for the others
        if (round % 4 == 3) clean.x[5] = std::sqrt(2.0);
        const Lists beside{noisy(clean.x, random), noisy(clean.y, random)};
        REQUIRE(beside.x != clean.x);
        Lists same_odd = beside;
        if (round % 4 == 3) same_odd.x[5] = clean.x[5];
        for (const Method& method : methods()) {
            INFO(method.name << ", round " << round);
            CHECK(same_bits(method.numbers(same_odd), method.numbers(clean)));
        }
    }
}

TEST_CASE("decimals: groups of one decimal, written in two ways, do not differ") {
    const Values x(10, 1.1 - 0.8), y(10, 0.3);
    REQUIRE(x != y);
    const RankStratum strata[] = {{x, y}};
    CHECK(mann_whitney_exact(x, y).p == 1.0);
    CHECK(mann_whitney_exact(x, y).state == State::zero_variance);
    CHECK(mann_whitney_normal(x, y).state == State::zero_variance);
    CHECK(brunner_munzel(x, y).p_x_greater.p == 1.0);
    CHECK(stratified_rank_sum(strata).state == State::zero_variance);
    CHECK(two_sample_permutation_exact(x, y).p == 1.0);
    CHECK(hodges_lehmann_shift(x, y).shift.estimate == 0.0);
    CHECK(ordinal_design(x, y).first.size() == 1);
}

TEST_CASE("decimals: the shift of tenths is a tenth") {
    const Values x{0.3, 0.4, 0.9}, y{0.1, 0.2};
    const auto found = hodges_lehmann_shift(x, y, {.confidence_level = 0.6});
    CHECK(found.shift.estimate == 0.25);  // differences 0.1 0.2 0.2 0.3 0.7 0.8
    CHECK(found.shift.ci.lower == 0.1);
    CHECK(found.shift.ci.upper == 0.8);
}
