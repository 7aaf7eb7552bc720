// SPDX-License-Identifier: BSL-1.0
// Random numbers: published vectors, the recorded index stream, and independence of the order.
#include <cstdint>
#include <string>
#include <vector>

#include <eczscore/stats/detail/philox.hpp>

#include "reference.hpp"

using namespace eczscore::stats::detail;
using reference::Json;

namespace {
std::uint32_t word(const Json& hex) {
    return static_cast<std::uint32_t>(std::stoul(hex.get<std::string>(), nullptr, 16));
}
template <std::size_t size>
std::array<std::uint32_t, size> words(const Json& list) {
    std::array<std::uint32_t, size> all{};
    for (std::size_t i = 0; i < size; ++i) all[i] = word(list.at(i));
    return all;
}
}  // namespace

TEST_CASE("Philox 4x32-10 gives the published words") {
    const auto cases = reference::all("17_numeric", "philox4x32_10_");
    REQUIRE(!cases.empty());
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const PhiloxBlock found = philox(words<4>(each->at("input").at("counter")),
                                         words<2>(each->at("input").at("key")));
        CHECK(found == words<4>(each->at("output").at("output")));
    }
}

TEST_CASE("the indices of a replicate are those recorded, in whatever order replicates are asked") {
    const Json& one = reference::one("17_numeric", "bootstrap_index_stream");
    const Json& input = one.at("input");
    const std::uint64_t seed = std::stoull(input.at("seed_hex").get<std::string>(), nullptr, 16);
    const auto stream = input.at("stream").get<std::uint32_t>();
    const auto n = input.at("n").get<std::uint32_t>();
    for (std::size_t i = input.at("replicates").size(); i-- > 0;) {
        Philox random(seed, stream, input.at("replicates").at(i).get<std::uint64_t>());
        for (const Json& index : one.at("output").at("indices_0based").at(i)) {
            CHECK(random.below(n) == index.get<std::uint32_t>());
        }
    }
}

TEST_CASE("a double takes 53 bits of two words") {
    Philox words_of(7, 1, 5);
    Philox doubles_of(7, 1, 5);
    const std::uint64_t high = words_of.word();
    const std::uint64_t low = words_of.word();
    CHECK(doubles_of.uniform() == static_cast<double>((high << 32 | low) >> 11) * 0x1p-53);
    const Json& one = reference::one("17_numeric", "double_from_u32_pair");
    const std::uint64_t both =
        std::uint64_t{word(one.at("input").at("hi"))} << 32 | word(one.at("input").at("lo"));
    CHECK(static_cast<double>(both >> 11) * 0x1p-53 == one.at("output").at("double").get<double>());
}

TEST_CASE("an open uniform number is the middle of one of 2^52 steps, never 0 or 1") {
    Philox words_of(7, 1, 5);
    Philox open_of(7, 1, 5);
    for (int i = 0; i < 100; ++i) {
        const std::uint64_t high = words_of.word();
        const std::uint64_t step = (high << 32 | words_of.word()) >> 12;
        const double open = open_of.open_uniform();
        CHECK(open == (static_cast<double>(step) + 0.5) * 0x1p-52);
        CHECK(open > 0.0);
        CHECK(open < 1.0);
    }
}

TEST_CASE("draws below n are below n and equally frequent within Monte Carlo error") {
    constexpr std::uint32_t n = 7;
    constexpr int draws = 70'000;
    std::vector<int> seen(n);
    Philox random(42, 0, 0);
    for (int i = 0; i < draws; ++i) ++seen.at(random.below(n));
    double chi_square = 0.0;
    for (const int count : seen) chi_square += (count - 10'000.0) * (count - 10'000.0) / 10'000.0;
    CHECK(chi_square < 22.46);  // the upper 0.1 % point with 6 degrees of freedom
}
