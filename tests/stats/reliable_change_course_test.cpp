// SPDX-License-Identifier: BSL-1.0
// Slopes of patients and the model of their group against nlme, and the limits of both.
#include "eczscore/stats/reliable_change_course.hpp"

#include <algorithm>
#include <vector>

#include "stats/calibration.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using eczscore::Direction;
using reference::Json;
using reference::numbers;

namespace {
constexpr auto file = "51_course";

/// Row by row; a missing score is NaN.
std::vector<double> table_of(const Json& rows) {
    std::vector<double> table;
    for (const Json& row : rows) {
        for (const double score : numbers(row)) table.push_back(score);
    }
    return table;
}
LinearCourse course_of(const Json& out) {
    return {.intercept = out.at("intercept").get<double>(),
            .slope = out.at("slope").get<double>(),
            .variance_intercept = out.at("variance_intercept").get<double>(),
            .covariance = out.at("covariance").get<double>(),
            .variance_slope = out.at("variance_slope").get<double>(),
            .variance_error = out.at("variance_error").get<double>()};
}
std::span<const double> row(const std::vector<double>& table, std::size_t i, std::size_t k) {
    return std::span(table).subspan(i * k, k);
}
constexpr LinearCourse easi{.intercept = 26,
                            .slope = -0.8,
                            .variance_intercept = 36,
                            .covariance = -0.9,
                            .variance_slope = 0.16,
                            .variance_error = 9};
}  // namespace

TEST_CASE("a group's course agrees with REML by nlme") {
    // lme ends within 2e-14 of the closed form, at the same likelihood to the last digits
    int seen = 0;
    for (const Json* each : reference::all(file, "course_")) {
        INFO(each->at("id"));
        ++seen;
        const Json& out = each->at("output");
        const auto times = numbers(each->at("input").at("times"));
        const auto table = table_of(each->at("input").at("scores"));
        const LinearCourseFit fit = linear_course(times, table);
        REQUIRE(fit.state == State::ok);
        CHECK(fit.n * times.size() == table.size());
        const LinearCourse expected = course_of(out);
        CHECK_CLOSE(fit.course.intercept, expected.intercept, 1e-12);
        CHECK_CLOSE(fit.course.slope, expected.slope, 1e-12);
        CHECK_CLOSE(fit.course.variance_intercept, expected.variance_intercept, 1e-12);
        CHECK_CLOSE(fit.course.covariance, expected.covariance, 1e-12);
        CHECK_CLOSE(fit.course.variance_slope, expected.variance_slope, 1e-12);
        CHECK_CLOSE(fit.course.variance_error, expected.variance_error, 1e-12);
        CHECK_CLOSE(fit.intercept.se, out.at("se_intercept").get<double>(), 1e-12);
        CHECK_CLOSE(fit.slope.se, out.at("se_slope").get<double>(), 1e-12);
        CHECK_CLOSE(fit.error_sd.estimate, std::sqrt(expected.variance_error), 1e-12);
        for (std::size_t i = 0; i < fit.n; ++i) {
            INFO("patient " << i);
            const auto found = reliable_slope(times, row(table, i, times.size()), fit.course);
            CHECK_CLOSE(found.slope, out.at("eb_slope")[i].get<double>(), 1e-11);
            CHECK_CLOSE(found.intercept, out.at("eb_intercept")[i].get<double>(), 1e-11);
            CHECK_CLOSE(found.sd, out.at("eb_sd")[i].get<double>(), 1e-11);
        }
    }
    CHECK(seen == 3);
}

TEST_CASE("patients with gaps agree with nlme at its components") {
    const Json& one = reference::one(file, "gaps");
    const Json& out = one.at("output");
    const auto times = numbers(one.at("input").at("times"));
    const auto table = table_of(one.at("input").at("scores"));
    const LinearCourse course = course_of(out);
    int judged = 0, too_few = 0;
    for (std::size_t i = 0; i < table.size() / 6; ++i) {
        INFO("patient " << i);
        const auto found = reliable_slope(times, row(table, i, 6), course);
        CHECK(found.n + found.missing == 6);
        if (found.n < 3) {
            ++too_few;
            CHECK(found.state == State::too_few);
            CHECK(found.verdict == Reliable::not_evaluable);
            continue;
        }
        ++judged;
        const double slope = out.at("eb_slope")[i].get<double>();
        const double sd = out.at("eb_sd")[i].get<double>();
        CHECK_CLOSE(found.slope, slope, 1e-10);
        CHECK_CLOSE(found.intercept, out.at("eb_intercept")[i].get<double>(), 1e-10);
        CHECK_CLOSE(found.sd, sd, 1e-12);
        CHECK_CLOSE(found.index, slope / sd, 1e-10);
        CHECK((found.verdict == Reliable::improved) == (slope / sd < -1.959963984540054));
    }
    CHECK(too_few >= 2);
    CHECK(judged > 20);
    // the model itself is not estimated from patients with gaps
    CHECK(linear_course(times, table).missing > 10);
}

TEST_CASE("between the group's slope and the patient's own") {
    const double weeks[] = {0, 4, 8, 12, 16}, flat[] = {30, 30, 30, 30, 30};
    const ReliableSlope found = reliable_slope(weeks, flat, easi);
    CHECK(found.own_slope == 0.0);
    CHECK(found.slope < 0.0);
    CHECK(found.slope > easi.slope);
    CHECK(found.sd < std::sqrt(easi.variance_slope));
    CHECK(found.ci.contains(found.slope));
    // three close visits with much noise say little: the group's improvement is lent to the patient
    LinearCourse noisy = easi;
    noisy.variance_error = 400;
    noisy.variance_slope = 0.01;
    noisy.covariance = 0;
    const ReliableSlope lent = reliable_slope(std::span(weeks).first(3), flat, noisy);
    CHECK(lent.missing == 2);
    CHECK_CLOSE(lent.slope, easi.slope, 0.01);
    CHECK(lent.verdict == Reliable::improved);
    // and many exact ones leave nothing to the group
    LinearCourse exact = easi;
    exact.variance_error = 1e-12;
    CHECK(std::abs(reliable_slope(weeks, flat, exact).slope) < 1e-10);
}

TEST_CASE("the unit and the origin of time, the order of visits and of patients") {
    const Json& one = reference::one(file, "course_easi_5_visits");
    const auto weeks = numbers(one.at("input").at("times"));
    const auto table = table_of(one.at("input").at("scores"));
    const LinearCourseFit fit = linear_course(weeks, table);
    std::vector<double> days;
    for (const double week : weeks) days.push_back(7 * week - 14);
    const LinearCourseFit other = linear_course(days, table);
    CHECK_CLOSE(7 * other.course.slope, fit.course.slope, 1e-12);
    CHECK_CLOSE(49 * other.course.variance_slope, fit.course.variance_slope, 1e-12);
    CHECK_CLOSE(other.course.variance_error, fit.course.variance_error, 1e-13);
    const auto in_weeks = reliable_slope(weeks, row(table, 3, 5), fit.course);
    const auto in_days = reliable_slope(days, row(table, 3, 5), other.course);
    CHECK_CLOSE(in_days.index, in_weeks.index, 1e-12);
    CHECK_CLOSE(7 * in_days.sd, in_weeks.sd, 1e-12);

    // levels whose compensated sum depends on the order: 0 this way, 1 the other
    const auto mean_level = [&](std::vector<double> levels) {
        std::vector<double> rows;
        for (const double level : levels) rows.insert(rows.end(), 5, level);
        return linear_course(weeks, rows).intercept.estimate;
    };
    CHECK(mean_level({1e40, 1e20, 1, -1e40, -1e20}) == mean_level({1e40, -1e40, 1e20, -1e20, 1}));

    const std::vector<double> turned_weeks(weeks.rbegin(), weeks.rend());
    const auto first = row(table, 0, 5);
    const std::vector<double> turned_scores(first.rbegin(), first.rend());
    CHECK_CLOSE(reliable_slope(turned_weeks, turned_scores, fit.course).slope,
                reliable_slope(weeks, row(table, 0, 5), fit.course).slope, 1e-13);
}

TEST_CASE("the direction of the scale, the level and the tie are the caller's") {
    const double weeks[] = {0, 4, 8}, falling[] = {30, 22, 14};
    const ReliableSlope lower = reliable_slope(weeks, falling, easi);
    CHECK(lower.verdict == Reliable::improved);
    CHECK(lower.index < -lower.critical);
    CHECK(
        reliable_slope(weeks, falling, easi, {.direction = Direction::higher_is_better}).verdict ==
        Reliable::deteriorated);
    const ReliableSlope wide =
        reliable_slope(weeks, falling, easi, {.confidence_level = 0.99999999999});
    CHECK(wide.verdict == Reliable::unchanged);
    CHECK(wide.ci.lower < lower.ci.lower);
    CHECK_CLOSE(lower.ci.upper, lower.slope + 1.959963984540054 * lower.sd, 1e-14);
    for (const double level : {0.0, 1.0, -1.0, not_a_number}) {
        const ReliableSlope none =
            reliable_slope(weeks, falling, easi, {.confidence_level = level});
        CHECK(none.state == State::invalid_argument);
        CHECK(none.ci.state == State::invalid_argument);
        CHECK(none.verdict == Reliable::not_evaluable);
    }
}

TEST_CASE("few visits, visits at one time, and invalid models") {
    const double weeks[] = {0, 4, not_a_number, 8}, scores[] = {30, not_a_number, 20, 25};
    const ReliableSlope two = reliable_slope(weeks, scores, easi);
    CHECK(two.state == State::too_few);
    CHECK(two.n == 2);
    CHECK(two.missing == 2);
    CHECK(reliable_slope({}, {}, easi).state == State::too_few);
    const double same[] = {4, 4, 4}, some[] = {30, 28, 20};
    CHECK(reliable_slope(same, some, easi).state == State::zero_variance);

    const double rising[] = {0, 4, 8};
    const auto state = [&](auto change) {
        LinearCourse of = easi;
        change(of);
        const ReliableSlope found = reliable_slope(rising, some, of);
        if (found.state != State::ok) CHECK(std::isnan(found.index));
        return found.state;
    };
    CHECK(state([](LinearCourse&) {}) == State::ok);
    CHECK(state([](LinearCourse& of) { of.variance_error = 0; }) == State::invalid_argument);
    CHECK(state([](LinearCourse& of) { of.variance_slope = 0; }) == State::invalid_argument);
    CHECK(state([](LinearCourse& of) { of.variance_intercept = -1; }) == State::invalid_argument);
    CHECK(state([](LinearCourse& of) { of.covariance = 2.5; }) == State::invalid_argument);
    CHECK(state([](LinearCourse& of) { of.slope = not_a_number; }) == State::invalid_argument);
    CHECK(state([](LinearCourse& of) { of.variance_intercept = infinity; }) ==
          State::invalid_argument);
    // a correlation of 1: 6 * 0.4 = 2.4, and it may miss that by a digit
    CHECK(state([](LinearCourse& of) { of.covariance = 2.4000000000000004; }) == State::ok);
    // equal starts: no variance of intercepts
    CHECK(state([](LinearCourse& of) { of.variance_intercept = of.covariance = 0; }) == State::ok);
}

TEST_CASE("groups without a course to estimate") {
    const double weeks[] = {0, 4, 8};
    // lines that differ by less than their errors make them: less than nothing is left
    const double alike[] = {10, 16, 10, 11, 5, 11, 10, 15.5, 10, 11, 5.5, 11};
    const LinearCourseFit none = linear_course(weeks, alike);
    CHECK(none.state == State::boundary);
    CHECK(none.course.variance_slope < 0.0);
    CHECK(reliable_slope(weeks, std::span(alike).first(3), none.course).state ==
          State::invalid_argument);
    // slope and intercept vary, and together by more than is possible
    CHECK(linear_course(weeks, std::vector<double>{10, 12.5, 14, 20, 26, 28.5}).state ==
          State::boundary);
    const double lines[] = {10, 12, 14, 20, 16, 12, 7, 7, 7};
    const LinearCourseFit straight = linear_course(weeks, lines);
    CHECK(straight.state == State::zero_variance);
    CHECK(straight.course.variance_error == 0.0);
    // and so where they are straight in decimals: 7.1 + 0.1 and + 0.2
    const double decimals[] = {7.1, 7.2, 7.3, 20.3, 18.2, 16.1, 9.7, 9.8, 9.9};
    CHECK(linear_course(weeks, decimals).state == State::zero_variance);

    CHECK(linear_course(weeks, std::span(alike).first(3)).state == State::too_few);
    CHECK(linear_course(std::span(weeks).first(2), alike).state == State::too_few);
    CHECK(linear_course({}, {}).state == State::too_few);
    CHECK(linear_course(std::vector<double>{4, 4, 4}, alike).state == State::zero_variance);
    CHECK(linear_course(std::vector<double>{0, 4, not_a_number}, alike).state ==
          State::invalid_argument);
    CHECK(linear_course(weeks, alike, {.confidence_level = 1.0}).state == State::invalid_argument);
    const double gaps[] = {10, 16, 10, 11, not_a_number, 11, 12, 15.5, 9, 30, 20, infinity};
    const LinearCourseFit two = linear_course(weeks, gaps);
    CHECK(two.n == 2);
    CHECK(two.missing == 2);
}

namespace {
/// A patient drawn from the model above.
struct Drawn {
    explicit Drawn(calibration::Draw& draw) {
        const double off = 6 * draw.normal();
        start = 26 + off;
        slope = -0.8 - 0.025 * off + std::sqrt(0.16 - 0.0225) * draw.normal();
    }
    double start, slope;
};
}  // namespace

TEST_CASE("the intervals of slopes cover them") {
    // patients seen at times of their own, with gaps
    calibration::Share covered;
    for (std::uint64_t i = 0; i < 8000; ++i) {
        calibration::Draw draw(5106, i);
        const Drawn patient(draw);
        double times[6], scores[6];
        for (int j = 0; j < 6; ++j) {
            times[j] = 3 * j + draw.uniform();
            const double score = patient.start + patient.slope * times[j] + 3 * draw.normal();
            scores[j] = j > 2 && draw.uniform() < 0.3 ? not_a_number : score;
        }
        covered.add(reliable_slope(times, scores, easi).ci.contains(patient.slope));
    }
    calibration::check_nominal(covered, 0.95, "posterior interval, model known");
}

TEST_CASE("the intervals of a group's course cover it") {
    calibration::Share slope, start, error, own, fits;
    const double weeks[] = {0, 4, 8, 12, 16};
    for (std::uint64_t i = 0; i < 2000; ++i) {
        calibration::Draw draw(5107, i);
        std::vector<double> table;
        double first_slope = 0;
        for (int n = 0; n < 30; ++n) {
            const Drawn patient(draw);
            if (n == 0) first_slope = patient.slope;
            for (const double week : weeks) {
                table.push_back(patient.start + patient.slope * week + 3 * draw.normal());
            }
        }
        const LinearCourseFit fit = linear_course(weeks, table);
        slope.add(fit.slope.ci.contains(-0.8));
        start.add(fit.intercept.ci.contains(26));
        error.add(fit.error_sd.ci.contains(3));
        fits.add(fit.state == State::ok);
        if (fit.state != State::ok) continue;
        const auto first = reliable_slope(weeks, std::span(table).first(5), fit.course);
        own.add(first.ci.contains(first_slope));
    }
    calibration::check_nominal(slope, 0.95, "mean slope");
    calibration::check_nominal(start, 0.95, "mean intercept");
    calibration::check_nominal(error, 0.95, "error");
    CHECK(fits.value() > 0.99);
    // a model estimated from 30 patients is taken as known: a little too sure
    calibration::check_between(own, 0.92, 0.95, "posterior interval, model estimated");
}
