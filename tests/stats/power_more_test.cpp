// SPDX-License-Identifier: BSL-1.0
// Sizes, enumerated powers and margins against base R alone.
#include "eczscore/stats/noninferiority_proportion.hpp"
#include "eczscore/stats/power_fisher.hpp"
#include "eczscore/stats/power_margin.hpp"
#include "eczscore/stats/power_mcnemar.hpp"
#include "eczscore/stats/power_t.hpp"
#include "eczscore/stats/responder_efficiency.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
constexpr auto file = "40_design_more";
double at(const Json& json, const char* key) { return reference::number(json.at(key)); }
std::int64_t whole(const Json& json, const char* key) { return json.at(key).get<std::int64_t>(); }
}  // namespace

TEST_CASE("patients per arm agree with a search one by one") {
    const Json& each = reference::one(file, "sample_size_two");
    for (std::size_t i = 0; i < 3; ++i) {
        const double d = reference::number(each.at("input").at("delta")[i]) /
                         reference::number(each.at("input").at("sd")[i]);
        const Json& out = each.at("output");
        CHECK(sample_size_two_sample_t(d, 0.8).n1 == out.at("n80")[i].get<std::int64_t>());
        CHECK(sample_size_two_sample_t(d, 0.9).n1 == out.at("n90")[i].get<std::int64_t>());
        CHECK(sample_size_two_sample_t(d, 0.9, {.alpha = 0.05, .ratio = 2.0}).n2 ==
              out.at("n90_two_to_one_small_arm")[i].get<std::int64_t>());
    }
}

TEST_CASE("power of Fisher's test agrees with calling it for every table") {
    for (const Json* each : reference::all(file, "fisher_power_")) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        CHECK_CLOSE(
            power_fisher(at(in, "p1"), at(in, "p2"), whole(in, "n1"), whole(in, "n2")).power,
            at(each->at("output"), "power"), 1e-12);
    }
}

TEST_CASE("power of McNemar's exact test agrees with the trinomial") {
    for (const Json* each : reference::all(file, "mcnemar_exact_power_")) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        CHECK_CLOSE(power_mcnemar_exact({at(in, "p01"), at(in, "p10")}, whole(in, "n")).power,
                    at(each->at("output"), "power"), 1e-10);
    }
}

TEST_CASE("margins of rates agree with a search for the restricted likelihood") {
    for (const Json* each : reference::all(file, "rate_margin_")) {
        INFO(each->at("id"));
        const Json& in = each->at("input");
        const RateMarginDesign design{at(in, "p1"), at(in, "p2"), at(in, "margin")};
        const double ratio = 1.0 / at(in, "n2_over_n1");
        // The search in R ends at about 8 digits.
        CHECK_CLOSE(sample_size_rate_margin(design, 0.9, {.ratio = ratio}).fractional,
                    at(each->at("output"), "n1"), 1e-7);
        CHECK_CLOSE(sample_size_rate_margin_unrestricted(design, 0.9, {.ratio = ratio}).fractional,
                    at(each->at("output"), "n1_unrestricted"), 1e-12);
    }
}

TEST_CASE("responders and means, and superiority by an MCID") {
    const Json& each = reference::one(file, "responder_dichotomisation");
    const ResponderEfficiency found = responder_efficiency(
        {.mean_active = -14, .mean_control = -8, .sd = 12, .threshold = 6.6}, 80);
    const Json& out = each.at("output");
    CHECK_CLOSE(found.p_active, at(out, "p_active"), 1e-12);
    CHECK_CLOSE(found.p_control, at(out, "p_control"), 1e-12);
    CHECK_CLOSE(found.power_means, at(out, "power_t"), 1e-12);
    CHECK_CLOSE(found.power_responders, at(out, "power_responder"), 1e-12);
    CHECK_CLOSE(found.nnt, at(out, "nnt"), 1e-12);
    CHECK_CLOSE(power_margin(superiority_by(6.6, 10, 14), 100, 100).power,
                at(reference::one(file, "superiority_by_margin_means").at("output"), "power"),
                1e-12);
}
