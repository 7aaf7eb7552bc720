// SPDX-License-Identifier: BSL-1.0
// Regression to the mean from the baselines of selected patients alone.
#include "eczscore/trial/selected_patients.hpp"

#include "stats/reference.hpp"

using namespace eczscore;
using reference::Json;

TEST_CASE("from the selected patients back to the population and its regression") {
    const Json& one = reference::one("01_individual", "rtm_truncated_mle");
    const auto baseline = reference::numbers(one.at("input").at("baseline"));
    const auto found = trial::selected_patients(baseline, 16, {.value = 0.7, .se = 0});
    REQUIRE(found.state == stats::State::approximate);
    CHECK(found.source == stats::PopulationSource::truncated_fit);
    // the closed form at the fitted mean and sd; drawn from 20 and 11, which give 1.92
    CHECK_CLOSE(found.towards_mean, 0.3 * 11.941805940495633 * found.mills, 1e-12);
    CHECK(found.ci.contains(1.919637034228884));
    // the fitted mean of those let in is the mean that was seen
    CHECK_CLOSE(found.expected_baseline, stats::detail::moments(baseline).mean, 1e-12);

    // mean and sd are estimated from the same few, and err together
    auto apart = trial::population_behind(stats::truncated_normal(baseline, 16), {0.7, 0});
    CHECK(apart.covariance_mean_sd < 0.0);
    apart.covariance_mean_sd = 0.0;
    CHECK(std::abs(stats::regression_to_the_mean(apart, {.cut_off = 16}).se - found.se) > 0.01);
}

TEST_CASE("without a fit or a reliability it is refused") {
    const double few[] = {20, 21};
    CHECK(trial::selected_patients(few, 16, {.value = 0.7}).state == stats::State::too_few);
    const double heavy[] = {16, 16.1, 16.2, 16.3, 60};
    CHECK(trial::selected_patients(heavy, 16, {.value = 0.7}).state == stats::State::boundary);
    const double some[] = {17, 19, 20, 24, 30, 18};
    CHECK(trial::selected_patients(some, 16, {}).state == stats::State::not_available);
    const auto no_interval = trial::selected_patients(some, 10, {.value = 0.7});
    CHECK(no_interval.ci.state == stats::State::not_available);
}

TEST_CASE("selection below a cut-off mirrors it") {
    std::vector<double> up{17, 19, 20, 24, 30, 18, 22}, down;
    for (const double x : up) down.push_back(-x);
    const auto above = trial::selected_patients(up, 16, {0.7, 0.05});
    const auto below =
        trial::selected_patients(down, -16, {0.7, 0.05}, {.selected = stats::Selected::below});
    CHECK_CLOSE(below.towards_mean, above.towards_mean, 1e-10);
    CHECK_CLOSE(below.se, above.se, 1e-9);
}
