// SPDX-License-Identifier: BSL-1.0
// Fuzzes change, percentage, responder and verdict: two assessments, or any two exact numbers, of
// every instrument against every published threshold, compared with long double.
#include <eczscore/report/change.hpp>
#include <eczscore/score/change.hpp>
#include <eczscore/score/diary.hpp>
#include <eczscore/score/table.hpp>

#include <cmath>
#include <vector>

#include "fuzz/bytes.hpp"

using namespace eczscore;
using eczscore::fuzz::must;

namespace {

/// The number in long double: near enough to see a wrapped integer.
template <class Number>
long double wide(Number value) {
    return static_cast<long double>(value.num()) / static_cast<long double>(value.den());
}

bool near(long double a, long double b) {
    return std::fabs(a - b) <= 1e-12L * (1 + std::fabs(a) + std::fabs(b));
}

void check(const Instrument& instrument, const Change& c) {
    const std::string_view id = instrument.id;
    if (c.is_evaluable) {
        const long double sign = instrument.direction == Direction::higher_is_worse ? 1 : -1;
        const long double better = sign * (wide(c.baseline) - wide(c.now));
        must(near(wide(c.improvement()), better), "a wrong improvement", id);
        if (c.has_percent()) {
            must(near(wide(c.percent()), 100 * better / wide(c.baseline)), "a wrong percent", id);
        }
    }
    for (const Threshold& threshold : instrument.thresholds) {
        const Verdict said = verdict(threshold, c);
        must(said == Verdict::not_evaluable || c.is_evaluable, "a verdict on no change", id);
        if (said == Verdict::improved) must(wide(c.improvement()) >= 0, "improved", id);
        if (said == Verdict::worsened) must(wide(c.improvement()) <= 0, "worsened", id);
        for (const BaselineZero zero : {BaselineZero::undefined, BaselineZero::non_responder,
                                        BaselineZero::responder_if_still_zero}) {
            const Response response = eczscore::response(threshold, c, zero);
            must(response == Response::not_evaluable || c.has_now, "a response without a score",
                 id);
        }
    }
    const report::ChangeReport judged = report::change_report(instrument, c);
    report::change_text(judged);
    report::change_json(judged);
}

Score assessment(const Instrument& instrument, fuzz::Bytes& bytes) {
    const Age age = fuzz::age(bytes);
    std::vector<Answer> answers(instrument.plan.items);
    for (Answer& answer : answers) answer = fuzz::answer(bytes);
    const Score scored = score(instrument, answers, age);
    const TableRow row{.sum = scored.units / scored.denominator, .value = instrument.max};
    return look_up(ScoreTable{std::span(&row, 1)}, scored);
}

/// A number on the scale, with any denominator that is asked for.
Exact on_scale(const Instrument& instrument, fuzz::Bytes& bytes) {
    const std::int64_t parts = 1 + bytes.word() % 1'000'000'000;
    const std::int64_t part = bytes.word() % (parts > 0 ? parts + 1 : 1);
    if (parts <= 0 || part < 0) return instrument.max;
    return instrument.min + (instrument.max - instrument.min) * Exact::ratio(part, parts);
}

void check_diary(fuzz::Bytes& bytes) {
    std::vector<DiaryEntry> entries(bytes.byte() % 12);
    for (DiaryEntry& entry : entries) entry = {static_cast<int>(bytes.word()), fuzz::answer(bytes)};
    const int last = static_cast<int>(bytes.word());
    for (const SameDay rule : {SameDay::refuse, SameDay::highest, SameDay::last})
        for (const bool zero : {false, true}) diary_week(entries, last, rule, zero);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Bytes bytes(data, size);
    const Instrument& instrument = fuzz::instrument(bytes);
    switch (bytes.byte() % 4) {
        case 0: check_diary(bytes); break;
        case 1: {
            const Exact baseline = on_scale(instrument, bytes);
            check(instrument, change(instrument, baseline, on_scale(instrument, bytes)));
            break;
        }
        default: {
            const Score baseline = assessment(instrument, bytes);
            const Score now = assessment(instrument, bytes);
            check(instrument, change(instrument, baseline, now));
            const Instrument& other = fuzz::instrument(bytes);
            check(other, change(other, baseline, now));
        }
    }
    return 0;
}
