// SPDX-License-Identifier: BSL-1.0
// The NRS diaries: weekly means over the days present, exact responders, every sum and count.
// Covers: instruments/pp_nrs.hpp, instruments/sd_nrs.hpp
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "eczscore/instruments/pp_nrs.hpp"
#include "eczscore/instruments/sd_nrs.hpp"
#include "eczscore/model/look_up.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/score/diary.hpp"

#include "instruments/against_straight_line.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
Score week(const Instrument& instrument, const std::array<int, 7>& codes) {
    std::array<Answer, 7> days;
    for (std::size_t i = 0; i < 7; ++i) days[i] = against::answer(codes[i]);
    return score(instrument, days);
}
Score itch(const std::array<int, 7>& codes) { return week(pp_nrs::instrument, codes); }

/// A week with this sum over this many days.
std::array<int, 7> spread(int sum, int present) {
    std::array<int, 7> days;
    days.fill(blank);
    for (int d = 0; d < present; ++d) {
        const int most = sum > 10 ? 10 : sum;
        days[static_cast<std::size_t>(d)] = most;
        sum -= most;
    }
    return days;
}
const Threshold& nrs(Text id) {
    const Threshold* found = eczscore::threshold(pp_nrs::instrument, id);
    REQUIRE(found != nullptr);
    return *found;
}
}  // namespace

TEST_CASE("Peak pruritus NRS: 55 over 7 days to 18 over 5 is 4.257 better, a responder") {
    const Score baseline = itch({8, 7, 9, 8, 8, 7, 8});
    CHECK(baseline.status == Status::ok);
    CHECK(baseline.value() == Exact::ratio(55, 7));
    const Score now = itch({4, 3, blank, 4, 4, blank, 3});
    CHECK(now.status == Status::imputed);
    CHECK(now.value() == 3.6_x);
    const Change c = change(pp_nrs::instrument, baseline, now);
    CHECK(c.improvement() == Exact::ratio(149, 35));
    CHECK(response(nrs("nrs_4"), c) == Response::yes);
}

TEST_CASE("Peak pruritus NRS: three days are not enough for a score or a response") {
    const Score now = itch({4, 3, blank, blank, blank, blank, 3});
    CHECK(now.status == Status::missing);
    const Change c = change(pp_nrs::instrument, itch({8, 7, 9, 8, 8, 7, 8}), now);
    CHECK_FALSE(c.is_evaluable);
    CHECK(response(nrs("nrs_4"), c) == Response::not_evaluable);
    CHECK(verdict(nrs("nrs_4"), c) == Verdict::not_evaluable);
}

TEST_CASE("Peak pruritus NRS: 28 over 5 days to 8 over 5 is exactly 4, where doubles say less") {
    const double naive = 28.0 / 5 - 8.0 / 5;
    CHECK(naive < 4);
    const Change c = change(pp_nrs::instrument, itch(spread(28, 5)), itch(spread(8, 5)));
    CHECK(c.improvement() == Exact(4));
    CHECK(response(nrs("nrs_4"), c) == Response::yes);
}

TEST_CASE("Peak pruritus NRS: 27 over 7 days is 3.857, mild; it is not rounded to 4") {
    const Score s = itch(spread(27, 7));
    CHECK(s.value() == Exact::ratio(27, 7));
    CHECK(band(pp_nrs::instrument.bands[0], s)->id == Text("mild"));
    CHECK(band(pp_nrs::instrument.bands[0], itch(spread(28, 7)))->id == Text("moderate"));
    CHECK(band(pp_nrs::instrument.bands[0], itch(spread(48, 7)))->id == Text("moderate"));
    CHECK(band(pp_nrs::instrument.bands[0], itch(spread(49, 7)))->id == Text("severe"));
}

TEST_CASE("Peak pruritus NRS: the responder question needs a baseline of 4 (3, 2)") {
    const auto from = [](Text id, Exact baseline, Exact now) {
        return response(nrs(id), change(pp_nrs::instrument, baseline, now));
    };
    CHECK(from("nrs_4", 4, 0) == Response::yes);
    CHECK(from("nrs_4", Exact::ratio(27, 7), 0) == Response::not_evaluable);
    CHECK(from("nrs_4", 8, 4) == Response::yes);
    CHECK(from("nrs_4", 8, Exact::ratio(29, 7)) == Response::no);
    CHECK(from("nrs_3", 3, 0) == Response::yes);
    CHECK(from("nrs_3", Exact::ratio(20, 7), 0) == Response::not_evaluable);
    CHECK(from("nrs_2", 2, 0) == Response::yes);
    CHECK(from("nrs_2", Exact::ratio(13, 7), 0) == Response::not_evaluable);
    CHECK(from("itch_0_1", 8, 1) == Response::yes);
    CHECK(from("itch_0_1", 8, Exact::ratio(8, 7)) == Response::no);
    CHECK(from("itch_free", 8, 0) == Response::yes);
    CHECK(from("itch_free", 8, Exact::ratio(1, 7)) == Response::no);
}

TEST_CASE("Diaries: every sum over every count of days, in twenty random orders") {
    against::Random random(7);
    for (const Instrument* instrument : {&pp_nrs::instrument, &sd_nrs::instrument}) {
        long wrong = 0;
        long seen = 0;
        for (int present = 0; present <= 7; ++present) {
            for (int sum = 0; sum <= 10 * present; ++sum) {
                std::array<int, 7> days = spread(sum, present);
                for (int shuffle = 0; shuffle < 20; ++shuffle) {
                    for (std::size_t i = 6; i > 0; --i) std::swap(days[i], days[random(i + 1)]);
                    wrong +=
                        !against::agrees(week(*instrument, days), straight_line::weekly_mean(days));
                    ++seen;
                }
            }
        }
        CHECK(wrong == 0);
        CHECK(seen == 20 * (1 + 11 + 21 + 31 + 41 + 51 + 61 + 71));
    }
}

TEST_CASE("Diaries: 300000 random weeks with blank and refused days") {
    against::Random random(77);
    long wrong = 0;
    for (int n = 0; n < 300'000; ++n) {
        std::array<int, 7> days;
        for (int& day : days) {
            day = static_cast<int>(random(12));
            if (day == 11) day = random(20) == 0 ? 11 : blank;
        }
        wrong += !against::agrees(itch(days), straight_line::weekly_mean(days));
    }
    CHECK(wrong == 0);
}

TEST_CASE("Diaries: the responder test over all pairs of sums and counts is the integer test") {
    // S_b x n_now - S_now x n_b >= 4 x n_b x n_now, and in 26 pairs that are exactly 4 doubles say
    // less.
    long wrong = 0;
    long naive_wrong = 0;
    for (int nb = 4; nb <= 7; ++nb) {
        for (int sb = 0; sb <= 10 * nb; ++sb) {
            for (int nn = 4; nn <= 7; ++nn) {
                for (int sn = 0; sn <= 10 * nn; ++sn) {
                    const bool better = sb * nn - sn * nb >= 4 * nb * nn;
                    const Response expected = sb < 4 * nb ? Response::not_evaluable
                                              : better    ? Response::yes
                                                          : Response::no;
                    const Change c =
                        change(pp_nrs::instrument, Exact::ratio(sb, nb), Exact::ratio(sn, nn));
                    wrong += response(nrs("nrs_4"), c) != expected;
                    const double difference =
                        static_cast<double>(sb) / nb - static_cast<double>(sn) / nn;
                    naive_wrong += better && difference < 4;
                }
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(naive_wrong == 26);
}

TEST_CASE("Diaries: a study may ask for another number of days, down to any one day") {
    static constexpr Instrument any = with_minimum_days<pp_nrs::instrument, 1>("pp_nrs_any");
    static constexpr Instrument all = with_minimum_days<pp_nrs::instrument, 7>("pp_nrs_all");
    CHECK(week(any, {blank, blank, blank, 6, blank, blank, blank}).value() == Exact(6));
    CHECK(week(any, spread(0, 0)).status == Status::missing);
    CHECK(week(all, {6, 6, 6, 6, 6, 6, blank}).status == Status::missing);
    CHECK(week(all, {6, 6, 6, 6, 6, 6, 6}).status == Status::ok);
    long wrong = 0;
    for (int present = 0; present <= 7; ++present) {
        for (int sum = 0; sum <= 10 * present; ++sum) {
            wrong += !against::agrees(week(any, spread(sum, present)),
                                      straight_line::weekly_mean(spread(sum, present), 1));
            wrong += !against::agrees(week(all, spread(sum, present)),
                                      straight_line::weekly_mean(spread(sum, present), 7));
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("Diaries: a half point, 11 and a negative day are refused") {
    for (double refused : {4.5, 11.0, -1.0}) {
        pp_nrs::Answers diary{.days = {5, 5, 5, 5, refused, {}, {}}};
        CHECK(score(diary).status == Status::invalid);
        CHECK(score(diary).wrong == item_bit(4));
    }
    CHECK(score(pp_nrs::Answers{}).status == Status::missing);
    CHECK(score(sd_nrs::Answers{}).status == Status::missing);
}

TEST_CASE("Sleep disturbance NRS: 4 points from a baseline of 4, and 3 as the alternative") {
    const auto judge = [](Text id, Exact baseline, Exact now) {
        return response(*threshold(sd_nrs::instrument, id),
                        change(sd_nrs::instrument, baseline, now));
    };
    CHECK(judge("responder_4", 5.6_x, 1.6_x) == Response::yes);
    CHECK(judge("responder_4", 5.6_x, Exact::ratio(23, 14)) == Response::no);
    CHECK(judge("responder_4", 3.75_x, 0) == Response::not_evaluable);
    CHECK(judge("responder_3", 6, 3) == Response::yes);
    CHECK(judge("responder_3", 6, Exact::ratio(22, 7)) == Response::no);
    CHECK(sd_nrs::instrument.direction == Direction::higher_is_worse);
    CHECK(sd_nrs::instrument.bands.empty());
}

TEST_CASE("Peak pruritus NRS: itch 0 or 1 by the rounded mean admits what is below 1.5") {
    CHECK(pp_nrs::itch_0_1_rounded(itch(spread(7, 7))) == Response::yes);
    CHECK(pp_nrs::itch_0_1_rounded(itch(spread(10, 7))) == Response::yes);
    CHECK(pp_nrs::itch_0_1_rounded(itch(spread(5, 4))) == Response::yes);
    CHECK(pp_nrs::itch_0_1_rounded(itch(spread(6, 4))) == Response::no);
    CHECK(pp_nrs::itch_0_1_rounded(itch(spread(11, 7))) == Response::no);
    CHECK(pp_nrs::itch_0_1_rounded(itch(spread(3, 3))) == Response::not_evaluable);
}
