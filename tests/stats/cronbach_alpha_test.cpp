// SPDX-License-Identifier: BSL-1.0
// Cronbach's alpha and Feldt's interval against R and psych; items that do not vary.
#include "eczscore/stats/cronbach_alpha.hpp"

#include "stats/ratings_data.hpp"

using namespace eczscore::stats;
using ratings_data::at;
using reference::Json;
using reference::numbers;

TEST_CASE("Cronbach's alpha agrees with R and psych") {
    const auto cases = ratings_data::both("alpha_");
    REQUIRE(cases.size() >= 13);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = ratings_data::table_of(*each);
        for (const int per_unit : {0, 10}) {
            const CronbachAlpha found = cronbach_alpha(data.values, data.raters, {0.95, per_unit});
            CHECK_CLOSE(found.alpha.estimate, at(out, "alpha"), 1e-12, 1e-14);
            const auto ci = numbers(out.at("feldt_ci95"));
            CHECK_CLOSE(found.alpha.ci.lower, ci[0], 1e-11);
            CHECK_CLOSE(found.alpha.ci.upper, ci[1], 1e-12);
            CHECK_CLOSE(found.standardised, at(out, "standardised"), 1e-12, 1e-14);
            if (found.alpha.state == State::ok) {
                const double f = 1.0 / (1.0 - found.alpha.estimate);
                CHECK_CLOSE(found.alpha.statistic, f, 1e-10);
                const auto n = static_cast<double>(found.alpha.n);
                CHECK_CLOSE(found.alpha.p, detail::f_sf(f, n - 1.0, found.alpha.df), 1e-8);
            }
            if (out.contains("check_psych_std")) {
                CHECK_CLOSE(found.standardised, at(out, "check_psych_std"), 1e-12);
            }
            if (!out.contains("if_dropped")) continue;
            CHECK_CLOSE(found.mean_correlation, at(out, "mean_correlation"), 1e-12, 1e-14);
            const auto dropped = numbers(out.at("if_dropped"));
            REQUIRE(found.without_item.size() == dropped.size());
            for (std::size_t j = 0; j < dropped.size(); ++j) {
                CHECK_CLOSE(found.without_item[j], dropped[j], 1e-12);
            }
        }
    }
}

TEST_CASE("alpha of perfect, flat, single and missing answers") {
    const auto same = cronbach_alpha(std::vector<double>{1.1, 1.1, 2.3, 2.3, 0.7, 0.7}, 2);
    CHECK(same.alpha.estimate == 1.0);
    CHECK(same.alpha.state == State::boundary);
    CHECK(same.alpha.ci.lower == 1.0);
    CHECK(same.alpha.statistic == infinity);

    const auto flat = cronbach_alpha(std::vector<double>(8, 0.3), 2);
    CHECK(flat.alpha.state == State::zero_variance);
    CHECK(std::isnan(flat.alpha.estimate));
    CHECK(flat.standardised_state == State::zero_variance);
    // Sums that cancel: the total does not vary although the items do.
    const auto cancel = cronbach_alpha(std::vector<double>{1, 3, 2, 2, 3, 1}, 2);
    CHECK(cancel.alpha.state == State::zero_variance);
    // The standardised alpha falls without end as the correlation of two items nears -1.
    CHECK(cronbach_alpha(std::vector<double>{1, 6, 3, 2, 1, 6, 3, 2}, 2).standardised == -infinity);
    // One item that does not vary leaves alpha defined and the standardised one undefined.
    const auto one = cronbach_alpha(std::vector<double>{1, 5, 2, 5, 3, 5}, 2);
    CHECK(one.alpha.state == State::ok);
    CHECK(one.alpha.estimate == 0.0);
    CHECK(one.standardised_state == State::zero_variance);

    CHECK(cronbach_alpha({}, 3).alpha.state == State::too_few);
    CHECK(cronbach_alpha(std::vector<double>{1, 2, 3}, 1).alpha.state == State::too_few);
    const auto some =
        cronbach_alpha(std::vector<double>{1, 2, 2, not_a_number, 2, 3, 4, 4, 1, 2}, 2);
    CHECK(some.alpha.missing == 1);
    CHECK(some.alpha.n == 4);
}
