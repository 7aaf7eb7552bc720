// SPDX-License-Identifier: BSL-1.0
// The rank-sum test over strata against coin, and against the test of one stratum.
#include "eczscore/stats/stratified_rank_sum.hpp"

#include <algorithm>

#include "eczscore/stats/cmh.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "stats/two_groups.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
using Lists = std::vector<std::vector<double>>;

Lists lists_of(const Json& json) {
    Lists all;
    for (const Json& each : json) all.push_back(reference::numbers(each));
    return all;
}
std::vector<RankStratum> strata_of(const Lists& x, const Lists& y) {
    std::vector<RankStratum> strata;
    for (std::size_t h = 0; h < x.size(); ++h) strata.push_back({x[h], y[h]});
    return strata;
}
struct Named {
    StratumRanks ranks;
    const char* start;
};
constexpr Named all_ranks[] = {{StratumRanks::van_elteren, "van_elteren_"},
                               {StratumRanks::equal, "equal_"},
                               {StratumRanks::common, "common_"}};
}  // namespace

TEST_CASE("the stratified rank-sum test agrees with coin, whose block argument is common ranks") {
    for (const Named& way : all_ranks) {
        const auto cases = reference::all("55_stratified_ranks", way.start);
        REQUIRE(cases.size() == 7);
        for (const Json* each : cases) {
            INFO(each->at("id"));
            const Lists x = lists_of(each->at("input").at("x"));
            const Lists y = lists_of(each->at("input").at("y"));
            const StratifiedRankSum found = stratified_rank_sum(strata_of(x, y), way.ranks);
            CHECK(found.state == State::ok);
            CHECK_CLOSE(found.z, output(*each, "z"), 1e-11, 1e-13);
            CHECK_CLOSE(found.sd * found.sd, output(*each, "variance"), 1e-12);
            CHECK_CLOSE(found.p, output(*each, "p"), 1e-11);
            CHECK_CLOSE(found.p_less, output(*each, "p_less"), 1e-11);
            CHECK_CLOSE(found.p_greater, output(*each, "p_greater"), 1e-11);
            CHECK_CLOSE(found.statistic - found.expected,
                        output(*each, "statistic") - output(*each, "expected"), 1e-11, 1e-12);
            if (found.strata.left_out > 0)
                continue;  // coin's sums hold the constant of such strata
            CHECK_CLOSE(found.statistic, output(*each, "statistic"), 1e-13);
            CHECK_CLOSE(found.expected, output(*each, "expected"), 1e-13);
        }
    }
}

TEST_CASE("one stratum is the plain test, whatever its weight") {
    const Lists x{{3, 1, 4, 1, 5, 9, 2}}, y{{2, 6, 5, 3, 5}};
    const MannWhitney plain = mann_whitney_normal(x[0], y[0], {.corrected = false});
    for (const Named& way : all_ranks) {
        const StratifiedRankSum found = stratified_rank_sum(strata_of(x, y), way.ranks);
        CHECK_CLOSE(found.z, plain.z, 1e-14);
        CHECK_CLOSE(found.p, plain.p, 1e-14);
        CHECK_CLOSE(found.p_less, plain.p_less, 1e-14);
        CHECK_CLOSE(found.p_greater, plain.p_greater, 1e-14);
        CHECK(found.n_x == 7);
        CHECK(found.n_y == 5);
        CHECK(found.method == name(way.ranks));
    }
    CHECK(stratified_rank_sum(strata_of(x, y), StratumRanks::equal).statistic == plain.rank_sum);
}

TEST_CASE("of responders it is the Cochran-Mantel-Haenszel test") {
    // ranks of 0 and 1 within a stratum of N are N/2 apart; strata of one size have one weight, so
    // that the two tests are one
    const Lists x{{1, 1, 0, 1, 0}, {0, 0, 1, 0}}, y{{0, 1, 0}, {0, 0, 1, 0}};
    const Stratum tables[] = {{{3, 5}, {1, 3}}, {{1, 4}, {1, 4}}};
    const StratifiedRankSum found = stratified_rank_sum(strata_of(x, y));
    CHECK_CLOSE(found.z * found.z, cmh_test(tables).statistic, 1e-13);
    CHECK_CLOSE(found.p, cmh_test(tables).p, 1e-13);
}

TEST_CASE("groups swap their tails, and the order of strata and values changes no bit") {
    Lists x{{3, 1.5, 4, 1.5}, {5, 9, 2, 6, 5}, {3.25, 5}}, y{{8, 9.75}, {7, 9, 3}, {2, 3.25, 8, 4}};
    for (const Named& way : all_ranks) {
        const StratifiedRankSum one = stratified_rank_sum(strata_of(x, y), way.ranks);
        const StratifiedRankSum swapped = stratified_rank_sum(strata_of(y, x), way.ranks);
        CHECK_CLOSE(swapped.z, -one.z, 1e-13);
        CHECK_CLOSE(swapped.p_less, one.p_greater, 1e-13);
        Lists other_x(x), other_y(y);
        std::reverse(other_x.begin(), other_x.end());
        std::reverse(other_y.begin(), other_y.end());
        std::reverse(other_x[1].begin(), other_x[1].end());
        const StratifiedRankSum other = stratified_rank_sum(strata_of(other_x, other_y), way.ranks);
        CHECK(other.z == one.z);
        CHECK(other.statistic == one.statistic);
        CHECK(other.sd == one.sd);
    }
}

TEST_CASE("the stratified rank-sum test: edges") {
    CHECK(stratified_rank_sum({}).state == State::too_few);
    const Lists x{{1, not_a_number}, {4, 5, 6}, {}}, y{{2, 3}, {}, {}};
    const StratifiedRankSum found = stratified_rank_sum(strata_of(x, y));
    CHECK(found.state == State::ok);
    CHECK(found.missing == 1);
    CHECK(found.strata.used == 1);
    CHECK(found.strata.left_out == 2);
    CHECK(found.strata.patients == 3);
    CHECK(found.strata.without == 3);
    CHECK(found.n_x == 1);
    CHECK_CLOSE(found.z, -std::sqrt(1.5), 1e-14);  // rank 1, of 1, 2 and 3
    const Lists gone{{not_a_number}}, some{{1, 2}};
    CHECK(stratified_rank_sum(strata_of(gone, some)).state == State::too_few);
    const Lists flat_x{{2, 2}, {5}}, flat_y{{2}, {5, 5}};
    const StratifiedRankSum flat = stratified_rank_sum(strata_of(flat_x, flat_y));
    CHECK(flat.state == State::zero_variance);
    CHECK(std::isnan(flat.p));
    CHECK(flat.statistic == flat.expected);
    CHECK(stratified_rank_sum(strata_of(flat_x, flat_y), StratumRanks::common).state ==
          State::zero_variance);
}
