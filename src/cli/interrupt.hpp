// SPDX-License-Identifier: BSL-1.0
// Ends of the program in the middle of its work, by a signal or for want of memory: an output that
// was begun is removed, and that is said.
#pragma once

#include <csignal>
#include <string>

namespace eczscore::cli {

/// From now on a signal that ends the program (SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU; one that
/// the parent had ignored stays ignored) first removes the file `temporary`, if there is one, and
/// writes `last_words` to standard error.
void watch_output(const std::string& temporary, const std::string& last_words);

/// Until the next `watch_output` such a signal just ends the program.
void forget_output();

/// Ends the program at once when it has no memory to go on, not even for an exception: removes the
/// watched file, says what became of it, and why. Needs no memory itself.
[[noreturn]] void end_without_memory() noexcept;

/// From now on the program ends so where nothing caught a std::bad_alloc, or the runtime has no
/// memory to make one. Another exception that nothing caught is a mistake of the program, and ends
/// it as before.
void handle_no_memory();

/// Such signals wait while this lives, so that they find a file either watched or not there.
class SignalsWait {
public:
    SignalsWait();
    SignalsWait(const SignalsWait&) = delete;
    SignalsWait& operator=(const SignalsWait&) = delete;
    ~SignalsWait();

private:
    sigset_t before_;
};

}  // namespace eczscore::cli
