// SPDX-License-Identifier: BSL-1.0
// The yardstick: how fast this processor reads memory, measured in the same run as what it judges.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <thread>
#include <vector>

namespace eczscore::bench {

/// Adds up an array with as many independent 64-byte accumulators as hide the latency of adding.
#if defined(__x86_64__)
__attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#endif
inline std::uint64_t
read_all(const unsigned char* bytes, std::size_t size) {
    typedef std::uint64_t Line __attribute__((vector_size(64)));
    Line sum[4] = {};
    for (std::size_t at = 0; at + 256 <= size; at += 256) {
        for (std::size_t i = 0; i < 4; ++i) {
            Line line;
            std::memcpy(&line, bytes + at + 64 * i, sizeof line);
            sum[i] += line;
        }
    }
    const Line all = (sum[0] + sum[1]) + (sum[2] + sum[3]);
    std::uint64_t total = 0;
    for (int i = 0; i < 8; ++i) total += all[i];
    return total;
}

/// Reads with two threads at once, half each.
inline std::uint64_t read_all_in_two(const unsigned char* bytes, std::size_t size) {
    std::uint64_t other = 0;
    const std::size_t half = size / 512 * 256;
    std::thread second([&] { other = read_all(bytes + half, size - half); });
    const std::uint64_t mine = read_all(bytes, half);
    second.join();
    return mine + other;
}

}  // namespace eczscore::bench
