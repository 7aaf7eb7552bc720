// SPDX-License-Identifier: BSL-1.0
// Readings with their circumstances: what is negative, saturated, or of the wrong kind.
#include "eczscore/units/measurement.hpp"

#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/guideline_check.hpp"
#include "eczscore/units/kinds.hpp"
#include "units/readings.hpp"

using namespace eczscore;
using namespace eczscore::units;
using namespace readings;

TEST_CASE("measurement: negative, saturated and of the wrong kind") {
    const auto of = [](double tewl, Text code) {
        return severity_of(check_measurement(good(tewl), proposed_guideline), code);
    };
    CHECK(of(-0.5, "negative") == "warning");
    CHECK(of(-1, "negative") == "warning");
    CHECK(of(-1.01, "out_of_range") == "error");
    CHECK(of(0, "negative") == "absent");

    TewlDevice limited = tewameter_tm300;
    limited.has_maximum = true;
    limited.maximum = Tewl::g_per_m2_h(150);
    Measurement high = good(150);
    high.device = &limited;
    CHECK(severity_of(check_measurement(high, proposed_guideline), "saturated") == "error");
    const Measurement censored = with_saturation(high);
    CHECK((censored.range == DeviceRange::above && censored.value.canonical() == 150));
    CHECK(check_measurement(censored, proposed_guideline).empty());
    CHECK(with_saturation(good(500)).range == DeviceRange::measured);  // no maximum is known
    CHECK(std::string_view(name(DeviceRange::above)) == "above");

    Measurement wrong = good();
    wrong.value = Ph::of(5.5);
    CHECK(severity_of(check_measurement(wrong, proposed_guideline), "not_a_flux") == "error");
}

TEST_CASE("measuring: only a flux reaches the maximum of its device") {
    TewlDevice limited = vapometer;
    limited.has_maximum = true;
    limited.maximum = Tewl::g_per_m2_h(200);
    TewlDevice free = limited;
    free.has_maximum = false;
    Measurement reading = tewl_reading(250);
    CHECK(with_saturation(reading).value.canonical() == 250);
    reading.device = &free;
    CHECK(with_saturation(reading).value.canonical() == 250);
    reading.device = &limited;
    CHECK(with_saturation(reading).value.canonical() == 200);
    CHECK(with_saturation(reading).range == DeviceRange::above);
    reading.value = Tewl::g_per_m2_h(199);
    CHECK(with_saturation(reading).range != DeviceRange::above);
    reading.value = WaterVapourFlux::g_per_m2_h(200);
    CHECK(with_saturation(reading).range == DeviceRange::above);
    reading.value = Hydration<CorneometerCm825>::reading(250);
    CHECK(with_saturation(reading).value.canonical() == 250);
}
