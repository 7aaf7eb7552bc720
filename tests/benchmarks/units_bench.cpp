// SPDX-License-Identifier: BSL-1.0
// Speed of converting a column against memcpy of the same bytes, run in turn: the counter `ratio`
// is the median of memcpy's time over ours, 1 being the speed of memory.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

#include <eczscore/units/convert_column.hpp>
#include <eczscore/units/kinds.hpp>
#include <eczscore/units/read_unit.hpp>

#include <benchmark/benchmark.h>

using namespace eczscore::units;

namespace {

std::size_t column_rows() {
    const char* text = std::getenv("ECZSCORE_BENCH_ROWS");
    return text != nullptr ? static_cast<std::size_t>(std::atol(text)) : 16'000'000;
}
double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}
double middle_of(std::vector<double> v) {
    std::nth_element(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2), v.end());
    return v[v.size() / 2];
}

/// Eight bytes in, eight and a flag out; memcpy moves the eight and clears the flags.
void convert_to_tewl(benchmark::State& state, const char* unit, unsigned blanks_per_1000) {
    const KindInfo& tewl = kind::Tewl::info;
    const Conversion way = conversion(parse_ucum(unit).unit, tewl.unit, tewl.analyte);
    if (!way.ok()) return state.SkipWithError("no such conversion");
    const std::size_t rows = column_rows();
    std::vector<double> in(rows), out(rows);
    std::vector<std::uint8_t> flags(rows);
    std::uint64_t seed = 1;
    for (double& value : in) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        value = static_cast<double>(seed >> 33 & 1023);
        if ((seed >> 43) % 1000 < blanks_per_1000) value = std::nan("");
    }
    std::vector<double> ratios, times;
    for (auto _ : state) {
        const double start = cpu_seconds();
        std::memcpy(out.data(), in.data(), rows * sizeof(double));
        std::memset(flags.data(), 1, rows);
        benchmark::ClobberMemory();
        const double middle = cpu_seconds();
        benchmark::DoNotOptimize(
            convert_column(way, tewl.limits, in.data(), out.data(), flags.data(), rows));
        benchmark::ClobberMemory();
        const double end = cpu_seconds();
        state.SetIterationTime(end - middle);
        ratios.push_back((middle - start) / (end - middle));
        times.push_back(end - middle);
    }
    state.counters["ratio"] = middle_of(ratios);
    state.counters["Mrow_s"] = static_cast<double>(rows) / middle_of(times) / 1e6;
    state.counters["GB_s"] = 17 * static_cast<double>(rows) / middle_of(times) / 1e9;
}

const int registered = [] {
    const auto add = [](const char* label, const char* unit, unsigned blanks) {
        benchmark::RegisterBenchmark(
            ("9/units_column/" + std::string(label)).c_str(),
            [=](benchmark::State& state) { convert_to_tewl(state, unit, blanks); })
            ->UseManualTime()
            ->Iterations(11)
            ->Unit(benchmark::kMillisecond);
    };
    add("as_it_is", "g/m2/h", 0);
    add("times_10", "mg/cm2/h", 0);
    add("times_3_over_5", "ug/cm2/min", 0);
    add("times_3_over_5_blanks_1%", "ug/cm2/min", 10);
    add("times_3_over_5_blanks_10%", "ug/cm2/min", 100);
    return 0;
}();

}  // namespace
