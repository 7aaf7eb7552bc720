// SPDX-License-Identifier: BSL-1.0
// Descriptive statistics against base R and e1071.
#include "eczscore/stats/summary.hpp"

#include "eczscore/core/scan_decimal.hpp"
#include "stats/reference.hpp"

using eczscore::Exact;
using namespace eczscore::stats;
using reference::Json;

TEST_CASE("summaries agree with R and e1071") {
    const auto cases = reference::all("20_descriptive_durability", "summary_");
    REQUIRE(cases.size() >= 4);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const SummaryResult found = summary(reference::numbers(each->at("input").at("x")));
        const Json& expected = each->at("output");
        const auto agrees = [&](const char* key, double ours) {
            INFO(key);
            CHECK_CLOSE(ours, reference::number(expected.at(key)), 1e-12);
        };
        CHECK(found.moments.n == expected.at("n").get<std::size_t>());
        agrees("mean", found.moments.mean);
        agrees("sd", found.moments.sd);
        agrees("se_mean", found.moments.se);
        agrees("median", found.median);
        agrees("iqr7", found.iqr);
        agrees("mad_1.4826", found.mad);
        agrees("min", found.lowest);
        agrees("max", found.highest);
        agrees("cv", found.moments.coefficient_of_variation);
        agrees("geometric_mean", found.geometric_mean);
        if (expected.at("skewness").is_array()) {
            const std::vector<double> skewness = reference::numbers(expected.at("skewness"));
            CHECK_CLOSE(found.moments.skewness, skewness[0], 1e-12);
            CHECK_CLOSE(found.moments.skewness_sas, skewness[1], 1e-12);
            CHECK_CLOSE(found.moments.skewness_minitab, skewness[2], 1e-12);
        } else {
            CHECK(std::isnan(found.moments.skewness));
        }
        if (expected.at("kurtosis_excess").is_array()) {
            const std::vector<double> kurtosis = reference::numbers(expected.at("kurtosis_excess"));
            CHECK_CLOSE(found.moments.kurtosis, kurtosis[0], 1e-12);
            CHECK_CLOSE(found.moments.kurtosis_sas, kurtosis[1], 1e-12);
            CHECK_CLOSE(found.moments.kurtosis_minitab, kurtosis[2], 1e-12);
        }
    }
}

TEST_CASE("summaries of nothing and of one value") {
    CHECK(summary({}).state == State::too_few);
    CHECK(std::isnan(summary({}).median));
    const double one[] = {5};
    CHECK(summary(one).median == 5);
    CHECK(summary(one).mad == 0);
    CHECK(std::isnan(summary(one).moments.sd));
    CHECK(summary(one).geometric_mean == Approx(5));
}

TEST_CASE("missing values are counted, and quartiles are of the type asked for") {
    const double x[] = {3, not_a_number, 1, 4, infinity, 2};
    const SummaryResult linear = summary(x);
    CHECK(linear.moments.n == 4);
    CHECK(linear.moments.missing == 2);
    CHECK(linear.lower_quartile == 1.75);
    CHECK(linear.upper_quartile == 3.25);
    CHECK(linear.quantile_method == "linear");
    const SummaryResult weibull = summary(x, QuantileType::weibull);
    CHECK(weibull.lower_quartile == 1.25);
    CHECK(weibull.upper_quartile == 3.75);
    CHECK(weibull.iqr == 2.5);
    CHECK(weibull.median == 2.5);
    CHECK(weibull.quantile_method == "Weibull");
    const double zero[] = {0, 1, 2};
    CHECK(std::isnan(summary(zero).geometric_mean));
    CHECK(summary(zero).state == State::ok);
    const double same[] = {7.1, 7.1, 7.1};
    CHECK(summary(same).moments.sd == 0.0);
    CHECK(summary(same).iqr == 0.0);
    CHECK(summary(same).mad == 0.0);
    const double none[] = {not_a_number, infinity};
    CHECK(summary(none).state == State::too_few);
    CHECK(summary(none).moments.missing == 2);
}

TEST_CASE("halves are rounded away from zero on the decimal, not on the double") {
    // R's round() works on the double: 2.675 becomes 2.67 and 0.15 becomes 0.1.
    const Json& each = reference::one("20_descriptive_durability", "rounding");
    const Json& texts = each.at("input").at("x");
    for (int decimals = 0; decimals <= 2; ++decimals) {
        const std::vector<double> expected =
            reference::numbers(each.at("output").at("half_away_" + std::to_string(decimals)));
        std::int64_t power = 1;
        for (int d = 0; d < decimals; ++d) power *= 10;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto text = texts[i].get<std::string>();
            INFO(text << " to " << decimals);
            const auto read = eczscore::detail::scan_decimal(text.data(), text.size());
            REQUIRE(read.end == text.size());
            std::int64_t scale = 1;
            for (int e = read.exponent; e < 0; ++e) scale *= 10;
            const Exact value = Exact::ratio(read.is_negative ? -read.digits : read.digits, scale);
            CHECK(Exact::ratio((value * Exact(power)).rounded(), power).to_double() == expected[i]);
        }
    }
}
