// SPDX-License-Identifier: BSL-1.0
// What the changes of the subjects of each group show together.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "eczscore/report/change_summary.hpp"
#include "eczscore/table/change_rows.hpp"
#include "eczscore/table/row_writer.hpp"

namespace eczscore::table {

/// A summary, and what of the subjects must be told.
struct Summarised {
    report::ChangeSummary summary;
    std::size_t nowhere = 0;     ///< subjects without a row at either visit: no group is known
    std::size_t changed = 0;     ///< subjects in another group at the later visit
    std::size_t not_utf8 = 0;    ///< groups whose name is no UTF-8 text
    std::string first_not_utf8;  ///< the first of them by name
};

/// Computes every group, sorted by name with the control last, and the difference where there are
/// two. The same subjects give the same bits in whatever order their rows are.
Summarised summarise(const ChangeRows& rows, const ChangeOptions& options,
                     const Instrument& instrument);

/// Writes a summary in long form: a row for each quantity of each group.
void write_summary_rows(RowWriter& rows, const report::ChangeSummary& summary);
/// The columns of that.
std::vector<std::string> summary_columns();

}  // namespace eczscore::table
