// SPDX-License-Identifier: BSL-1.0
// Intraclass correlations against closed forms in R, psych and irr; perfect, flat, tiny tables.
// Covers: stats/types/mean_squares.hpp
#include "eczscore/stats/icc.hpp"

#include "stats/ratings_data.hpp"

using namespace eczscore::stats;
using ratings_data::at;
using reference::Json;
using reference::numbers;

namespace {

void check_form(const Estimate& found, const Json& out, const std::string& name, double relative) {
    INFO(name);
    CHECK_CLOSE(found.estimate, reference::number(out.at(name)), relative, 1e-13);
    const auto ci = numbers(out.at(name + "_ci"));
    if (found.state == State::boundary) {  // the reference has NaN or a point here
        CHECK(found.estimate == 1.0);
        CHECK(found.ci.lower == 1.0);
        CHECK(found.ci.upper == 1.0);
        return;
    }
    if (found.ci.lower == -infinity) return;  // see the case of no correlation
    CHECK_CLOSE(found.ci.lower, ci[0], relative, 1e-13);
    CHECK_CLOSE(found.ci.upper, ci[1], relative, 1e-13);
}

void check_all(const Icc& found, const Json& out, double relative) {
    check_form(found.one_way, out, "icc_1_1", relative);
    check_form(found.agreement, out, "icc_2_1", relative);
    check_form(found.consistency, out, "icc_3_1", relative);
    check_form(found.one_way_average, out, "icc_1_k", relative);
    check_form(found.agreement_average, out, "icc_2_k", relative);
    check_form(found.consistency_average, out, "icc_3_k", relative);
    CHECK_CLOSE(found.one_way.statistic, at(out, "F_oneway"), relative);
    CHECK_CLOSE(found.consistency.statistic, at(out, "F_twoway"), relative);
    CHECK_CLOSE(found.sem_agreement, at(out, "sem_agreement"), relative);
    CHECK_CLOSE(found.sem_consistency, at(out, "sem_consistency"), relative);
}

}  // namespace

TEST_CASE("mean squares agree with R") {
    const auto cases = reference::all("14_reliability", "anova_");
    REQUIRE(cases.size() >= 7);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = ratings_data::table_of(*each);
        for (const int per_unit : {0, 10}) {
            const MeanSquares found =
                detail::mean_squares(detail::complete_rows(data.values, data.raters), per_unit);
            CHECK_CLOSE(found.between, at(out, "MSB"), 1e-12);
            CHECK_CLOSE(found.within, at(out, "MSW"), 1e-12);
            CHECK_CLOSE(found.occasions, at(out, "MSC"), 1e-12);
            CHECK_CLOSE(found.residual, at(out, "MSE"), 1e-12, 1e-13);
            CHECK_CLOSE(found.grand_mean, at(out, "grand_mean"), 1e-12);
        }
    }
}

TEST_CASE("ICC agrees with the closed forms, with psych and with irr") {
    const auto cases = reference::all("14_reliability", "icc_");
    REQUIRE(cases.size() >= 3);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = ratings_data::table_of(*each);
        for (const int per_unit : {0, 10}) {
            const Icc found = icc(data.values, data.raters, {0.95, per_unit});
            check_all(found, out, 1e-12);
            if (found.consistency.state == State::boundary) continue;
            CHECK_CLOSE(found.df_agreement, at(out, "df_satterthwaite_2_1"), 1e-11);
            const Json& psych = out.at("check_psych");
            const Estimate* forms[] = {&found.one_way,           &found.agreement,
                                       &found.consistency,       &found.one_way_average,
                                       &found.agreement_average, &found.consistency_average};
            for (std::size_t i = 0; i < 6; ++i) {
                CHECK_CLOSE(forms[i]->estimate, reference::number(psych.at("icc")[i]), 1e-11);
                CHECK_CLOSE(forms[i]->ci.lower, reference::number(psych.at("lower")[i]), 1e-11);
                CHECK_CLOSE(forms[i]->ci.upper, reference::number(psych.at("upper")[i]), 1e-11);
                CHECK_CLOSE(forms[i]->p, reference::number(psych.at("p")[i]), 1e-11);
            }
            CHECK_CLOSE(found.agreement.ci.upper, at(out.at("check_irr"), "upper"), 1e-11);
        }
    }
}

TEST_CASE("ICC agrees with the closed forms where 14_reliability has no case") {
    const auto cases = reference::all("22_anchor_agreement", "icc_");
    REQUIRE(cases.size() >= 8);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = ratings_data::table_of(*each);
        const Icc found = icc(data.values, data.raters, {0.95, 10});
        check_all(found, out, 1e-11);
        CHECK_CLOSE(found.one_way.p, at(out, "p_oneway"), 1e-11);
        CHECK_CLOSE(found.consistency.p, at(out, "p_twoway"), 1e-11);
    }
}

TEST_CASE("Shrout and Fleiss's six coefficients are theirs") {
    const Json& one = reference::one("14_reliability", "anova_shrout_fleiss");
    const auto data = ratings_data::table_of(one);
    const Icc found = icc(data.values, 4, {0.95, 1});
    const auto printed = [](double value) { return std::round(value * 100.0) / 100.0; };
    CHECK(printed(found.one_way.estimate) == 0.17);
    CHECK(printed(found.agreement.estimate) == 0.29);
    CHECK(printed(found.consistency.estimate) == 0.71);
    CHECK(printed(found.one_way_average.estimate) == 0.44);
    CHECK(printed(found.agreement_average.estimate) == 0.62);
    CHECK(printed(found.consistency_average.estimate) == 0.91);
}

TEST_CASE("raters who agree in all digits: psych prints an F of 5e30, irr a NaN interval") {
    const Json& out = reference::one("14_reliability", "icc_identical_raters").at("output");
    CHECK(reference::number(out.at("check_psych").at("F")[0]) > 1e30);
    CHECK(std::isnan(at(out.at("check_irr"), "lower")));
    for (const int per_unit : {0, 10}) {
        const std::vector<double> same = {1.1, 1.1, 2.3, 2.3, 0.7, 0.7, 9.9, 9.9};
        const Icc found = icc(same, 2, {0.95, per_unit});
        CHECK(found.state == State::ok);
        CHECK(found.mean_squares.residual == 0.0);
        CHECK(found.agreement.estimate == 1.0);
        CHECK(found.agreement.state == State::boundary);
        CHECK(found.agreement.ci.lower == 1.0);
        CHECK(found.one_way.statistic == infinity);
        CHECK(found.one_way.p == 0.0);
        // A constant shift is no error of consistency.
        const std::vector<double> shifted = {1.1, 1.4, 2.3, 2.6, 0.7, 1.0, 9.9, 10.2};
        const Icc apart = icc(shifted, 2, {0.95, per_unit});
        CHECK(apart.consistency.state == State::boundary);
        CHECK(apart.agreement.state == State::ok);
        CHECK(apart.agreement.estimate < 1.0);
    }
}

TEST_CASE("all ratings equal: psych prints 0, here it is undefined and says so") {
    const auto data = ratings_data::table_of(reference::one("14_reliability", "anova_all_equal"));
    for (const int per_unit : {0, 1}) {
        const Icc found = icc(data.values, data.raters, {0.95, per_unit});
        CHECK(found.state == State::zero_variance);
        CHECK(found.agreement.state == State::zero_variance);
        CHECK(std::isnan(found.agreement.estimate));
        CHECK(found.sem_agreement == 0.0);  // nothing was measured with error
        CHECK(found.sem_consistency == 0.0);
    }
    CHECK(icc(std::vector<double>(9, 0.1), 3).state == State::zero_variance);
    CHECK(icc(std::vector<double>(9, 0.1), 3).sem_agreement == 0.0);
    CHECK(std::isnan(icc(std::vector<double>(3, 0.1), 3).sem_agreement));  // one subject
}

TEST_CASE("a lower limit without a counterpart for the mean of k: the closed form gives 5.05") {
    const Json& one = reference::one("22_anchor_agreement", "icc_no_correlation");
    const double wrong = numbers(one.at("output").at("icc_2_k_ci"))[0];
    CHECK(wrong > 5.0);  // a lower limit above 1
    const auto data = ratings_data::table_of(one);
    const Icc found = icc(data.values, data.raters);
    CHECK(found.agreement.ci.lower < -1.0);
    CHECK(found.agreement_average.ci.lower == -infinity);
    CHECK(found.agreement_average.ci.state == State::boundary);
    CHECK(found.agreement_average.ci.upper < 1.0);
}

TEST_CASE("ICC of too few, of missing ratings, and of raters in another order") {
    CHECK(icc({}, 2).state == State::too_few);
    CHECK(icc(std::vector<double>{1, 2}, 2).state == State::too_few);
    CHECK(icc(std::vector<double>{1, 2, 3}, 1).state == State::too_few);
    CHECK(icc(std::vector<double>{1, 2, 3}, 0).state == State::too_few);

    const auto data =
        ratings_data::table_of(reference::one("14_reliability", "anova_scorad_four_raters"));
    auto with_missing = data.values;
    with_missing.insert(with_missing.begin() + 4, {not_a_number, 30, 31, 32});
    with_missing.push_back(20);  // half a row
    const Icc whole = icc(data.values, 4, {0.95, 10});
    const Icc some = icc(with_missing, 4, {0.95, 10});
    CHECK(some.missing == 2);
    CHECK(some.subjects == 20);
    CHECK(some.agreement.ci.lower == whole.agreement.ci.lower);

    std::vector<double> turned;  // subjects backwards: exact sums do not see the order
    for (std::size_t i = 20; i-- > 0;) {
        for (std::size_t j = 4; j-- > 0;) turned.push_back(data.values[4 * i + j]);
    }
    const Icc other = icc(turned, 4, {0.95, 10});
    CHECK(other.agreement.estimate == whole.agreement.estimate);
    CHECK(other.one_way.ci.upper == whole.one_way.ci.upper);
}
