// SPDX-License-Identifier: BSL-1.0
// Bootstrap of regression to the mean: replicates of another implementation, threads, and coverage.
#include "eczscore/trial/selected_patients_bootstrap.hpp"

#include <algorithm>
#include <thread>
#include <vector>

#include "stats/calibration.hpp"
#include "stats/reference.hpp"

using namespace eczscore;
using reference::Json;
using reference::numbers;
using stats::State;
using trial::SelectedDesign;

namespace {
constexpr auto file = "52_selected_bootstrap";

struct Case {
    std::vector<double> pre, post;
    SelectedDesign design;
    stats::BootstrapOptions options;
};
Case case_of(const Json& in) {
    const bool above = in.at("selected") == "above";
    const bool lower = in.at("better") == "lower";
    return {
        .pre = numbers(in.at("pre")),
        .post = numbers(in.at("post")),
        .design = {.cut_off = in.at("cutoff").get<double>(),
                   .reliability = {in.at("reliability").get<double>(),
                                   in.at("se_reliability").get<double>()},
                   .selected = above ? stats::Selected::above : stats::Selected::below,
                   .direction = lower ? Direction::higher_is_worse : Direction::higher_is_better},
        .options = {.replicates = in.at("replicates").get<std::size_t>(),
                    .seed = in.at("seed").get<std::uint64_t>(),
                    .stream = in.at("stream").get<std::uint32_t>()}};
}
Case case_of(const char* id) { return case_of(reference::one(file, id).at("input")); }
trial::detail::SelectedSample sample_of(const Case& of) {
    std::vector<trial::detail::SelectedPatient> patients;
    for (std::size_t i = 0; i < of.pre.size(); ++i) {
        patients.emplace_back(
            trial::detail::beyond_cut_off(of.pre[i], of.design),
            stats::detail::improvement(of.pre[i], of.post[i], of.design.direction));
    }
    return {patients, of.design};
}
}  // namespace

TEST_CASE("replicates agree with fits of 30 digits to the same resamples") {
    const auto cases = reference::all(file, "selected_");
    REQUIRE(cases.size() == 4);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const Case of = case_of(each->at("input"));
        std::vector<trial::detail::SelectedEstimates> found(of.options.replicates);
        sample_of(of).replicates({of.options.seed, of.options.stream}, 0, found);
        const auto regression = numbers(out.at("regression_replicates"));
        const auto corrected = numbers(out.at("corrected_replicates"));
        for (std::size_t r = 0; r < found.size(); ++r) {
            INFO("replicate " << r);
            CHECK_CLOSE(found[r].regression, regression[r], 1e-10);
            CHECK_CLOSE(found[r].corrected, corrected[r], 1e-10);
        }
        const auto all = trial::bootstrap_selected(of.pre, of.post, of.design, of.options);
        CHECK(all.state == State::approximate);
        CHECK(all.n == of.pre.size());
        CHECK(all.failed == out.at("failed").get<std::size_t>());
        CHECK(all.regression.replicates == of.options.replicates - all.failed);
        CHECK_CLOSE(all.regression.estimate, out.at("regression").get<double>(), 1e-12);
        CHECK_CLOSE(all.corrected.estimate, out.at("corrected").get<double>(), 1e-12);
        CHECK_CLOSE(all.regression.percentile.lower, out.at("regression_percentile_95")[0], 1e-10);
        CHECK_CLOSE(all.regression.percentile.upper, out.at("regression_percentile_95")[1], 1e-10);
        CHECK_CLOSE(all.corrected.percentile.lower, out.at("corrected_percentile_95")[0], 1e-10);
        CHECK_CLOSE(all.corrected.percentile.upper, out.at("corrected_percentile_95")[1], 1e-10);

        const auto alone = trial::bootstrap_selected(of.pre, of.design, of.options);
        CHECK(alone.corrected.state == State::too_few);
        CHECK(std::isnan(alone.corrected.estimate));
        CHECK(alone.regression.estimate == all.regression.estimate);
    }
}

TEST_CASE("the same bits for any number of threads, any split and any order", "[threads]") {
    Case of = case_of("selected_reliability_drawn");
    const auto sample = sample_of(of);
    constexpr std::size_t count = 96;
    std::vector<trial::detail::SelectedEstimates> whole(count);
    sample.replicates({17, 2}, 1000, whole);
    for (const std::size_t threads : {1u, 2u, 3u}) {
        std::vector<trial::detail::SelectedEstimates> parts(count);
        std::vector<std::thread> running;
        const std::size_t each = count / threads;
        for (std::size_t t = 0; t < threads; ++t) {
            running.emplace_back([&, t] {
                sample.replicates({17, 2}, 1000 + t * each,
                                  std::span(parts).subspan(t * each, each));
            });
        }
        for (std::thread& thread : running) thread.join();
        for (std::size_t r = 0; r < count; ++r) {
            CHECK(parts[r].regression == whole[r].regression);
            CHECK(parts[r].corrected == whole[r].corrected);
        }
    }
    const auto first = trial::bootstrap_selected(of.pre, of.post, of.design, of.options);
    std::reverse(of.pre.begin(), of.pre.end());
    std::reverse(of.post.begin(), of.post.end());
    const auto turned = trial::bootstrap_selected(of.pre, of.post, of.design, of.options);
    CHECK(turned.corrected.estimate == first.corrected.estimate);
    CHECK(turned.corrected.bca.lower == first.corrected.bca.lower);
    CHECK(turned.corrected.bca.upper == first.corrected.bca.upper);
    CHECK(turned.regression.percentile.upper == first.regression.percentile.upper);
}

TEST_CASE("leaving patients out from sums is leaving them out") {
    const Case of = case_of("selected_above");
    const auto quick = sample_of(of).left_out();
    for (const std::size_t out : {std::size_t{0}, std::size_t{57}, of.pre.size() - 1}) {
        Case less = of;
        // patients are sorted by what lies beyond the cut-off, then improvement
        std::vector<std::size_t> order(of.pre.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(of.pre[a], of.pre[a] - of.post[a]) <
                   std::pair(of.pre[b], of.pre[b] - of.post[b]);
        });
        const auto gone = static_cast<std::ptrdiff_t>(order[out]);
        less.pre.erase(less.pre.begin() + gone);
        less.post.erase(less.post.begin() + gone);
        const auto slow = sample_of(less).estimates();
        CHECK_CLOSE(quick[out].regression, slow.regression, 1e-11);
        CHECK_CLOSE(quick[out].corrected, slow.corrected, 1e-11);
    }
}

TEST_CASE("resamples that no normal population fits are counted, and said") {
    const Case few = case_of("selected_few");
    stats::BootstrapOptions options{.replicates = 999, .seed = 4};
    const auto some = trial::bootstrap_selected(few.pre, few.post, few.design, options);
    CHECK(some.failed > 0);
    CHECK(some.regression.replicates + some.failed == 999);
    CHECK(some.state == State::approximate);
    // as long as they are fewer than a tail holds the limits stand
    const auto expected =
        static_cast<double>(some.failed) > 0.025 * 999 ? State::boundary : State::approximate;
    CHECK(some.regression.percentile.state == expected);
    options.confidence_level = 1 - 0.5 * static_cast<double>(some.failed) / 999;
    const auto beyond = trial::bootstrap_selected(few.pre, few.post, few.design, options);
    CHECK(beyond.regression.percentile.state == State::boundary);
    CHECK(beyond.corrected.normal.state == State::boundary);
    options.confidence_level = 1 - 4 * static_cast<double>(some.failed) / 999;
    CHECK(trial::bootstrap_selected(few.pre, few.post, few.design, options)
              .corrected.percentile.state == State::approximate);
}

TEST_CASE("samples that cannot be fitted, and reliabilities that cannot be") {
    const SelectedDesign design{.cut_off = 16, .reliability = {0.7, 0}};
    const auto state = [](const std::vector<double>& pre, const SelectedDesign& of,
                          stats::BootstrapOptions options = {.replicates = 20}) {
        const auto found = trial::bootstrap_selected(pre, of, options);
        CHECK(found.state == found.regression.state);
        return found.state;
    };
    CHECK(state({}, design) == State::too_few);
    CHECK(state({17, 18}, design) == State::too_few);
    CHECK(state({17, 17, 17}, design) == State::zero_variance);
    CHECK(state({16, 16.1, 16.2, 16.3, 60}, design) == State::boundary);
    const std::vector<double> some{17, 18, 19, 20, 20.5, 23, 25, 28};
    CHECK(state(some, design) == State::approximate);
    CHECK(state(some, {.reliability = {0.7, 0}}) == State::invalid_argument);
    CHECK(state(some, {.cut_off = 16}) == State::not_available);
    CHECK(state(some, {.cut_off = 16, .reliability = {1.1, 0}}) == State::invalid_argument);
    // no beta distribution with that mean has such an sd
    CHECK(state(some, {.cut_off = 16, .reliability = {0.7, 0.5}}) == State::invalid_argument);
    CHECK(state(some, {.cut_off = 16, .reliability = {1.0, 0.1}}) == State::invalid_argument);
    CHECK(state(some, {.cut_off = 16, .reliability = {0.7, -0.1}}) == State::invalid_argument);
    CHECK(state(some, {.cut_off = 16, .reliability = {0.7}}) == State::not_available);
    CHECK(state(some, design, {.replicates = 20, .confidence_level = 1.0}) ==
          State::invalid_argument);
    CHECK(state(some, design, {.replicates = 1}) == State::too_few);
    // the estimate is given wherever there is one
    const auto no_interval = trial::bootstrap_selected(some, {.cut_off = 16, .reliability = {0.7}});
    CHECK(std::isfinite(no_interval.regression.estimate));
    CHECK(std::isnan(no_interval.regression.bca.lower));
    // a perfect baseline does not fall back
    const auto perfect = trial::bootstrap_selected(some, {.cut_off = 16, .reliability = {1.0, 0}},
                                                   {.replicates = 20});
    CHECK(perfect.regression.estimate == 0.0);
    CHECK(perfect.regression.percentile.upper == 0.0);

    const std::vector<double> pre{17, 18, 19, 15, 20.5, 23, stats::not_a_number, 28, 30};
    const std::vector<double> post{7, 8, stats::not_a_number, 15, 20.5, 23, 9, 28};
    const auto found = trial::bootstrap_selected(pre, post, design, {.replicates = 20});
    CHECK(found.n == 5);
    CHECK(found.missing == 3);
    CHECK(found.outside == 1);
    CHECK_CLOSE(found.observed, 4.0, 1e-15);
    const auto alone = trial::bootstrap_selected(pre, design, {.replicates = 20});
    CHECK(alone.n == 7);
    CHECK(alone.missing == 1);
    CHECK(alone.outside == 1);
}

TEST_CASE("in a large sample it is the delta method") {
    std::vector<double> baseline;
    calibration::Draw draw(5208, 0);
    while (baseline.size() < 3000) {
        const double score = 20 + 8 * draw.normal();
        if (score > 10) baseline.push_back(score);
    }
    const auto delta = trial::selected_patients(baseline, 10, {0.7, 0.02});
    const auto found = trial::bootstrap_selected(
        baseline, {.cut_off = 10, .reliability = {0.7, 0.02}}, {.replicates = 600, .seed = 9});
    CHECK_CLOSE(found.regression.estimate, delta.towards_mean, 1e-12);
    CHECK_CLOSE(found.regression.se, delta.se, 0.1);
    CHECK_CLOSE(found.regression.percentile.upper, delta.ci.upper, 0.1);
}

TEST_CASE("intervals cover the regression, and 0 where nothing was done") {
    calibration::Share percentile, bca, corrected, delta;
    for (std::uint64_t study = 0; study < 400; ++study) {
        calibration::Draw draw(5209, study);
        std::vector<double> pre, post;
        while (pre.size() < 250) {
            const double truth = 20 + 11 * std::sqrt(0.7) * draw.normal();
            const double baseline = truth + 11 * std::sqrt(0.3) * draw.normal();
            const double after = truth + 11 * std::sqrt(0.3) * draw.normal();
            if (baseline <= 10) continue;
            pre.push_back(baseline);
            post.push_back(after);
        }
        const SelectedDesign design{.cut_off = 10, .reliability = {0.7, 0}};
        const auto found =
            trial::bootstrap_selected(pre, post, design, {.replicates = 199, .seed = study});
        const double truth =
            stats::regression_to_the_mean({.mean = 20,
                                           .sd = 11,
                                           .reliability = 0.7,
                                           .source = stats::PopulationSource::assumed},
                                          {.cut_off = 10})
                .towards_mean;
        percentile.add(found.regression.percentile.contains(truth));
        bca.add(found.regression.bca.contains(truth));
        corrected.add(found.corrected.percentile.contains(0));
        delta.add(trial::selected_patients(pre, 10, design.reliability).ci.contains(truth));
    }
    calibration::check_nominal(percentile, 0.95, "regression, percentile");
    calibration::check_nominal(bca, 0.95, "regression, BCa");
    calibration::check_nominal(corrected, 0.95, "corrected improvement, percentile");
    CHECK(delta.value() < percentile.value());
    CHECK(delta.value() < 0.94);
}
