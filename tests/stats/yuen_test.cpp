// SPDX-License-Identifier: BSL-1.0
// Yuen's tests: both forms against their references, and the p that WRS2 prints as 0.
#include <cmath>
#include <vector>

#include <eczscore/stats/yuen.hpp>

#include "reference.hpp"

using namespace eczscore::stats;
using reference::Json;
using reference::number;
using reference::numbers;

TEST_CASE("Yuen: difference of dependent trimmed means as WRS2") {
    for (const Json* each : reference::all("02_paired_mean", "yuen_paired_")) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const Yuen found =
            yuen_means(numbers(each->at("input").at("pre")), numbers(each->at("input").at("post")));
        CHECK_CLOSE(found.estimate, number(out.at("diff")), 1e-12);
        CHECK_CLOSE(found.se, number(out.at("se")), 1e-12);
        CHECK_CLOSE(found.t, number(out.at("test")), 1e-12);
        CHECK(found.df == number(out.at("df")));
        CHECK_CLOSE(found.ci.lower, numbers(out.at("ci95"))[0], 1e-12);
        CHECK_CLOSE(found.ci.upper, numbers(out.at("ci95"))[1], 1e-12);
        const double p = number(out.at("p"));
        if (p > 0.0) {  // WRS2 subtracts from 1, which leaves about 1e-16 of any p
            CHECK_CLOSE(found.p_two_sided, p, 1e-10, 1e-15);
        } else {
            CHECK(found.p_two_sided > 0.0);
        }
    }
}

// The reference's ids and note call these the trimmed mean of the differences. They are not: what
// DescTools 0.99 computes with paired = TRUE is the difference of the two trimmed means, and it
// winsorises at interpolated quantiles. The trimmed mean of the differences is tested below.
TEST_CASE("Yuen: dependent trimmed means winsorised at quantiles as DescTools") {
    for (const Json* each : reference::all("02_paired_mean", "yuen_one_sample_")) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const Yuen found =
            yuen_means(numbers(each->at("input").at("pre")), numbers(each->at("input").at("post")),
                       {0.2, 0.95, Winsorising::quantiles});
        CHECK_CLOSE(found.estimate, number(out.at("trimmed_mean_difference")), 1e-12);
        CHECK_CLOSE(found.t, number(out.at("t")), 1e-12);
        CHECK(found.df == number(out.at("df")));
        CHECK_CLOSE(found.p_two_sided, number(out.at("p")), 1e-12, 0.0);
        CHECK_CLOSE(found.ci.lower, numbers(out.at("ci95"))[0], 1e-12);
        CHECK_CLOSE(found.ci.upper, numbers(out.at("ci95"))[1], 1e-12);
    }
}

TEST_CASE("Yuen: what trimming and winsorising leave") {
    const Json& one = reference::one("02_paired_mean", "trimmed_ingredients");
    const Json& out = one.at("output");
    const Yuen found = yuen_differences(numbers(one.at("input").at("x")));
    CHECK(found.trimmed == out.at("g").get<std::size_t>());
    CHECK(found.n - 2 * found.trimmed == out.at("h").get<std::size_t>());
    CHECK_CLOSE(found.estimate, number(out.at("trimmed_mean")), 1e-12);
    CHECK_CLOSE(found.se, number(out.at("se")), 1e-12);
}

TEST_CASE("Yuen: a p far below 1e-16 is not 0, where WRS2 prints 0") {
    const Json& one = reference::one("02_paired_mean", "yuen_paired_easi200");
    CHECK(number(one.at("output").at("p")) == 0.0);
    const Yuen found =
        yuen_means(numbers(one.at("input").at("pre")), numbers(one.at("input").at("post")));
    CHECK(found.p_two_sided > 1e-51);
    CHECK(found.p_two_sided < 1e-48);
    CHECK_CLOSE(found.p_two_sided, detail::t_two_sided(number(one.at("output").at("test")), 119.0),
                1e-10, 0.0);
}

TEST_CASE("Yuen: edges have a state") {
    CHECK(yuen_differences(std::vector<double>{}).state == State::too_few);
    CHECK(yuen_differences(std::vector<double>{1.0}).state == State::too_few);
    CHECK(yuen_differences(std::vector<double>{1, 1, 1, 1, 1}).state == State::zero_variance);
    // The middle is constant although the ends are not.
    CHECK(yuen_differences(std::vector<double>{-9, 1, 1, 1, 9}).state == State::zero_variance);
    CHECK(yuen_differences(std::vector<double>{1, 2, 3}, {0.5}).state == State::invalid_argument);
    const std::vector<double> fifteen = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    CHECK(yuen_differences(fifteen).trimmed == 3);
    std::vector<double> hundred;
    for (int i = 0; i < 100; ++i) hundred.push_back(i * i);
    CHECK(yuen_differences(hundred, {0.29}).trimmed == 29);  // 0.29 x 100 is 28.999999999999996
    const Yuen whole = yuen_differences(fifteen, {0.0});     // no trimming: the t test
    CHECK(whole.estimate == 8.0);
    CHECK_CLOSE(whole.se, std::sqrt(20.0 / 15.0), 1e-14);
}

TEST_CASE("Yuen: the method says how it winsorised, and an invalid level has a state") {
    const std::vector<double> d = {1, 2, 4, 8, 16, 32, 64};
    const Yuen plain = yuen_differences(d);
    const Yuen quantile = yuen_differences(d, {0.2, 0.95, Winsorising::quantiles});
    CHECK(plain.method != quantile.method);
    CHECK(plain.estimate == quantile.estimate);
    CHECK(plain.se != quantile.se);
    for (const double level : {0.0, 1.0, not_a_number}) {
        CHECK(yuen_differences(d, {0.2, level}).state == State::ok);
        CHECK(yuen_differences(d, {0.2, level}).ci.state == State::invalid_argument);
    }
    CHECK(yuen_differences(std::vector<double>{1e200, -1e200, 3e200}, {0.0}).state ==
          State::out_of_range);
    CHECK(yuen_means(std::vector<double>{1, 2}, std::vector<double>{3, 5}, {0.45}).state ==
          State::ok);
    CHECK(yuen_means(std::vector<double>{1, 2, 3}, std::vector<double>{3, 5, 9}, {0.45}).state ==
          State::too_few);  // one value is left
}
