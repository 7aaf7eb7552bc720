// SPDX-License-Identifier: BSL-1.0
// A predictive prior as a mixture of betas: how near it comes, and that it is the nearest.
#include "eczscore/stats/map_mixture.hpp"

#include "eczscore/stats/map_prior.hpp"
#include "eczscore/stats/robust_mixture.hpp"
#include "stats/reference.hpp"

using namespace eczscore::stats;

namespace {

constexpr ArmCount tcs[] = {{73, 315}, {33, 123}, {45, 126}};

/// The mean log density of a mixture over the points, per logit.
double mean_log(std::span<const detail::RatePoint> points, std::vector<MixturePart> parts) {
    std::vector<double> chance;
    return detail::mixture_step(points, parts, chance);
}

std::vector<detail::RatePoint> points_of(std::span<const MixturePart> parts) {
    std::vector<detail::RatePoint> points;
    for (double t = -60.0; t <= 60.0; t += 0.05) {
        const double log_p = -detail::softplus(-t), log_q = -detail::softplus(t);
        double density = 0.0;
        for (const auto& [weight, beta] : parts) {
            density += weight *
                       std::exp(beta.a * log_p + beta.b * log_q - detail::log_beta(beta.a, beta.b));
        }
        points.push_back({log_p, log_q, density * 0.05, density});
    }
    return points;
}

}  // namespace

TEST_CASE("a mixture of betas is found again") {
    const MixturePart truth[] = {{0.65, {30, 70}}, {0.35, {2, 3}}};
    const auto points = points_of(truth);
    const MapMixtureResult found = detail::nearest_mixture(points, 2, {0.335, 0.02});
    REQUIRE(found.state == State::ok);
    CHECK(found.divergence < 1e-9);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK_CLOSE(found.parts[i].weight, truth[i].weight, 1e-3);
        CHECK_CLOSE(found.parts[i].beta.a, truth[i].beta.a, 1e-3);
        CHECK_CLOSE(found.parts[i].beta.b, truth[i].beta.b, 1e-3);
    }
    // One part: the beta distribution with the same means of the logarithms.
    const MixturePart one[] = {{1.0, {0.7, 12.0}}};
    const MapMixtureResult alone = detail::nearest_mixture(points_of(one), 1, {0.05, 0.004});
    CHECK_CLOSE(alone.parts[0].beta.a, 0.7, 1e-8);
    CHECK_CLOSE(alone.parts[0].beta.b, 12.0, 1e-8);
}

TEST_CASE("the nearest mixture to a predictive prior") {
    const MapPriorResult prior = map_prior(tcs);
    const auto points = detail::rate_points(prior.nodes);
    double share = 0.0;
    for (const detail::RatePoint& point : points) share += point.share;
    CHECK_CLOSE(share, 1.0, 1e-12);
    double before = infinity;
    for (const std::size_t parts : {1u, 2u, 3u}) {
        const MapMixtureResult found = map_mixture(prior.nodes, {.parts = parts});
        INFO(parts << " parts, divergence " << found.divergence << " after " << found.steps);
        REQUIRE(found.state == State::ok);
        CHECK(found.divergence < before);
        before = found.divergence;
        double weights = 0.0;
        for (const MixturePart& part : found.parts) weights += part.weight;
        CHECK_CLOSE(weights, 1.0, 1e-12);
        // A step to any side is no nearer.
        const double best = mean_log(points, found.parts);
        for (std::size_t i = 0; i < parts; ++i) {
            for (const double factor : {0.97, 1.03}) {
                auto moved = found.parts;
                moved[i].beta.a *= factor;
                CHECK(mean_log(points, moved) < best);
                moved = found.parts;
                moved[i].beta.b *= factor;
                CHECK(mean_log(points, moved) < best);
                if (parts == 1) continue;
                moved = found.parts;
                moved[i].weight *= factor;
                const double rest = (1.0 - moved[i].weight) / (1.0 - found.parts[i].weight);
                for (std::size_t j = 0; j < parts; ++j) {
                    if (j != i) moved[j].weight *= rest;
                }
                CHECK(mean_log(points, moved) < best);
            }
        }
    }
    CHECK(before < 2e-3);
    const MapMixtureResult three = map_mixture(prior.nodes, {.parts = 3});
    const MixtureResult as_prior = update_mixture(three.parts, 0, 0);
    CHECK_CLOSE(as_prior.mean, prior.mean, 0.01);
    CHECK_CLOSE(as_prior.sd, prior.sd, 0.05);
    for (const double p : {0.1, 0.2, 0.3, 0.5}) {
        CHECK(std::abs(as_prior.cdf(p) - prior.cdf(p)) < 0.01);
    }
    // The same bits each time: nothing is drawn.
    CHECK(map_mixture(prior.nodes, {.parts = 3}).parts[0].beta.a == three.parts[0].beta.a);
    // A surprise moves weight to the vague part.
    const auto robust = robust_prior(three.parts, 0.1);
    CHECK(update_mixture(robust, 38, 40).parts.back().weight > 0.3);
}

TEST_CASE("mixtures of nothing, and of too many parts") {
    CHECK(map_mixture({}).state == State::invalid_argument);
    const MapPriorResult prior = map_prior(tcs);
    CHECK(map_mixture(prior.nodes, {.parts = 0}).state == State::invalid_argument);
    CHECK(map_mixture(prior.nodes, {.parts = 11}).state == State::invalid_argument);
    // rates that no double tells from 0 and 1
    const std::vector<MapNode> far = {{1e6, 0.0, 0.5, 1.0}, {-1e6, 0.0, 0.5, 1.0}};
    CHECK(map_mixture(far).state == State::out_of_range);
    const ArmCount rare[] = {{0, 40}, {1, 60}};
    const MapMixtureResult low = map_mixture(map_prior(rare).nodes, {.parts = 2});
    CHECK(low.state == State::ok);
    CHECK_CLOSE(low.mean, map_prior(rare).mean, 0.07);
    CHECK_CLOSE(map_mixture(map_prior(rare).nodes, {.parts = 3}).mean, map_prior(rare).mean, 0.01);
}
