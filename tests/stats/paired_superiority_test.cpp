// SPDX-License-Identifier: BSL-1.0
// Paired probability of superiority: direction, ties, Wilson's interval and the edges.
#include <cmath>
#include <vector>

#include <eczscore/stats/paired_superiority.hpp>

#include "reference.hpp"

using namespace eczscore::stats;
using eczscore::Direction;
using reference::number;
using reference::numbers;

TEST_CASE("paired superiority: improvement is where the scale says, ties count half") {
    for (const reference::Json* each : reference::all("02_paired_mean", "effect_sizes_")) {
        INFO(each->at("id"));
        const auto pre = numbers(each->at("input").at("pre"));
        const auto post = numbers(each->at("input").at("post"));
        const PairedSuperiority lower = paired_superiority(pre, post, Direction::higher_is_worse);
        CHECK_CLOSE(lower.p_improved, number(each->at("output").at("prob_improved")), 1e-14);
        CHECK_CLOSE(lower.common_language, number(each->at("output").at("cles_dz")), 1e-12);
        const PairedSuperiority higher = paired_superiority(pre, post, Direction::higher_is_better);
        CHECK_CLOSE(higher.p_improved, 1.0 - lower.p_improved, 1e-14);
        CHECK_CLOSE(higher.ci.lower, 1.0 - lower.ci.upper, 1e-12);
        CHECK(lower.improved + lower.unchanged + lower.worsened == lower.n);
    }
}

TEST_CASE("paired superiority: the interval is Wilson's") {
    // 33 of 100 improved: the reference for a single proportion.
    std::vector<double> d(100, 1.0);
    for (std::size_t i = 0; i < 33; ++i) d[i] = -1.0;
    const PairedSuperiority found = paired_superiority(d, Direction::higher_is_worse);
    const auto wilson =
        numbers(reference::one("05_proportions", "one_prop_33_100").at("output").at("wilson"));
    CHECK_CLOSE(found.ci.lower, wilson[0], 1e-12);
    CHECK_CLOSE(found.ci.upper, wilson[1], 1e-12);
}

TEST_CASE("paired superiority: edges have a state") {
    CHECK(paired_superiority(std::vector<double>{}, Direction::higher_is_worse).state ==
          State::too_few);
    const PairedSuperiority same =
        paired_superiority(std::vector<double>{0, 0, 0}, Direction::higher_is_better);
    CHECK(same.p_improved == 0.5);
    CHECK(std::isnan(same.common_language));
    const PairedSuperiority all =
        paired_superiority(std::vector<double>{-1, -2}, Direction::higher_is_worse);
    CHECK(all.p_improved == 1.0);
    CHECK(all.ci.upper == 1.0);
    const PairedSuperiority none =
        paired_superiority(std::vector<double>{1, 2}, Direction::higher_is_worse);
    CHECK(none.ci.lower == 0.0);
    // a level so near 0 that its quantile has no square
    CHECK(paired_superiority(0, 0, 5, {.confidence_level = 5e-324}).ci.lower == 0.0);
}

TEST_CASE("paired superiority: counts give what the pairs give") {
    const std::vector<double> d = {-3, -1, 0, 0, 0, 2, -5, -4, 1, -2};
    const PairedSuperiority pairs =
        paired_superiority(d, Direction::higher_is_worse, {.confidence_level = 0.9});
    const PairedSuperiority counts = paired_superiority(5, 3, 2, {.confidence_level = 0.9});
    CHECK(counts.p_improved == 0.65);
    CHECK(counts.p_improved == pairs.p_improved);
    CHECK(counts.ci.lower == pairs.ci.lower);
    CHECK(counts.ci.upper == pairs.ci.upper);
    CHECK(counts.n == 10);
    CHECK(std::isnan(counts.common_language));
    CHECK(paired_superiority(0, 0, 0).state == State::too_few);
    for (const double level : {0.0, 1.0, not_a_number}) {
        CHECK(paired_superiority(5, 3, 2, {.confidence_level = level}).p_improved == 0.65);
        CHECK(paired_superiority(5, 3, 2, {.confidence_level = level}).ci.state ==
              State::invalid_argument);
        CHECK(std::isfinite(
            paired_superiority(d, Direction::higher_is_worse, {.confidence_level = level})
                .common_language));
    }
}
