// SPDX-License-Identifier: BSL-1.0
// Speed of the paired statistics; peers/stats_paired.R and .py time R and SciPy on the same data.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <eczscore/stats/bootstrap.hpp>
#include <eczscore/stats/hodges_lehmann_paired.hpp>
#include <eczscore/stats/sign_flip.hpp>
#include <eczscore/stats/signed_rank.hpp>

#include <benchmark/benchmark.h>

using namespace eczscore::stats;

namespace {

/// Skewed changes that the peers' scripts make by the same formula; rounded to a step if asked.
std::vector<double> changes(std::size_t n, double per_unit) {
    std::vector<double> all;
    for (std::size_t i = 0; i < n; ++i) {
        const double u = (static_cast<double>((i * 7919 + 13) % 10007) + 0.5) / 10007.0;
        const double value = -14.0 * std::log(u) - 10.0;
        all.push_back(per_unit > 0.0 ? std::round(value * per_unit) / per_unit : value);
    }
    return all;
}

void bca_mean(benchmark::State& state) {
    const auto d = changes(500, static_cast<double>(state.range(1)));
    const BootstrapOptions options{static_cast<std::size_t>(state.range(0)), 1};
    Interval ci;
    for (auto _ : state) {
        ci = bootstrap_mean(d, options).bca;
        benchmark::DoNotOptimize(std::as_const(ci));
    }
    state.counters["lower"] = ci.lower;
    state.counters["upper"] = ci.upper;
}
BENCHMARK(bca_mean)
    ->ArgNames({"B", "per_unit"})
    ->Args({10'000, 0})
    ->Args({10'000, 10})
    ->Args({100'000, 0})
    ->Unit(benchmark::kMillisecond);

void bca_median(benchmark::State& state) {
    const auto d = changes(static_cast<std::size_t>(state.range(1)), 0.0);
    const BootstrapOptions options{static_cast<std::size_t>(state.range(0)), 1};
    Interval ci;
    for (auto _ : state) {
        ci = bootstrap_median(d, options).bca;
        benchmark::DoNotOptimize(std::as_const(ci));
    }
    state.counters["lower"] = ci.lower;
    state.counters["upper"] = ci.upper;
}
BENCHMARK(bca_median)
    ->ArgNames({"B", "n"})
    ->Args({10'000, 500})
    ->Args({10'000, 501})
    ->Args({100'000, 500})
    ->Unit(benchmark::kMillisecond);

/// n 200 without ties; 200 in whole points: ties and zeros (coin's case).
void signed_rank(benchmark::State& state) {
    const auto d =
        changes(static_cast<std::size_t>(state.range(0)), static_cast<double>(state.range(1)));
    double p = 0.0;
    for (auto _ : state) {
        p = signed_rank_exact(d, {.zeros = Zeros::wilcoxon}).p_two_sided;
        benchmark::DoNotOptimize(std::as_const(p));
    }
    state.counters["p"] = p;
}
BENCHMARK(signed_rank)
    ->ArgNames({"n", "per_unit"})
    ->Args({200, 0})
    ->Args({200, 1})
    ->Args({1000, 0})
    ->Unit(benchmark::kMillisecond);

void hodges_lehmann(benchmark::State& state) {
    const auto d =
        changes(static_cast<std::size_t>(state.range(0)), static_cast<double>(state.range(1)));
    double estimate = 0.0;
    for (auto _ : state) {
        estimate = hodges_lehmann_paired(d).estimate;
        benchmark::DoNotOptimize(std::as_const(estimate));
    }
    state.counters["estimate"] = estimate;
}
BENCHMARK(hodges_lehmann)
    ->ArgNames({"n", "per_unit"})
    ->Args({10'000, 0})
    ->Args({10'000, 10})
    ->Unit(benchmark::kMillisecond);

void hodges_lehmann_tied(benchmark::State& state) {
    const auto d = changes(200, 1.0);
    for (auto _ : state) benchmark::DoNotOptimize(hodges_lehmann_paired_tied(d).estimate);
}
BENCHMARK(hodges_lehmann_tied)->Unit(benchmark::kMillisecond);

void sign_flip(benchmark::State& state) {
    const auto d = changes(60, 10.0);
    for (auto _ : state) benchmark::DoNotOptimize(sign_flip_exact(d).p_two_sided);
}
BENCHMARK(sign_flip)->Unit(benchmark::kMillisecond);

}  // namespace
