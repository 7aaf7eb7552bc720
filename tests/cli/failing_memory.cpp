// SPDX-License-Identifier: BSL-1.0
// Replaces operator new and delete of the whole program, by malloc and free.
#include "cli/failing_memory.hpp"

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

std::atomic<bool> armed = false;
std::atomic<bool> for_good = false;
std::atomic<std::uint64_t> calls = 0;
std::atomic<std::uint64_t> failing_call = 0;

bool fails() noexcept {
    if (!armed) return false;
    const std::uint64_t call = ++calls;
    return call == failing_call || (for_good && call > failing_call);
}

void* allocate(std::size_t bytes) noexcept {
    return fails() ? nullptr : std::malloc(bytes == 0 ? 1 : bytes);
}

void* allocate_or_throw(std::size_t bytes) {
    void* const memory = allocate(bytes);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

}  // namespace

void* operator new(std::size_t bytes) { return allocate_or_throw(bytes); }
void* operator new[](std::size_t bytes) { return allocate_or_throw(bytes); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return allocate(bytes); }
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept { return allocate(bytes); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

namespace eczscore::testing {

FailingMemory::FailingMemory(std::uint64_t n, bool goes_on) {
    calls = 0;
    failing_call = n;
    for_good = goes_on;
    armed = true;
}

FailingMemory::~FailingMemory() { armed = false; }

bool FailingMemory::failed() const { return calls >= failing_call; }

}  // namespace eczscore::testing
