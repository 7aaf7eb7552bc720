// SPDX-License-Identifier: BSL-1.0
// An output file when the system refuses: each call that can fail does so once, and the old file is
// as it was. The functions below stand before those of libc in this test program.
#include <eczscore/io/output_file.hpp>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include "catch_compat.hpp"
#include "temporary.hpp"

using eczscore::io::is_same_file;
using eczscore::io::OutputFile;

namespace {

/// How many of the next calls fail, and with what.
struct Refusal {
    int calls = 0;
    int error = 0;
    bool next() {
        if (calls == 0) return false;
        --calls;
        errno = error;
        return true;
    }
};
Refusal fsync_refusal, rename_refusal, fchown_refusal, fchmod_refusal, faccessat_refusal,
    stat_refusal, fstat_refusal;

}  // namespace

extern "C" {
int fsync(int descriptor) {
    if (fsync_refusal.next()) return -1;
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}
int rename(const char* from, const char* to) noexcept {
    if (rename_refusal.next()) return -1;
    return static_cast<int>(::syscall(SYS_rename, from, to));
}
int fchown(int descriptor, uid_t owner, gid_t group) noexcept {
    if (fchown_refusal.next()) return -1;
    return static_cast<int>(::syscall(SYS_fchown, descriptor, owner, group));
}
int fchmod(int descriptor, mode_t mode) noexcept {
    if (fchmod_refusal.next()) return -1;
    return static_cast<int>(::syscall(SYS_fchmod, descriptor, mode));
}
int stat(const char* path, struct stat* to) noexcept {
    if (stat_refusal.next()) return -1;
    return ::fstatat(AT_FDCWD, path, to, 0);
}
int fstat(int descriptor, struct stat* to) noexcept {
    if (fstat_refusal.next()) return -1;
    return ::fstatat(descriptor, "", to, AT_EMPTY_PATH);
}
int faccessat(int folder, const char* path, int mode, int flags) noexcept {
    if (faccessat_refusal.next()) return -1;
    return static_cast<int>(::syscall(SYS_faccessat2, folder, path, mode, flags));
}
}

namespace {

/// A folder with an old file, gone at the end.
struct Folder {
    Folder() {
        path = eczscore::testing::new_temporary_folder();
        std::ofstream(file()) << "old";
    }
    ~Folder() { REQUIRE(std::system(("rm -rf " + path).c_str()) == 0); }
    std::string file() const { return path + "/scored.csv"; }
    std::string text() const {
        std::ifstream in(file());
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::string path;
};

/// Writes a new file over the old one. returns  the first error.
int replace(const Folder& folder) {
    OutputFile output;
    if (const int error = output.open(folder.file())) return error;
    REQUIRE(::write(output.descriptor(), "new", 3) == 3);
    return output.commit();
}

/// A status that the file system does not give.
struct stat status(int mode, dev_t device, ino_t inode) {
    struct stat made{};
    made.st_mode = static_cast<mode_t>(mode);
    made.st_dev = device;
    made.st_ino = inode;
    return made;
}

}  // namespace

TEST_CASE("Output refused: a file that is not safe on the disk does not replace the old one") {
    const Folder folder;
    fsync_refusal = {1, ENOSPC};
    CHECK(replace(folder) == ENOSPC);
    CHECK(folder.text() == "old");
    fsync_refusal = {1, EINVAL};  // what cannot be synchronised, such as some network folders
    CHECK(replace(folder) == 0);
    CHECK(folder.text() == "new");
}

TEST_CASE("Output refused: a name that cannot be given leaves the old file") {
    const Folder folder;
    rename_refusal = {1, EIO};
    CHECK(replace(folder) == EIO);
    CHECK(folder.text() == "old");
    OutputFile output;
    REQUIRE(output.open(folder.file()) == 0);
    REQUIRE(::unlink(output.temporary().c_str()) == 0);
    CHECK(output.commit() == ENOENT);
    CHECK(folder.text() == "old");
}

TEST_CASE("Output refused: a descriptor that was closed meanwhile is an error") {
    const Folder folder;
    for (const bool also_synchronises : {true, false}) {
        OutputFile output;
        REQUIRE(output.open(folder.file()) == 0);
        ::close(output.descriptor());
        fsync_refusal = {1, also_synchronises ? EINVAL : EIO};
        CHECK(output.commit() == (also_synchronises ? EBADF : EIO));
        CHECK(folder.text() == "old");
    }
}

TEST_CASE("Output refused: permissions that cannot be kept") {
    const Folder folder;
    fchmod_refusal = {1, EPERM};
    CHECK(replace(folder) == EPERM);
    CHECK(folder.text() == "old");
    fstat_refusal = {1, EIO};
    CHECK(replace(folder) == EIO);
    CHECK(folder.text() == "old");
    stat_refusal = {1, EIO};
    CHECK(replace(folder) == EIO);
    CHECK(folder.text() == "old");
    faccessat_refusal = {1, EACCES};
    CHECK(replace(folder) == EACCES);
    CHECK(folder.text() == "old");
}

TEST_CASE("Output refused: an owner that cannot be given takes the group's permissions along") {
    if (::geteuid() != 0) {
        SUCCEED("only root can make a file of another user");
        return;
    }
    for (const int refused : {0, 1, 2}) {
        INFO(refused);
        const Folder folder;
        REQUIRE(::chown(folder.file().c_str(), 1, refused == 0 ? 0 : 2) == 0);
        REQUIRE(::chmod(folder.file().c_str(), 0664) == 0);
        fchown_refusal = {refused, EPERM};
        CHECK(replace(folder) == 0);
        struct stat now{};
        REQUIRE(::stat(folder.file().c_str(), &now) == 0);
        CHECK((now.st_mode & 0777) == (refused == 2 ? 0604 : 0664));
    }
    for (const int refused : {0, 1, 2}) {
        const Folder folder;
        REQUIRE(::chown(folder.file().c_str(), 0, 2) == 0);
        REQUIRE(::chmod(folder.file().c_str(), 0664) == 0);
        fchown_refusal = {refused, EPERM};
        CHECK(replace(folder) == 0);
        struct stat now{};
        REQUIRE(::stat(folder.file().c_str(), &now) == 0);
        CHECK((now.st_mode & 0777) == (refused == 2 ? 0604 : 0664));
    }
}

TEST_CASE("Output refused: every name beside the file is taken") {
    const Folder folder;
    OutputFile first;
    REQUIRE(first.open(folder.file()) == 0);
    for (int i = 1; i <= 100; ++i) std::ofstream(first.temporary() + std::to_string(i)) << "mine";
    OutputFile second;
    CHECK(second.open(folder.file()) == EEXIST);
    CHECK(second.temporary().empty());
}

TEST_CASE("Output refused: folders, places without files, sockets and no descriptors") {
    CHECK(OutputFile().open("/tmp") == EISDIR);
    CHECK(OutputFile().open("/proc/eczscore.csv") != 0);
    const std::string own = "/proc/self/fd/";
    for (const char* name : {"x", "1x", "!", "99999999", "12345678901234567890"}) {
        INFO(name);
        CHECK(OutputFile().open(own + name) != 0);
    }
    const Folder folder;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, (folder.path + "/socket").c_str(), sizeof address.sun_path - 1);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    OutputFile output;
    CHECK(output.open(folder.path + "/socket") == ENXIO);
    CHECK(output.descriptor() == -1);
    ::close(socket);
}

TEST_CASE("Output refused: a name without a folder is in the working folder") {
    const Folder folder;
    char before[4096];
    REQUIRE(::getcwd(before, sizeof before) != nullptr);
    REQUIRE(::chdir(folder.path.c_str()) == 0);
    OutputFile output;
    CHECK(output.open("scored.csv") == 0);
    CHECK(output.commit() == 0);
    REQUIRE(::chdir(before) == 0);
    CHECK(folder.text().empty());
}

TEST_CASE("Output refused: one file is one device and one number, if it keeps what is written") {
    for (const int keeps : {S_IFREG, S_IFIFO, S_IFBLK}) {
        CHECK(is_same_file(status(keeps, 1, 2), status(keeps, 1, 2)));
        CHECK_FALSE(is_same_file(status(keeps, 1, 2), status(keeps, 3, 2)));
        CHECK_FALSE(is_same_file(status(keeps, 1, 2), status(keeps, 1, 3)));
    }
    for (const int passes : {S_IFCHR, S_IFSOCK, S_IFDIR})
        CHECK_FALSE(is_same_file(status(passes, 1, 2), status(passes, 1, 2)));
}
