// SPDX-License-Identifier: BSL-1.0
// Score limits of a risk difference over strata against R and ratesci.
#include "eczscore/stats/stratified_risk_difference.hpp"

#include <algorithm>
#include <random>

#include "eczscore/stats/risk_difference.hpp"
#include "stats/reference.hpp"
#include "stats/responders.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
constexpr auto file = "05_proportions";

std::vector<Stratum> random_strata(std::size_t how_many, int largest, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](int n) {
        return static_cast<std::int64_t>(random() % static_cast<unsigned>(n));
    };
    std::vector<Stratum> strata(how_many);
    for (Stratum& each : strata) {
        each.active.n = 1 + below(largest);
        each.control.n = 1 + below(largest);
        each.active.x = below(static_cast<int>(each.active.n) + 1);
        each.control.x = below(static_cast<int>(each.control.n) + 1);
    }
    return strata;
}
}  // namespace

TEST_CASE("stratified score limits agree with R, ratesci and tern") {
    const auto cases = reference::all(file, "stratified_");
    REQUIRE(cases.size() >= 5);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto strata = strata_of(each->at("input"));
        const Json& out = each->at("output");
        const Estimate score = stratified_miettinen_nurminen(strata).result;
        CHECK_CLOSE(score.estimate, reference::number(out.at("rd_mh")), 1e-12);
        const Json& expected = out.at("miettinen_nurminen_mh_weights");
        CHECK_CLOSE(score.ci.lower, reference::number(expected[0]), 1e-12);
        CHECK_CLOSE(score.ci.upper, reference::number(expected[1]), 1e-12);
        if (!out.at("ratesci_mn").is_null()) {  // bisected to 1e-10
            CHECK_CLOSE(score.ci.lower, reference::number(out.at("ratesci_mn")[0]), 0.0, 1e-10);
            CHECK_CLOSE(score.ci.upper, reference::number(out.at("ratesci_mn")[1]), 0.0, 1e-10);
        }
        if (!out.at("strat_newcombe_tern").is_null()) {
            const Estimate newcombe = stratified_newcombe(strata).result;
            CHECK_CLOSE(newcombe.ci.lower, reference::number(out.at("strat_newcombe_tern")[0]));
            CHECK_CLOSE(newcombe.ci.upper, reference::number(out.at("strat_newcombe_tern")[1]));
        }
    }
}

TEST_CASE("a stratum without controls does not move the limits, unlike in tern 0.9.11") {
    // tern: 0.0058 to 0.3880, from misaligned vectors and a root found to 1e-4
    const Json& tern = reference::one(file, "anchor_defect_empty_stratum");
    const auto strata = strata_of(tern.at("input"));
    const auto found = stratified_miettinen_nurminen(strata);
    const auto three = stratified_miettinen_nurminen(std::span(strata).first(3));
    CHECK(found.result.ci.lower == three.result.ci.lower);
    CHECK(found.result.ci.upper == three.result.ci.upper);
    CHECK(found.strata.left_out == 1);
    CHECK(found.result.missing == 4);
    CHECK(std::abs(found.result.ci.lower -
                   reference::number(tern.at("output").at("mn").at("ci")[0])) > 0.01);
    const auto newcombe = stratified_newcombe(strata);
    CHECK(newcombe.result.ci.lower ==
          stratified_newcombe(std::span(strata).first(3)).result.ci.lower);
}

TEST_CASE("one stratum gives the limits of the plain table") {
    for (const Stratum& each : random_strata(300, 12, 1)) {
        const Stratum table[] = {each};
        INFO(each.active.x << "/" << each.active.n << " " << each.control.x << "/"
                           << each.control.n);
        const Interval score = stratified_miettinen_nurminen(table).result.ci;
        const Interval plain = risk_difference(each.active, each.control).ci;
        CHECK(score.lower == plain.lower);
        CHECK(score.upper == plain.upper);
        const auto newcombe = stratified_newcombe(table);
        CHECK(newcombe.result.state == State::ok);
        // Yan and Su take the variance at the Wilson limit; Newcombe's distance from the share is
        // the same by the definition of the limit
        const Interval hybrid =
            risk_difference(each.active, each.control, {.method = RiskDifferenceMethod::newcombe})
                .ci;
        CHECK_CLOSE(newcombe.result.ci.lower, hybrid.lower, 1e-12);
        CHECK_CLOSE(newcombe.result.ci.upper, hybrid.upper, 1e-12);
    }
}

TEST_CASE("the limits invert the stratified test and do not depend on the order") {
    const double z = detail::normal_quantile(0.975);
    for (unsigned seed = 1; seed <= 60; ++seed) {
        auto strata = random_strata(1 + seed, seed % 2 == 0 ? 3 : 25, seed);
        const Estimate found = stratified_miettinen_nurminen(strata).result;
        INFO("seed " << seed);
        CHECK(found.ci.lower < found.estimate);
        CHECK(found.estimate < found.ci.upper);
        CHECK_CLOSE(
            stratified_miettinen_nurminen(strata, {.margin = found.ci.lower}).result.statistic, z,
            1e-10);
        CHECK_CLOSE(
            stratified_miettinen_nurminen(strata, {.margin = found.ci.upper}).result.statistic, -z,
            1e-10);
        std::shuffle(strata.begin(), strata.end(), std::mt19937(seed));
        const Estimate shuffled = stratified_miettinen_nurminen(strata).result;
        CHECK(shuffled.ci.lower == found.ci.lower);
        CHECK(shuffled.ci.upper == found.ci.upper);
        CHECK(shuffled.statistic == found.statistic);
        for (Stratum& each : strata) std::swap(each.active, each.control);
        const Estimate swapped = stratified_miettinen_nurminen(strata).result;
        CHECK_CLOSE(swapped.ci.lower, -found.ci.upper, 1e-12);
        CHECK_CLOSE(swapped.ci.upper, -found.ci.lower, 1e-12);
    }
}

TEST_CASE("one stratum gives Newcombe's limits whoever responded") {
    for (std::int64_t n1 = 1; n1 <= 7; ++n1) {
        for (std::int64_t n2 = 1; n2 <= 5; ++n2) {
            for (std::int64_t x1 = 0; x1 <= n1; ++x1) {
                for (std::int64_t x2 = 0; x2 <= n2; ++x2) {
                    const Stratum table[] = {{{x1, n1}, {x2, n2}}};
                    INFO(x1 << "/" << n1 << " " << x2 << "/" << n2);
                    const Estimate found = stratified_newcombe(table).result;
                    const Interval plain =
                        risk_difference(table[0].active, table[0].control,
                                        {.method = RiskDifferenceMethod::newcombe})
                            .ci;
                    CHECK(found.state == State::ok);
                    CHECK_CLOSE(found.ci.lower, plain.lower, 1e-13);
                    CHECK_CLOSE(found.ci.upper, plain.upper, 1e-13);
                }
            }
        }
    }
}

TEST_CASE("strata in which nobody or everybody of an arm responded have Newcombe limits") {
    const auto plain = [](Responders a, Responders b) {
        return risk_difference(a, b, {.method = RiskDifferenceMethod::newcombe}).ci;
    };
    // equal strata without responders say the same as one table of all their patients
    for (const std::size_t count : {2U, 3U, 10U}) {
        const auto k = static_cast<std::int64_t>(count);
        const std::vector<Stratum> none(count, {{0, 40}, {0, 30}});
        const std::vector<Stratum> all(count, {{40, 40}, {0, 30}});
        const Interval of_none = stratified_newcombe(none).result.ci;
        CHECK_CLOSE(of_none.lower, plain({0, 40 * k}, {0, 30 * k}).lower, 1e-13);
        CHECK_CLOSE(of_none.upper, plain({0, 40 * k}, {0, 30 * k}).upper, 1e-13);
        const Interval of_all = stratified_newcombe(all).result.ci;
        CHECK_CLOSE(of_all.lower, plain({40 * k, 40 * k}, {0, 30 * k}).lower, 1e-13);
        CHECK(of_all.upper == 1.0);
        CHECK(of_all.state == State::ok);
    }
    // one arm without responders, the other with some, in strata of several sizes
    std::vector<Stratum> one = {{{5, 40}, {0, 30}}, {{2, 9}, {0, 8}}, {{0, 3}, {0, 50}}};
    const Estimate found = stratified_newcombe(one).result;
    CHECK(found.state == State::ok);
    CHECK(found.ci.state == State::ok);
    CHECK(found.ci.lower < found.estimate);
    CHECK(found.estimate < found.ci.upper);
    for (Stratum& each : one) std::swap(each.active, each.control);
    CHECK_CLOSE(stratified_newcombe(one).result.ci.lower, -found.ci.upper, 1e-13);
    // everybody responded in one stratum and nobody in the other
    const Stratum both[] = {{{20, 20}, {3, 10}}, {{0, 20}, {4, 10}}};
    const Estimate split = stratified_newcombe(both).result;
    CHECK(split.state == State::ok);
    CHECK(split.ci.lower < split.estimate);
    CHECK(split.estimate < split.ci.upper);
}

TEST_CASE("a stratified Newcombe limit beyond 1 is given as published, and said to be") {
    const Stratum strata[] = {{{13, 13}, {1, 37}}, {{49, 50}, {0, 1}}, {{56, 57}, {0, 11}}};
    const Estimate found = stratified_newcombe(strata, {.confidence_level = 0.999}).result;
    CHECK_CLOSE(found.ci.upper, 1.0005814186813768, 1e-12);
    CHECK(found.ci.state == State::boundary);
    CHECK(found.state == State::ok);
    CHECK(stratified_miettinen_nurminen(strata, {.confidence_level = 0.999}).result.ci.upper < 1.0);
}

TEST_CASE("stratified score limits: edges") {
    CHECK(stratified_miettinen_nurminen({}).result.state == State::too_few);
    CHECK(stratified_newcombe({}).result.state == State::too_few);
    const Stratum wrong[] = {{{5, 4}, {1, 3}}};
    CHECK(stratified_miettinen_nurminen(wrong).result.state == State::invalid_argument);
    CHECK(stratified_newcombe(wrong).result.state == State::invalid_argument);
    // nobody responded: Mantel-Haenszel has no variance, the score still has limits
    const Stratum flat[] = {{{0, 40}, {0, 30}}, {{0, 9}, {0, 8}}};
    const Estimate none = stratified_miettinen_nurminen(flat).result;
    CHECK(none.state == State::ok);
    CHECK(none.estimate == 0.0);
    CHECK(none.ci.lower < 0.0);
    CHECK(none.ci.upper > 0.0);
    CHECK(stratified_newcombe(flat).result.state == State::ok);
    const Stratum all[] = {{{4, 4}, {0, 3}}, {{9, 9}, {0, 8}}};
    CHECK(stratified_miettinen_nurminen(all).result.ci.upper == 1.0);
    CHECK(stratified_miettinen_nurminen(all, {.margin = -1.0}).result.state ==
          State::invalid_argument);
}
