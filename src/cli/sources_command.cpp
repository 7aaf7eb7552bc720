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
#include "eczscore/io/csv_write.hpp"
#include "eczscore/report/bibliography.hpp"
#include "eczscore/table/nearest.hpp"

namespace eczscore::cli {

namespace {

std::string as_json(std::span<const Citation> sources, bool one) {
    if (one) return report::source_json(sources[0]).dump(2) + "\n";
    report::Json all = report::Json::array();
    for (const Citation& source : sources) all.push_back(report::source_json(source));
    return all.dump(2) + "\n";
}

std::string as_csv(std::span<const Citation> sources) {
    std::string text = "id,citation,doi,pmid,verified,cited_by\n";
    for (const Citation& source : sources) {
        const std::string by = report::detail::ids_of(report::cited_by(source), " ");
        const std::string_view cells[] = {source.id,   source.text,     source.doi,
                                          source.pmid, source.verified, by};
        for (const std::string_view cell : cells) {
            if (cell.data() != cells[0].data()) text += ',';
            io::csv_append_cell(text, cell, ',');
        }
        text += '\n';
    }
    return text;
}

std::string as_text(std::span<const Citation> sources) {
    const std::size_t width = std::min<std::size_t>(terminal_width(STDOUT_FILENO), 100);
    std::string text;
    for (const Citation& source : sources) {
        if (!text.empty()) text += "\n";
        text += report::source_text(source, width);
    }
    return text;
}

std::string as_bibtex(std::span<const Citation> sources) {
    std::string text;
    for (const Citation& source : sources) text += report::source_bibtex(source);
    return text;
}

std::string as_markdown(std::span<const Citation> sources) {
    return "<!-- SPDX-License-Identifier: BSL-1.0 -->\n"
           "<!-- Generated from the bibliography by cmake/check_docs_fresh.sh: edit that. -->\n"
           "# Bibliography\n\n" +
           report::bibliography_markdown(sources);
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
    if (format == "json") return print(as_json(sources, !key.empty()));
    if (format == "csv") return print(as_csv(sources));
    if (format == "bibtex") return print(as_bibtex(sources));
    if (format == "markdown") return print(as_markdown(sources));
    return fail(usage, "no format '" + format + "': text, json, csv, bibtex or markdown");
}

}  // namespace eczscore::cli
