// SPDX-License-Identifier: BSL-1.0
// Standardised change: the references, true noncentral limits, and intervals that cover.
#include <algorithm>
#include <cmath>
#include <vector>

#include <eczscore/stats/detail/philox.hpp>
#include <eczscore/stats/paired_effect.hpp>

#include "reference.hpp"

using namespace eczscore::stats;
using reference::Json;
using reference::number;
using reference::numbers;

namespace {
const PairedEffectOptions no_bootstrap{0.95, 0};
}

TEST_CASE("paired effects: every effect equals the reference") {
    for (const Json* each : reference::all("02_paired_mean", "effect_sizes_")) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const auto pre = numbers(each->at("input").at("pre"));
        const auto post = numbers(each->at("input").at("post"));
        const PairedEffect found = paired_effect(pre, post, no_bootstrap);
        CHECK_CLOSE(found.dz.estimate, number(out.at("dz")), 1e-12);
        CHECK_CLOSE(found.dz.estimate, number(out.at("srm")), 1e-12);
        CHECK_CLOSE(found.j, number(out.at("hedges_correction")), 1e-12);
        CHECK_CLOSE(found.gz.estimate, number(out.at("gz")), 1e-12);
        CHECK_CLOSE(found.d_av.estimate, number(out.at("d_av")), 1e-12);
        CHECK_CLOSE(found.d_av_rms.estimate, number(out.at("d_av_rms")), 1e-12);
        CHECK_CLOSE(found.d_rm.estimate, number(out.at("d_rm")), 1e-12);
        CHECK_CLOSE(found.glass.estimate, number(out.at("glass_delta_pre")), 1e-12);
        CHECK_CLOSE(found.glass.estimate, number(out.at("effect_size_kazis")), 1e-12);
        CHECK_CLOSE(found.becker.estimate, number(out.at("becker_g")), 1e-12);
        CHECK_CLOSE(found.r, number(out.at("r")), 1e-12);
        // R's pt(ncp) is good to about 1e-6 here; the true limits are tested below.
        CHECK_CLOSE(found.dz.ci.lower, numbers(out.at("dz_ci95_noncentral_t"))[0], 1e-6);
        CHECK_CLOSE(found.dz.ci.upper, numbers(out.at("dz_ci95_noncentral_t"))[1], 1e-6);
        CHECK_CLOSE(found.gz.ci.lower, numbers(out.at("gz_ci95"))[0], 1e-6);
        CHECK_CLOSE(found.gz.ci.upper, numbers(out.at("gz_ci95"))[1], 1e-6);
    }
}

TEST_CASE("paired effects: limits are those of 40-digit noncentral t") {
    int compared = 0;
    for (const Json* each : reference::all("18_distributions", "ncp_limits_")) {
        const std::string set = each->at("id").get<std::string>().substr(11);
        const double df = number(each->at("input").at("df"));
        const double t = number(each->at("input").at("t"));
        INFO(set);
        for (const Json* data : reference::any("02_paired_mean", "paired_t_" + set)) {
            const auto pre = numbers(data->at("input").at("pre"));
            if (data->at("id") != "paired_t_" + set) continue;
            const double root = std::sqrt(df + 1.0);
            const PairedEffect found =
                paired_effect(pre, numbers(data->at("input").at("post")), no_bootstrap);
            CHECK_CLOSE(found.dz.estimate * root, t, 1e-12);
            CHECK_CLOSE(found.dz.ci.lower * root, number(each->at("output").at("ncp_lower")),
                        1e-12);
            CHECK_CLOSE(found.dz.ci.upper * root, number(each->at("output").at("ncp_upper")),
                        1e-12);
            ++compared;
        }
    }
    CHECK(compared >= 3);
}

// effectsize 0.8.3 searches its limits to about 1e-5.
TEST_CASE("paired effects: effectsize agrees as far as it searches") {
    for (const Json* each : reference::all("02_paired_mean", "effectsize_pkg_")) {
        INFO(each->at("id"));
        const Json& out = each->at("output");
        const PairedEffect found =
            paired_effect(numbers(each->at("input").at("pre")),
                          numbers(each->at("input").at("post")), no_bootstrap);
        CHECK_CLOSE(found.dz.estimate, number(out.at("cohens_dz")), 1e-12);
        CHECK_CLOSE(found.gz.estimate, number(out.at("hedges_gz")), 1e-12);
        CHECK_CLOSE(found.dz.ci.lower, numbers(out.at("ci"))[0], 0.0, 1e-4);
        CHECK_CLOSE(found.dz.ci.upper, numbers(out.at("ci"))[1], 0.0, 1e-4);
        CHECK_CLOSE(found.gz.ci.lower, numbers(out.at("hedges_ci"))[0], 0.0, 1e-4);
        CHECK_CLOSE(found.gz.ci.upper, numbers(out.at("hedges_ci"))[1], 0.0, 1e-4);
    }
}

TEST_CASE("paired effects: J keeps its digits for large samples") {
    for (const Json* each : reference::all("18_distributions", "hedges_J_")) {
        const double df = number(each->at("input").at("df"));
        CHECK_CLOSE(detail::hedges_j(df), number(each->at("output").at("J")), 1e-14);
    }
}

TEST_CASE("paired effects: a published summary gives what the pairs give") {
    const Json& one = reference::one("02_paired_mean", "effect_sizes_easi20");
    const auto pre = numbers(one.at("input").at("pre"));
    const auto post = numbers(one.at("input").at("post"));
    const PairedEffect pairs = paired_effect(pre, post, no_bootstrap);
    const auto x = detail::moments(std::span<const double>(pre));
    const auto y = detail::moments(std::span<const double>(post));
    const PairedEffect summary =
        paired_effect(PairedSummary{x.n, x.mean, x.sd(), y.mean, y.sd(), pairs.r});
    CHECK_CLOSE(summary.dz.estimate, pairs.dz.estimate, 1e-11);
    CHECK_CLOSE(summary.dz.ci.lower, pairs.dz.ci.lower, 1e-10);
    CHECK_CLOSE(summary.d_rm.estimate, pairs.d_rm.estimate, 1e-11);
    CHECK(paired_effect(PairedSummary{20, 1.0, 0.0, 1.0, 1.0, 0.5}).state ==
          State::invalid_argument);
}

TEST_CASE("paired effects: bootstrap limits hold the estimate and do not depend on the order") {
    const Json& one = reference::one("02_paired_mean", "effect_sizes_easi20");
    auto pre = numbers(one.at("input").at("pre"));
    auto post = numbers(one.at("input").at("post"));
    const PairedEffect found = paired_effect(pre, post);
    for (const Estimate* each :
         {&found.d_av, &found.d_av_rms, &found.d_rm, &found.glass, &found.becker}) {
        CHECK(each->ci.state == State::ok);
        CHECK(each->ci.contains(each->estimate));
        CHECK(each->se > 0.0);
    }
    std::reverse(pre.begin(), pre.end());
    std::reverse(post.begin(), post.end());
    CHECK(paired_effect(pre, post).d_av.ci.lower == found.d_av.ci.lower);
}

TEST_CASE("paired effects: bootstrap limits as drawn and computed elsewhere") {
    const Json& one = reference::one("53_paired_exact", "effects_bca");
    std::vector<double> pre;
    std::vector<double> post;
    for (const Json& pair : one.at("input").at("pairs")) {
        pre.push_back(pair[0].get<double>() / 10.0);
        post.push_back(pair[1].get<double>() / 10.0);
    }
    const PairedEffect found =
        paired_effect(pre, post,
                      {0.95, one.at("input").at("replicates").get<std::size_t>(),
                       one.at("input").at("seed").get<std::uint64_t>(),
                       one.at("input").at("stream").get<std::uint32_t>()});
    for (const auto& [key, effect] :
         {std::pair{"d_av", &found.d_av}, std::pair{"d_av_rms", &found.d_av_rms},
          std::pair{"d_rm", &found.d_rm}, std::pair{"glass", &found.glass},
          std::pair{"becker", &found.becker}}) {
        INFO(key);
        const Json& out = one.at("output").at(key);
        CHECK_CLOSE(effect->estimate, number(out.at("estimate")), 1e-12);
        CHECK_CLOSE(effect->se, number(out.at("se")), 1e-10);
        CHECK_CLOSE(effect->ci.lower, numbers(out.at("bca"))[0], 1e-9);
        CHECK_CLOSE(effect->ci.upper, numbers(out.at("bca"))[1], 1e-9);
    }
}

TEST_CASE("paired effects: resamples without spread are left out, not divided by rounding") {
    // A 64th of the resamples is one pair four times over, an eighth has one value before.
    const std::vector<double> pre = {20.1, 20.1, 33.7, 33.7};
    const std::vector<double> post = {12.4, 11.3, 15.9, 30.2};
    const PairedEffect found = paired_effect(pre, post);
    for (const Estimate* each : {&found.d_av, &found.d_rm, &found.glass}) {
        CHECK(each->state == State::ok);
        CHECK(each->se < 1e3);  // 4 / 1e-15 would be in it otherwise
    }
    CHECK(found.glass.ci.state == State::approximate);
    const Estimate guyatt = guyatt_responsiveness(std::vector<double>{-5.1, -6.2, -9.3, -1.7},
                                                  std::vector<double>{0.1, 0.7, -0.4});
    CHECK(guyatt.se < 1e3);
    CHECK(guyatt.ci.state == State::approximate);
}

TEST_CASE("paired effects: one pair drawn n times has no spread, equal changes do not vary") {
    for (const std::size_t n : {3u, 5u, 6u, 7u, 11u, 13u}) {
        detail::Pairs pairs;
        for (std::size_t i = 0; i < n; ++i) {
            const double before = std::sqrt(static_cast<double>(i) + 2.0);
            pairs.first.push_back(before);
            // The last one changed by another amount than the rest.
            pairs.second.push_back(before - (i + 1 == n ? 0.9 : 1.0 / 3.0));
        }
        const detail::CentredPairs centred(pairs);
        std::vector<std::uint32_t> indices(n);
        for (std::uint32_t i = 0; i < n; ++i) {
            std::fill(indices.begin(), indices.end(), i);
            const detail::PairSpread one = centred.resample(indices);
            INFO(n << " pairs, number " << i);
            CHECK(one.var_pre == 0.0);
            CHECK(one.var_post == 0.0);
            for (std::uint32_t k = 0; k < n; ++k) {
                indices[k] = (k * (i + 1)) % static_cast<std::uint32_t>(n - 1);  // not the last
            }
            if (i + 1 < n) CHECK(centred.resample(indices).var_change() == 0.0);
        }
    }
}

TEST_CASE("paired effects: pairs on a line, an invalid level, numbers beyond the range") {
    // r is 1: the differences vary, and sqrt(1 - r) is 0, not the root of a rounding error.
    const std::vector<double> pre = {1.1, 2.3, 3.9, 5.7, 8.3};
    std::vector<double> post;
    for (const double value : pre) post.push_back(0.7 * value);
    const PairedEffect line = paired_effect(pre, post, no_bootstrap);
    CHECK(line.d_rm.state == State::ok);
    CHECK(std::abs(line.d_rm.estimate) < 1e-6);
    for (double slope = 0.05; slope < 2.0; slope += 0.01) {  // r is 1, or an ulp beside it
        for (std::size_t i = 0; i < pre.size(); ++i) post[i] = slope * pre[i];
        const double d_rm = paired_effect(pre, post, no_bootstrap).d_rm.estimate;
        INFO("slope " << slope);
        CHECK((std::abs(d_rm) < 1e-5 || std::abs(slope - 1.0) < 0.03));
    }
    const PairedEffect flat = paired_effect(PairedSummary{20, 30.1, 7.7, 20.2, 7.7, 1.0});
    CHECK(flat.state == State::zero_variance);
    for (const double level : {0.0, 1.0, 95.0, not_a_number}) {
        const PairedEffect found = paired_effect(pre, std::vector<double>{1, 2, 2, 4, 9}, {level});
        CHECK(found.state == State::ok);
        CHECK(std::isfinite(found.dz.estimate));
        CHECK(found.dz.ci.state == State::invalid_argument);
        CHECK(found.d_av.ci.state == State::invalid_argument);
    }
    CHECK(paired_effect(std::vector<double>{1e200, 2e200, 5e200}, std::vector<double>{1, 2, 3})
              .state == State::out_of_range);
    CHECK(paired_effect(PairedSummary{20, 1.0, infinity, 2.0, 1.0, 0.5}).state ==
          State::invalid_argument);
    CHECK(paired_effect(PairedSummary{20, 1.0, 1.0, 2.0, 1.0, not_a_number}).state ==
          State::invalid_argument);
    CHECK(paired_effect(PairedSummary{1, 1.0, 1.0, 2.0, 1.0, 0.5}).state == State::too_few);
}

TEST_CASE("paired effects: edges have a state") {
    using List = std::vector<double>;
    CHECK(paired_effect(List{}, List{}).state == State::too_few);
    CHECK(paired_effect(List{1}, List{2}).state == State::too_few);
    const PairedEffect flat = paired_effect(List{20, 30, 40}, List{15, 25, 35});
    CHECK(flat.state == State::zero_variance);
    CHECK(std::isnan(flat.dz.estimate));
    CHECK(flat.dz.state == State::zero_variance);
    CHECK(flat.glass.estimate == -0.5);
    const PairedEffect two = paired_effect(List{20.1, 33.2}, List{12.4, 30.0}, no_bootstrap);
    CHECK(two.dz.state == State::ok);
    CHECK(two.gz.state == State::too_few);
}

TEST_CASE("Guyatt: limits as drawn and computed elsewhere") {
    const Json& one = reference::one("53_paired_exact", "guyatt_bca");
    auto changes = numbers(one.at("input").at("changes"));
    auto stable = numbers(one.at("input").at("stable"));
    for (double& value : changes) value /= 10.0;
    for (double& value : stable) value /= 10.0;
    const Estimate found = guyatt_responsiveness(changes, stable, {0.95, 1499, 7, 4});
    const Json& out = one.at("output");
    CHECK_CLOSE(found.estimate, number(out.at("estimate")), 1e-12);
    CHECK_CLOSE(found.se, number(out.at("se")), 1e-10);
    CHECK_CLOSE(found.ci.lower, numbers(out.at("bca"))[0], 1e-9);
    CHECK_CLOSE(found.ci.upper, numbers(out.at("bca"))[1], 1e-9);
}

TEST_CASE("Guyatt: mean change over the spread of stable patients") {
    const std::vector<double> changes = {-12.1, -8.4, -15.0, -3.3, -9.9, -11.0, -7.2};
    const std::vector<double> stable = {0.4, -1.1, 2.0, -0.7, 1.5, 0.0, -2.2, 0.9};
    const Estimate found = guyatt_responsiveness(changes, stable);
    CHECK_CLOSE(found.estimate,
                detail::moments(std::span<const double>(changes)).mean /
                    detail::moments(std::span<const double>(stable)).sd(),
                1e-12);
    CHECK(found.ci.contains(found.estimate));
    CHECK(guyatt_responsiveness(changes, std::vector<double>{1, 1, 1}).state ==
          State::zero_variance);
    CHECK(guyatt_responsiveness(changes, std::vector<double>{1}).state == State::too_few);
}
