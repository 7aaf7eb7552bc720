// SPDX-License-Identifier: BSL-1.0
// Counts over a grid at their limits: its size, the distance from it, and 2^63 scores.
#include "eczscore/stats/histogram.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "catch_compat.hpp"
#include "stats/accumulator_probe.hpp"

using namespace eczscore::stats;
using accumulator_probe::Bytes;
using accumulator_probe::sealed;
using accumulator_probe::unsealed;

namespace {
constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
}  // namespace

TEST_CASE("a histogram answers for more scores than a double counts") {
    const std::uint64_t many = 9007199254740995;  // 2^53 + 3: as a double it is rounded up
    Histogram one(1, 0, 0);
    CHECK(one.add_steps(0, many));
    for (int type = 1; type <= 9; ++type) {
        for (const double p : {0.0, 0.5, 1.0}) {
            CHECK(one.quantile(p, static_cast<QuantileType>(type)) == 0.0);
        }
    }
    Histogram wide(1, -1, 1);
    CHECK(wide.add_steps(-1, many));
    CHECK(wide.add_steps(0, detail::most_values - 2 * many));
    CHECK(wide.add_steps(1, many));
    CHECK(wide.quantile(0.0) == -1.0);
    CHECK(wide.median() == 0.0);
    CHECK(wide.quantile(1.0) == 1.0);
    CHECK_FALSE(wide.add_steps(0));
    CHECK_FALSE(wide.add_steps(0, largest));
    CHECK_FALSE(wide.merge(Histogram(wide)));
    CHECK(wide.n() == detail::most_values);
    CHECK(wide.finalise().mean == 0.0);
    Histogram read;
    CHECK(read.deserialise(wide.serialise()) == AccumulatorReading::ok);
    CHECK(read == wide);
}

TEST_CASE("a grid that is too wide holds nothing") {
    constexpr auto low = std::numeric_limits<std::int32_t>::min();
    constexpr auto high = std::numeric_limits<std::int32_t>::max();
    Histogram all(1, low, high);
    CHECK(all.counts().empty());
    CHECK_FALSE(all.add_steps(0));
    CHECK_FALSE(all.add_steps(low));
    CHECK_FALSE(all.add(0.0));
    CHECK(std::isnan(all.median()));
    CHECK(all.finalise().state == State::too_few);
    CHECK(Histogram(1, 0, (1 << 24) - 1).counts().size() == std::size_t{1} << 24);
    CHECK(Histogram(1, 0, 1 << 24).counts().empty());
    // read with a lowest step from which the grid leaves what a step can be
    Histogram grid(1, 0, 1);
    Bytes bytes = unsealed(grid);
    bytes[6 + 4 + 3] = 0x7f;
    for (std::size_t i = 0; i < 3; ++i) bytes[6 + 4 + i] = 0xff;
    CHECK(grid.deserialise(sealed(bytes)) == AccumulatorReading::damaged);
    bytes[6 + 4] = 0xfe;
    CHECK(grid.deserialise(sealed(bytes)) == AccumulatorReading::ok);
    CHECK(grid.add_steps(high));
}

TEST_CASE("a histogram of few scores has their quantiles") {
    Histogram few(1, 0, 4);
    for (const int score : {0, 1, 1, 4}) CHECK(few.add_steps(score));
    CHECK(few.quantile(0.0) == 0.0);
    CHECK(few.quantile(0.5) == 1.0);
    CHECK(few.quantile(1.0) == 4.0);
    CHECK_FALSE(few.merge(Histogram(1, 1, 5)));
    CHECK(few.merge(Histogram(1, 0, 4)));
}

TEST_CASE("a grid of 2^24 steps is made wherever it lies, one of more is not") {
    constexpr std::int32_t most = 1 << 24;
    for (const std::int32_t lowest : {-most, -1, 0, 2'000'000'000}) {
        CAPTURE(lowest);
        CHECK(Histogram(1, lowest, lowest + most - 1).counts().size() == std::size_t{most});
        CHECK(Histogram(1, lowest, lowest + most).counts().empty());
    }
    CHECK(Histogram(1, 3, 2).counts().size() == 1);  // no lower than the lowest
}

TEST_CASE("a histogram takes a value at most 1e-9 from its grid") {
    Histogram grid(1, -5, 5);
    const double far = std::nextafter(1e-9, 1.0);
    for (const double sign : {1.0, -1.0}) {
        CHECK(grid.add(sign * 1e-9));
        CHECK_FALSE(grid.add(sign * far));
        CHECK_FALSE(grid.add(sign * 1e300));
        CHECK_FALSE(grid.add(sign * 4e9));
    }
    CHECK(grid.n() == 2);
    CHECK(grid.counts()[5] == 2);
    CHECK(grid.add(not_a_number));
    CHECK(grid.missing() == 1);
}

TEST_CASE("histograms merge up to 2^63 scores and as many missing values") {
    for (const std::uint64_t one_too_many : {std::uint64_t{0}, std::uint64_t{1}}) {
        Histogram scores(1, 0, 1);
        CHECK(scores.add_steps(0, detail::most_values - 7));
        Histogram others(1, 0, 1);
        CHECK(others.add_steps(1, 7 + one_too_many));
        const Histogram before = scores;
        CHECK(scores.merge(others) == (one_too_many == 0));
        CHECK(scores.n() == (one_too_many == 0 ? detail::most_values : before.n()));
        CHECK((scores == before) == (one_too_many == 1));
        Histogram missing(1, 0, 1);
        CHECK(missing.add_missing(detail::most_values - 7));
        Histogram more(1, 0, 1);
        CHECK(more.add_missing(7 + one_too_many));
        CHECK(missing.merge(more) == (one_too_many == 0));
        CHECK(missing.missing() == detail::most_values - 7 * one_too_many);
    }
    Histogram grid(2, 0, 1);
    CHECK_FALSE(grid.merge(Histogram(1, 0, 1)));
    CHECK_FALSE(grid.merge(Histogram(2, 1, 2)));
    CHECK_FALSE(grid.merge(Histogram(2, 0, 2)));
}

TEST_CASE(
    "histograms add the counts of each score, and count below a score with half of those at it") {
    Histogram one(2, 0, 2);
    CHECK(one.add_steps(0, 3));
    CHECK(one.add_steps(1, 2));
    Histogram other(2, 0, 2);
    CHECK(other.add_steps(1, 5));
    CHECK(other.add_steps(2));
    CHECK(one.merge(other));
    CHECK(one.counts()[0] == 3);
    CHECK(one.counts()[1] == 7);
    CHECK(one.counts()[2] == 1);
    CHECK(one.n() == 11);
    CHECK(one.below(0.0) == 1.5);
    CHECK(one.below(0.5) == 6.5);
    CHECK(one.below(0.75) == 10.0);
    CHECK(one.below(1.0) == 10.5);
    CHECK(one.add_missing(detail::most_values));
    CHECK_FALSE(one.add_missing());
    CHECK(one.missing() == detail::most_values);
    CHECK(Histogram(0, 0, 1).per_unit() == 1);  // at least one step in 1
}
