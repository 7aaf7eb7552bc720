// SPDX-License-Identifier: BSL-1.0
// Power and sample size of the rank, sign, exact, stratified, Welch and Dunnett tests against R.
// Covers: stats/group_sequential.hpp, stats/power_dunnett.hpp, stats/power_mann_whitney.hpp
// Covers: stats/types/ordinal_design.hpp
// Covers: stats/power_negative_binomial.hpp, stats/power_of_rates.hpp, stats/power_sign.hpp
// Covers: stats/power_signed_rank.hpp, stats/power_stratified.hpp, stats/power_welch.hpp
#include "eczscore/stats/chi_square.hpp"
#include "eczscore/stats/group_sequential.hpp"
#include "eczscore/stats/noninferiority_proportion.hpp"
#include "eczscore/stats/power_dunnett.hpp"
#include "eczscore/stats/power_fisher.hpp"
#include "eczscore/stats/power_mann_whitney.hpp"
#include "eczscore/stats/power_mcnemar.hpp"
#include "eczscore/stats/power_negative_binomial.hpp"
#include "eczscore/stats/power_of_rates.hpp"
#include "eczscore/stats/power_proportion.hpp"
#include "eczscore/stats/power_sign.hpp"
#include "eczscore/stats/power_signed_rank.hpp"
#include "eczscore/stats/power_stratified.hpp"
#include "eczscore/stats/power_t.hpp"
#include "eczscore/stats/power_welch.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
constexpr auto file = "57_power";
double at(const Json& json, const char* key) { return reference::number(json.at(key)); }
std::int64_t whole(const Json& json, const char* key) { return json.at(key).get<std::int64_t>(); }
}  // namespace

TEST_CASE("signed rank and Mann-Whitney without ties by Noether's formula") {
    const auto paired = reference::all(file, "signed_rank_");
    REQUIRE(paired.size() == 3);
    for (const Json* each : paired) {
        INFO(each->at("id"));
        const double p = at(each->at("input"), "p");
        const Json& out = each->at("output");
        CHECK_CLOSE(power_signed_rank(p, 40).power, at(out, "power"), 1e-12);
        const SampleSizeResult size = sample_size_signed_rank(p, 0.9);
        CHECK(size.n1 == whole(out, "n90"));
        CHECK_CLOSE(size.fractional, at(out, "closed"), 1e-6);  // which leaves the other tail out
    }
    const auto arms = reference::all(file, "mann_whitney_");
    REQUIRE(arms.size() == 3);
    for (const Json* each : arms) {
        INFO(each->at("id"));
        const double p = at(each->at("input"), "p");
        const Json& out = each->at("output");
        CHECK_CLOSE(power_mann_whitney(p, 30, 20).power, at(out, "power"), 1e-12);
        CHECK_CLOSE(power_mann_whitney(1 - p, 20, 30).power, at(out, "power"), 1e-12);
        const SampleSizeResult size = sample_size_mann_whitney(p, 0.9);
        CHECK(size.n1 == whole(out, "n90"));
        CHECK_CLOSE(size.fractional, at(out, "closed_per_arm"), 1e-6);
    }
    // As WMWssp prints: 114.74467 in all for p = 0.349 and a power of 0.8.
    CHECK_CLOSE(2 * sample_size_mann_whitney(0.349, 0.8).fractional, 114.74467, 1e-5);
    const Json& normal = reference::one(file, "normal_chances").at("output");
    CHECK_CLOSE(normal_changes(0.5).two, at(normal, "sum"), 1e-12);
    CHECK_CLOSE(p_x_greater_of_normal(0.8), at(normal, "superiority"), 1e-12);
}

TEST_CASE("signed rank with the variance that normal changes give") {
    const auto cases = reference::all(file, "normal_rank_");
    REQUIRE(cases.size() == 3);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const SignedRankDesign design = normal_changes(at(each->at("input"), "dz"));
        CHECK_CLOSE(power_signed_rank(design, 30).power, at(each->at("output"), "power"), 1e-11);
        CHECK(sample_size_signed_rank(design, 0.9).n1 == whole(each->at("output"), "n90"));
    }
    CHECK_CLOSE(normal_changes(0.0).three, 1.0 / 3.0, 1e-13);
    CHECK(normal_changes(9.0).three == Approx(1.0));
    CHECK(power_signed_rank(SignedRankDesign{}, 20).power == Approx(0.05).margin(1e-9));
    CHECK(power_signed_rank(normal_changes(9.0), 10).power == 1.0);
    CHECK(power_signed_rank(normal_changes(not_a_number), 10).state == State::invalid_argument);
    CHECK(power_signed_rank(normal_changes(0.5), 0).state == State::too_few);
    CHECK(sample_size_signed_rank(normal_changes(0.0), 0.9).state == State::not_reached);
}

TEST_CASE("Mann-Whitney of grades and other tied values by the placements of R's ranks") {
    const auto cases = reference::all(file, "ordinal_");
    REQUIRE(cases.size() == 3);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        const Json& out = each->at("output");
        const OrdinalDesign design =
            ordinal_design(reference::numbers(in.at("x")), reference::numbers(in.at("y")));
        CHECK_CLOSE(detail::placements(design).p_x_greater, 1 - at(out, "effect"), 1e-12);
        CHECK_CLOSE(power_mann_whitney(design, 30, 24).power, at(out, "power"), 1e-11);
        CHECK(sample_size_mann_whitney(design, 0.9).n1 == whole(out, "n90"));
    }
    // As WMWssp prints: 111.3719511 in all, the other tail left out.
    const Json& in = reference::one(file, "ordinal_wmwssp").at("input");
    const OrdinalDesign pilot =
        ordinal_design(reference::numbers(in.at("x")), reference::numbers(in.at("y")));
    CHECK_CLOSE(2 * sample_size_mann_whitney(pilot, 0.8).fractional, 111.3719511, 2e-6);
    const OrdinalDesign wrong[] = {{{0.5, 0.5}, {0.5, 0.4}}, {{1.0}, {1.0}}, {{0.5, 0.5}, {1.0}}};
    for (const OrdinalDesign& each : wrong) {
        CHECK(power_mann_whitney(each, 9, 9).state == State::invalid_argument);
        CHECK(sample_size_mann_whitney(each, 0.9).state == State::invalid_argument);
    }
    const OrdinalDesign apart{{1.0, 0.0}, {0.0, 1.0}};  // no spread to divide by
    CHECK(power_mann_whitney(apart, 9, 9).state == State::invalid_argument);
    const OrdinalDesign alike{{0.3, 0.7}, {0.3, 0.7}};
    CHECK(sample_size_mann_whitney(alike, 0.9).state == State::not_reached);
    CHECK(power_mann_whitney(alike, 0, 9).state == State::too_few);
}

TEST_CASE("the sign test by calling binom.test for every outcome") {
    const auto cases = reference::all(file, "sign_");
    REQUIRE(cases.size() == 3);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        const Json& out = each->at("output");
        SignDesign design{at(in, "positive"), at(in, "negative")};
        CHECK_CLOSE(power_sign(design, 31).power, at(out, "power"), 1e-12);
        CHECK(sample_size_sign(design, 0.8).n1 == whole(out, "n80"));
        // McNemar's exact test is the sign test of the discordant pairs.
        const McNemarDesign pairs{design.positive, design.negative};
        CHECK(power_mcnemar_exact(pairs, 31).power == power_sign(design, 31).power);
        CHECK(sample_size_mcnemar_exact(pairs, 0.8).n1 == whole(out, "n80"));
        design.sides = Sides::one;
        CHECK_CLOSE(power_sign(design, 31).power, at(out, "one_sided"), 1e-12);
    }
    // 2 (1/2)^6 is exactly 1/32: reaching the level rejects.
    CHECK(power_sign({0.5, 0.5, 1.0 / 32}, 6).power == 1.0 / 32);
    CHECK(power_sign({0.5, 0.5, 0.03}, 6).power == 0.0);
    CHECK(sample_size_sign({0.5, 0.5}, 0.8).state == State::not_reached);
    CHECK(sample_size_sign({0.2, 0.4, 0.05, Sides::one}, 0.8).state == State::not_reached);
    CHECK(sample_size_sign({0.501, 0.499}, 0.8).state == State::not_reached);
    CHECK(power_sign({0.7, 0.4}, 9).state == State::invalid_argument);
    CHECK(power_sign({0.7, 0.2}, 0).state == State::too_few);
    // (1.96 + 1.28)^2 / (4 (0.75 - 0.5)^2), half of the patients without a change
    CHECK_CLOSE(sample_size_sign_normal({0.75 / 2, 0.25 / 2}, 0.9).fractional, 84.059388, 1e-7);
}

TEST_CASE("Fisher's test: the first size with the power") {
    for (const Json* each : reference::all(file, "fisher_size_")) {
        INFO(each->at("id"));
        const double p1 = at(each->at("input"), "p1"), p2 = at(each->at("input"), "p2");
        const SampleSizeResult size = sample_size_fisher(p1, p2, 0.8);
        CHECK(size.n1 == whole(each->at("output"), "n80"));
        CHECK(size.power == power_fisher(p1, p2, size.n1, size.n1).power);
    }
    // A search from 2 finds no earlier size than the one that begins at nine tenths.
    for (const auto& [p1, p2] : {std::pair{0.35, 0.15}, {0.5, 0.3}, {0.98, 0.9}, {0.02, 0.1}}) {
        const SampleSizeResult size = sample_size_fisher(p1, p2, 0.8);
        REQUIRE(size.n1 > 60);
        for (std::int64_t n = 2; n < size.n1; ++n) {
            CHECK(power_fisher(p1, p2, n, n).power < 0.8);
        }
    }
    CHECK(sample_size_fisher(0.3, 0.3, 0.8).state == State::not_reached);
    CHECK(sample_size_fisher(0.3, 0.31, 0.8).state == State::not_reached);
    CHECK(sample_size_fisher(0.3, 1.31, 0.8).state == State::invalid_argument);
    CHECK(sample_size_fisher(1.0, 0.0, 0.9).n1 == 4);
}

TEST_CASE("any test of two rates by counting its outcomes") {
    const Json& each = reference::one(file, "rates_chi_square");
    const auto rejects = [](std::int64_t x, std::int64_t y) {
        return chi_square_test({x, 30}, {y, 20}).p <= 0.05;
    };
    CHECK_CLOSE(power_of_rates(0.55, 0.25, 30, 20, rejects).power, at(each.at("output"), "power"),
                1e-12);
    const auto always = [](std::int64_t, std::int64_t) { return true; };
    CHECK_CLOSE(power_of_rates(0.3, 0.6, 17, 5, always).power, 1.0, 1e-14);
    CHECK(power_of_rates(0.3, 1.6, 17, 5, always).state == State::invalid_argument);
    CHECK(power_of_rates(0.3, 0.6, 0, 5, always).state == State::too_few);
}

TEST_CASE("Welch's test") {
    const auto cases = reference::all(file, "welch_");
    REQUIRE(cases.size() == 3);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        const WelchDesign design{at(in, "difference"), at(in, "sd1"), at(in, "sd2")};
        CHECK_CLOSE(power_welch(design, 25, 40).power, at(each->at("output"), "power"), 1e-11);
        CHECK(sample_size_welch(design, 0.9).n1 == whole(each->at("output"), "n90"));
    }
    CHECK_CLOSE(power_welch({.difference = 4, .sd1 = 8, .sd2 = 8}, 30, 30).power,
                power_two_sample_t(0.5, 30, 30).power, 1e-13);
    CHECK(power_welch({}, 1, 9).state == State::too_few);
    CHECK(power_welch({.difference = 1, .sd1 = -1}, 9, 9).state == State::invalid_argument);
    CHECK(sample_size_welch({.difference = 0}, 0.9).state == State::not_reached);
}

TEST_CASE("rates in strata: Woolson's size, and Nam's of the corrected test") {
    const auto cases = reference::all(file, "strata_");
    REQUIRE(cases.size() == 4);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        std::vector<DesignStratum> strata;
        for (std::size_t i = 0; i < in.at("share").size(); ++i) {
            strata.push_back({in.at("share")[i].get<double>(), in.at("in_first")[i].get<double>(),
                              in.at("p1")[i].get<double>(), in.at("p2")[i].get<double>()});
        }
        const StratifiedDesign design{strata, 0.05,
                                      in.at("one_sided").get<bool>() ? Sides::one : Sides::two,
                                      in.at("continuity").get<bool>()};
        const SampleSizeResult size = sample_size_stratified(design, 0.9);
        CHECK_CLOSE(size.fractional, at(each->at("output"), "n90"), 1e-12);
        CHECK_CLOSE(power_stratified(design, 150).power, at(each->at("output"), "power_at_150"),
                    1e-12);
        CHECK(size.power >= 0.9);
        CHECK(power_stratified(design, size.total - 1).power < 0.9);
        CHECK(size.n1 + size.n2 >= size.total);
    }
    // Nam 1992 prints 171 and 192.
    const auto nam = [](const char* id) {
        return std::ceil(at(reference::one(file, id).at("output"), "n90"));
    };
    CHECK(nam("strata_nam_FALSE") == 171);
    CHECK(nam("strata_nam_TRUE") == 192);
    // One stratum is the comparison of two rates.
    const DesignStratum one[] = {{1.0, 0.5, 0.5, 0.2}};
    CHECK_CLOSE(sample_size_stratified({one}, 0.9).fractional, 2 * fleiss_size(0.5, 0.2, 0.9).n1,
                1e-12);
    CHECK_CLOSE(sample_size_stratified({one, 0.05, Sides::two, true}, 0.9).fractional,
                2 * fleiss_size(0.5, 0.2, 0.9).n1_corrected, 1e-12);
    const DesignStratum half[] = {{0.5, 0.5, 0.5, 0.2}};
    CHECK(power_stratified({half}, 100).state == State::invalid_argument);
    CHECK(sample_size_stratified({}, 0.9).state == State::invalid_argument);
    const DesignStratum same[] = {{1.0, 0.5, 0.4, 0.4}};
    CHECK(sample_size_stratified({same}, 0.9).state == State::not_reached);
    CHECK(power_stratified({one}, 1).state == State::too_few);
}

TEST_CASE("Dunnett's comparisons: any, all and each") {
    const auto cases = reference::all(file, "dunnett_");
    REQUIRE(cases.size() == 3);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        const std::vector<double> effects = reference::numbers(in.at("effects"));
        const DunnettDesign design{effects, 0.05,
                                   whole(in, "sides") == 1 ? Sides::one : Sides::two};
        const DunnettPower found = power_dunnett(design, whole(in, "n"), whole(in, "n_control"));
        CHECK(found.state == State::ok);
        CHECK_CLOSE(found.critical, at(each->at("output"), "critical"), 1e-8);
        CHECK_CLOSE(found.any, at(each->at("output"), "any"), 1e-8);
        CHECK_CLOSE(found.all, at(each->at("output"), "all"), 1e-8);
        for (const double power : found.each) {
            CHECK(power <= found.any + 1e-12);
            CHECK(power >= found.all - 1e-12);
        }
        for (const DunnettAim aim : {DunnettAim::any, DunnettAim::all}) {
            if (found.all < 0.01) continue;  // a group without an effect: never all
            const SampleSizeResult size =
                sample_size_dunnett(design, 0.8, {.aim = aim, .control_ratio = 1.5});
            REQUIRE(size.state == State::ok);
            const auto power = [&](std::int64_t n) {
                const DunnettPower at_n = power_dunnett(design, n, (3 * n + 1) / 2);
                return aim == DunnettAim::any ? at_n.any : at_n.all;
            };
            CHECK(size.n2 == (3 * size.n1 + 1) / 2);
            CHECK(power(size.n1) >= 0.8);
            CHECK(power(size.n1 - 1) < 0.8);
        }
    }
    // One group is a t-test; without effects the power is the family's level.
    const double one[] = {0.5};
    CHECK_CLOSE(power_dunnett({one}, 64, 64).any, power_two_sample_t(0.5, 64, 64).power, 1e-11);
    const double none[] = {0.0, 0.0, 0.0};
    for (const auto& [n, controls] : {std::pair{2, 2000}, {2000, 2}, {1, 3}}) {
        CHECK_CLOSE(power_dunnett({none}, n, controls).any, 0.05, 1e-9);
    }
    CHECK(sample_size_dunnett({none}, 0.8).state == State::not_reached);
    CHECK(power_dunnett({}, 9, 9).state == State::invalid_argument);
    CHECK(power_dunnett({none}, 1, 1).state == State::too_few);
    CHECK(power_dunnett({none, 1.0}, 9, 9).state == State::invalid_argument);
}

TEST_CASE("power at given sizes against margins of rates, and of flare rates") {
    for (const Json* each : reference::all(file, "rate_margin_power_")) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        // The search in R ends at about 8 digits of the rates.
        CHECK_CLOSE(power_rate_margin({at(in, "p1"), at(in, "p2"), at(in, "margin")},
                                      whole(in, "n1"), whole(in, "n2"))
                        .power,
                    at(each->at("output"), "power"), 1e-7);
    }
    const Json& each = reference::one(file, "flare_rate_power");
    const RateDesign design{.rate_control = 1.5, .rate_ratio = 0.6, .dispersion = 0.8, .time = 0.5};
    CHECK_CLOSE(power_negative_binomial(design, 120, 60).power, at(each.at("output"), "power"),
                1e-12);
    CHECK(power_rate_margin({1.0, 1.0, 0.1}, 50, 50).power == 1.0);  // no patient can vary
    CHECK(power_rate_margin({0.7, 0.7, 0.1}, 0, 50).state == State::too_few);
    CHECK(power_negative_binomial(design, 0, 60).state == State::too_few);
    CHECK(power_negative_binomial({.rate_control = -1}, 9, 9).state == State::invalid_argument);
}

TEST_CASE("looks that are close to each other") {
    // Nodes that do not follow the distance give 2.147 for the last value of the second case.
    const auto cases = reference::all(file, "close_looks_");
    REQUIRE(cases.size() == 2);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto looks = reference::numbers(each->at("input").at("information"));
        const GroupSequentialResult found =
            group_sequential(looks, {.alpha = 0.025, .spending = Spending::pocock});
        REQUIRE(found.state == State::ok);
        const auto expected = reference::numbers(each->at("output").at("critical"));
        for (std::size_t i = 0; i < 3; ++i) CHECK_CLOSE(found.critical[i], expected[i], 1e-7);
    }
    const double too_close[] = {0.5, 0.50005, 1.0};
    CHECK(group_sequential(too_close).state == State::invalid_argument);
    // An early look may be given nothing that a double can hold.
    const double early[] = {1e-3, 1.0};
    const GroupSequentialResult at_once = group_sequential(early);
    CHECK(at_once.critical[0] == infinity);
    CHECK_CLOSE(at_once.critical[1], 1.959963984540054, 1e-10);
    for (const Spending spending : {Spending::pocock, Spending::obrien_fleming}) {
        CHECK(spent_error(spending, 0.0, 0.025) == 0.0);
    }
}
