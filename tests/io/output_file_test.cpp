// SPDX-License-Identifier: BSL-1.0
// A file is replaced when the new one is complete, and not before.
#include <eczscore/io/output_file.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catch_compat.hpp"
#include "temporary.hpp"

using eczscore::io::is_same_file;
using eczscore::io::OutputFile;

namespace {

/// A folder that is gone with all its files at the end.
struct Folder {
    Folder() { path = eczscore::testing::new_temporary_folder(); }
    ~Folder() {
        for (const std::string& name : names()) ::unlink((*this / name).c_str());
        ::rmdir(path.c_str());
    }
    std::string operator/(const std::string& name) const { return path + "/" + name; }
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        DIR* folder = ::opendir(path.c_str());
        while (const dirent* entry = ::readdir(folder)) {
            if (entry->d_name[0] != '.' || std::string(entry->d_name).size() > 2) {
                all.emplace_back(entry->d_name);
            }
        }
        ::closedir(folder);
        return all;
    }
    std::string path;
};

/// Gives up root, who may write every file, for as long as it lives.
class AnyUser {
public:
    AnyUser() : was_root_(::geteuid() == 0) {
        if (was_root_) REQUIRE(::seteuid(65534) == 0);
    }
    AnyUser(const AnyUser&) = delete;
    AnyUser& operator=(const AnyUser&) = delete;
    ~AnyUser() {
        if (was_root_ && ::seteuid(0) != 0) std::abort();
    }

private:
    bool was_root_;
};

std::string text_of(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

void put(int descriptor, const std::string& text) {
    REQUIRE(::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
}

mode_t mode_of(const std::string& path) {
    struct stat status{};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

}  // namespace

TEST_CASE("Output file: the old file is there until commit, with the name and permissions") {
    const Folder folder;
    const std::string path = folder / "scored.csv";
    std::ofstream(path) << "old";
    REQUIRE(::chmod(path.c_str(), 0640) == 0);
    OutputFile file;
    REQUIRE(file.open(path) == 0);
    CHECK(file.replaces());
    put(file.descriptor(), "new");
    CHECK(text_of(path) == "old");
    CHECK(folder.names().size() == 2);
    REQUIRE(file.commit() == 0);
    CHECK(text_of(path) == "new");
    CHECK(mode_of(path) == 0640);
    CHECK(folder.names() == std::vector<std::string>{"scored.csv"});
}

TEST_CASE("Output file: what is not committed leaves no trace") {
    const Folder folder;
    const std::string path = folder / "scored.csv";
    {
        OutputFile file;
        REQUIRE(file.open(path) == 0);
        CHECK_FALSE(file.replaces());
        put(file.descriptor(), "half");
    }
    CHECK(folder.names().empty());
    std::ofstream(path) << "old";
    OutputFile file;
    REQUIRE(file.open(path) == 0);
    put(file.descriptor(), "half");
    file.discard();
    CHECK(file.descriptor() == -1);
    CHECK(text_of(path) == "old");
    CHECK(folder.names().size() == 1);
}

TEST_CASE("Output file: a name in use beside it is left alone") {
    const Folder folder;
    const std::string path = folder / "scored.csv";
    const std::string taken = folder / (".scored.csv." + std::to_string(::getpid()) + ".part");
    std::ofstream(taken) << "another's";
    OutputFile file;
    REQUIRE(file.open(path) == 0);
    CHECK(file.temporary() != taken);
    REQUIRE(file.commit() == 0);
    CHECK(text_of(taken) == "another's");
}

TEST_CASE("Output file: symbolic links stay, and lead to the new file") {
    const Folder folder;
    const std::string path = folder / "scored.csv";
    REQUIRE(::symlink("scored.csv", (folder / "one").c_str()) == 0);
    REQUIRE(::symlink((folder / "one").c_str(), (folder / "two").c_str()) == 0);
    OutputFile file;
    REQUIRE(file.open(folder / "two") == 0);  // leads to nothing yet
    put(file.descriptor(), "new");
    REQUIRE(file.commit() == 0);
    CHECK(text_of(path) == "new");
    char link[64];
    CHECK(::readlink((folder / "one").c_str(), link, sizeof link) == 10);
    REQUIRE(::symlink("round", (folder / "round").c_str()) == 0);
    CHECK(OutputFile().open(folder / "round") == ELOOP);
}

TEST_CASE("Output file: descriptors and devices are written as the bytes come") {
    const Folder folder;
    const std::string path = folder / "log";
    std::ofstream(path) << "kept ";
    const int log = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    REQUIRE(log >= 0);
    OutputFile file;
    REQUIRE(file.open("/dev/fd/" + std::to_string(log)) == 0);
    CHECK(file.descriptor() == log);
    CHECK(file.temporary().empty());
    put(file.descriptor(), "new");
    REQUIRE(file.commit() == 0);
    CHECK(text_of(path) == "kept new");
    CHECK(::fcntl(log, F_GETFD) >= 0);  // it is the caller's
    ::close(log);
    CHECK(OutputFile().open("/dev/fd/" + std::to_string(log)) == EBADF);
    OutputFile null;
    REQUIRE(null.open("/dev/null") == 0);
    CHECK(null.temporary().empty());
    CHECK_FALSE(null.replaces());
    REQUIRE(null.commit() == 0);
}

TEST_CASE("Output file: what cannot be written is refused with its errno") {
    const Folder folder;
    CHECK(OutputFile().open(folder.path) == EISDIR);
    CHECK(OutputFile().open(folder.path + "/") == EISDIR);
    CHECK(OutputFile().open(folder / "nowhere/scored.csv") == ENOENT);
    CHECK(OutputFile().open(folder / std::string(300, 'x')) == ENAMETOOLONG);
    OutputFile longest;
    CHECK(longest.open(folder / std::string(255, 'x')) == 0);
    const std::string path = folder / "scored.csv";
    std::ofstream(path) << "old";
    REQUIRE(::chmod(path.c_str(), 0444) == 0);
    REQUIRE(::chmod(folder.path.c_str(), 0777) == 0);
    {
        const AnyUser not_root;
        CHECK(OutputFile().open(path) == EACCES);
    }
    REQUIRE(::chmod(path.c_str(), 0644) == 0);
    OutputFile moved;
    REQUIRE(moved.open(path) == 0);
    REQUIRE(::unlink(moved.temporary().c_str()) == 0);
    CHECK(moved.commit() == ENOENT);
    CHECK(text_of(path) == "old");
}

TEST_CASE("Output file: one file is known under all its names") {
    const Folder folder;
    const std::string path = folder / "a";
    std::ofstream(path) << "a";
    std::ofstream(folder / "other") << "a";
    REQUIRE(::symlink("a", (folder / "soft").c_str()) == 0);
    REQUIRE(::link(path.c_str(), (folder / "hard").c_str()) == 0);
    const auto status = [](const std::string& of) {
        struct stat found{};
        REQUIRE(::stat(of.c_str(), &found) == 0);
        return found;
    };
    for (const char* name : {"a", "soft", "hard"}) {
        CHECK(is_same_file(status(path), status(folder / name)));
    }
    CHECK_FALSE(is_same_file(status(path), status(folder / "other")));
    CHECK_FALSE(is_same_file(status("/dev/null"), status("/dev/null")));
}
