// SPDX-License-Identifier: BSL-1.0
// Any kind at run time: it comes back as itself alone.
#include "eczscore/units/any_quantity.hpp"

#include <cmath>
#include <span>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/units/kinds.hpp"

using namespace eczscore;
using namespace eczscore::units;

TEST_CASE("any quantity: a kind comes back only as itself, and devices never mix") {
    const AnyQuantity a = Hydration<CorneometerCm825>::reading(40);
    const AnyQuantity b = Hydration<MoistureMeterSc>::reading(60);
    const AnyQuantity c = Tewl::g_per_m2_h(12);
    CHECK(a.as<kind::Hydration<CorneometerCm825>>().value() ==
          Hydration<CorneometerCm825>::reading(40));
    CHECK(a.as<kind::Hydration<MoistureMeterSc>>().reason() == Reason::device_mismatch);
    CHECK(c.as<kind::Sswl>().reason() == Reason::wrong_dimension);
    CHECK(c.as<kind::Hydration<Gpskin>>().reason() == Reason::wrong_dimension);
    CHECK(AnyQuantity(*find_kind("tewl"), 12).as<kind::Tewl>().ok());
    CHECK(a.canonical() == 40);
    CHECK(std::string_view(a.kind().device) == "corneometer_cm825");

    const AnyQuantity mixed[] = {a, a, b};
    const auto bad = homogeneous_range<kind::Hydration<CorneometerCm825>>(mixed, 3);
    CHECK(bad.reason == Reason::device_mismatch);
    CHECK(bad.at == 2);
    CHECK(bad.size() == 0);
    const auto good = homogeneous_range<kind::Hydration<CorneometerCm825>>(mixed, 2);
    REQUIRE(good.ok());
    CHECK(mean(good) == Hydration<CorneometerCm825>::reading(40));
    const std::vector<Tewl> three(3, Tewl::g_per_m2_h(8));
    CHECK(mean(three).in(g_per_m2_h) == 8);
    CHECK(mean(std::span<const Tewl>(three)).in(g_per_m2_h) == 8);
    CHECK(std::isnan(mean(std::vector<Tewl>{}).in(g_per_m2_h)));
}
