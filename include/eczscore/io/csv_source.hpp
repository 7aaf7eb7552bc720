// SPDX-License-Identifier: BSL-1.0
// Where the bytes of a table come from: a file descriptor, a FILE, memory, or a function of the
// caller.
#pragma once

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string_view>

#if __has_include(<unistd.h>)
#include <poll.h>
#include <unistd.h>

#include "eczscore/core/requirements.hpp"
#endif

namespace eczscore::io {

/// A byte source: `read` puts up to n bytes at `to` and returns how many, 0 at the end, -1 with
/// errno set when it failed. It may return fewer than n.
struct CsvSource {
    using Read = std::ptrdiff_t (*)(void* context, char* to, std::size_t n);
    Read read = nullptr;
    void* context = nullptr;
};

#if __has_include(<unistd.h>)
/// Reads an open descriptor (a file, a pipe, standard input); does not close it.
inline CsvSource csv_descriptor(int descriptor) noexcept {
    return {[](void* context, char* to, std::size_t n) -> std::ptrdiff_t {
                const int fd = static_cast<int>(reinterpret_cast<std::intptr_t>(context));
                for (;;) {
                    const auto got = ::read(fd, to, n);
                    if (got >= 0 || (errno != EINTR && errno != EAGAIN)) return got;
                    if (errno == EINTR) continue;
                    pollfd wait{fd, POLLIN, 0};
                    if (::poll(&wait, 1, -1) < 0 && errno != EINTR) return -1;
                }
            },
            reinterpret_cast<void*>(static_cast<std::intptr_t>(descriptor))};
}
#endif

/// Reads a C stream; does not close it.
inline CsvSource csv_stream(std::FILE* stream) noexcept {
    return {[](void* context, char* to, std::size_t n) -> std::ptrdiff_t {
                auto* file = static_cast<std::FILE*>(context);
                const std::size_t got = std::fread(to, 1, n, file);
                return got == 0 && std::ferror(file) ? -1 : static_cast<std::ptrdiff_t>(got);
            },
            stream};
}

/// Reads text that is in memory. The view is the position: it shrinks, and must outlive the reader.
inline CsvSource csv_memory(std::string_view& text) noexcept {
    return {[](void* context, char* to, std::size_t n) -> std::ptrdiff_t {
                auto& rest = *static_cast<std::string_view*>(context);
                if (n > rest.size()) n = rest.size();
                if (n != 0) std::memcpy(to, rest.data(), n);
                rest.remove_prefix(n);
                return static_cast<std::ptrdiff_t>(n);
            },
            &text};
}

}  // namespace eczscore::io
