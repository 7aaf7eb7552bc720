// SPDX-License-Identifier: BSL-1.0
// How a table of assessments is to be scored.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "eczscore/core/requirements.hpp"
#include "eczscore/table/setting_names.hpp"

namespace eczscore::table {

/// Which columns hold what, and which scores are wanted.
struct ScoreOptions {
    std::string bands;                ///< a band scheme, for instruments that have it
    std::vector<std::string> maps;    ///< each `COLUMN=ITEM`
    std::string map_file;             ///< a file of such lines
    std::vector<std::string> tables;  ///< files of licensed tables
    std::optional<std::vector<std::string>> select;  ///< input columns to keep; none: all
    bool regional_only = false;  ///< sub-scores also where the total cannot be scored
    bool complete_only = false;  ///< no score that rests on a rule for missing answers
    bool any_age = false;        ///< the ages that a scale is for do not matter
    SettingNames names{};        ///< what sentences call these settings
};

}  // namespace eczscore::table
