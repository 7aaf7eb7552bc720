// SPDX-License-Identifier: BSL-1.0
// Two groups of a summary compared: means, ranks, responders, and what matters between groups.
#pragma once

#include "eczscore/report/change_summary.hpp"
#include "eczscore/table/change_groups.hpp"

namespace eczscore::table {

/// The first group minus the control, in improvement.
report::GroupDifference compare(const report::GroupChange& first, const Members& of_first,
                                const report::GroupChange& control, const Members& of_control,
                                const Instrument& instrument, double confidence_level);

}  // namespace eczscore::table
