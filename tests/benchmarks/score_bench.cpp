// SPDX-License-Identifier: BSL-1.0
// The time of one score from ready answers, as a form or a patient's record asks for it; beside it
// the same EASI as plain arithmetic on doubles that checks nothing.
#include <array>
#include <cstdint>
#include <vector>

#include <eczscore/instruments/dlqi.hpp>
#include <eczscore/instruments/easi.hpp>
#include <eczscore/instruments/poem.hpp>
#include <eczscore/instruments/scorad.hpp>
#include <eczscore/score/score.hpp>

#include <benchmark/benchmark.h>

using namespace eczscore;

namespace {

constexpr std::size_t assessments = 64;
constexpr int adult_months = 30 * 12;

/// Complete and allowed answers, another one each time.
std::vector<std::array<Answer, max_items>> made_up_answers(const Instrument& instrument) {
    std::vector<std::array<Answer, max_items>> all(assessments);
    std::uint64_t seed = 1;
    for (std::array<Answer, max_items>& answers : all) {
        for (std::size_t i = 0; i < instrument.plan.items; ++i) {
            const Scale& scale = item_at(instrument, i).scale;
            do {
                seed = seed * 6364136223846793005U + 1442695040888963407U;
                answers[i] = Answer(static_cast<int>((seed >> 33) % 11));
            } while (!scale.allows(answers[i]));
        }
    }
    return all;
}

void score_one(benchmark::State& state, const Instrument& instrument) {
    const auto all = made_up_answers(instrument);
    const std::size_t items = instrument.plan.items;
    std::size_t next = 0;
    for (auto _ : state) {
        const std::span<const Answer> answers(all[next++ % assessments].data(), items);
        const Score result = score(instrument, answers, Age::months(adult_months));
        if (!result.is_scored()) return state.SkipWithError("not scored");
        benchmark::DoNotOptimize(result);
    }
}

/// Without validation, missing rule, bounds or exactness: what a formula in a script does.
double easi_of_doubles(const double* answers) {
    constexpr double weights[] = {0.1, 0.2, 0.3, 0.4};
    double sum = 0;
    for (int region = 0; region < 4; ++region) {
        const double* at = answers + region * 5;
        sum += weights[region] * at[0] * (at[1] + at[2] + at[3] + at[4]);
    }
    return sum;
}

void score_one_plainly(benchmark::State& state) {
    std::vector<std::array<double, 20>> all(assessments);
    for (std::size_t row = 0; row < assessments; ++row) {
        for (std::size_t i = 0; i < 20; ++i) all[row][i] = static_cast<double>((row + i) % 4);
    }
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(easi_of_doubles(all[next++ % assessments].data()));
    }
}

BENCHMARK_CAPTURE(score_one, easi, easi::instrument);
BENCHMARK_CAPTURE(score_one, poem, poem::instrument);
BENCHMARK_CAPTURE(score_one, dlqi, dlqi::instrument);
BENCHMARK_CAPTURE(score_one, scorad, scorad::instrument);
BENCHMARK(score_one_plainly);

}  // namespace
