// SPDX-License-Identifier: BSL-1.0
// Scars: three Vancouver scales that are never mixed, and the two scales of POSAS 2.0.
// Covers: instruments/posas2_observer.hpp, instruments/posas2_patient.hpp, instruments/vss.hpp
// Covers: instruments/vss_baryza.hpp, instruments/vss_nedelec.hpp
#include <array>
#include <cstddef>

#include "eczscore/instruments/posas2_observer.hpp"
#include "eczscore/instruments/posas2_patient.hpp"
#include "eczscore/instruments/vss.hpp"
#include "eczscore/instruments/vss_baryza.hpp"
#include "eczscore/instruments/vss_nedelec.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::bad;
using straight_line::blank;
using straight_line::Is;
using straight_line::Result;

namespace {
const facts::Covers covers{"vss", "vss_baryza", "vss_nedelec", "posas2_observer", "posas2_patient"};

/// Items from `lowest` to their highest, then recorded items that add nothing and may be blank.
template <std::size_t N>
Result plain_sum(const std::array<int, N>& answers, const std::array<int, N>& highest, int lowest,
                 std::size_t adding) {
    int sum = 0;
    bool invalid = false;
    bool missing = false;
    for (std::size_t i = 0; i < N; ++i) {
        if (answers[i] == blank) {
            missing |= i < adding;
        } else if (answers[i] < lowest || answers[i] > highest[i]) {
            invalid = true;
        } else if (i < adding) {
            sum += answers[i];
        }
    }
    if (invalid) return {Is::invalid, 0, 1};
    if (missing) return {Is::missing, 0, 1};
    return {Is::ok, sum, 1};
}
template <std::size_t N>
bool agrees(const Instrument& instrument, const std::array<int, N>& answers,
            const std::array<int, N>& highest, int lowest, std::size_t adding) {
    std::array<Answer, N> all;
    for (std::size_t i = 0; i < N; ++i) all[i] = against::answer(answers[i]);
    return against::agrees(score(instrument, all), plain_sum(answers, highest, lowest, adding));
}
/// All states of all items: refused, blank, 0, every grade, one too many.
template <std::size_t N>
long exhaustive(const Instrument& instrument, const std::array<int, N>& highest,
                std::size_t adding) {
    long wrong = 0;
    std::array<int, N> answers;
    answers.fill(bad);
    for (;;) {
        wrong += !agrees(instrument, answers, highest, 0, adding);
        std::size_t i = 0;
        while (i < N && answers[i] > highest[i]) answers[i++] = bad;
        if (i == N) return wrong;
        ++answers[i];
    }
}
/// Random forms of POSAS with some blanks and refusals.
long random_forms(const Instrument& instrument) {
    const std::array<int, 7> highest = {10, 10, 10, 10, 10, 10, 10};
    against::Random random(60);
    long wrong = 0;
    for (int n = 0; n < 50'000; ++n) {
        std::array<int, 7> answers;
        for (int& each : answers) each = 1 + static_cast<int>(random(10));
        if (random(3) == 0) answers[random(7)] = blank;
        if (random(5) == 0) answers[random(7)] = random(2) == 0 ? 0 : 11;
        wrong += !agrees(instrument, answers, highest, 1, 6);
    }
    return wrong;
}
}  // namespace

TEST_CASE("VSS: 2, 2, 3, 1 is 8 of 13; the same scar is 9 of 14 in Baryza's coding") {
    CHECK(score(vss::example).value() == Exact(8));
    CHECK(vss::instrument.max == Exact(13));
    CHECK(score(vss_baryza::example).value() == Exact(9));
    CHECK(vss_baryza::instrument.max == Exact(14));
    CHECK(vss_nedelec::instrument.max == Exact(14));
}

TEST_CASE("VSS: flat normal skin is 0 on all three, and a blank is no 0") {
    CHECK(score(vss::Answers{{}, 0, 0, 0, 0}).value() == Exact(0));
    CHECK(score(vss_baryza::Answers{{}, 0, 0, 0, 0, {}}).value() == Exact(0));
    CHECK(score(vss_nedelec::Answers{{}, 0, 0, 0, 0, {}, {}}).value() == Exact(0));
}

TEST_CASE("VSS: all states of all items") {
    CHECK(exhaustive<4>(vss::instrument, {2, 3, 5, 3}, 4) == 0);
    CHECK(exhaustive<5>(vss_baryza::instrument, {3, 3, 5, 3, 2}, 4) == 0);
    CHECK(exhaustive<6>(vss_nedelec::instrument, {3, 3, 4, 4, 10, 10}, 4) == 0);
}

TEST_CASE("VSS: pain and itch never reach the total") {
    vss_baryza::Answers baryza = vss_baryza::example;
    baryza.pain_itch = 2;
    CHECK(score(baryza).value() == Exact(9));
    const vss_nedelec::Answers nedelec{
        .pigmentation = 3, .vascularity = 3, .pliability = 4, .height = 4, .pain = 10, .itch = 10};
    CHECK(score(nedelec).value() == Exact(14));
}

TEST_CASE("VSS: pliability goes to 5, and 2 mm and 5 mm are grade 2 (errors seen on the web)") {
    CHECK(score(vss::Answers{.pigmentation = 0, .vascularity = 0, .pliability = 5, .height = 0})
              .value() == Exact(5));
    CHECK(score(vss_nedelec::Answers{
                    .pigmentation = 0, .vascularity = 0, .pliability = 5, .height = 0})
              .status == Status::invalid);
    CHECK(vss::height_grade(0) == Answer(0));
    CHECK(vss::height_grade(0.000001) == Answer(1));
    CHECK(vss::height_grade(Answer(1e-9)) == Answer(0));                         // within 1e-9 of 0
    CHECK(vss::height_grade(4e-7) == Answer::from_millionths(1'000'000, true));  // above 0
    CHECK(vss::height_grade(1.999999) == Answer(1));
    CHECK(vss::height_grade(2) == Answer(2));
    CHECK(vss::height_grade(5) == Answer(2));
    CHECK(vss::height_grade(5.000001) == Answer(3));
    CHECK(vss::height_grade({}).is_missing());
    CHECK_FALSE(vss::height_grade(-1).is_value());
    CHECK_FALSE(vss::height_grade(Answer::unreadable()).is_value());
}

TEST_CASE("VSS: half grades and other answers are refused") {
    for (const Answer& refused :
         {Answer(0.5), Answer::not_relevant(), Answer::unreadable(), Answer::conflict()}) {
        vss::Answers scar = vss::example;
        scar.height = refused;
        CHECK(score(scar).status == Status::invalid);
    }
}

TEST_CASE("VSS: no bands and no amounts of change, for none were validated (invented ones seen)") {
    for (const Instrument* scale :
         {&vss::instrument, &vss_baryza::instrument, &vss_nedelec::instrument}) {
        facts::check(*scale, {}, {});
    }
    facts::check(posas2_observer::instrument, {}, {});
}

TEST_CASE("POSAS 2.0: observer 4,3,5,4,6,2 is 24; patient 2,5,6,5,5,4 is 27; all 1 is 6") {
    CHECK(score(posas2_observer::example).value() == Exact(24));
    CHECK(score(posas2_patient::example).value() == Exact(27));
    const std::array<Answer, 7> normal = {1, 1, 1, 1, 1, 1, 1};
    CHECK(score(posas2_observer::instrument, normal).value() == Exact(6));
    CHECK(score(posas2_patient::instrument, normal).value() == Exact(6));
    CHECK(posas2_observer::instrument.min == Exact(6));
    CHECK(posas2_patient::instrument.max == Exact(60));
}

TEST_CASE("POSAS 2.0: one blank leaves it unscored; it never counts as 1 (error seen)") {
    posas2_patient::Answers patient = posas2_patient::example;
    patient.itch = {};
    CHECK(score(patient).status == Status::missing);
    CHECK(score(patient).missing == item_bit(1));
    CHECK(score(posas2_observer::Answers{}).status == Status::missing);
}

TEST_CASE("POSAS 2.0: the overall opinion is checked and never added") {
    posas2_observer::Answers observer = posas2_observer::example;
    observer.overall_opinion = 10;
    CHECK(score(observer).value() == Exact(24));
    observer.overall_opinion = 0;
    CHECK(score(observer).status == Status::invalid);
}

TEST_CASE("POSAS 2.0: fifty thousand forms of each scale") {
    CHECK(random_forms(posas2_observer::instrument) == 0);
    CHECK(random_forms(posas2_patient::instrument) == 0);
}

TEST_CASE("POSAS 2.0: the patient's important change is 4.5 on the total, marked as derived") {
    const auto amount = [](const char* id, Exact value, bool is_default) {
        return facts::Amount{id, Basis::mcid,   value,       facts::points,
                             0,  facts::medium, facts::seen, is_default};
    };
    facts::check(posas2_patient::instrument, {},
                 {amount("derived_mic_6_12_months_high", 4.5_x, true),
                  amount("derived_mic_6_12_months_low", 2.28_x, false),
                  amount("derived_mic_3_6_months_high", 3.54_x, false),
                  amount("derived_mic_3_6_months_low", 1.74_x, false)});
    const Threshold& derived = posas2_patient::instrument.thresholds[0];
    const auto answer = [&](int baseline, int now) {
        return verdict(derived, change(posas2_patient::instrument, baseline, now));
    };
    CHECK(answer(27, 22) == Verdict::improved);
    CHECK(answer(27, 23) == Verdict::unchanged);  // less than the amount is not meaningful
    CHECK(answer(22, 27) == Verdict::worsened);
}
