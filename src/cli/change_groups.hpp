// SPDX-License-Identifier: BSL-1.0
// Who belongs to which group of a summary, and who has no change and why.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "cli/change_rows.hpp"
#include "eczscore/score/change.hpp"

namespace eczscore::cli {

/// The subjects of one group: changes that can be judged, and why others cannot.
struct Members {
    std::size_t subjects = 0;
    std::vector<Change> changes;
    std::map<std::string, std::size_t> reasons;
};

/// Groups by name. Subjects without a row at either visit have no group when there are columns to
/// tell it; they are in `nowhere`.
std::map<std::string, Members> collect(const ChangeRows& rows, const ChangeOptions& options,
                                       const Instrument& instrument, std::size_t& nowhere);

}  // namespace eczscore::cli
