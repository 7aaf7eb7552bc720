// SPDX-License-Identifier: BSL-1.0
// Exact moments against rational arithmetic, and that no order or grouping changes a bit.
// Covers: stats/autocorrelation.hpp, stats/types/moments.hpp
#include "eczscore/stats/exact_moments.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <random>

#include "eczscore/stats/autocorrelation.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
std::vector<double> values(const Json& input) {
    if (input.contains("x")) return reference::numbers(input.at("x"));
    std::vector<double> all{reference::number(input.at("first"))};
    const std::vector<double> then = reference::numbers(input.at("then_alternating"));
    for (int i = 0; i < input.at("repeats").get<int>(); ++i) {
        all.insert(all.end(), then.begin(), then.end());
    }
    return all;
}

/// The references are correctly rounded, and so must ours be: the same double.
void check(const MomentsResult& found, const Json& expected) {
    const auto same = [&](const char* key, double ours) {
        if (!expected.contains(key)) return;
        INFO(key << " ours " << ours);
        CHECK(ours == reference::number(expected.at(key)));
    };
    CHECK(found.n == expected.at("n").get<std::size_t>());
    same("sum", found.sum);
    same("mean", found.mean);
    same("m2_sum_of_squared_deviations", found.squares);
    same("m3_sum", found.cubes);
    same("m4_sum", found.fourth_powers);
    same("variance", found.variance);
    same("excess_kurtosis_g2", found.kurtosis);
    // The reference cuts the root off at 450 digits and rounds it twice: one bit of room.
    if (expected.contains("sd"))
        CHECK_CLOSE(found.sd, reference::number(expected.at("sd")), 2.3e-16);
    if (expected.contains("skewness_g1")) {
        CHECK_CLOSE(found.skewness, reference::number(expected.at("skewness_g1")), 2.3e-16, 0.0);
    }
}
}  // namespace

TEST_CASE("moments are the nearest doubles") {
    const auto cases = reference::all("17_numeric", "moments_");
    REQUIRE(cases.size() >= 9);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const std::vector<double> x = values(each->at("input"));
        const MomentsResult found = exact_moments(x);
        check(found, each->at("output"));
        if (!each->at("output").contains("lag1_autocorrelation")) continue;
        CHECK_CLOSE(autocorrelation(x).estimate,
                    reference::number(each->at("output").at("lag1_autocorrelation")), 1e-15, 0.0);
    }
}

TEST_CASE("moments of parts and of the whole") {
    const Json& each = reference::one("17_numeric", "merge_partition");
    const std::vector<double> x = values(each.at("input"));
    const Json& cuts = each.at("input").at("cuts");
    ExactMoments whole;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const auto from = cuts[i].get<std::size_t>();
        ExactMoments part;
        part.add(std::span(x).subspan(from, cuts[i + 1].get<std::size_t>() - from));
        check(part.finalise(), each.at("output").at("parts")[i]);
        whole.merge(part);
    }
    check(whole.finalise(), each.at("output").at("whole"));
}

TEST_CASE("any order and any grouping give the same bits") {
    std::mt19937_64 random(7);
    for (int trial = 0; trial < 20; ++trial) {
        std::vector<double> x(200);
        for (double& value : x) {
            // Any finite double: the exponents span the whole range.
            do value = std::bit_cast<double>(random());
            while (!std::isfinite(value));
        }
        ExactMoments once;
        once.add(x);
        std::shuffle(x.begin(), x.end(), random);
        std::vector<ExactMoments> parts(1 + random() % 9);
        for (const double value : x) parts[random() % parts.size()].add(value);
        while (parts.size() > 1) {  // a random tree
            const std::size_t i = random() % (parts.size() - 1);
            ExactMoments restored;
            REQUIRE(restored.deserialise(parts.back().serialise()) == AccumulatorReading::ok);
            parts[i].merge(restored);
            parts.pop_back();
        }
        CHECK(parts[0] == once);
        CHECK(parts[0].serialise() == once.serialise());
    }
}

TEST_CASE("moments of 0, 1, 2 and 3 values, and of equal ones") {
    CHECK(exact_moments({}).state == State::too_few);
    CHECK(std::isnan(exact_moments({}).mean));
    const double one[] = {7.5};
    CHECK(exact_moments(one).mean == 7.5);
    CHECK(exact_moments(one).state == State::too_few);
    CHECK(std::isnan(exact_moments(one).sd));
    const double gaps[] = {1.0, not_a_number, 2.0, infinity};
    CHECK(exact_moments(gaps).missing == 2);
    CHECK(exact_moments(gaps).variance == 0.5);
    CHECK(std::isnan(exact_moments(gaps).skewness));
    const double same[] = {16.3, 16.3, 16.3, 16.3, 16.3};
    CHECK(exact_moments(same).state == State::zero_variance);
    CHECK(exact_moments(same).variance == 0.0);
    CHECK(std::isnan(exact_moments(same).kurtosis));
    const double gap[] = {1, not_a_number, 2};
    CHECK(autocorrelation(gap).state == State::not_available);
    CHECK(autocorrelation(same).state == State::zero_variance);
}

TEST_CASE("spread survives where a one-pass variance turns negative") {
    // NumAcc4 of NIST: the naive sum of squares gives -2.0.
    std::vector<double> x{10000000.2};
    for (int i = 0; i < 500; ++i) x.insert(x.end(), {10000000.1, 10000000.3});
    CHECK(exact_moments(x).variance == 0.01000000011175871);
}

TEST_CASE("squares beyond the range still have a root") {
    const double huge[] = {1e300, 2e300, 3e300};
    CHECK(exact_moments(huge).variance == infinity);
    CHECK(exact_moments(huge).sd == 1e300);
}
