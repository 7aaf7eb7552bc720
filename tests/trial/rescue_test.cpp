// SPDX-License-Identifier: BSL-1.0
// Rescue: which events count, the four policies on responses and values, windows, the baseline.
// Covers: trial/rescue_policy.hpp
#include "eczscore/trial/rescue.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/trial/rescue_policy.hpp"

using namespace eczscore;
using namespace eczscore::trial;

namespace {

constexpr Response no = Response::no;
constexpr Response yes = Response::yes;
constexpr Response none = Response::not_evaluable;
constexpr RescuePolicy policies[] = {RescuePolicy::composite, RescuePolicy::hypothetical,
                                     RescuePolicy::treatment_policy,
                                     RescuePolicy::while_on_treatment};

RescueEvent rescue(int day, RescueKind kind = RescueKind::systemic, Potency potency = {}) {
    return {day, kind, potency};
}

RescueRule with(RescuePolicy policy) {
    RescueRule rule;
    rule.policy = policy;
    return rule;
}

Response judge(const RescueRule& rule, const std::vector<RescueEvent>& events,
               const std::vector<DatedResponse>& responses, int day, bool baseline = true) {
    return response_with_rescue(rule, events, responses, day, baseline).response;
}

}  // namespace

TEST_CASE("Rescue: the protocol says which events count") {
    const Qualifying weak_allowed = Qualifying{}
                                        .allowing(uk_potency::mild)
                                        .allowing(uk_potency::moderate)
                                        .allowing(us_potency(7));
    for (int number = 1; number <= 4; ++number) {
        const RescueEvent event = rescue(5, RescueKind::topical, {PotencyScheme::uk_4, number});
        CHECK(Qualifying{}.contains(event));
        CHECK(weak_allowed.contains(event) == (number > 2));
    }
    for (int number = 1; number <= 7; ++number) {
        const RescueEvent event = rescue(5, RescueKind::topical, us_potency(number));
        CHECK(Qualifying{}.contains(event));
        CHECK(weak_allowed.contains(event) == (number < 7));
    }
    CHECK(weak_allowed.contains(rescue(5, RescueKind::topical)));
    CHECK(weak_allowed.contains(rescue(5, RescueKind::topical, us_potency(9))));
    CHECK_FALSE(weak_allowed.allowing({}).contains(rescue(5, RescueKind::topical)));
    CHECK(weak_allowed.contains(rescue(5, RescueKind::systemic)));
    Qualifying topical_only;
    topical_only.systemic = topical_only.phototherapy = topical_only.other = false;
    CHECK_FALSE(topical_only.contains(rescue(5, RescueKind::systemic)));
    CHECK_FALSE(topical_only.contains(rescue(5, RescueKind::phototherapy)));
    CHECK_FALSE(topical_only.contains(rescue(5, RescueKind::other)));
}

TEST_CASE("Rescue: under composite a responder is a non-responder from the first rescue on") {
    const std::vector<DatedResponse> responses = {{28, yes}, {56, yes}, {112, yes}};
    const std::vector<RescueEvent> events = {rescue(80), rescue(56)};
    CHECK(judge(responder_rescue, events, responses, 28) == yes);
    CHECK(judge(responder_rescue, events, responses, 56) == no);  // the day itself
    CHECK(judge(responder_rescue, events, responses, 112) == no);
    CHECK(judge(responder_rescue, {rescue(57)}, responses, 56) == yes);
    CHECK(judge(responder_rescue, {}, responses, 84) == no);  // nothing recorded
    RescueRule rule = responder_rescue;
    rule.missing_is_no = false;
    CHECK(judge(rule, {}, responses, 84) == none);
    CHECK(judge(rule, events, responses, 84) == no);
}

TEST_CASE("Rescue: the four policies on a response after rescue") {
    const std::vector<DatedResponse> responses = {{28, no}, {56, yes}, {84, none}, {112, yes}};
    const std::vector<RescueEvent> events = {rescue(100)};
    const auto at = [&](RescuePolicy policy, int day) {
        return response_with_rescue(with(policy), events, responses, day, true);
    };
    CHECK(at(RescuePolicy::composite, 112).response == no);
    CHECK(at(RescuePolicy::composite, 112).effect == RescueEffect::no_after_rescue);
    CHECK(at(RescuePolicy::composite, 84).effect == RescueEffect::no_when_missing);
    CHECK(at(RescuePolicy::hypothetical, 112).response == none);
    CHECK(at(RescuePolicy::hypothetical, 112).effect == RescueEffect::set_missing);
    CHECK(at(RescuePolicy::hypothetical, 56).response == yes);
    CHECK(at(RescuePolicy::treatment_policy, 112).response == yes);
    CHECK(at(RescuePolicy::treatment_policy, 112).effect == RescueEffect::none);
    CHECK(at(RescuePolicy::while_on_treatment, 112).response == yes);
    CHECK(at(RescuePolicy::while_on_treatment, 112).effect == RescueEffect::from_before);
    CHECK(at(RescuePolicy::while_on_treatment, 112).day_used == 56);
    CHECK(at(RescuePolicy::while_on_treatment, 84).response == none);
}

TEST_CASE("Rescue: the four policies on a value") {
    const std::vector<DiaryEntry> values = {{-1, 30}, {28, 12.5}, {56, {}}, {112, 4}};
    const std::vector<RescueEvent> events = {rescue(70)};
    const auto at = [&](const RescueRule& rule, int day) {
        return value_with_rescue(rule, events, values, day);
    };
    CHECK(at(value_rescue, 112).value.is_missing());
    CHECK(at(value_rescue, 112).effect == RescueEffect::set_missing);
    CHECK(at(value_rescue, 28).value == Answer(12.5));
    CHECK(at(with(RescuePolicy::treatment_policy), 112).value == Answer(4));
    const RescuedValue before = at(with(RescuePolicy::while_on_treatment), 112);
    CHECK(before.value == Answer(12.5));
    CHECK(before.day_used == 28);
    RescueRule composite;
    CHECK(at(composite, 112).value.is_missing());
    CHECK(at(composite, 112).effect == RescueEffect::no_composite_value);
    composite.composite_value = 72;
    CHECK(at(composite, 112).value == Answer(72));
    CHECK(at(composite, 112).effect == RescueEffect::scored_after_rescue);
    CHECK(at(composite, 56).value.is_missing());
    const std::vector<RescueEvent> at_once = {rescue(1)};
    const RescuedValue nothing =
        value_with_rescue(with(RescuePolicy::while_on_treatment), at_once, values, 28);
    CHECK(nothing.effect == RescueEffect::nothing_before);  // the baseline is not under treatment
    CHECK(nothing.value.is_missing());
}

TEST_CASE("Rescue: a window affects the day of rescue and the days after it, as many as named") {
    RescueRule rule = value_rescue;
    rule.reach = RescueReach::window;
    const std::vector<RescueEvent> events = {rescue(10), rescue(20)};
    for (int days = 0; days <= 3; ++days) {
        rule.window_days = days;
        for (int day = 1; day <= 30; ++day) {
            const bool expected =
                (day >= 10 && day <= 10 + days) || (day >= 20 && day <= 20 + days);
            CHECK(is_affected(rule, events, day) == expected);
        }
    }
    CHECK(rescue_window_evidence.is_verified() == false);
    CHECK(RescueRule{}.window_days == 1);
}

TEST_CASE("Rescue: an event before treatment does not count, but may void the baseline") {
    const std::vector<DatedResponse> responses = {{112, yes}};
    for (int day = -10; day <= 2; ++day) {
        if (day == 0) continue;
        const std::vector<RescueEvent> events = {rescue(day)};
        RescueRule rule;
        CHECK(judge(rule, events, responses, 112) == (day < 0 ? yes : no));
        rule.baseline_week_voids = true;
        const Response expected = day < -7 ? yes : day < 0 ? none : no;
        CHECK(judge(rule, events, responses, 112) == expected);
        rule.policy = RescuePolicy::treatment_policy;
        CHECK(judge(rule, events, responses, 112) == yes);
    }
}

TEST_CASE("Rescue: without an evaluable baseline no subject is counted, also under composite") {
    const std::vector<DatedResponse> responses = {{112, yes}};
    for (const RescuePolicy policy : policies) {
        for (const bool rescued : {false, true}) {
            const std::vector<RescueEvent> events(rescued ? 1 : 0, rescue(5));
            const auto result = response_with_rescue(with(policy), events, responses, 112, false);
            CHECK(result.response == none);
            CHECK(result.effect == RescueEffect::baseline_not_evaluable);
        }
    }
}

TEST_CASE("Rescue: records of one day that contradict each other say nothing") {
    std::vector<DatedResponse> twice = {{112, yes}, {112, no}, {112, yes}};
    CHECK(judge(with(RescuePolicy::treatment_policy), {}, twice, 112) == none);
    twice[1].response = yes;
    CHECK(judge(with(RescuePolicy::treatment_policy), {}, twice, 112) == yes);
    const std::vector<DiaryEntry> values = {{28, 4}, {28, 5}, {28, 4}, {14, 6}, {14, {}}};
    const RescueRule before = with(RescuePolicy::while_on_treatment);
    CHECK(value_with_rescue(before, {}, values, 28).value == Answer::conflict());
    const std::vector<RescueEvent> events = {rescue(30)};
    CHECK(value_with_rescue(before, events, values, 30).day_used == 14);
}

TEST_CASE("Rescue: every small course agrees with a straight-line reading") {
    // Three visits (days 1 to 3, yes, no or nothing), rescue on any set of days -1 to 3.
    const int days[] = {-1, 1, 2, 3};
    int wrong = 0;
    for (int code = 0; code < 27 * 16; ++code) {
        Response on[4] = {none, none, none, none};
        std::vector<DatedResponse> responses;
        for (int visit = 1, rest = code % 27; visit <= 3; ++visit, rest /= 3) {
            on[visit] = static_cast<Response>(rest % 3);
            responses.insert(responses.begin(), DatedResponse{visit, on[visit]});
        }
        std::vector<RescueEvent> events;
        int first = 99;
        for (int i = 3; i >= 0; --i) {
            if ((code / 27 >> i & 1) == 0) continue;
            events.push_back(rescue(days[i]));
            if (days[i] >= 1) first = days[i];
        }
        for (int day = 1; day <= 3; ++day) {
            const bool rescued = day >= first;
            Response before = none;
            for (int d = 1; d < first && d <= 3; ++d) {
                if (on[d] != none) before = on[d];
            }
            const Response composite = rescued || on[day] == none ? no : on[day];
            wrong += judge(with(policies[0]), events, responses, day) != composite;
            wrong += judge(with(policies[1]), events, responses, day) != (rescued ? none : on[day]);
            wrong += judge(with(policies[2]), events, responses, day) != on[day];
            wrong +=
                judge(with(policies[3]), events, responses, day) != (rescued ? before : on[day]);
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("Rescue: the order of events and of records is irrelevant") {
    std::vector<DiaryEntry> values = {{5, 1}, {9, 2}, {12, 3}, {20, 4}};
    std::vector<RescueEvent> events = {rescue(10), rescue(15), rescue(-3), rescue(18)};
    const auto by_day = [](const auto& a, const auto& b) { return a.day < b.day; };
    std::sort(events.begin(), events.end(), by_day);
    int wrong = 0;
    do {
        do {
            const auto result =
                value_with_rescue(with(RescuePolicy::while_on_treatment), events, values, 20);
            wrong += result.day_used != 9 || !(result.value == Answer(2));
        } while (std::next_permutation(values.begin(), values.end(), by_day));
    } while (std::next_permutation(events.begin(), events.end(), by_day));
    CHECK(wrong == 0);
}

TEST_CASE("Rescue: policies carry where they come from") {
    CHECK(evidence_of(RescuePolicy::composite).is_verified());
    CHECK(evidence_of(RescuePolicy::composite).source != nullptr);
    CHECK_FALSE(evidence_of(RescuePolicy::while_on_treatment).is_verified());
    CHECK(name(RescuePolicy::while_on_treatment) == "while_on_treatment");
    CHECK(responder_rescue.policy == RescuePolicy::composite);
    CHECK(value_rescue.policy == RescuePolicy::hypothetical);
}
