// SPDX-License-Identifier: BSL-1.0
// Looking up by a name that somebody typed: case, blanks, hyphens and underscores do not count.
#include "eczscore/model/find.hpp"

#include <array>
#include <set>
#include <string>

#include "eczscore/instruments.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
struct Thing {
    Text id;
};
constexpr Thing things[] = {{"a_1"}, {"A1"}, {"b"}};
constexpr List<Thing> list = things;

std::string folded_text(Text id) {
    std::string text;
    for (const char* c = id.c_str(); *c != '\0'; ++c) {
        if (folded(*c) != '\0') text += folded(*c);
    }
    return text;
}

/// Every id of a list folds to something, and no two to the same.
template <class Things>
void check_names(const Things& named) {
    std::set<std::string> seen;
    for (const auto& thing : named) {
        CAPTURE(thing.id.c_str());
        CHECK_FALSE(folded_text(thing.id).empty());
        CHECK(seen.insert(folded_text(thing.id)).second);
    }
}
}  // namespace

TEST_CASE("Names: what folds to the same is the same name, and nothing else is") {
    CHECK(is_named("viga_ad", "vIGA-AD"));
    CHECK(is_named("viga_ad", "v iga__ad"));
    CHECK(is_named("viga_ad", "_vigaad-"));
    CHECK(is_named("_viga_ad_", "vigaad"));
    CHECK_FALSE(is_named("viga_ad", "viga_a"));
    CHECK_FALSE(is_named("viga_ad", "viga_add"));
    CHECK_FALSE(is_named("viga_ad", "viga.ad"));
    CHECK_FALSE(is_named("viga_ad", ""));
    CHECK_FALSE(is_named("viga_ad", "--"));
}

TEST_CASE("Names: an id as it is written comes before those that only fold to it") {
    CHECK(find_named(list, "A1").only() == &things[1]);
    CHECK(find_named(list, "a_1").only() == &things[0]);
    CHECK(find_named(list, "B").only() == &things[2]);
    CHECK(find_named(list, "B", Folding::none).only() == nullptr);
    CHECK(find_named(list, "c").only() == nullptr);
    CHECK_FALSE(find_named(list, "c").is_ambiguous());
}

TEST_CASE("Names: a name that could mean two things means neither and says both") {
    const Found<Thing> found = find_named(list, "a-1");
    CHECK(found.is_ambiguous());
    CHECK(found.only() == nullptr);
    CHECK(found.first == &things[0]);
    CHECK(found.second == &things[1]);
}

TEST_CASE("Names: no two instruments, schemes or thresholds of one fold to the same name") {
    std::set<std::string> seen;
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str());
        CHECK(seen.insert(folded_text(instrument->id)).second);
        CHECK(find_instrument(folded_text(instrument->id), Folding::names) == instrument);
        check_names(instrument->bands);
        check_names(instrument->thresholds);
    }
    CHECK(find_instrument("vIGA-AD", Folding::names) == &viga_ad::instrument);
    CHECK(find_instrument("vIGA-AD") == nullptr);
}
