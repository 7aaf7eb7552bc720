// SPDX-License-Identifier: BSL-1.0
// Durability of a response over visits against definitions evaluated in R.
#include "eczscore/stats/durability.hpp"

#include "stats/reference.hpp"

using namespace eczscore::stats;
using reference::Json;

TEST_CASE("durability of EASI-75 agrees with the definitions in R") {
    const Json& each = reference::one("20_descriptive_durability", "durability_easi75");
    const std::vector<double> weeks = reference::numbers(each.at("input").at("weeks"));
    for (const auto& [patient, json] : each.at("input").at("easi").items()) {
        INFO("patient " << patient);
        const DurabilityResult found = durability(weeks, reference::numbers(json));
        const Json& expected = each.at("output").at(patient);
        const auto time = [&](const char* key, double ours) {
            INFO(key << " ours " << ours);
            if (!expected.contains(key) || expected.at(key).is_null()) {
                CHECK(std::isnan(ours));
            } else {
                CHECK(ours == reference::number(expected.at(key)));
            }
        };
        CHECK(found.landmark_response == expected.at("responder_16_nri").get<bool>());
        time("time_first_response", found.first_response.by);
        time("time_first_loss", found.first_loss.by);
        time("time_confirmed_loss", found.confirmed_loss.by);
        time("loss_50_percent_of_gain", found.half_of_gain_lost.by);
        time("duration_first_episode", found.duration);
        if (expected.contains("weeks_in_response_carry_forward_within_interval")) {
            time("weeks_in_response_carry_forward_within_interval", found.time_in_response);
            CHECK(found.is_censored == expected.at("duration_censored").get<bool>());
        }
        if (expected.contains("maintained_52_of_16")) {
            CHECK((found.maintained == Maintained::yes) ==
                  expected.at("maintained_52_of_16").get<bool>());
        } else {
            CHECK(found.maintained == Maintained::was_no_responder);
        }
        CHECK(found.n + found.missing == weeks.size());
    }
}

TEST_CASE("an event lies between the visits around it") {
    const double weeks[] = {0, 4, 8, 12, 16};
    const double easi[] = {20, not_a_number, 5, not_a_number, 12};
    const DurabilityResult found = durability(weeks, easi);
    CHECK(found.first_response.after == 0);
    CHECK(found.first_response.by == 8);
    CHECK(found.first_loss.after == 8);
    CHECK(found.first_loss.by == 16);
    CHECK_FALSE(found.confirmed_loss.happened());
    CHECK(found.missing == 2);
}

TEST_CASE("a response kept, lost, or not seen at the end") {
    const double weeks[] = {0, 16, 30, 52};
    const auto kept = [&](double at_30, double at_end) {
        const double easi[] = {20, 4, at_30, at_end};
        return durability(weeks, easi).maintained;
    };
    CHECK(kept(4, 5) == Maintained::yes);
    CHECK(kept(12, 5) == Maintained::yes);  // the end is asked, not what lies between
    CHECK(kept(4, 15) == Maintained::no);
    CHECK(kept(4, not_a_number) == Maintained::no);
    const double late[] = {20, 12, 4, 4};
    CHECK(durability(weeks, late).maintained == Maintained::was_no_responder);
    // a fall of exactly half of what was gained is not worse than midway: 20, 4, then 12
    const double midway[] = {20, 4, 12, 12.1};
    CHECK(durability(weeks, midway).half_of_gain_lost.by == 52);
    CHECK(durability(weeks, midway).confirmed_loss.by == 30);
    CHECK(durability(weeks, midway).time_in_response == 14);
}

TEST_CASE("75 percent exactly is a response") {
    const double weeks[] = {0, 16};
    const double easi[] = {21.2, 5.3};  // 74.99999999999999 % in doubles
    CHECK(durability(weeks, easi).landmark_response);
    const double just_short[] = {21.2, 5.4};
    CHECK_FALSE(durability(weeks, just_short).landmark_response);
    CHECK(durability(weeks, just_short).state == State::not_reached);
}

TEST_CASE("durability needs a baseline, rising times and scores on the lattice") {
    const double weeks[] = {0, 4, 8};
    const double zero[] = {0, 0, 3};
    CHECK(durability(weeks, zero).state == State::undefined_ratio);
    const double missing[] = {not_a_number, 4, 3};
    CHECK(durability(weeks, missing).state == State::not_available);
    const double off[] = {20, 4.05, 3};
    CHECK(durability(weeks, off).state == State::invalid_argument);
    CHECK(durability(weeks, off, {.per_unit = 20}).state == State::ok);
    const double falling[] = {0, 8, 4};
    const double scores[] = {20, 4, 3};
    CHECK(durability(falling, scores).state == State::invalid_argument);
    const double twice[] = {0, 4, 4};
    CHECK(durability(twice, scores).state == State::invalid_argument);
    CHECK(durability(weeks, std::span(scores).first(2)).state == State::invalid_argument);
    CHECK(durability({}, {}).state == State::too_few);
    for (const int percent : {-75, 0, 101}) {
        CHECK(durability(weeks, scores, {.percent = percent}).state == State::invalid_argument);
    }
    CHECK(durability(weeks, scores, {.percent = 100}).state == State::not_reached);
}
