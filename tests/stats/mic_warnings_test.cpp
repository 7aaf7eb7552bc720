// SPDX-License-Identifier: BSL-1.0
// Which warnings a sample gives, with the numbers behind them.
#include "eczscore/stats/mic_warnings.hpp"

#include "stats/mic_data.hpp"

using namespace eczscore::stats;
using reference::Json;

namespace {
MicNotes notes_of(const char* id) {
    const auto data = mic_data::patients_of(reference::one("13_mcid", id));
    return mic_warnings(data.change, data.anchor);
}
}  // namespace

TEST_CASE("a sample of 150 with a fair anchor is warned of its prevalence alone") {
    const MicNotes found = notes_of("anchor_mean_change_easi150");
    CHECK(found.n == 150);
    CHECK(found.n_improved == 106);
    CHECK(found.n_minimally_improved == 59);
    REQUIRE(found.count == 1);
    CHECK(found.notes()[0].warning == MicWarning::high_prevalence);
    CHECK(found.notes()[0].value == 106.0 / 150.0);
    CHECK(found.notes()[0].limit == 0.7);
}

TEST_CASE("forty patients are few, and 92 percent improved is too many") {
    CHECK(notes_of("anchor_mean_change_poem40").has(MicWarning::few_patients));
    const MicNotes high = notes_of("anchor_mean_change_high_prevalence");
    CHECK(high.prevalence == 0.92);
    CHECK(high.has(MicWarning::high_prevalence));
    CHECK_FALSE(high.has(MicWarning::low_prevalence));
    CHECK_FALSE(high.has(MicWarning::weak_anchor));
}

TEST_CASE("weak, constant and reversed anchors are named") {
    CHECK(notes_of("anchor_mean_change_no_information").has(MicWarning::weak_anchor));
    const std::vector<double> change = {1, 2, 3, 4};
    const MicNotes constant = mic_warnings(change, std::vector<double>{1, 1, 1, 1});
    CHECK(constant.has(MicWarning::weak_anchor));
    CHECK(constant.has(MicWarning::few_not_improved));
    CHECK(std::isnan(constant.spearman));
    const MicNotes reversed = mic_warnings(change, std::vector<double>{2, 1, 0, -1});
    CHECK(reversed.has(MicWarning::reversed_anchor));
    CHECK(reversed.has(MicWarning::weak_anchor));
    const MicNotes none = mic_warnings({}, {});
    CHECK(none.has(MicWarning::few_patients));
    CHECK(std::isnan(none.prevalence));
}

TEST_CASE("a number at its limit is enough, one below it is not") {
    std::vector<double> change, anchor;
    for (int i = 0; i < 50; ++i) {
        change.push_back(i % 10);
        anchor.push_back(i % 10 < 7 ? 0.0 : 1.0);  // 15 of 50 improved: 0.3
    }
    const MicNotes at_limits = mic_warnings(change, anchor);
    CHECK(at_limits.prevalence == 0.3);
    CHECK(at_limits.count == 0);
    for (double& rating : anchor) rating = 1.0 - rating;
    CHECK(mic_warnings(change, anchor).prevalence == 0.7);
    CHECK_FALSE(mic_warnings(change, anchor).has(MicWarning::high_prevalence));
    MicWarningOptions strict;
    strict.enough_patients = 51;
    strict.enough_per_group = 16;
    const MicNotes found = mic_warnings(change, anchor, strict);  // 35 improved, 15 did not
    REQUIRE(found.has(MicWarning::few_patients));
    CHECK(found.notes()[0].value == 50);
    CHECK(found.notes()[0].limit == 51);
    CHECK_FALSE(found.has(MicWarning::few_improved));
    REQUIRE(found.has(MicWarning::few_not_improved));
    CHECK(found.notes()[1].value == 15);
    CHECK(found.notes()[1].limit == 16);
}

TEST_CASE("each warning has a sentence of its own") {
    for (int i = 0; i < 8; ++i) {
        const eczscore::Text one = sentence(static_cast<MicWarning>(i));
        CHECK_FALSE(one.empty());
        for (int j = 0; j < i; ++j) CHECK_FALSE(one == sentence(static_cast<MicWarning>(j)));
    }
}
