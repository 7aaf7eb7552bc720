// SPDX-License-Identifier: BSL-1.0
// A file that appears under its name when it is complete: until then the old one is there.
#pragma once

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "eczscore/core/requirements.hpp"

namespace eczscore::io {

/// Whether what is written to one would spoil what is read from the other: both are one regular
/// file, one pipe or one block device, under whatever names.
inline bool is_same_file(const struct stat& a, const struct stat& b) noexcept {
    const bool keeps_data = S_ISREG(a.st_mode) || S_ISFIFO(a.st_mode) || S_ISBLK(a.st_mode);
    return keeps_data && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

namespace detail {

/// Where a path leads in the end: to a file, there or not, or to an open descriptor.
struct OutputTarget {
    std::string folder;  ///< absolute, without symbolic links
    std::string name;
    int descriptor = -1;  ///< `/dev/stdout`, `/dev/fd/3` and the like

    std::string path() const { return (folder == "/" ? "" : folder) + "/" + name; }
};

/// The number of an own descriptor that a name (not empty) in its folder of /proc stands for; -1
/// for none.
inline int own_descriptor(const std::string& folder, const std::string& name) {
    if (folder != "/proc/" + std::to_string(::getpid()) + "/fd") return -1;
    int number = 0;
    for (const char c : name) {
        if (c < '0' || c > '9' || number > 1'000'000) return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// Follows symbolic links, so that the file they lead to is replaced and they stay. returns  0 or
/// errno.
inline int find_target(std::string path, OutputTarget& target) {
    constexpr int most_links = 40;
    struct Free {
        void operator()(char* text) const noexcept { std::free(text); }
    };
    for (int links = 0; links <= most_links; ++links) {
        const std::size_t slash = path.rfind('/');
        const std::string before = slash == std::string::npos ? "."
                                   : slash == 0               ? "/"
                                                              : path.substr(0, slash);
        const std::unique_ptr<char, Free> folder(::realpath(before.c_str(), nullptr));
        if (!folder) return errno;
        target.folder = folder.get();
        target.name = slash == std::string::npos ? path : path.substr(slash + 1);
        if (target.name.empty()) return EISDIR;
        target.descriptor = own_descriptor(target.folder, target.name);
        if (target.descriptor >= 0) return 0;
        std::string link(PATH_MAX, '\0');
        const ssize_t length = ::readlink(target.path().c_str(), link.data(), link.size());
        if (length < 0) return errno == EINVAL || errno == ENOENT ? 0 : errno;
        link.resize(static_cast<std::size_t>(length));
        path = link.starts_with('/') ? link : target.folder + "/" + link;
    }
    return ELOOP;
}

}  // namespace detail

/// An output that replaces a file when it is complete. A regular file, there or not, is written
/// under another name in the same folder and renamed by `commit`; an old file gives the new one its
/// permissions, and its owner where the system lets it. What is no regular file (a pipe, a
/// terminal, /dev/null) and an open descriptor are written as the bytes come.
class OutputFile {
public:
    OutputFile() = default;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile() { discard(); }

    /// Opens the output with this path; `/dev/stdout`, `/dev/fd/3` and what leads there are the
    /// open descriptors. returns  0 or errno. An old file that may not be written is refused
    /// (EACCES).
    int open(const std::string& path) {
        detail::OutputTarget target;
        if (const int error = detail::find_target(path, target)) return error;
        if (target.descriptor >= 0) {
            use(target.descriptor);
            return ::fcntl(target.descriptor, F_GETFD) < 0 ? errno : 0;
        }
        path_ = target.path();
        struct stat old{};
        replaced_ = ::stat(path_.c_str(), &old) == 0;
        if (!replaced_) return errno == ENOENT ? make_temporary(target, nullptr) : errno;
        if (S_ISDIR(old.st_mode)) return EISDIR;
        if (S_ISREG(old.st_mode)) {
            if (::faccessat(AT_FDCWD, path_.c_str(), W_OK, AT_EACCESS) != 0) return errno;
            return make_temporary(target, &old);
        }
        replaced_ = false;
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
        owned_ = descriptor_ >= 0;
        return owned_ ? 0 : errno;
    }

    /// Writes to an open descriptor, which stays open.
    void use(int descriptor) noexcept {
        descriptor_ = descriptor;
        owned_ = false;
    }

    /// Where to write; -1 when nothing is open.
    int descriptor() const noexcept { return descriptor_; }
    /// The name that the file has until `commit`; empty for what is written as the bytes come.
    const std::string& temporary() const noexcept { return temporary_; }
    /// Whether there is an old file, which stays until `commit`.
    bool replaces() const noexcept { return replaced_; }

    /// The file is complete: it takes its name. returns  0 or errno; after a failure the old file
    /// is as it was.
    int commit() {
        int error = 0;
        if (!temporary_.empty() && ::fsync(descriptor_) != 0 && errno != EINVAL) error = errno;
        if (owned_ && ::close(descriptor_) != 0 && error == 0) error = errno;
        owned_ = false;
        descriptor_ = -1;
        if (temporary_.empty()) return error;
        if (error == 0 && ::rename(temporary_.c_str(), path_.c_str()) == 0) {
            temporary_.clear();
            return 0;
        }
        if (error == 0) error = errno;
        discard();
        return error;
    }

    /// The file is not wanted: what had its name before still has it.
    void discard() noexcept {
        if (owned_) ::close(descriptor_);
        owned_ = false;
        descriptor_ = -1;
        if (!temporary_.empty()) ::unlink(temporary_.c_str());
        temporary_.clear();
    }

private:
    /// `.scored.csv.4711.part` beside `scored.csv`. Only its owner may read it while an old file
    /// may have been private.
    int make_temporary(const detail::OutputTarget& target, const struct stat* old) {
        constexpr std::size_t name_kept = 200;  // of the 255 bytes that a name may have
        constexpr int most_tries = 100;
        const detail::OutputTarget beside{
            target.folder,
            "." + target.name.substr(0, name_kept) + "." + std::to_string(::getpid()) + ".part",
            -1};
        std::string name = beside.path();
        for (int attempt = 1; attempt <= most_tries; ++attempt) {
            descriptor_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                                 old == nullptr ? 0666 : 0600);
            if (descriptor_ >= 0) break;
            if (errno != EEXIST) return errno;
            name = beside.path() + std::to_string(attempt);
        }
        if (descriptor_ < 0) return EEXIST;
        owned_ = true;
        temporary_ = std::move(name);
        return old == nullptr ? 0 : keep_access(*old);
    }

    /// The permissions of the old file. Those of a group that the new one cannot have are left out.
    int keep_access(const struct stat& old) noexcept {
        mode_t mode = old.st_mode & 0777;
        struct stat made{};
        if (::fstat(descriptor_, &made) != 0) return errno;
        if ((made.st_uid != old.st_uid || made.st_gid != old.st_gid) &&
            ::fchown(descriptor_, old.st_uid, old.st_gid) != 0 &&
            ::fchown(descriptor_, static_cast<uid_t>(-1), old.st_gid) != 0) {
            mode &= 0707;
        }
        return ::fchmod(descriptor_, mode) == 0 ? 0 : errno;
    }

    std::string path_;
    std::string temporary_;
    int descriptor_ = -1;
    bool owned_ = false;
    bool replaced_ = false;
};

}  // namespace eczscore::io
