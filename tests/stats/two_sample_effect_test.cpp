// SPDX-License-Identifier: BSL-1.0
// Effect sizes of two groups against R.
#include "eczscore/stats/two_sample_effect.hpp"

#include "stats/two_groups.hpp"

using namespace eczscore::stats;
using reference::Json;

TEST_CASE("effect sizes agree with R") {
    const auto cases = two_sample_cases("effect_");
    REQUIRE(cases.size() >= 2);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto [x, y] = groups_of(each->at("input"));
        const TwoSampleEffect found = two_sample_effect(x, y);
        if (each->at("status") != "ok") {
            CHECK(found.state != State::ok);
            continue;
        }
        CHECK_CLOSE(found.d.estimate, output(*each, "d"), 1e-12);
        CHECK_CLOSE(found.pooled_sd, output(*each, "pooled_sd"), 1e-12);
        // J in the reference is a difference of logarithms
        CHECK_CLOSE(found.j, output(*each, "J"), 1e-12);
        CHECK_CLOSE(found.g.estimate, output(*each, "g"), 1e-12);
        CHECK_CLOSE(found.glass_by_y, output(*each, "glass_delta_y"), 1e-12);
        CHECK_CLOSE(found.glass_by_x, output(*each, "glass_delta_x"), 1e-12);
        CHECK_CLOSE(found.p_x_greater, output(*each, "cles_normal"), 1e-12);
        CHECK_CLOSE(found.u3, output(*each, "u3"), 1e-12);
        CHECK_CLOSE(found.overlap, output(*each, "overlap"), 1e-12);
        // R's noncentral t carries some 1e-12 in the tail; the next test has the true limits
        CHECK_CLOSE(found.d.ci.lower, reference::number(each->at("output").at("ci95")[0]), 1e-8);
        CHECK_CLOSE(found.d.ci.upper, reference::number(each->at("output").at("ci95")[1]), 1e-8);
    }
}

TEST_CASE("limits of d have their tails, and a t test that agrees") {
    const GroupSummary x{12, 5.5, 2.0}, y{15, 3.9, 2.5};
    const TwoSampleEffect found = two_sample_effect(x, y);
    const double scale = std::sqrt(12.0 * 15 / 27);
    CHECK_CLOSE(detail::noncentral_t_sf(found.d.statistic, 25, found.d.ci.lower * scale), 0.025,
                1e-10);
    CHECK_CLOSE(detail::noncentral_t_cdf(found.d.statistic, 25, found.d.ci.upper * scale), 0.025,
                1e-10);
    CHECK((found.d.p < 0.05) == (found.d.ci.lower > 0));
    CHECK_CLOSE(found.g.ci.lower, found.d.ci.lower * found.j, 1e-15);
    const TwoSampleEffect swapped = two_sample_effect(y, x);
    CHECK_CLOSE(swapped.d.ci.lower, -found.d.ci.upper, 1e-12);
    CHECK_CLOSE(swapped.p_x_greater, 1 - found.p_x_greater, 1e-14);
}

TEST_CASE("effect sizes: edges") {
    const std::vector<double> one{2.0}, two{1.0, 3.0}, same{4.0, 4.0};
    CHECK(two_sample_effect(one, one).state == State::too_few);
    CHECK(two_sample_effect(same, same).state == State::zero_variance);
    CHECK(two_sample_effect(same, std::vector<double>{1.0, 1.0}).state == State::zero_variance);
    const TwoSampleEffect small = two_sample_effect(one, two);
    CHECK(std::isfinite(small.d.estimate));
    CHECK(std::isnan(small.g.estimate));  // J does not exist for one degree of freedom
    CHECK(small.g.state == State::too_few);
    CHECK(std::isnan(small.glass_by_x));
    const std::vector<double> gap{1.0, not_a_number, 2.0, 4.0};
    CHECK(two_sample_effect(gap, two).d.missing == 1);
    CHECK(two_sample_effect(gap, two, {.confidence_level = 0.0}).state == State::invalid_argument);
    const GroupSummary fine{9, 1.0, 2.0};
    CHECK(two_sample_effect(fine, {9, 1.0, -2.0}).state == State::invalid_argument);
    CHECK(two_sample_effect({9, infinity, 2.0}, fine).state == State::invalid_argument);
    const std::vector<double> huge{1e308, 1.5e308};  // values are finite, their squares are not
    const TwoSampleEffect beyond = two_sample_effect(huge, two);
    CHECK(beyond.state == State::out_of_range);
    CHECK(beyond.g.ci.state == State::out_of_range);
    CHECK(two_sample_effect(fine, {9, 1.0, 2.0}, {.confidence_level = 95}).state ==
          State::invalid_argument);
    const std::vector<double> noise{20.1 - 10.9, 9.2, 1.0 - 2.0 / 3}, flat{1.0 / 3, 1.0 - 2.0 / 3};
    CHECK(two_sample_effect(noise, flat).state == State::ok);
    CHECK(two_sample_effect(flat, flat).state == State::zero_variance);
}
