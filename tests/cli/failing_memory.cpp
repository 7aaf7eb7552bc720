// SPDX-License-Identifier: BSL-1.0
// Replaces operator new and delete of the whole program, by malloc and free. Sanitizers have their
// own, which stay: there the linker leads the program's calls through ours (--wrap).
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

}  // namespace

#ifdef ECZSCORE_INSTRUMENTED
extern "C" {
void* __real__Znwm(std::size_t bytes);                                 // NOLINT: the linker's names
void* __real__Znam(std::size_t bytes);                                 // NOLINT
void* __real__ZnwmRKSt9nothrow_t(std::size_t, const std::nothrow_t&);  // NOLINT
void* __real__ZnamRKSt9nothrow_t(std::size_t, const std::nothrow_t&);  // NOLINT
void* __wrap__Znwm(std::size_t bytes) {                                // NOLINT
    if (fails()) throw std::bad_alloc();
    return __real__Znwm(bytes);
}
void* __wrap__Znam(std::size_t bytes) {  // NOLINT
    if (fails()) throw std::bad_alloc();
    return __real__Znam(bytes);
}
void* __wrap__ZnwmRKSt9nothrow_t(std::size_t bytes, const std::nothrow_t& tag) {  // NOLINT
    return fails() ? nullptr : __real__ZnwmRKSt9nothrow_t(bytes, tag);
}
void* __wrap__ZnamRKSt9nothrow_t(std::size_t bytes, const std::nothrow_t& tag) {  // NOLINT
    return fails() ? nullptr : __real__ZnamRKSt9nothrow_t(bytes, tag);
}
}
#else
namespace {

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
#endif

namespace eczscore::testing {

FailingMemory::FailingMemory(std::uint64_t n, bool goes_on) {
    ::calls = 0;
    failing_call = n;
    for_good = goes_on;
    armed = true;
}

FailingMemory::~FailingMemory() { armed = false; }

bool FailingMemory::failed() const { return ::calls >= failing_call; }
std::uint64_t FailingMemory::calls() const { return ::calls; }

}  // namespace eczscore::testing
