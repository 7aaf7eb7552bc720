// SPDX-License-Identifier: BSL-1.0
// Which columns of a table are checked for contradictions.
#pragma once

#include <string>
#include <vector>

#include "eczscore/core/requirements.hpp"
#include "eczscore/table/setting_names.hpp"

namespace eczscore::table {

/// Which columns hold what, and which checks run.
struct CheckOptions {
    std::vector<std::string> ids;   ///< instruments; empty: all that the table has
    std::string subject;            ///< empty: `subject`, if the table has it
    std::string visit;              ///< empty: `visit`, if the table has it
    std::string when;               ///< empty: the first of `date visit_date day ...`
    std::vector<std::string> maps;  ///< each `COLUMN=ITEM`
    std::string map_file;
    std::vector<std::string> off;   ///< checks that do not run
    std::vector<std::string> only;  ///< empty: all checks
    std::vector<std::string> set;   ///< limits, each `CHECK.PARAMETER=VALUE`
    SettingNames names{};           ///< what sentences call these settings
};

}  // namespace eczscore::table
