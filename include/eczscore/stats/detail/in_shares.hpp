// SPDX-License-Identifier: BSL-1.0
// A run of independent replicates dealt to threads, each of which gets an unbroken share.
#pragma once

#include <algorithm>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace eczscore::stats::detail {

/// Calls work(first, end) for shares that cover 0 .. count - 1, in `threads` threads of which the
/// caller's is one. What `work` does for a replicate must depend on its number alone: then neither
/// the number of threads nor the cuts between shares change a bit. It must not throw.
/// threads  0: as many as there are processors; never more than 256 are started
template <class Work>
void in_shares(std::size_t count, unsigned threads, const Work& work) {
    if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
    const std::size_t shares =
        std::clamp<std::size_t>(std::min(threads, 256u), 1, std::max<std::size_t>(count, 1));
    const auto start = [&](std::size_t share) {  // the first count % shares get one more
        return share * (count / shares) + std::min(share, count % shares);
    };
    std::vector<std::thread> others;
    others.reserve(shares - 1);
    std::size_t dealt = 1;
    try {
        for (; dealt < shares; ++dealt) {
            others.emplace_back(
                [&work, first = start(dealt), end = start(dealt + 1)] { work(first, end); });
        }
    } catch (const std::system_error&) {  // no more threads to be had: the rest is done here
        work(start(dealt), count);
    }
    work(start(0), start(1));
    for (std::thread& other : others) other.join();
}

}  // namespace eczscore::stats::detail
