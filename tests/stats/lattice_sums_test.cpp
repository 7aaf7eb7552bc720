// SPDX-License-Identifier: BSL-1.0
// Exact sums of steps at their limits: 2^31 scores below 2^24 steps, and 1e-9 from the lattice.
#include "eczscore/stats/lattice_sums.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "catch_compat.hpp"
#include "stats/accumulator_probe.hpp"

using namespace eczscore::stats;
using accumulator_probe::Bytes;
using accumulator_probe::sealed;
using accumulator_probe::unsealed;

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

TEST_CASE("sums of steps take steps below 2^24 in size") {
    constexpr std::int64_t size = std::int64_t{1} << 24;
    LatticeSums sums(1);
    for (const std::int64_t sign : {1, -1}) {
        CHECK_FALSE(sums.add_steps(sign * size));
        CHECK_FALSE(sums.add(static_cast<double>(sign * size)));
        CHECK(sums.add_steps(sign * (size - 1)));
        CHECK(sums.add(static_cast<double>(sign * (size - 1))));
        CHECK_FALSE(sums.add(static_cast<double>(sign) * 1e300));
    }
    CHECK(sums.n() == 4);
    CHECK(sums.lowest() == static_cast<double>(1 - size));
    CHECK(sums.highest() == static_cast<double>(size - 1));
}

TEST_CASE("sums of steps take a value at most 1e-9 from the lattice") {
    LatticeSums sums(1);
    const double far = std::nextafter(1e-9, 1.0);
    for (const double sign : {1.0, -1.0}) {
        CHECK(sums.add(sign * 1e-9));
        CHECK_FALSE(sums.add(sign * far));
    }
    LatticeSums tenths(10);
    CHECK_FALSE(tenths.add(0.1 + 2e-9));
    CHECK(tenths.add(0.1 + 5e-10));
    CHECK(sums.n() == 2);
    CHECK(tenths.n() == 1);
    CHECK(sums.add(not_a_number));
    CHECK(sums.missing() == 1);
}

TEST_CASE("sums of steps merge up to 2^31 scores and 2^63 missing values") {
    LatticeSums doubled(1);
    LatticeSums all_but_one(1);  // 2^31 - 1 scores: 1 + 2 + 4 + ...
    CHECK(doubled.add_steps(1));
    for (int i = 0; i < 31; ++i) {
        REQUIRE(all_but_one.merge(doubled));
        REQUIRE(doubled.merge(LatticeSums(doubled)));
    }
    REQUIRE(all_but_one.n() == (std::uint64_t{1} << 31) - 1);
    LatticeSums two(1);
    CHECK(two.add_steps(1));
    const LatticeSums one = two;
    CHECK(two.add_steps(1));
    LatticeSums full = all_but_one;
    CHECK_FALSE(full.merge(two));
    CHECK(full == all_but_one);
    CHECK(full.merge(one));
    CHECK(full == doubled);
    CHECK_FALSE(full.merge(one));
    CHECK(all_but_one.add_steps(1));
    CHECK_FALSE(all_but_one.add_steps(1));
    LatticeSums missing(1);
    CHECK(missing.add_missing(detail::most_values - 7));
    for (const std::uint64_t count : {std::uint64_t{8}, std::uint64_t{7}}) {
        LatticeSums more(1);
        CHECK(more.add_missing(count));
        CHECK(missing.merge(more) == (count == 7));
    }
    CHECK(missing.missing() == detail::most_values);
    CHECK_FALSE(two.merge(LatticeSums(2)));
}

TEST_CASE("bytes of more than 2^31 scores, or of a score of 2^24 steps, are refused") {
    const auto forged = [](std::int64_t step, std::uint64_t scores) {
        using Whole = eczscore::detail::Int128;
        detail::ByteWriter out(detail::AccumulatorKind::lattice_sums, 1);
        out.put(std::int32_t{1});
        out.put(scores);
        out.put(std::uint64_t{0});
        out.put(step);
        out.put(step);
        Whole sum = Whole{step} * static_cast<std::int64_t>(scores);
        for (int power = 1; power <= 4; ++power, sum = sum * step) {
            out.put(static_cast<std::uint64_t>(sum));
            out.put(static_cast<std::uint64_t>(static_cast<detail::DoubleLimb>(sum) >> 64));
        }
        LatticeSums read(1);
        return read.deserialise(out.take());
    };
    constexpr std::uint64_t most = std::uint64_t{1} << 31;
    CHECK(forged(0, most) == AccumulatorReading::ok);
    CHECK(forged(0, most + 1) == AccumulatorReading::damaged);
    constexpr std::int64_t size = std::int64_t{1} << 24;
    for (const std::int64_t sign : {1, -1}) {
        CHECK(forged(sign * (size - 1), 1) == AccumulatorReading::ok);
        CHECK(forged(sign * size, 1) == AccumulatorReading::damaged);
    }
}
