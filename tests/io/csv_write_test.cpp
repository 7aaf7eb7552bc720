// SPDX-License-Identifier: BSL-1.0
// Writing cells, and a writer that reports a failed write or a closed pipe.
#include <eczscore/io/csv_write.hpp>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <string>
#include <string_view>
#include <thread>

#include <fcntl.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catch_compat.hpp"

using namespace eczscore::io;

namespace {

std::string cell(std::string_view value, char delimiter = ',') {
    std::string out;
    csv_append_cell(out, value, delimiter);
    return out;
}

std::string contents(std::FILE* file) {
    std::string text;
    std::rewind(file);
    for (int c; (c = std::fgetc(file)) != EOF;) text += static_cast<char>(c);
    return text;
}

}  // namespace

TEST_CASE("CSV: a cell is quoted only when it must be") {
    CHECK(cell("") == "");
    CHECK(cell("7.05") == "7.05");
    CHECK(cell("a b") == "a b");
    CHECK(cell("a,b") == "\"a,b\"");
    CHECK(cell("a,b", ';') == "a,b");
    CHECK(cell("a;b", ';') == "\"a;b\"");
    CHECK(cell("5\" wide") == "\"5\"\" wide\"");
    CHECK(cell("two\nlines") == "\"two\nlines\"");
    CHECK(cell("a\r") == "\"a\r\"");
}

TEST_CASE("CSV: the writer gives the same bytes with any buffer") {
    std::string expected;
    for (int i = 0; i < 50; ++i) expected += "plain,\"a,\"\"" + std::to_string(i) + "\"\n";
    for (const std::size_t buffer : {1U, 2U, 3U, 7U, 64U, 100000U}) {
        std::FILE* file = std::tmpfile();
        REQUIRE(file);
        CsvWriter writer(fileno(file), buffer);
        CHECK(writer.descriptor() == fileno(file));
        for (int i = 0; i < 50; ++i) {
            writer.cell("plain", ',');
            writer.put(',');
            writer.cell("a,\"" + std::to_string(i), ',');
            if (char* place = writer.reserve(1)) {
                *place = '\n';
                writer.commit(1);
            }
        }
        CHECK(writer.flush() == 0);
        CHECK(contents(file) == expected);
        CHECK(writer.reserve(buffer + 1) == nullptr);
        std::fclose(file);
    }
}

namespace {

std::atomic<int> signals{0};
void count_signal(int) { ++signals; }

/// Writes to a pipe that is full while signals arrive, and then room. returns  the error.
int write_interrupted(int flags) {
    int ends[2];
    REQUIRE(::pipe2(ends, O_NONBLOCK) == 0);
    while (::write(ends[1], "x", 1) == 1) {
    }
    REQUIRE(::fcntl(ends[1], F_SETFL, flags) == 0);
    struct sigaction action{};
    struct sigaction before{};
    action.sa_handler = count_signal;  // without SA_RESTART: system calls return EINTR
    REQUIRE(::sigaction(SIGUSR1, &action, &before) == 0);
    signals = 0;
    std::atomic<bool> started{false};
    int error = -1;
    std::thread writing([&] {
        CsvWriter writer(ends[1], 16);
        started = true;
        writer.write("more than the buffer holds");
        error = writer.flush();
    });
    while (!started) std::this_thread::yield();
    for (int i = 0; i < 5; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        ::pthread_kill(writing.native_handle(), SIGUSR1);
    }
    while (signals < 1) std::this_thread::yield();
    char bytes[65536];
    REQUIRE(::read(ends[0], bytes, sizeof bytes) > 0);
    writing.join();
    ::sigaction(SIGUSR1, &before, nullptr);
    ::close(ends[0]);
    ::close(ends[1]);
    return error;
}

}  // namespace

TEST_CASE("CSV: an interrupted write goes on", "[threads]") {
    CHECK(write_interrupted(0) == 0);
    CHECK(write_interrupted(O_NONBLOCK) == 0);
}

TEST_CASE("CSV: a wait for a full pipe that fails is the error") {
    int ends[2];
    REQUIRE(::pipe2(ends, O_NONBLOCK) == 0);
    while (::write(ends[1], "x", 1) == 1) {
    }
    CsvWriter writer(ends[1], 16);
    writer.write("text");
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
    rlimit none = before;
    none.rlim_cur = 0;  // then poll() accepts no descriptor at all
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
    const int error = writer.flush();
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
    CHECK(error == EINVAL);
    writer.write("");
    writer.write("dropped");
    CHECK(writer.flush() == EINVAL);
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_CASE("CSV: a closed pipe is a value") {
    const auto old = std::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]);
    CsvWriter writer(ends[1], 16);
    writer.write("short");
    CHECK(writer.error() == 0);
    CHECK(writer.flush() == EPIPE);
    CHECK(writer.closed_pipe());
    writer.write("dropped, and longer than the buffer");
    CHECK(writer.reserve(1) == nullptr);
    CHECK(writer.flush() == EPIPE);
    ::close(ends[1]);
    std::signal(SIGPIPE, old);
}

TEST_CASE("CSV: a failed write is a value") {
    CsvWriter nowhere(-1);
    nowhere.write("text");
    CHECK(nowhere.flush() == EBADF);
    CHECK_FALSE(nowhere.closed_pipe());
    const int full = ::open("/dev/full", O_WRONLY);
    if (full >= 0) {
        CsvWriter writer(full, 4);
        writer.write("more than four");
        CHECK(writer.error() == ENOSPC);
        ::close(full);
    }
}

TEST_CASE("CSV: a pipe that is full for now is waited for") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    REQUIRE(::fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[1]);
        ::usleep(20000);
        char bytes[4096];
        long total = 0;
        for (long n; (n = ::read(ends[0], bytes, sizeof bytes)) > 0;) total += n;
        ::_exit(total == 300000 ? 0 : 1);
    }
    ::close(ends[0]);
    {
        CsvWriter writer(ends[1], 1000);
        for (int i = 0; i < 3000; ++i) writer.write(std::string(100, 'x'));
        CHECK(writer.flush() == 0);
    }
    ::close(ends[1]);
    int status = 1;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
}
