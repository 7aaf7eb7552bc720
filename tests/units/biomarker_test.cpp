// SPDX-License-Identifier: BSL-1.0
// Markers: IgE, eosinophils, molar concentrations, water content and pH in worked examples.
// Covers: units/percent.hpp
#include "eczscore/units/biomarker.hpp"

#include <array>
#include <cmath>

#include "catch_compat.hpp"
#include "eczscore/units/any_quantity.hpp"
#include "eczscore/units/hydration.hpp"
#include "eczscore/units/percent.hpp"
#include "eczscore/units/ph.hpp"
#include "units/worked_example.hpp"

using namespace eczscore;
using namespace eczscore::units;
using worked_example::no_number;
using worked_example::same;

TEST_CASE("W23, W25, W28, W29: IgE, eosinophils, water content, pH") {
    CHECK(ige_to_mass(Ige::kiu_per_l(100)).in(ige_ng_per_ml) == 240);
    CHECK(ige_to_mass(Ige::kiu_per_l(1234.5)).in(ige_ng_per_ml) == 2962.8);
    CHECK(ige_from_mass(IgeMass::ng_per_ml(240)).in(kiu_per_l) == 100);
    const EosinophilCount cells =
        eosinophil_count(EosinophilPercent::percent(6.5), LeukocyteCount::giga_per_l(8.2));
    CHECK(same(cells.in(giga_per_l), 0.533));
    CHECK(same(cells.in(per_ul), 533));
    CHECK(EosinophilCount::giga_per_l(0.92).in(per_ul) == 920);
    using Reading = Tdc<MoistureMeterD>;
    CHECK(same(percent_water(Reading::reading(26.8), 78.5).in(percent), 33.2903225806));
    CHECK(same(percent_water(Reading::reading(26.8), 80).in(percent), 32.6582278481));
    CHECK(same(percent_water(Reading::reading(42.9), 78.5).in(percent), 54.0645161290));
    CHECK(same(percent_water(Reading::reading(42.9), 80).in(percent), 53.0379746835));
    CHECK(std::isnan(percent_water(Reading::reading(42.9), 1).in(percent)));
    const std::array<Ph, 2> acid{Ph::of(4.8), Ph::of(5.6)};
    CHECK(same(mean(acid).in(ph_units), 5.2));
    CHECK(same(mean_of_hydrogen_ion(acid.data(), 2), 5.03713796152));
}

TEST_CASE("molar concentrations take a stated molar mass") {
    const MolarMass<tarc> stated{8083};
    const auto mass = to_mass(MolarConcentration<tarc>::pmol_per_l(2), stated);
    CHECK(same(mass.in(pg_per_ml), 16.166));
    CHECK(same(to_amount(mass, stated).in(pmol_per_l), 2));
    CHECK(std::isnan(to_mass(MolarConcentration<tarc>::pmol_per_l(2), {0}).in(pg_per_ml)));
    CHECK(std::isnan(to_amount(mass, {-1}).in(pmol_per_l)));
}
