// SPDX-License-Identifier: BSL-1.0
// Mantel-Haenszel estimates against R, metafor and a defect of another package.
// Covers: stats/types/strata.hpp
#include "eczscore/stats/mantel_haenszel.hpp"

#include "stats/reference.hpp"
#include "stats/responders.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
constexpr auto file = "05_proportions";

void check(const Estimate& found, const Json& out, const char* se, const char* ci, const char* p) {
    CHECK_CLOSE(found.estimate, reference::number(out.at("rd_mh")), 1e-12);
    CHECK_CLOSE(found.se, reference::number(out.at(se)), 1e-12);
    CHECK_CLOSE(found.ci.lower, reference::number(out.at(ci)[0]), 1e-12);
    CHECK_CLOSE(found.ci.upper, reference::number(out.at(ci)[1]), 1e-12);
    CHECK_CLOSE(found.p, reference::number(out.at(p)), 1e-12);
}
void check_log(const Estimate& found, const Json& metafor) {
    if (metafor.is_null()) return;
    CHECK_CLOSE(std::log(found.estimate), reference::number(metafor.at("est")), 1e-12);
    CHECK_CLOSE(found.se, reference::number(metafor.at("se")), 1e-12);
    CHECK_CLOSE(std::log(found.ci.lower), reference::number(metafor.at("ci")[0]), 1e-11);
    CHECK_CLOSE(std::log(found.ci.upper), reference::number(metafor.at("ci")[1]), 1e-11);
}
}  // namespace

TEST_CASE("Mantel-Haenszel agrees with R and metafor") {
    const auto cases = reference::all(file, "stratified_");
    REQUIRE(cases.size() >= 5);
    for (const Json* each : cases) {
        INFO(each->at("id"));
        const auto strata = strata_of(each->at("input"));
        const Json& out = each->at("output");
        check(mantel_haenszel_difference(strata).result, out, "se_sato", "ci_sato", "p_sato_wald");
        check(mantel_haenszel_difference(strata,
                                         {.variance = RiskDifferenceVariance::greenland_robins})
                  .result,
              out, "se_greenland_robins", "ci_greenland_robins", "p_greenland_wald");
        check_log(mantel_haenszel_risk_ratio(strata).result, out.at("metafor_log_rr"));
        check_log(mantel_haenszel_odds_ratio(strata).result, out.at("metafor_log_or"));
    }
}

TEST_CASE("a stratum without controls is left out and said so, unlike in tern 0.9.11") {
    // tern drops the stratum from the sizes and not from the responders, so that its Sato limits
    // are those of other tables: 0.0145 to 0.3816 instead of 0.0268 to 0.3693
    const Json& tern = reference::one(file, "anchor_defect_empty_stratum");
    const auto strata = strata_of(tern.at("input"));
    const StratifiedEstimate found = mantel_haenszel_difference(strata);
    CHECK_CLOSE(found.result.ci.lower, 0.0268, 0.0, 5e-5);
    CHECK_CLOSE(found.result.ci.upper, 0.3693, 0.0, 5e-5);
    CHECK(std::abs(found.result.ci.lower -
                   reference::number(tern.at("output").at("sato").at("ci")[0])) > 0.01);
    CHECK(found.strata.used == 3);
    CHECK(found.strata.left_out == 1);
    CHECK(found.strata.without == 4);
    CHECK(found.result.missing == 4);
    const auto three = std::span(strata).first(3);
    CHECK(mantel_haenszel_difference(three).result.ci.lower == found.result.ci.lower);
}

TEST_CASE("the worked examples of tern's issue 1482 are reproduced") {
    const Stratum first[] = {
        {{5, 16}, {2, 16}}, {{4, 10}, {3, 11}}, {{7, 20}, {2, 19}}, {{5, 17}, {4, 17}}};
    const Stratum second[] = {
        {{7, 15}, {2, 16}}, {{3, 10}, {3, 11}}, {{10, 20}, {2, 19}}, {{5, 17}, {4, 17}}};
    CHECK_CLOSE(mantel_haenszel_difference(first).result.p, 0.035, 0.0, 5e-4);
    CHECK_CLOSE(mantel_haenszel_difference(second).result.p, 0.004, 0.0, 5e-4);
}

TEST_CASE("one stratum is the plain table, and many equal ones keep the estimate") {
    const Stratum one[] = {{{12, 30}, {4, 31}}};
    CHECK_CLOSE(mantel_haenszel_difference(one).result.estimate, 12.0 / 30 - 4.0 / 31, 1e-14);
    CHECK_CLOSE(mantel_haenszel_risk_ratio(one).result.estimate, (12.0 / 30) / (4.0 / 31), 1e-14);
    CHECK_CLOSE(mantel_haenszel_odds_ratio(one).result.estimate, 12.0 * 27 / (18.0 * 4), 1e-14);
    const std::vector<Stratum> many(50, one[0]);
    CHECK_CLOSE(mantel_haenszel_difference(many).result.estimate, 12.0 / 30 - 4.0 / 31, 1e-14);
    CHECK_CLOSE(mantel_haenszel_difference(many).result.se,
                mantel_haenszel_difference(one).result.se / std::sqrt(50.0), 1e-13);
}

TEST_CASE("Mantel-Haenszel: edges") {
    CHECK(mantel_haenszel_difference({}).result.state == State::too_few);
    const Stratum empty[] = {{{3, 4}, {0, 0}}};
    CHECK(mantel_haenszel_difference(empty).result.state == State::too_few);
    CHECK(mantel_haenszel_difference(empty).strata.left_out == 1);
    CHECK(mantel_haenszel_difference(empty).result.missing == 4);
    CHECK(mantel_haenszel_risk_ratio(empty).result.missing == 4);
    CHECK(mantel_haenszel_odds_ratio(empty).result.missing == 4);
    const Stratum wrong[] = {{{5, 4}, {1, 3}}};
    CHECK(mantel_haenszel_difference(wrong).result.state == State::invalid_argument);
    const Stratum flat[] = {{{0, 4}, {0, 3}}, {{0, 9}, {0, 8}}};
    CHECK(mantel_haenszel_difference(flat).result.state == State::boundary);
    CHECK(mantel_haenszel_difference(flat).result.estimate == 0.0);
    CHECK(mantel_haenszel_risk_ratio(flat).result.state == State::undefined_ratio);
    CHECK(std::isnan(mantel_haenszel_risk_ratio(flat).result.estimate));
    CHECK(std::isnan(mantel_haenszel_odds_ratio(flat).result.estimate));
    const Stratum none[] = {{{2, 4}, {0, 3}}};
    CHECK(std::isinf(mantel_haenszel_risk_ratio(none).result.estimate));
    CHECK(mantel_haenszel_risk_ratio(none).result.state == State::undefined_ratio);
}
