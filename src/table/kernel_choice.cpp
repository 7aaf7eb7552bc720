// SPDX-License-Identifier: BSL-1.0
// Asks the environment, then the processor.
#include "table/kernel_choice.hpp"

#include <cstdlib>
#include <string_view>

#include "kernels/csv_index.hpp"

namespace eczscore::table {

namespace {

struct Level {
    std::string_view name;
    kernels::BatchTarget batch;
    kernels::CsvTarget index;
    bool reads_levels;  ///< cells of neighbouring columns at once: only the widest has a way
};

constexpr Level levels[] = {
    {"baseline", kernels::BatchTarget::baseline, kernels::CsvTarget::baseline, false},
    {"avx2", kernels::BatchTarget::avx2, kernels::CsvTarget::avx2, false},
    {"avx512", kernels::BatchTarget::avx512, kernels::CsvTarget::avx512, true},
};

}  // namespace

tl::expected<KernelChoice, std::string> choose_kernels() {
    const char* const asked = std::getenv("ECZSCORE_TEST_KERNELS");
    if (asked == nullptr) {
        return KernelChoice{kernels::BatchTarget::best, kernels::csv_index(),
                            kernels::read_cell_levels()};
    }
    const std::string name = "ECZSCORE_TEST_KERNELS=" + std::string(asked);
    for (const Level& level : levels) {
        if (level.name != asked) continue;
        const io::CsvIndex index = kernels::csv_index(level.index);
        if (!kernels::has_batch_target(level.batch) || index == nullptr) {
            return tl::unexpected<std::string>(name + ": not on this processor, or not built");
        }
        return KernelChoice{level.batch, index,
                            level.reads_levels ? kernels::read_cell_levels() : nullptr};
    }
    return tl::unexpected<std::string>(name + ": choose baseline, avx2 or avx512");
}

}  // namespace eczscore::table
