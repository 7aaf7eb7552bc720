// SPDX-License-Identifier: BSL-1.0
// What trusted packages get wrong, where no other test has the case: docs/methods/
// what_packages_get_wrong.md lists all of them.
#include "catch_compat.hpp"

#include <cmath>
#include <cstring>
#include <string_view>
#include <vector>

#include "eczscore/stats/bootstrap.hpp"
#include "eczscore/stats/hodges_lehmann_paired.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "eczscore/stats/paired_risk_difference.hpp"
#include "eczscore/stats/paired_t.hpp"
#include "eczscore/stats/risk_difference.hpp"
#include "eczscore/stats/stratified_risk_difference.hpp"
#include "eczscore/stats/within_group_mic.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;

TEST_CASE("an interval says the level it attains, which JASP and rstatix did not") {
    // JASP issue 2037, rstatix PR 259: 60 to 97 % shown as 95 or 99 %
    std::vector<double> d;
    for (int n = 1; n <= 12; ++n) {
        d.push_back(static_cast<double>(n * n));
        INFO("n " << n);
        const double widest = 1.0 - std::ldexp(2.0, -n);
        for (const double level : {0.6, 0.95, 0.99}) {
            for (const auto& found : {hodges_lehmann_paired(d, {.confidence_level = level}),
                                      hodges_lehmann_paired_tied(d, {.confidence_level = level})}) {
                const bool attained = widest >= level;
                CHECK(found.ci.confidence_level == level);
                CHECK((found.ci.state == State::ok) == attained);
                if (attained) {
                    CHECK(found.ci.attained >= level);
                } else {
                    CHECK(found.ci.state == State::level_not_attained);
                    CHECK(found.ci.attained == widest);
                    CHECK(found.ci.lower == d.front());
                    CHECK(found.ci.upper == d.back());
                }
            }
        }
    }
}

TEST_CASE("score limits beyond 0.99 are found, where tern's brackets end") {
    const Stratum all{{3000, 3000}, {0, 3000}};
    const Stratum strata[] = {all, all};
    const Estimate found = stratified_miettinen_nurminen(strata).result;
    CHECK(found.estimate == 1.0);
    CHECK(found.ci.upper == 1.0);
    CHECK(found.ci.lower > 0.998);
    CHECK(found.ci.lower < 1.0);
    const double z = detail::normal_quantile(0.975);
    const Estimate at = stratified_miettinen_nurminen(strata, {.margin = found.ci.lower}).result;
    CHECK_CLOSE(at.statistic, z, 1e-9);
    const Stratum none{{0, 3000}, {3000, 3000}};
    const Stratum mirrored[] = {none, none};
    CHECK_CLOSE(stratified_miettinen_nurminen(mirrored).result.ci.upper, -found.ci.lower, 1e-12);
}

TEST_CASE("a one-sided p is of the direction asked for, not of the one observed as in NPAR1WAY") {
    const std::vector<double> low = {1, 2, 3, 4, 6}, high = {5, 7, 8, 9, 10};
    for (const MannWhitney& found :
         {mann_whitney_exact(low, high), mann_whitney_normal(low, high)}) {
        CHECK(found.p_less < 0.05);
        CHECK(found.p_greater > 0.95);
    }
    const MannWhitney turned = mann_whitney_exact(high, low);
    CHECK(turned.p_less > 0.95);
    CHECK(turned.p_greater == mann_whitney_exact(low, high).p_less);
}

TEST_CASE("paired shares have a paired interval, where PROC FREQ prints the unpaired one") {
    // 52 of 100 against 44 of 100 in the same patients, who mostly answer alike
    const PairedCounts alike{.both = 40, .first = 12, .second = 4, .neither = 44};
    const PairedRiskDifference paired =
        paired_risk_difference(alike, {.method = PairedDifferenceMethod::tango});
    const Estimate unpaired = risk_difference({52, 100}, {44, 100});
    CHECK_CLOSE(paired.estimate, unpaired.estimate, 1e-14);
    const double width = paired.ci.upper - paired.ci.lower;
    CHECK(width < 0.7 * (unpaired.ci.upper - unpaired.ci.lower));
    CHECK_FALSE(paired.ci.contains(0.0));
    CHECK(unpaired.ci.contains(0.0));
    const PairedCounts opposite{.both = 2, .first = 50, .second = 42, .neither = 6};
    const PairedRiskDifference wide =
        paired_risk_difference(opposite, {.method = PairedDifferenceMethod::tango});
    CHECK(wide.ci.upper - wide.ci.lower > unpaired.ci.upper - unpaired.ci.lower);
}

TEST_CASE("a risk difference names its interval: SAS calls Newcombe's WILSON and this one SCORE") {
    const Responders active{56, 70}, control{48, 80};
    const Estimate score =
        risk_difference(active, control, {.method = RiskDifferenceMethod::miettinen_nurminen});
    const Estimate hybrid =
        risk_difference(active, control, {.method = RiskDifferenceMethod::newcombe});
    CHECK(score.ci.method == "Miettinen-Nurminen");
    CHECK(hybrid.ci.method == "Newcombe");
    CHECK_CLOSE(score.ci.upper, 0.3382, 0.0, 5e-5);
    CHECK_CLOSE(hybrid.ci.upper, 0.3339, 0.0, 5e-5);  // Newcombe 1998, table II
}

TEST_CASE("the upper tail of the noncentral t is 5.24e-4 where R's pt has 1.24e-3") {
    const auto& truth = reference::one("18_distributions", "nct_100_30_60").at("output");
    const double tail = detail::noncentral_t_sf(100, 30, 60);
    CHECK_CLOSE(tail, reference::number(truth.at("sf")), 1e-12);
    CHECK_CLOSE(tail, 5.24e-4, 0.0, 5e-7);
}

TEST_CASE("the same patients get the same decision twice, where an unseeded default is sampled") {
    // clinicalsignificance 3.0.0 samples a posterior by default, without a seed
    const std::vector<double> gain = {12, 3, 8, 5, 9, 1, 7, 10, 4, 6, 2, 13};
    const auto decide = [&] { return within_group_mic(paired_t(gain).ci, WithinGroupMic(6.6)); };
    CHECK(decide().verdict == decide().verdict);
    CHECK(decide().ci.lower == decide().ci.lower);
    const Bootstrap one = bootstrap_mean(gain, {999, 20});
    const Bootstrap two = bootstrap_mean(gain, {999, 20});
    CHECK(std::memcmp(&one.bca.lower, &two.bca.lower, sizeof(double)) == 0);
    CHECK(std::memcmp(&one.se, &two.se, sizeof(double)) == 0);
    CHECK(one.se != bootstrap_mean(gain, {999, 21}).se);  // only the seed decides
}

TEST_CASE("one value and equal values have a state, where Boost 1.74 throws or has p 0") {
    const PairedT one = paired_t(std::vector<double>{4.0});
    CHECK(one.mean == 4.0);
    CHECK(one.state == State::too_few);
    CHECK(std::isnan(one.p_two_sided));
    const PairedT equal = paired_t(std::vector<double>{4.0, 4.0, 4.0});
    CHECK(equal.mean == 4.0);
    CHECK(equal.t == infinity);
    CHECK(std::isnan(equal.p_two_sided));
    CHECK(equal.state == State::zero_variance);
}
