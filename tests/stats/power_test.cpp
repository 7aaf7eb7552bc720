// SPDX-License-Identifier: BSL-1.0
// Power and sample size against R, pwr, rpact and exact enumeration.
// Covers: stats/noninferiority_proportion.hpp, stats/power_ancova.hpp, stats/power_fisher.hpp
// Covers: stats/types/power.hpp
// Covers: stats/power_logrank.hpp, stats/power_margin.hpp, stats/power_mcnemar.hpp
// Covers: stats/power_proportion.hpp, stats/power_t.hpp, stats/power_tost.hpp
#include <cmath>
#include <set>
#include <string>

#include "eczscore/stats/group_sequential.hpp"
#include "eczscore/stats/noninferiority_proportion.hpp"
#include "eczscore/stats/power_ancova.hpp"
#include "eczscore/stats/power_fisher.hpp"
#include "eczscore/stats/power_logrank.hpp"
#include "eczscore/stats/power_margin.hpp"
#include "eczscore/stats/power_mcnemar.hpp"
#include "eczscore/stats/power_negative_binomial.hpp"
#include "eczscore/stats/power_proportion.hpp"
#include "eczscore/stats/power_t.hpp"
#include "eczscore/stats/power_tost.hpp"
#include "eczscore/stats/responder_efficiency.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
constexpr auto file = "15_design";
double at(const Json& json, const char* key) { return reference::number(json.at(key)); }
double at(const Json& json, const char* key, std::size_t i) {
    return reference::number(json.at(key)[i]);
}
}  // namespace

TEST_CASE("power of a paired t-test counts both tails") {
    const auto cases = reference::all(file, "power_paired_");
    REQUIRE(cases.size() >= 4);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        const double dz = at(in, "dz");
        const auto n = in.at("n").get<std::int64_t>();
        // R sums its series to 1e-12; the two differ from the fourth case of small n on.
        CHECK_CLOSE(power_paired_t(dz, n).power, at(each->at("output"), "power"), 3e-12);
        CHECK_CLOSE(power_paired_t(dz, n, {.alpha = 0.025, .sides = Sides::one}).power,
                    at(each->at("output"), "one_sided"), 3e-12);
    }
}

TEST_CASE("power of a two-sample t-test") {
    const auto cases = reference::all(file, "power_two_");
    REQUIRE(cases.size() >= 2);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        const PowerResult found =
            power_two_sample_t(at(in, "d"), in.at("n1").get<std::int64_t>(),
                               in.at("n2").get<std::int64_t>(), {.alpha = at(in, "alpha")});
        CHECK_CLOSE(found.power, at(each->at("output"), "power"), 1e-12);
        CHECK(found.state == State::ok);
    }
}

TEST_CASE("the smallest number of pairs and of patients per arm") {
    const Json& paired = reference::one(file, "sample_size_paired");
    for (std::size_t i = 0; i < 3; ++i) {
        const double dz = at(paired.at("input"), "delta", i) / at(paired.at("input"), "sd", i);
        const SampleSizeResult found = sample_size_paired_t(dz, 0.9);
        CHECK(found.n1 == paired.at("output").at("n")[i].get<std::int64_t>());
        CHECK_CLOSE(found.fractional, at(paired.at("output"), "fractional", i), 1e-10);
        CHECK(found.power >= 0.9);
        CHECK(power_paired_t(dz, found.n1 - 1).power < 0.9);
    }
    // The spec's examples: difference of 6.6 points, SD 14, 90 % power.
    CHECK(sample_size_two_sample_t(6.6 / 14, 0.9).n1 == 96);
    const SampleSizeResult two_to_one =
        sample_size_two_sample_t(6.6 / 14, 0.9, {.alpha = 0.05, .ratio = 2.0});
    CHECK(two_to_one.n1 == 2 * two_to_one.n2);
    CHECK(power_two_sample_t(6.6 / 14, two_to_one.n1, two_to_one.n2).power >= 0.9);
    CHECK(power_two_sample_t(6.6 / 14, two_to_one.n1 - 2, two_to_one.n2 - 1).power < 0.9);
    const SampleSizeResult mirrored =
        sample_size_two_sample_t(6.6 / 14, 0.9, {.alpha = 0.05, .ratio = 0.5});
    CHECK(mirrored.n1 == two_to_one.n2);
    CHECK(mirrored.n2 == two_to_one.n1);
}

TEST_CASE("no effect needs no number of patients at all") {
    CHECK(sample_size_paired_t(0.0, 0.9).state == State::not_reached);
    CHECK(sample_size_two_sample_t(0.0, 0.8).state == State::not_reached);
    CHECK(sample_size_paired_t(1.0, 1.0).state == State::invalid_argument);
    CHECK(power_paired_t(1.0, 1).state == State::too_few);
    CHECK(power_two_sample_t(1.0, 0, 9).state == State::too_few);
    CHECK(sample_size_proportions({.p1 = 0.3, .p2 = 0.3}, 0.8).state == State::not_reached);
    CHECK(sample_size_margin(non_inferiority(-3, 8, 3), 0.9).state == State::not_reached);
    CHECK(sample_size_mcnemar({0.2, 0.2}, 0.9).state == State::not_reached);
    CHECK(logrank_events(1.0, 0.9).state == State::not_reached);
}

TEST_CASE("the baseline as covariate saves patients") {
    const Json& each = reference::one(file, "sample_size_ancova");
    const Json& out = each.at("output");
    const std::int64_t post_only = sample_size_two_sample_t(6.6 / 14, 0.9).n1;
    CHECK(post_only == out.at("n_post_only").get<std::int64_t>());
    for (std::size_t i = 0; i < 4; ++i) {
        const double rho = at(each.at("input"), "rho", i);
        const DesignFactors factors = design_factors(rho, post_only);
        CHECK(factors.n_ancova == out.at("n_ancova_factor")[i].get<std::int64_t>());
        CHECK(factors.n_change == out.at("n_change_factor")[i].get<std::int64_t>());
        CHECK(sample_size_ancova(6.6 / 14, rho, 0.9).n1 ==
              out.at("n_ancova_exact")[i].get<std::int64_t>());
    }
    CHECK(power_ancova(0.5, 1.0, 20, 20).state == State::invalid_argument);
}

TEST_CASE("power and size for responder rates") {
    const auto cases = reference::all(file, "proportions_");
    REQUIRE(cases.size() >= 2);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        ProportionDesign design{.p1 = at(each->at("input"), "p1"),
                                .p2 = at(each->at("input"), "p2")};
        const FleissSize fleiss = fleiss_size(design.p1, design.p2, 0.9);
        CHECK_CLOSE(fleiss.n1, at(out, "n_per_group"), 1e-12);
        CHECK_CLOSE(fleiss.n1_corrected, at(out, "n_cc"), 1e-12);
        CHECK_CLOSE(2 * fleiss.n1, at(out, "rpact_total"), 1e-12);
        CHECK_CLOSE(fleiss.effect_h, at(out, "cohen_h"), 1e-12);
        const SampleSizeResult size = sample_size_proportions(design, 0.9);
        CHECK(size.n1 == out.at("n_per_group_ceiling").get<std::int64_t>());
        CHECK_CLOSE(size.fractional, at(out, "n_per_group"), 1e-10);
        CHECK_CLOSE(power_proportions(design, 100, 100).power, at(out, "power_at_100"), 1e-12);
        design.continuity = true;
        CHECK_CLOSE(power_proportions(design, 100, 100).power, at(out, "power_at_100_cc"), 1e-12);
        design.continuity = false;
        design.pooled = false;
        CHECK_CLOSE(power_proportions(design, 100, 100).power, at(out, "power_at_100_unpooled"),
                    1e-12);
        design.pooled = true;
        design.both_tails = true;
        CHECK_CLOSE(sample_size_proportions(design, 0.9).fractional, at(out, "power_prop_test_n"),
                    1e-10);
    }
    const FleissSize easi50 = fleiss_size(0.5, 0.2, 0.9);
    CHECK(std::ceil(easi50.n1) == 52);
    CHECK(std::ceil(easi50.n1_corrected) == 58);
}

TEST_CASE("Fisher's test rejects far less often than its level") {
    const PowerResult power = power_fisher(0.5, 0.15, 25, 25);
    CHECK(power.power == Approx(0.676).margin(0.0005));
    CHECK(power_fisher(0.3, 0.3, 25, 25).power == Approx(0.023).margin(0.0005));
    CHECK(power_fisher(0.5, 0.15, 25, 25).power == Approx(power_fisher(0.15, 0.5, 25, 25).power));
    CHECK(power_fisher(1.0, 0.0, 10, 10).power == 1.0);
    CHECK(power_fisher(0.5, 0.5, 1, 1).power == 0.0);
    CHECK(power_fisher(0.5, 0.5, 0, 1).state == State::too_few);
    CHECK(power_fisher(1.5, 0.5, 9, 9).state == State::invalid_argument);
}

TEST_CASE("non-inferiority of means") {
    const Json& each = reference::one(file, "non_inferiority_means");
    const MarginDesign design = non_inferiority(0.0, 8.0, 3.0);
    CHECK_CLOSE(power_margin(design, 100, 100).power, at(each.at("output"), "power", 0), 1e-12);
    CHECK_CLOSE(power_margin(design, 150, 150).power, at(each.at("output"), "power", 1), 1e-12);
    CHECK(sample_size_margin(design, 0.9).n1 == each.at("output").at("n90").get<std::int64_t>());
    // Superiority by an MCID asks for more than superiority.
    CHECK(power_margin(superiority_by(6.6, 10, 14), 200, 200).power <
          power_margin(superiority_by(0.0, 10, 14), 200, 200).power);
}

TEST_CASE("non-inferiority of responder rates") {
    const RateMarginDesign design{.p1 = 0.7, .p2 = 0.7, .margin = 0.1};
    const SampleSizeResult score = sample_size_rate_margin(design, 0.9);
    const SampleSizeResult wald = sample_size_rate_margin_unrestricted(design, 0.9);
    CHECK(wald.fractional == Approx(441.3).margin(0.1));
    CHECK(score.fractional == Approx(wald.fractional).epsilon(0.02));
    CHECK(score.power == Approx(0.9).margin(0.002));
    // The restricted rates are the likeliest ones that differ by the margin: by halving steps.
    const auto restricted = [](double x1, double n1, double x2, double n2, double margin) {
        double low = margin, high = 1.0;
        for (int i = 0; i < 200; ++i) {
            const double p2 = low + (high - low) / 2.0, p1 = p2 - margin;
            const double slope =
                x1 / p1 - (n1 - x1) / (1.0 - p1) + x2 / p2 - (n2 - x2) / (1.0 - p2);
            (slope > 0.0 ? low : high) = p2;
        }
        const double p1 = low - margin;
        return p1 * (1.0 - p1) / n1 + low * (1.0 - low) / n2;
    };
    for (const double margin : {0.02, 0.1, 0.3}) {
        CHECK_CLOSE(std::pow(farrington_manning(14, 20, 20, 30, margin).se, 2),
                    restricted(14, 20, 20, 30, margin), 1e-12);
    }
    // Where everybody responds the cubic's root is 0.01 % off.
    CHECK_CLOSE(std::pow(farrington_manning(3, 3, 3, 3, 1e-6).se, 2), 1e-6 * (1 - 1e-6) / 3, 1e-12);
    // The interval leaves the margin out exactly where the test rejects.
    for (std::int64_t x = 0; x <= 20; ++x) {
        const Estimate found = farrington_manning(x, 20, 20, 30, 0.15);
        CHECK((found.p < 0.025) == (found.ci.lower > -0.15));
        CHECK(found.ci.contains(found.estimate));
    }
    CHECK(farrington_manning(14, 20, 20, 30, 0.1, {.confidence_level = 1.0}).ci.state ==
          State::invalid_argument);
    CHECK(farrington_manning(14, 20, 20, 30, 0.1, {.confidence_level = 1.0}).state == State::ok);
    const Estimate test = farrington_manning(14, 20, 20, 30, 0.1);
    CHECK(test.state == State::ok);
    CHECK(test.p == Approx(detail::normal_sf(test.statistic)));
    CHECK_CLOSE(test.statistic, (test.estimate + 0.1) / test.se, 1e-14);
    CHECK(farrington_manning(0, 0, 1, 2, 0.1).state == State::too_few);
    CHECK(farrington_manning(0, 10, 0, 10, 0.1).state == State::ok);
    CHECK(farrington_manning(5, 4, 1, 2, 0.1).state == State::invalid_argument);
}

TEST_CASE("power of two one-sided tests is Owen's Q") {
    const Json& each = reference::one(file, "tost_power");
    const std::int64_t sizes[] = {30, 60, 100};
    for (std::size_t i = 0; i < 3; ++i) {
        TostDesign design{.true_difference = 0, .lower = -4, .upper = 4, .sd = 8};
        CHECK_CLOSE(power_tost(design, sizes[i], sizes[i]).power,
                    at(each.at("output"), "power_d0", i), 1e-10);
        design.true_difference = 1;
        CHECK_CLOSE(power_tost(design, sizes[i], sizes[i]).power,
                    at(each.at("output"), "power_d1", i), 1e-10);
        design.true_difference = -1;  // the mirror image
        CHECK_CLOSE(power_tost(design, sizes[i], sizes[i]).power,
                    at(each.at("output"), "power_d1", i), 1e-10);
    }
    const TostDesign design{.true_difference = 1, .lower = -4, .upper = 4, .sd = 8};
    const SampleSizeResult size = sample_size_tost(design, 0.8);
    CHECK(power_tost(design, size.n1, size.n2).power >= 0.8);
    CHECK(power_tost(design, size.n1 - 1, size.n2 - 1).power < 0.8);
    // Too small to show anything; a huge trial; a truth on the margin rejects with its alpha.
    CHECK(power_tost(design, 2, 2).power < 0.01);
    CHECK(power_tost(design, 100000, 100000).power == Approx(1.0));
    CHECK(power_tost({.true_difference = 4, .lower = -4, .upper = 4, .sd = 8}, 500, 500).power ==
          Approx(0.05).margin(1e-9));
    CHECK(sample_size_tost({.true_difference = 4, .lower = -4, .upper = 4}, 0.8).state ==
          State::not_reached);
    CHECK(power_tost_paired(design, 60).power > power_tost(design, 60, 60).power);
    // 39 pairs have the degrees of freedom of two arms of 20; with an SD that gives the same error
    TostDesign pairs = design;
    pairs.sd = 8 * std::sqrt(2.0 / 20 * 39);
    CHECK_CLOSE(power_tost_paired(pairs, 39).power, power_tost(design, 20, 20).power, 1e-12);
}

TEST_CASE("pairs for McNemar's test") {
    const Json& each = reference::one(file, "mcnemar_sample_size");
    const SampleSizeResult found = sample_size_mcnemar({0.3, 0.1}, 0.9);
    CHECK_CLOSE(found.fractional, at(each.at("output"), "n"), 1e-12);
    CHECK(found.n1 == 101);
    const double exact = power_mcnemar_exact({0.3, 0.1}, found.n1).power;
    CHECK(exact > 0.8);
    CHECK(exact < 0.9);  // the exact test pays for its level
    CHECK(power_mcnemar_exact({0.2, 0.2}, 40).power < 0.05);
    CHECK(power_mcnemar_exact({0.5, 0.5}, 5).power == 0.0);
    CHECK(sample_size_mcnemar({0.0, 0.0}, 0.9).state == State::invalid_argument);
}

TEST_CASE("responders need more patients than means") {
    const ResponderEfficiency found = responder_efficiency(
        {.mean_active = -14, .mean_control = -8, .sd = 12, .threshold = 6.6}, 80);
    CHECK_CLOSE(found.p_active, detail::normal_cdf(7.4 / 12), 1e-12);
    CHECK_CLOSE(found.p_control, detail::normal_cdf(1.4 / 12), 1e-12);
    CHECK_CLOSE(found.power_means, power_two_sample_t(0.5, 80, 80).power, 1e-12);
    CHECK_CLOSE(found.power_responders,
                power_proportions({.p1 = found.p_active, .p2 = found.p_control}, 80, 80).power,
                1e-12);
    CHECK(found.power_responders < found.power_means);
    CHECK(found.size_ratio > 1.5);
    CHECK(responder_efficiency({.sd = 0}, 80).state == State::invalid_argument);
    CHECK(responder_efficiency({.sd = 1, .threshold = 3}, 80).state == State::boundary);
}

TEST_CASE("events and patients for times and rates") {
    CHECK_CLOSE(logrank_events(0.6, 0.9).events,
                at(reference::one(file, "logrank_events").at("output"), "events"), 1e-12);
    CHECK(power_logrank(0.6, logrank_events(0.6, 0.9).events).power == Approx(0.9));
    const RateDesign rates{.rate_control = 1.5, .rate_ratio = 0.6, .dispersion = 0.8};
    const SampleSizeResult found = sample_size_negative_binomial(rates, 0.9);
    CHECK_CLOSE(found.fractional,
                at(reference::one(file, "negbin_sample_size").at("output"), "n_per_group"), 1e-12);
    CHECK(found.power == Approx(0.9).margin(0.003));
}

TEST_CASE("critical values of a trial with three looks") {
    // rpact stops its root search at about 1e-8; the spent error is met here to 1e-14.
    const Json& each = reference::one(file, "group_sequential");
    const std::vector<double> looks = reference::numbers(each.at("input").at("information"));
    for (const Spending spending : {Spending::obrien_fleming, Spending::pocock}) {
        const std::string key = spending == Spending::pocock ? "pocock" : "of";
        const GroupSequentialResult found =
            group_sequential(looks, {.alpha = 0.025, .spending = spending});
        REQUIRE(found.critical.size() == 3);
        for (std::size_t i = 0; i < 3; ++i) {
            INFO(key << " look " << i + 1);
            CHECK_CLOSE(found.critical[i],
                        reference::number(each.at("output").at(key + "_critical")[i]), 1e-7);
            CHECK_CLOSE(found.stage_p[i],
                        reference::number(each.at("output").at(key + "_stage_levels")[i]), 1e-6);
        }
        CHECK_CLOSE(found.spent[2], 0.025, 1e-14);
    }
    const double once[] = {1.0};
    CHECK_CLOSE(group_sequential(once).critical[0], 1.959963984540054, 1e-12);
    const double falling[] = {0.5, 0.4, 1.0};
    CHECK(group_sequential(falling).state == State::invalid_argument);
    CHECK(group_sequential({}).state == State::invalid_argument);
}
