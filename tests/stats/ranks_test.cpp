// SPDX-License-Identifier: BSL-1.0
// Ranks: doubled mid-ranks, their sum, and what ties take from a variance.
#include <numeric>
#include <vector>

#include <eczscore/stats/detail/ranks.hpp>

#include "reference.hpp"

using eczscore::stats::detail::doubled_ranks;

TEST_CASE("doubled mid-ranks of tied values are whole") {
    const auto ranks = doubled_ranks(std::vector<double>{3.0, 1.0, 3.0, 2.0, 3.0});
    CHECK(ranks.twice == std::vector<std::uint64_t>{8, 2, 8, 4, 8});
    CHECK(ranks.tie_sum == 24.0);
    CHECK(ranks.groups == 3);
}

TEST_CASE("doubled ranks add up to n (n + 1), ties or not") {
    for (const std::size_t modulus : {1u, 2u, 5u, 100u}) {
        std::vector<double> values;
        for (std::size_t i = 0; i < 57; ++i) {
            values.push_back(static_cast<double>(i * 31 % modulus));
        }
        const auto ranks = doubled_ranks(values);
        CHECK(std::accumulate(ranks.twice.begin(), ranks.twice.end(), std::uint64_t{0}) ==
              57u * 58u);
    }
    CHECK(doubled_ranks({}).twice.empty());
}
