// SPDX-License-Identifier: BSL-1.0
// Limits of agreement against R; the exact factors against the noncentral t that they solve.
#include "eczscore/stats/bland_altman.hpp"

#include "stats/ratings_data.hpp"

using namespace eczscore::stats;
using ratings_data::at;
using reference::Json;
using reference::numbers;

namespace {

void check_pair(double lower, double upper, const Json& expected, double relative) {
    const auto wanted = numbers(expected);
    CHECK_CLOSE(lower, wanted[0], relative, 1e-13);
    CHECK_CLOSE(upper, wanted[1], relative, 1e-13);
}

}  // namespace

TEST_CASE("limits of agreement agree with 14_reliability") {
    const auto cases = reference::all("14_reliability", "bland_altman_");
    int compared = 0;
    for (const Json* each : cases) {
        if (each->at("id") == "bland_altman_repeated") continue;
        ++compared;
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = ratings_data::table_of(*each);
        const BlandAltman found = bland_altman(data.column(0), data.column(1));
        CHECK_CLOSE(found.bias.estimate, at(out, "bias"), 1e-12);
        CHECK_CLOSE(found.sd, at(out, "sd"), 1e-12);
        check_pair(found.bias.ci.lower, found.bias.ci.upper, out.at("bias_ci95"), 1e-12);
        check_pair(found.lower.value, found.upper.value, out.at("loa"), 1e-12);
        check_pair(found.lower_factor, found.upper_factor, out.at("tolerance_factors"), 1e-10);
        check_pair(found.upper.exact.lower, found.upper.exact.upper, out.at("upper_loa_exact_ci"),
                   1e-10);
        check_pair(found.lower.exact.lower, found.lower.exact.upper, out.at("lower_loa_exact_ci"),
                   1e-10);
        check_pair(found.upper.approximate.lower, found.upper.approximate.upper,
                   out.at("upper_loa_approx_ci"), 1e-12);
        check_pair(found.lower.approximate.lower, found.lower.approximate.upper,
                   out.at("lower_loa_approx_ci"), 1e-12);
        CHECK_CLOSE(found.se_1999, at(out, "se_loa_1999"), 1e-12);
        CHECK_CLOSE(found.se_simple, at(out, "se_loa_simple_sqrt3"), 1e-12);
        CHECK_CLOSE(found.repeatability, at(out, "repeatability_coefficient"), 1e-12);
        CHECK_CLOSE(found.within_sd, at(out, "within_sd"), 1e-12);
        CHECK_CLOSE(found.proportional.slope.estimate, at(out, "proportional_bias_slope"), 1e-11);
    }
    CHECK(compared >= 4);
}

TEST_CASE("bias, approximate limits and proportional bias agree with R's lm") {
    const auto cases = reference::all("22_anchor_agreement", "bland_altman_");
    REQUIRE(cases.size() >= 6);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = ratings_data::table_of(*each);
        const BlandAltman found = bland_altman(data.column(0), data.column(1));
        check_pair(found.bias.ci.lower, found.bias.ci.upper, out.at("bias_ci95"), 1e-11);
        check_pair(found.upper.approximate.lower, found.upper.approximate.upper,
                   out.at("upper_approx"), 1e-12);
        CHECK_CLOSE(found.proportional.slope.estimate, at(out, "slope"), 1e-10, 1e-13);
        CHECK_CLOSE(found.proportional.intercept, at(out, "intercept"), 1e-10, 1e-13);
        if (found.proportional.slope.state != State::ok) continue;
        CHECK_CLOSE(found.proportional.slope.se, at(out, "slope_se"), 1e-11);
        CHECK_CLOSE(found.proportional.slope.p, at(out, "slope_p"), 1e-11);
    }
}

TEST_CASE("the exact factors solve the noncentral t from 2 to 100000 pairs") {
    const double z = detail::normal_quantile_upper(0.025);
    for (const std::size_t n : {2u, 3u, 5u, 30u, 1000u, 100000u}) {
        INFO("n " << n);
        const BlandAltman found = bland_altman(n, 0.0, 1.0);
        const double root = std::sqrt(static_cast<double>(n));
        const double df = static_cast<double>(n - 1);
        CHECK_CLOSE(detail::noncentral_t_cdf(found.lower_factor * root, df, z * root), 0.025, 1e-9);
        CHECK_CLOSE(detail::noncentral_t_sf(found.upper_factor * root, df, z * root), 0.025, 1e-9);
        CHECK(found.lower_factor < z);
        CHECK(found.upper_factor > z);
        // The approximation is symmetric; the exact interval reaches farther out than in.
        CHECK(found.upper_factor - z > z - found.lower_factor);
        CHECK(found.lower.exact.lower == -found.upper.exact.upper);
    }
}

TEST_CASE("equal differences: bias and limits are one number, and it says so") {
    const std::vector<double> first = {3.1, 2.1, 5.3, 9.7};
    std::vector<double> second;
    for (const double value : first) second.push_back(value - 1.0);  // not exact in the last digit
    const BlandAltman found = bland_altman(first, second);
    CHECK(found.state == State::zero_variance);
    CHECK(found.sd == 0.0);
    CHECK_CLOSE(found.lower.value, 1.0, 1e-14);
    CHECK(found.proportional.slope.state == State::boundary);

    const BlandAltman flat = bland_altman(std::vector<double>(5, 5.0), std::vector<double>(5, 5.0));
    CHECK(flat.state == State::zero_variance);
    CHECK(flat.proportional.slope.state == State::zero_variance);
    CHECK(std::isnan(flat.proportional.slope.estimate));
}

TEST_CASE("Bland-Altman of 0, 1, 2 and 3 pairs, with missing ones") {
    CHECK(bland_altman(std::vector<double>{}, std::vector<double>{}).state == State::too_few);
    const BlandAltman one =
        bland_altman(std::vector<double>{3, not_a_number}, std::vector<double>{1, 1});
    CHECK(one.state == State::too_few);
    CHECK(one.bias.estimate == 2.0);
    CHECK(one.missing == 1);
    const BlandAltman two = bland_altman(std::vector<double>{3, 5}, std::vector<double>{1, 2});
    CHECK(two.state == State::ok);
    CHECK(two.proportional.slope.state == State::too_few);
    const BlandAltman three =
        bland_altman(std::vector<double>{3, 5, 4}, std::vector<double>{1, 2, 4});
    CHECK(three.proportional.slope.state == State::ok);
    CHECK(three.proportional.slope.df == 1.0);
}
