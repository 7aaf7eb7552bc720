// SPDX-License-Identifier: BSL-1.0
// What the subcommands share: exit codes, messages, and finding instruments and band schemes.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "cli/words.hpp"
#include "eczscore/instruments.hpp"
#include "eczscore/model/find.hpp"

namespace eczscore::cli {

/// Exit codes of the contract.
enum Exit : int {
    done = 0,
    rows_invalid = 1,    ///< with `--strict`
    nothing_scored = 1,  ///< by `calc`
    usage = 2,
    input_failed = 3,
    output_failed = 4
};

/// Why a command stops: a sentence and its exit code. Without a sentence nothing is wrong.
struct Trouble {
    Trouble() = default;
    Trouble(std::string said, Exit exit = usage) : sentence(std::move(said)), code(exit) {}
    Trouble(const char* said) : sentence(said) {}
    bool empty() const { return sentence.empty(); }

    std::string sentence;
    Exit code = usage;
};

/// Writes to standard error, as it is.
void say(std::string_view text);
/// Writes `eczscore: message` to standard error, in red where that is wanted. The message is made
/// printable (see `io::printable`), whatever names and cells it quotes. returns `code`.
int fail(Exit code, std::string_view message);
inline int fail(const Trouble& trouble) { return fail(trouble.code, trouble.sentence); }
/// Writes `eczscore: message` to standard error, made printable, too.
void remark(std::string_view message);

/// The instrument of this name (`Folding::names`), or a sentence that says which is the nearest.
tl::expected<const Instrument*, std::string> instrument_named(std::string_view id);

/// `, which could be 'a_1' or 'a1'`: what an ambiguous name could mean.
template <class T>
std::string could_be(const Found<T>& found) {
    return ", which could be " + single_quoted(std::string_view(found.first->id)) + " or " +
           single_quoted(std::string_view(found.second->id));
}

/// The instrument's scheme of this name (folded); an empty name is the default (null). Otherwise a
/// sentence that names the schemes there are.
tl::expected<const BandScheme*, std::string> scheme_named(const Instrument& instrument,
                                                          std::string_view id);

/// Writes text to standard output.
/// inputs  the files that were read for it, as `Output::open` takes them
/// returns  `done`, also for a closed pipe, or the exit code of what was said
int print(std::string_view text, const std::vector<std::string>& inputs = {});

}  // namespace eczscore::cli
