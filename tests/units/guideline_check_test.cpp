// SPDX-License-Identifier: BSL-1.0
// Readings against guidelines: each condition at its limits.
// Covers: units/reading_finding.hpp, units/guideline.hpp
#include "eczscore/units/guideline_check.hpp"

#include <cmath>
#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/kinds.hpp"
#include "units/readings.hpp"

using namespace eczscore;
using namespace eczscore::units;
using namespace readings;

namespace {

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
    const ReadingFindings found = check_measurement(bare, proposed_guideline);
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
    for (const ReadingFinding& each : found) CHECK_FALSE(std::string_view(each.message).empty());
    Measurement nan = good(std::nan(""));
    CHECK(severity_of(check_measurement(nan, proposed_guideline), "no_value") == "error");
    nan.at.humidity = RelativeHumidity::percent(std::nan(""));
    CHECK(severity_of(check_measurement(nan, proposed_guideline), "humidity_missing") == "error");
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

TEST_CASE("measuring: findings beyond the capacity are dropped, and the first stay") {
    ReadingFindings found;
    for (std::size_t i = 0; i < ReadingFindings::capacity + 3; ++i) {
        found.add({.code = i == 0 ? "first" : "more", .value = static_cast<double>(i)});
    }
    CHECK(found.size() == ReadingFindings::capacity);
    CHECK(found[0].code == Text("first"));
    CHECK(found[ReadingFindings::capacity - 1].value ==
          static_cast<double>(ReadingFindings::capacity - 1));
}

TEST_CASE("measuring: a guideline covers the chambers that it says") {
    Measurement reading = tewl_reading(10);
    Guideline open_only = proposed_guideline;
    open_only.is_for_closed = false;
    Guideline closed_too = proposed_guideline;
    closed_too.is_for_closed = true;
    struct Case {
        const TewlDevice* device;
        const Guideline* guideline;
        bool covered;
    };
    for (const Case& row : {Case{&tewameter_tm300, &open_only, true},
                            {&vapometer, &open_only, false},
                            {&vapometer, &closed_too, true},
                            {&aquaflux, &closed_too, false}}) {
        reading.device = row.device;
        const ReadingFindings found = check_measurement(reading, *row.guideline);
        CHECK((found.find("device_not_covered") == nullptr) == row.covered);
    }
}
