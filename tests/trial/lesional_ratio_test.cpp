// SPDX-License-Identifier: BSL-1.0
// Lesional over non-lesional skin: readings that must say what they are.
#include "eczscore/trial/lesional_ratio.hpp"

#include <cmath>
#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/kinds.hpp"
#include "trial/strips.hpp"

using namespace eczscore;
using namespace eczscore::trial;
using namespace eczscore::units;
using namespace strip_examples;

namespace {

using Au = Hydration<CorneometerCm825>;

}  // namespace

TEST_CASE("lesional over non-lesional") {  // W27
    const LesionalRatio found = lesional_ratio(Tewl::g_per_m2_h(28.68), Tewl::g_per_m2_h(13.15));
    CHECK(same(found.ratio.in(pure_number), 2.18098859316));
    CHECK(same(found.log2.in(pure_number), 1.12498222452));
    CHECK(
        same(lesional_ratio(Tewl::g_per_m2_h(28.68), Tewl::g_per_m2_h(11.60)).ratio.in(pure_number),
             2.4724137931));
    const LesionalRatio swapped = lesional_ratio(Tewl::g_per_m2_h(13.15), Tewl::g_per_m2_h(28.68));
    CHECK(swapped.log2.in(pure_number) == Approx(-found.log2.in(pure_number)).epsilon(1e-14));
    CHECK_FALSE(lesional_ratio(Tewl::g_per_m2_h(28), Tewl::g_per_m2_h(0)).ok());
    CHECK_FALSE(lesional_ratio(Tewl::g_per_m2_h(-1), Tewl::g_per_m2_h(-2)).ok());
    CHECK_FALSE(lesional_ratio(Tewl::g_per_m2_h(std::nan("")), Tewl::g_per_m2_h(2)).ok());
}

TEST_CASE("lesional over non-lesional: readings must say what they are") {
    Measurement lesional{.value = Tewl::g_per_m2_h(28.68),
                         .device = &aquaflux,
                         .site = site::volar_forearm,
                         .lesion = Lesion::lesional};
    Measurement other = lesional;
    other.value = Tewl::g_per_m2_h(13.15);
    CHECK(lesional_ratio(lesional, other).fault == RatioFault::lesions);
    other.lesion = Lesion::healthy;  // of somebody else
    CHECK(lesional_ratio(lesional, other).fault == RatioFault::lesions);
    other.lesion = Lesion::non_lesional;
    const LesionalRatio found = lesional_ratio(lesional, other);
    REQUIRE(found.ok());
    CHECK(same(found.ratio.in(pure_number), 2.18098859316));
    CHECK(found.is_same_site);
    other.site = site::cheek;
    CHECK_FALSE(lesional_ratio(lesional, other).is_same_site);
    other.device = &vapometer;
    CHECK(lesional_ratio(lesional, other).fault == RatioFault::devices);
    other.device = nullptr;
    CHECK(lesional_ratio(lesional, other).fault == RatioFault::devices);
    other.device = &aquaflux;
    lesional.range = DeviceRange::above;
    CHECK(lesional_ratio(lesional, other).fault == RatioFault::not_positive);
    other.value = Au::reading(13);
    CHECK(lesional_ratio(lesional, other).fault == RatioFault::kinds);
    lesional = {.value = Au::reading(25.2), .lesion = Lesion::lesional};
    other = {.value = Au::reading(40.95), .lesion = Lesion::non_lesional};
    CHECK(lesional_ratio(lesional, other).ok());  // the device is in the kind
    CHECK(std::string_view(name(RatioFault::lesions)) == "lesions");
}
