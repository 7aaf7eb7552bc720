// SPDX-License-Identifier: BSL-1.0
// Summaries of groups in words: p-values that are never 0, and a reason wherever a number is not.
// Covers: report/change_summary_json.hpp, report/change_summary_text.hpp
// Covers: report/change_summary_words.hpp, report/p_value.hpp
#include "catch_compat.hpp"

#include <limits>
#include <string>

#include "eczscore/instruments/easi.hpp"
#include "eczscore/instruments/poem.hpp"
#include "eczscore/model/look_up.hpp"
#include "eczscore/report/change_summary_json.hpp"
#include "eczscore/report/change_summary_text.hpp"
#include "report/read_json.hpp"

using namespace eczscore;
using Catch::Matchers::ContainsSubstring;
using eczscore::testing::Json;
using eczscore::testing::read_json;
using report::p_data;
using report::p_text;
using stats::State;

namespace {

const Threshold& threshold_of(std::string_view id) {
    const Threshold* found = eczscore::threshold(easi::instrument, id);
    REQUIRE(found != nullptr);
    return *found;
}

stats::Estimate estimate(double value, double lower, double upper, double p) {
    return {.estimate = value,
            .p = p,
            .ci = {.lower = lower, .upper = upper, .state = State::ok},
            .n = 12,
            .method = "paired t",
            .state = State::ok};
}

report::ChangeSummary one_group() {
    report::ChangeSummary summary{
        .instrument = &easi::instrument, .baseline = "start", .at = "end"};
    report::GroupChange group{.subjects = 14, .n = 12, .not_evaluable = {{"no row for end", 2}}};
    group.change = estimate(-9.5, -12.0, -7.0, 0.0);
    group.improvement = estimate(9.5, 7.0, 12.0, 0.0);
    group.responders.push_back({.threshold = &threshold_of("easi_75"),
                                .of = {5, 12},
                                .share = estimate(5.0 / 12.0, 0.19, 0.68, stats::not_a_number)});
    group.verdicts.push_back(
        {&threshold_of("mcid_schram_2012"),
         stats::within_group_mic(group.improvement.ci, stats::WithinGroupMic(6.6_x))});
    summary.groups.push_back(group);
    return summary;
}

}  // namespace

TEST_CASE("P-values: none is shown as 0") {
    CHECK(p_text(0.0) == "p < 0.0001");
    CHECK(p_text(1e-300) == "p < 0.0001");
    CHECK(p_text(0.0000999) == "p < 0.0001");
    CHECK(p_text(0.0001) == "p = 0.0001");
    CHECK(p_text(0.00094) == "p = 0.0009");
    CHECK(p_text(0.0321) == "p = 0.032");
    CHECK(p_text(0.9994) == "p > 0.999");
    CHECK(p_text(1.0) == "p = 1");
    CHECK(p_text(std::numeric_limits<double>::quiet_NaN()) == "no p-value");
    for (double p = 1e-9; p < 1.0; p *= 1.01) {
        INFO(p);
        CHECK(p_text(p).find_first_of("123456789") != std::string::npos);
    }
}

TEST_CASE("P-values: rounding does not cross 0.05") {
    CHECK(p_text(0.0496) == "p = 0.0496");
    CHECK(p_text(0.04999) == "p = 0.04999");
    CHECK(p_text(0.0504) == "p = 0.0504");
    CHECK(p_text(0.05) == "p = 0.050");
    CHECK(p_text(0.0495) == "p = 0.0495");
    CHECK(p_text(0.0005) == "p = 0.0005");
    CHECK(p_text(0.0125) == "p = 0.013");
}

TEST_CASE("P-values: files have all digits") {
    CHECK(p_data(0.1) == "0.1");
    CHECK(p_data(1.25e-30) == "1.25e-30");
    CHECK(p_data(1.25e-305) == "1.25e-305");
    CHECK(p_data(0.0) == "<1e-300");
    const auto in_json = [](double p) {
        return read_json(
            report::json_document([&](report::JsonOut& json) { report::detail::json_p(json, p); }));
    };
    CHECK(in_json(1.25e-305) == 1.25e-305);
    CHECK(in_json(0.0) == "<1e-300");
    CHECK(in_json(stats::not_a_number).is_null());
    CHECK(p_data(stats::not_a_number).empty());
}

TEST_CASE("Number needed: through infinity where the difference may be none") {
    const stats::Estimate sure = estimate(0.25, 0.125, 0.5, 0.001);
    CHECK(report::number_needed_text(stats::number_needed(sure)) == "4.0 to benefit (2.0 to 8.0)");
    const stats::Estimate harm = estimate(-0.25, -0.5, -0.125, 0.001);
    CHECK(report::number_needed_text(stats::number_needed(harm)) == "4.0 to harm (2.0 to 8.0)");
    const stats::Estimate unsure = estimate(0.1, -0.05, 0.25, 0.2);
    CHECK(report::number_needed_text(stats::number_needed(unsure)) ==
          "10.0 to benefit; the difference may be none: from 20.0 to harm through infinity to 4.0 "
          "to benefit");
    CHECK(report::number_needed_text(stats::number_needed(estimate(0.0, -0.1, 0.1, 1.0))) ==
          "infinite: no difference; the difference may be none: from 10.0 to harm through infinity "
          "to 10.0 to benefit");
    CHECK(report::number_needed_text({}) == "none; too few subjects");
}

TEST_CASE("Change summary: text of one group says what it cannot tell") {
    const std::string text = report::change_summary_text(one_group());
    CHECK_THAT(text, ContainsSubstring("all subjects: 14 subjects, 12 with both scores"));
    CHECK_THAT(text, ContainsSubstring("2: 2 no row for end"));
    CHECK_THAT(text, ContainsSubstring("-9.50 (-12.00 to -7.00); p < 0.0001, paired t"));
    CHECK_THAT(text, ContainsSubstring("5 of 12, 41.7 % (19.0 to 68.0); better by >= 75 %"));
    CHECK_THAT(text, ContainsSubstring("6.6 points: met; "));
    CHECK_THAT(text, ContainsSubstring("0 to 72, higher is worse; an improvement is positive"));
    CHECK_THAT(text, ContainsSubstring("responders, with Wilson intervals"));
    CHECK_THAT(text, ContainsSubstring("regression to the mean"));
    CHECK_THAT(text, !ContainsSubstring("p = 0.000"));
    CHECK_THAT(text, !ContainsSubstring("nan"));
}

TEST_CASE("Change summary: a state stands for a number that is not there") {
    report::ChangeSummary summary = one_group();
    stats::Estimate& change = summary.groups[0].change;
    change = {.estimate = -4.0, .ci = {.state = State::zero_variance}, .n = 3};
    change.state = State::zero_variance;
    CHECK_THAT(report::change_summary_text(summary, {.width = 200}),
               ContainsSubstring("-4.00, no interval: no variance, all are equal; no p-value"));
    const Json json = read_json(report::change_summary_json(summary));
    CHECK(json["groups"][0]["mean_change"]["state"] == "zero_variance");
    CHECK(json["groups"][0]["mean_change"]["lower"].is_null());
    CHECK(json["groups"][0]["mean_change"]["p_text"] == "no p-value");
}

TEST_CASE("Change summary: every state but ok has words") {
    CHECK(report::state_words(State::ok).empty());
    for (int i = 1; i <= static_cast<int>(State::approximate); ++i) {
        CHECK(!report::state_words(static_cast<State>(i)).empty());
    }
}

TEST_CASE("Change summary: selection is said in a sentence") {
    report::ChangeSummary summary = one_group();
    report::GroupChange& group = summary.groups[0];
    group.selection = report::SelectionEffect{.cut_off = 16,
                                              .population_mean = 12,
                                              .population_sd = 8,
                                              .reliability = 0.8,
                                              .baselines = 1,
                                              .outside = 1};
    group.selection->expected.estimate = 1.8;
    group.selection->corrected = estimate(1.7, -0.5, 3.9, stats::not_a_number);
    const std::string sentence = report::selection_sentence(group);
    CHECK_THAT(sentence, ContainsSubstring("let in with a score of 16 or worse (population"));
    CHECK_THAT(sentence, ContainsSubstring("improvement of 1.80 is expected without any treat"));
    CHECK_THAT(sentence, ContainsSubstring("1.70 (-0.50 to 3.90). That cannot be told from no"));
    CHECK_THAT(sentence, ContainsSubstring("1 of 12 baselines would not have been let in"));
    CHECK_THAT(sentence, ContainsSubstring("does not carry its uncertainty"));
    group.selection->corrected.ci = {};
    CHECK_THAT(report::selection_sentence(group), !ContainsSubstring("uncertainty"));
}

TEST_CASE("Change summary: a limit beyond 0 does not read as 0") {
    const auto limits = [](double lower) {
        return report::detail::estimate_text(estimate(5.0, lower, 12.0, 0.05), 1);
    };
    CHECK(limits(-0.03) == "5.0 (-0.03 to 12.0)");
    CHECK(limits(0.004) == "5.0 (0.004 to 12.0)");
    CHECK(limits(-1e-15) == "5.0 (0.0 to 12.0)");
    CHECK(limits(-0.5) == "5.0 (-0.5 to 12.0)");
}

namespace {

report::ChangeSummary two_groups(const Instrument& instrument, double lower, double upper) {
    report::ChangeSummary summary = one_group();
    summary.instrument = &instrument;
    summary.groups[0].name = "drug";
    summary.groups.push_back(summary.groups[0]);
    summary.groups[1].name = "placebo";
    report::GroupDifference difference{.group = "drug", .control = "placebo"};
    difference.mean = estimate((lower + upper) / 2, lower, upper, 0.01);
    trial::for_each_between_group_mid(instrument, [&](const Threshold& threshold,
                                                      const stats::BetweenGroupMid& mid) {
        difference.verdicts.push_back({&threshold, stats::between_group_mid(difference.mean, mid)});
    });
    summary.difference = difference;
    return summary;
}

}  // namespace

TEST_CASE("Change summary: a difference is judged by what was published between groups") {
    const auto summary = two_groups(poem::instrument, 3.0, 5.0);
    const std::string text = report::change_summary_text(summary, {.width = 200});
    CHECK_THAT(text, ContainsSubstring("published between-group MIDs\n    gaunt_2016_between"));
    CHECK_THAT(text, ContainsSubstring("2.89 points: superior by more than that; young children"));
    CHECK_THAT(text, ContainsSubstring("with placebo as with treatment"));
    CHECK_THAT(text, ContainsSubstring("only where chance made the groups"));
    CHECK_THAT(text, ContainsSubstring("a difference between patients; in whole points"));
    const Json json = read_json(report::change_summary_json(summary));
    const auto& verdict = json["difference"]["between_group_verdicts"][0];
    CHECK(verdict["verdict"] == "relevantly_superior");
    CHECK(verdict["id"] == "gaunt_2016_between");
    CHECK(verdict["source"] == "gaunt_2016");
    CHECK(json["direction"] == "higher_is_worse");
}

TEST_CASE("Change summary: without a between-group MID a within-person one is not used") {
    const auto summary = two_groups(easi::instrument, 8.0, 12.0);
    const std::string text = report::change_summary_text(summary, {.width = 200});
    CHECK_THAT(text, ContainsSubstring("No published between-group MID is known here for easi"));
    const std::string after = text.substr(text.find("Difference, drug minus placebo"));
    CHECK_THAT(after, !ContainsSubstring("6.6 points"));
    const Json json = read_json(report::change_summary_json(summary));
    CHECK(json["difference"]["between_group_verdicts"].empty());
    CHECK(json["notes"].dump().find("No published between-group MID") != std::string::npos);
}

TEST_CASE("Change summary: fewer non-responders favour the group") {
    auto summary = two_groups(easi::instrument, 1.0, 2.0);
    summary.difference->responders.push_back({.threshold = &threshold_of("non_response_kada_2019"),
                                              .difference = estimate(-0.2, -0.3, -0.1, 0.01)});
    summary.difference->responders.push_back(
        {.threshold = &threshold_of("easi_75"), .difference = estimate(0.2, 0.1, 0.3, 0.01)});
    const std::string text = report::change_summary_text(summary, {.width = 200});
    CHECK_THAT(text, ContainsSubstring("-20.0 points (-30.0 to -10.0); p = 0.010, paired t; "
                                       "negative favours drug"));
    const Json json = read_json(report::change_summary_json(summary));
    CHECK(json["difference"]["responders"][0]["positive_favours"] == "placebo");
    CHECK(json["difference"]["responders"][1]["positive_favours"] == "drug");
}

TEST_CASE("Change summary: an interval of another level than asked says which") {
    stats::Estimate of = estimate(4.0, 4.0, 4.0, 0.5);
    of.ci.attained = 0.5;
    of.ci.state = State::level_not_attained;
    CHECK(report::detail::estimate_text(of, 2) ==
          "4.00 (4.00 to 4.00, the widest there is covers 50 %, not 95 %)");
    CHECK(read_json(report::json_document([&](report::JsonOut& json) {
              report::detail::json_estimate(json, of);
          }))["attained_level"] == 0.5);
    of.ci.attained = 0.0;
    CHECK(report::detail::estimate_text(of, 2) == "4.00, no interval: too few subjects");
    report::GroupChange group;
    group.signed_rank = estimate(0, 0, 0, 0.25);
    group.smallest_p = 0.25;
    CHECK_THAT(report::detail::signed_rank_text(group),
               ContainsSubstring("with so few changes it cannot be below 0.250"));
    group.smallest_p = 0.03125;
    CHECK_THAT(report::detail::signed_rank_text(group), !ContainsSubstring("so few"));
}

TEST_CASE("Change summary: a group's name stays on its line and sends nothing to the terminal") {
    report::ChangeSummary summary = one_group();
    summary.groups[0].name = "a\nb\x1b[31m";
    const std::string text = report::change_summary_text(summary);
    CHECK_THAT(text, ContainsSubstring("a b\xef\xbf\xbd[31m: 14 subjects"));
    CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("Change summary: an instrument without definitions says so") {
    report::ChangeSummary summary = one_group();
    summary.groups[0].responders.clear();
    summary.groups[0].verdicts.clear();
    const std::string text = report::change_summary_text(summary, {.width = 200});
    CHECK_THAT(text, ContainsSubstring("No responder definition and no MID in points"));
    CHECK_THAT(text, !ContainsSubstring("Responders are counted"));
}
