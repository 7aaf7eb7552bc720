// SPDX-License-Identifier: BSL-1.0
// What the subcommands share: exit codes and messages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eczscore/table/failure.hpp"
#include "eczscore/table/names.hpp"
#include "eczscore/table/setting_names.hpp"

namespace eczscore::cli {

using namespace table;  // the command line is a shell around it

/// How the command line writes the names of settings.
inline constexpr SettingNames option_names{.before = "--",
                                           .between = '-',
                                           .instrument_list = "`eczscore list`",
                                           .check_list = "'eczscore check --list'",
                                           .kind_list = "eczscore convert --list"};

/// Exit codes of the contract.
enum Exit : int {
    done = 0,
    rows_invalid = 1,    ///< with `--strict`
    nothing_scored = 1,  ///< by `calc`
    usage = 2,
    input_failed = 3,
    output_failed = 4
};

/// Writes to standard error, as it is.
void say(std::string_view text);
/// Writes `eczscore: message` to standard error, in red where that is wanted. The message is made
/// printable (see `io::printable`), whatever names and cells it quotes. returns `code`.
int fail(Exit code, std::string_view message);
inline int fail(const table::Failure& failure) {
    return fail(failure.cause == table::Failure::Cause::file ? input_failed : usage,
                failure.sentence);
}
/// Writes `eczscore: message` to standard error, made printable, too.
void remark(std::string_view message);

/// Writes text to standard output.
/// inputs  the files that were read for it, as `Output::open` takes them
/// returns  `done`, also for a closed pipe, or the exit code of what was said
int print(std::string_view text, const std::vector<std::string>& inputs = {});

}  // namespace eczscore::cli
