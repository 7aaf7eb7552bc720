// SPDX-License-Identifier: BSL-1.0
// Fuzzes accumulators that are read from bytes, with the checksum made right: what is read merges
// and answers without running over, and what is refused changes nothing.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "stats/accumulator_probe.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const unsigned kind = 1 + data[0] % 6u;
    const bool as_it_is = data[0] >= 0xf0;  // no head, no checksum: bytes of anybody
    accumulator_probe::Bytes bytes;
    if (!as_it_is) bytes = {'E', 'C', 'Z', 'A', static_cast<std::uint8_t>(kind), 1};
    bytes.insert(bytes.end(), data + 1, data + size);
    if (!as_it_is) bytes = accumulator_probe::sealed(bytes);
    if (const char* fault = accumulator_probe::read_fault(kind, bytes)) {
        std::fprintf(stderr, "kind %u: %s\n", kind, fault);
        std::abort();
    }
    return 0;
}
