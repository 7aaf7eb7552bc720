// SPDX-License-Identifier: BSL-1.0
// Files by descriptor: closed when done with, standard streams aside.
#pragma once

#include <cerrno>
#include <string>

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

}  // namespace eczscore::cli
