// SPDX-License-Identifier: BSL-1.0
// Scores columns with the kernels that the processor can run, on one thread or several.
#include <algorithm>
#include <array>
#include <exception>
#include <thread>

#include <eczscore/score/batch.hpp>

#include "batch_targets.hpp"

namespace eczscore::kernels {
namespace {

using Lookup = BatchKernel (*)(std::size_t) noexcept;  // of a template, or `table_driven`

Lookup lookup(BatchTarget target) noexcept {
    switch (target) {
        case BatchTarget::baseline: return batch_kernel_baseline;
#if defined(__x86_64__) && !defined(ECZSCORE_KERNELS_BASELINE_ONLY)
        case BatchTarget::avx2:
            if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") &&
                __builtin_cpu_supports("fma"))
                return batch_kernel_avx2;
            return nullptr;
        case BatchTarget::avx512:
            if (lookup(BatchTarget::avx2) != nullptr && __builtin_cpu_supports("avx512bw") &&
                __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
                __builtin_cpu_supports("avx512cd"))
                return batch_kernel_avx512;
            return nullptr;
#else
        case BatchTarget::avx2:
        case BatchTarget::avx512: return nullptr;
#endif
        case BatchTarget::best: {
            static const Lookup best = [] {
                for (const BatchTarget wide : {BatchTarget::avx512, BatchTarget::avx2}) {
                    if (const Lookup found = lookup(wide)) return found;
                }
                return lookup(BatchTarget::baseline);
            }();
            return best;
        }
    }
    return nullptr;
}

/// The shapes that have a kernel of their own, in the order of `Templated`.
template <const Instrument&... each>
std::size_t find_template(const detail::Shape& shape, InstrumentList<each...>) {
    static constexpr detail::Shape shapes[] = {detail::shape_of(each)...};
    std::size_t i = 0;
    while (i < sizeof...(each) && !(shapes[i] == shape)) ++i;
    return i < sizeof...(each) ? i : table_driven;
}

/// What is the same for all parts of a batch.
struct Job {
    const Instrument& instrument;
    Lookup target;
    detail::Shape shape;
    detail::Layout layout;
    std::size_t kernel;

    Job(const Instrument& of, Lookup on)
        : instrument(of),
          target(on),
          shape(detail::shape_of(of)),
          layout(detail::layout_of(shape)),
          kernel(find_template(shape, Templated{})) {}
};

void score_part(const Job& job, const BatchInput& in, const BatchOutput& out) noexcept {
    if (detail::lanes_work_here && job.shape.fits) {
        detail::KernelScale scales[max_items];
        detail::copy_scales(job.instrument, scales);
        detail::KernelCall call;
        if (detail::make_call(job.instrument, job.shape, job.layout, in, out, scales, call)) {
            job.target(detail::template_does(call) ? job.kernel : table_driven)(call);
            return;
        }
    }
    detail::score_rows(job.instrument, in, out);
}

/// Rows [first, last) of a batch.
void score_range(const Job& job, const BatchInput& in, const BatchOutput& out, std::size_t first,
                 std::size_t last) noexcept {
    std::array<Column, max_items> items;
    for (std::size_t i = 0; i < in.items.size(); ++i) items[i] = in.items[i].from(first);
    std::uint32_t* domains[max_domains];
    const BatchInput part{
        {items.data(), in.items.size()}, in.age.from(first), last - first, in.age_unit};
    score_part(job, part, detail::output_from(out, first, domains));
}

constexpr std::size_t rows_per_thread = 500'000;
constexpr std::size_t most_threads = 64;

void score_in_threads(const Job& job, const BatchInput& in, const BatchOutput& out,
                      std::size_t threads) noexcept {
    const std::size_t share = (in.rows / threads + 4095) / 4096 * 4096;
    std::array<std::thread, most_threads> others;
    std::size_t done = std::min(share, in.rows);
    for (std::size_t t = 1; t < threads && done < in.rows; ++t) {
        const std::size_t last = t + 1 == threads ? in.rows : std::min(done + share, in.rows);
        try {
            others[t] = std::thread([&, done, last] { score_range(job, in, out, done, last); });
        } catch (const std::exception&) {  // no thread to be had: do it here
            score_range(job, in, out, done, last);
        }
        done = last;
    }
    score_range(job, in, out, 0, std::min(share, in.rows));
    if (done < in.rows) score_range(job, in, out, done, in.rows);
    for (std::thread& other : others) {
        if (other.joinable()) other.join();
    }
}

}  // namespace

bool has_batch_target(BatchTarget target) noexcept { return lookup(target) != nullptr; }

BatchError score_batch(const Instrument& instrument, const BatchInput& in, const BatchOutput& out,
                       BatchOptions options) noexcept {
    const BatchError error = detail::find_error(instrument, in, out);
    if (error != BatchError::none) return error;
    const Lookup target = lookup(options.target);
    if (target == nullptr) return BatchError::target_not_available;
    const Job job(instrument, target);
    std::size_t threads = options.threads;
    if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
    threads = std::min({threads, most_threads, in.rows / rows_per_thread});
    if (threads > 1)
        score_in_threads(job, in, out, threads);
    else
        score_part(job, in, out);
    return error;
}

}  // namespace eczscore::kernels
