// SPDX-License-Identifier: BSL-1.0
// Views of the bibliography.
#include "cli/sources_command.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "cli/common.hpp"
#include "cli/terminal.hpp"
#include "eczscore/report/bibliography.hpp"
#include "eczscore/table/format.hpp"
#include "eczscore/table/nearest.hpp"

namespace eczscore::cli {

namespace {

std::string as_text(std::span<const Citation> sources) {
    return report::sources_text(sources, std::min<std::size_t>(terminal_width(STDOUT_FILENO), 100));
}

}  // namespace

int run_sources(const std::string& key, const std::string& format) {
    std::span<const Citation> sources = bibliography;
    if (!key.empty()) {
        const Citation* const found = find_reference(key.c_str());
        if (found == nullptr) {
            std::vector<std::string_view> keys;
            for (const Citation& source : bibliography) keys.emplace_back(source.id);
            return fail(usage, "no source '" + key + "'" + nearest_hint(key, keys) +
                                   " ('eczscore sources' has all)");
        }
        sources = {found, 1};
    }
    if (format.empty() || format == "text") return print(as_text(sources));
    if (format == "json")
        return print(key.empty() ? report::sources_json(sources)
                                 : report::json_document([&](report::JsonOut& json) {
                                       report::source_json(json, sources[0]);
                                   }));
    if (format == "csv") return print(report::sources_csv(sources));
    if (format == "bibtex") return print(report::sources_bibtex(sources));
    if (format == "markdown") return print(report::bibliography_markdown(sources));
    return fail(usage, no_format(format, "text, json, csv, bibtex or markdown"));
}

}  // namespace eczscore::cli
