// SPDX-License-Identifier: BSL-1.0
// Folders and files of a test, where the system keeps such.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <stdlib.h>
#include <unistd.h>

#include "catch_compat.hpp"

namespace eczscore::testing {

/// Makes an empty folder; the caller removes it. returns  its path
inline std::string new_temporary_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "eczscore_XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    return name;
}

/// A file with a text, gone at the end.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string_view text = {})
        : path_((std::filesystem::temp_directory_path() / "eczscore_XXXXXX").string()) {
        const int descriptor = ::mkstemp(path_.data());
        REQUIRE(descriptor >= 0);
        const auto written = ::write(descriptor, text.data(), text.size());
        ::close(descriptor);
        REQUIRE(written == static_cast<ssize_t>(text.size()));
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        std::error_code already_gone;
        std::filesystem::remove(path_, already_gone);
    }

    const std::string& path() const { return path_; }
    bool is_there() const { return std::filesystem::exists(path_); }

private:
    std::string path_;
};

}  // namespace eczscore::testing
