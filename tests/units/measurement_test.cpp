// SPDX-License-Identifier: BSL-1.0
// Readings with their circumstances: guideline checks, mixed series, and device against device.
// Covers: units/device_conversion.hpp, units/guideline.hpp, units/guideline_check.hpp
// Covers: units/site.hpp, units/tewl_device.hpp
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/units/device_conversion.hpp"
#include "eczscore/units/guideline_check.hpp"
#include "eczscore/units/kinds.hpp"
#include "eczscore/units/series_check.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

Measurement good(double tewl = 12) {
    Measurement reading{.value = Tewl::g_per_m2_h(tewl),
                        .device = &tewameter_tm300,
                        .site = site::volar_forearm,
                        .lesion = Lesion::non_lesional,
                        .side = Side::left};
    reading.at.ambient = AmbientTemperature::celsius(21);
    reading.at.humidity = RelativeHumidity::percent(40);
    reading.at.acclimatisation = Duration::minutes(25);
    return reading;
}
std::string_view severity_of(const Findings& found, Text code) {
    const Finding* finding = found.find(code);
    return finding == nullptr ? "absent" : std::string_view(name(finding->severity));
}
std::string_view in_room(double t, double rh, double rest, const Guideline& guideline, Text code) {
    Measurement reading = good();
    reading.at.ambient = AmbientTemperature::celsius(t);
    reading.at.humidity = RelativeHumidity::percent(rh);
    reading.at.acclimatisation = Duration::minutes(rest);
    return severity_of(check_measurement(reading, guideline), code);
}

}  // namespace

TEST_CASE("measurement: one that meets every guideline has no findings") {
    for (const Guideline* guideline : guidelines) {
        CAPTURE(std::string_view(guideline->id));
        CHECK(check_measurement(good(), *guideline).empty());
    }
}

TEST_CASE("measurement: ambient temperature, humidity and rest against the proposed default") {
    const auto& proposed = proposed_guideline;
    const auto t = [&](double value) {
        return in_room(value, 50, 30, proposed, "ambient_temperature");
    };
    CHECK(t(18) == "absent");
    CHECK(t(22) == "absent");
    CHECK(t(17.9) == "warning");
    CHECK(t(22.1) == "warning");
    CHECK(t(10) == "warning");
    CHECK(t(9.9) == "error");
    CHECK(t(40.1) == "error");
    const auto rh = [&](double value) { return in_room(20, value, 30, proposed, "humidity"); };
    CHECK(rh(40) == "absent");
    CHECK(rh(60) == "absent");
    CHECK(rh(61) == "warning");
    CHECK(rh(20) == "warning");
    CHECK(rh(19) == "error");
    CHECK(rh(76) == "error");
    const auto rest = [&](double value) {
        return in_room(20, 50, value, proposed, "acclimatisation");
    };
    CHECK(rest(20) == "absent");
    CHECK(rest(19) == "warning");
    CHECK(rest(15) == "warning");
    CHECK(rest(14) == "error");
    CHECK_FALSE(proposed.ambient.evidence.is_verified());
}

TEST_CASE(
    "measurement: the published guidelines differ, and unverified limits only give a notice") {
    CHECK(in_room(19, 40, 20, pinnagoda_1990, "ambient_temperature") == "warning");
    CHECK(in_room(19, 40, 20, rogiers_2001, "ambient_temperature") == "absent");
    CHECK(in_room(23.5, 40, 20, rogiers_2001, "ambient_temperature") == "warning");
    CHECK(in_room(23, 40, 20, du_plessis_2013, "ambient_temperature") == "notice");
    CHECK(in_room(21, 45, 20, pinnagoda_1990, "humidity") == "notice");
    CHECK(in_room(21, 65, 20, rogiers_2001, "humidity") == "warning");
    CHECK(in_room(21, 30, 20, rogiers_2001, "humidity") == "absent");
    CHECK(in_room(21, 65, 20, du_plessis_2013, "humidity") == "notice");
    CHECK(in_room(21, 40, 10, pinnagoda_1990, "acclimatisation") == "warning");
    CHECK(in_room(21, 40, 10, du_plessis_2013, "acclimatisation") == "notice");
}

TEST_CASE("measurement: what is not stated is an error, and never a number") {
    const Measurement bare{.value = Tewl::g_per_m2_h(12)};
    const Findings found = check_measurement(bare, proposed_guideline);
    for (const Text code :
         {Text("ambient_temperature_missing"), Text("humidity_missing"),
          Text("acclimatisation_missing"), Text("device_missing"), Text("site_missing")}) {
        CAPTURE(std::string_view(code));
        CHECK(severity_of(found, code) == "error");
    }
    CHECK(found.size() == 5);
    CHECK(found.has(Severity::error));
    CHECK_FALSE(found.has(Severity::warning));
    CHECK(bare.at.ambient.reason() == Reason::not_stated);
    for (const Finding& each : found) CHECK_FALSE(std::string_view(each.message).empty());
    Measurement nan = good(std::nan(""));
    CHECK(severity_of(check_measurement(nan, proposed_guideline), "no_value") == "error");
    nan.at.humidity = RelativeHumidity::percent(std::nan(""));
    CHECK(severity_of(check_measurement(nan, proposed_guideline), "humidity_missing") == "error");
}

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
    CHECK((censored.reach == Reach::above && censored.value.canonical() == 150));
    CHECK(check_measurement(censored, proposed_guideline).empty());
    CHECK(with_saturation(good(500)).reach == Reach::measured);  // no maximum is known
    CHECK(std::string_view(name(Reach::above)) == "above");

    Measurement wrong = good();
    wrong.value = Ph::of(5.5);
    CHECK(severity_of(check_measurement(wrong, proposed_guideline), "not_a_flux") == "error");
}

TEST_CASE("measurement: skin, surroundings and site") {
    const auto with = [](auto change, Text code) {
        Measurement reading = good();
        change(reading);
        return severity_of(check_measurement(reading, proposed_guideline), code);
    };
    CHECK(with([](Measurement& r) { r.at.is_sweating = Stated::yes; }, "sweating") == "error");
    CHECK(with([](Measurement& r) { r.at.is_washed_or_treated = Stated::yes; },
               "washed_or_treated") == "warning");
    CHECK(with([](Measurement& r) { r.at.is_in_draught = Stated::yes; }, "draught") == "warning");
    CHECK(with([](Measurement& r) { r.at.is_surface_horizontal = Stated::no; },
               "surface_not_horizontal") == "warning");
    CHECK(with(
              [](Measurement& r) {
                  r.at.is_surface_horizontal = Stated::no;
                  r.device = &aquaflux;
              },
              "surface_not_horizontal") == "absent");
    CHECK(with([](Measurement& r) { r.device = &aquaflux; }, "device_not_covered") == "notice");
    CHECK(with([](Measurement& r) { r.device = &vapometer; }, "device_not_covered") == "absent");
    CHECK(with([](Measurement& r) { r.site = site::forearm_near_wrist; }, "near_wrist") ==
          "warning");
    const auto skin = [&](double t) {
        return with([t](Measurement& r) { r.at.skin = SkinTemperature::celsius(t); },
                    "skin_temperature");
    };
    CHECK(skin(32) == "absent");
    CHECK(skin(14.9) == "error");
    CHECK(skin(89) == "error");  // perhaps Fahrenheit
}

TEST_CASE("measurement: everything wrong at once still fits") {
    Measurement worst = good(-3);
    worst.device = &aquaflux;
    worst.site = site::forearm_near_wrist;
    worst.at = {.ambient = AmbientTemperature::celsius(50),
                .humidity = RelativeHumidity::percent(90),
                .acclimatisation = Duration::seconds(5),
                .skin = SkinTemperature::celsius(60),
                .is_sweating = Stated::yes,
                .is_washed_or_treated = Stated::yes,
                .is_in_draught = Stated::yes};
    CHECK(check_measurement(worst, proposed_guideline).size() == 10);
}

TEST_CASE("series: devices, kinds and probes are not mixed") {
    std::vector<Measurement> series{good(11), good(12), good(13)};
    CHECK(check_series(series).empty());
    series[1].device = &tewameter_hex;
    Findings found = check_series(series);
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

TEST_CASE("devices: a reading of one is not a reading of another") {
    const auto hydration =
        device_refusal(Hydration<CorneometerCm825>::info(), Hydration<MoistureMeterSc>::info());
    CHECK(hydration.reason == Reason::device_mismatch);
    CHECK(std::string_view(hydration.sentence).find("no verified equation") !=
          std::string_view::npos);
    CHECK_FALSE(device_refusal(Ph::info(), Ph::info()).is_refused());
    CHECK(device_refusal(Ph::info(), Tewl::info()).reason == Reason::wrong_dimension);

    const Tewl reading = Tewl::g_per_m2_h(20);
    CHECK(as_if_read_by(reading, vapometer, vapometer).value() == reading);
    CHECK(as_if_read_by(reading, vapometer, aquaflux).reason() == Reason::device_mismatch);
    Calibration own{&tewameter_tm300, &tewameter_hex, 1.1, 0.5, 1.0, "own comparison, 2024"};
    CHECK(device_refusal(tewameter_tm300, tewameter_hex).is_refused());
    CHECK(as_if_read_by(reading, tewameter_tm300, tewameter_hex, &own).value().in(g_per_m2_h) ==
          Approx(22.5).epsilon(1e-15));
    CHECK(device_refusal(tewameter_hex, tewameter_tm300, &own).is_refused());  // one way only
    own.reference = "";
    CHECK(device_refusal(tewameter_tm300, tewameter_hex, &own).is_refused());
    Calibration classes{&vapometer, &aquaflux, 1, 0, 0, "own"};
    CHECK(device_refusal(vapometer, aquaflux, &classes).is_refused());
}

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
