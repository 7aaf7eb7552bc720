// SPDX-License-Identifier: BSL-1.0
// Fold changes and ratios of geometric means against R's t tests and 40-digit likelihoods.
#include "eczscore/stats/fold_change.hpp"

#include <algorithm>
#include <string_view>

#include "stats/censored_cases.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
const double none = std::nan("");
Censored is(double value) { return Censored::measured(value); }
}  // namespace

TEST_CASE("fold change: one pair, measured or beyond a limit") {  // W24, 6.3
    const Log2Change known = log2_change(is(3200), is(450));
    CHECK_CLOSE(known.lower, -2.83007499856, 5.1e-12);
    CHECK(known.is_known());
    CHECK_CLOSE(known.percent(), -85.9375, 1e-14);
    const Log2Change fell = log2_change(is(3200), Censored::below(14));
    CHECK_CLOSE(fell.upper, -7.83650126772, 5.1e-12);
    CHECK((fell.lower == -infinity && !fell.is_known() && std::isnan(fell.percent())));
    const Log2Change rose = log2_change(Censored::below(14), is(3200));
    CHECK((rose.lower == -fell.upper && rose.upper == infinity));
    const Log2Change over = log2_change(is(450), Censored::above(8000));
    CHECK((over.lower > 4 && over.upper == infinity));
    CHECK(log2_change(Censored::above(8000), is(450)).lower == -infinity);
    const Log2Change neither = log2_change(Censored::below(14), Censored::below(14));
    CHECK((neither.state == State::not_available && std::isnan(neither.lower)));
    CHECK_FALSE(neither.is_known());
    CHECK(log2_change(Censored(), is(3)).state == State::too_few);
    CHECK(log2_change(is(0), is(3)).state == State::invalid_argument);
}

TEST_CASE("fold change: within subjects, against R") {
    const auto cases = reference::all("31_fold_change", "paired_");
    REQUIRE(cases.size() == 3);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto before = reference::numbers(each->at("input").at("before"));
        const auto after = reference::numbers(each->at("input").at("after"));
        const FoldChange found = paired_fold_change(before, after);
        REQUIRE(found.state == State::ok);
        CHECK_CLOSE(found.log2, out.at("log2").get<double>(), 1e-13);
        CHECK_CLOSE(found.log2_sd, out.at("sd").get<double>(), 1e-13);
        CHECK_CLOSE(found.log2_se, out.at("se").get<double>(), 1e-13);
        CHECK(found.df == out.at("df").get<double>());
        CHECK_CLOSE(found.statistic, out.at("t").get<double>(), 1e-12);
        CHECK_CLOSE(found.p, out.at("p").get<double>(), 1e-12);
        CHECK_CLOSE(found.ratio, out.at("ratio").get<double>(), 1e-13);
        CHECK_CLOSE(found.ci.lower, out.at("lower").get<double>(), 1e-12);
        CHECK_CLOSE(found.ci.upper, out.at("upper").get<double>(), 1e-12);
        // the same as pairs of measured values, and the other way round
        std::vector<Censored> x;
        std::vector<Censored> y;
        for (const double value : before) x.push_back(is(value));
        for (const double value : after) y.push_back(is(value));
        const FoldChange same = paired_fold_change(x, y);
        CHECK((same.log2 == found.log2 && same.p == found.p));
        CHECK(same.count.missing == found.count.missing);
        const FoldChange back = paired_fold_change(after, before);
        CHECK_CLOSE(back.log2, -found.log2, 1e-13);
        CHECK_CLOSE(back.ci.lower, 1 / found.ci.upper, 1e-12);
    }
}

TEST_CASE("fold change: the mean of log2 changes is not the log2 of a mean ratio") {
    const std::vector<double> before{100, 100};
    const std::vector<double> after{400, 25};  // four times, and a quarter
    const FoldChange found = paired_fold_change(before, after);
    CHECK(found.log2 == 0);
    CHECK(found.ratio == 1);
    CHECK(std::log2((4 + 0.25) / 2) > 1);
}

TEST_CASE("fold change: within subjects, with values beyond limits") {
    const auto cases = reference::all("30_censored", "paired_");
    REQUIRE(cases.size() == 2);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        auto before = censored_values(each->at("input").at("before"));
        auto after = censored_values(each->at("input").at("after"));
        const FoldChange found = paired_fold_change(before, after);
        CHECK(found.count.measured == out.at("measured").get<std::size_t>());
        CHECK(found.count.censored() == out.at("censored").get<std::size_t>());
        CHECK(found.uninformative == out.at("uninformative").get<std::size_t>());
        REQUIRE(found.state == State::ok);
        CHECK(std::string_view(found.method) == "paired_log2_tobit");
        CHECK_CLOSE(found.log2, out.at("mean").get<double>(), 1e-12);
        CHECK_CLOSE(found.log2_sd, out.at("sd").get<double>(), 1e-12);
        CHECK_CLOSE(found.log2_se, out.at("se_mean").get<double>(), 1e-12);
        std::reverse(before.begin(), before.end());
        std::reverse(after.begin(), after.end());
        CHECK(paired_fold_change(before, after).log2 == found.log2);
    }
}

TEST_CASE("fold change: between groups, against R") {
    const auto cases = reference::all("31_fold_change", "ratio_");
    REQUIRE(cases.size() == 4);
    for (const Json* each : cases) {
        const std::string id = each->at("id").get<std::string>();
        INFO(id);
        const Json& out = each->at("output");
        const auto a = reference::numbers(each->at("input").at("a"));
        const auto b = reference::numbers(each->at("input").at("b"));
        const bool pooled = id.find("pooled") != std::string::npos;
        const FoldChange found =
            geometric_mean_ratio(a, b, pooled ? Variances::equal : Variances::welch);
        REQUIRE(found.state == State::ok);
        CHECK_CLOSE(found.ratio, out.at("ratio").get<double>(), 1e-12);
        CHECK_CLOSE(found.log2_se, out.at("se").get<double>(), 1e-12);
        CHECK_CLOSE(found.df, out.at("df").get<double>(), 1e-12);
        CHECK_CLOSE(found.statistic, out.at("t").get<double>(), 1e-12);
        CHECK_CLOSE(found.p, out.at("p").get<double>(), 1e-11);
        CHECK_CLOSE(found.ci.lower, out.at("lower").get<double>(), 1e-12);
        CHECK_CLOSE(found.ci.upper, out.at("upper").get<double>(), 1e-12);
    }
}

TEST_CASE("fold change: between groups, with values beyond limits") {
    const auto cases = reference::all("30_censored", "two_groups");
    REQUIRE(cases.size() == 2);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto a = censored_values(each->at("input").at("a"));
        const auto b = censored_values(each->at("input").at("b"));
        const FoldChange found = geometric_mean_ratio(a, b);
        REQUIRE(found.state == State::ok);
        CHECK_CLOSE(found.ratio, out.at("ratio").get<double>(), 1e-12);
        CHECK_CLOSE(found.log2_se, out.at("log2_se").get<double>(), 1e-12);
        CHECK_CLOSE(found.ci.lower, out.at("lower").get<double>(), 1e-12);
        CHECK_CLOSE(found.ci.upper, out.at("upper").get<double>(), 1e-12);
        CHECK_CLOSE(found.p, out.at("p").get<double>(), 1e-11);
        CHECK_CLOSE(geometric_mean_ratio(b, a).ratio, 1 / found.ratio, 1e-12);
    }
}

TEST_CASE("fold change: what is refused") {
    const std::vector<double> ones{1, 1, 1};
    const std::vector<double> twos{2, 2, 2};
    const FoldChange flat = paired_fold_change(ones, twos);
    CHECK((flat.state == State::zero_variance && flat.ratio == 2 && std::isnan(flat.p)));
    CHECK(paired_fold_change(ones, std::vector<double>{1, 0, 2}).state == State::invalid_argument);
    CHECK(paired_fold_change(ones, twos, {.confidence_level = 0.0}).state ==
          State::invalid_argument);
    CHECK(paired_fold_change(std::vector<double>{3}, std::vector<double>{6}).state ==
          State::too_few);
    CHECK(paired_fold_change(std::vector<double>{none}, std::vector<double>{6}).state ==
          State::too_few);
    CHECK(geometric_mean_ratio(ones, std::vector<double>{2}, Variances::welch).state ==
          State::too_few);
    CHECK(geometric_mean_ratio(ones, twos, Variances::equal).state == State::zero_variance);
    CHECK(geometric_mean_ratio(ones, std::vector<double>{2, -1}, Variances::welch).state ==
          State::invalid_argument);

    std::vector<Censored> before(6, is(100));
    std::vector<Censored> after(4, Censored::below(5));
    after.push_back(is(50));
    after.push_back(is(60));
    CHECK(paired_fold_change(before, after).state == State::not_available);
    std::vector<Censored> low(6, Censored::below(5));
    const FoldChange nothing = paired_fold_change(low, after);
    CHECK(nothing.uninformative == 4);
    CHECK(geometric_mean_ratio(before, low).state == State::zero_variance);
    CHECK(geometric_mean_ratio(low, before).state == State::not_available);
    CHECK(geometric_mean_ratio(std::vector<Censored>{is(-1)}, before).state ==
          State::invalid_argument);
    CHECK(paired_fold_change(std::vector<Censored>{is(0)}, std::vector<Censored>{is(1)}).state ==
          State::invalid_argument);
}
