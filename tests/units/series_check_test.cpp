// SPDX-License-Identifier: BSL-1.0
// Series of readings: mixtures, gaps, and values that suggest another unit.
#include "eczscore/units/series_check.hpp"

#include <cmath>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/units/kinds.hpp"
#include "units/readings.hpp"

using namespace eczscore;
using namespace eczscore::units;
using namespace readings;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("series: devices, kinds and probes are not mixed") {
    std::vector<Measurement> series{good(11), good(12), good(13)};
    CHECK(check_series(series).empty());
    series[1].device = &tewameter_hex;
    ReadingFindings found = check_series(series);
    CHECK(severity_of(found, "device_mismatch") == "error");
    const std::string_view one_class(found.find("device_mismatch")->message);
    series[1].device = &vapometer;
    const std::string_view classes(check_series(series).find("device_mismatch")->message);
    CHECK(one_class != classes);
    series[1].device = &tewameter_tm300;
    series[0].at.is_probe_heated = Stated::yes;
    series[2].at.is_probe_heated = Stated::no;
    CHECK(severity_of(check_series(series), "probe_heating_mixed") == "error");
    series[2].value = WaterVapourFlux::g_per_m2_h(13);
    CHECK(severity_of(check_series(series), "kind_mismatch") == "error");
    CHECK(check_series({}).empty());
}

TEST_CASE("series: values that suggest another unit are asked about") {
    const auto of = [](std::vector<double> values, FluxUnit unit, Text code) {
        std::vector<Measurement> series;
        for (const double each : values) {
            series.push_back(good());
            series.back().value = Tewl(each, unit);
        }
        return severity_of(check_series(series, unit), code);
    };
    CHECK(of({0.9, 1.1, 1.3}, g_per_m2_h, "perhaps_mg_per_cm2_h") == "warning");
    CHECK(of({0.9, 1.1, 13, 14}, g_per_m2_h, "perhaps_mg_per_cm2_h") == "absent");
    CHECK(of({0.9, 1.1, 1.3}, mg_per_cm2_h, "perhaps_mg_per_cm2_h") == "absent");
    CHECK(of({9, 11, 13}, mg_per_cm2_h, "perhaps_g_per_m2_h") == "warning");
    CHECK(of({0.9, 1.1, 1.3}, mg_per_cm2_h, "perhaps_g_per_m2_h") == "absent");
    CHECK(of({20, 101}, g_per_m2_h, "very_high") == "warning");
    CHECK(of({12, 12, 12}, g_per_m2_h, "all_equal") == "warning");
    CHECK(of({12}, g_per_m2_h, "all_equal") == "absent");

    std::vector<Measurement> hydration;
    for (const double each : {35.0, 40.0, 55.0}) {
        hydration.push_back({.value = Hydration<CorneometerCm825>::reading(each)});
    }
    CHECK(severity_of(check_series(hydration), "multiples_of_5") == "notice");
    hydration[1].value = Hydration<CorneometerCm825>::reading(41);
    CHECK(severity_of(check_series(hydration), "multiples_of_5") == "absent");
    hydration[1].value = Hydration<CorneometerCm825>::reading(std::nan(""));
    CHECK(severity_of(check_series(hydration), "multiples_of_5") == "absent");

    CHECK(severity_of(check_step(good(12), good(1.3)), "tenfold_step") == "warning");
    CHECK(severity_of(check_step(good(1.3), good(12)), "tenfold_step") == "warning");
    CHECK(check_step(good(12), good(30)).empty());
    CHECK(check_step(good(0), good(30)).empty());
    Measurement other = good(1);
    other.device = &vapometer;
    CHECK(check_step(good(12), other).empty());
}

TEST_CASE("measuring: series with gaps, mixtures and suspicious values") {
    CHECK(check_series({}).empty());
    std::vector<Measurement> series{tewl_reading(10), tewl_reading(11)};
    series[0].device = &tewameter_tm300;
    CHECK(!check_series(series).has(Severity::error));  // the device of the second is not stated
    series[1].device = &tewameter_hex;
    CHECK(check_series(series).find("device_mismatch") != nullptr);
    series[1].device = &aquaflux;
    CHECK(check_series(series).find("device_mismatch") != nullptr);
    series[1].device = &tewameter_tm300;
    series[0].at.is_probe_heated = Stated::yes;
    CHECK(check_series(series).find("probe_heating_mixed") == nullptr);
    series[1].at.is_probe_heated = Stated::no;
    CHECK(check_series(series).find("probe_heating_mixed") != nullptr);
    series[0].at.is_probe_heated = Stated::no;
    CHECK(check_series(series).find("probe_heating_mixed") == nullptr);
    series[1].value = Hydration<CorneometerCm825>::reading(40);
    series.push_back(tewl_reading(12));
    CHECK(check_series(series).find("kind_mismatch") != nullptr);

    std::vector<Measurement> high{tewl_reading(101), tewl_reading(99)};
    CHECK(check_series(high).find("very_high") == nullptr);
    for (Measurement& each : high) each.site = site::volar_forearm;
    CHECK(check_series(high).find("very_high") != nullptr);
    high[0].value = Tewl::g_per_m2_h(100);
    CHECK(check_series(high).find("very_high") == nullptr);
    CHECK(check_series(high, mg_per_cm2_h).find("perhaps_g_per_m2_h") != nullptr);
    CHECK(check_series(high, FluxUnit{"", 10, 7}).find("perhaps_g_per_m2_h") == nullptr);
    CHECK(check_series(high, g_per_m2_min).find("perhaps_g_per_m2_h") == nullptr);

    std::vector<Measurement> fives;
    for (const double value : {20.0, 45.0, 30.0}) {
        fives.push_back({.value = Hydration<CorneometerCm825>::reading(value)});
    }
    CHECK(check_series(fives).find("multiples_of_5") != nullptr);
    CHECK(check_series(std::span(fives).first(2)).find("multiples_of_5") == nullptr);
    for (const double odd : {46.0, 1e10, -1e10, infinite, std::nan("")}) {
        fives[1].value = Hydration<CorneometerCm825>::reading(odd);
        CHECK(check_series(fives).find("multiples_of_5") == nullptr);
    }
}

TEST_CASE("measuring: a tenfold step is asked about within one kind and device only") {
    const Measurement one = tewl_reading(10);
    CHECK(check_step(one, tewl_reading(100)).find("tenfold_step") != nullptr);
    CHECK(check_step(tewl_reading(70), one).find("tenfold_step") != nullptr);
    CHECK(check_step(one, tewl_reading(69)).empty());
    CHECK(check_step(one, tewl_reading(0)).empty());
    CHECK(check_step(tewl_reading(-10), tewl_reading(100)).empty());
    Measurement other = tewl_reading(100);
    other.device = &vapometer;
    CHECK(check_step(one, other).empty());
    CHECK(check_step(one, {.value = WaterVapourFlux::g_per_m2_h(100)}).empty());
}
