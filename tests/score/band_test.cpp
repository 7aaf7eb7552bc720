// SPDX-License-Identifier: BSL-1.0
// Bands of scores: none without a score, none outside the range, by age where editions say so.
#include "eczscore/score/band.hpp"

#include <array>

#include "score/toy.hpp"

#include "eczscore/instruments/easi.hpp"
#include "eczscore/instruments/scorad.hpp"
#include "eczscore/instruments/sd_nrs.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Band: no score, no band") {
    CHECK(band(easi::band_schemes[0], score(easi::Answers{})) == nullptr);
    CHECK(band(easi::band_schemes[0], score(easi::example))->id == Text("moderate"));
}

TEST_CASE("Band: outside the range of the score there is none") {
    CHECK(band(easi::band_schemes[0], Exact(-1)) == nullptr);
    CHECK(band(easi::band_schemes[0], 72.05_x) == nullptr);
    CHECK(band(easi::band_schemes[0], Exact(72))->id == Text("very_severe"));
}

TEST_CASE("Band: an edition for another range has no band for a score") {
    const Score easi = score(easi::example);
    CHECK(band(scorad::band_schemes[0], easi) == nullptr);
    CHECK(band(easi::band_schemes[0], score(scorad::example)) == nullptr);
    CHECK(band(toy::infant_bands[0], easi) == nullptr);
    const Answer lowest[] = {1, 1};
    CHECK(band(toy::infant_bands[0], score(toy::mixed, lowest)) == nullptr);
}

TEST_CASE("Band: on rounded scores, halves go away from zero") {
    BandScheme scheme = toy::infant_bands[0];
    CHECK(band(scheme, 1.5_x)->id == Text("high"));
    CHECK(band(scheme, 1.2_x)->id == Text("high"));
    scheme.on_rounded = true;
    CHECK(band(scheme, 1.2_x)->id == Text("low"));
    CHECK(band(scheme, 1.5_x)->id == Text("high"));
}

TEST_CASE("Band: the default edition for an age") {
    CHECK(default_bands(toy::infant, Age::months(11))->id == Text("first_year"));
    CHECK(default_bands(toy::infant, Age::months(12))->id == Text("second_year"));
    CHECK(default_bands(toy::infant) == nullptr);
    CHECK(default_bands(easi::instrument)->id == Text("leshem_2015"));
    CHECK(default_bands(scorad::instrument, Age::years(4))->id == Text("oranje_2007"));
    CHECK(default_bands(sd_nrs::instrument) == nullptr);
    static constexpr BandScheme other_order[] = {easi::band_schemes[1], easi::band_schemes[0]};
    Instrument reordered = easi::instrument;
    reordered.bands = other_order;
    CHECK(default_bands(reordered)->id == Text("leshem_2015"));
}

TEST_CASE("Band: rounded to the printed decimals first, where the printed bands leave gaps") {
    const auto raw = [](const BandScheme& scheme, Exact value) { return band(scheme, value)->id; };
    const auto rounded = [](const BandScheme& scheme, Exact value) {
        return band_on_rounded(scheme, value, 1)->id;
    };
    const BandScheme& leshem = easi::band_schemes[0];
    const BandScheme& chopra = easi::band_schemes[1];
    CHECK(raw(chopra, 5.95_x) == Text("mild"));
    CHECK(rounded(chopra, 5.95_x) == Text("moderate"));
    CHECK(raw(chopra, 22.95_x) == Text("moderate"));
    CHECK(rounded(chopra, 22.95_x) == Text("severe"));
    CHECK(rounded(chopra, 5.9_x) == Text("mild"));
    for (Exact value : {7.05_x, 7.1_x, 7_x, 21.05_x, 50.05_x, 1.05_x}) {
        CHECK(raw(leshem, value) == rounded(leshem, value));
    }
    const BandScheme& classic = scorad::band_schemes[0];
    CHECK(raw(classic, 24.95_x) == Text("mild"));
    CHECK(rounded(classic, 24.95_x) == Text("moderate"));
    CHECK(raw(classic, 50.04_x) == Text("severe"));
    CHECK(rounded(classic, 50.04_x) == Text("moderate"));
    CHECK(rounded(classic, 50.05_x) == Text("severe"));
    CHECK(band_on_rounded(leshem, 72.05_x, 1) == nullptr);
    CHECK(band_on_rounded(leshem, 72.04_x, 1)->id == Text("very_severe"));
}

TEST_CASE("Band: rounding first makes no band for what has no score or another range") {
    CHECK(band_on_rounded(easi::band_schemes[0], score(easi::Answers{}), 1) == nullptr);
    CHECK(band_on_rounded(scorad::band_schemes[0], score(easi::example), 1) == nullptr);
    CHECK(band_on_rounded(easi::band_schemes[0], score(easi::example), 1)->id == Text("moderate"));
}

TEST_CASE("Band: of an instrument, in its default edition for the age") {
    const Score moderate = score(easi::example);
    CHECK(band(easi::instrument, moderate)->id == Text("moderate"));
    CHECK(band(easi::instrument, score(easi::Answers{})) == nullptr);
    CHECK(band(scorad::instrument, moderate) == nullptr);
    const auto graded = easi::example.in_order();
    const Score half = score(easi_half_from_zero::instrument<>, graded, easi::example.age);
    CHECK(half.is_scored());
    CHECK(band(easi::instrument, half) == nullptr);  // of the same range and bands
    const Answer two[] = {2};
    const Score infant = score(toy::infant, two, Age::months(11));
    CHECK(band(toy::infant, infant) == nullptr);
    CHECK(band(toy::infant, infant, Age::months(11)) == band(toy::infant_bands[0], infant));
    CHECK(band(toy::infant, infant, Age::months(12)) == band(toy::infant_bands[1], infant));
    const Answer well[] = {5};
    CHECK(band(toy::wellbeing, score(toy::wellbeing, well)) == nullptr);
}
