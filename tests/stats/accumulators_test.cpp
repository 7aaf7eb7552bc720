// SPDX-License-Identifier: BSL-1.0
// Accumulators that merge: any order, any tree and any detour through bytes give the same bits.
// Covers: stats/exact_pair.hpp, stats/exact_sum.hpp, stats/types/accumulator_reading.hpp
#include <algorithm>
#include <random>

#include "eczscore/stats/exact_moments.hpp"
#include "eczscore/stats/exact_pair.hpp"
#include "eczscore/stats/exact_sum.hpp"
#include "eczscore/stats/histogram.hpp"
#include "eczscore/stats/lattice_sums.hpp"
#include "eczscore/stats/responder_counts.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {

/// Deals the values to parts, merges the parts in a random tree, half of them by way of bytes, and
/// compares the outcome with what adding one by one gives.
template <class Accumulator, class Value, class Add>
void check_merges(const Accumulator& empty, std::vector<Value> values, const Add& add,
                  std::mt19937_64& random) {
    Accumulator once = empty;
    for (const Value& value : values) add(once, value);
    for (int trial = 0; trial < 50; ++trial) {
        std::shuffle(values.begin(), values.end(), random);
        std::vector<Accumulator> parts(1 + random() % 12, empty);
        for (const Value& value : values) add(parts[random() % parts.size()], value);
        while (parts.size() > 1) {
            std::swap(parts[random() % parts.size()], parts.back());
            Accumulator from = empty;
            if (random() % 2 == 0)
                from = parts.back();
            else
                REQUIRE(from.deserialise(parts.back().serialise()) == AccumulatorReading::ok);
            parts.pop_back();
            parts[random() % parts.size()].merge(from);
        }
        REQUIRE(parts[0] == once);
        REQUIRE(parts[0].serialise() == once.serialise());
    }
}

/// Every way in which bytes can be wrong is named, and leaves the accumulator as it was.
template <class Accumulator>
void check_bytes(Accumulator filled, Accumulator& into) {
    const Accumulator before = into;
    const std::vector<std::uint8_t> good = filled.serialise();
    CHECK(std::string(good.begin(), good.begin() + 4) == "ECZA");
    for (std::size_t size = 0; size < good.size(); ++size) {
        const AccumulatorReading cut = into.deserialise(std::span(good).first(size));
        if (size < 4) {
            CHECK(cut == AccumulatorReading::not_an_accumulator);
        } else if (size > 6) {  // some kinds see the lengths first
            CHECK((cut == AccumulatorReading::cut_short || cut == AccumulatorReading::damaged));
        } else {
            CHECK(cut != AccumulatorReading::ok);
        }
    }
    std::vector<std::uint8_t> bad = good;
    std::size_t read = 0;
    for (std::size_t bit = 0; bit < 8 * good.size(); ++bit) {
        bad[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
        read += into.deserialise(bad) == AccumulatorReading::ok ? 1U : 0U;
        bad[bit / 8] = good[bit / 8];
    }
    CHECK(read == 0);  // no wrong bit goes unseen
    bad[0] ^= 1;
    CHECK(into.deserialise(bad) == AccumulatorReading::not_an_accumulator);
    bad = good;
    bad[4] = 99;
    CHECK(into.deserialise(bad) == AccumulatorReading::another_kind);
    bad = good;
    bad[5] = 2;
    CHECK(into.deserialise(bad) == AccumulatorReading::newer_version);
    bad = good;
    bad.push_back(0);
    CHECK(into.deserialise(bad) == AccumulatorReading::damaged);
    CHECK(into == before);
    CHECK(into.deserialise(good) == AccumulatorReading::ok);
    CHECK(into == filled);
}

/// The accumulator writes the bytes of the reference, and reads them.
template <class Accumulator>
void check_written(const Accumulator& filled, const Json& reference_case) {
    INFO(reference_case.at("id"));
    std::string hex;
    for (const std::uint8_t byte : filled.serialise()) {
        hex += "0123456789abcdef"[byte >> 4];
        hex += "0123456789abcdef"[byte & 15];
    }
    CHECK(hex == reference_case.at("output").at("hex").get<std::string>());
    Accumulator read;
    CHECK(read.deserialise(filled.serialise()) == AccumulatorReading::ok);
    CHECK(read == filled);
}

std::vector<double> scores(std::size_t count, std::mt19937_64& random) {
    std::vector<double> all(count);
    for (double& value : all) {
        value = random() % 20 == 0 ? not_a_number : static_cast<double>(random() % 1441) / 20.0;
    }
    return all;
}
const auto add_value = [](auto& to, double value) { to.add(value); };
}  // namespace

TEST_CASE("exact sums agree with rational arithmetic") {
    const auto cases = reference::all("17_numeric", "exact_sum_");
    REQUIRE(cases.size() >= 3);
    std::mt19937_64 random(1);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        std::vector<double> x = reference::numbers(each->at("input").at("x"));
        for (int trial = 0; trial < 10; ++trial) {
            CHECK(exact_sum(x).sum == reference::number(each->at("output").at("exact")));
            std::shuffle(x.begin(), x.end(), random);
        }
    }
    const std::vector<double> x =
        reference::numbers(reference::one("17_numeric", "merge_partition").at("input").at("x"));
    CHECK(exact_sum(x).sum ==
          reference::number(
              reference::one("17_numeric", "order_invariance").at("output").at("fsum_forward")));
}

TEST_CASE("exact sums where others lose everything") {
    const double cancel[] = {1e16, 1.0, -1e16};
    CHECK(exact_sum(cancel).sum == 1.0);
    const double wide[] = {1e308, 1e308, -1e308, -1e308, 1.0};
    CHECK(exact_sum(wide).sum == 1.0);
    const double ties[] = {1.0, 0x1p-53, 0x1p-106};
    CHECK(exact_sum(ties).sum == 1.0 + 0x1p-52);
    const double tie[] = {1.0, 0x1p-53};
    CHECK(exact_sum(tie).sum == 1.0);
    const double tiny[] = {0x1p-1074, 0x1p-1074, -0x1p-1073, 0x1p-1074};
    CHECK(exact_sum(tiny).sum == 0x1p-1074);
    const double over[] = {1.7e308, 1.7e308};
    CHECK(exact_sum(over).sum == infinity);
    CHECK(exact_sum(over).mean == 1.7e308);
    CHECK(exact_sum(over).state == State::out_of_range);
    CHECK(exact_sum({}).state == State::too_few);
}

TEST_CASE("covariance and the fitted line from merged pairs") {
    const Json& each = reference::one("17_numeric", "covariance_merge");
    const std::vector<double> x =
        reference::numbers(reference::one("17_numeric", "merge_partition").at("input").at("x"));
    const std::vector<double> y = reference::numbers(each.at("input").at("y"));
    const ExactPairResult found = exact_pair(x, y);
    const Json& out = each.at("output");
    CHECK(found.products == reference::number(out.at("sxy")));
    CHECK(found.covariance == reference::number(out.at("covariance")));
    CHECK(found.slope == reference::number(out.at("slope")));
    CHECK(found.intercept == reference::number(out.at("intercept")));
    CHECK_CLOSE(found.correlation, reference::number(out.at("correlation")), 1e-15);

    const double flat[] = {2, 2, 2};
    const double ramp[] = {1, 2, not_a_number};
    CHECK(exact_pair(flat, ramp).state == State::zero_variance);
    CHECK(exact_pair(flat, ramp).missing == 1);
    CHECK(std::isnan(exact_pair(flat, ramp).correlation));
    CHECK(exact_pair({}, ramp).missing == 3);
    CHECK(exact_pair({}, ramp).state == State::too_few);
}

TEST_CASE("merging in any order and grouping gives the same bits") {
    std::mt19937_64 random(5);
    const std::vector<double> x = scores(300, random);
    check_merges(LatticeSums(20), x, add_value, random);
    check_merges(Histogram(20, 0, 1440), x, add_value, random);
    check_merges(ExactSum(), x, add_value, random);
    std::vector<std::pair<double, double>> pairs;
    for (std::size_t i = 1; i < x.size(); ++i) pairs.emplace_back(x[i - 1], x[i] / 3.0);
    check_merges(
        ExactPair(), pairs, [](auto& to, const auto& p) { to.add(p.first, p.second); }, random);
    std::vector<std::pair<int, int>> changes;
    for (int i = 0; i < 300; ++i) {
        changes.emplace_back(static_cast<int>(random() % 50), static_cast<int>(random() % 50));
    }
    check_merges(
        ResponderCounts(), changes,
        [](auto& to, const auto& p) {
            if (p.second == 7)
                to.add_missing();
            else
                to.add_percent(p.first, p.second, 75);
        },
        random);
}

TEST_CASE("an empty part changes nothing") {
    LatticeSums all(10);
    CHECK(all.add_steps(163));
    LatticeSums same = all;
    CHECK(same.merge(LatticeSums(10)));
    CHECK(same == all);
    CHECK_FALSE(same.merge(LatticeSums(20)));
    CHECK(same == all);
    Histogram grid(10, 0, 720);
    CHECK_FALSE(grid.merge(Histogram(10, 0, 721)));
}

TEST_CASE("bytes that are not an accumulator are refused by name") {
    std::mt19937_64 random(9);
    const std::vector<double> x = scores(50, random);
    ExactSum sum, sum_into;
    sum.add(x);
    check_bytes(sum, sum_into);
    ExactMoments moments, moments_into;
    moments.add(x);
    check_bytes(moments, moments_into);
    ExactPair pair, pair_into;
    pair.add(x, x);
    check_bytes(pair, pair_into);
    LatticeSums lattice(20), lattice_into(20);
    CHECK(lattice.add(x) == 0);
    check_bytes(lattice, lattice_into);
    Histogram grid(20, 0, 60), grid_into(20, 0, 60);  // short: every bit of it is flipped
    CHECK(grid.add(std::vector<double>{0.05, 1, 1, 3}) == 0);
    check_bytes(grid, grid_into);
    ResponderCounts responders, responders_into;
    responders.add(true);
    check_bytes(responders, responders_into);
    CHECK(sum_into.deserialise(lattice.serialise()) == AccumulatorReading::another_kind);
    CHECK(sum_into.deserialise({}) != AccumulatorReading::ok);
    CHECK(name(AccumulatorReading::newer_version) == eczscore::Text("newer version"));
}

TEST_CASE("the bytes are those that the description of the format gives") {
    const auto of = [](const char* id) -> const Json& {
        return reference::one("54_accumulators", id);
    };
    const auto x_of = [](const Json& each) { return reference::numbers(each.at("input").at("x")); };
    ExactSum sum;
    sum.add(x_of(of("exact_sum")));
    sum.add(not_a_number);
    check_written(sum, of("exact_sum"));
    ExactMoments moments;
    moments.add(x_of(of("exact_moments")));
    moments.add(infinity);
    check_written(moments, of("exact_moments"));
    ExactPair pair;
    pair.add(x_of(of("exact_pair")), reference::numbers(of("exact_pair").at("input").at("y")));
    pair.add(not_a_number, 1.0);
    check_written(pair, of("exact_pair"));
    for (const char* id : {"lattice_sums", "lattice_sums_empty"}) {
        const Json& input = of(id).at("input");
        LatticeSums lattice(input.at("per_unit").get<std::int32_t>());
        for (const Json& steps : input.at("steps")) CHECK(lattice.add_steps(steps.get<int>()));
        lattice.add_missing(input.at("missing").get<std::uint64_t>());
        check_written(lattice, of(id));
    }
    Histogram grid(10, -3, 6);
    for (const Json& steps : of("histogram").at("input").at("steps")) {
        CHECK(grid.add_steps(steps.get<int>()));
    }
    grid.add_missing(300);
    check_written(grid, of("histogram"));
    ResponderCounts responders;
    responders.add(true);
    responders.add(false);
    responders.add(false);
    responders.add_missing(258);
    responders.add_not_evaluable(70000);
    check_written(responders, of("responders"));
}

TEST_CASE("a sum forged to its last bit is refused") {
    detail::ByteWriter out(detail::AccumulatorKind::exact_sum, 1);
    out.put(std::uint64_t{1});
    out.put(std::uint64_t{0});
    out.put(std::uint16_t{0});
    out.put(static_cast<std::uint16_t>(detail::FixedSum<1>::size));
    for (std::size_t i = 0; i < detail::FixedSum<1>::size; ++i) out.put(~std::uint64_t{0});
    out.put(std::uint32_t{0});  // nothing below 0
    ExactSum sum;
    CHECK(sum.deserialise(out.take()) == AccumulatorReading::damaged);
    CHECK(sum == ExactSum());
}

TEST_CASE("the checksum is that of zlib") {
    const std::string_view digits = "123456789";
    CHECK(detail::crc32(std::vector<std::uint8_t>(digits.begin(), digits.end())) == 0xCBF43926u);
    CHECK(detail::crc32({}) == 0);
}

TEST_CASE("a lattice and a histogram have the moments of the decimals") {
    std::mt19937_64 random(3);
    std::vector<double> x = scores(500, random);
    LatticeSums lattice(20);
    Histogram grid(20, 0, 1440);
    REQUIRE(lattice.add(x) == 0);
    REQUIRE(grid.add(x) == 0);
    const MomentsResult a = lattice.finalise();
    const MomentsResult b = grid.finalise();
    CHECK(a.n == b.n);
    CHECK(a.missing == b.missing);
    CHECK(a.mean == b.mean);
    CHECK(a.sd == b.sd);
    CHECK(a.skewness == b.skewness);
    CHECK(a.kurtosis_sas == b.kurtosis_sas);
    // Exact to the last digit where the sum of doubles is not: 0.1 ten times is 1.
    LatticeSums tenths(10);
    for (int i = 0; i < 10; ++i) CHECK(tenths.add(0.1));
    CHECK(tenths.finalise().sum == 1.0);
    CHECK(tenths.finalise().state == State::zero_variance);
    CHECK(tenths.lowest() == 0.1);
    CHECK(LatticeSums(10).finalise().state == State::too_few);
}

TEST_CASE("values off the lattice or the grid are refused") {
    LatticeSums lattice(10);
    const double off[] = {0.1, 0.15, 0.3, 1e12};
    CHECK(lattice.add(off) == 2);
    CHECK(lattice.n() == 2);
    CHECK_FALSE(lattice.add_steps(std::int64_t{1} << 24));
    Histogram poem(1, 0, 28);
    CHECK_FALSE(poem.add_steps(std::numeric_limits<std::int64_t>::min()));
    CHECK_FALSE(poem.add_steps(std::numeric_limits<std::int64_t>::max()));
    CHECK_FALSE(Histogram(1, -5, 28).add_steps(std::numeric_limits<std::int64_t>::max()));
    CHECK_FALSE(poem.add(29));
    CHECK_FALSE(poem.add(-1));
    CHECK(poem.add(28));
    CHECK(poem.n() == 1);
    CHECK(poem.add_steps(3, 4));
    CHECK(poem.below(3) == 2.0);
    CHECK(poem.median() == 3.0);
    CHECK(std::isnan(Histogram(1, 0, 28).median()));
}

TEST_CASE("responders by whole steps, and who is in the denominator") {
    ResponderCounts easi75;
    easi75.add_percent(212, 53, 75);  // 21.2 to 5.3: exactly 75 %, 74.99999999999999 in doubles
    easi75.add_percent(212, 54, 75);
    easi75.add_percent(0, 50, 75);  // no percentage of 0: neither improved nor worsened
    easi75.add_missing();
    CHECK(easi75.finalise(Denominator::evaluable).n == 2);
    CHECK(easi75.finalise(Denominator::evaluable).estimate == 0.5);
    CHECK(easi75.finalise(Denominator::missing_as_no).n == 3);
    CHECK(easi75.finalise(Denominator::all_enrolled).estimate == 0.25);
    CHECK(easi75.finalise(Denominator::evaluable).not_evaluable == 1);
    ResponderCounts itch;
    itch.add_points(3, 0, 4, 4);  // began below 4: not in the denominator
    itch.add_points(8, 4, 4, 4);
    itch.add_points(8, 5, 4, 4);
    CHECK(itch.finalise(Denominator::evaluable).estimate == 0.5);
    CHECK(ResponderCounts().finalise(Denominator::evaluable).state == State::too_few);
}
