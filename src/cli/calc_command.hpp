// SPDX-License-Identifier: BSL-1.0
// `eczscore calc`: one assessment, typed in or asked for, with its sum worked out.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.hpp"
#include "eczscore/model/instrument.hpp"

namespace eczscore::cli {

/// What the command line said.
struct CalcOptions {
    std::string id;
    std::vector<std::string> values;  ///< each `key=value`
    std::string baseline;             ///< an earlier score; empty: none
    std::string bands;                ///< a band scheme; empty: the default
    std::vector<std::string> tables;  ///< files of licensed tables
    std::string format;               ///< text (also when empty) or json
    Color color = Color::automatic;
};

/// What was typed for one assessment, as it was typed.
struct TypedIn {
    std::vector<std::string> items;     ///< one per item, form order; empty: blank
    std::vector<std::string> percents;  ///< for grades given as a percentage
    std::string years;
    std::string months;
};

/// Asks for every item on the terminal: allowed values shown, a blank for missing, `?` for help; a
/// value that is not allowed is asked for again.
/// returns  false when the input ended before the last question.
bool ask_on_terminal(const Instrument& instrument, TypedIn& typed);

/// Runs the command. returns the exit code.
int run_calc(const CalcOptions& options);

}  // namespace eczscore::cli
