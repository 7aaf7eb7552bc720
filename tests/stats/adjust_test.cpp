// SPDX-License-Identifier: BSL-1.0
// Adjusted p-values against R and statsmodels.
#include "eczscore/stats/adjust.hpp"

#include <random>

#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
struct Named {
    Adjustment adjustment;
    const char* r;
    const char* statsmodels;
};
constexpr Named all[] = {{Adjustment::bonferroni, "bonferroni", nullptr},
                         {Adjustment::holm, "holm", "holm"},
                         {Adjustment::hochberg, "hochberg", "simes-hochberg"},
                         {Adjustment::hommel, "hommel", "hommel"},
                         {Adjustment::sidak, "sidak", nullptr},
                         {Adjustment::holm_sidak, "holm_sidak", "holm-sidak"},
                         {Adjustment::benjamini_hochberg, "bh", "fdr_bh"},
                         {Adjustment::benjamini_yekutieli, "by", "fdr_by"}};
}  // namespace

TEST_CASE("adjusted p-values agree with R") {
    const auto cases = reference::all("10_multiplicity", "p_adjust_");
    REQUIRE(cases.size() >= 6);
    for (const Json* each : cases) {
        const auto p = reference::numbers(each->at("input").at("p"));
        for (const Named& method : all) {
            INFO(each->at("id") << " " << method.r);
            const AdjustedP found = adjust(p, method.adjustment);
            const auto expected = reference::numbers(each->at("output").at(method.r));
            REQUIRE(found.p.size() == expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i) {
                CHECK_CLOSE(found.p[i], expected[i], 1e-13);
            }
            CHECK(found.method == name(method.adjustment));
        }
    }
}

TEST_CASE("adjusted p-values agree with statsmodels") {
    int compared = 0;
    for (const Json* each : reference::all("19_crosscheck", "p_adjust_")) {
        const auto inputs = reference::any("10_multiplicity", each->at("id").get<std::string>());
        if (inputs.empty()) continue;
        ++compared;
        const auto p = reference::numbers(inputs.front()->at("input").at("p"));
        for (const Named& method : all) {
            if (method.statsmodels == nullptr) continue;
            const AdjustedP found = adjust(p, method.adjustment);
            for (std::size_t i = 0; i < p.size(); ++i) {
                INFO(each->at("id") << " " << method.statsmodels << " " << i);
                const std::string key = method.statsmodels + ("_" + std::to_string(i));
                CHECK_CLOSE(found.p[i], reference::number(each->at("output").at(key).at("here")),
                            1e-12);
            }
        }
    }
    CHECK(compared >= 4);
}

TEST_CASE("Hommel is the closed Simes test") {
    // by its definition over all 2^m - 1 intersections
    const std::vector<double> p{0.012, 0.03, 0.022, 0.4, 0.018, 0.045};
    const AdjustedP found = adjust(p, Adjustment::hommel);
    for (std::size_t target = 0; target < p.size(); ++target) {
        double worst = 0;
        for (unsigned set = 1; set < 1U << p.size(); ++set) {
            if ((set >> target & 1U) == 0) continue;
            std::vector<double> in;
            for (std::size_t i = 0; i < p.size(); ++i) {
                if ((set >> i & 1U) != 0) in.push_back(p[i]);
            }
            std::sort(in.begin(), in.end());
            double simes = 1;
            for (std::size_t i = 0; i < in.size(); ++i) {
                simes = std::min(
                    simes, static_cast<double>(in.size()) * in[i] / static_cast<double>(i + 1));
            }
            worst = std::max(worst, simes);
        }
        CHECK_CLOSE(found.p[target], worst, 1e-14);
    }
}

TEST_CASE("Hommel by its definition in many random families") {
    std::mt19937 random(29);
    for (int round = 0; round < 400; ++round) {
        std::vector<double> p(1 + random() % 40);
        const int kind = round % 4;
        for (double& each : p) {
            const double u = static_cast<double>(random() % 100'000) / 100'000.0;
            each = kind == 0   ? u
                   : kind == 1 ? u * u * u
                   : kind == 2 ? std::round(10 * u) / 10
                               : 1 - u * u;
        }
        std::sort(p.begin(), p.end());
        const std::size_t n = p.size();
        // alpha rejects p where h p <= alpha; h is the largest i of which the i largest p pass
        // Simes
        std::vector<double> simes(n + 1, infinity);
        for (std::size_t i = 1; i <= n; ++i) {
            for (std::size_t j = 1; j <= i; ++j) {
                simes[i] = std::min(
                    simes[i], static_cast<double>(i) * p[n - i + j - 1] / static_cast<double>(j));
            }
        }
        const auto found = adjust(p, Adjustment::hommel).p;
        for (std::size_t k = 0; k < n; ++k) {
            double least = p[n - 1];
            for (std::size_t i = 1; i <= n; ++i) {  // h is i from `from` on, if at all
                double from = 0.0, until = simes[i];
                for (std::size_t l = i + 1; l <= n; ++l) from = std::max(from, simes[l]);
                from = std::max(from, static_cast<double>(i) * p[k]);
                if (from < until) least = std::min(least, from);
            }
            CHECK_CLOSE(found[k], least, 1e-13);
        }
    }
    std::vector<double> many(200'000);  // in a moment, as all the others
    for (std::size_t i = 0; i < many.size(); ++i) {
        many[i] = static_cast<double>((i * 7919) % many.size() + 1) / 200'001.0;
    }
    CHECK(adjust(many, Adjustment::hommel).p[0] > 0.5);
}

TEST_CASE("stronger adjustments are never larger, and order does not matter") {
    const std::vector<double> p{0.3, 0.001, 0.04, 0.02, 0.04, 0.9};
    const std::vector<double> backwards(p.rbegin(), p.rend());
    const auto of = [&](Adjustment a) { return adjust(p, a).p; };
    for (std::size_t i = 0; i < p.size(); ++i) {
        CHECK(of(Adjustment::holm)[i] <= of(Adjustment::bonferroni)[i]);
        CHECK(of(Adjustment::hochberg)[i] <= of(Adjustment::holm)[i]);
        CHECK(of(Adjustment::hommel)[i] <= of(Adjustment::hochberg)[i]);
        CHECK(of(Adjustment::benjamini_hochberg)[i] <= of(Adjustment::hommel)[i]);
        CHECK(p[i] <= of(Adjustment::benjamini_hochberg)[i]);
        for (const Named& method : all) {
            CHECK(adjust(backwards, method.adjustment).p[p.size() - 1 - i] ==
                  of(method.adjustment)[i]);
        }
    }
}

TEST_CASE("missing p-values stay missing, and count only if asked") {
    const double p[] = {0.01, not_a_number, 0.03};
    const AdjustedP plain = adjust(p, Adjustment::bonferroni);
    CHECK(plain.tests == 2);
    CHECK(plain.missing == 1);
    CHECK_CLOSE(plain.p[0], 0.02, 1e-15);
    CHECK(std::isnan(plain.p[1]));
    const AdjustedP counted = adjust(p, Adjustment::bonferroni, {.count_missing = true});
    CHECK(counted.tests == 3);
    CHECK_CLOSE(counted.p[0], 0.03, 1e-15);
    // as if the missing one were 1
    const double ones[] = {0.01, 1.0, 0.03};
    for (const Named& method : all) {
        CHECK_CLOSE(adjust(p, method.adjustment, {.count_missing = true}).p[0],
                    adjust(ones, method.adjustment).p[0], 1e-14);
        CHECK_CLOSE(adjust(p, method.adjustment, {.count_missing = true}).p[2],
                    adjust(ones, method.adjustment).p[2], 1e-14);
    }
}

TEST_CASE("adjusted p-values: edges") {
    CHECK(adjust({}, Adjustment::holm).state == State::too_few);
    const double none[] = {not_a_number};
    CHECK(adjust(none, Adjustment::holm).state == State::too_few);
    const double wrong[] = {0.5, 1.2};
    CHECK(adjust(wrong, Adjustment::holm).state == State::invalid_argument);
    CHECK(std::isnan(adjust(wrong, Adjustment::holm).p[0]));
    const double tiny[] = {1e-300, 1.0};
    CHECK_CLOSE(adjust(tiny, Adjustment::sidak).p[0], 2e-300, 1e-14, 0.0);
    CHECK(adjust(tiny, Adjustment::sidak).p[1] == 1.0);
}
