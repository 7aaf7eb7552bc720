// SPDX-License-Identifier: BSL-1.0
// PSQI: the worked example, every edge of its components, midnight, 5j, 7.0 hours, odd times.
#include "eczscore/instruments/psqi.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include "eczscore/score/explain.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

using namespace eczscore;

namespace {
const facts::Covers covers{"psqi", "psqi_form_1989"};

/// A night without any problem: 23:00 to 07:00, 8 hours slept, everything else 0.
constexpr psqi::Answers fine{.bed_time = 23 * 60,
                             .latency_minutes = 0,
                             .rise_time = 7 * 60,
                             .hours_slept = 8,
                             .disturbances = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                             .q5j_text_given = {},
                             .quality = 0,
                             .medication = 0,
                             .staying_awake = 0,
                             .enthusiasm = 0};

Exact line(const psqi::Answers& answers, Text label) {
    const Explanation e = explain(answers);
    for (std::size_t i = 0; i < e.computed.line_count; ++i) {
        if (e.computed.lines[i].label == label) return e.computed.lines[i].value;
    }
    FAIL("no line " << label.c_str());
    return 0;
}
psqi::Answers slept(Answer hours) {
    psqi::Answers it = fine;
    it.hours_slept = hours;
    return it;
}
psqi::Answers in_bed(int bed, int rise, Answer hours) {
    psqi::Answers it = slept(hours);
    it.bed_time = bed;
    it.rise_time = rise;
    return it;
}

/// The whole index in plain integers: minutes and hundredths of an hour. -1 missing, -2 invalid.
int plain_psqi(const std::array<int, 19>& a, bool form_1989) {
    if (a[0] >= 0 && a[0] == a[2]) return -2;  // invalid wins over missing
    for (std::size_t i = 0; i < 19; ++i) {
        if (a[i] < 0 && i != 13 && i != 14) return -1;
    }
    const int centi = a[3];
    int duration = 3;
    if (centi >= 500) duration = 2;
    if (centi >= 600) duration = 1;
    if (form_1989 ? centi > 700 : centi >= 700) duration = 0;
    const int bed = (a[2] - a[0] + 1440) % 1440;
    // 100 x centi/100 x 60 / bed >= limit
    int efficiency = 3;
    if (centi * 60 >= 65 * bed) efficiency = 2;
    if (centi * 60 >= 75 * bed) efficiency = 1;
    if (centi * 60 >= 85 * bed) efficiency = 0;
    int latency = a[1] > 60 ? 3 : a[1] > 30 ? 2 : a[1] > 15 ? 1 : 0;
    latency += a[4];
    latency = latency == 0 ? 0 : latency <= 2 ? 1 : latency <= 4 ? 2 : 3;
    int sum = 0;
    for (std::size_t i = 5; i <= 12; ++i) sum += a[i];
    const auto by_nine = [](int s) { return s == 0 ? 0 : s <= 9 ? 1 : s <= 18 ? 2 : 3; };
    const int other = a[13] < 0 || a[14] == 0 ? 0 : a[13];
    if (a[14] < 0 && other > 0 && by_nine(sum) != by_nine(sum + other)) return -1;
    const int disturbance = by_nine(sum + other);
    const int day = a[17] + a[18];
    const int daytime = day == 0 ? 0 : day <= 2 ? 1 : day <= 4 ? 2 : 3;
    return duration + efficiency + latency + disturbance + daytime + a[15] + a[16];
}
}  // namespace

TEST_CASE("PSQI: the facts") {
    using namespace facts;
    const std::vector<Edition> bands = {
        {"buysse_1989", true, high, seen, {{"good", 5, in}, {"poor", 21, in}}}};
    check(psqi::instrument, bands, {});
    check(psqi_form_1989::instrument, bands, {});
    CHECK(psqi_form_1989::instrument.prefix() == Text("psqi"));
}

TEST_CASE("PSQI: the worked example is 13 with its components") {
    CHECK(score(psqi::example).value() == Exact(13));
    CHECK(score(psqi::example).status == Status::ok);
    CHECK(line(psqi::example, "duration") == Exact(2));
    CHECK(line(psqi::example, "disturbance") == Exact(2));
    CHECK(line(psqi::example, "sum of 5b to 5j") == Exact(12));
    CHECK(line(psqi::example, "latency") == Exact(2));
    CHECK(line(psqi::example, "daytime dysfunction") == Exact(2));
    CHECK(line(psqi::example, "sleep efficiency, percent") == Exact::ratio(220, 3));
    CHECK(line(psqi::example, "habitual efficiency") == Exact(2));
    CHECK(line(psqi::example, "quality") == Exact(2));
    CHECK(line(psqi::example, "medication") == Exact(1));
    CHECK(explain(psqi::example).band->id == Text("poor"));
}

TEST_CASE("PSQI: 23:00 to 07:00 with 6.76 h is 84.5 %, component 1, not the worst class") {
    const psqi::Answers it = slept(6.76);
    CHECK(line(it, "sleep efficiency, percent") == 84.5_x);
    CHECK(line(it, "habitual efficiency") == Exact(1));
}

TEST_CASE("PSQI: efficiency classes meet without gaps at 85, 75 and 65 %") {
    CHECK(line(slept(6.8), "habitual efficiency") == Exact(0));
    CHECK(line(slept(6.799999), "habitual efficiency") == Exact(1));
    CHECK(line(slept(6), "habitual efficiency") == Exact(1));
    CHECK(line(slept(5.999999), "habitual efficiency") == Exact(2));
    CHECK(line(slept(5.2), "habitual efficiency") == Exact(2));
    CHECK(line(slept(5.199999), "habitual efficiency") == Exact(3));
}

TEST_CASE("PSQI: bed 00:30, up 08:00 is 7.5 h; and midnight wraps") {
    CHECK(line(in_bed(30, 8 * 60, 7), "hours in bed") == 7.5_x);
    CHECK(line(in_bed(23 * 60 + 30, 7 * 60, 7), "hours in bed") == 7.5_x);
    CHECK(line(in_bed(0, 7 * 60 + 30, 7), "hours in bed") == 7.5_x);
}

TEST_CASE("PSQI: exactly 7.0 hours is 0 by the official database and 1 by the form of 1989") {
    CHECK(line(slept(7), "duration") == Exact(0));
    CHECK(line(slept(6.999999), "duration") == Exact(1));
    CHECK(line(slept(6), "duration") == Exact(1));
    CHECK(line(slept(5.999999), "duration") == Exact(2));
    CHECK(line(slept(5), "duration") == Exact(2));
    CHECK(line(slept(4.999999), "duration") == Exact(3));
    const auto seven = slept(7).in_order();
    CHECK(score(psqi::instrument, seven).value() == Exact(0));
    CHECK(score(psqi_form_1989::instrument, seven).value() == Exact(1));
    CHECK(score(psqi_form_1989::instrument, slept(7.000001).in_order()).value() == Exact(0));
}

TEST_CASE("PSQI: latency classes end at 15, 30 and 60 minutes; a range goes in as its midpoint") {
    const auto latency = [](Answer minutes, int q5a) {
        psqi::Answers it = fine;
        it.latency_minutes = minutes;
        it.disturbances[0] = q5a;
        return line(it, "latency");
    };
    CHECK(latency(15, 0) == Exact(0));
    CHECK(latency(15.5, 0) == Exact(1));
    CHECK(latency(30, 0) == Exact(1));
    CHECK(latency(45, 0) == Exact(1));  // 2 points are component 1
    CHECK(latency(60, 1) == Exact(2));
    CHECK(latency(60.5, 1) == Exact(2));
    CHECK(latency(61, 2) == Exact(3));
}

TEST_CASE("PSQI: 5a belongs to latency, never to disturbance") {
    psqi::Answers it = fine;
    it.disturbances[0] = 3;
    CHECK(line(it, "disturbance") == Exact(0));
    CHECK(line(it, "latency") == Exact(2));
}

TEST_CASE("PSQI: 5j counts 0 without its rating or its text") {
    psqi::Answers it = fine;
    it.disturbances = {0, 3, 3, 3, 0, 0, 0, 0, 0, 3};  // 9, and 12 with 5j
    it.q5j_text_given = 1;
    CHECK(line(it, "disturbance") == Exact(2));
    it.q5j_text_given = 0;
    CHECK(line(it, "disturbance") == Exact(1));
    CHECK(score(it).odd == item_bit(13));
    it.disturbances[9] = Answer();
    it.q5j_text_given = Answer();
    CHECK(line(it, "disturbance") == Exact(1));
    CHECK(score(it).status == Status::ok);
}

TEST_CASE("PSQI: whether 5j had a text is needed only where it changes the component") {
    psqi::Answers it = fine;
    it.disturbances = {0, 3, 3, 3, 0, 0, 0, 0, 0, 3};
    CHECK(score(it).status == Status::missing);
    CHECK(score(it).missing == item_bit(14));
    it.disturbances[9] = 1;
    it.disturbances[1] = 1;
    CHECK(score(it).status == Status::ok);
}

TEST_CASE("PSQI: any other item missing leaves the global score missing, and says which") {
    const auto whole = psqi::example.in_order();
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i == 13 || i == 14) continue;
        auto answers = whole;
        answers[i] = Answer();
        const Score s = score(psqi::instrument, answers);
        CHECK(s.status == Status::missing);
        CHECK(s.missing == item_bit(i));
    }
    CHECK(score(psqi::instrument, {}).status == Status::missing);
}

TEST_CASE("PSQI: more sleep than time in bed scores efficiency 0 and says so") {
    const psqi::Answers it = in_bed(23 * 60, 7 * 60, 8.5);
    CHECK(line(it, "habitual efficiency") == Exact(0));
    CHECK(score(it).status == Status::ok);
    CHECK(score(it).has_warning());
    CHECK(score(it).odd == (item_bit(0) | item_bit(2) | item_bit(3)));
    CHECK_FALSE(score(fine).has_warning());
}

TEST_CASE("PSQI: two remarks are both said") {
    psqi::Answers it = in_bed(23 * 60, 7 * 60, 8.5);
    const Text times = score(it).why;
    it.disturbances[9] = 2;
    it.q5j_text_given = 0;
    CHECK(score(it).odd == (item_bit(0) | item_bit(2) | item_bit(3) | item_bit(13)));
    CHECK_FALSE(score(it).why == times);
    it.hours_slept = 8;
    CHECK(score(it).why == Text("5j counts 0 without its text"));
}

TEST_CASE("PSQI: over 16 hours in bed is remarked on, 0 hours are refused") {
    CHECK(score(in_bed(11 * 60, 7 * 60, 8)).has_warning());
    CHECK_FALSE(score(in_bed(15 * 60, 7 * 60, 8)).has_warning());
    const Score none = score(in_bed(7 * 60, 7 * 60, 8));
    CHECK(none.status == Status::invalid);
    CHECK(none.wrong == (item_bit(0) | item_bit(2)));
}

TEST_CASE("PSQI: without the hours slept the working has no efficiency") {
    const auto has_line = [](const psqi::Answers& it, std::string_view label) {
        const Explanation e = explain(it);
        for (std::size_t i = 0; i < e.computed.line_count; ++i) {
            if (std::string_view(e.computed.lines[i].label) == label) return true;
        }
        return false;
    };
    psqi::Answers it = fine;
    CHECK(has_line(it, "sleep efficiency, percent"));
    it.hours_slept = {};
    CHECK_FALSE(has_line(it, "sleep efficiency, percent"));
    CHECK_FALSE(has_line(it, "habitual efficiency"));
}

TEST_CASE("PSQI: under 18 it does not apply; refused codes") {
    psqi::Answers it = fine;
    it.age = Age::years(17);
    CHECK(score(it).status == Status::not_applicable);
    it.age = Age::years(18);
    CHECK(score(it).value() == Exact(0));
    it.quality = 4;
    CHECK(score(it).status == Status::invalid);
    CHECK(score(in_bed(1440, 7 * 60, 8)).status == Status::invalid);
}

TEST_CASE("PSQI: a hundred thousand nights against plain integers, both 7-hour rules") {
    against::Random random(2005);
    long wrong = 0;
    for (int n = 0; n < 100'000; ++n) {
        std::array<int, 19> plain{};
        plain[0] = static_cast<int>(random(24)) * 60 + static_cast<int>(random(2)) * 30;
        plain[1] = static_cast<int>(random(100));
        plain[2] = static_cast<int>(random(24)) * 60 + static_cast<int>(random(2)) * 30;
        plain[3] = 300 + static_cast<int>(random(24)) * 25;
        for (std::size_t i = 4; i < 19; ++i) plain[i] = static_cast<int>(random(4));
        plain[14] = static_cast<int>(random(3)) - 1;
        if (random(10) == 0) plain[13] = -1;
        if (random(10) == 0) plain[random(19)] = -1;
        std::array<Answer, 19> answers;
        for (std::size_t i = 0; i < 19; ++i) {
            if (plain[i] >= 0) answers[i] = plain[i];
        }
        if (plain[3] >= 0) answers[3] = Exact::ratio(plain[3], 100);
        for (const bool form_1989 : {false, true}) {
            const int expected = plain_psqi(plain, form_1989);
            const Score s =
                score(form_1989 ? psqi_form_1989::instrument : psqi::instrument, answers);
            if (expected == -1) {
                wrong += s.status != Status::missing;
            } else if (expected == -2) {
                wrong += s.status != Status::invalid;
            } else {
                wrong += s.status != Status::ok || s.value() != Exact(expected);
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("PSQI: a night without sleep is the worst of duration and efficiency, and nothing odd") {
    psqi::Answers it = slept(0);
    CHECK(score(it).status == Status::ok);
    CHECK(score(it).value() == Exact(6));
    CHECK(score(it).odd == 0);
    CHECK(line(it, "duration") == Exact(3));
    CHECK(line(it, "sleep efficiency, percent") == Exact(0));
    CHECK(line(it, "habitual efficiency") == Exact(3));
    it = psqi::example;
    it.hours_slept = 0;
    CHECK(score(it).value() == Exact(15));
    psqi_form_1989::Answers printed{};
    CHECK(score(printed).status == Status::missing);
    // Finest answers: a millionth of an hour is still the worst, and 24 hours are more than in bed.
    CHECK(score(slept(0.000001_x)).value() == Exact(6));
    CHECK(score(slept(24)).odd == 0b1101);
}

TEST_CASE("PSQI: 0 hours in bed are refused whatever else is blank, and only for their two times") {
    for (const Answer hours : {Answer(0), Answer(8), Answer()}) {
        const Score s = score(in_bed(600, 600, hours));
        CHECK(s.status == Status::invalid);
        CHECK(s.wrong == 0b101);
        CHECK(s.why == Text("the times of going to bed and getting up are the same"));
        CHECK_FALSE(s.is_scored());
    }
    psqi::Answers no_time = in_bed(600, 600, 0);
    no_time.bed_time = {};
    CHECK(score(no_time).status == Status::missing);
    CHECK(score(no_time).missing == 0b1);
}

TEST_CASE("PSQI: as many hours slept as in bed, and 16 hours in bed, are not remarked on") {
    CHECK(score(in_bed(23 * 60, 7 * 60, 8)).odd == 0);
    CHECK(line(in_bed(23 * 60, 7 * 60, 8), "sleep efficiency, percent") == Exact(100));
    CHECK(score(in_bed(23 * 60, 7 * 60, 8.000001_x)).odd == 0b1101);
    CHECK(score(in_bed(0, 16 * 60, 8)).odd == 0);
    CHECK(score(in_bed(0, 16 * 60 + 1, 8)).odd == 0b1101);
}
