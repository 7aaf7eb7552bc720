// SPDX-License-Identifier: BSL-1.0
// Published rows as amounts for one patient, within a group and between groups.
#include "eczscore/trial/important_from_threshold.hpp"

#include "catch_compat.hpp"
#include "eczscore/instruments.hpp"
#include "eczscore/trial/between_groups.hpp"

using namespace eczscore;
using trial::ThresholdRefusal;

namespace {
const Threshold& row(const Instrument& instrument, Text id) {
    const Threshold* found = eczscore::threshold(instrument, id);
    REQUIRE(found != nullptr);
    return *found;
}
}  // namespace

TEST_CASE("a row answers the question that its source asked") {
    const Threshold& within = row(poem::instrument, "gaunt_2016_within");
    CHECK(trial::individual_mic_from(within, 20).amount == stats::IndividualMic(4.27_x));
    CHECK(trial::within_group_mic_from(within).amount == stats::WithinGroupMic(4.27_x));
    CHECK(trial::within_group_mic_from(within).amount.source() == "gaunt_2016_within");
    CHECK(trial::between_group_mid_from(within).refusal == ThresholdRefusal::for_another_question);
    CHECK_FALSE(trial::between_group_mid_from(within).amount.is_valid());

    const Threshold& between = row(poem::instrument, "gaunt_2016_between");
    CHECK(trial::between_group_mid_from(between).amount == stats::BetweenGroupMid(2.89_x));
    CHECK(trial::individual_mic_from(between, 20).refusal ==
          ThresholdRefusal::for_another_question);
    CHECK(trial::within_group_mic_from(between).refusal == ThresholdRefusal::for_another_question);
    CHECK(&between == trial::between_group_mid_from(between).threshold);
}

TEST_CASE("a published difference between groups is no change of one patient, nor of a group") {
    int seen = 0;
    for (const Instrument* instrument : registry) {
        trial::for_each_between_group_mid(
            *instrument, [&](const Threshold& threshold, const stats::BetweenGroupMid& mid) {
                INFO(std::string(instrument->id) << " " << std::string(threshold.id));
                ++seen;
                CHECK(trial::between_group_mid_from(threshold).amount == mid);
                CHECK(trial::individual_mic_from(threshold, 10).refusal ==
                      ThresholdRefusal::for_another_question);
                CHECK(trial::within_group_mic_from(threshold).refusal ==
                      ThresholdRefusal::for_another_question);
            });
    }
    CHECK(seen == 5);
}

TEST_CASE("what is no amount that matters is refused") {
    const Threshold& sdc = row(poem::instrument, "sdc_howells_2018");
    CHECK(trial::individual_mic_from(sdc, 20).refusal == ThresholdRefusal::not_a_mid);
    CHECK(trial::within_group_mic_from(sdc).refusal == ThresholdRefusal::not_a_mid);
    CHECK(trial::published_sdc(sdc).points == 2.13);
    const Threshold& target = row(easi::instrument, "target_7");
    CHECK(trial::individual_mic_from(target, 20).refusal == ThresholdRefusal::not_a_mid);
    CHECK_FALSE(trial::published_sdc(target).is_known());
}

TEST_CASE("a percentage is of the patient's own baseline") {
    const Threshold& half = row(easi::instrument, "mic_silverberg_2021_percent");
    CHECK(trial::individual_mic_from(half, 21.2_x).amount == stats::IndividualMic(10.6_x));
    CHECK(trial::individual_mic_from(half, 0).refusal == ThresholdRefusal::baseline_zero);
    CHECK(trial::within_group_mic_from(half).refusal == ThresholdRefusal::in_percent);
}

TEST_CASE("one patient's verdict with a published detectable change") {
    const Threshold& mid = row(poem::instrument, "mcid_schram_2012");
    const stats::IndividualSdc sdc =
        trial::published_sdc(row(poem::instrument, "sdc_howells_2018"));
    const auto judged = [&](int now) {
        return trial::individual_mic(change(poem::instrument, 20, now), mid, sdc);
    };
    CHECK(judged(16).verdict == stats::IndividualVerdict::improved);
    CHECK(judged(16).by_interval == stats::ThresholdVerdict::uncertain);  // 4 -+ 2.13 straddles 3.4
    CHECK(judged(14).by_interval == stats::ThresholdVerdict::met);
    CHECK(judged(17).verdict == stats::IndividualVerdict::below_mid_but_real);
    CHECK(judged(20).verdict == stats::IndividualVerdict::below_mid);
    CHECK(judged(24).verdict == stats::IndividualVerdict::worsened);
    CHECK(trial::individual_mic(change(poem::instrument, 20, 99), mid, sdc).verdict ==
          stats::IndividualVerdict::not_evaluable);
}

TEST_CASE("without an error the verdict is that of the threshold, for every instrument") {
    using Says = stats::IndividualVerdict;
    int judged = 0;
    for (const Instrument* instrument : registry) {
        if (instrument->rates_change) continue;
        const Exact span = instrument->max - instrument->min;
        for (const Threshold& threshold : instrument->thresholds) {
            if (!gives_verdict(threshold) || threshold.basis == Basis::sdc) continue;
            if (trial::individual_mic_from(threshold, 1).refusal ==
                ThresholdRefusal::for_another_question) {
                continue;
            }
            for (int from = 0; from <= 10; ++from) {
                for (int to = 0; to <= 10; ++to) {
                    const Exact pre = instrument->min + span * Exact::ratio(from, 10);
                    const Exact post = instrument->min + span * Exact::ratio(to, 10);
                    const Change c = change(*instrument, pre, post);
                    const Verdict expected = verdict(threshold, c);
                    const Says found = trial::individual_mic(c, threshold).verdict;
                    const bool same =
                        (expected == Verdict::improved) == (found == Says::improved) &&
                        (expected == Verdict::worsened) == (found == Says::worsened) &&
                        (expected == Verdict::not_evaluable) == (found == Says::not_evaluable);
                    ++judged;
                    if (!same) {
                        CAPTURE(std::string(instrument->id), std::string(threshold.id), from, to);
                        CHECK(same);
                    }
                }
            }
        }
    }
    CHECK(judged > 1000);
}
