// SPDX-License-Identifier: BSL-1.0
// How a sentence about a setting names it: each surface writes names in its own way.
#pragma once

#include <string>
#include <string_view>

#include "eczscore/core/requirements.hpp"

namespace eczscore::table {

/// What the settings of a run are called where they are made. Sentences that ask for another
/// setting name it; a surface without names of its own leaves the defaults, `map_file`.
struct SettingNames {
    std::string_view before{};           ///< in front of a name: `--` on a command line
    char between = '_';                  ///< of its words: `-` in `--map-file`
    std::string_view instrument_list{};  ///< what lists all instruments; empty: nothing does
    std::string_view check_list{};       ///< what lists all checks
    std::string_view kind_list{};        ///< what lists all kinds of quantities

    /// A setting by its name.
    /// name  words joined by `_`, such as `map_file`
    std::string operator()(std::string_view name) const {
        std::string text(before);
        for (const char c : name) text += c == '_' ? between : c;
        return text;
    }
};

}  // namespace eczscore::table
