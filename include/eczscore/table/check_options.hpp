// SPDX-License-Identifier: BSL-1.0
// Which columns of a table are checked for contradictions.
#pragma once

#include <string>
#include <vector>

#include "eczscore/core/requirements.hpp"

namespace eczscore::table {

/// Which columns hold what.
struct CheckOptions {
    std::vector<std::string> ids;   ///< instruments; empty: all that the table has
    std::string subject;            ///< empty: `subject`, if the table has it
    std::string visit;              ///< empty: `visit`, if the table has it
    std::string when;               ///< empty: the first of `date visit_date day ...`
    std::vector<std::string> maps;  ///< each `COLUMN=ITEM`
    std::string map_file;
};

}  // namespace eczscore::table
