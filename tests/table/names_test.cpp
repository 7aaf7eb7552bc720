// SPDX-License-Identifier: BSL-1.0
// Instruments and band schemes by the names that people write, and why they are not found.
// Covers: table/failure.hpp
#include "eczscore/table/names.hpp"

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/table/failure.hpp"

using namespace eczscore;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

constexpr table::SettingNames as_options{.instrument_list = "`eczscore list`"};
std::string refusal(const std::vector<std::string>& ids) {
    const auto found = table::find_instruments(ids, as_options);
    return found ? std::string() : found.error();
}
}  // namespace

TEST_CASE("Names: every instrument is found by its id, in any case, with dashes and spaces") {
    for (const Instrument* instrument : registry) {
        std::string id(std::string_view(instrument->id));
        CAPTURE(id);
        REQUIRE(table::instrument_named(id).has_value());
        CHECK(*table::instrument_named(id) == instrument);
        for (char& c : id) c = c == '_' ? '-' : static_cast<char>(std::toupper(c));
        REQUIRE(table::instrument_named(id).has_value());
        CHECK(*table::instrument_named(id) == instrument);
    }
}

TEST_CASE("Names: an unknown instrument is quoted beside the nearest") {
    const auto found = table::instrument_named("peom", as_options);
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error() ==
          "no instrument 'peom'; the nearest is 'poem'; `eczscore list` shows them all");
    CHECK_THAT(refusal({"easi,peom"}), StartsWith("no instrument 'peom'"));
}

TEST_CASE("Names: several instruments, with commas or not, in the order asked for") {
    const auto found = table::find_instruments({"poem, easi", "DLQI"});
    REQUIRE(found.has_value());
    CHECK(*found ==
          std::vector<const Instrument*>{&poem::instrument, &easi::instrument, &dlqi::instrument});
    CHECK(refusal({"poem", "easi,POEM"}) == "the instrument 'POEM' is named twice");
    CHECK(refusal({}) == "name at least one instrument; `eczscore list` shows them all");
    CHECK_THAT(refusal({"poem,"}), StartsWith("no instrument ''"));
    CHECK_THAT(refusal({""}), StartsWith("no instrument ''"));
}

TEST_CASE("Names: every band scheme of every instrument is found by its id alone") {
    std::size_t schemes = 0;
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str());
        for (const BandScheme& scheme : instrument->bands) {
            const auto found = table::scheme_named(*instrument, std::string_view(scheme.id));
            REQUIRE(found.has_value());
            CHECK(*found == &scheme);
            ++schemes;
        }
        const auto usual = table::scheme_named(*instrument, "");
        REQUIRE(usual.has_value());
        CHECK(*usual == nullptr);
        const auto wrong = table::scheme_named(*instrument, "author_1900");
        REQUIRE_FALSE(wrong.has_value());
        CHECK_THAT(wrong.error(),
                   StartsWith(std::string(instrument->id) + " has no band scheme 'author_1900'"));
        CHECK((wrong.error().find("; it has none at all") != std::string::npos) ==
              instrument->bands.empty());
    }
    CHECK(schemes > 50);
}

TEST_CASE("Names: an unknown scheme names the nearest and all that there are") {
    const auto found = table::scheme_named(easi::instrument, "leshem_2051");
    REQUIRE_FALSE(found.has_value());
    CHECK_THAT(found.error(), ContainsSubstring("; the nearest is 'leshem_2015'"));
    for (const BandScheme& scheme : easi::instrument.bands)
        CHECK_THAT(found.error(), ContainsSubstring(std::string(scheme.id)));
}

TEST_CASE("Names: what an ambiguous name could mean is quoted") {
    CHECK(table::could_be(
              Found<BandScheme>{&easi::instrument.bands[0], &dlqi::instrument.bands[0]}) ==
          ", which could be '" + std::string(easi::instrument.bands[0].id) + "' or '" +
              std::string(dlqi::instrument.bands[0].id) + "'");
}

TEST_CASE("Failure: it is empty without a sentence, and of the request unless it says otherwise") {
    CHECK(table::Failure().empty());
    CHECK(table::Failure("").empty());
    const table::Failure of_text("no column");
    CHECK_FALSE(of_text.empty());
    CHECK(of_text.cause == table::Failure::Cause::request);
    CHECK(table::Failure(std::string("no column")).cause == table::Failure::Cause::request);
    const table::Failure of_file("cannot read", table::Failure::Cause::file);
    CHECK(of_file.sentence == "cannot read");
    CHECK(of_file.cause == table::Failure::Cause::file);
}
