// SPDX-License-Identifier: BSL-1.0
// `eczscore list` and `eczscore describe`: what there is, and everything about one instrument.
#pragma once

#include <string>

namespace eczscore::cli {

/// Lists every instrument. `format`: json, ndjson, table, csv, tsv, markdown; empty: as output
/// goes.
int run_list(const std::string& format);

/// Describes one instrument. `format`: text (also when empty), json, markdown.
int run_describe(const std::string& id, const std::string& format);

}  // namespace eczscore::cli
