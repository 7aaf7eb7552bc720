// SPDX-License-Identifier: BSL-1.0
// Lognormal samples with values beyond limits: against 40-digit maximum likelihood, and by hand.
// Covers: stats/types/censored.hpp
#include "eczscore/stats/censored_lognormal.hpp"

#include <algorithm>
#include <random>
#include <string_view>

#include "stats/censored_cases.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {

std::vector<Censored> worked_example() {
    std::vector<Censored> values;
    for (const double each : {2.3, 2.9, 3.6, 4.8, 6.1, 9.5}) {
        values.push_back(Censored::measured(each));
    }
    values.insert(values.end(), 4, Censored::below(2.0));
    return values;
}
std::vector<Censored> measured(std::initializer_list<double> all) {
    std::vector<Censored> values;
    for (const double each : all) values.push_back(Censored::measured(each));
    return values;
}
/// The worked examples are printed to 12 digits.
constexpr double printed = 5.1e-12;

}  // namespace

TEST_CASE("censored lognormal: maximum likelihood against 40 digits") {
    const auto cases = reference::all("30_censored", "lognormal_");
    REQUIRE(cases.size() == 7);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const Lognormal found = censored_lognormal(censored_values(each->at("input")));
        REQUIRE(found.state == State::ok);
        CHECK(std::string_view(found.method) == "tobit");
        CHECK_CLOSE(found.log_mean, out.at("mean").get<double>(), 1e-12);
        CHECK_CLOSE(found.log_sd, out.at("sd").get<double>(), 1e-12);
        CHECK_CLOSE(found.se_log_mean, out.at("se_mean").get<double>(), 1e-12);
        CHECK_CLOSE(found.geometric_mean, out.at("exp_mean").get<double>(), 1e-12);
        CHECK_CLOSE(found.geometric_sd, out.at("exp_sd").get<double>(), 1e-12);
        CHECK_CLOSE(found.ci.lower, out.at("lower").get<double>(), 1e-12);
        CHECK_CLOSE(found.ci.upper, out.at("upper").get<double>(), 1e-12);
        std::vector<Censored> logs = detail::sorted_values(censored_values(each->at("input")));
        REQUIRE(detail::to_logarithms(logs));
        const detail::CensoredNormal fit = detail::censored_normal(logs);
        CHECK_CLOSE(fit.log_likelihood, out.at("log_likelihood").get<double>(), 1e-12);
        CHECK_CLOSE(fit.se_log_sd, out.at("se_log_sd").get<double>(), 1e-12);
    }
}

TEST_CASE("censored lognormal: the worked example, and the size of the bias") {  // W22
    const auto values = worked_example();
    const Lognormal tobit = censored_lognormal(values);
    CHECK_CLOSE(tobit.geometric_mean, 2.54900228651, printed);
    CHECK_CLOSE(tobit.geometric_sd, 2.21940100978, printed);
    CHECK_CLOSE(tobit.log_mean, 0.935702022418, printed);
    CHECK_CLOSE(tobit.log_sd, 0.797237344065, printed);
    CHECK(tobit.count.percent_measured() == 60.0);

    struct Row {
        Substitution rule;
        double gm, gsd;
    };
    for (const Row& row : {Row{Substitution::limit, 3.18334933188, 1.74340433349},
                           Row{Substitution::limit_over_root2, 2.77126655404, 2.00536320463},
                           Row{Substitution::half_limit, 2.41252765966, 2.34095150353}}) {
        const Lognormal found = substituted_lognormal(values, row.rule);
        CHECK_CLOSE(found.geometric_mean, row.gm, printed);
        CHECK_CLOSE(found.geometric_sd, row.gsd, printed);
        CHECK(std::string_view(found.method) == std::string_view(name(row.rule)));
        CHECK(found.count.below == 4);
    }
}

TEST_CASE("censored lognormal: without censoring it is the plain geometric mean") {  // W24
    const Lognormal found = censored_lognormal(measured({450, 3200, 1431, 803, 510}));
    CHECK(std::string_view(found.method) == "plain");
    CHECK_CLOSE(found.geometric_mean, 966.623990095, printed);
    CHECK_CLOSE(found.geometric_sd, 2.24455421817, printed);
    CHECK_CLOSE(found.ci.lower, 354.219091671, printed);
    CHECK_CLOSE(found.ci.upper, 2637.80795614, printed);
    const Json& out = reference::one("31_fold_change", "tarc_sample").at("output");
    CHECK_CLOSE(found.geometric_mean, out.at("gm").get<double>(), 1e-13);
    CHECK_CLOSE(found.geometric_sd, out.at("gsd").get<double>(), 1e-13);
    CHECK_CLOSE(found.ci.upper, out.at("upper").get<double>(), 1e-12);
}

TEST_CASE("censored lognormal: what is refused") {
    const auto state = [](const std::vector<Censored>& values) {
        return censored_lognormal(values).state;
    };
    CHECK(state({}) == State::too_few);
    CHECK(state(measured({3})) == State::too_few);
    CHECK(state(measured({3, 0})) == State::invalid_argument);
    CHECK(state(measured({3, -1})) == State::invalid_argument);
    CHECK(state(measured({3, 4})) == State::ok);

    auto half = measured({1, 2, 3, 4, 5});
    half.insert(half.end(), 5, Censored::below(0.5));
    CHECK(state(half) == State::ok);
    half.push_back(Censored::below(0.5));
    const Lognormal mostly = censored_lognormal(half);
    CHECK(mostly.state == State::not_available);
    CHECK(std::isnan(mostly.geometric_mean));
    CHECK(mostly.count.below == 6);
    CHECK(substituted_lognormal(half, Substitution::half_limit).state == State::not_available);

    auto few = measured({1, 2, 3, 4});
    few.push_back(Censored::below(0.5));
    CHECK(state(few) == State::too_few);
    CHECK(substituted_lognormal(few, Substitution::half_limit).state == State::ok);

    auto equal = measured({2, 2, 2, 2, 2});
    equal.push_back(Censored::below(3));
    CHECK(state(equal) == State::zero_variance);
    CHECK(censored_lognormal(measured({1, 2}), {.confidence_level = 1.0}).state ==
          State::invalid_argument);

    auto above = measured({1, 2, 3, 4, 5});
    above.push_back(Censored::above(9));
    CHECK(substituted_lognormal(above, Substitution::limit).state == State::invalid_argument);
    above.push_back(Censored::measured(std::nan("")));
    CHECK(censored_lognormal(above).count.missing == 1);
    CHECK(std::string_view(name(above.back().censoring())) == "missing");
}

TEST_CASE("censored lognormal: order, scale and limits") {
    std::vector<Censored> values =
        censored_values(reference::one("30_censored", "lognormal_both_sides").at("input"));
    const Lognormal once = censored_lognormal(values);
    std::mt19937 random(7);
    for (int i = 0; i < 20; ++i) {
        std::shuffle(values.begin(), values.end(), random);
        const Lognormal again = censored_lognormal(values);
        CHECK(again.log_mean == once.log_mean);  // the same bits
        CHECK(again.log_sd == once.log_sd);
    }
    std::vector<Censored> scaled;
    for (const Censored& each : values) {
        const double value = each.value_or_limit() * 1000;
        scaled.push_back(each.is_measured()                     ? Censored::measured(value)
                         : each.censoring() == Censoring::below ? Censored::below(value)
                                                                : Censored::above(value));
    }
    const Lognormal ng = censored_lognormal(scaled);
    CHECK_CLOSE(ng.geometric_mean, 1000 * once.geometric_mean, 1e-12);
    CHECK_CLOSE(ng.geometric_sd, once.geometric_sd, 1e-12);

    // a limit far below everything says almost nothing; raising it pulls the mean up
    double before = 0;
    for (const double limit : {0.5, 1.0, 1.5, 2.0}) {
        auto with = measured({2.3, 2.9, 3.6, 4.8, 6.1, 9.5});
        with.push_back(Censored::below(limit));
        const double mean = censored_lognormal(with).geometric_mean;
        CHECK(mean > before);
        before = mean;
    }
}

TEST_CASE("censored lognormal: far limits do not run away") {
    auto values = measured({100, 120, 140, 160, 180, 200});
    values.push_back(Censored::below(1e-6));
    const Lognormal far = censored_lognormal(values);
    CHECK(far.state == State::ok);
    CHECK(far.geometric_mean < 100);
    CHECK(far.log_sd > 1);
}

TEST_CASE("censored quantiles are known, bounded, or unbounded") {
    std::vector<Censored> values(3, Censored::below(2));
    values.push_back(Censored::measured(3));
    values.push_back(Censored::above(5));
    const QuantileBounds median = quantile_bounds(values, 0.5);
    CHECK((median.lower == 0 && median.upper == 2 && !median.is_known()));
    const QuantileBounds high = quantile_bounds(values, 0.8);
    CHECK((high.is_known() && high.lower == 3));
    CHECK(quantile_bounds(values, 1).upper == infinity);
    CHECK(quantile_bounds(values, 0).lower == 0);
    CHECK(quantile_bounds({}, 0.5).state == State::too_few);
    CHECK(quantile_bounds(values, 1.5).state == State::invalid_argument);
    CHECK(quantile_bounds(measured({-1, 2}), 0.5).state == State::invalid_argument);
    for (double p = 0; p <= 1; p += 0.05) {
        CHECK(quantile_bounds(values, p).lower <= quantile_bounds(values, p).upper);
    }
}

TEST_CASE("censored lognormal: the interval covers as often as the page says") {
    // 1000 samples of 40 with a fifth below the limit on average; Monte Carlo error 0.8 points
    std::mt19937_64 random(1);
    std::normal_distribution<double> normal;
    const double limit = std::exp(detail::normal_quantile(0.2));
    int covered = 0;
    double log_mean = 0;
    for (int sample = 0; sample < 1000; ++sample) {
        std::vector<Censored> values;
        for (int i = 0; i < 40; ++i) {
            const double value = std::exp(normal(random));
            values.push_back(value < limit ? Censored::below(limit) : Censored::measured(value));
        }
        const Lognormal found = censored_lognormal(values);
        REQUIRE(found.state == State::ok);
        covered += found.ci.contains(1.0);
        log_mean += found.log_mean / 1000;
    }
    CHECK((covered > 910 && covered < 970));
    CHECK(std::abs(log_mean) < 0.02);  // without bias
}
