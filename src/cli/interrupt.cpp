// SPDX-License-Identifier: BSL-1.0
// The handler uses nothing but system calls and text that was made before.
#include "cli/interrupt.hpp"

#include <climits>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>

#include <unistd.h>

#include "cli/common.hpp"

namespace eczscore::cli {

namespace {

constexpr int ending_signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU};

struct Watched {
    char temporary[PATH_MAX];
    char last_words[2 * PATH_MAX];
    std::size_t length;  // of the last words
};
Watched watched;

void remove_watched() noexcept {
    if (watched.temporary[0] != '\0') ::unlink(watched.temporary);
    if (watched.length != 0) {
        [[maybe_unused]] const auto said =
            ::write(STDERR_FILENO, watched.last_words, watched.length);
    }
}

extern "C" void end_by_signal(int signal) {
    remove_watched();
    struct sigaction usual{};
    usual.sa_handler = SIG_DFL;
    ::sigaction(signal, &usual, nullptr);
    ::raise(signal);  // waits until this handler is done
}

sigset_t ending_set() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : ending_signals) sigaddset(&set, signal);
    return set;
}

void handle_signals() {
    for (const int signal : ending_signals) {
        struct sigaction now{};
        if (::sigaction(signal, nullptr, &now) != 0 || now.sa_handler != SIG_DFL) continue;
        struct sigaction ours{};
        ours.sa_handler = end_by_signal;
        ours.sa_mask = ending_set();
        ::sigaction(signal, &ours, nullptr);
    }
}

std::terminate_handler usual_end = nullptr;

[[noreturn]] void end_or_give_up() {
    if (!std::current_exception()) end_without_memory();  // the runtime could not make one
    try {
        throw;
    } catch (const std::bad_alloc&) {
        end_without_memory();
    } catch (...) {
        usual_end();
    }
    std::abort();
}

}  // namespace

void watch_output(const std::string& temporary, const std::string& last_words) {
    const SignalsWait wait;
    watched.temporary[temporary.copy(watched.temporary, sizeof watched.temporary - 1)] = '\0';
    watched.length = last_words.copy(watched.last_words, sizeof watched.last_words);
    handle_signals();
}

void forget_output() {
    const SignalsWait wait;
    watched.temporary[0] = '\0';
    watched.length = 0;
}

void end_without_memory() noexcept {
    constexpr std::string_view why = "eczscore: no memory left\n";
    [[maybe_unused]] const auto said = ::write(STDERR_FILENO, why.data(), why.size());
    remove_watched();
    ::_exit(output_failed);
}

void handle_no_memory() {
    const std::terminate_handler before = std::set_terminate(end_or_give_up);
    if (before != end_or_give_up) usual_end = before;
}

SignalsWait::SignalsWait() {
    const sigset_t set = ending_set();
    ::pthread_sigmask(SIG_BLOCK, &set, &before_);
}

SignalsWait::~SignalsWait() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

}  // namespace eczscore::cli
