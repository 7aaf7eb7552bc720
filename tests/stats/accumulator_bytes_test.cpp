// SPDX-License-Identifier: BSL-1.0
// Forged bytes with a right checksum: no sum, count or quantile of an accumulator runs over.
// Covers: stats/histogram.hpp, stats/lattice_sums.hpp
#include <cstdlib>
#include <limits>
#include <random>

#include "catch_compat.hpp"
#include "stats/accumulator_probe.hpp"

using namespace eczscore::stats;
using accumulator_probe::Bytes;
using accumulator_probe::sealed;
using accumulator_probe::unsealed;

namespace {

/// Every bit flipped, every byte at its extremes, every length, and random damage.
template <class Accumulator>
void check_forgeries(const Accumulator& filled) {
    const Bytes good = unsealed(filled);
    std::size_t faults = 0;
    std::size_t read = 0;
    const auto try_bytes = [&](const Bytes& bytes) {
        const Bytes all = sealed(bytes);
        if (const char* found = accumulator_probe::read_fault<Accumulator>(all)) {
            if (++faults <= 3) UNSCOPED_INFO(found);
        }
        Accumulator into;
        read += into.deserialise(all) == AccumulatorReading::ok ? 1U : 0U;
    };
    try_bytes(good);
    for (std::size_t at = 0; at < good.size(); ++at) {
        Bytes bad = good;
        for (int bit = 0; bit < 8; ++bit) {
            bad[at] = static_cast<std::uint8_t>(good[at] ^ (1u << bit));
            try_bytes(bad);
        }
        for (const int value : {0x00, 0x7f, 0x80, 0xff}) {
            bad[at] = static_cast<std::uint8_t>(value);
            try_bytes(bad);
        }
        try_bytes(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(at)));
    }
    const char* rows = std::getenv("ECZSCORE_TEST_ROWS");
    const int trials = rows != nullptr ? std::atoi(rows) : 300;
    std::mt19937_64 random(11);
    for (int trial = 0; trial < trials; ++trial) {
        Bytes bad = good;
        for (auto changes = 1 + random() % 6; changes > 0; --changes) {
            constexpr std::uint8_t likely[] = {0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff};
            bad[6 + random() % (bad.size() - 6)] = likely[random() % 6];
        }
        try_bytes(bad);
    }
    CHECK(faults == 0);
    CHECK(read >= 1);  // the good bytes, and the forgeries that could be true
}

constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();

}  // namespace

TEST_CASE("forged bytes never make an accumulator run over") {
    const double x[] = {0.05, 1.0, 2.5, 3.0, not_a_number};
    const double y[] = {3.0, -1.0, 0.5, 1e300, 2.0};
    ExactSum sum;
    check_forgeries(sum);
    sum.add(x);
    sum.add(-5e-324);
    check_forgeries(sum);
    ExactMoments moments;
    moments.add(x);
    check_forgeries(moments);
    ExactPair pair;
    pair.add(x, y);
    check_forgeries(pair);
    LatticeSums lattice(20);
    check_forgeries(lattice);
    CHECK(lattice.add(x) == 0);
    CHECK(lattice.add_steps(-7));
    check_forgeries(lattice);
    Histogram grid(20, -3, 60);
    check_forgeries(grid);
    CHECK(grid.add(x) == 0);
    check_forgeries(grid);
    ResponderCounts responders;
    check_forgeries(responders);
    responders.add(true);
    responders.add(false);
    CHECK(responders.add_missing(258));
    check_forgeries(responders);
}

TEST_CASE("sums of steps are refused where no scores have them") {
    LatticeSums one(1);
    CHECK(one.add_steps(1));
    // per_unit 4, n 8, missing 8, lowest 8, highest 8, then four sums of 16 bytes
    constexpr std::size_t start = 6 + 4 + 8 + 8 + 8 + 8;
    const Bytes good = unsealed(one);
    REQUIRE(good.size() == start + 64);
    LatticeSums read(3);
    for (std::size_t sum = 0; sum < 4; ++sum) {
        for (const int top : {0x7f, 0x80}) {
            Bytes bad = good;
            bad[start + 16 * sum + 15] = static_cast<std::uint8_t>(top);
            CHECK(read.deserialise(sealed(bad)) == AccumulatorReading::damaged);
        }
        Bytes bad = good;
        ++bad[start + 16 * sum];  // one score of 1 has sums 1, 1, 1, 1 and no others
        CHECK(read.deserialise(sealed(bad)) == AccumulatorReading::damaged);
    }
    for (const auto& [at, value] : {std::pair<std::size_t, std::uint8_t>{6 + 4 + 3, 0x80},
                                    {6 + 4 + 3, 0xff},       // 2^31 scores and more
                                    {6 + 4 + 8 + 7, 0x81},   // missing
                                    {6 + 4 + 16, 0x02},      // the lowest above the highest
                                    {6 + 4 + 16 + 7, 0x80},  // far below
                                    {6 + 4 + 24 + 3, 0x01}}) {
        Bytes bad = good;
        bad[at] = value;
        CHECK(read.deserialise(sealed(bad)) == AccumulatorReading::damaged);
    }
    CHECK(read == LatticeSums(3));
}

TEST_CASE("sums of steps hold 2^31 of the largest scores and refuse one more") {
    constexpr std::int64_t largest_step = (std::int64_t{1} << 24) - 1;
    for (const std::int64_t step : {largest_step, -largest_step}) {
        LatticeSums all(1);
        CHECK(all.add_steps(step));
        const LatticeSums one = all;
        for (int i = 0; i < 31; ++i) REQUIRE(all.merge(LatticeSums(all)));
        CHECK(all.n() == std::uint64_t{1} << 31);
        const LatticeSums full = all;
        CHECK_FALSE(all.add_steps(0));
        CHECK_FALSE(all.add(0.0));
        CHECK_FALSE(all.merge(one));
        CHECK_FALSE(all.merge(full));
        CHECK(all == full);
        CHECK(all.finalise().mean == static_cast<double>(step));
        CHECK(all.finalise().squares == 0.0);
        LatticeSums read;
        CHECK(read.deserialise(full.serialise()) == AccumulatorReading::ok);
        CHECK(read == full);
        CHECK(all.merge(LatticeSums(1)));
    }
}

TEST_CASE("counts of missing values do not run over") {
    LatticeSums lattice;
    CHECK_FALSE(lattice.add_missing(largest));
    CHECK(lattice.add_missing(detail::most_values - 1));
    CHECK_FALSE(lattice.add_missing(2));
    CHECK_FALSE(lattice.merge(LatticeSums(lattice)));
    CHECK(lattice.add_missing());
    CHECK(lattice.missing() == detail::most_values);
    Histogram grid;
    CHECK_FALSE(grid.add_missing(largest));
    CHECK(grid.add_missing(detail::most_values));
    CHECK_FALSE(grid.merge(Histogram(grid)));
    ResponderCounts responders;
    CHECK(responders.add_missing(detail::most_values - 1));
    CHECK_FALSE(responders.add_not_evaluable(2));
    CHECK(responders.add_not_evaluable());
    CHECK_FALSE(responders.merge(ResponderCounts(responders)));
    CHECK(responders.finalise(Denominator::all_enrolled).n == detail::most_values);
    ResponderCounts read;
    CHECK(read.deserialise(responders.serialise()) == AccumulatorReading::ok);
}

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

TEST_CASE("exact sums are refused where no doubles have them") {
    // n values of the largest double are the most; one unit more is none
    const auto most = std::numeric_limits<double>::max();
    ExactSum sum;
    for (int i = 0; i < 3; ++i) sum.add(most);
    ExactSum read;
    CHECK(read.deserialise(sum.serialise()) == AccumulatorReading::ok);
    Bytes bytes = unsealed(sum);
    bytes[6] = 2;  // of two values
    CHECK(read.deserialise(sealed(bytes)) == AccumulatorReading::damaged);
    bytes[6] = 0;  // of none
    CHECK(read.deserialise(sealed(bytes)) == AccumulatorReading::damaged);
    sum = {};
    sum.add(5e-324);
    for (int i = 0; i < 63; ++i) REQUIRE(sum.merge(ExactSum(sum)));
    const ExactSum full = sum;
    CHECK_FALSE(sum.merge(full));
    CHECK(sum == full);
    CHECK(sum.finalise().mean == 5e-324);
    // 1 and 1 have the powers 2, 2, 2, 2: another sum of squares leaves no real numbers
    ExactMoments moments;
    moments.add(1.0);
    moments.add(1.0);
    ExactMoments other;
    other.add(1.0);
    other.add(-1.0);
    CHECK(moments.merge(other));
    ExactPair pair;
    pair.add(1.0, 2.0);
    for (int i = 0; i < 63; ++i) REQUIRE(pair.merge(ExactPair(pair)));
    CHECK_FALSE(pair.merge(ExactPair(pair)));
    for (int i = 0; i < 61; ++i) REQUIRE(moments.merge(ExactMoments(moments)));
    CHECK_FALSE(moments.merge(ExactMoments(moments)));
    CHECK(moments.finalise().mean == 0.5);
}

TEST_CASE("points are compared without running over") {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    ResponderCounts counts;
    counts.add_points(most, least, 4, 4);
    counts.add_points(least, most, 4, least);
    CHECK(counts.finalise(Denominator::evaluable).responders == 1);
    CHECK(counts.finalise(Denominator::evaluable).n == 2);
}
