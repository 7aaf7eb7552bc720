// SPDX-License-Identifier: BSL-1.0
// Intervals of one share and the exact binomial test against R.
#include "eczscore/stats/one_proportion.hpp"

#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
constexpr auto file = "05_proportions";

void check_limits(Responders of, ProportionMethod method, double level, const Json& expected,
                  double relative = 1e-12, double absolute = 2e-15) {
    INFO(name(method).c_str());
    const Estimate found = one_proportion(of, {.method = method, .confidence_level = level});
    CHECK_CLOSE(found.ci.lower, reference::number(expected[0]), relative, absolute);
    CHECK_CLOSE(found.ci.upper, reference::number(expected[1]), relative, absolute);
    CHECK(found.ci.confidence_level == level);
    CHECK(found.method == name(method));
}
}  // namespace

TEST_CASE("intervals of a share agree with R") {
    const auto cases = reference::all(file, "one_prop_");
    REQUIRE(cases.size() >= 8);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        const Json& out = each->at("output");
        const Responders of{in.at("x").get<std::int64_t>(), in.at("n").get<std::int64_t>()};
        using Method = ProportionMethod;
        CHECK(one_proportion(of).estimate == reference::number(out.at("estimate")));
        CHECK(one_proportion(of).n == static_cast<std::size_t>(of.n));
        check_limits(of, Method::wald, 0.95, out.at("wald"), 1e-12);
        // R's lower limits of Wilson near 0 cancel: 3 of 10,000 keeps 12 digits there
        check_limits(of, Method::wilson, 0.95, out.at("wilson"), 1e-11);
        check_limits(of, Method::wilson_corrected, 0.95, out.at("wilson_cc"), 1e-11);
        check_limits(of, Method::clopper_pearson, 0.95, out.at("clopper_pearson"));
        check_limits(of, Method::jeffreys, 0.95, out.at("jeffreys"), 1e-11);
        // R's root is searched on [1e-14, 1 - 1e-14] to 1e-15
        check_limits(of, Method::mid_p, 0.95, out.at("mid_p"), 1e-10, 2e-14);
        check_limits(of, Method::agresti_coull, 0.95, out.at("agresti_coull"));
        check_limits(of, Method::wilson, 0.90, out.at("wilson_90"), 1e-11);
        check_limits(of, Method::clopper_pearson, 0.99, out.at("clopper_pearson_99"));
        const Estimate test = exact_binomial_test(
            of, 0.25,
            {.alternative = Alternative::two_sided, .rule = ExactRule::minimum_likelihood});
        CHECK_CLOSE(test.p, reference::number(out.at("exact_p_vs_0.25")), 1e-12, 0.0);
        // DescTools walks from Clopper-Pearson in steps of 1.5e-8 and stops after the limit
        const Json& blaker = out.at("check_DescTools").at("blaker");
        const Estimate found = one_proportion(of, {.method = Method::blaker});
        CHECK_CLOSE(found.ci.lower, reference::number(blaker[0]), 0.0, 2e-5);
        CHECK_CLOSE(found.ci.upper, reference::number(blaker[1]), 0.0, 2e-5);
    }
}

TEST_CASE("Blaker lies within Clopper-Pearson and its limits are where the test turns") {
    for (std::int64_t n = 1; n <= 40; ++n) {
        for (std::int64_t x = 0; x <= n; ++x) {
            const Estimate blaker = one_proportion({x, n}, {.method = ProportionMethod::blaker});
            const Estimate outer =
                one_proportion({x, n}, {.method = ProportionMethod::clopper_pearson});
            INFO(x << " of " << n);
            CHECK(blaker.ci.lower >= outer.ci.lower - 1e-14);
            CHECK(blaker.ci.upper <= outer.ci.upper + 1e-14);
            // the acceptability function of Blaker 2000, written from its definition
            const auto accepted = [&](double p) {
                const double up = detail::binomial_sf(x - 1, n, p);
                const double down = detail::binomial_cdf(x, n, p);
                if (up < down) {
                    std::int64_t k = -1;
                    while (detail::binomial_cdf(k + 1, n, p) <= up) ++k;
                    return up + detail::binomial_cdf(k, n, p);
                }
                std::int64_t k = n;
                while (detail::binomial_sf(k - 1, n, p) <= down) --k;
                return std::min(1.0, down + detail::binomial_sf(k, n, p));
            };
            if (x > 0) {
                CHECK(accepted(blaker.ci.lower * (1 + 1e-9)) >= 0.05 - 1e-12);
                for (int i = 1; i < 50; ++i) CHECK(accepted(blaker.ci.lower * i / 50) < 0.05);
            }
        }
    }
}

TEST_CASE("a second package agrees about one share") {
    for (const Json* each : reference::all("19_crosscheck", "one_prop_")) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const std::string id = each->at("id");
        const auto from = id.find('_', 5) + 1, to = id.find('_', from);
        const Responders of{std::stoll(id.substr(from, to - from)), std::stoll(id.substr(to + 1))};
        const auto here = [&](const char* key) {
            return reference::number(out.at(key).at("here"));
        };
        const Estimate wilson = one_proportion(of);
        CHECK_CLOSE(wilson.ci.lower, here("wilson_lower"), 1e-11, 2e-15);
        CHECK_CLOSE(wilson.ci.upper, here("wilson_upper"), 1e-11, 2e-15);
        const Estimate exact = one_proportion(of, {.method = ProportionMethod::clopper_pearson});
        CHECK_CLOSE(exact.ci.lower, here("cp_lower"), 1e-11);
        CHECK_CLOSE(exact.ci.upper, here("cp_upper"), 1e-11);
        const Estimate jeffreys = one_proportion(of, {.method = ProportionMethod::jeffreys});
        CHECK_CLOSE(jeffreys.ci.lower, here("jeffreys_lower"), 1e-11);
        CHECK_CLOSE(jeffreys.ci.upper, here("jeffreys_upper"), 1e-11);
    }
}

TEST_CASE("limits swap when responders and others do") {
    for (int m = 0; m < 7; ++m) {
        const auto method = static_cast<ProportionMethod>(m);
        INFO(name(method).c_str());
        for (const std::int64_t x : {0, 1, 5, 13, 20}) {
            const Estimate one =
                one_proportion({x, 20}, {.method = method, .confidence_level = 0.9});
            const Estimate other =
                one_proportion({20 - x, 20}, {.method = method, .confidence_level = 0.9});
            CHECK_CLOSE(one.ci.lower, 1 - other.ci.upper, 1e-12, 1e-14);
        }
    }
}

TEST_CASE("exact binomial test: rules and tails") {
    const Responders of{2, 10};
    CHECK_CLOSE(exact_binomial_test(of, 0.5, {.alternative = Alternative::less}).p, 56.0 / 1024,
                1e-14);
    CHECK_CLOSE(exact_binomial_test(of, 0.5, {.alternative = Alternative::greater}).p,
                1013.0 / 1024, 1e-14);
    CHECK_CLOSE(exact_binomial_test(of, 0.5).p, 112.0 / 1024, 1e-14);
    CHECK_CLOSE(exact_binomial_test(
                    of, 0.5, {.alternative = Alternative::two_sided, .rule = ExactRule::mid_p})
                    .p,
                (112.0 - 45.0) / 1024, 1e-14);
    CHECK_CLOSE(
        exact_binomial_test(
            of, 0.5, {.alternative = Alternative::two_sided, .rule = ExactRule::minimum_likelihood})
            .p,
        112.0 / 1024, 1e-14);
    CHECK(exact_binomial_test({5, 10}, 0.5).p == 1.0);
    CHECK(exact_binomial_test({0, 5}, 0.0).p == 1.0);
    CHECK(exact_binomial_test({1, 5}, 0.0).p == 0.0);
    CHECK(exact_binomial_test({1, 5}, 1.5).state == State::invalid_argument);
}

TEST_CASE("one share: what cannot be done says so") {
    CHECK(one_proportion({0, 0}).state == State::too_few);
    CHECK(one_proportion({3, 2}).state == State::invalid_argument);
    CHECK(one_proportion({-1, 2}).state == State::invalid_argument);
    CHECK(one_proportion({1, 2}, {.method = ProportionMethod::wilson, .confidence_level = 1.0})
              .state == State::invalid_argument);
    CHECK(one_proportion({0, 9}, {.method = ProportionMethod::agresti_coull}).state ==
          State::boundary);
    CHECK(one_proportion({0, 9}, {.method = ProportionMethod::wald}).state == State::boundary);
    CHECK(one_proportion({0, 9}).state == State::ok);
    CHECK(one_proportion({0, 9}).ci.lower == 0.0);
    CHECK(one_proportion({9, 9}, {.method = ProportionMethod::mid_p}).ci.upper == 1.0);
    CHECK(one_proportion({1, 1'000'000'000}).ci.lower > 0.0);
    // Blaker's limits of half a billion are found without counting there
    const Interval many =
        one_proportion({500'000'000, 1'000'000'000}, {.method = ProportionMethod::blaker}).ci;
    const Interval outer =
        one_proportion({500'000'000, 1'000'000'000}, {.method = ProportionMethod::clopper_pearson})
            .ci;
    CHECK(many.lower >= outer.lower);
    CHECK_CLOSE(many.lower, outer.lower, 1e-8);
    CHECK(one_proportion({1, std::int64_t{1} << 60}).state == State::invalid_argument);
}

TEST_CASE("limits of a level near 0 meet and do not cross") {
    for (int method = 0; method < 8; ++method) {
        INFO("method " << method);
        for (const double level : {5e-324, 0x1p-53, 1e-16, 1e-9}) {
            for (const Responders of :
                 {Responders{1, 2}, {2, 3}, {2, 20}, {5, 20}, {17, 100'000}}) {
                const Interval ci =
                    one_proportion(of, {.method = static_cast<ProportionMethod>(method),
                                        .confidence_level = level})
                        .ci;
                CHECK(ci.lower <= ci.upper);
            }
        }
    }
}
