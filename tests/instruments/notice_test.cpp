// SPDX-License-Identifier: BSL-1.0
// NOTICE speaks of every instrument once, and names the owner that the descriptor names.
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/instruments.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
/// The entries of NOTICE by the ids that they name; one twice is under both texts.
std::multimap<std::string, std::string> entries() {
    std::ifstream file(ECZSCORE_TEST_DATA "/../../NOTICE");
    REQUIRE(file);
    std::multimap<std::string, std::string> found;
    std::string text;
    std::vector<std::string> ids;
    bool in_ids = false;
    const auto close = [&] {
        for (const std::string& id : ids) found.emplace(id, text);
        text.clear();
        ids.clear();
        in_ids = false;
    };
    for (std::string line; std::getline(file, line);) {
        if (line.empty()) {
            close();
            continue;
        }
        in_ids |= line.rfind("  ids: ", 0) == 0;
        if (!in_ids) {
            text += line + "\n";
            continue;
        }
        std::istringstream words(line);
        for (std::string word; words >> word;) {
            if (word != "ids:") ids.push_back(word);
        }
    }
    close();
    return found;
}

constexpr std::string_view owners[] = {"Eli Lilly",
                                       "LEO Pharma",
                                       "AbbVie",
                                       "Regeneron",
                                       "Sanofi",
                                       "Emory",
                                       "Mapi",
                                       "GL Assessment",
                                       "Pfizer",
                                       "EuroQol Research Foundation",
                                       "World Health Organization",
                                       "PROMIS Health Organization",
                                       "European Task Force on Atopic Dermatitis",
                                       "HOME",
                                       "University of Nottingham",
                                       "University of Hamburg",
                                       "University of Pittsburgh",
                                       "Cardiff University",
                                       "DJ Buysse",
                                       "CM Morin",
                                       "MW Johns",
                                       "CC BY",
                                       "(c)"};
}  // namespace

TEST_CASE("NOTICE: every instrument has one entry, and no entry names what is not here") {
    const auto found = entries();
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str());
        CHECK(found.count(instrument->id.c_str()) == 1);
    }
    CHECK(found.size() == registry.size());
}

TEST_CASE("NOTICE: what may be reused is what the entry says") {
    const auto found = entries();
    std::map<Reuse, int> seen;
    for (const Instrument* instrument : registry) {
        const auto entry = found.find(instrument->id.c_str());
        REQUIRE(entry != found.end());
        CAPTURE(instrument->id.c_str());
        const std::string line = "\n  reuse: " + std::string(name(instrument->reuse));
        CHECK(entry->second.find(line + "\n") != std::string::npos);
        ++seen[instrument->reuse];
    }
    CHECK(seen == std::map<Reuse, int>{
                      {Reuse::free, 23}, {Reuse::with_notice, 11}, {Reuse::by_permission, 113}});
}

TEST_CASE("NOTICE: terms that were not found or name a condition are the strictest") {
    constexpr std::string_view strict[] = {
        "unverified", "permission", "not verified", "not found",  "was found", "Ask ",
        "ask ",       "may need",   "agreement",    "licence of", "Licensed",  "low confidence",
        "branded",    "sponsors",   "or a licence", "others ask", "terms were"};
    for (const Instrument* instrument : registry) {
        const std::string_view rights(instrument->rights);
        CAPTURE(instrument->id.c_str(), rights);
        bool conditions = false;
        for (const std::string_view word : strict) {
            conditions |= rights.find(word) != std::string_view::npos;
        }
        if (conditions) CHECK(instrument->reuse == Reuse::by_permission);
        if (instrument->reuse == Reuse::free) {
            CHECK((rights.find("ree") != std::string_view::npos ||
                   rights.find("no owner") != std::string_view::npos));
        }
        if (instrument->reuse == Reuse::with_notice) {
            CHECK((rights.find("asks to be told") != std::string_view::npos ||
                   rights.find("CC BY") != std::string_view::npos ||
                   rights.find("Creative Commons Attribution") != std::string_view::npos ||
                   rights.find("cite") != std::string_view::npos));
        }
    }
}

TEST_CASE("NOTICE: an owner whom an instrument names stands in its entry") {
    const auto found = entries();
    std::set<std::string_view> named;
    for (const Instrument* instrument : registry) {
        const std::string_view rights(instrument->rights);
        const auto entry = found.find(instrument->id.c_str());
        REQUIRE(entry != found.end());
        for (const std::string_view owner : owners) {
            if (rights.find(owner) == std::string_view::npos) continue;
            named.insert(owner);
            CAPTURE(instrument->id.c_str(), owner);
            CHECK(entry->second.find(owner) != std::string::npos);
        }
    }
    CHECK(named.size() == std::size(owners));
}
