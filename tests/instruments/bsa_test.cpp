// SPDX-License-Identifier: BSL-1.0
// BSA by every method: the worked examples, whole tables, column by age, refusals, bands.
// Covers: instruments/bsa_easi_regions.hpp, instruments/bsa_handprint.hpp
// Covers: instruments/bsa_lund_browder.hpp, instruments/bsa_rule_of_nines.hpp
#include <array>
#include <cstddef>
#include <cstdint>

#include "eczscore/instruments/bsa.hpp"
#include "eczscore/instruments/bsa_easi_regions.hpp"
#include "eczscore/instruments/bsa_handprint.hpp"
#include "eczscore/instruments/bsa_lund_browder.hpp"
#include "eczscore/instruments/bsa_rule_of_nines.hpp"

#include "instruments/against_straight_line.hpp"
#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::bad;
using straight_line::blank;
using straight_line::Is;
using straight_line::Result;

namespace {
const facts::Covers covers{"bsa", "bsa_handprint", "bsa_rule_of_nines", "bsa_lund_browder",
                           "bsa_easi_regions"};

/// Shares in tenths of a percent by the printed tables; percentages whole. In thousandths.
template <std::size_t N>
Result shares(const std::array<int, N>& tenths, const std::array<int, N>& percent) {
    std::int64_t sum = 0;
    bool invalid = false;
    bool missing = false;
    for (std::size_t i = 0; i < N; ++i) {
        if (percent[i] == blank) {
            missing = true;
        } else if (percent[i] < 0 || percent[i] > 100) {
            invalid = true;
        } else {
            sum += std::int64_t{tenths[i]} * percent[i];
        }
    }
    if (invalid) return {Is::invalid, 0, 1};
    if (missing) return {Is::missing, 0, 1};
    return {Is::ok, sum, 1000};
}
/// Lund-Browder in rows as printed: head, neck, trunk front and back, buttocks, genitalia, upper
/// arms, forearms, hands, thighs, lower legs, feet; pairs right and left.
std::array<int, 19> column(int years) {
    const int c = years < 1    ? 0
                  : years < 5  ? 1
                  : years < 10 ? 2
                  : years < 15 ? 3
                  : years < 18 ? 4
                               : 5;
    const std::array<int, 6> head = {190, 170, 130, 110, 90, 70};
    const std::array<int, 6> thigh = {55, 65, 80, 85, 90, 95};
    const std::array<int, 6> leg = {50, 50, 55, 60, 65, 70};
    const auto at = static_cast<std::size_t>(c);
    const int h = head[at];
    const int t = thigh[at];
    const int l = leg[at];
    return {h, 20, 130, 130, 25, 25, 10, 40, 40, 30, 30, 25, 25, t, t, l, l, 35, 35};
}
constexpr std::array<int, 8> nines = {90, 90, 90, 180, 180, 180, 180, 10};
constexpr std::array<int, 4> regions_child = {200, 200, 300, 300};
constexpr std::array<int, 4> regions = {100, 200, 300, 400};

template <std::size_t N>
std::array<Answer, N> given(const std::array<int, N>& percent) {
    std::array<Answer, N> all;
    for (std::size_t i = 0; i < N; ++i) all[i] = against::answer(percent[i]);
    return all;
}
/// Mismatches over parts alone, parts left out, and random bodies.
template <std::size_t N>
long mismatches(const Instrument& instrument, const std::array<int, N>& tenths, Age age) {
    const std::array<int, 8> states = {0, 1, 37, 50, 99, 100, blank, bad};
    long wrong = 0;
    const auto compare = [&](const std::array<int, N>& percent) {
        wrong += !against::agrees(score(instrument, given(percent), age), shares(tenths, percent));
    };
    for (std::size_t i = 0; i < N; ++i) {
        for (int state : states) {
            for (int rest : {0, 100}) {
                std::array<int, N> percent;
                percent.fill(rest);
                percent[i] = state;
                compare(percent);
            }
        }
        for (int state = -1; state <= 101; ++state) {
            std::array<int, N> percent{};
            percent[i] = state == -1 ? bad : state;
            compare(percent);
        }
    }
    against::Random random(19 + N);
    for (int n = 0; n < 2000; ++n) {
        std::array<int, N> percent;
        for (int& each : percent) each = static_cast<int>(random(101));
        if (random(4) == 0) percent[random(N)] = states[random(8)];
        compare(percent);
    }
    return wrong;
}
const std::vector<facts::Edition> editions = {
    {"chopra_2017",
     true,
     facts::high,
     facts::seen,
     {{"clear", 0, facts::in},
      {"mild", 16, facts::out},
      {"moderate", 40, facts::out},
      {"severe", 100, facts::in}}},
    {"aad_npf_psoriasis",
     false,
     facts::medium,
     facts::seen,
     {{"mild", 3, facts::out}, {"moderate", 10, facts::in}, {"severe", 100, facts::in}}}};
const std::vector<facts::Amount> amounts = {
    {"psoriasis_mrowietz_2011", Basis::cut, 10, facts::points, 0, facts::high, facts::seen, false}};
Score hands(Answer handprints, Answer palms = {}) {
    return score(bsa_handprint::Answers{.handprints = handprints, .palms_without_fingers = palms});
}
}  // namespace

TEST_CASE("BSA: bands of atopic dermatitis by default, the psoriasis limits as alternatives") {
    for (const Instrument* method :
         {&bsa::instrument, &bsa_handprint::instrument, &bsa_rule_of_nines::instrument,
          &bsa_lund_browder::instrument, &bsa_easi_regions::instrument}) {
        facts::check(*method, editions, amounts);
        CHECK(method->min == Exact(0));
        CHECK(method->max == Exact(100));
        CHECK(method->thresholds[0].strictly);
        bool told = false;
        for (const Text& note : method->notes) {
            told |= note == eczscore::detail::bsa::methods_differ;
        }
        CHECK(told);
    }
    const BandScheme& chopra = bsa::instrument.bands[0];
    CHECK(band(chopra, 0.000001_x)->id == Text("mild"));
    CHECK(band(chopra, 15.95_x)->id == Text("mild"));  // in the printed gap 15.9 to 16.0
    CHECK(band(chopra, 39.95_x)->id == Text("moderate"));
}

TEST_CASE("BSA: a percentage as typed in, to six places") {
    const auto typed = [](Answer percent) { return score(bsa::Answers{.percent = percent}); };
    for (int n = 0; n <= 10'000; ++n) {
        CHECK(typed(against::part(n, 100)).value() == Exact::ratio(n, 100));
    }
    CHECK(typed(12.345678).value() == 12.345678_x);
    CHECK(typed({}).status == Status::missing);
    for (const Answer& refused : {Answer(-1), Answer(100.000001), Answer::not_relevant(),
                                  Answer::unreadable(), Answer::conflict()}) {
        CHECK(typed(refused).status == Status::invalid);
    }
}

TEST_CASE("BSA handprint: 7 handprints are 7 %") {
    CHECK(hands(7).value() == Exact(7));
    CHECK(hands(7).status == Status::ok);
    CHECK(hands(0.25).value() == 0.25_x);
    CHECK(hands(6, 3).value() == 7.5_x);
    CHECK(hands(0, 1).value() == 0.5_x);
    CHECK(hands(0.000001, 0.000001).value() == Exact::ratio(3, 2'000'000));
}

TEST_CASE("BSA handprint: more than the whole body is refused, never cut to 100") {
    CHECK(hands(100).value() == Exact(100));
    CHECK(hands(100, 0).value() == Exact(100));
    CHECK(hands(0, 200).value() == Exact(100));
    const Score over = hands(99.5, 1.000002);
    CHECK(over.status == Status::invalid);
    CHECK(over.wrong == (item_bit(0) | item_bit(1)));
    CHECK_FALSE(over.why.empty());
    CHECK(hands(100.5).status == Status::invalid);
    CHECK(hands(0, 201).status == Status::invalid);
}

TEST_CASE("BSA handprint: every count by every count of palms, blank and refused") {
    long wrong = 0;
    for (int h = -2; h <= 101; ++h) {
        for (int p = -2; p <= 201; ++p) {
            Result expected{Is::ok, 2 * h + (p == blank ? 0 : p), 2};
            if (h == blank) expected.is = Is::missing;
            if (h == bad || h > 100 || p == bad || p > 200 ||
                (h >= 0 && expected.numerator > 200)) {
                expected.is = Is::invalid;
            }
            wrong += !against::agrees(hands(against::answer(h), against::answer(p)), expected);
        }
    }
    CHECK(wrong == 0);
    CHECK(hands({}, 2).missing == item_bit(0));
}

TEST_CASE("BSA rule of nines: as the printed shares, total 100, for adults") {
    int total = 0;
    for (int tenths : nines) total += tenths;
    CHECK(total == 1000);
    CHECK(mismatches(bsa_rule_of_nines::instrument, nines, {}) == 0);
    CHECK(mismatches(bsa_rule_of_nines::instrument, nines, Age::years(18)) == 0);
    const std::array<Answer, 8> clear = given(std::array<int, 8>{});
    CHECK(score(bsa_rule_of_nines::instrument, clear, Age::years(17.99)).status ==
          Status::not_applicable);
    CHECK(score(bsa_rule_of_nines::instrument, clear, Age::years(3)).status ==
          Status::not_applicable);
}

TEST_CASE("BSA Lund-Browder (7.4): the same shading is 15.225 % at 3 years, 10.975 % in an adult") {
    const Score child = score(bsa_lund_browder::example(Age::years(3)));
    CHECK(child.value() == 15.225_x);
    CHECK(band(bsa_lund_browder::instrument.bands[0], child)->id == Text("mild"));
    CHECK(score(bsa_lund_browder::example(Age::years(40))).value() == 10.975_x);
}

TEST_CASE("BSA Lund-Browder: every year of age takes its column, and every column totals 100") {
    std::array<int, 19> whole;
    whole.fill(100);
    for (int years = 0; years <= 130; ++years) {
        int total = 0;
        for (int tenths : column(years)) total += tenths;
        CHECK(total == 1000);
        const Score all = score(bsa_lund_browder::instrument, given(whole), Age::years(years));
        CHECK(all.value() == Exact(100));
    }
    for (int years : {0, 1, 4, 5, 9, 10, 14, 15, 17, 18, 70}) {
        CAPTURE(years);
        CHECK(mismatches(bsa_lund_browder::instrument, column(years), Age::years(years)) == 0);
    }
}

TEST_CASE(
    "BSA Lund-Browder: the column changes on the birthday, and without an age there is none") {
    const auto form = [](Age age) { return score(bsa_lund_browder::example(age)).form; };
    CHECK(form(Age::years(0.99)) == 0);
    CHECK(form(Age::years(1)) == 1);
    CHECK(form(Age::years(4.999)) == 1);
    CHECK(form(Age::years(5)) == 2);
    CHECK(form(Age::years(9.999)) == 2);
    CHECK(form(Age::years(10)) == 3);
    CHECK(form(Age::years(15)) == 4);
    CHECK(form(Age::years(16)) == 4);
    CHECK(form(Age::months(18 * 12 - 1)) == 4);
    CHECK(form(Age::years(18)) == 5);
    CHECK(score(bsa_lund_browder::example({})).status == Status::missing);
    CHECK(score(bsa_lund_browder::example(Age::years(131))).status == Status::invalid);
}

TEST_CASE("BSA Lund-Browder: head and neck, and legs with buttocks, as the table's own check") {
    const std::array<int, 6> head_neck = {21, 19, 15, 13, 11, 9};
    const std::array<int, 6> legs = {33, 35, 39, 41, 43, 45};
    const std::array<int, 6> ages = {0, 1, 5, 10, 15, 18};
    for (std::size_t c = 0; c < 6; ++c) {
        std::array<int, 19> upper{};
        upper[0] = upper[1] = 100;
        std::array<int, 19> lower{};
        for (std::size_t i : {4U, 5U, 13U, 14U, 15U, 16U, 17U, 18U}) lower[i] = 100;
        const Age age = Age::years(ages[c]);
        CHECK(score(bsa_lund_browder::instrument, given(upper), age).value() ==
              Exact(head_neck[c]));
        CHECK(score(bsa_lund_browder::instrument, given(lower), age).value() == Exact(legs[c]));
    }
}

TEST_CASE("BSA by EASI regions: the shares change on the 8th birthday") {
    CHECK(mismatches(bsa_easi_regions::instrument, regions_child, Age::years(7)) == 0);
    CHECK(mismatches(bsa_easi_regions::instrument, regions_child, Age::years(7.99)) == 0);
    CHECK(mismatches(bsa_easi_regions::instrument, regions, Age::years(8)) == 0);
    CHECK(mismatches(bsa_easi_regions::instrument, regions, Age::years(80)) == 0);
    CHECK(score(bsa_easi_regions::instrument, given(std::array<int, 4>{})).status ==
          Status::missing);
}
