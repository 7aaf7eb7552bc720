// SPDX-License-Identifier: BSL-1.0
// Fuzzes every public function of stats/ with hostile numbers: no exception, no overflow, no ok
// without a number.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "stats/hostile.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::size_t which = (data[0] | std::size_t{data[1]} << 8) % std::size(hostile::calls);
    if (const char* fault = hostile::run_one(which, {data + 2, size - 2})) {
        std::fprintf(stderr, "%s: %s\n", hostile::calls[which].function, fault);
        std::abort();
    }
    return 0;
}
