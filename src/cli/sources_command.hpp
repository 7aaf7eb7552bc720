// SPDX-License-Identifier: BSL-1.0
// `eczscore sources`: the bibliography, or one of its sources.
#pragma once

#include <string>

namespace eczscore::cli {

/// Lists every source, or the one with this key. `format`: text (also when empty), json, csv,
/// bibtex, markdown.
int run_sources(const std::string& key, const std::string& format);

}  // namespace eczscore::cli
