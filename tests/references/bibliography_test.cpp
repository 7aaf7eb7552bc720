// SPDX-License-Identifier: BSL-1.0
// The bibliography: a key stands once, so does a paper, and every source says how it was seen.
#include "eczscore/references/bibliography.hpp"

#include <set>
#include <string>
#include <string_view>

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
bool is_key(std::string_view text) {
    for (const char c : text) {
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
    }
    return !text.empty();
}
}  // namespace

TEST_CASE("Bibliography: keys are in order, and every one is found") {
    std::string_view last;
    for (const Citation& source : bibliography) {
        const std::string_view key = source.id;
        CAPTURE(source.id.c_str());
        CHECK(is_key(key));
        CHECK(last < key);
        last = key;
        CHECK(find_reference(source.id) == &source);
    }
    CHECK(find_reference("") == nullptr);
    CHECK(find_reference("a_paper_1999") == nullptr);
    CHECK(find_reference("zzz") == nullptr);
    CHECK(find_reference("leshem_201") == nullptr);
    CHECK(find_reference("leshem_2015_") == nullptr);
    STATIC_REQUIRE(cite("leshem_2015")->doi == Text("10.1111/bjd.13662"));
}

TEST_CASE(
    "Bibliography: a paper stands once, and says where it was published and how it was seen") {
    std::set<std::string> identifiers;
    std::set<std::string> texts;
    for (const Citation& source : bibliography) {
        CAPTURE(source.id.c_str());
        const std::string doi(std::string_view(source.doi));
        const std::string pmid(std::string_view(source.pmid));
        CHECK((doi.empty() || (doi.starts_with("10.") && doi.find('/') != std::string::npos)));
        CHECK(pmid.find_first_not_of("0123456789") == std::string::npos);
        CHECK((doi.empty() || identifiers.insert("doi:" + doi).second));
        CHECK((pmid.empty() || identifiers.insert("pmid:" + pmid).second));
        CHECK(texts.insert(std::string(source.text)).second);
        CHECK_FALSE(source.text.empty());
        CHECK_FALSE(source.verified.empty());
    }
}
