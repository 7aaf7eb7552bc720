// SPDX-License-Identifier: BSL-1.0
// The truncated normal fit against R's optimiser, its own equations, and its limits.
#include "eczscore/stats/truncated_normal.hpp"

#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
const Json& easi() { return reference::one("01_individual", "rtm_truncated_mle"); }
std::vector<double> baseline() { return reference::numbers(easi().at("input").at("baseline")); }

double log_likelihood(const std::vector<double>& values, double cut, double mean, double sd) {
    double sum = 0;
    for (const double x : values) {
        const double u = (x - mean) / sd;
        sum += -0.91893853320467274 - std::log(sd) - u * u / 2;
    }
    return sum - static_cast<double>(values.size()) * detail::log_normal_sf((cut - mean) / sd);
}
}  // namespace

TEST_CASE("the fit agrees with 40 digits, and with R as far as R's optimiser goes") {
    const TruncatedNormal fit = truncated_normal(baseline(), 16);
    REQUIRE(fit.state == State::ok);
    CHECK(fit.n == baseline().size());
    // the root of the likelihood equations by mpmath with 40 digits
    CHECK_CLOSE(fit.mean, 18.45479232129191, 1e-13);
    CHECK_CLOSE(fit.sd, 11.941805940495633, 1e-13);
    CHECK_CLOSE(fit.log_likelihood, -864.65935065909012, 1e-14);
    // optim stops where the likelihood is flat in double precision: 2.3e-6 and 1.7e-6 away in the
    // parameters, at a likelihood that is 1.2e-10 lower
    const Json& out = easi().at("output");
    CHECK_CLOSE(fit.mean, out.at("mu").get<double>(), 3e-6);
    CHECK_CLOSE(fit.sd, out.at("sigma").get<double>(), 3e-6);
    CHECK_CLOSE(fit.log_likelihood, out.at("loglik").get<double>(), 1e-12);
    CHECK(fit.log_likelihood > out.at("loglik").get<double>());
}

TEST_CASE("the fit solves its equations") {
    const std::vector<double> values = baseline();
    const TruncatedNormal fit = truncated_normal(values, 16);
    CHECK_CLOSE(fit.log_likelihood, log_likelihood(values, 16, fit.mean, fit.sd), 1e-13);
    // mean and variance of the truncated normal are those of the sample
    const detail::Moments seen = detail::moments(values);
    const double mills = detail::inverse_mills(fit.z);
    CHECK_CLOSE(fit.mean + fit.sd * mills, seen.mean, 1e-13);
    CHECK_CLOSE(fit.sd * fit.sd * (1 - mills * (mills - fit.z)),
                seen.squares / static_cast<double>(seen.n), 1e-12);
}

TEST_CASE("the standard errors are the curvature of the likelihood") {
    const std::vector<double> values = baseline();
    const TruncatedNormal fit = truncated_normal(values, 16);
    const auto f = [&](double a, double b) {
        return log_likelihood(values, 16, fit.mean + a, fit.sd + b);
    };
    const double h = 1e-2;
    const double mm = -(f(h, 0) - 2 * f(0, 0) + f(-h, 0)) / (h * h);
    const double ss = -(f(0, h) - 2 * f(0, 0) + f(0, -h)) / (h * h);
    const double ms = -(f(h, h) - f(h, -h) - f(-h, h) + f(-h, -h)) / (4 * h * h);
    const double determinant = mm * ss - ms * ms;
    CHECK_CLOSE(fit.se_mean, std::sqrt(ss / determinant), 1e-3);
    CHECK_CLOSE(fit.se_sd, std::sqrt(mm / determinant), 1e-3);
    CHECK_CLOSE(fit.covariance, -ms / determinant, 1e-3);
    CHECK_CLOSE(fit.sd_ci.lower * fit.sd_ci.upper, fit.sd * fit.sd, 1e-13);
    CHECK_CLOSE(std::log(fit.sd_ci.upper / fit.sd), 1.959963984540054 * fit.se_sd / fit.sd, 1e-12);
    CHECK_CLOSE(fit.mean_ci.upper - fit.mean, 1.959963984540054 * fit.se_mean, 1e-12);
    CHECK(fit.mean_ci.contains(20));  // the values were drawn from a mean of 20 and an sd of 11
    CHECK(fit.sd_ci.contains(11));
}

TEST_CASE("seen below a cut-off is the mirror image") {
    std::vector<double> values = baseline();
    const TruncatedNormal above = truncated_normal(values, 16);
    for (double& x : values) x = -x;
    const TruncatedNormal below = truncated_normal(values, -16, {.selected = Selected::below});
    CHECK_CLOSE(below.mean, -above.mean, 1e-12);
    CHECK_CLOSE(below.sd, above.sd, 1e-12);
    CHECK_CLOSE(below.covariance, -above.covariance, 1e-10);
}

TEST_CASE("far from the cut-off it is the plain mean and standard deviation") {
    const double values[] = {1, 2, 3, 4, 5, 7};
    const TruncatedNormal fit = truncated_normal(values, -1e5);
    const detail::Moments plain = detail::moments(values);
    REQUIRE(fit.state == State::ok);
    CHECK_CLOSE(fit.mean, plain.mean, 1e-9);
    CHECK_CLOSE(fit.sd, std::sqrt(plain.squares / 6), 1e-9);
    CHECK_CLOSE(fit.se_mean, fit.sd / std::sqrt(6.0), 1e-9);
}

TEST_CASE("samples that no normal population fits, and small ones") {
    const double heavy[] = {16, 16.1, 16.2, 16.3, 60};
    CHECK(truncated_normal(heavy, 16).state == State::boundary);
    CHECK(std::isnan(truncated_normal(heavy, 16).mean));
    // variance 0.999 of the squared mean: an sd 45 below the cut-off would fit, and is no finding
    const double nearly[] = {16.29325, 16.29325, 18.4135};
    CHECK(truncated_normal(nearly, 16).state == State::boundary);
    const double same[] = {20, 20, 20};
    CHECK(truncated_normal(same, 16).state == State::zero_variance);
    CHECK(truncated_normal(same, 20).state == State::zero_variance);  // all at the cut-off
    CHECK(truncated_normal({}, 16).state == State::too_few);
    CHECK(truncated_normal(std::span(same).first(2), 16).state == State::too_few);
    CHECK(truncated_normal(heavy, not_a_number).state == State::invalid_argument);
    const double mixed[] = {20, 15, not_a_number, 22, 17, 12};
    const TruncatedNormal fit = truncated_normal(mixed, 16);
    CHECK(fit.n == 3);
    CHECK(fit.outside == 2);
    CHECK(fit.missing == 1);
}

TEST_CASE("a level outside its range leaves the fit without limits") {
    const double some[] = {17, 18, 20, 25, 19, 30};
    for (const double level : {0.0, 1.0, not_a_number}) {
        const TruncatedNormal fit =
            truncated_normal(some, 10, {.selected = Selected::above, .confidence_level = level});
        CHECK(fit.state == State::ok);
        CHECK(std::isfinite(fit.se_mean));
        CHECK(std::isnan(fit.mean_ci.lower));
        CHECK(fit.mean_ci.state == State::invalid_argument);
        CHECK(fit.sd_ci.state == State::invalid_argument);
    }
}

TEST_CASE("standard errors keep their digits far from the cut-off") {
    // the closed forms lose half of them to cancellation where nearly nobody was seen
    int seen = 0;
    for (const Json* each : reference::all("52_selected_bootstrap", "truncated_precision_")) {
        INFO(each->at("id"));
        ++seen;
        const double z = each->at("input").at("z").get<double>();
        const Json& out = each->at("output");
        const detail::TruncatedPrecision found = detail::truncated_precision(z);
        CHECK_CLOSE(std::sqrt(found.mean), out.at("se_mean").get<double>(), 1e-12);
        CHECK_CLOSE(std::sqrt(found.sd), out.at("se_sd").get<double>(), 1e-12);
        CHECK_CLOSE(found.shared, out.at("covariance").get<double>(), 1e-12);
        CHECK_CLOSE(detail::excess_above(z).mean, out.at("excess_mean").get<double>(), 1e-13);
        CHECK_CLOSE(detail::excess_above(z).variance, out.at("excess_variance").get<double>(),
                    1e-13);
    }
    CHECK(seen == 11);
}
