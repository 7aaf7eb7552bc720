// SPDX-License-Identifier: BSL-1.0
// `eczscore change`: two visits of every subject scored and compared.
#pragma once

#include <limits>
#include <string>
#include <vector>

namespace eczscore::cli {

/// What the command line said.
struct ChangeOptions {
    static constexpr double not_given = std::numeric_limits<double>::quiet_NaN();

    std::string file;      ///< `-`: standard input
    std::string id;        ///< the instrument
    std::string baseline;  ///< a visit
    std::string at;        ///< a visit
    std::string subject = "subject";
    std::string visit = "visit";
    std::vector<std::string> by;   ///< columns to carry along
    std::string age_at = "visit";  ///< or `baseline`: one form for both visits
    std::string bands;
    std::vector<std::string> maps;  ///< each `COLUMN=ITEM`
    std::string map_file;
    std::vector<std::string> tables;  ///< files of licensed tables
    std::string output;               ///< empty or `-`: standard output
    bool summary = false;             ///< groups instead of subjects; what follows is for that
    double level = 0.95;              ///< of the intervals
    std::string control;              ///< the group to compare with; empty: the last by name
    double entry_cutoff = not_given;  ///< the score from which patients were let in
    double population_mean = not_given;
    double population_sd = not_given;
    double reliability = not_given;
    int baselines = 1;   ///< assessments whose mean had to pass the cut-off
    std::string format;  ///< csv tsv json ndjson table; empty: table on a terminal, else csv
};

/// Runs the command. returns the exit code.
int run_change(const ChangeOptions& options);

}  // namespace eczscore::cli
