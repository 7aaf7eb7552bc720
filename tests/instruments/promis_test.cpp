// SPDX-License-Identifier: BSL-1.0
// PROMIS sleep and itch forms: raw sums, the rule of four, made-up tables, bands on T.
// Covers: instruments/promis_itch.hpp, instruments/promis_sleep.hpp
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "eczscore/instruments/promis_itch.hpp"
#include "eczscore/instruments/promis_sleep.hpp"
#include "eczscore/score/table.hpp"

#include "instruments/facts.hpp"
#include "instruments/plain_sum.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"promis_sd_4a",
                           "promis_sd_6a",
                           "promis_sd_8a",
                           "promis_sd_8b",
                           "promis_sri_8a",
                           "promis_itch_interference_8",
                           "promis_itch_mood_sleep_8",
                           "promis_itch_clothing_activity_8",
                           "promis_itch_scratching_5"};

const std::vector<const Instrument*> forms = {&promis_sd_4a::instrument,
                                              &promis_sd_6a::instrument,
                                              &promis_sd_8a::instrument,
                                              &promis_sd_8b::instrument,
                                              &promis_sri_8a::instrument,
                                              &promis_itch_interference_8::instrument,
                                              &promis_itch_mood_sleep_8::instrument,
                                              &promis_itch_clothing_activity_8::instrument,
                                              &promis_itch_scratching_5::instrument};

/// A made-up table: every sum stands for a quarter more than itself, plus an offset.
std::vector<TableRow> made_up(std::int64_t from, std::int64_t to, int offset) {
    std::vector<TableRow> rows;
    for (std::int64_t sum = from; sum <= to; ++sum) {
        rows.push_back({sum, Exact::ratio(5 * sum, 4) + Exact(offset), Exact::ratio(1, 2)});
    }
    return rows;
}
Score raw(const Instrument& form, const std::vector<int>& codes) {
    return score(form, plain::answers(codes));
}
Score looked_up(const Instrument& form, const std::vector<int>& codes,
                const std::vector<TableRow>& rows) {
    const ScoreTable table{std::span<const TableRow>(rows)};
    return look_up(table, raw(form, codes));
}
}  // namespace

TEST_CASE("PROMIS: the facts") {
    using namespace facts;
    const std::vector<Edition> bands = {
        {"healthmeasures",
         true,
         medium,
         seen,
         {{"within_normal_limits", 55, out},
          {"mild", 60, out},
          {"moderate", 70, out},
          {"severe", 100, in}}},
        {"above_55", false, medium, seen, {{"not_above_55", 55, in}, {"above_55", 100, in}}}};
    check(promis_sd_4a::instrument, bands, {});
    check(promis_sd_6a::instrument, bands, {});
    check(promis_sd_8a::instrument, bands, {});
    check(promis_sd_8b::instrument, bands, {});
    check(promis_sri_8a::instrument, bands, {});
    check(promis_itch_interference_8::instrument, {}, {});
    check(promis_itch_mood_sleep_8::instrument, {}, {});
    check(promis_itch_clothing_activity_8::instrument, {}, {});
    check(promis_itch_scratching_5::instrument, {}, {});
}

TEST_CASE("PROMIS: raw sums and the rule of four against plain integers") {
    for (const Instrument* form : forms) {
        CAPTURE(form->id.c_str());
        const std::size_t items = form->plan.items;
        against::Random random(items);
        long wrong = 0;
        for (int n = 0; n < 5'000; ++n) {
            std::vector<int> codes;
            std::int64_t sum = 0;
            std::int64_t answered = 0;
            for (std::size_t i = 0; i < items; ++i) {
                codes.push_back(random(4) == 0 ? blank : 1 + static_cast<int>(random(5)));
                if (codes.back() == blank) continue;
                sum += codes.back();
                ++answered;
            }
            const Score s = raw(*form, codes);
            if (answered < 4) {
                wrong += s.status != Status::missing;
                continue;
            }
            const auto all = static_cast<std::int64_t>(items);
            wrong += s.status != Status::needs_data;
            wrong += table_sum(s) != (sum * all + answered - 1) / answered;  // rounded up
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("PROMIS: without a table there is no T-score, but a raw sum as a sub-score") {
    for (const Instrument* form : forms) {
        CAPTURE(form->id.c_str());
        const std::vector<Answer> threes(form->plan.items, Answer(3));
        const Score s = score(*form, threes);
        CHECK(s.status == Status::needs_data);
        CHECK_FALSE(s.is_scored());
        CHECK(form->forms[0].domains[0].is_subscore);
        const Score part = subscore(*form, tally(*form, threes, {}), 0);
        CHECK(part.status == Status::ok);
        CHECK(part.value() == Exact(static_cast<std::int64_t>(3 * form->plan.items)));
    }
}

TEST_CASE("PROMIS SD 4a: 4, 4, 4, 3 is raw 15; one blank of four is not scored") {
    CHECK(table_sum(raw(promis_sd_4a::instrument, {4, 4, 4, 3})) == 15);
    const std::vector<TableRow> rows = made_up(4, 20, 40);
    const Score s = looked_up(promis_sd_4a::instrument, {4, 4, 4, 3}, rows);
    CHECK(s.status == Status::ok);
    CHECK(s.value() == 58.75_x);
    CHECK(band(promis_sd_4a::instrument.bands[0], s)->id == Text("mild"));
    CHECK(raw(promis_sd_4a::instrument, {4, 4, blank, 3}).status == Status::missing);
}

TEST_CASE("PROMIS SD 8a: 7 of 8 answered, sum 25, is 28.57, looked up as 29, flagged") {
    const std::vector<TableRow> rows = made_up(8, 40, 20);
    const Score s = looked_up(promis_sd_8a::instrument, {4, 4, 4, 4, 3, 3, 3, blank}, rows);
    CHECK(s.status == Status::imputed);
    CHECK(s.value() == rows[29 - 8].value);
    CHECK(raw(promis_sd_8a::instrument, {4, 4, 4, 4, 3, 3, 2, blank}).imputed == 1);
    CHECK(table_sum(raw(promis_sd_8a::instrument, {4, 4, 4, 4, 3, 3, 2, blank})) == 28);
}

TEST_CASE("PROMIS SD 8a: 3 of 8 answered is not scored, 4 are") {
    CHECK(raw(promis_sd_8a::instrument, {5, 5, 5, blank, blank, blank, blank, blank}).status ==
          Status::missing);
    CHECK(raw(promis_sd_8a::instrument, {5, 5, 5, 5, blank, blank, blank, blank}).status ==
          Status::needs_data);
}

TEST_CASE("PROMIS SD 6a: 4 of 6 answered are enough, 3 are not") {
    CHECK(table_sum(raw(promis_sd_6a::instrument, {2, 2, 3, 3, blank, blank})) == 15);
    CHECK(raw(promis_sd_6a::instrument, {2, 2, 3, blank, blank, blank}).status == Status::missing);
}

TEST_CASE("PROMIS: 8a is not 8b, the same codes are looked up in their own tables") {
    const std::vector<int> threes(8, 3);
    CHECK(table_sum(raw(promis_sd_8a::instrument, threes)) == 24);
    CHECK(table_sum(raw(promis_sd_8b::instrument, threes)) == 24);
    const Score a = looked_up(promis_sd_8a::instrument, threes, made_up(8, 40, 20));
    const Score b = looked_up(promis_sd_8b::instrument, threes, made_up(8, 40, 18));
    CHECK(a.value() != b.value());
    CHECK(promis_sd_8a::instrument.prefix() == Text("promis_sd_8a"));
    CHECK(promis_sd_8b::instrument.prefix() == Text("promis_sd_8b"));
    int shared = 0;
    for (const Item& item : promis_sleep::sd_8a) {
        for (const Item& other : promis_sleep::sd_8b) shared += item.id == other.id ? 1 : 0;
    }
    CHECK(shared == 5);
}

TEST_CASE("PROMIS: stored codes of reversed items are added as they are, reversed only once") {
    CHECK(table_sum(score(promis_sd_4a::Answers{
              .quality = 5, .refreshing = 5, .problem = 1, .falling_asleep = 1})) == 12);
    for (const Item& item : promis_sleep::sd_8b) CHECK(item.points.empty());
}

TEST_CASE("PROMIS SRI 8a: raw 24, banded by the looked-up value") {
    const Score s =
        looked_up(promis_sri_8a::instrument, std::vector<int>(8, 3), made_up(8, 40, 29));
    CHECK(s.value() == Exact(59));
    CHECK(band(promis_sri_8a::instrument.bands[0], s)->id == Text("mild"));
}

TEST_CASE("PROMIS: a table without the row, or a code off the scale, gives no score") {
    CHECK(looked_up(promis_sd_8a::instrument, std::vector<int>(8, 5), made_up(8, 39, 0)).status ==
          Status::needs_data);
    CHECK(looked_up(promis_sd_8a::instrument, {0, 3, 3, 3, 3, 3, 3, 3}, made_up(8, 40, 0)).status ==
          Status::invalid);
}

TEST_CASE("PROMIS: adult forms do not apply under 18; an unknown age is not judged") {
    for (const Instrument* form : forms) {
        const std::vector<Answer> threes(form->plan.items, Answer(3));
        CHECK(score(*form, threes, Age::years(17.99)).status == Status::not_applicable);
        CHECK(score(*form, threes, Age::years(18)).status == Status::needs_data);
        CHECK(score(*form, threes).status == Status::needs_data);
    }
}

TEST_CASE("PROMIS itch: short forms of 8, 8, 8 and 5 items") {
    CHECK(promis_itch_interference_8::instrument.plan.items == 8);
    CHECK(promis_itch_mood_sleep_8::instrument.plan.items == 8);
    CHECK(promis_itch_clothing_activity_8::instrument.plan.items == 8);
    CHECK(promis_itch_scratching_5::instrument.plan.items == 5);
    CHECK(promis_itch_scratching_5::instrument.forms[0].max == Exact(25));
}
