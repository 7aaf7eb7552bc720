// SPDX-License-Identifier: BSL-1.0
// Files by descriptor: closed when done with, standard streams aside.
#pragma once

#include <cerrno>
#include <string>

#include <sys/stat.h>
#include <unistd.h>

namespace eczscore::cli {

/// A descriptor that is closed unless it is a standard one.
struct Descriptor {
    int number = -1;
    Descriptor() = default;
    explicit Descriptor(int given) : number(given) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    /// returns  0 or errno.
    int close() {
        const int own = number > STDERR_FILENO ? number : -1;
        number = -1;
        return own >= 0 && ::close(own) != 0 ? errno : 0;
    }
};

/// Standard input or output, as `-` or as nothing.
inline bool is_standard(const std::string& path) { return path.empty() || path == "-"; }

/// Whether two descriptors are one regular file, so that writing to one would spoil the other.
inline bool same_file(int a, int b) {
    struct stat first{};
    struct stat second{};
    return ::fstat(a, &first) == 0 && ::fstat(b, &second) == 0 && S_ISREG(first.st_mode) &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

}  // namespace eczscore::cli
