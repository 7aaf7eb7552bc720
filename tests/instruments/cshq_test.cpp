// SPDX-License-Identifier: BSL-1.0
// CSHQ: 33 items counted once, reverse codes, two cuts at 41, subscales that share two items.
#include "eczscore/instruments/cshq.hpp"

#include <array>
#include <cstddef>
#include <vector>

#include "instruments/facts.hpp"
#include "instruments/plain_sum.hpp"

using namespace eczscore;
using straight_line::blank;

namespace {
const facts::Covers covers{"cshq", "cshq_bedtime_resistance", "cshq_sleep_anxiety"};

/// 33 answers with this sum.
std::vector<int> with_sum(int sum) {
    std::vector<int> codes(33, 1);
    for (std::size_t i = 0; sum > 33; ++i) {
        const int more = sum - 33 >= 2 ? 2 : 1;
        codes[i] += more;
        sum -= more;
    }
    return codes;
}
Score total(const std::vector<int>& codes) {
    return score(cshq::instrument, plain::answers(codes));
}
Text said(std::size_t scheme, int sum) {
    return band(cshq::instrument.bands[scheme], total(with_sum(sum)))->id;
}
}  // namespace

TEST_CASE("CSHQ: the facts") {
    using namespace facts;
    check(cshq::instrument,
          {{"cshq41_ge", true, high, seen, {{"negative", 41, out}, {"positive", 99, in}}},
           {"cshq41_gt", false, medium, seen, {{"negative", 41, in}, {"positive", 99, in}}}},
          {});
    check(cshq_bedtime_resistance::instrument, {}, {});
    check(cshq_sleep_anxiety::instrument, {}, {});
    CHECK(cshq::instrument.min == Exact(33));
    CHECK(cshq::instrument.max == Exact(99));
}

TEST_CASE("CSHQ: complete sums against plain integers") {
    const auto scale = [](std::size_t items) {
        return plain::Scale{std::vector<plain::Item>(items, plain::codes(1, 3))};
    };
    CHECK(plain::mismatches(cshq::instrument, scale(33), 20'000) == 0);
    CHECK(plain::mismatches_in_all(cshq_bedtime_resistance::instrument, scale(6)) == 0);
    CHECK(plain::mismatches_in_all(cshq_sleep_anxiety::instrument, scale(4)) == 0);
}

TEST_CASE("CSHQ: a total of 41 is positive by the default cut and negative above 41") {
    CHECK(total(with_sum(41)).value() == Exact(41));
    CHECK(said(0, 41) == Text("positive"));
    CHECK(said(1, 41) == Text("negative"));
    CHECK(said(0, 40) == Text("negative"));
    CHECK(said(1, 42) == Text("positive"));
}

TEST_CASE("CSHQ: a reverse-coded answer r goes in as 4 - r; others stay to be refused") {
    CHECK(cshq::reversed(1) == Answer(3));
    CHECK(cshq::reversed(2) == Answer(2));
    CHECK(cshq::reversed(3) == Answer(1));
    CHECK(cshq::reversed(Answer()).is_missing());
    CHECK(cshq::reversed(0) == Answer(0));
    CHECK(cshq::reversed(1.5) == Answer(1.5));
}

TEST_CASE("CSHQ: the two shared items count in both subscales and once in the total") {
    cshq::Answers all{.bedtime_resistance = {1, 1, 1, 1},
                      .resistance_and_anxiety = {3, 3},
                      .sleep_anxiety = {1, 1},
                      .sleep_onset_delay = 1,
                      .sleep_duration = {1, 1, 1},
                      .night_wakings = {1, 1, 1},
                      .parasomnias = {1, 1, 1, 1, 1, 1, 1},
                      .disordered_breathing = {1, 1, 1},
                      .daytime_sleepiness = {1, 1, 1, 1, 1, 1, 1, 1}};
    CHECK(score(all).value() == Exact(37));
    CHECK(score(cshq_bedtime_resistance::Answers{
                    .bedtime_resistance = all.bedtime_resistance,
                    .resistance_and_anxiety = all.resistance_and_anxiety})
              .value() == Exact(10));
    CHECK(score(cshq_sleep_anxiety::Answers{.resistance_and_anxiety = all.resistance_and_anxiety,
                                            .sleep_anxiety = all.sleep_anxiety})
              .value() == Exact(8));
}

TEST_CASE("CSHQ: subscales have 6, 1, 3, 4, 3, 7, 3 and 8 items, 35 places for 33 items") {
    CHECK(cshq::instrument.plan.items == 33);
    CHECK(cshq_bedtime_resistance::instrument.plan.items == 6);
    CHECK(cshq_sleep_anxiety::instrument.plan.items == 4);
    std::vector<std::size_t> own;
    for (const Domain& domain : cshq::domains) {
        if (domain.is_subscore) own.push_back(domain.items.size());
    }
    CHECK(own == std::vector<std::size_t>{1, 3, 3, 7, 3, 8});
    for (const Instrument* part :
         {&cshq_bedtime_resistance::instrument, &cshq_sleep_anxiety::instrument}) {
        CHECK(part->prefix() == Text("cshq"));
    }
}

TEST_CASE("CSHQ: one blank leaves the total unscored, a whole subscale stays") {
    std::vector<int> codes(33, 2);
    codes[32] = blank;
    const std::vector<Answer> answers = plain::answers(codes);
    CHECK(score(cshq::instrument, answers).status == Status::missing);
    const Tally t = tally(cshq::instrument, answers, {});
    CHECK(subscore(cshq::instrument, t, 4).value() == Exact(6));
    CHECK(subscore(cshq::instrument, t, 8).status == Status::missing);
    codes[32] = 0;
    CHECK(total(codes).status == Status::invalid);
}
