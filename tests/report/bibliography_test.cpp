// SPDX-License-Identifier: BSL-1.0
// The bibliography in words and files: every source once in each, with who cites it.
#include "eczscore/report/bibliography.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"

using namespace eczscore;
using Catch::Matchers::ContainsSubstring;

namespace {

std::size_t count(std::string_view text, std::string_view of) {
    std::size_t n = 0;
    for (std::size_t at = text.find(of); at != std::string_view::npos; at = text.find(of, at + 1))
        ++n;
    return n;
}

/// A source with every character that TeX or CSV treats specially.
constexpr Citation odd{.id = "odd_2020",
                       .text = "Say \"A & B\", 5% of $x_1$ #2 {y}",
                       .doi = "10.1/x_y",
                       .pmid = "12",
                       .verified = "read_in 100%"};

}  // namespace

TEST_CASE("Bibliography: who cites a source is who lists it, in the order of the registry") {
    for (const Citation& source : bibliography) {
        CAPTURE(source.id.c_str());
        std::vector<const Instrument*> expected;
        for (const Instrument* instrument : registry) {
            if (std::count(instrument->sources.begin(), instrument->sources.end(), &source) > 0)
                expected.push_back(instrument);
        }
        CHECK(report::cited_by(source) == expected);
    }
    CHECK_FALSE(report::cited_by(*cite("leshem_2015")).empty());
    CHECK(report::cited_by(odd).empty());
}

TEST_CASE("Bibliography: every file has each source once, whose braces and lines agree") {
    const std::string bibtex = report::sources_bibtex(bibliography);
    const std::string csv = report::sources_csv(bibliography);
    const std::string page = report::bibliography_markdown(bibliography);
    const std::string text = report::sources_text(bibliography, 80);
    for (const Citation& source : bibliography) {
        const std::string key(std::string_view(source.id));
        CAPTURE(key);
        CHECK(count(bibtex, "@misc{" + key + ",\n") == 1);
        CHECK(count(csv, "\n" + key + ",") == 1);
        CHECK(count(page, "`" + key + "`") == 1);
        CHECK(count("\n" + text, "\n" + key + "\n") == 1);
    }
    CHECK(count(bibtex, "@misc{") == std::size(bibliography));
    CHECK(count(bibtex, "{") - count(bibtex, "\\{") == count(bibtex, "}") - count(bibtex, "\\}"));
}

TEST_CASE("Bibliography: one source as BibTeX, what TeX would obey escaped") {
    CHECK(report::source_bibtex(odd) ==
          "@misc{odd_2020,\n"
          "  howpublished = {Say \"A \\& B\", 5\\% of \\$x\\_1\\$ \\#2 \\{y\\}},\n"
          "  doi = {10.1/x_y},\n"
          "  note = {PMID 12; how it was seen: read\\_in 100\\%},\n}\n");
    Citation bare = odd;
    bare.doi = "";
    bare.pmid = "";
    CHECK(report::source_bibtex(bare) ==
          "@misc{odd_2020,\n"
          "  howpublished = {Say \"A \\& B\", 5\\% of \\$x\\_1\\$ \\#2 \\{y\\}},\n"
          "  note = {how it was seen: read\\_in 100\\%},\n}\n");
}

TEST_CASE("Bibliography: one source as a row of CSV and as text") {
    const Citation one[] = {odd};
    CHECK(report::sources_csv(one) ==
          "id,citation,doi,pmid,verified,cited_by\n"
          "odd_2020,\"Say \"\"A & B\"\", 5% of $x_1$ #2 {y}\",10.1/x_y,12,read_in 100%,\n");
    const std::string text = report::source_text(odd, 80);
    CHECK(text.starts_with("odd_2020\n  Say \"A & B\""));
    CHECK_THAT(text, ContainsSubstring("\n  how it was seen: read_in 100%\n"));
    CHECK_THAT(text, !ContainsSubstring("cited by"));
    CHECK_THAT(report::source_text(*cite("leshem_2015"), 80), ContainsSubstring("\n  cited by: "));
    CHECK_THAT(report::bibliography_markdown(one),
               ContainsSubstring("[10.1/x_y](https://doi.org/10.1/x_y)"));
}
