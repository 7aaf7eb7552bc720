// SPDX-License-Identifier: BSL-1.0
// The extremes of every instrument: scores of the least, the highest and the finest answers, their
// changes, percentages and verdicts, and their means, held against rational numbers of any size.
#include <array>
#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

#include "eczscore/instruments.hpp"
#include "eczscore/instruments/detail/weekly_mean.hpp"
#include "eczscore/report/change.hpp"
#include "eczscore/score/batch.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/trial/sleep_nights.hpp"

#include "core/wide_reference.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using wide_reference::Rational;
using wide_reference::rational;

namespace {

constexpr std::int64_t two_to_53 = std::int64_t{1} << 53;
using Answers = std::vector<Answer>;

/// One answer of an item: an end of the scale, a neighbour of it in the finest step, a blank, or
/// any allowed value.
Answer answer(const Item& item, std::mt19937_64& engine) {
    const Scale& scale = item.scale;
    if (!scale.levels.empty()) {
        return Answer(scale.levels[engine() % scale.levels.size()]);
    }
    const std::int64_t step = millionths_per_point / scale.units_per_point;
    const std::int64_t least = millionths(scale.min);
    const std::int64_t most = millionths(scale.max);
    const auto steps = static_cast<std::uint64_t>((most - least) / step);
    switch (engine() % 8) {
        case 0: return Answer::from_millionths(least);
        case 1: return Answer::from_millionths(most);
        case 2: return Answer::from_millionths(least + (steps > 0 ? step : 0));
        case 3: return Answer::from_millionths(most - (steps > 0 ? step : 0));
        case 4:
            return item.offers_not_relevant ? Answer::not_relevant()
                                            : Answer::from_millionths(most);
        default:
            return Answer::from_millionths(
                least + static_cast<std::int64_t>(engine() % (steps + 1)) * step);
    }
}

/// Every item at its least, every one at its highest, and random ones; most are scored.
std::vector<Answers> answer_sets(const Instrument& instrument, std::size_t random) {
    std::vector<Answers> all(2);
    for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
        all[0].push_back(Answer::from_millionths(millionths(item.scale.min)));
        all[1].push_back(Answer::from_millionths(millionths(item.scale.max)));
    });
    std::mt19937_64 engine(7);
    while (all.size() < random + 2) {
        Answers set;
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t, const Item& item) {
            set.push_back(answer(item, engine));
        });
        all.push_back(set);
    }
    return all;
}

Age age_of(const Instrument& instrument) {
    return Age::months(std::max(instrument.forms[0].ages.from_months, 18 * 12));
}

/// Scores at the ends of the instrument's range and of its finest answers.
std::vector<Score> scores(const Instrument& instrument, std::size_t wanted) {
    std::vector<Score> all;
    for (const Answers& set : answer_sets(instrument, 60)) {
        const Score one = score(instrument, set, age_of(instrument));
        if (one.is_scored() && all.size() < wanted) all.push_back(one);
    }
    return all;
}

/// What a threshold says, worked out anew with numbers of any size.
Verdict right_verdict(const Threshold& threshold, const Instrument& instrument,
                      const Rational& before, const Rational& after) {
    const bool worse_up = instrument.direction == Direction::higher_is_worse;
    const Rational improvement = worse_up ? Rational(before - after) : Rational(after - before);
    if (!gives_verdict(threshold) || instrument.rates_change) return Verdict::not_evaluable;
    if (threshold.unit == ThresholdUnit::percent && before <= 0) return Verdict::not_evaluable;
    const Rational wanted = threshold.unit == ThresholdUnit::percent
                                ? Rational(rational(threshold.value) * before / 100)
                                : rational(threshold.value);
    if (-improvement >= wanted) return Verdict::worsened;
    if (worse_up && before < rational(threshold.eligible_from)) return Verdict::not_evaluable;
    return improvement >= wanted ? Verdict::improved : Verdict::unchanged;
}

/// How many things are wrong with the change from one score to another.
int faults(const Instrument& instrument, const Score& first, const Score& later) {
    const Change c = change(instrument, first, later);
    const Rational before = rational(first.value());
    const Rational after = rational(later.value());
    int wrong = c.is_evaluable == instrument.rates_change;
    wrong += !c.difference().is_number() || rational(c.difference()) != after - before;
    const bool worse_up = instrument.direction == Direction::higher_is_worse;
    const Rational improvement = worse_up ? Rational(before - after) : Rational(after - before);
    wrong += rational(c.improvement()) != improvement;
    wrong += !wide_reference::is_nearest(c.improvement().to_double(), improvement);
    wrong += c.has_percent() != (c.is_evaluable && before > 0);
    if (c.has_percent()) {
        const Rational percent = 100 * improvement / before;
        wrong += !c.percent().is_number() || rational(c.percent()) != percent;
        wrong += !wide_reference::is_nearest(c.percent().to_double(), percent);
        const double written = std::stod(report::number_text(c.percent()));
        wrong += !wide_reference::is_nearest(written, percent);
    }
    for (const Threshold& threshold : instrument.thresholds) {
        wrong += verdict(threshold, c) != right_verdict(threshold, instrument, before, after);
    }
    return wrong;
}

}  // namespace

TEST_CASE("Extremes: every score fits, and so does every change between two, exactly") {
    std::size_t pairs = 0;
    for (const Instrument* instrument : registry) {
        const std::vector<Score> all = scores(*instrument, 14);
        int wrong = 0;
        for (const Score& first : all) {
            wrong += first.denominator < 1 || first.denominator > two_to_53;
            wrong += first.units > two_to_53 || first.units < -two_to_53;
            wrong += first.value() < instrument->min || first.value() > instrument->max;
            wrong += !wide_reference::is_nearest(first.to_double(), rational(first.value()));
            for (const Score& later : all) wrong += faults(*instrument, first, later);
            pairs += all.size();
        }
        INFO(std::string(instrument->id));
        CHECK(wrong == 0);
    }
    CHECK(pairs > 10'000);
}

TEST_CASE("Extremes: the efficiencies of 40 random pairs of nights, to six decimals of a minute") {
    const Instrument& dse = *find_instrument("sleep_efficiency_dse");
    std::mt19937_64 engine(11);
    const auto minutes = [&](std::int64_t most) {
        return Answer::from_millionths(
            static_cast<std::int64_t>(engine() % static_cast<std::uint64_t>(most * 1'000'000)));
    };
    std::vector<Score> nights;
    for (int i = 0; i < 41; ++i) {
        const Answer trying = static_cast<int>(1300 + engine() % 139);
        const Answer awake = static_cast<int>(300 + engine() % 200);
        const Answers one{trying, minutes(90), minutes(120), awake, minutes(90)};
        nights.push_back(score(dse, one));
        REQUIRE(nights.back().status == Status::ok);
    }
    int wrong = 0;
    for (std::size_t i = 1; i < nights.size(); ++i) wrong += faults(dse, nights[i - 1], nights[i]);
    CHECK(wrong == 0);
}

TEST_CASE("Extremes: columns give the same numbers as single scores, for every instrument") {
    for (const Instrument* instrument : registry) {
        const std::vector<Answers> sets = answer_sets(*instrument, 40);
        std::vector<std::vector<double>> columns(instrument->plan.items);
        for (std::size_t item = 0; item < columns.size(); ++item) {
            for (const Answers& set : sets) {
                columns[item].push_back(set[item].is_value() ? set[item].exact().to_double()
                                                             : std::nan(""));
            }
        }
        std::vector<Column> items;
        for (const auto& column : columns) items.emplace_back(column.data());
        const std::vector<double> years(
            sets.size(), static_cast<double>(age_of(*instrument).millionths_of_month()) / 12e6);
        std::vector<double> value(sets.size());
        REQUIRE(score_batch(*instrument, {.items = items, .age = years.data(), .rows = sets.size()},
                            {.value = value.data()}) == BatchError::none);
        int wrong = 0;
        for (std::size_t row = 0; row < sets.size(); ++row) {
            Answers set = sets[row];
            for (Answer& each : set) each = each.is_value() ? each : Answer();
            const Score one = score(*instrument, set, age_of(*instrument));
            const double expected = one.to_double();
            wrong += std::isnan(value[row]) ? one.is_scored() : value[row] != expected;
            if (one.is_scored()) {
                wrong += !wide_reference::is_nearest(value[row], rational(one.value()));
            }
        }
        INFO(std::string(instrument->id));
        CHECK(wrong == 0);
    }
}

TEST_CASE("Extremes: the mean of seven days is exact, or invalid with the reason") {
    int refused = 0;
    for (const Instrument* instrument : registry) {
        const std::vector<Score> all = scores(*instrument, 28);
        int wrong = 0;
        for (std::size_t first = 0; first + 7 <= all.size(); first += 7) {
            std::array<Score, 7> days{};
            Rational sum = 0;
            for (std::size_t d = 0; d < 7; ++d) {
                days[d] = all[first + d];
                sum += rational(days[d].value());
            }
            const Score mean = weekly_mean(days);
            if (mean.is_scored()) {
                wrong += rational(mean.value()) != Rational(sum / 7);
            } else {
                wrong += mean.status != Status::invalid || mean.why.empty();
                wrong += instrument->formula == nullptr;  // of sums every mean fits
                ++refused;
            }
        }
        INFO(std::string(instrument->id));
        CHECK(wrong == 0);
    }
    CHECK(refused > 0);
}

namespace {

/// Seven nights of a sleep episode of which nothing divides the length of another.
std::vector<Score> week(std::int64_t fraction) {
    constexpr std::array<int, 7> minutes{443, 449, 457, 461, 463, 467, 479};
    std::vector<Score> nights;
    for (std::size_t i = 0; i < minutes.size(); ++i) {
        const Answer still_trying =
            Answer::from_millionths(fraction * (static_cast<std::int64_t>(i) + 1));
        const Answers one{0, 20, 13, minutes[i], still_trying};
        nights.push_back(score(*find_instrument("sleep_efficiency_dse"), one));
        REQUIRE(nights.back().is_scored());
    }
    return nights;
}
trial::NightMean mean_of(const std::vector<Score>& week) {
    std::vector<trial::NightValue> nights;
    for (const Score& night : week) nights.push_back(trial::night(night));
    return trial::mean_of_nights(nights, trial::diary_nights);
}
Rational right_mean(const std::vector<Score>& week) {
    Rational sum = 0;
    for (const Score& night : week) sum += rational(night.value());
    return sum / static_cast<int>(week.size());
}

}  // namespace

TEST_CASE("Extremes: the mean over nights is exact to the minute, and says where it is rounded") {
    const trial::NightMean whole = mean_of(week(0));
    CHECK(whole.is_known());
    CHECK_FALSE(whole.is_rounded);
    CHECK(rational(whole.mean) == right_mean(week(0)));
    const trial::NightMean fine = mean_of(week(100'003));
    CHECK(fine.is_known());
    CHECK(fine.is_rounded);
    const Rational off = rational(fine.mean) - right_mean(week(100'003));
    CHECK(abs(off) < Rational(1, 1'000'000'000'000));
    const trial::NightValue none[] = {{Status::ok, Exact::not_a_number(), false}};
    CHECK(trial::mean_of_nights(none, {1, false, {}}).status == Status::invalid);
}
