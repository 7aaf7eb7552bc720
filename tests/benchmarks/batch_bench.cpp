// SPDX-License-Identifier: BSL-1.0
// Speed of scoring columns: each case runs its yardstick and the kernel in turn and reports the
// median of the ratios, so that other work on the machine meets both alike.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <eczscore/instruments.hpp>
#include <eczscore/score/batch.hpp>

#include "bandwidth.hpp"
#include "batch_data.hpp"

#include <benchmark/benchmark.h>

using namespace eczscore;
using namespace eczscore::bench;
using kernels::BatchTarget;

namespace {
std::size_t heap_requests = 0;  // of the whole program; read before and after a call
}

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"  // inlined, the pair looks like malloc's
#endif
void* operator new(std::size_t size) {
    ++heap_requests;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

std::size_t table_rows() {
    const char* text = std::getenv("ECZSCORE_BENCH_ROWS");
    return text != nullptr ? static_cast<std::size_t>(std::atol(text)) : 40'000'000;
}
constexpr std::size_t cache_rows = 16'384;

double seconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}
double median(std::vector<double> v) {
    std::nth_element(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2), v.end());
    return v[v.size() / 2];
}

/// Runs yardstick and kernel in turn. `work` is how much the kernel does per unit of the
/// yardstick's work (bytes per byte, rows per row).
template <class Yardstick, class Ours>
void in_turn(benchmark::State& state, clockid_t clock, double work, double rows, double bytes,
             Yardstick yardstick, Ours ours) {
    std::vector<double> ratios, times, yards;
    yardstick();
    const std::size_t before = heap_requests;
    ours();
    state.counters["heap"] = static_cast<double>(heap_requests - before);
    for (auto _ : state) {
        const double start = seconds(clock);
        yardstick();
        const double middle = seconds(clock);
        ours();
        const double end = seconds(clock);
        state.SetIterationTime(end - middle);
        ratios.push_back((middle - start) / (end - middle) * work);
        times.push_back(end - middle);
        yards.push_back(middle - start);
    }
    state.counters["ratio"] = median(ratios);
    state.counters["Mrow_s"] = rows / median(times) / 1e6;
    state.counters["GB_s"] = rows * bytes / median(times) / 1e9;
    state.counters["yard_GB_s"] = rows * bytes / work / median(yards) / 1e9;
}

const Buffer<unsigned char>& probe() {
    static const Buffer<unsigned char> bytes(std::size_t{1} << 30);
    return bytes;
}
void read_probe() { benchmark::DoNotOptimize(read_all(probe().data(), std::size_t{1} << 30)); }
void read_probe_in_two() {
    benchmark::DoNotOptimize(read_all_in_two(probe().data(), std::size_t{1} << 30));
}

bool unavailable(benchmark::State& state, BatchTarget target) {
    if (kernels::has_batch_target(target)) return false;
    state.SkipWithError("this processor does not have the target");
    return true;
}

struct EasiOut {
    Buffer<std::uint16_t> units;
    Buffer<std::uint8_t> band, status;
    explicit EasiOut(std::size_t rows) : units(rows, 2048), band(rows, 1024), status(rows, 512) {}
    BatchOutput out() const {
        BatchOutput result;
        result.units16 = units.data();
        result.band = band.data();
        result.status = status.data();
        return result;
    }
};
std::vector<Column> columns_of(const EasiBytes& in) {
    std::vector<Column> items;
    for (std::size_t i = 0; i < 20; ++i) items.push_back(in.columns[i].data());
    return items;
}
void run(const Instrument& instrument, const std::vector<Column>& items, Column age,
         std::size_t rows, const BatchOutput& out, kernels::BatchOptions options) {
    const BatchInput in{items, age, rows};
    if (kernels::score_batch(instrument, in, out, options) != BatchError::none) std::abort();
    benchmark::ClobberMemory();
}

// --- EASI from bytes ----------------------------------------------------------------------------

const EasiBytes& big_easi() {
    static const EasiBytes table(table_rows(), 0);
    return table;
}
const EasiOut& big_out() {
    static const EasiOut out(table_rows());
    return out;
}

void easi_bytes_memory(benchmark::State& state, BatchTarget target) {
    if (unavailable(state, target)) return;
    const EasiBytes& in = big_easi();
    const auto items = columns_of(in);
    const double bytes = 25.0 * static_cast<double>(in.rows);
    in_turn(state, CLOCK_THREAD_CPUTIME_ID, bytes / double(1 << 30), double(in.rows), 25,
            read_probe, [&] {
                run(easi::instrument, items, in.columns[20].data(), in.rows, big_out().out(),
                    {.target = target});
            });
}
void easi_bytes_two_threads(benchmark::State& state) {
    const EasiBytes& in = big_easi();
    const auto items = columns_of(in);
    const double bytes = 25.0 * static_cast<double>(in.rows);
    in_turn(state, CLOCK_MONOTONIC, bytes / double(1 << 30), double(in.rows), 25, read_probe_in_two,
            [&] {
                run(easi::instrument, items, in.columns[20].data(), in.rows, big_out().out(),
                    {.threads = 2});
            });
}

/// Against the plain loop, in cache; `ours` scores `rows` rows.
template <class Ours>
void against_plain(benchmark::State& state, const EasiBytes& in, std::size_t repeats, Ours ours) {
    const EasiOut out(in.rows);
    in_turn(
        state, CLOCK_THREAD_CPUTIME_ID, 1, double(in.rows * repeats), 25,
        [&] {
            for (std::size_t k = 0; k < repeats; ++k) {
                plain_easi(in, in.rows, out.units.data(), out.band.data(), out.status.data());
                benchmark::ClobberMemory();
            }
        },
        [&] {
            for (std::size_t k = 0; k < repeats; ++k) ours(out.out());
        });
}
void easi_bytes_cache(benchmark::State& state, BatchTarget target, unsigned blanks) {
    if (unavailable(state, target)) return;
    const EasiBytes in(cache_rows, blanks, 0);
    const auto items = columns_of(in);
    against_plain(state, in, 200, [&](const BatchOutput& out) {
        run(easi::instrument, items, in.columns[20].data(), in.rows, out, {.target = target});
    });
}
void easi_bytes_header_cache(benchmark::State& state) {
    const EasiBytes in(cache_rows, 0, 0);
    const auto items = columns_of(in);
    against_plain(state, in, 200, [&](const BatchOutput& out) {
        const BatchInput columns{items, in.columns[20].data(), in.rows};
        if (score_batch<easi::instrument, 16>(columns, out) != BatchError::none) std::abort();
        benchmark::ClobberMemory();
    });
}
void easi_bytes_header_memory(benchmark::State& state) {
    const EasiBytes& in = big_easi();
    const auto items = columns_of(in);
    against_plain(state, in, 1, [&](const BatchOutput& out) {
        const BatchInput columns{items, in.columns[20].data(), in.rows};
        if (score_batch<easi::instrument, 16>(columns, out) != BatchError::none) std::abort();
        benchmark::ClobberMemory();
    });
}

// --- POEM and SCORAD ----------------------------------------------------------------------------

void poem_memory(benchmark::State& state, BatchTarget target) {
    if (unavailable(state, target)) return;
    const std::size_t rows = table_rows() * 2;
    Random random;
    std::vector<Buffer<std::uint8_t>> columns;
    std::vector<Column> items;
    for (std::size_t i = 0; i < 7; ++i) {
        columns.emplace_back(rows, 64 * i);
        for (std::size_t row = 0; row < rows; ++row) {
            columns[i][row] = static_cast<std::uint8_t>((random() >> 32) % 5);
        }
        items.push_back(columns[i].data());
    }
    const EasiOut out(rows);
    in_turn(state, CLOCK_THREAD_CPUTIME_ID, 11.0 * double(rows) / double(1 << 30), double(rows), 11,
            read_probe,
            [&] { run(poem::instrument, items, {}, rows, out.out(), {.target = target}); });
}

template <class T>
void scorad_memory(benchmark::State& state, BatchTarget target) {
    if (unavailable(state, target)) return;
    const std::size_t rows = table_rows() / 2;
    Random random;
    std::vector<Buffer<std::uint8_t>> bytes;
    std::vector<Buffer<T>> numbers;
    std::vector<Column> items;
    for_each_item(scorad::instrument.forms[0], [&](std::size_t, std::size_t i, const Item& item) {
        const std::uint64_t top = static_cast<std::uint64_t>(item.scale.max.num());
        if (item.scale.is_continuous()) {
            numbers.emplace_back(rows, 64 * i);
            for (std::size_t row = 0; row < rows; ++row) {
                numbers.back()[row] =
                    static_cast<T>(double((random() >> 32) % (top * 10 + 1)) / 10);
            }
            items.push_back(numbers.back().data());
            return;
        }
        bytes.emplace_back(rows, 64 * i);
        for (std::size_t row = 0; row < rows; ++row) {
            bytes.back()[row] = static_cast<std::uint8_t>((random() >> 32) % (top + 1));
        }
        items.push_back(bytes.back().data());
    });
    const EasiOut out(rows);
    const Buffer<std::uint32_t> units(rows, 3072);
    BatchOutput wanted = out.out();
    wanted.units16 = nullptr;
    wanted.units32 = units.data();
    const double each = 6 + 3 * sizeof(T) + 6;
    in_turn(state, CLOCK_THREAD_CPUTIME_ID, each * double(rows) / double(1 << 30), double(rows),
            each, read_probe,
            [&] { run(scorad::instrument, items, {}, rows, wanted, {.target = target}); });
}

// --- EASI from double ---------------------------------------------------------------------------

void easi_doubles(benchmark::State& state, BatchTarget target, unsigned blanks) {
    if (unavailable(state, target)) return;
    const std::size_t rows = table_rows() / 4;
    const EasiBytes bytes(rows, blanks);
    std::vector<Buffer<double>> columns;
    std::vector<Column> items;
    for (std::size_t i = 0; i < 21; ++i) {
        columns.emplace_back(rows, 64 * i);
        const double units = i % 5 == 4 || i == 20 ? 1 : 2;
        for (std::size_t row = 0; row < rows; ++row) {
            const std::uint8_t x = bytes.columns[i][row];
            columns[i][row] = x == 255 ? std::nan("") : x / units;
        }
        if (i < 20) items.push_back(columns[i].data());
    }
    const Buffer<double> value(rows);
    const Buffer<std::uint8_t> band(rows, 1024);
    BatchOutput out;
    out.value = value.data();
    out.band = band.data();
    in_turn(state, CLOCK_THREAD_CPUTIME_ID, 177.0 * double(rows) / double(1 << 30), double(rows),
            177, read_probe, [&] {
                run(easi::instrument, items, columns[20].data(), rows, out, {.target = target});
            });
}

// --- EASI from columns of other types, against `double`
// -------------------------------------------

/// EASI columns of `T` in whole points; `blanks` in 1000 are missing, as NaN or by a bitmap.
template <class T>
struct EasiNumbers {
    std::vector<Buffer<T>> values;
    std::vector<Buffer<std::uint8_t>> bitmaps;
    std::vector<Column> items;
    Column age;

    EasiNumbers(const EasiBytes& bytes, bool has_bitmaps) {
        for (std::size_t i = 0; i < 21; ++i) {
            values.emplace_back(bytes.rows, 64 * i);
            bitmaps.emplace_back(bytes.rows / 8 + 1, 64 * i);
            const unsigned units = i % 5 == 4 || i == 20 ? 1 : 2;
            for (std::size_t row = 0; row < bytes.rows; ++row) fill(bytes, i, row, units);
            const Column plain = values[i].data();
            const Column mine = has_bitmaps ? plain.with_validity(bitmaps[i].data()) : plain;
            if (i < 20)
                items.push_back(mine);
            else
                age = mine;
        }
    }

private:
    void fill(const EasiBytes& bytes, std::size_t i, std::size_t row, unsigned units) {
        const std::uint8_t x = bytes.columns[i][row];
        const bool is_there = x != 255;
        values[i][row] = is_there ? static_cast<T>(x / units) : static_cast<T>(blank_of<T>);
        const auto bit = static_cast<std::uint8_t>(1u << row % 8);
        std::uint8_t& byte = bitmaps[i][row / 8];
        byte = static_cast<std::uint8_t>(is_there ? byte | bit : byte & ~bit);
    }
    template <class U>
    static constexpr double blank_of = std::is_integral_v<U> ? 0 : __builtin_nan("");
};

/// The ratio is the time of `double` columns over that of `T` columns.
template <class T>
void against_doubles(benchmark::State& state, BatchTarget target, unsigned blanks,
                     bool has_bitmaps) {
    if (unavailable(state, target)) return;
    const EasiBytes bytes(table_rows() / 8, blanks);
    const EasiNumbers<double> doubles(bytes, false);
    const EasiNumbers<T> ours(bytes, has_bitmaps);
    const Buffer<double> value(bytes.rows);
    const Buffer<std::uint8_t> band(bytes.rows, 1024);
    BatchOutput out;
    out.value = value.data();
    out.band = band.data();
    const auto score = [&](const auto& in) {
        run(easi::instrument, in.items, in.age, bytes.rows, out, {.target = target});
    };
    in_turn(
        state, CLOCK_THREAD_CPUTIME_ID, 1, double(bytes.rows), 21 * sizeof(T) + 9,
        [&] { score(doubles); }, [&] { score(ours); });
}

// --- Every instrument ---------------------------------------------------------------------------

/// Scores, bands and statuses of any instrument, against reading its own columns.
void every(benchmark::State& state, const Instrument& instrument, BatchTarget target,
           unsigned blanks) {
    if (unavailable(state, target)) return;
    // Row by row, a hundredth of the speed is measured as well on less.
    const std::size_t size = detail::shape_of(instrument).fits ? 128 : 4;
    const AnyTable in(instrument, size << 20, blanks);
    const Buffer<double> score(in.rows, 3072);  // in whichever units are the narrowest
    const Buffer<std::uint8_t> band(in.rows, 1024), status(in.rows, 512);
    BatchOutput out;
    std::size_t width = 8;
    const std::int64_t highest = detail::max_units(instrument);
    if (!detail::has_units(instrument) || highest >= 0xffffffff) {
        out.value = score.data();
    } else if (highest >= 0xffff) {
        out.units32 = reinterpret_cast<std::uint32_t*>(score.data());
        width = 4;
    } else {
        out.units16 = reinterpret_cast<std::uint16_t*>(score.data());
        width = 2;
    }
    out.band = band.data();
    out.status = status.data();
    const auto bytes = static_cast<double>(in.row_bytes + width + 2);
    const auto rows = static_cast<double>(in.rows);
    in_turn(
        state, CLOCK_THREAD_CPUTIME_ID, bytes / static_cast<double>(in.row_bytes), rows, bytes,
        [&] {
            for (const AnyColumn& each : in.columns) {
                benchmark::DoNotOptimize(read_all(each.data(), in.rows * each.width()));
            }
        },
        [&] { run(instrument, in.items, in.age, in.rows, out, {.target = target}); });
}

constexpr BatchTarget targets[] = {BatchTarget::baseline, BatchTarget::avx2, BatchTarget::avx512};
constexpr const char* names[] = {"baseline", "avx2", "avx512"};

const int registered = [] {
    const auto add = [](const std::string& name, auto body) {
        benchmark::RegisterBenchmark(name.c_str(), body)
            ->UseManualTime()
            ->Iterations(11)
            ->Unit(benchmark::kMillisecond);
    };
    for (int t = 0; t < 3; ++t) {
        const BatchTarget target = targets[t];
        const std::string name = names[t];
        add("1/easi_bytes/memory/" + name, [=](auto& s) { easi_bytes_memory(s, target); });
        add("2/easi_bytes/cache_vs_plain/" + name,
            [=](auto& s) { easi_bytes_cache(s, target, 0); });
        add("2/easi_bytes_blanks_5%/cache_vs_plain/" + name,
            [=](auto& s) { easi_bytes_cache(s, target, 50); });
        add("4/poem_bytes/memory/" + name, [=](auto& s) { poem_memory(s, target); });
        add("4/scorad_floats/memory/" + name, [=](auto& s) { scorad_memory<float>(s, target); });
        add("4/scorad_doubles/memory/" + name, [=](auto& s) { scorad_memory<double>(s, target); });
        add("5/easi_doubles/memory/" + name, [=](auto& s) { easi_doubles(s, target, 0); });
        add("5/easi_doubles_blanks_10%/memory/" + name,
            [=](auto& s) { easi_doubles(s, target, 100); });
        add("5/easi_int32_over_double/" + name,
            [=](auto& s) { against_doubles<std::int32_t>(s, target, 0, false); });
        add("5/easi_int32_bitmap_10%_over_double/" + name,
            [=](auto& s) { against_doubles<std::int32_t>(s, target, 100, true); });
        add("5/easi_int64_over_double/" + name,
            [=](auto& s) { against_doubles<std::int64_t>(s, target, 0, false); });
        add("5/easi_double_bitmap_10%_over_double/" + name,
            [=](auto& s) { against_doubles<double>(s, target, 100, true); });
        for (const Instrument* each : registry) {
            const std::string id(std::string_view(each->id));
            add("every/" + id + "/" + name, [=](auto& s) { every(s, *each, target, 0); });
            add("every_blanks_2%/" + id + "/" + name,
                [=](auto& s) { every(s, *each, target, 20); });
        }
    }
    add("3/easi_bytes/header_cache_vs_plain", [](auto& s) { easi_bytes_header_cache(s); });
    add("3/easi_bytes/header_memory_vs_plain", [](auto& s) { easi_bytes_header_memory(s); });
    add("8/easi_bytes/memory/two_threads", [](auto& s) { easi_bytes_two_threads(s); });
    return 0;
}();

}  // namespace
