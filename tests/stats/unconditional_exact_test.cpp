// SPDX-License-Identifier: BSL-1.0
// Barnard's and Boschloo's tests against exact2x2 and by enumeration.
#include "eczscore/stats/unconditional_exact.hpp"

#include "eczscore/stats/fisher.hpp"
#include "stats/reference.hpp"
#include "stats/responders.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
/// P of all tables in which `extreme`, at a common share.
template <class Extreme>
double enumerate(std::int64_t n1, std::int64_t n2, double share, const Extreme& extreme) {
    double sum = 0;
    for (std::int64_t x1 = 0; x1 <= n1; ++x1) {
        for (std::int64_t x2 = 0; x2 <= n2; ++x2) {
            if (!extreme(x1, x2)) continue;
            sum += detail::binomial_pmf(x1, n1, share) * detail::binomial_pmf(x2, n2, share);
        }
    }
    return sum;
}
double score(std::int64_t x1, std::int64_t n1, std::int64_t x2, std::int64_t n2) {
    const auto a = static_cast<double>(x1), m = static_cast<double>(n1);
    const auto b = static_cast<double>(x2), n = static_cast<double>(n2);
    const double p = (a + b) / (m + n);
    return p == 0 || p == 1 ? 0 : (a / m - b / n) / std::sqrt(p * (1 - p) * (1 / m + 1 / n));
}
}  // namespace

TEST_CASE("unconditional tests agree with exact2x2 to its four digits") {
    const auto cases = reference::all("05_proportions", "unconditional_exact_");
    REQUIRE(cases.size() >= 2);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [a, b] = arms_of(each->at("input"));
        const Json& out = each->at("output");
        CHECK_CLOSE(unconditional_exact_test(a, b, {.order = UnconditionalOrder::score}).p,
                    reference::number(out.at("p")), 2e-3);
        CHECK_CLOSE(unconditional_exact_test(a, b).p, reference::number(out.at("boschloo_p")),
                    2e-3);
    }
}

TEST_CASE("the largest chance is at least that of every share of a fine grid") {
    const std::int64_t n1 = 9, n2 = 7;
    for (std::int64_t x1 = 0; x1 <= n1; ++x1) {
        for (std::int64_t x2 = 0; x2 <= n2; ++x2) {
            INFO(x1 << "/" << n1 << " " << x2 << "/" << n2);
            const auto barnard =
                unconditional_exact_test({x1, n1}, {x2, n2}, {.order = UnconditionalOrder::score});
            const auto boschloo = unconditional_exact_test({x1, n1}, {x2, n2});
            const double observed = score(x1, n1, x2, n2);
            const double fisher =
                fisher_test({x1, n1}, {x2, n2}, {.alternative = Alternative::greater}).p;
            const auto by_score = [&](std::int64_t i, std::int64_t j) {
                return score(i, n1, j, n2) >= observed - 1e-12;
            };
            const auto by_fisher = [&](std::int64_t i, std::int64_t j) {
                return fisher_test({i, n1}, {j, n2}, {.alternative = Alternative::greater}).p <=
                       fisher * (1 + 1e-9);
            };
            double top_score = 0;
            for (int i = 0; i <= 200; ++i) {
                top_score = std::max(top_score, enumerate(n1, n2, i / 200.0, by_score));
            }
            CHECK(barnard.p_greater >= top_score - 1e-12);
            CHECK_CLOSE(barnard.p_greater, enumerate(n1, n2, barnard.share_at_greater, by_score),
                        1e-10);
            CHECK_CLOSE(boschloo.p_greater, enumerate(n1, n2, boschloo.share_at_greater, by_fisher),
                        1e-10);
            // uniformly more powerful than Fisher's test
            CHECK(boschloo.p_greater <= fisher + 1e-12);
        }
    }
}

TEST_CASE("swapping arms swaps the tails of an unconditional test") {
    const auto one = unconditional_exact_test({9, 10}, {3, 12});
    const auto other = unconditional_exact_test({3, 12}, {9, 10});
    CHECK(one.p_greater == other.p_less);
    CHECK(one.p == other.p);
    CHECK(one.p < 0.05);
    CHECK_CLOSE(one.difference, 0.9 - 0.25, 1e-15);
}

TEST_CASE("unconditional tests: edges") {
    CHECK(unconditional_exact_test({0, 5}, {0, 5}).p == 1.0);
    CHECK(unconditional_exact_test({0, 5}, {0, 5}, {.order = UnconditionalOrder::score}).p == 1.0);
    CHECK(unconditional_exact_test({0, 0}, {0, 5}).state == State::too_few);
    CHECK(unconditional_exact_test({2, 1}, {0, 5}).state == State::invalid_argument);
    // too many to enumerate: the normal p of the score, and said so
    const auto many = unconditional_exact_test({6'000, 10'000}, {5'900, 10'000});
    CHECK(many.state == State::approximate);
    CHECK_CLOSE(many.p, 2 * detail::normal_sf(0.01 / std::sqrt(0.595 * 0.405 * 2e-4)), 1e-12);
    CHECK_CLOSE(many.p_less + many.p_greater, 1.0, 1e-12);
    CHECK(std::isnan(many.share_at_less));
    CHECK(unconditional_exact_test({0, 10'000}, {0, 10'000}).p == 1.0);
    // 3 of 3 against 0 of 3: at a common share of a half, 1/64
    CHECK_CLOSE(unconditional_exact_test({3, 3}, {0, 3}).p_greater, 1.0 / 64, 1e-12);
}
