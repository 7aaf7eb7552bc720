// SPDX-License-Identifier: BSL-1.0
// Paired t: the reference, constant differences, summaries and missing pairs.
#include <algorithm>
#include <cmath>
#include <vector>

#include <eczscore/stats/paired_t.hpp>

#include "reference.hpp"

using namespace eczscore::stats;
using reference::Json;
using reference::number;
using reference::numbers;

TEST_CASE("paired t: every number equals the reference") {
    for (const Json* each : reference::all("02_paired_mean", "paired_t_")) {
        INFO(each->at("id"));
        const auto pre = numbers(each->at("input").at("pre"));
        const auto post = numbers(each->at("input").at("post"));
        const PairedT found = paired_t(pre, post);
        if (each->at("status") != "ok") {  // R stops: one pair, or no error to measure by
            CHECK(found.state == (pre.size() < 2 ? State::too_few : State::zero_variance));
            CHECK(std::isfinite(found.mean));
            CHECK(std::isnan(found.p_two_sided));
            continue;
        }
        const Json& out = each->at("output");
        CHECK(found.n == out.at("n").get<std::size_t>());
        CHECK_CLOSE(found.mean, number(out.at("mean_change")), 1e-12);
        CHECK_CLOSE(found.sd, number(out.at("sd")), 1e-12);
        CHECK_CLOSE(found.se, number(out.at("se")), 1e-12);
        if (found.state == State::zero_variance) continue;  // all differences 0: t is 0 / 0
        CHECK_CLOSE(found.t, number(out.at("t")), 1e-12);
        CHECK(found.df == number(out.at("df")));
        CHECK_CLOSE(found.p_two_sided, number(out.at("p_two_sided")), 1e-12, 0.0);
        CHECK_CLOSE(found.p_less, number(out.at("p_less")), 1e-12, 0.0);
        CHECK_CLOSE(found.p_greater, number(out.at("p_greater")), 1e-12, 0.0);
        CHECK_CLOSE(found.ci.lower, numbers(out.at("ci95"))[0], 1e-12, 1e-13);
        CHECK_CLOSE(found.ci.upper, numbers(out.at("ci95"))[1], 1e-12, 1e-13);
        const PairedT ninety = paired_t(pre, post, {0.90});
        CHECK_CLOSE(ninety.ci.lower, numbers(out.at("ci90"))[0], 1e-12);
        CHECK_CLOSE(ninety.ci.upper, numbers(out.at("ci90"))[1], 1e-12);
        const PairedT summary = paired_t_summary(found.mean, found.sd, found.n);
        CHECK_CLOSE(summary.t, found.t, 1e-14);
        CHECK_CLOSE(summary.ci.lower, found.ci.lower, 1e-12);
    }
}

TEST_CASE("paired t: constant differences have an estimate, an infinite t and a state") {
    // R stops here; Boost 1.74 gives t = inf and p = 0.
    const PairedT found =
        paired_t(std::vector<double>{20.1, 30.1, 40.1}, std::vector<double>{15.0, 25.0, 35.0});
    CHECK(found.state == State::zero_variance);
    CHECK(found.mean == -5.1);
    CHECK(found.sd == 0.0);
    CHECK(found.t == -infinity);
    const PairedT none = paired_t(std::vector<double>{5, 5}, std::vector<double>{5, 5});
    CHECK(none.state == State::zero_variance);
    CHECK(none.mean == 0.0);
    CHECK(std::isnan(none.t));
    // The same without a step: rounding is not variance.
    const double third = 1.0 / 3.0;
    CHECK(paired_t(std::vector<double>{0.1, 0.7, 0.2},
                   std::vector<double>{0.1 + third, 0.7 + third, 0.2 + third})
              .state == State::zero_variance);
}

TEST_CASE("paired t: pairs with a missing value are counted out") {
    const std::vector<double> pre = {10, not_a_number, 12, 13, 14};
    const std::vector<double> post = {8, 9, not_a_number, 11.5, 9};
    const PairedT found = paired_t(pre, post);
    CHECK(found.n == 3);
    CHECK(found.missing == 2);
    CHECK_CLOSE(found.mean, -8.5 / 3.0, 1e-15);
    CHECK(paired_t(std::vector<double>{}).state == State::too_few);
    CHECK(paired_t_summary(1.0, -1.0, 10).state == State::invalid_argument);
    CHECK(paired_t_summary(1.0, 2.0, 1).state == State::too_few);
}

TEST_CASE("paired t: the order of the pairs changes no bit, the mean is correctly rounded") {
    std::vector<double> d;
    for (int i = 0; i < 101; ++i) d.push_back(((i * 71) % 97 - 40) / 10.0);
    const PairedT before = paired_t(d);
    std::reverse(d.begin(), d.end());
    const PairedT after = paired_t(d);
    CHECK(before.mean == after.mean);
    CHECK(before.sd == after.sd);
    CHECK(before.p_two_sided == after.p_two_sided);
    CHECK(paired_t(std::vector<double>{0.1, 0.2, 0.3}).mean == 0.2);
}

TEST_CASE("paired t: SciPy's ttest_rel") {
    int compared = 0;
    for (const Json* each : reference::all("19_crosscheck", "paired_t_")) {
        const std::string from = each->at("input").at("from");
        INFO(from);
        for (const Json* data : reference::any("02_paired_mean", from)) {
            if (data->at("id") != from) continue;
            const PairedT found = paired_t(numbers(data->at("input").at("pre")),
                                           numbers(data->at("input").at("post")));
            const Json& out = each->at("output");
            CHECK_CLOSE(found.t, number(out.at("t").at("here")), 1e-12);
            CHECK_CLOSE(found.p_two_sided, number(out.at("p").at("here")), 1e-12, 0.0);
            // SciPy's t quantile is good to ten digits or so; R's limits above agree to 1e-12.
            CHECK_CLOSE(found.ci.lower, number(out.at("lower").at("here")), 1e-9);
            CHECK_CLOSE(found.ci.upper, number(out.at("upper").at("here")), 1e-9);
            ++compared;
        }
    }
    CHECK(compared > 0);
}

TEST_CASE("paired t: numbers beyond the range, and an invalid null value, have a state") {
    const std::vector<double> huge = {1e200, -3e200, 2e200};
    CHECK(paired_t(huge).state == State::out_of_range);
    CHECK(std::isnan(paired_t(huge).p_two_sided));
    // 1e308 - -1e308 is no double: missing, and counted.
    const PairedT over =
        paired_t(std::vector<double>{-1e308, 1, 2}, std::vector<double>{1e308, 3, 5});
    CHECK(over.n == 2);
    CHECK(over.missing == 1);
    CHECK(over.mean == 2.5);
    const std::vector<double> d = {1, 2, 4};
    CHECK(paired_t(d, {0.95, not_a_number}).state == State::invalid_argument);
    CHECK(paired_t(d, {0.95, not_a_number}).mean == detail::nearest_double(7, 3));
    CHECK(paired_t_summary(1.0, infinity, 10).state == State::invalid_argument);
    CHECK(paired_t_summary(1.0, 2.0, 0).state == State::too_few);
    for (const double level : {0.0, 1.0, -0.5, 95.0, not_a_number}) {
        const PairedT found = paired_t(d, {level});
        CHECK(found.state == State::ok);
        CHECK(found.ci.state == State::invalid_argument);
        CHECK(std::isnan(found.ci.lower));
    }
}

TEST_CASE("paired t: values far below 1e-9 are not taken for zeros") {
    const std::vector<double> grams = {3.1e-12, 4.4e-12, 2.0e-12, 3.9e-12};
    std::vector<double> picograms;
    for (const double value : grams) picograms.push_back(value * 1e12);
    const PairedT small = paired_t(grams);
    CHECK(small.state == State::ok);
    CHECK_CLOSE(small.t, paired_t(picograms).t, 1e-12);
    const std::vector<double> before(4, 1e-12);
    CHECK(paired_t(before, grams).state == State::ok);
    // Rounding is not change: 0.3 - 0.2 - 0.1 of tenths is 0.
    CHECK(paired_t(std::vector<double>{0.1 + 0.2, 0.7}, std::vector<double>{0.3, 0.6 + 0.1}).mean ==
          0.0);
}
