// SPDX-License-Identifier: BSL-1.0
// Reliable change in six variants against the R package clinicalsignificance.
// Covers: stats/types/reliable_change.hpp
#include "eczscore/stats/reliable_change.hpp"

#include <map>

#include "stats/reference.hpp"

using namespace eczscore::stats;
using eczscore::Direction;
using reference::Json;

namespace {
constexpr auto file = "01_individual";

const std::map<std::string, Rci> variants{
    {"JT", Rci::jacobson_truax},  {"GLN", Rci::gulliksen_lord_novick},
    {"HLL", Rci::hsu_linn_lord},  {"EN", Rci::edwards_nunnally},
    {"NK", Rci::nunnally_kotsch}, {"HA", Rci::hageman_arrindell}};

struct Group {
    std::vector<double> pre, post;
    RciFacts facts;
};
Group group_of(const Json& input) {
    Group group{reference::numbers(input.at("pre")), reference::numbers(input.at("post")), {}};
    const double post = input.contains("reliability_post")
                            ? reference::number(input.at("reliability_post"))
                            : not_a_number;
    group.facts = rci_facts(group.pre, group.post, input.at("reliability").get<double>(),
                            {.reliability_post = post});
    return group;
}
}  // namespace

TEST_CASE("reliable change agrees with clinicalsignificance") {
    int seen = 0;
    for (const auto& [id, variant] : variants) {
        for (const Json* each : reference::any(file, "rci_" + id)) {
            if (each->at("id") != "rci_" + id) continue;
            INFO(id);
            ++seen;
            const Group group = group_of(each->at("input"));
            const ReliableRule rule = reliable_change(variant, group.facts);
            REQUIRE(rule.state == State::ok);
            const Json& out = each->at("output");
            CHECK_CLOSE(rule.critical, out.at("critical_value").get<double>(), 1e-15);
            for (std::size_t i = 0; i < group.pre.size(); ++i) {
                INFO("patient " << i);
                const ReliableChange one = rule(group.pre[i], group.post[i]);
                CHECK_CLOSE(one.index, out.at("rci")[i].get<double>(), 1e-12, 1e-14);
                CHECK((one.verdict == Reliable::improved) == out.at("improved")[i].get<bool>());
                CHECK((one.verdict == Reliable::deteriorated) ==
                      out.at("deteriorated")[i].get<bool>());
            }
        }
    }
    CHECK(seen >= 5);
}

TEST_CASE("reliable change equals the formulas as they are written") {
    const Group group = group_of(reference::one(file, "rci_NK").at("input"));
    const RciFacts& f = group.facts;
    const double r = f.reliability, sem = f.sd_pre * std::sqrt(1 - r);
    const DifferenceReliability dd = difference_reliability(f);
    for (std::size_t i = 0; i < group.pre.size(); ++i) {
        const double x = group.pre[i], y = group.post[i];
        const auto index = [&](Rci variant) { return reliable_change(variant, f)(x, y).index; };
        CHECK_CLOSE(index(Rci::jacobson_truax), (y - x) / (std::sqrt(2) * sem), 1e-12);
        CHECK_CLOSE(index(Rci::edwards_nunnally), (y - (f.mean_pre + r * (x - f.mean_pre))) / sem,
                    1e-12, 1e-13);
        CHECK_CLOSE(index(Rci::hageman_arrindell),
                    ((y - x) * dd.difference + (f.mean_post - f.mean_pre) * (1 - dd.difference)) /
                        (std::sqrt(dd.difference) * std::sqrt(2) * sem),
                    1e-12, 1e-13);
    }
}

TEST_CASE("an index of 0 is not always no raw change") {
    const Group group = group_of(reference::one(file, "rci_JT").at("input"));
    const ReliableChange jt = reliable_change(Rci::jacobson_truax, group.facts)(60, 60);
    CHECK(jt.index == 0.0);
    CHECK(jt.expected == 60.0);
    const ReliableChange en = reliable_change(Rci::edwards_nunnally, group.facts)(60, 60);
    CHECK(en.expected < 60.0);  // drifts to the mean
    CHECK(en.index > 0.0);
    CHECK(reliable_change(Rci::edwards_nunnally, group.facts)(60, en.expected).index == 0.0);
}

TEST_CASE("post scores inside the range given are unchanged, and the limit by the tie rule") {
    RciFacts facts{.sd_pre = 10, .reliability = 0.5};
    const ReliableRule strict = reliable_change(Rci::jacobson_truax, facts);
    const ReliableChange one = strict(30, 25);
    CHECK_CLOSE(one.spread, 10.0);
    CHECK_CLOSE(one.unchanged_from, 30 - 19.599639845400538, 1e-12);
    CHECK_CLOSE(one.unchanged_to, 30 + 19.599639845400538, 1e-12);
    CHECK(one.verdict == Reliable::unchanged);

    ReliableRule on_the_limit = strict;
    on_the_limit.critical = 0.5;
    on_the_limit.spread = 10;
    CHECK(on_the_limit(30, 25).verdict == Reliable::unchanged);
    on_the_limit.options.tie = Tie::inclusive;
    CHECK(on_the_limit(30, 25).verdict == Reliable::improved);
    CHECK(on_the_limit(30, 35).verdict == Reliable::deteriorated);
    on_the_limit.options.direction = Direction::higher_is_better;
    CHECK(on_the_limit(30, 25).verdict == Reliable::deteriorated);
    CHECK(on_the_limit(30, 35).verdict == Reliable::improved);
}

TEST_CASE("where an index is undefined, a state says so") {
    RciFacts facts{.mean_pre = 20,
                   .sd_pre = 10,
                   .mean_post = 15,
                   .sd_post = 2,
                   .correlation = 0.5,
                   .reliability = 0.8,
                   .reliability_post = 0.8};
    const auto state = [&](Rci variant) { return reliable_change(variant, facts).state; };
    CHECK(state(Rci::jacobson_truax) == State::ok);
    // a small sd of post makes its reliability, and then that of the difference, negative
    CHECK(difference_reliability(facts).post < 0.0);
    facts.sd_pre = 3;
    facts.sd_post = 1;
    facts.reliability = 0.1;
    facts.correlation = 0.9;
    CHECK(difference_reliability(facts).difference < 0.0);
    CHECK(state(Rci::hageman_arrindell) == State::invalid_argument);
    CHECK(std::isnan(reliable_change(Rci::hageman_arrindell, facts)(20, 10).index));
    CHECK(reliable_change(Rci::hageman_arrindell, facts)(20, 10).verdict ==
          Reliable::not_evaluable);
    for (const double reliability : {-0.1, 1.1, not_a_number, 1.0}) {
        facts.reliability = reliability;
        for (const auto& [id, variant] : variants) {
            // a reliability of 1 leaves Nunnally and Kotsch the error of post
            if (variant == Rci::nunnally_kotsch && reliability == 1.0) continue;
            CHECK(state(variant) == (std::isnan(reliability) ? State::not_available  // not given
                                                             : State::invalid_argument));
        }
    }
    facts.reliability = 0.8;
    facts.reliability_post = not_a_number;
    CHECK(state(Rci::nunnally_kotsch) == State::not_available);
    facts.sd_pre = 0;
    CHECK(state(Rci::jacobson_truax) == State::invalid_argument);
    CHECK(state(Rci::gulliksen_lord_novick) == State::invalid_argument);
    CHECK(std::isnan(difference_reliability(facts).pre));
    facts.sd_post = 0;
    CHECK(std::isnan(difference_reliability(facts).difference));
}

TEST_CASE("missing scores are counted, not judged") {
    const double pre[] = {20, not_a_number, 30, 25, 40}, post[] = {5, 3, not_a_number, 24};
    const RciFacts facts = rci_facts(pre, post, 0.9);
    CHECK(facts.n == 2);
    CHECK(facts.missing == 3);
    const ReliableCounts counts =
        count_reliable(reliable_change(Rci::jacobson_truax, facts), pre, post);
    CHECK(counts.improved == 1);
    CHECK(counts.unchanged == 1);
    CHECK(counts.deteriorated == 0);
    CHECK(counts.not_evaluable == 3);
    const RciFacts given{.sd_pre = 10, .reliability = 0.9};
    const double before[] = {20, 20, 20, 20}, after[] = {40, 0, 35, 21};
    const ReliableCounts all =
        count_reliable(reliable_change(Rci::jacobson_truax, given), before, after);
    CHECK(all.improved == 1);
    CHECK(all.deteriorated == 2);
    CHECK(all.unchanged == 1);
    CHECK(rci_facts({}, {}, 0.9).n == 0);
    CHECK(reliable_change(Rci::jacobson_truax, rci_facts({}, {}, 0.9)).state ==
          State::invalid_argument);
}

TEST_CASE("ingredients and Edwards-Nunnally agree with base R") {
    const Json& made = reference::one("23_individual_base", "ingredients");
    const RciFacts f = group_of(made.at("input")).facts;
    const DifferenceReliability dd = difference_reliability(f);
    const std::pair<double, const char*> numbers[] = {
        {f.mean_pre, "mean_pre"}, {f.sd_pre, "sd_pre"},   {f.mean_post, "mean_post"},
        {f.sd_post, "sd_post"},   {f.correlation, "cor"}, {dd.pre, "rel_pre_HA"},
        {dd.post, "rel_post_HA"}, {dd.difference, "r_dd"}};
    for (const auto& [found, key] : numbers) {
        INFO(key);
        CHECK_CLOSE(found, made.at("output").at(key).get<double>(), 1e-12);
    }
    const Json& out = reference::one("23_individual_base", "edwards_nunnally").at("output");
    const Group group = group_of(made.at("input"));
    const ReliableRule rule = reliable_change(Rci::edwards_nunnally, f);
    for (std::size_t i = 0; i < group.pre.size(); ++i) {
        const ReliableChange one = rule(group.pre[i], group.post[i]);
        CHECK_CLOSE(one.index, out.at("rci")[i].get<double>(), 1e-12, 1e-14);
        CHECK((one.verdict == Reliable::improved) == out.at("improved")[i].get<bool>());
        CHECK((one.verdict == Reliable::deteriorated) == out.at("deteriorated")[i].get<bool>());
    }
}

TEST_CASE("a confidence level outside its range judges no patient") {
    const RciFacts facts{.mean_pre = 20,
                         .sd_pre = 10,
                         .mean_post = 15,
                         .sd_post = 9,
                         .correlation = 0.5,
                         .reliability = 0.8,
                         .reliability_post = 0.8};
    for (const auto& [id, variant] : variants) {
        INFO(id);
        for (const double level : {0.0, 1.0, 1.5, not_a_number}) {
            CHECK(reliable_change(variant, facts, {.confidence_level = level}).state ==
                  State::invalid_argument);
        }
        // a one-sided risk of more than one half would call every patient changed
        const State half = reliable_change(variant, facts, {.confidence_level = 0.4}).state;
        CHECK((half == State::ok) == (variant != Rci::hageman_arrindell));
    }
}
