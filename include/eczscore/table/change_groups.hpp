// SPDX-License-Identifier: BSL-1.0
// Who belongs to which group of a summary, and who has no change and why.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "eczscore/score/change.hpp"
#include "eczscore/table/change_rows.hpp"

namespace eczscore::table {

/// The subjects of one group: changes that can be judged, and why others cannot.
struct Members {
    std::size_t subjects = 0;
    std::vector<Change> changes;
    std::map<std::string, std::size_t> reasons;
};

/// Everybody, in groups.
struct Groups {
    std::map<std::string, Members> by_name;
    /// Without a row at either visit: no group is known when there are columns to tell it.
    std::size_t nowhere = 0;
    std::size_t changed = 0;  ///< in another group at the later visit; that at baseline counts
};

/// Puts the changes of all subjects into groups by their values in the columns of `options.by`.
Groups collect(const ChangeRows& rows, const ChangeOptions& options, const Instrument& instrument);

}  // namespace eczscore::table
