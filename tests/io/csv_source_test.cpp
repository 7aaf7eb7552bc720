// SPDX-License-Identifier: BSL-1.0
// The bytes of a table from a descriptor, a C stream and memory: short reads, interruptions,
// descriptors that do not wait, and failures.
#include "catch_compat.hpp"

#include <eczscore/io/csv_source.hpp>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <string>
#include <thread>

#include <fcntl.h>
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace eczscore::io;

namespace {

struct Pipe {
    int ends[2] = {-1, -1};
    explicit Pipe(int flags = 0) { REQUIRE(::pipe2(ends, flags) == 0); }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    void write(const std::string& text) const {
        REQUIRE(::write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }
};

std::string read_once(CsvSource source, std::size_t n = 64) {
    std::string to(n, '?');
    const std::ptrdiff_t got = source.read(source.context, to.data(), n);
    REQUIRE(got >= 0);
    return to.substr(0, static_cast<std::size_t>(got));
}

std::ptrdiff_t code_of(CsvSource source) {
    char to[8];
    errno = 0;
    return source.read(source.context, to, sizeof to);
}

std::atomic<int> signals{0};
void count_signal(int) { ++signals; }

/// Sends signals to a thread that reads until some arrived while it waited, then lets it go on.
template <class Release>
std::string read_interrupted(CsvSource source, Release release) {
    struct sigaction action{};
    struct sigaction before{};
    action.sa_handler = count_signal;  // without SA_RESTART: system calls return EINTR
    REQUIRE(::sigaction(SIGUSR1, &action, &before) == 0);
    signals = 0;
    std::string got;
    std::atomic<bool> started{false};
    std::thread reader([&] {
        started = true;
        char to[8];
        const std::ptrdiff_t n = source.read(source.context, to, sizeof to);
        got = n < 0 ? "failed" : std::string(to, static_cast<std::size_t>(n));
    });
    while (!started) std::this_thread::yield();
    for (int i = 0; i < 5; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        ::pthread_kill(reader.native_handle(), SIGUSR1);
    }
    while (signals < 1) std::this_thread::yield();
    release();
    reader.join();
    ::sigaction(SIGUSR1, &before, nullptr);
    return got;
}

}  // namespace

TEST_CASE("Table sources: memory gives what was asked for, and shrinks") {
    std::string_view text = "abcde";
    const CsvSource source = csv_memory(text);
    CHECK(read_once(source, 2) == "ab");
    CHECK(text == "cde");
    CHECK(read_once(source, 0).empty());
    CHECK(read_once(source, 64) == "cde");
    CHECK(read_once(source, 64).empty());
}

TEST_CASE("Table sources: a descriptor gives what is there, then the end, or its error") {
    Pipe pipe;
    pipe.write("subject,age\n");
    CHECK(read_once(csv_descriptor(pipe.ends[0])) == "subject,age\n");
    ::close(pipe.ends[1]);
    pipe.ends[1] = -1;
    CHECK(read_once(csv_descriptor(pipe.ends[0])).empty());
    CHECK(code_of(csv_descriptor(-1)) == -1);
    CHECK(errno == EBADF);
}

TEST_CASE("Table sources: an interrupted read goes on", "[threads]") {
    const Pipe pipe;
    CHECK(read_interrupted(csv_descriptor(pipe.ends[0]), [&] { pipe.write("row"); }) == "row");
}

TEST_CASE("Table sources: a descriptor that does not wait is waited for", "[threads]") {
    const Pipe pipe(O_NONBLOCK);
    CHECK(read_interrupted(csv_descriptor(pipe.ends[0]), [&] { pipe.write("row"); }) == "row");
    pipe.write("next");
    CHECK(read_once(csv_descriptor(pipe.ends[0])) == "next");
}

TEST_CASE("Table sources: a wait that fails is the error") {
    const Pipe pipe(O_NONBLOCK);
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
    rlimit none = before;
    none.rlim_cur = 0;  // then poll() accepts no descriptor at all
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
    const std::ptrdiff_t got = code_of(csv_descriptor(pipe.ends[0]));
    const int error = errno;
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
    CHECK(got == -1);
    CHECK(error == EINVAL);
}

TEST_CASE("Table sources: a C stream gives its bytes, then the end, or its error") {
    std::FILE* file = std::tmpfile();
    REQUIRE(file != nullptr);
    std::fputs("a,b\n1,2\n", file);
    std::rewind(file);
    CHECK(read_once(csv_stream(file), 4) == "a,b\n");
    CHECK(read_once(csv_stream(file), 64) == "1,2\n");
    CHECK(read_once(csv_stream(file), 64).empty());
    std::fclose(file);

    std::FILE* folder = std::fopen("/", "r");
    REQUIRE(folder != nullptr);
    CHECK(code_of(csv_stream(folder)) == -1);
    CHECK(errno == EISDIR);
    std::fclose(folder);
}
