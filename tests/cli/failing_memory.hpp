// SPDX-License-Identifier: BSL-1.0
// A test program whose operator new fails when a test says so.
#pragma once

#include <cstdint>

namespace eczscore::testing {

/// While it lives, the n-th call of operator new from now on fails, in whatever thread; with
/// `for_good`, all after it too. One at a time.
class FailingMemory {
public:
    FailingMemory(std::uint64_t n, bool for_good);
    FailingMemory(const FailingMemory&) = delete;
    FailingMemory& operator=(const FailingMemory&) = delete;
    ~FailingMemory();

    /// Whether a call has failed.
    bool failed() const;
    /// Calls of operator new since it lives, those that failed included.
    std::uint64_t calls() const;
};

}  // namespace eczscore::testing
