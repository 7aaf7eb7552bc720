// SPDX-License-Identifier: BSL-1.0
// Distribution-based sizes of change against R; no reliability, no spread, no stable patients.
#include "eczscore/stats/distribution_based_mic.hpp"

#include "stats/mic_data.hpp"

using namespace eczscore::stats;
using mic_data::at;
using reference::Json;
using reference::numbers;

TEST_CASE("distribution-based sizes agree with 13_mcid") {
    const Json& one = reference::one("13_mcid", "distribution_based");
    const Json& in = one.at("input");
    const Json& out = one.at("output");
    const auto baseline = numbers(in.at("baseline"));
    const auto change = numbers(in.at("change"));
    const auto stable = numbers(in.at("stable_change"));
    const DistributionBasedMic found =
        distribution_based_mic(baseline, {at(in, "reliability"), 0.95});
    CHECK(found.state == State::ok);
    CHECK_CLOSE(found.half_sd.estimate, at(out, "half_sd"), 1e-13);
    CHECK_CLOSE(found.fifth_sd.estimate, at(out, "fifth_sd"), 1e-13);
    CHECK_CLOSE(found.third_sd.estimate, at(out, "third_sd"), 1e-13);
    CHECK_CLOSE(found.sem.estimate, at(out, "sem_1"), 1e-13);
    CHECK_CLOSE(found.sem_1_96.estimate, at(out, "sem_1.96"), 1e-13);
    CHECK_CLOSE(found.sdc.estimate, at(out, "sdc95"), 1e-13);

    const StableChange still = stable_change(stable);
    CHECK_CLOSE(still.sem.estimate, at(out, "sem_from_stable"), 1e-13);
    CHECK_CLOSE(still.sdc.estimate, at(out, "sdc95_from_stable"), 1e-13);

    const StandardisedChange units = standardised_change(baseline, change, stable);
    CHECK(units.state == State::ok);
    CHECK_CLOSE(units.effect_size, at(out, "effect_size"), 1e-13);
    CHECK_CLOSE(units.srm, at(out, "srm"), 1e-13);
    CHECK_CLOSE(units.guyatt, at(out, "guyatt"), 1e-13);

    const DistributionBasedMic summary = distribution_based_mic(found.n, found.sd, {0.86, 0.95});
    CHECK(summary.sdc.ci.upper == found.sdc.ci.upper);
    CHECK(found.half_sd.ci.contains(found.half_sd.estimate));
}

TEST_CASE("what cannot be had has a state") {
    const std::vector<double> scores = {10, 12, 15, not_a_number};
    const auto without = distribution_based_mic(scores);
    CHECK(without.state == State::ok);
    CHECK(without.missing == 1);
    CHECK(without.half_sd.missing == 1);
    CHECK(without.sem.state == State::not_available);
    CHECK(distribution_based_mic(scores, {1.1, 0.95}).sdc.state == State::invalid_argument);
    CHECK(distribution_based_mic(scores, {1.0, 0.95}).sem.estimate == 0.0);
    CHECK(distribution_based_mic(std::vector<double>{4}).state == State::too_few);
    CHECK(distribution_based_mic(std::vector<double>{4, 4, 4}).state == State::zero_variance);
    CHECK(stable_change(std::vector<double>{0, 0, 0}).state == State::zero_variance);
    CHECK(stable_change({}).state == State::too_few);
    const std::vector<double> change = {-1, -3, -2};
    CHECK(standardised_change(scores, change, {}).state == State::not_available);
    CHECK(standardised_change(scores, change, {}).srm == -2.0);
    CHECK(standardised_change(scores, change, std::vector<double>{2, 2}).state ==
          State::undefined_ratio);
    CHECK(standardised_change({}, change, {}).state == State::too_few);
}
