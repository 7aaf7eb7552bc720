// SPDX-License-Identifier: BSL-1.0
// How the program ends in the middle of its work when there is no memory to go on: with a message
// and an exit code, and without a file that was begun.
#include "catch_compat.hpp"
#include "temporary.hpp"

#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include "cli/common.hpp"
#include "cli/interrupt.hpp"

using namespace eczscore;

namespace {

/// How a child process ended, and what it wrote to standard error.
struct Ended {
    int exit_code = -1;
    int signal = 0;
    std::string said;
};

/// Runs `body` in a child process without the test framework's signal handlers.
template <class Body>
Ended in_child(Body body) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> paper(std::tmpfile(), &std::fclose);
    REQUIRE(paper != nullptr);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::dup2(::fileno(paper.get()), STDERR_FILENO);
        for (const int signal : {SIGABRT, SIGTERM, SIGSEGV}) std::signal(signal, SIG_DFL);
        body();
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    Ended ended;
    if (WIFEXITED(status)) ended.exit_code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
    std::rewind(paper.get());
    for (int c = std::fgetc(paper.get()); c != EOF; c = std::fgetc(paper.get())) {
        ended.said += static_cast<char>(c);
    }
    return ended;
}

/// A file that was begun.
using Begun = testing::TemporaryFile;

const std::string last_words = "eczscore: out.csv was not written\n";
const std::string no_memory = "eczscore: no memory left\n";

template <class Exception>
void raise_exception(const Exception& exception) {
    throw exception;
}
/// Nothing can catch it.
template <class Exception>
void throw_uncaught(const Exception& exception) noexcept {
    raise_exception(exception);
}

}  // namespace

TEST_CASE("End without memory: exit 4, the file that was begun is gone, and both are said") {
    const Begun begun;
    const Ended ended = in_child([&] {
        cli::watch_output(begun.path(), last_words);
        cli::end_without_memory();
    });
    CHECK(ended.exit_code == cli::output_failed);
    CHECK(ended.said == no_memory + last_words);
    CHECK_FALSE(begun.is_there());
}

TEST_CASE("End without memory: a file that is complete stays") {
    const Begun complete;
    const Ended ended = in_child([&] {
        cli::watch_output(complete.path(), last_words);
        cli::forget_output();
        cli::end_without_memory();
    });
    CHECK(ended.exit_code == cli::output_failed);
    CHECK(ended.said == no_memory);
    CHECK(complete.is_there());
}

TEST_CASE("End without memory: so it ends where the runtime cannot make an exception") {
    const Begun begun;
    const Ended ended = in_child([&] {
        cli::handle_no_memory();
        cli::watch_output(begun.path(), last_words);
        std::terminate();  // what the runtime does then, with no exception in flight
    });
    CHECK(ended.exit_code == cli::output_failed);
    CHECK(ended.said == no_memory + last_words);
    CHECK_FALSE(begun.is_there());
}

TEST_CASE("End without memory: so it ends where nothing caught that there is none") {
    const Ended ended = in_child([] {
        cli::handle_no_memory();
        throw_uncaught(std::bad_alloc());
    });
    CHECK(ended.exit_code == cli::output_failed);
    CHECK(ended.said == no_memory);
}

TEST_CASE("End without memory: another exception that nothing caught ends the program as usual") {
    for (const bool twice : {false, true}) {
        const Ended ended = in_child([&] {
            cli::handle_no_memory();
            if (twice) cli::handle_no_memory();
            throw_uncaught(std::runtime_error("a mistake of the program"));
        });
        CHECK(ended.signal == SIGABRT);
        CHECK(ended.said.find("no memory") == std::string::npos);
    }
}
