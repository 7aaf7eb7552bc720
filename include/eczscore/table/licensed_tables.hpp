// SPDX-License-Identifier: BSL-1.0
// Licensed tables from files, for everything that scores.
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "eczscore/io/score_tables.hpp"
#include "eczscore/table/failure.hpp"
#include "eczscore/table/setting_names.hpp"

namespace eczscore::table {

/// Reads the files and checks that each table is of an instrument that takes one, with scores
/// within its range.
/// returns  the tables, or a sentence that names file, line and what is wrong.
tl::expected<io::ScoreTables, Failure> read_tables(const std::vector<std::string>& files,
                                                   const SettingNames& names = {});

}  // namespace eczscore::table
