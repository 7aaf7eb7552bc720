// SPDX-License-Identifier: BSL-1.0
// Writes delimited text: quotes where they are needed, and a buffer in front of a file descriptor.
#pragma once

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include <poll.h>
#include <unistd.h>

#include "eczscore/core/requirements.hpp"

namespace eczscore::io {

/// Must this value be quoted to be read back as it is?
inline bool csv_needs_quotes(std::string_view value, char delimiter) noexcept {
    for (const char c : value) {
        if (c == delimiter) return true;
        // Most characters are above the other three, and are compared once.
        if (c <= '"' && (c == '"' || c == '\n' || c == '\r')) return true;
    }
    return false;
}

/// Appends a value as a cell, in quotes if it needs them.
/// out  a `TextOut` or a `std::string`
template <class Out>
void csv_append_cell(Out& out, std::string_view value, char delimiter) {
    if (!csv_needs_quotes(value, delimiter)) {
        out.append(value);
        return;
    }
    out.push_back('"');
    for (std::size_t quote; (quote = value.find('"')) != std::string_view::npos;
         value.remove_prefix(quote + 1)) {
        out.append(value.substr(0, quote + 1));
        out.push_back('"');
    }
    out.append(value);
    out.push_back('"');
}

/// Hands bytes to the system, all of them, waiting where the descriptor is not ready.
/// returns  0 or errno
inline int write_all(int descriptor, std::string_view bytes) noexcept {
    while (!bytes.empty()) {
        const auto done = ::write(descriptor, bytes.data(), bytes.size());
        if (done >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(done));
        } else if (errno == EAGAIN) {
            pollfd wait{descriptor, POLLOUT, 0};
            if (::poll(&wait, 1, -1) < 0 && errno != EINTR) return errno;
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

/// A buffer in front of a file descriptor. It never throws and never ends the program: a failure is
/// kept in error(), what is written after it is dropped. To see a closed pipe as error() == EPIPE
/// the program must ignore the signal SIGPIPE, which otherwise ends it. Does not close the
/// descriptor.
class CsvWriter {
public:
    /// Writes to an open descriptor, which stays the caller's, through a buffer of so many bytes.
    explicit CsvWriter(int descriptor, std::size_t buffer_bytes = 256 << 10) noexcept
        : buffer_(new(std::nothrow) char[buffer_bytes]),
          descriptor_(descriptor),
          capacity_(buffer_bytes) {
        if (!buffer_) error_ = ENOMEM, capacity_ = 0;
    }
    CsvWriter(CsvWriter&&) noexcept = default;
    CsvWriter& operator=(CsvWriter&&) = delete;
    /// Call flush() before, to see an error: here it would be lost.
    ~CsvWriter() { flush(); }

    /// Room for n bytes at the returned place, to be filled in and then reported by commit(). Null
    /// after a failure, and when n is larger than the buffer.
    char* reserve(std::size_t n) noexcept {
        if (capacity_ - used_ < n) flush();
        return error_ == 0 && n <= capacity_ ? buffer_.get() + used_ : nullptr;
    }
    /// Counts n bytes as written that the caller put at the place from `room`.
    void commit(std::size_t n) noexcept { used_ += n; }

    /// Writes the bytes as they are. An error stays, and is returned by `flush`.
    void write(std::string_view bytes) noexcept {
        if (bytes.empty()) return;
        if (capacity_ - used_ < bytes.size()) flush();
        if (bytes.size() >= capacity_) {
            put(bytes.data(), bytes.size());
        } else if (error_ == 0) {
            std::memcpy(buffer_.get() + used_, bytes.data(), bytes.size());
            used_ += bytes.size();
        }
    }
    /// Writes one byte as it is.
    void put(char byte) noexcept { write({&byte, 1}); }
    /// A value as a cell, in quotes if it needs them.
    void cell(std::string_view value, char delimiter) noexcept {
        if (!csv_needs_quotes(value, delimiter)) return write(value);
        put('"');
        for (std::size_t quote; (quote = value.find('"')) != std::string_view::npos;
             value.remove_prefix(quote + 1)) {
            write(value.substr(0, quote + 1));
            put('"');
        }
        write(value);
        put('"');
    }

    /// Hands everything to the system. returns  0 or the first errno.
    int flush() noexcept {
        if (buffer_) put(buffer_.get(), used_);
        used_ = 0;
        return error_;
    }
    /// Where it writes.
    int descriptor() const noexcept { return descriptor_; }
    /// 0, or the errno of the first failure.
    int error() const noexcept { return error_; }
    /// The reader of the pipe went away: the usual end of `... | head`.
    bool closed_pipe() const noexcept { return error_ == EPIPE; }

private:
    void put(const char* bytes, std::size_t n) noexcept {
        if (error_ == 0) error_ = write_all(descriptor_, {bytes, n});
    }

    std::unique_ptr<char[]> buffer_;
    int descriptor_;
    std::size_t capacity_;
    std::size_t used_ = 0;
    int error_ = 0;
};

}  // namespace eczscore::io
