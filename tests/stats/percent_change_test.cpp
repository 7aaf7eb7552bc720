// SPDX-License-Identifier: BSL-1.0
// Absolute and percent change and responders against R, in doubles and in exact scores.
#include "eczscore/stats/percent_change.hpp"

#include "eczscore/instruments/easi.hpp"
#include "eczscore/score/change.hpp"
#include "stats/reference.hpp"

using namespace eczscore;
using namespace eczscore::stats;
using reference::Json;

namespace {
Exact tenths(std::int64_t count) { return Exact::ratio(count, 10); }
Exact exact_of(double score) { return tenths(std::llround(score * 10)); }
Response responds(int percent, Exact pre, Exact post) {
    Threshold threshold{};
    threshold.basis = Basis::responder;
    threshold.value = percent;
    threshold.unit = ThresholdUnit::percent;
    return response(threshold, change(easi::instrument, pre, post));
}
}  // namespace

TEST_CASE("change and responders agree with R") {
    const Json& one = reference::one("01_individual", "change_basic");
    const auto pre = reference::numbers(one.at("input").at("pre"));
    const auto post = reference::numbers(one.at("input").at("post"));
    const Json& out = one.at("output");
    const std::pair<int, const char*> classes[] = {
        {50, "easi50"}, {75, "easi75"}, {90, "easi90"}, {100, "easi100"}};
    for (std::size_t i = 0; i < pre.size(); ++i) {
        INFO("patient " << i);
        CHECK_CLOSE(percent_improvement(pre[i], post[i]),
                    reference::number(out.at("improvement_percent")[i]), 1e-12);
        CHECK_CLOSE(
            -eczscore::stats::detail::improvement(pre[i], post[i], Direction::higher_is_worse),
            reference::number(out.at("absolute")[i]), 1e-14);
        if (std::isnan(pre[i]) || std::isnan(post[i])) continue;
        for (const auto& [percent, key] : classes) {
            INFO(key);
            const Response found = responds(percent, exact_of(pre[i]), exact_of(post[i]));
            const Json& expected = out.at(key)[i];
            CHECK((found == Response::not_evaluable) == expected.is_null());
            if (!expected.is_null()) CHECK((found == Response::yes) == expected.get<bool>());
        }
    }
    CHECK(percent_improvement(pre[9], post[9]) < 75.0);  // 21.2 to 5.3, and yet an EASI-75
}

TEST_CASE("on the threshold, doubles misjudge and exact scores do not") {
    const Json& out = reference::one("01_individual", "threshold_float_trap").at("output");
    int exact = 0, wrong_percent = 0, wrong_crossed = 0, wrong_exact = 0;
    for (const int percent : {50, 75, 90}) {
        for (int pre = 160; pre <= 720; ++pre) {
            if (pre * (100 - percent) % 100 != 0) continue;
            const int post = pre * (100 - percent) / 100;
            const double x = pre / 10.0, y = post / 10.0;
            ++exact;
            wrong_percent += !(100 * (x - y) / x >= percent);
            wrong_crossed += !((x - y) * 100 >= percent * x);
            wrong_exact += responds(percent, tenths(pre), tenths(post)) != Response::yes;
        }
    }
    CHECK(exact == out.at("n_exact_threshold").get<int>());
    CHECK(wrong_percent == out.at("n_wrong_percent_form").get<int>());
    CHECK(wrong_crossed == out.at("n_wrong_cross_multiplied").get<int>());
    CHECK(wrong_exact == out.at("n_wrong_integer_tenths").get<int>());
}

TEST_CASE("from a baseline of 0 nobody improved in percent, whoever got worse") {
    // clinicalsignificance 3.0.0 calls the patient who goes from 0 to 5 both improved and
    // deteriorated
    CHECK(std::isnan(percent_improvement(0, 5)));
    CHECK(std::isnan(percent_improvement(0, 0)));
    Threshold points{};
    points.value = 5;
    CHECK(verdict(points, change(easi::instrument, 0, 5)) == Verdict::worsened);
    CHECK(responds(50, 0, 5) == Response::not_evaluable);
}

TEST_CASE("the mean of percents and the percent of means differ") {
    const double pre[] = {40, 10, 0, 20, not_a_number}, post[] = {20, 1, 3, 20, 5};
    const PercentChangeResult found =
        percent_change(pre, post, {.direction = Direction::higher_is_worse, .scale_range = 72});
    CHECK(found.n == 3);
    CHECK(found.missing == 1);
    CHECK(found.undefined == 1);
    CHECK(found.near_zero == 1);  // below 3.6
    CHECK_CLOSE(found.mean_of_percents.estimate, (50 + 90 + 0) / 3.0, 1e-14);
    CHECK_CLOSE(found.percent_of_means, 100.0 * 29 / 70, 1e-14);
    CHECK(found.mean_of_percents.missing == 2);
    // mean 140/3, sd sqrt(2033.33..), qt(0.975, 2) = 4.3026527297494619
    const double half = 4.3026527297494619 * std::sqrt(6100.0 / 3 / 3);
    CHECK_CLOSE(found.mean_of_percents.ci.upper, 140.0 / 3 + half, 1e-12);
    CHECK(found.state == State::ok);
}

TEST_CASE("few, equal and undefined percentages") {
    const double zero[] = {0, 0}, five[] = {5, 5}, one[] = {1, 1};
    CHECK(percent_change(zero, five).state == State::undefined_ratio);
    CHECK(percent_change({}, {}).state == State::too_few);
    const PercentChangeResult single =
        percent_change(std::span(five).first(1), std::span(one).first(1));
    CHECK(single.mean_of_percents.estimate == 80.0);
    CHECK(single.mean_of_percents.state == State::too_few);
    const PercentChangeResult same = percent_change(five, one);
    CHECK(same.mean_of_percents.state == State::zero_variance);
    CHECK(same.mean_of_percents.ci.lower == 80.0);
    CHECK(percent_improvement(20, 30, Direction::higher_is_better) == 50.0);
    const double low[] = {20, 40}, high[] = {30, 50};
    const PercentChangeResult rising =
        percent_change(low, high, {.direction = Direction::higher_is_better});
    CHECK(rising.mean_of_percents.estimate == 37.5);
    CHECK_CLOSE(rising.percent_of_means, 100.0 * 20 / 60, 1e-15);
}

TEST_CASE("percentages equal but for rounding, infinite, and invalid levels") {
    // both are 75 %; the second is 74.99999999999999 in doubles
    const double pre[] = {16, 21.2}, post[] = {4, 5.3};
    CHECK(percent_change(pre, post).mean_of_percents.state == State::zero_variance);
    const double tiny[] = {16, 21.2, 1e-310}, far[] = {4, 5, 30};
    const PercentChangeResult beyond = percent_change(tiny, far);
    CHECK(beyond.undefined == 1);
    CHECK(beyond.n == 2);
    CHECK(std::isfinite(beyond.mean_of_percents.estimate));
    for (const double level : {0.0, 1.0, not_a_number}) {
        const Estimate mean = percent_change(tiny, far,
                                             {.direction = Direction::higher_is_worse,
                                              .scale_range = 72,
                                              .confidence_level = level})
                                  .mean_of_percents;
        CHECK(mean.ci.state == State::invalid_argument);
        CHECK(std::isnan(mean.ci.lower));
        CHECK(mean.state == State::ok);
    }
}
