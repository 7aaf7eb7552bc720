// SPDX-License-Identifier: BSL-1.0
// Every edge of every edition of bands with its neighbours, from a table typed from the papers.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "eczscore/instruments.hpp"
#include "eczscore/score/band.hpp"

#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
/// The upper end of a band in thousandths of a point; whether that very score belongs to it.
struct Upper {
    const char* band;
    int thousandths;
    bool included;
};
struct Edition {
    const char* instrument;
    const char* scheme;
    bool is_default;
    int lattice;  ///< the instrument's unit in thousandths of a point (1: as fine as it gets)
    std::vector<Upper> bands;
};

const std::vector<Edition>& editions() {
    constexpr bool in = true;
    constexpr bool out = false;
    // clang-format off
    static const std::vector<Edition> table = {
        // EASI, in twentieths. Leshem closes upwards (7.0 mild, 7.05 moderate), Chopra downwards.
        {"easi", "leshem_2015", true, 50,
         {{"clear", 0, in}, {"almost_clear", 1'000, in}, {"mild", 7'000, in},
          {"moderate", 21'000, in}, {"severe", 50'000, in}, {"very_severe", 72'000, in}}},
        {"easi", "chopra_2017", false, 50,
         {{"clear", 0, in}, {"mild", 6'000, out}, {"moderate", 23'000, out},
          {"severe", 72'000, in}}},
        {"easi", "kada_2019", false, 50,
         {{"mild", 16'000, out}, {"moderate", 23'000, out}, {"severe", 72'000, in}}},
        {"easi", "hurault_2018", false, 50,
         {{"clear", 0, in}, {"almost_clear", 2'000, in}, {"mild", 11'000, in},
          {"moderate", 33'000, in}, {"severe", 54'000, in}, {"very_severe", 72'000, in}}},
        {"scorad", "oranje_2007", true, 1,
         {{"mild", 25'000, out}, {"moderate", 50'000, in}, {"severe", 103'000, in}}},
        {"scorad", "severe_from_50", false, 1,
         {{"mild", 25'000, out}, {"moderate", 50'000, out}, {"severe", 103'000, in}}},
        {"scorad", "chopra_2017", false, 1,
         {{"clear", 10'000, out}, {"mild", 29'000, out}, {"moderate", 49'000, out},
          {"severe", 103'000, in}}},
        {"scorad", "barbarot_2024", false, 1,
         {{"clear_or_almost_clear", 12'000, out}, {"mild", 25'000, out},
          {"moderate_or_severe", 103'000, in}}},
        {"scorad", "patient_page", false, 1,
         {{"mild", 20'000, out}, {"moderate", 40'000, in}, {"severe", 103'000, in}}},
        {"oscorad", "oranje_2007", true, 1,
         {{"mild", 15'000, out}, {"moderate", 40'000, in}, {"severe", 83'000, in}}},
        {"oscorad", "chopra_2017", false, 1,
         {{"clear", 8'000, out}, {"mild", 24'000, out}, {"moderate", 38'000, out},
          {"severe", 83'000, in}}},
        {"oscorad", "hurault_2018", false, 1,
         {{"clear", 3'500, in}, {"almost_clear", 16'000, in}, {"mild", 30'000, in},
          {"moderate", 46'500, in}, {"severe", 61'000, in}, {"very_severe", 83'000, in}}},
        {"viga_ad", "simpson_2020", true, 1'000,
         {{"clear", 0, in}, {"almost_clear", 1'000, in}, {"mild", 2'000, in},
          {"moderate", 3'000, in}, {"severe", 4'000, in}}},
        {"iga_bsa", "suh_2020", true, 1,
         {{"mild", 30'000, in}, {"moderate", 130'000, in}, {"severe", 400'000, in}}},
        {"hecsi", "oosterhaven_2020", true, 1'000,
         {{"clear", 0, in}, {"almost_clear", 16'000, in}, {"moderate", 37'000, in},
          {"severe", 116'000, in}, {"very_severe", 360'000, in}}},
        {"hecsi", "nct05682859", false, 1'000,
         {{"clear", 0, in}, {"mild", 16'000, in}, {"moderate", 37'000, in}, {"severe", 116'000, in},
          {"very_severe", 360'000, in}}},
        {"poem", "charman_2013", true, 1'000,
         {{"clear_or_almost_clear", 2'000, in}, {"mild", 7'000, in}, {"moderate", 16'000, in},
          {"severe", 24'000, in}, {"very_severe", 28'000, in}}},
        {"poem", "vakharia_2018", false, 1'000,
         {{"mild", 7'000, in}, {"moderate", 16'000, in}, {"severe", 28'000, in}}},
        {"poem", "silverberg_2018", false, 1'000,
         {{"mild", 7'000, in}, {"moderate", 19'000, in}, {"severe", 28'000, in}}},
        {"poem", "kido_2020", false, 1'000,
         {{"clear_or_almost_clear", 0, in}, {"mild", 8'000, in}, {"moderate", 21'000, in},
          {"severe_or_very_severe", 28'000, in}}},
        {"dlqi", "hongbo_2005", true, 1'000,
         {{"no_effect", 1'000, in}, {"small", 5'000, in}, {"moderate", 10'000, in},
          {"very_large", 20'000, in}, {"extremely_large", 30'000, in}}},
        {"dlqi", "ad_3", false, 1'000,
         {{"mild", 5'000, in}, {"moderate", 10'000, in}, {"severe", 30'000, in}}},
        // DLQI-R on the whole number nearest: a half goes up, so the cut is at x.5.
        {"dlqi_r", "hongbo_2005", true, 1,
         {{"no_effect", 1'500, out}, {"small", 5'500, out}, {"moderate", 10'500, out},
          {"very_large", 20'500, out}, {"extremely_large", 30'000, in}}},
        {"dlqi_r", "hongbo_2005_on_raw", false, 1,
         {{"no_effect", 2'000, out}, {"small", 6'000, out}, {"moderate", 11'000, out},
          {"very_large", 21'000, out}, {"extremely_large", 30'000, in}}},
        // Weekly means are banded raw: below 4, below 7.
        {"pp_nrs", "vakharia_2018", true, 1,
         {{"mild", 4'000, out}, {"moderate", 7'000, out}, {"severe", 10'000, in}}},
        {"pp_nrs", "wp_nrs_pgis", false, 1,
         {{"absent", 1'000, out}, {"minimal", 3'000, out}, {"mild", 4'000, out},
          {"moderate", 8'000, out}, {"severe", 10'000, in}}},
        {"pp_nrs", "itchyquant_2017", false, 1,
         {{"none", 1'000, out}, {"mild", 4'000, out}, {"moderate", 8'000, out},
          {"severe", 10'000, in}}}};
    // clang-format on
    return table;
}

/// The band of a score in thousandths by the table alone.
Text expected(const Edition& edition, int thousandths) {
    for (const Upper& upper : edition.bands) {
        if (thousandths < upper.thousandths ||
            (upper.included && thousandths == upper.thousandths)) {
            return upper.band;
        }
    }
    return "none";
}

const BandScheme& scheme_of(const Edition& edition) {
    const Instrument* instrument = find_instrument(edition.instrument);
    REQUIRE(instrument != nullptr);
    for (const BandScheme& scheme : instrument->bands) {
        if (scheme.id == Text(edition.scheme)) return scheme;
    }
    FAIL("no edition " << edition.scheme << " of " << edition.instrument);
    return instrument->bands[0];
}
bool is_as_expected(const Edition& edition, const BandScheme& scheme, int thousandths) {
    const Band* found = band(scheme, Exact::ratio(thousandths, 1000));
    return found != nullptr && found->id == expected(edition, thousandths);
}
}  // namespace

TEST_CASE("Bands: each edge, and the unit below and above it, is in the band of the paper") {
    for (const Edition& edition : editions()) {
        const BandScheme& scheme = scheme_of(edition);
        CAPTURE(edition.instrument, edition.scheme);
        const int last = edition.bands.back().thousandths;
        for (const Upper& upper : edition.bands) {
            const int edge = upper.thousandths;
            for (int score : {edge - edition.lattice, edge, edge + edition.lattice}) {
                if (score < 0 || score > last) continue;
                CAPTURE(score);
                CHECK(is_as_expected(edition, scheme, score));
            }
        }
    }
}

TEST_CASE("Bands: a millionth either side of each edge of the scores that can be so fine") {
    for (const Edition& edition : editions()) {
        if (edition.lattice != 1) continue;
        const BandScheme& scheme = scheme_of(edition);
        CAPTURE(edition.instrument, edition.scheme);
        for (std::size_t i = 0; i + 1 < edition.bands.size(); ++i) {
            const Exact edge = Exact::ratio(edition.bands[i].thousandths, 1000);
            const Text here = edition.bands[i].band;
            const Text above_it = edition.bands[i + 1].band;
            CHECK(band(scheme, edge - 0.000001_x)->id == here);
            CHECK(band(scheme, edge + 0.000001_x)->id == above_it);
        }
    }
}

TEST_CASE("Bands: the whole lattice of every edition") {
    for (const Edition& edition : editions()) {
        const BandScheme& scheme = scheme_of(edition);
        CAPTURE(edition.instrument, edition.scheme);
        const int step = edition.lattice == 1 ? 10 : edition.lattice;
        long wrong = 0;
        for (int score = 0; score <= edition.bands.back().thousandths; score += step) {
            wrong += !is_as_expected(edition, scheme, score);
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("Bands: no edition of the registry is left out of the table, and defaults are the same") {
    for (const Instrument* instrument : registry) {
        if (facts::covered().count(instrument->id.c_str()) > 0) continue;  // by its own test
        // The alternative scale of signs has the bands of EASI.
        if (instrument->id == Text("easi_half_from_zero")) {
            CHECK(instrument->bands.data() == easi::instrument.bands.data());
            continue;
        }
        for (const BandScheme& scheme : instrument->bands) {
            CAPTURE(instrument->id.c_str(), scheme.id.c_str());
            const Edition* found = nullptr;
            for (const Edition& edition : editions()) {
                if (instrument->id == Text(edition.instrument) &&
                    scheme.id == Text(edition.scheme)) {
                    found = &edition;
                }
            }
            REQUIRE(found != nullptr);
            CHECK(scheme.is_default == found->is_default);
            REQUIRE(scheme.bands.size() == found->bands.size());
            for (std::size_t i = 0; i < scheme.bands.size(); ++i) {
                CHECK(scheme.bands[i].id == Text(found->bands[i].band));
            }
        }
    }
}

TEST_CASE(
    "Bands: Barbarot's are for children of 2 to 6 years, RECAP's by age, all others for all") {
    for (const Instrument* instrument : registry) {
        for (const BandScheme& scheme : instrument->bands) {
            CAPTURE(instrument->id.c_str(), scheme.id.c_str());
            const bool by_age = scheme.id == Text("barbarot_2024") ||
                                instrument->id == Text("recap");  // has a test of its own
            CHECK(scheme.ages.is_everyone() == !by_age);
        }
    }
    const AgeRange& ages = scorad::instrument.bands[3].ages;
    CHECK(ages.contains(Age::years(2)));
    CHECK(ages.contains(Age::years(6.999999)));
    CHECK_FALSE(ages.contains(Age::years(1.999999)));
    CHECK_FALSE(ages.contains(Age::years(7)));
}

TEST_CASE("Bands: the values that rounding first would move stay where the rules put them") {
    const auto id = [](const Instrument& i, std::size_t scheme, Exact score) {
        return band(i.bands[scheme], score)->id;
    };
    CHECK(id(easi::instrument, 0, 1.05_x) == Text("mild"));
    CHECK(id(easi::instrument, 0, 7.05_x) == Text("moderate"));
    CHECK(id(easi::instrument, 0, 21.05_x) == Text("severe"));
    CHECK(id(easi::instrument, 0, 50.05_x) == Text("very_severe"));
    CHECK(id(easi::instrument, 1, 5.95_x) == Text("mild"));
    CHECK(id(easi::instrument, 1, 22.95_x) == Text("moderate"));
    CHECK(id(scorad::instrument, 2, 28.95_x) == Text("mild"));
    CHECK(id(scorad::instrument, 2, 28.99_x) == Text("mild"));
    CHECK(id(scorad::instrument, 0, 24.95_x) == Text("mild"));
    CHECK(id(scorad::instrument, 0, 50.05_x) == Text("severe"));
    CHECK(id(oscorad::instrument, 0, 40.05_x) == Text("severe"));
    CHECK(id(iga_bsa::instrument, 0, 30.01_x) == Text("moderate"));
    CHECK(id(iga_bsa::instrument, 0, 30.05_x) == Text("moderate"));
}

TEST_CASE("Bands: where Leshem and Chopra disagree about EASI") {
    for (int twentieths = 0; twentieths <= 1440; ++twentieths) {
        const Exact score = Exact::ratio(twentieths, 20);
        const Text leshem = band(easi::instrument.bands[0], score)->id;
        const Text chopra = band(easi::instrument.bands[1], score)->id;
        const bool says_the_same = leshem == chopra || leshem == Text("very_severe");
        const bool disputed = (twentieths > 0 && twentieths <= 20) ||
                              (twentieths >= 120 && twentieths <= 140) ||
                              (twentieths > 420 && twentieths < 460);
        CAPTURE(twentieths);
        CHECK(says_the_same != disputed);
    }
}
