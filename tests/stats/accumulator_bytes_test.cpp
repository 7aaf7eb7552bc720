// SPDX-License-Identifier: BSL-1.0
// Forged bytes with a right checksum: no sum, count or quantile of an accumulator runs over.
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
