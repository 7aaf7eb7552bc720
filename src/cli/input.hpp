// SPDX-License-Identifier: BSL-1.0
// The table that a command reads.
#pragma once

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include "cli/common.hpp"
#include "cli/file_descriptor.hpp"

namespace eczscore::cli {

/// A file that is read, or standard input for `-` and nothing.
class Input {
public:
    explicit Input(const std::string& path)
        : name(is_standard(path) ? "standard input" : path),
          file_(is_standard(path) ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)),
          error_(errno) {}

    bool is_open() const { return file_.number >= 0; }
    int descriptor() const { return file_.number; }
    /// Says why it is not open. returns  the exit code
    int refused(const std::string& what = ": ") const {
        return fail(input_failed, name + what + std::strerror(error_));
    }

    const std::string name;  ///< for sentences

private:
    Descriptor file_;
    int error_;
};

}  // namespace eczscore::cli
