// SPDX-License-Identifier: BSL-1.0
// Items, editions of bands and thresholds by name: each finds itself, and nothing else is found.
#include "eczscore/model/look_up.hpp"

#include <string>

#include "eczscore/instruments.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
std::string upper(Text id) {
    std::string text(id);
    for (char& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}
}  // namespace

TEST_CASE("Look-up: every item, edition and threshold of every instrument finds itself") {
    int items = 0;
    int editions = 0;
    int thresholds = 0;
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str());
        for_each_item(instrument->forms[0], [&](std::size_t, std::size_t, const Item& each) {
            CHECK(item(*instrument, each.id) == &each);
            ++items;
        });
        for (const BandScheme& each : instrument->bands) {
            CHECK(bands(*instrument, each.id) == &each);
            CHECK(bands(*instrument, upper(each.id), Folding::names) == &each);
            CHECK(bands(*instrument, upper(each.id)) == nullptr);
            ++editions;
        }
        for (const Threshold& each : instrument->thresholds) {
            CHECK(threshold(*instrument, each.id) == &each);
            CHECK(threshold(*instrument, upper(each.id), Folding::names) == &each);
            CHECK(threshold(*instrument, upper(each.id)) == nullptr);
            ++thresholds;
        }
    }
    CHECK(items > 900);
    CHECK(editions > 100);
    CHECK(thresholds > 200);
}

TEST_CASE("Look-up: what is not there is null") {
    CHECK(item(easi::instrument, "") == nullptr);
    CHECK(item(easi::instrument, "trunk") == nullptr);
    CHECK(item(easi::instrument, "easi_trunk_area") == nullptr);
    CHECK(item(easi::instrument, "Trunk_area") == nullptr);
    CHECK(bands(easi::instrument, "leshem") == nullptr);
    CHECK(bands(easi::instrument, "mcid_schram_2012") == nullptr);
    CHECK(threshold(easi::instrument, "leshem_2015") == nullptr);
    CHECK(threshold(viga_ad::instrument, "easi_75") == nullptr);
    CHECK(item(Scoring{}, "itch") == nullptr);
    CHECK(bands(Interpretation{}, "x") == nullptr);
    CHECK(threshold(Interpretation{}, "x") == nullptr);
}

TEST_CASE("Look-up: it works when compiling") {
    static_assert(item(easi::instrument, "trunk_area")->role == Role::multiplies);
    static_assert(bands(easi::instrument, "leshem_2015")->is_default);
    static_assert(threshold(easi::instrument, "easi_75")->value == Exact(75));
    static_assert(threshold(easi::instrument, "easi_750") == nullptr);
    CHECK(item(poem::instrument, "itch")->id == Text("itch"));
}
