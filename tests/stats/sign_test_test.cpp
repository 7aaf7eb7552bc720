// SPDX-License-Identifier: BSL-1.0
// Sign test and the interval for the median: the references and the edges.
#include <vector>

#include <eczscore/stats/sign_test.hpp>

#include "reference.hpp"

using namespace eczscore::stats;
using reference::Json;
using reference::number;
using reference::numbers;

TEST_CASE("sign test: counts, p, median and its interval equal the reference") {
    for (const Json* each : reference::all("03_paired_rank", "sign_test_")) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const SignTest found = sign_test(numbers(each->at("input").at("difference")));
        CHECK(found.positive == out.at("positive").get<std::size_t>());
        CHECK(found.negative == out.at("negative").get<std::size_t>());
        CHECK(found.zero == out.at("zero").get<std::size_t>());
        CHECK_CLOSE(found.p_two_sided, number(out.at("p_two_sided")), 1e-12);
        CHECK_CLOSE(found.p_mid, number(out.at("p_mid")), 1e-12);
        CHECK_CLOSE(found.median, number(out.at("median")), 1e-12);
        CHECK(found.order == out.at("k_order").get<std::size_t>());
        CHECK_CLOSE(found.ci.lower, numbers(out.at("median_ci95"))[0], 1e-12);
        CHECK_CLOSE(found.ci.upper, numbers(out.at("median_ci95"))[1], 1e-12);
        CHECK_CLOSE(found.ci.attained, number(out.at("achieved")), 1e-12);
    }
}

TEST_CASE("sign test: p is the binomial count to the last digit") {
    // binom.test gives 0.0039062500000000035 for 9 of 9.
    CHECK(sign_test(9, 0).p_two_sided == 2.0 / 512.0);
    CHECK(sign_test(2, 7).p_two_sided == 92.0 / 512.0);
    CHECK(sign_test(2, 7).p_less == 46.0 / 512.0);
    CHECK(sign_test(2, 7).p_greater == 502.0 / 512.0);
    CHECK(sign_test(2, 7).p_mid == 56.0 / 512.0);
    CHECK(sign_test(5, 5).p_two_sided == 1.0);
}

TEST_CASE("sign test: integers and the distribution agree where one takes over") {
    for (std::int64_t k = 0; k <= 62; ++k) {
        CHECK_CLOSE(detail::fair_cdf(k, 62), detail::binomial_cdf(k, 62, 0.5), 1e-13);
        CHECK_CLOSE(detail::fair_pmf(k, 62), detail::binomial_pmf(k, 62, 0.5), 1e-13);
    }
    CHECK(detail::fair_quantile(0.025, 62) == detail::binomial_quantile(0.025, 62, 0.5));
}

TEST_CASE("sign test: nothing but zeros, nothing at all, and missing values") {
    const SignTest zeros = sign_test(std::vector<double>{0, 0, 0});
    CHECK(zeros.p_two_sided == 1.0);
    CHECK(zeros.state == State::zero_variance);
    CHECK(sign_test(std::vector<double>{}).state == State::too_few);
    const SignTest pairs =
        sign_test(std::vector<double>{1, not_a_number, 3}, std::vector<double>{2, 2, not_a_number});
    CHECK(pairs.n == 1);
    CHECK(pairs.missing == 2);
    CHECK(pairs.ci.state == State::level_not_attained);
}

TEST_CASE("sign test: orders and levels of the median's interval, counted in whole numbers") {
    for (const Json* each : reference::all("53_paired_exact", "median_order_")) {
        const auto n = each->at("input").at("n").get<std::size_t>();
        INFO(n);
        std::vector<double> d;
        for (std::size_t i = 1; i <= n; ++i) d.push_back(static_cast<double>(i));
        const SignTest found = sign_test(d);
        const auto k = each->at("output").at("k").get<std::size_t>();
        CHECK(found.order == k);
        CHECK_CLOSE(found.ci.attained, number(each->at("output").at("attained")), 1e-13);
        CHECK(found.ci.lower == (k == 0 ? -infinity : static_cast<double>(k)));
        CHECK(found.ci.upper == (k == 0 ? infinity : static_cast<double>(n + 1 - k)));
    }
}

TEST_CASE("sign test: p of many coins") {
    for (const Json* each : reference::all("53_paired_exact", "coins_")) {
        const SignTest found = sign_test(each->at("input").at("b").get<std::size_t>(),
                                         each->at("input").at("c").get<std::size_t>());
        CHECK_CLOSE(found.p_two_sided, number(each->at("output").at("p_exact")), 1e-12, 0.0);
        CHECK_CLOSE(found.p_mid, number(each->at("output").at("p_mid")), 1e-12, 0.0);
    }
    for (const double level : {0.0, 1.0, not_a_number}) {
        const SignTest found = sign_test(std::vector<double>{1, 2, 3}, {.confidence_level = level});
        CHECK(found.median == 2.0);
        CHECK(found.ci.state == State::invalid_argument);
    }
}
