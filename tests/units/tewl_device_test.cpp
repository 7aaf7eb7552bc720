// SPDX-License-Identifier: BSL-1.0
// Devices and sites by their ids, and what is known of their errors.
// Covers: units/site.hpp
#include "eczscore/units/tewl_device.hpp"

#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/site.hpp"

using namespace eczscore;
using namespace eczscore::units;

TEST_CASE("devices: the specification of TM Hex at 12 g/m2/h") {  // W30
    const Tewl reading = Tewl::g_per_m2_h(12);
    CHECK(tewameter_hex.uncertainty.at(reading).value().in(g_per_m2_h) ==
          Approx(1.1).epsilon(1e-14));
    CHECK(tewameter_hex.repeatability.at(reading).value().in(g_per_m2_h) ==
          Approx(0.27).epsilon(1e-14));
    CHECK(tewameter_hex.uncertainty.at(Tewl::g_per_m2_h(-12)).value().in(g_per_m2_h) ==
          Approx(1.1).epsilon(1e-14));
    CHECK(vapometer.uncertainty.at(reading).reason() == Reason::not_stated);
    CHECK_FALSE(vapometer.has_maximum);
}

TEST_CASE("devices and sites are found by their ids, which are unique") {
    for (const TewlDevice* each : tewl_devices) {
        CHECK(find_tewl_device(each->id) == each);
        CHECK_FALSE(std::string_view(name(each->chamber)).empty());
    }
    for (const Site* each : sites) CHECK(find_site(each->id) == each);
    CHECK(find_tewl_device("evaporator") == nullptr);
    CHECK(find_site("elbow") == nullptr);
    CHECK(std::string_view(name(Side::left)) == "left");
    CHECK(std::string_view(name(Lesion::healthy)) == "healthy");
}
