// SPDX-License-Identifier: BSL-1.0
// Speed of comparisons of two groups; peers/stats_two_group.R times R on the same data.
#include <cstdint>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "eczscore/stats/cmh.hpp"
#include "eczscore/stats/hodges_lehmann_shift.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "eczscore/stats/stratified_risk_difference.hpp"

using namespace eczscore::stats;

namespace {

/// Numbers that R makes alike: x <- (16807 x) mod (2^31 - 1).
class Numbers {
public:
    explicit Numbers(std::int64_t seed) : state_(seed) {}
    std::int64_t next() { return state_ = state_ * 16807 % 2147483647; }
    std::int64_t below(std::int64_t n) { return next() % n; }

private:
    std::int64_t state_;
};

struct Groups {
    std::vector<double> x, y;
};

/// kinds  distinct values, 0 for no ties
Groups groups(std::size_t n, std::int64_t kinds) {
    Numbers numbers(7);
    Groups made;
    const auto value = [&] {
        return static_cast<double>(kinds == 0 ? numbers.next() : numbers.below(kinds));
    };
    for (std::size_t i = 0; i < n; ++i) made.x.push_back(value());
    for (std::size_t i = 0; i < n; ++i) made.y.push_back(value());
    return made;
}

/// Strata of 10 to 49 patients in each arm.
std::vector<Stratum> strata(std::size_t count) {
    Numbers numbers(11);
    std::vector<Stratum> made(count);
    for (Stratum& each : made) {
        each.active.n = 10 + numbers.below(40);
        each.control.n = 10 + numbers.below(40);
        each.active.x = numbers.below(each.active.n + 1);
        each.control.x = numbers.below(each.control.n + 1) / 2;
    }
    return made;
}

void mann_whitney(benchmark::State& state) {
    const Groups data = groups(100, state.range(0));
    double p = 0.0;
    for (auto _ : state) {
        p = mann_whitney_exact(data.x, data.y).p;
        benchmark::DoNotOptimize(std::as_const(p));
    }
    state.counters["p"] = p;
}
BENCHMARK(mann_whitney)->ArgName("kinds")->Arg(0)->Arg(60)->Unit(benchmark::kMicrosecond);

void cmh(benchmark::State& state) {
    const auto data = strata(static_cast<std::size_t>(state.range(0)));
    double p = 0.0;
    for (auto _ : state) {
        p = cmh_test(data).p;
        benchmark::DoNotOptimize(std::as_const(p));
    }
    state.counters["p"] = p;
}
BENCHMARK(cmh)->ArgName("strata")->Arg(20)->Arg(1000)->Unit(benchmark::kMicrosecond);

void miettinen_nurminen(benchmark::State& state) {
    const auto data = strata(static_cast<std::size_t>(state.range(0)));
    Interval ci;
    for (auto _ : state) {
        ci = stratified_miettinen_nurminen(data).result.ci;
        benchmark::DoNotOptimize(std::as_const(ci));
    }
    state.counters["lower"] = ci.lower;
    state.counters["upper"] = ci.upper;
}
BENCHMARK(miettinen_nurminen)->ArgName("strata")->Arg(20)->Arg(1000)->Unit(benchmark::kMicrosecond);

void shift(benchmark::State& state) {
    const Groups data = groups(static_cast<std::size_t>(state.range(0)), 0);
    double estimate = 0.0;
    for (auto _ : state) {
        estimate =
            hodges_lehmann_shift(data.x, data.y, {.limits = ShiftLimits::normal}).shift.estimate;
        benchmark::DoNotOptimize(std::as_const(estimate));
    }
    state.counters["estimate"] = estimate;
}
BENCHMARK(shift)->ArgName("each")->Arg(100)->Arg(1000)->Arg(10000)->Unit(benchmark::kMicrosecond);

}  // namespace
