// SPDX-License-Identifier: BSL-1.0
// Kappa and its two standard errors against R and vcd; one category, perfect and no agreement.
#include "eczscore/stats/weighted_kappa.hpp"

#include "stats/kappa_data.hpp"

using namespace eczscore::stats;
using ratings_data::at;
using reference::Json;
using reference::numbers;

namespace {

void check_kappa(const Json& one, KappaWeights weights, const char* name) {
    INFO(name);
    const Json& out = one.at("output").at(name);
    const auto table = kappa_data::counts(one.at("input").at("table"));
    const WeightedKappa found = weighted_kappa(table.counts, table.categories, weights);
    CHECK_CLOSE(found.kappa.estimate, at(out, "kappa"), 1e-12);
    CHECK_CLOSE(found.kappa.se, at(out, "se"), 1e-12);
    CHECK_CLOSE(found.se_null, at(out, "se_null"), 1e-12);
    CHECK_CLOSE(found.kappa.ci.lower, numbers(out.at("ci95"))[0], 1e-12);
    CHECK_CLOSE(found.kappa.ci.upper, numbers(out.at("ci95"))[1], 1e-12);
}

}  // namespace

TEST_CASE("kappa agrees with 14_reliability and vcd") {
    const auto cases = reference::all("14_reliability", "kappa_");
    REQUIRE(cases.size() >= 4);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        if (each->at("id") == "kappa_one_category_only") continue;  // see below
        check_kappa(*each, KappaWeights::unweighted, "unweighted");
        check_kappa(*each, KappaWeights::linear, "linear");
        check_kappa(*each, KappaWeights::quadratic, "quadratic");
        const auto vcd =
            numbers(each->at("output").at("check_vcd_value_ase").at("weighted_quadratic"));
        const auto table = kappa_data::counts(each->at("input").at("table"));
        const auto found = weighted_kappa(table.counts, table.categories, KappaWeights::quadratic);
        CHECK_CLOSE(found.kappa.estimate, vcd[0], 1e-12);
        CHECK_CLOSE(found.kappa.se, vcd[1], 1e-12);
    }
}

TEST_CASE("one grade only: 0/0, with a state; perfect agreement has an interval of a point") {
    const std::vector<std::int64_t> one = {10, 0, 0, 0};
    const WeightedKappa none = weighted_kappa(one, 2, KappaWeights::unweighted);
    CHECK(none.kappa.state == State::undefined_ratio);
    CHECK(std::isnan(none.kappa.estimate));
    CHECK(none.observed == 1.0);
    const std::vector<std::int64_t> perfect = {5, 0, 0, 0, 7, 0, 0, 0, 3};
    const WeightedKappa all = weighted_kappa(perfect, 3, KappaWeights::linear);
    CHECK(all.kappa.estimate == 1.0);
    CHECK(all.kappa.state == State::boundary);
    CHECK(all.kappa.p < 0.001);
    // Chance agreement, and agreement below it.
    const std::vector<std::int64_t> chance = {25, 25, 25, 25};
    CHECK(weighted_kappa(chance, 2, KappaWeights::unweighted).kappa.estimate == 0.0);
    CHECK(weighted_kappa(chance, 2, KappaWeights::unweighted).kappa.p == 1.0);
    const std::vector<std::int64_t> opposite = {0, 10, 10, 0};
    const WeightedKappa worst = weighted_kappa(opposite, 2, KappaWeights::unweighted);
    CHECK(worst.kappa.estimate == -1.0);
    CHECK(worst.kappa.state == State::boundary);
}

TEST_CASE("kappa of broken tables and of none") {
    const std::vector<std::int64_t> counts = {1, 2, 3};
    CHECK(weighted_kappa(counts, 2, KappaWeights::linear).kappa.state == State::invalid_argument);
    const std::vector<std::int64_t> negative = {1, -2, 3, 4};
    CHECK(weighted_kappa(negative, 2, KappaWeights::linear).kappa.state == State::invalid_argument);
    CHECK(weighted_kappa({}, 0, KappaWeights::linear).kappa.state == State::invalid_argument);
    const std::vector<std::int64_t> zero = {0, 0, 0, 0};
    CHECK(weighted_kappa(zero, 2, KappaWeights::linear).kappa.state == State::too_few);
    // All but two agree, which chance explains up to the last digit of a double.
    std::vector<std::int64_t> nearly(1600, 0);
    nearly[0] = (std::int64_t{1} << 53) - 2;
    nearly[1] = nearly[40] = 1;
    const WeightedKappa kappa = weighted_kappa(nearly, 40, KappaWeights::quadratic);
    CHECK(kappa.expected == 1.0);
    CHECK(kappa.kappa.state == State::undefined_ratio);
    CHECK(std::isnan(kappa.kappa.estimate));
}

TEST_CASE("an unused grade is still a step of the scale") {
    const std::vector<double> first = {0, 1, 3, 3, 1, 0, not_a_number};
    const std::vector<double> second = {0, 1, 3, 1, 1, 1, 2};
    const WeightedKappa found = weighted_kappa(first, second, 0, 4, KappaWeights::quadratic);
    CHECK(found.kappa.n == 6);
    CHECK(found.kappa.missing == 1);
    CHECK(found.categories == 5);
    CHECK(found.kappa.state == State::ok);
    const std::vector<std::int64_t> packed = {1, 1, 0, 0, 2, 0, 0, 1, 1};  // grades 0, 1, 3 alone
    CHECK(weighted_kappa(packed, 3, KappaWeights::quadratic).kappa.estimate !=
          found.kappa.estimate);
    CHECK(weighted_kappa(first, second, 0, 2, KappaWeights::quadratic).kappa.state ==
          State::invalid_argument);
    CHECK(
        weighted_kappa(first, second, -2147483647, 2147483647, KappaWeights::linear).kappa.state ==
        State::invalid_argument);
    CHECK(
        weighted_kappa(std::vector<double>{0.5}, std::vector<double>{1}, 0, 2, KappaWeights::linear)
            .kappa.state == State::invalid_argument);
}
