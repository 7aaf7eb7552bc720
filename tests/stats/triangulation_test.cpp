// SPDX-License-Identifier: BSL-1.0
// Triangulation of MICs against R; impossible weights and missing estimates.
#include "eczscore/stats/triangulation.hpp"

#include "stats/mic_data.hpp"

using namespace eczscore::stats;
using mic_data::at;
using reference::Json;
using reference::numbers;

TEST_CASE("triangulation agrees with R") {
    const Json& one = reference::one("22_anchor_agreement", "triangulation");
    const Json& out = one.at("output");
    const Triangulation found = triangulate(numbers(one.at("input").at("estimates")),
                                            numbers(one.at("input").at("correlations")));
    CHECK(found.state == State::ok);
    CHECK(found.weighted_state == State::ok);
    CHECK_CLOSE(found.mean, at(out, "mean"), 1e-15);
    CHECK_CLOSE(found.median, at(out, "median"), 1e-15);
    CHECK(found.lowest == numbers(out.at("range"))[0]);
    CHECK(found.highest == numbers(out.at("range"))[1]);
    CHECK_CLOSE(found.weighted_by_r, at(out, "weighted_by_r"), 1e-14);
    CHECK_CLOSE(found.weighted_by_fisher_z, at(out, "weighted_by_fisher_z"), 1e-14);
}

TEST_CASE("an anchor that goes the wrong way, or perfectly, has no weight") {
    const std::vector<double> estimates = {3, 5};
    for (const double r : {-0.2, 0.0, 1.0, 1.4}) {
        const Triangulation found = triangulate(estimates, std::vector<double>{0.5, r});
        CHECK(found.weighted_state == State::invalid_argument);
        CHECK(std::isnan(found.weighted_by_r));
        CHECK(found.mean == 4.0);
        CHECK(found.state == State::ok);
    }
}

TEST_CASE("triangulation of none, of one, and with missing ones") {
    CHECK(triangulate({}).state == State::too_few);
    const Triangulation one = triangulate(std::vector<double>{7});
    CHECK(one.median == 7.0);
    CHECK(one.weighted_state == State::too_few);
    const Triangulation some = triangulate(std::vector<double>{7, not_a_number, 9, 1});
    CHECK(some.missing == 1);
    CHECK(some.median == 7.0);
    // A correlation that is not there leaves its estimate out, and says so.
    const Triangulation short_list =
        triangulate(std::vector<double>{7, 9}, std::vector<double>{0.5});
    CHECK(short_list.n == 1);
    CHECK(short_list.missing == 1);
}
