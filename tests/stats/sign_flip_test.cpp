// SPDX-License-Identifier: BSL-1.0
// Sign-flip permutation test: the references, enumeration, and Monte Carlo about the exact p.
#include <algorithm>
#include <cmath>
#include <vector>

#include <eczscore/stats/sign_flip.hpp>

#include "reference.hpp"

using namespace eczscore::stats;
using reference::Json;
using reference::number;
using reference::numbers;

TEST_CASE("sign flips: exact p equals the reference") {
    for (const Json* each : reference::all("03_paired_rank", "sign_flip_exact_")) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const SignFlip found = sign_flip_exact(numbers(each->at("input").at("difference")));
        CHECK_CLOSE(found.sum, number(out.at("statistic_sum")), 1e-12);
        CHECK_CLOSE(found.p_two_sided, number(out.at("p_two_sided")), 1e-13);
        CHECK_CLOSE(found.p_less, number(out.at("p_less")), 1e-13);
        CHECK_CLOSE(found.p_greater, number(out.at("p_greater")), 1e-13);
    }
}

TEST_CASE("sign flips: counting and enumerating agree, steps or not") {
    const std::vector<double> d = {-2.1, 3.4, 0.0, 1.1, -0.3, 1.1, 5.6, -7.0, 0.3};
    const SignFlip counted = sign_flip_exact(d);
    SignFlip enumerated = counted;
    detail::put_enumerated_p(enumerated, d);
    CHECK(counted.p_two_sided == enumerated.p_two_sided);
    CHECK(counted.p_less == enumerated.p_less);
    CHECK(counted.p_greater == enumerated.p_greater);
    std::vector<double> thirds = d;  // no step: enumerated
    for (double& value : thirds) value /= 3.0;
    const SignFlip found = sign_flip_exact(thirds);
    CHECK(found.state == State::ok);
    CHECK(found.p_two_sided == counted.p_two_sided);
}

TEST_CASE("sign flips: Monte Carlo is near the exact p, and its bits do not change") {
    std::vector<double> d;
    for (int i = 0; i < 40; ++i) d.push_back(((i * 37) % 23 - 8) / 10.0);
    const SignFlip exact = sign_flip_exact(d);
    const SignFlip random = sign_flip_monte_carlo(d, {19'999, 1, 0, 0.999});
    CHECK(random.p_interval.contains(exact.p_two_sided));
    CHECK(std::abs(random.p_less - exact.p_less) < 0.02);
    CHECK(sign_flip_monte_carlo(d, {19'999, 1, 0, 0.999}).p_two_sided == random.p_two_sided);
    CHECK(random.p_two_sided >= 1.0 / 20'000.0);  // never 0
}

TEST_CASE("sign flips: what cannot be counted says so") {
    std::vector<double> d(30);
    for (std::size_t i = 0; i < d.size(); ++i) d[i] = std::sqrt(static_cast<double>(i) + 2.0) - 3.0;
    const SignFlip found = sign_flip_exact(d);
    CHECK(found.state == State::approximate);
    CHECK(found.replicates == 9999);
    CHECK(sign_flip_exact(std::vector<double>{0, 0}).state == State::zero_variance);
    CHECK(sign_flip_exact(std::vector<double>{0, 0}).p_two_sided == 1.0);
    CHECK(sign_flip_exact(std::vector<double>{}).state == State::too_few);
    CHECK(sign_flip_exact(std::vector<double>{5}).p_two_sided == 1.0);
}

TEST_CASE("sign flips: all signs of 40 steps, counted") {
    const Json& one = reference::one("53_paired_exact", "sign_flip_40");
    const SignFlip found = sign_flip_exact(numbers(one.at("input").at("difference")));
    const Json& out = one.at("output");
    CHECK(found.state == State::ok);
    CHECK(found.sum == number(out.at("sum")));
    CHECK(found.p_less == number(out.at("p_less")));
    CHECK(found.p_greater == number(out.at("p_greater")));
    CHECK(found.p_two_sided == number(out.at("p_two_sided")));
}

TEST_CASE("sign flips: an invalid level, no replicate, and numbers beyond the range") {
    const std::vector<double> d = {1, 2, -4, 7};
    for (const double level : {0.0, 1.0, not_a_number}) {
        const SignFlip found = sign_flip_monte_carlo(d, {99, 1, 0, level});
        CHECK(found.state == State::ok);
        CHECK(found.p_interval.state == State::invalid_argument);
        CHECK(std::isnan(found.p_interval.lower));
    }
    CHECK(sign_flip_monte_carlo(d, {0}).state == State::too_few);
    CHECK(sign_flip_exact(std::vector<double>{1e308, 1.5e308, 1.0}).state == State::out_of_range);
}

TEST_CASE("sign flips: the observed signs are one of the flips, and the interval is Clopper's") {
    std::vector<double> d(30);
    for (std::size_t i = 0; i < d.size(); ++i) d[i] = static_cast<double>(i) + 1.0;
    const SignFlip found = sign_flip_monte_carlo(d, {999, 5});  // 2 of 2^30 lie as far out
    CHECK(found.p_two_sided == 1.0 / 1000.0);
    CHECK(found.p_greater == 1.0 / 1000.0);
    CHECK(found.p_less == 1.0);
    CHECK(found.p_interval.lower == 0.0);
    CHECK_CLOSE(found.p_interval.upper, 1.0 - std::pow(0.005, 1.0 / 999.0), 1e-12);
    const Json& out = reference::one("18_distributions", "clopper_pearson_85_224").at("output");
    const Interval interval = detail::monte_carlo_interval(85, 224, 0.95);
    CHECK_CLOSE(interval.lower, number(out.at("lower")), 1e-14);
    CHECK_CLOSE(interval.upper, number(out.at("upper")), 1e-14);
}
