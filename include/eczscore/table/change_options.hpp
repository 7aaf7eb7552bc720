// SPDX-License-Identifier: BSL-1.0
// How two visits of every subject are to be compared.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "eczscore/core/requirements.hpp"
#include "eczscore/table/setting_names.hpp"

namespace eczscore::table {

/// Which columns hold what, which visits are compared, and what a summary of groups is to say.
struct ChangeOptions {
    static constexpr double not_given = std::numeric_limits<double>::quiet_NaN();

    std::string baseline;  ///< a visit
    std::string at;        ///< a visit
    std::string subject = "subject";
    std::string visit = "visit";
    std::vector<std::string> by;    ///< columns to carry along
    std::string age_at = "visit";   ///< or `baseline`: one form for both visits
    std::vector<std::string> maps;  ///< each `COLUMN=ITEM`
    std::string map_file;
    std::vector<std::string> tables;  ///< files of licensed tables
    double confidence_level = 0.95;   ///< of the intervals
    std::string control;              ///< the group to compare with; empty: the last by name
    double entry_cutoff = not_given;  ///< the score from which patients were let in
    double population_mean = not_given;
    double population_sd = not_given;
    double reliability = not_given;
    int baselines = 1;     ///< assessments whose mean had to pass the cut-off
    SettingNames names{};  ///< what sentences call these settings

    /// Patients were let in by their score, so that regression to the mean is to be said.
    bool has_entry_rule() const { return entry_cutoff == entry_cutoff; }
};

}  // namespace eczscore::table
