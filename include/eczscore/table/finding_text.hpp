// SPDX-License-Identifier: BSL-1.0
// A finding in words: its sentence, and the columns and values that it is about.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "eczscore/table/check_table.hpp"

namespace eczscore::table {

/// The words of one finding.
struct FindingText {
    std::string columns;  ///< separated by `; `, without those of bare numbers
    std::string values;   ///< one for each column, `NA` for a blank, separated by `; `
    std::string sentence;
};

/// Puts a finding into words.
/// cells  of the finding's row, where it is at hand: values are then shown as they were written.
FindingText finding_text(const CheckTable& table, const checks::Finding& finding,
                         std::span<const std::string_view> cells = {});

}  // namespace eczscore::table
