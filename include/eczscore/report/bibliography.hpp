// SPDX-License-Identifier: BSL-1.0
// The bibliography for people and programs: text, JSON, BibTeX and Markdown, with who cites what.
#pragma once

#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/instruments.hpp"
#include "eczscore/io/csv_write.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/report/describe_markdown.hpp"
#include "eczscore/report/json.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/report/words.hpp"

namespace eczscore::report {

/// The instruments whose list of sources has this one, in the order of the registry. Sources of
/// measured quantities, statistics and definitions over dated records have none.
inline std::vector<const Instrument*> cited_by(const Citation& source) {
    std::vector<const Instrument*> found;
    for (const Instrument* instrument : registry) {
        for (const Citation* cited : instrument->sources) {
            if (cited == &source) found.push_back(instrument);
        }
    }
    return found;
}

namespace detail {

inline std::string ids_of(const std::vector<const Instrument*>& instruments,
                          std::string_view between) {
    std::string text;
    for (const Instrument* instrument : instruments) {
        if (!text.empty()) text += between;
        text += std::string_view(instrument->id);
    }
    return text;
}

/// Escapes what TeX would take for a command.
inline std::string tex_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("&%$#_{}").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

inline std::string doi_cell(const Citation& source) {
    const std::string doi(std::string_view(source.doi));
    return doi.empty() ? doi : "[" + doi + "](https://doi.org/" + doi + ")";
}

}  // namespace detail

/// {"id", "citation", "doi", "pmid", "verified", "cited_by"}; the last lists ids of instruments.
inline Json source_json(const Citation& source) {
    Json object = json_citation(source);
    object["cited_by"] = Json::array();
    for (const Instrument* instrument : cited_by(source)) {
        object["cited_by"].push_back(json_text(instrument->id));
    }
    return object;
}

/// One entry of a BibTeX file. Authors, title and journal stand in one field, as the bibliography
/// has them.
inline std::string source_bibtex(const Citation& source) {
    const auto field = [](std::string_view name, const std::string& text) {
        return text.empty() ? text : "  " + std::string(name) + " = {" + text + "},\n";
    };
    std::string note = "how it was seen: " + detail::tex_text(std::string_view(source.verified));
    if (!source.pmid.empty()) {
        note = "PMID " + std::string(std::string_view(source.pmid)) + "; " + note;
    }
    return "@misc{" + std::string(std::string_view(source.id)) + ",\n" +
           field("howpublished", detail::tex_text(std::string_view(source.text))) +
           field("doi", std::string(std::string_view(source.doi))) + field("note", note) + "}\n";
}

/// One source in a few lines.
inline std::string source_text(const Citation& source, std::size_t width) {
    std::string out = std::string(std::string_view(source.id)) + "\n";
    out += wrapped("  ", citation_text(source), 2, width);
    out += wrapped("  how it was seen: ", std::string_view(source.verified), 4, width);
    const std::string by = detail::ids_of(cited_by(source), ", ");
    if (!by.empty()) out += wrapped("  cited by: ", by, 4, width);
    return out;
}

/// All of them, one after the other.
inline std::string sources_text(std::span<const Citation> sources, std::size_t width) {
    std::string text;
    for (const Citation& source : sources) {
        if (!text.empty()) text += "\n";
        text += source_text(source, width);
    }
    return text;
}

/// An array of what `source_json` gives.
inline Json sources_json(std::span<const Citation> sources) {
    Json all = Json::array();
    for (const Citation& source : sources) all.push_back(source_json(source));
    return all;
}

/// A file of BibTeX.
inline std::string sources_bibtex(std::span<const Citation> sources) {
    std::string text;
    for (const Citation& source : sources) text += source_bibtex(source);
    return text;
}

/// A table with a header; the last column has the ids of instruments with blanks between them.
inline std::string sources_csv(std::span<const Citation> sources) {
    std::string text = "id,citation,doi,pmid,verified,cited_by\n";
    for (const Citation& source : sources) {
        const std::string by = detail::ids_of(cited_by(source), " ");
        const std::string_view cells[] = {source.id,   source.text,     source.doi,
                                          source.pmid, source.verified, by};
        for (std::size_t i = 0; i < std::size(cells); ++i) {
            if (i > 0) text += ',';
            io::csv_append_cell(text, cells[i], ',');
        }
        text += '\n';
    }
    return text;
}

/// The page docs/bibliography.md.
inline std::string bibliography_markdown(std::span<const Citation> sources) {
    std::string out =
        "<!-- SPDX-License-Identifier: BSL-1.0 -->\n"
        "<!-- Generated from the bibliography by cmake/check_docs_fresh.sh: edit that. -->\n"
        "# Bibliography\n\n" +
        detail::markdown_head({"key", "source", "DOI", "PMID", "how it was seen", "cited by"});
    for (const Citation& source : sources) {
        out += detail::markdown_row({detail::as_code(std::string_view(source.id)),
                                     std::string(std::string_view(source.text)),
                                     detail::doi_cell(source),
                                     std::string(std::string_view(source.pmid)),
                                     std::string(std::string_view(source.verified)),
                                     detail::ids_of(cited_by(source), ", ")});
    }
    return out;
}

}  // namespace eczscore::report
