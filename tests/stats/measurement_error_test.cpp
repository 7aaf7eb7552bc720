// SPDX-License-Identifier: BSL-1.0
// Standard error of measurement and smallest detectable change.
#include "eczscore/stats/measurement_error.hpp"

#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

TEST_CASE("the error of the reference sample of 40 patients") {
    // the spread of Jacobson and Truax is sqrt(2) SEM, so the indices give the SEM back
    const Json& one = reference::one("01_individual", "rci_JT");
    const auto pre = reference::numbers(one.at("input").at("pre"));
    const auto post = reference::numbers(one.at("input").at("post"));
    const double sd = detail::moments(pre).sd();
    const Sem sem = sem_from_reliability(sd, one.at("input").at("reliability").get<double>());
    CHECK(sem.state == State::ok);
    CHECK(sem.source == SemSource::reliability);
    CHECK(std::isnan(sem.ci.lower));
    CHECK(sem.ci.state == State::not_available);
    const double index = one.at("output").at("rci")[0].get<double>();
    CHECK_CLOSE(sem.value, (post[0] - pre[0]) / index / std::sqrt(2.0), 1e-12);
    const DetectableChange change = detectable_change(sem, {.n = 40});
    CHECK_CLOSE(change.individual, 1.9599639845400538 * std::sqrt(2.0) * sem.value, 1e-14);
    CHECK_CLOSE(change.group, change.individual / std::sqrt(40.0), 1e-14);
    CHECK(change.source == SemSource::reliability);
}

TEST_CASE("a retest gives the error with its interval") {
    const double first[] = {10, 12, 14, 9, 20, not_a_number}, second[] = {11, 12, 12, 10, 21, 3};
    const Sem sem = sem_from_retest(first, second);
    CHECK(sem.n == 5);
    CHECK(sem.missing == 1);
    // differences 1 0 -2 1 1: mean 0.2, squares 6.8, sd sqrt(1.7)
    CHECK_CLOSE(sem.value, std::sqrt(1.7 / 2), 1e-14);
    // sqrt(4 / qchisq(0.975, 4)), sqrt(4 / qchisq(0.025, 4))
    CHECK_CLOSE(sem.ci.lower, sem.value * std::sqrt(4 / 11.143286781877796), 1e-12);
    CHECK_CLOSE(sem.ci.upper, sem.value * std::sqrt(4 / 0.48441855708793014), 1e-12);
    CHECK(sem.ci.method == "chi-square");

    CHECK(sem_from_retest(std::span(first).first(1), std::span(second).first(1)).state ==
          State::too_few);
    const Sem same = sem_from_retest(first, first);
    CHECK(same.state == State::zero_variance);
    CHECK(same.value == 0.0);
    CHECK(detectable_change(same).individual == 0.0);
    CHECK(detectable_change(same).state == State::zero_variance);
}

TEST_CASE("agreement counts a shift between occasions as error, consistency does not") {
    // occasions that differ: MS 50 against a residual of 2, six subjects, two occasions
    const MeanSquares ms{.occasions = 50, .residual = 2, .n_subjects = 6, .n_occasions = 2};
    const Sem consistency = sem_consistency(ms);
    const Sem agreement = sem_agreement(ms);
    CHECK_CLOSE(consistency.value, std::sqrt(2.0));
    CHECK_CLOSE(agreement.value, std::sqrt(8.0 + 2.0));
    CHECK(consistency.ci.contains(consistency.value));
    CHECK(agreement.ci.state == State::not_available);
    // occasions that differ by less than chance: no variance of theirs is taken off
    const Sem less =
        sem_agreement({.occasions = 1, .residual = 2, .n_subjects = 6, .n_occasions = 2});
    CHECK_CLOSE(less.value, std::sqrt(2.0));
    CHECK(less.state == State::boundary);
    CHECK(
        sem_consistency({.occasions = 1, .residual = 2, .n_subjects = 1, .n_occasions = 2}).state ==
        State::too_few);
    CHECK(sem_consistency({.n_subjects = 6, .n_occasions = 2}).state == State::invalid_argument);
}

TEST_CASE("an error that cannot be had is not 0") {
    CHECK(sem_from_reliability(10, 1.2).state == State::invalid_argument);
    CHECK(sem_from_reliability(-1, 0.5).state == State::invalid_argument);
    CHECK(sem_from_reliability(10, 1).state == State::zero_variance);
    const DetectableChange none = detectable_change(sem_from_reliability(not_a_number, 0.5));
    CHECK(std::isnan(none.individual));
    CHECK(none.state == State::invalid_argument);
    const Sem sem = sem_from_reliability(10, 0.5);
    CHECK(detectable_change(sem, {.n = 1, .confidence_level = 1.5}).state ==
          State::invalid_argument);
    CHECK(std::isnan(detectable_change(sem, {.n = 0}).group));
}

TEST_CASE("errors from retests agree with base R") {
    const Json& made = reference::one("23_individual_base", "ingredients").at("output");
    const Sem given = sem_from_reliability(made.at("sd_pre").get<double>(), 0.86);
    CHECK_CLOSE(given.value, made.at("sem").get<double>(), 1e-13);
    const DetectableChange change = detectable_change(given, {.n = 40});
    CHECK_CLOSE(change.individual, made.at("mdc95_individual").get<double>(), 1e-13);
    CHECK_CLOSE(change.group, made.at("mdc95_group").get<double>(), 1e-13);

    const Json& retest = reference::one("23_individual_base", "sem_retest");
    const auto first = reference::numbers(retest.at("input").at("first"));
    const auto second = reference::numbers(retest.at("input").at("second"));
    const Sem sem = sem_from_retest(first, second, {.confidence_level = 0.9});
    CHECK_CLOSE(sem.value, retest.at("output").at("sem").get<double>(), 1e-12);
    CHECK_CLOSE(sem.ci.lower, retest.at("output").at("lower").get<double>(), 1e-12);
    CHECK_CLOSE(sem.ci.upper, retest.at("output").at("upper").get<double>(), 1e-12);

    const Json& anova = reference::one("23_individual_base", "sem_anova").at("output");
    const MeanSquares ms{.occasions = anova.at("ms_occasions").get<double>(),
                         .residual = anova.at("ms_residual").get<double>(),
                         .n_subjects = 12,
                         .n_occasions = 2};
    CHECK_CLOSE(sem_consistency(ms).value, anova.at("consistency").get<double>(), 1e-12);
    CHECK_CLOSE(sem_agreement(ms).value, anova.at("agreement").get<double>(), 1e-12);
    // with two occasions, consistency is the retest's error
    CHECK_CLOSE(sem_consistency(ms, {.confidence_level = 0.9}).ci.upper, sem.ci.upper, 1e-12);
}

TEST_CASE("retests that differ by rounding alone, infinite numbers, and invalid levels") {
    // 4.1 - 3.1 and 3.1 - 2.1 differ in the last digit
    const double first[] = {3.1, 2.1, 5.3}, second[] = {4.1, 3.1, 6.3};
    CHECK(sem_from_retest(first, second).state == State::zero_variance);
    CHECK(sem_from_retest(first, second).value == 0.0);
    for (const double reliability : {0.5, 1.0}) {
        CHECK(sem_from_reliability(infinity, reliability).state == State::invalid_argument);
    }
    const MeanSquares ms{.occasions = 3, .residual = infinity, .n_subjects = 6, .n_occasions = 2};
    CHECK(sem_consistency(ms).state == State::invalid_argument);
    CHECK(sem_agreement(ms).state == State::invalid_argument);
    CHECK(sem_agreement({.occasions = infinity, .residual = 2, .n_subjects = 6, .n_occasions = 2})
              .state == State::invalid_argument);
    const double varied[] = {4, 3, 9};
    const MeanSquares whole{.occasions = 3, .residual = 2, .n_subjects = 6, .n_occasions = 2};
    for (const double level : {0.0, 1.0, -0.5, not_a_number}) {
        CHECK(sem_from_retest(first, varied, {.confidence_level = level}).ci.state ==
              State::invalid_argument);
        CHECK(sem_from_retest(first, varied, {.confidence_level = level}).state == State::ok);
        CHECK(std::isnan(sem_consistency(whole, {.confidence_level = level}).ci.upper));
        CHECK(sem_consistency(whole, {.confidence_level = level}).ci.state ==
              State::invalid_argument);
    }
}
