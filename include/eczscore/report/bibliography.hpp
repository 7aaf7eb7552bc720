// SPDX-License-Identifier: BSL-1.0
// The bibliography for people and programs: text, JSON, BibTeX and Markdown, with who cites what.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/instruments.hpp"
#include "eczscore/io/csv_write.hpp"
#include "eczscore/io/text_of.hpp"
#include "eczscore/references/bibliography.hpp"
#include "eczscore/report/json.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/report/markdown.hpp"
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

/// The ids of the instruments that cite a source.
inline void cited_by_ids(TextOut& out, const std::vector<const Instrument*>& instruments,
                         std::string_view between) {
    std::string_view before;
    for (const Instrument* instrument : instruments) {
        out << before << instrument->id;
        before = between;
    }
}

/// Escapes what TeX would take for a command.
class TexText final : public TextFilter {
public:
    void write(TextOut& out, std::string_view text) override {
        for (const char c : text) {
            if (std::string_view("&%$#_{}").find(c) != std::string_view::npos) out << '\\';
            out << c;
        }
    }
};
inline void tex_text(TextOut& out, std::string_view text) {
    TexText escaped;
    const Filtered scope(out, escaped);
    out << text;
}

/// A source as a row of the page.
inline void markdown_source(TextOut& out, const Citation& source) {
    MarkdownRow(out)
        .code(source.id)
        .cell(source.text)
        .cell_of([&] {
            if (source.doi.empty()) return;
            out << '[' << source.doi << "](https://doi.org/" << source.doi << ')';
        })
        .cell(source.pmid)
        .cell(source.verified)
        .cell_of([&] { cited_by_ids(out, cited_by(source), ", "); });
}

}  // namespace detail

/// {"id", "citation", "doi", "pmid", "verified", "cited_by"}; the last lists ids of instruments.
inline void source_json(JsonOut& json, const Citation& source) {
    json.object([&] {
        json_citation_members(json, source);
        json.key("cited_by").array([&] {
            for (const Instrument* instrument : cited_by(source)) json.value(instrument->id);
        });
    });
}

/// One entry of a BibTeX file. Authors, title and journal stand in one field, as the bibliography
/// has them.
inline void source_bibtex(TextOut& out, const Citation& source) {
    out << "@misc{" << source.id << ",\n";
    if (!source.text.empty()) {
        out << "  howpublished = {";
        detail::tex_text(out, source.text);
        out << "},\n";
    }
    if (!source.doi.empty()) out << "  doi = {" << source.doi << "},\n";
    out << "  note = {";
    if (!source.pmid.empty()) out << "PMID " << source.pmid << "; ";
    out << "how it was seen: ";
    detail::tex_text(out, source.verified);
    out << "},\n}\n";
}

/// The same as a string.
inline std::string source_bibtex(const Citation& source) {
    return io::text_of([&](TextOut& out) { source_bibtex(out, source); });
}

/// One source in a few lines.
inline void source_text(TextOut& out, const Citation& source, std::size_t width) {
    out << source.id << '\n';
    {
        const Paragraph paragraph(out, "  ", 2, width);
        citation_text(out, source);
    }
    wrapped(out, "  how it was seen: ", source.verified, 4, width);
    const auto instruments = cited_by(source);
    if (instruments.empty()) return;
    const Paragraph paragraph(out, "  cited by: ", 4, width);
    detail::cited_by_ids(out, instruments, ", ");
}

/// The same as a string.
inline std::string source_text(const Citation& source, std::size_t width) {
    return io::text_of([&](TextOut& out) { source_text(out, source, width); });
}

/// All of them, one after the other.
inline std::string sources_text(std::span<const Citation> sources, std::size_t width) {
    return io::text_of([&](TextOut& out) {
        for (const Citation& source : sources) {
            out << (out.length() > 0 ? "\n" : "");
            source_text(out, source, width);
        }
    });
}

/// An array of what `source_json` writes, as the text of a document.
inline std::string sources_json(std::span<const Citation> sources) {
    return json_document([&](JsonOut& json) {
        json.array([&] {
            for (const Citation& source : sources) source_json(json, source);
        });
    });
}

/// A file of BibTeX.
inline std::string sources_bibtex(std::span<const Citation> sources) {
    return io::text_of([&](TextOut& out) {
        for (const Citation& source : sources) source_bibtex(out, source);
    });
}

/// A table with a header; the last column has the ids of instruments with blanks between them.
inline std::string sources_csv(std::span<const Citation> sources) {
    return io::text_of([&](TextOut& out) {
        out << "id,citation,doi,pmid,verified,cited_by\n";
        for (const Citation& source : sources) {
            for (const Text cell :
                 {source.id, source.text, source.doi, source.pmid, source.verified}) {
                io::csv_append_cell(out, cell, ',');
                out << ',';
            }
            detail::cited_by_ids(out, cited_by(source), " ");  // ids need no quotes
            out << '\n';
        }
    });
}

/// The page docs/bibliography.md.
inline std::string bibliography_markdown(std::span<const Citation> sources) {
    return io::text_of([&](TextOut& out) {
        out << "<!-- SPDX-License-Identifier: BSL-1.0 -->\n"
               "<!-- Generated from the bibliography by cmake/check_docs_fresh.sh: edit that. -->\n"
               "# Bibliography\n\n";
        markdown_head(out, {"key", "source", "DOI", "PMID", "how it was seen", "cited by"});
        for (const Citation& source : sources) detail::markdown_source(out, source);
    });
}

}  // namespace eczscore::report
