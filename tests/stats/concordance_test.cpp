// SPDX-License-Identifier: BSL-1.0
// Lin's concordance against R and DescTools; both denominators; perfect and flat pairs.
#include "eczscore/stats/concordance.hpp"

#include "stats/ratings_data.hpp"

using namespace eczscore::stats;
using ratings_data::at;
using reference::Json;
using reference::numbers;

TEST_CASE("concordance agrees with 14_reliability and DescTools") {
    const Json& one = reference::one("14_reliability", "ccc_poem_retest");
    const Json& out = one.at("output");
    const auto data = ratings_data::table_of(one);
    const Concordance found = concordance(data.column(0), data.column(1));
    CHECK_CLOSE(found.ccc.estimate, at(out, "ccc_lin_n"), 1e-12);
    CHECK_CLOSE(found.ccc_n_minus_1, at(out, "ccc_n_minus_1"), 1e-12);
    CHECK_CLOSE(found.pearson, at(out, "pearson"), 1e-12);
    CHECK_CLOSE(found.bias_correction, at(out, "bias_correction"), 1e-12);
    CHECK_CLOSE(found.location_shift, at(out, "location_shift_u"), 1e-12);
    CHECK_CLOSE(found.scale_shift, at(out, "scale_shift"), 1e-12);
    CHECK_CLOSE(found.se_z, at(out, "se_z"), 1e-12);
    CHECK_CLOSE(found.ccc.se, (1.0 - std::pow(found.ccc.estimate, 2)) * found.se_z, 1e-14);
    const auto ci = numbers(out.at("ci95_z"));
    const auto package = numbers(out.at("check_DescTools"));
    CHECK_CLOSE(found.ccc.ci.lower, ci[0], 1e-12);
    CHECK_CLOSE(found.ccc.ci.upper, ci[1], 1e-12);
    CHECK_CLOSE(found.ccc.ci.lower, package[1], 1e-12);
    CHECK_CLOSE(found.ccc.ci.upper, package[2], 1e-12);
}

TEST_CASE("concordance agrees with R where 14_reliability has no case") {
    const auto cases = reference::all("22_anchor_agreement", "ccc_");
    REQUIRE(cases.size() >= 7);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto data = ratings_data::table_of(*each);
        const Concordance found = concordance(data.column(0), data.column(1));
        CHECK_CLOSE(found.ccc.estimate, at(out, "ccc_n"), 1e-12);
        CHECK_CLOSE(found.ccc_n_minus_1, at(out, "ccc_n_minus_1"), 1e-12);
        CHECK_CLOSE(found.pearson, at(out, "pearson"), 1e-12);
        CHECK_CLOSE(found.location_shift, at(out, "u"), 1e-12);
        if (found.ccc.state != State::ok) continue;
        CHECK_CLOSE(found.se_z, at(out, "se_z"), 1e-11);
        CHECK_CLOSE(found.ccc.ci.lower, numbers(out.at("ci95"))[0], 1e-11);
        CHECK_CLOSE(found.ccc.ci.upper, numbers(out.at("ci95"))[1], 1e-11);
    }
}

TEST_CASE("concordance at its edges") {
    const std::vector<double> x = {1.1, 2.2, 3.4, 0.7};
    const Concordance same = concordance(x, x);
    CHECK(same.ccc.estimate == 1.0);
    CHECK(same.ccc.state == State::boundary);
    CHECK(same.ccc.ci.lower == 1.0);

    const auto all_equal =
        ratings_data::table_of(reference::one("14_reliability", "anova_all_equal"));
    const Concordance equal = concordance(all_equal.column(0), all_equal.column(1));
    CHECK(equal.ccc.state == State::zero_variance);
    CHECK(std::isnan(equal.ccc.estimate));

    const Concordance flat = concordance(x, std::vector<double>(4, 0.1));
    CHECK(flat.ccc.estimate == 0.0);
    CHECK(flat.ccc.state == State::zero_variance);
    const Concordance no_relation =
        concordance(std::vector<double>{1, 2, 1, 2}, std::vector<double>{1, 1, 2, 2});
    CHECK(no_relation.ccc.estimate == 0.0);
    CHECK(no_relation.ccc.state == State::undefined_ratio);
    const Concordance two = concordance(std::vector<double>{1, 2}, std::vector<double>{2, 4});
    CHECK(two.ccc.state == State::too_few);
    CHECK(two.ccc.estimate > 0.0);
    CHECK(concordance({}, {}).ccc.state == State::too_few);
    const Concordance opposite =
        concordance(std::vector<double>{1, 2, 3, 5}, std::vector<double>{5, 3, 2, 1});
    CHECK(opposite.ccc.estimate < 0.0);
    CHECK(opposite.ccc.state == State::ok);
    // squares, and a square of r, below the range of double
    const std::vector<double> small = {0.0, 0.0, 2.5e-162};
    CHECK(concordance(small, small).ccc.state == State::boundary);
    const Concordance hardly =
        concordance(std::vector<double>{1, -1, 1e-200, -1e-200}, std::vector<double>{1, 1, 5, -7});
    CHECK(hardly.pearson > 0.0);
    CHECK(hardly.ccc.state == State::undefined_ratio);
}
