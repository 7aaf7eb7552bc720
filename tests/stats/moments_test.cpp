// SPDX-License-Identifier: BSL-1.0
// Samples, means and variances against exact rational arithmetic.
#include "eczscore/stats/detail/moments.hpp"

#include <algorithm>
#include <random>

#include "eczscore/stats/detail/decimals.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
std::vector<double> values_of(const Json& input) {
    if (input.contains("x")) return reference::numbers(input.at("x"));
    std::vector<double> all{input.at("first").get<double>()};
    for (int i = 0; i < input.at("repeats").get<int>(); ++i) {
        for (const Json& each : input.at("then_alternating")) all.push_back(each.get<double>());
    }
    return all;
}
}  // namespace

TEST_CASE("moments agree with rational arithmetic") {
    const auto cases = reference::all("17_numeric", "moments_");
    REQUIRE(cases.size() >= 8);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const detail::Moments found = detail::moments(values_of(each->at("input")));
        CHECK(found.n == out.at("n").get<std::size_t>());
        CHECK_CLOSE(found.mean, out.at("mean").get<double>(), 3e-16, 0.0);
        // the case of 1e16, 1, -1e16 has a mean that deviations of 1e16 cannot see
        CHECK_CLOSE(found.squares, out.at("m2_sum_of_squared_deviations").get<double>(), 1e-14);
        if (out.contains("variance")) {
            CHECK_CLOSE(found.variance(), out.at("variance").get<double>(), 1e-14);
        }
    }
}

TEST_CASE("sums agree with correct rounding") {
    for (const Json* each : reference::all("17_numeric", "exact_sum_")) {
        INFO(each->at("id"));
        detail::Sum sum;
        for (const double x : reference::numbers(each->at("input").at("x"))) sum.add(x);
        // a compensated sum is not a correctly rounded one: the reference's own Neumaier sum
        // misses the last digit of the case of half-digit ties
        CHECK_CLOSE(sum.value(), each->at("output").at("exact").get<double>(), 2.3e-16);
    }
}

TEST_CASE("moments of few and of equal values") {
    CHECK(std::isnan(detail::moments({}).mean));
    const double one[] = {7.5};
    CHECK(detail::moments(one).mean == 7.5);
    CHECK(std::isnan(detail::moments(one).variance()));
    for (int n = 2; n < 200; ++n) {
        const std::vector<double> same(static_cast<std::size_t>(n), 0.1 * n);
        CHECK(detail::moments(same).mean == 0.1 * n);
        CHECK(detail::moments(same).squares == 0.0);
    }
}

TEST_CASE("products of two columns agree with rational arithmetic") {
    const Json& whole = reference::one("17_numeric", "merge_partition");
    const Json& merge = reference::one("17_numeric", "covariance_merge");
    const auto x = reference::numbers(whole.at("input").at("x"));
    const auto y = reference::numbers(merge.at("input").at("y"));
    const detail::PairMoments both = detail::pair_moments(x, y);
    const Json& out = merge.at("output");
    CHECK_CLOSE(both.products, out.at("sxy").get<double>(), 1e-14);
    CHECK_CLOSE(both.covariance(), out.at("covariance").get<double>(), 1e-14);
    CHECK_CLOSE(both.correlation(), out.at("correlation").get<double>(), 1e-14);
    CHECK_CLOSE(both.products / both.x.squares, out.at("slope").get<double>(), 1e-14);
}

TEST_CASE("moments of steps are exact, in any order and grouping") {
    const auto x =
        reference::numbers(reference::one("17_numeric", "merge_partition").at("input").at("x"));
    detail::Steps steps = detail::in_steps(x, 10);
    REQUIRE(steps.is_exact);
    const detail::StepMoments all = detail::step_moments(steps.counts);
    const detail::Moments plain = detail::moments(x);
    CHECK_CLOSE(all.mean(10), plain.mean, 1e-15);
    CHECK_CLOSE(all.variance(10), plain.variance(), 1e-14);

    std::mt19937 order(1);
    std::shuffle(steps.counts.begin(), steps.counts.end(), order);
    detail::StepMoments merged;
    for (std::size_t i = 0; i < steps.counts.size(); i += 7) {
        const std::size_t length = std::min<std::size_t>(7, steps.counts.size() - i);
        merged.add(detail::step_moments(std::span(steps.counts).subspan(i, length)));
    }
    CHECK(merged.mean(10) == all.mean(10));
    CHECK(merged.variance(10) == all.variance(10));

    const std::int64_t three[] = {163, 163, 163};
    CHECK(detail::step_moments(three).mean(10) == 16.3);
    CHECK(detail::step_moments(three).variance(10) == 0.0);
    CHECK(std::isnan(detail::StepMoments{}.mean()));
    CHECK(std::isnan(detail::step_moments(std::span(three).first(1)).variance()));
}

TEST_CASE("the nearest double of a ratio") {
    CHECK(detail::nearest_double(212, 10) == 21.2);
    CHECK(detail::nearest_double(-1, 3) == -1.0 / 3);
    CHECK(detail::nearest_double(0, 7) == 0.0);
    for (std::int64_t n = 1; n < 3000; n += 7) {
        for (std::int64_t d = 1; d < 3000; d += 11) {
            const bool same =
                detail::nearest_double(n, d) == static_cast<double>(n) / static_cast<double>(d);
            if (!same) CHECK(same);
        }
    }
    // ties go to the even neighbour, and a little more than a tie does not
    const detail::Int128 tie = (detail::Int128{1} << 54) + 2;
    CHECK(detail::nearest_double(tie, 1) == 18014398509481984.0);
    CHECK(detail::nearest_double(tie * 1000 + 1, 1000) == 18014398509481988.0);
    CHECK(detail::nearest_double(detail::Int128{1} << 124, 3) == std::ldexp(1.0 / 3, 124));
}

TEST_CASE("what is missing is dropped and counted") {
    const double inf = infinity;
    const double x[] = {1, not_a_number, 3, 4, inf};
    const double y[] = {2, 5, not_a_number, 3, 1, 7};
    const detail::Sample sample = detail::complete(x);
    CHECK(sample.values == std::vector<double>{1, 3, 4});
    CHECK(sample.missing == 2);
    const detail::Pairs pairs = detail::complete_pairs(x, y);
    CHECK(pairs.first == std::vector<double>{1, 4});
    CHECK(pairs.second == std::vector<double>{2, 3});
    CHECK(pairs.missing == 4);  // the sixth of y has no partner
    CHECK(detail::differences(pairs) == std::vector<double>{1, -1});
    CHECK(detail::complete({}).values.empty());
}

TEST_CASE("decimals as whole numbers of steps") {
    const double differences[] = {20.1 - 10.9, 9.2, -0.1, 0};
    const detail::Steps tenths = detail::in_steps(differences, 10);
    REQUIRE(tenths.is_exact);
    CHECK(tenths.counts == std::vector<std::int64_t>{92, 92, -1, 0});
    const double off[] = {0.25};
    CHECK_FALSE(detail::in_steps(off, 10).is_exact);
    CHECK(detail::in_steps(off, 20).counts == std::vector<std::int64_t>{5});
    const double missing[] = {1.0, not_a_number};
    CHECK_FALSE(detail::in_steps(missing, 10).is_exact);
    const double large[] = {1e12};
    CHECK_FALSE(detail::in_steps(large, 1).is_exact);
}
