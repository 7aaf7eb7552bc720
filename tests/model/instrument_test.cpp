// SPDX-License-Identifier: BSL-1.0
// What an instrument says about itself: prefix, age, default bands, items in form order, words.
// Covers: model/threshold.hpp
#include "eczscore/model/instrument.hpp"

#include <cstddef>
#include <span>
#include <vector>

#include "score/toy.hpp"

#include "eczscore/instruments.hpp"
#include "eczscore/score/band.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Instrument: its column prefix is its id unless it says otherwise") {
    CHECK(easi::instrument.prefix() == Text("easi"));
    CHECK(oscorad::instrument.prefix() == Text("scorad"));
    CHECK(dlqi_r::instrument.prefix() == Text("dlqi"));
    CHECK(toy::product.prefix() == Text("product"));
}

TEST_CASE("Instrument: only those whose formula depends on age need one") {
    CHECK(easi::instrument.needs_age());
    CHECK(scorad_extent::instrument.needs_age());
    CHECK(toy::infant.needs_age());  // one form, but not for everyone
    for (const Instrument* i :
         {&scorad::instrument, &oscorad::instrument, &viga_ad::instrument, &iga_bsa::instrument,
          &poem::instrument, &dlqi::instrument, &dlqi_r::instrument, &pp_nrs::instrument,
          &sd_nrs::instrument, &scorad_sleep_vas::instrument, &hecsi::instrument}) {
        CHECK_FALSE(i->needs_age());
    }
}

TEST_CASE("Instrument: the age is looked at for the form, the limits of the scale or the bands") {
    Instrument adults = toy::product;
    adults.ages.from_months = 18 * 12;
    Instrument children = toy::wellbeing;
    children.bands = toy::infant_bands;
    BandScheme for_all = toy::infant_bands[0];
    for_all.ages = {};
    BandScheme other = toy::infant_bands[0];
    other.is_default = false;
    const BandScheme ageless[] = {for_all, other};
    Instrument banded = toy::wellbeing;
    banded.bands = ageless;
    CHECK(easi::instrument.uses_age());
    CHECK(toy::infant.uses_age());
    CHECK(adults.uses_age());
    CHECK(children.uses_age());
    CHECK_FALSE(toy::product.uses_age());
    CHECK_FALSE(banded.uses_age());
    CHECK(children.bands_by_age());
    CHECK_FALSE(banded.bands_by_age());
}

TEST_CASE("Instrument: a formula or a missing total is no sum") {
    Instrument apart = toy::product;
    apart.has_total = false;
    Instrument computed = toy::product;
    const Formula formula{[](std::span<const Answer>) { return Computed{}; }};
    computed.formula = &formula;
    CHECK(toy::product.is_sum());
    CHECK_FALSE(apart.is_sum());
    CHECK_FALSE(computed.is_sum());
}

TEST_CASE("Instrument: items are visited in form order with their domain") {
    std::vector<std::size_t> domains;
    std::size_t next = 0;
    for_each_item(easi::instrument.forms[0], [&](std::size_t d, std::size_t i, const Item& item) {
        CHECK(i == next);
        CHECK(&item == &item_at(easi::instrument, i));
        domains.push_back(d);
        ++next;
    });
    CHECK(domains ==
          std::vector<std::size_t>{0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3});
    CHECK(item_at(easi::instrument, 19).id == Text("lower_limbs_area"));
    CHECK(&item_at(easi::instrument, 99) == &item_at(easi::instrument, 0));
}

TEST_CASE("Instrument: the default bands, or none") {
    CHECK(default_bands(easi::instrument)->id == Text("leshem_2015"));
    CHECK(default_bands(sd_nrs::instrument) == nullptr);
    CHECK(default_bands(toy::infant) == nullptr);  // it depends on the age
}

TEST_CASE("Instrument: the words of enums are those of the tables") {
    CHECK(name(Direction::higher_is_worse) == Text("higher_is_worse"));
    CHECK(name(Direction::higher_is_better) == Text("higher_is_better"));
    CHECK(name(ThresholdUnit::points) == Text("points"));
    CHECK(name(ThresholdUnit::percent) == Text("percent"));
    CHECK(name(Basis::mcid) == Text("mcid"));
    CHECK(name(Basis::sdc) == Text("sdc"));
    CHECK(name(Basis::responder) == Text("responder"));
    CHECK(name(Basis::target) == Text("target"));
    CHECK(name(Basis::non_response) == Text("non_response"));
    CHECK(name(Basis::cut) == Text("cut"));
}
