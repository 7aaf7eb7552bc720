// SPDX-License-Identifier: BSL-1.0
// Anchor mean change against R's t tests; groups that are too small or do not vary.
#include "eczscore/stats/anchor_mean_change.hpp"

#include "stats/mic_data.hpp"

using namespace eczscore::stats;
using mic_data::at;
using reference::Json;
using reference::numbers;

TEST_CASE("anchor mean change agrees with 13_mcid") {
    const auto cases = reference::all("13_mcid", "anchor_mean_change_");
    REQUIRE(cases.size() >= 5);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = mic_data::patients_of(*each);
        const AnchorMeanChange found = anchor_mean_change(data.change, data.anchor);
        CHECK(found.n == data.change.size());
        CHECK(static_cast<double>(found.within.n) == at(out, "n_minimally_improved"));
        CHECK_CLOSE(found.within.estimate, at(out, "mean_change"), 1e-12);
        const auto ci = numbers(out.at("ci95"));
        CHECK_CLOSE(found.within.ci.lower, ci[0], 1e-12);
        CHECK_CLOSE(found.within.ci.upper, ci[1], 1e-12);
        CHECK_CLOSE(found.median, at(out, "median_change"), 1e-15);
        CHECK_CLOSE(found.unchanged.mean, at(out, "mean_unchanged"), 1e-12);
        CHECK_CLOSE(found.between.estimate, at(out, "difference_from_unchanged"), 1e-12);
    }
}

TEST_CASE("the excess over the unchanged has the interval of R's Welch test") {
    const auto cases = reference::all("22_anchor_agreement", "anchor_");
    REQUIRE(cases.size() >= 6);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = mic_data::patients_of(*each);
        const AnchorMeanChange found = anchor_mean_change(data.change, data.anchor);
        CHECK_CLOSE(found.within.estimate, at(out, "mean"), 1e-12);
        CHECK_CLOSE(found.within.se, at(out, "se"), 1e-12);
        CHECK_CLOSE(found.between.estimate, at(out, "difference"), 1e-12);
        CHECK_CLOSE(found.between.df, at(out, "difference_df"), 1e-12);
        const auto ci = numbers(out.at("difference_ci95"));
        CHECK_CLOSE(found.between.ci.lower, ci[0], 1e-12);
        CHECK_CLOSE(found.between.ci.upper, ci[1], 1e-12);

        const AnchorMeanChange summary =
            anchor_mean_change(found.minimally_improved, found.unchanged);
        CHECK(summary.within.ci.lower == found.within.ci.lower);
        CHECK(reference::close(summary.between.ci.upper, found.between.ci.upper, 0.0));
    }
}

TEST_CASE("anchor groups of 0, 1 and 2, equal changes and missing values") {
    const std::vector<double> none;
    CHECK(anchor_mean_change(none, none).within.state == State::too_few);
    const std::vector<double> anchor = {1, 0, 1, 0, 1};
    const double nan = not_a_number;

    const auto one = anchor_mean_change(std::vector<double>{3, 1, nan, nan, nan}, anchor);
    CHECK(one.missing == 3);
    CHECK(one.within.estimate == 3.0);
    CHECK(one.within.state == State::too_few);
    CHECK(one.between.estimate == 2.0);
    CHECK(one.between.state == State::too_few);

    const auto two = anchor_mean_change(std::vector<double>{3, 1, 4, 1, nan}, anchor);
    CHECK(two.within.state == State::ok);
    CHECK(two.between.state == State::ok);
    CHECK(two.within.ci.lower < 3.5);

    const auto equal = anchor_mean_change(std::vector<double>{0.3, 0.3, 0.3, 0.3, 0.3}, anchor);
    CHECK(equal.within.estimate == 0.3);
    CHECK(equal.within.state == State::zero_variance);
    CHECK(equal.between.estimate == 0.0);
    CHECK(equal.between.state == State::zero_variance);
}
