// SPDX-License-Identifier: BSL-1.0
// The ends of what readings, series, devices and formulas take: faults, ties, gaps,
// impossibilities.
// Covers: units/finding.hpp, units/reliability_reference.hpp, units/series_check.hpp
// Covers: units/strip_slopes.hpp
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include <eczscore/units/biomarker_references.hpp>
#include <eczscore/units/ciede2000.hpp>
#include <eczscore/units/closed_chamber.hpp>
#include <eczscore/units/convert_column.hpp>
#include <eczscore/units/device_conversion.hpp>
#include <eczscore/units/elasticity.hpp>
#include <eczscore/units/guideline_check.hpp>
#include <eczscore/units/kinds.hpp>
#include <eczscore/units/open_chamber.hpp>
#include <eczscore/units/readout.hpp>
#include <eczscore/units/reliability_reference.hpp>
#include <eczscore/units/replicates.hpp>
#include <eczscore/units/series_check.hpp>
#include <eczscore/units/strip_slopes.hpp>
#include <eczscore/units/vapour_diffusion.hpp>

#include "catch_compat.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

Measurement tewl_reading(double value) { return {.value = Tewl::g_per_m2_h(value)}; }
Replicates<kind::Tewl> averaged(const std::vector<double>& values) {
    std::vector<Tewl> readings;
    for (const double each : values) readings.push_back(Tewl::g_per_m2_h(each));
    return average_replicates<kind::Tewl>(readings, tewl_replicates);
}
Readout read(const std::vector<double>& at, const std::vector<double>& values,
             const SteadyRule& rule = trailing_window_10_s) {
    std::vector<WaterVapourFlux> flux;
    for (const double each : values) flux.push_back(WaterVapourFlux::g_per_m2_h(each));
    return read_out(at, flux, rule);
}

}  // namespace

TEST_CASE("measuring: a fault of either colour leaves no difference") {
    const Lab sound = Lab::of(50, 10, 10);
    const Lab faulty = Lab::of(50, 10, std::nan(""));
    for (const auto& [x, y] : {std::pair{sound, faulty}, {faulty, sound}}) {
        CHECK(std::isnan(delta_e_1976(x, y).in(colour_units)));
        CHECK(std::isnan(delta_e_2000(x, y).in(colour_units)));
    }
}

TEST_CASE("measuring: chambers and constants refuse what cannot be") {
    const auto warm = SensorTemperature::celsius(25);
    const auto hot = SensorTemperature::celsius(400);
    const auto height = EffectiveHeight::millimetres(10);
    const auto flat = EffectiveHeight::millimetres(0);
    const auto flux = WaterVapourFlux::g_per_m2_h(10);
    CHECK(humidity_rate_of(flux, height, warm).ok());
    CHECK(!humidity_rate_of(flux, flat, warm).ok());
    CHECK(!humidity_rate_of(flux, height, hot).ok());
    CHECK(!closed_chamber_flux(height, hot, HumidityRate::percent_per_s(1)).ok());
    CHECK(!saturation_pressure(hot, Saturation::tetens).ok());
    CHECK(!saturation_pressure(SensorTemperature::celsius(-238), Saturation::tetens).ok());
    CHECK(saturation_pressure(SensorTemperature::celsius(373.9), Saturation::tetens).ok());

    const AirSensor inner{warm, RelativeHumidity::percent(60)};
    const AirSensor outer{warm, RelativeHumidity::percent(40)};
    CHECK(open_chamber_flux(inner, outer, SensorSpacing::millimetres(5)).flux.ok());
    CHECK(!open_chamber_flux(inner, outer, SensorSpacing::millimetres(1e-310)).flux.ok());

    const auto sea = AirPressure::pascals(101'325);
    CHECK(physical_constant(warm, sea).ok());
    CHECK(!physical_constant(SensorTemperature::kelvin(1e4), sea).ok());
    CHECK(!physical_constant(SensorTemperature::kelvin(0), sea).ok());
    CHECK(!physical_constant(warm, AirPressure::pascals(0)).ok());
    CHECK(!physical_constant(warm, AirPressure::pascals(1e9)).ok());
    CHECK(is_within_constant_range(warm, sea));
    CHECK(!is_within_constant_range(SensorTemperature::celsius(14.9), sea));
    CHECK(!is_within_constant_range(SensorTemperature::celsius(40.1), sea));
    CHECK(!is_within_constant_range(warm, AirPressure::kilopascals(97.9)));
    CHECK(!is_within_constant_range(warm, AirPressure::kilopascals(104.1)));
    CHECK(DiffusionConstant::g_per_m_h_mmhg(133.322387415).in(g_per_m_h_pa) == 1);
}

TEST_CASE("measuring: a value at a limit is within it, and the next beyond is not") {
    struct Row {
        const char* kind;
        double low, high;
    };
    const Row rows[] = {{"tewl", -1, 100},
                        {"water_vapour_flux", -1, 1000},
                        {"sswl", -1, 1000},
                        {"skin_temperature", 15, 42},
                        {"ambient_temperature", 10, 40},
                        {"relative_humidity", 0, 100},
                        {"percent_water", 0, 100},
                        {"lightness", 0, 100},
                        {"ita", -90, 90},
                        {"hue_angle", -360, 360},
                        {"ph", 0, 14},
                        {"ige", 0, infinite},
                        {"eosinophils", 0, infinite},
                        {"tarc", 0, infinite},
                        {"delta_e_2000", 0, infinite},
                        {"sleb_thickness", 0, infinite},
                        {"sebum_level", 0, infinite},
                        {"percent_change", -infinite, infinite},
                        {"temperature_difference", -infinite, infinite}};
    const double largest = std::numeric_limits<double>::max();
    for (const Row& row : rows) {
        CAPTURE(row.kind);
        const Limits& limits = find_kind(row.kind)->limits;
        const double low = row.low == -infinite ? -largest : row.low;
        const double high = row.high == infinite ? largest : row.high;
        CHECK(value_flag(low, limits) != ValueFlag::out_of_range);
        CHECK(value_flag(high, limits) == ValueFlag::none);
        if (low != -largest) {
            const double below = std::nextafter(low, -infinite);
            CHECK(value_flag(below, limits) == ValueFlag::out_of_range);
        }
        if (high != largest) {
            const double above = std::nextafter(high, infinite);
            CHECK(value_flag(above, limits) == ValueFlag::out_of_range);
        }
    }
    CHECK(saturation_pressure(SensorTemperature::kelvin(647.09)).ok());
    CHECK(!saturation_pressure(SensorTemperature::kelvin(647.1)).ok());
}

TEST_CASE("measuring: recovery areas that cannot be have no ratios") {
    CHECK(q_parameters({2, 1, 1}).q1.in(CutometerRatio<10>::UnitType{}) == 1);
    for (const RecoveryAreas areas : {RecoveryAreas{0, 1, 1}, {2, -1, 1}, {2, 1, -1}}) {
        CHECK(std::isnan(q_parameters(areas).q1.in(CutometerRatio<10>::UnitType{})));
    }
}

TEST_CASE("measuring: findings beyond the capacity are dropped, and the first stay") {
    Findings found;
    for (std::size_t i = 0; i < Findings::capacity + 3; ++i) {
        found.add({.code = i == 0 ? "first" : "more", .value = static_cast<double>(i)});
    }
    CHECK(found.size() == Findings::capacity);
    CHECK(found[0].code == Text("first"));
    CHECK(found[Findings::capacity - 1].value == static_cast<double>(Findings::capacity - 1));
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
        const Findings found = check_measurement(reading, *row.guideline);
        CHECK((found.find("device_not_covered") == nullptr) == row.covered);
    }
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
    CHECK(with_saturation(reading).reach == Reach::above);
    reading.value = Tewl::g_per_m2_h(199);
    CHECK(with_saturation(reading).reach != Reach::above);
    reading.value = WaterVapourFlux::g_per_m2_h(200);
    CHECK(with_saturation(reading).reach == Reach::above);
    reading.value = Hydration<CorneometerCm825>::reading(250);
    CHECK(with_saturation(reading).value.canonical() == 250);
}

TEST_CASE("measuring: devices, kinds and calibrations that do not belong together") {
    const KindInfo& tewl = kind::Tewl::info;
    const KindInfo& corneometer = kind::Hydration<CorneometerCm825>::info;
    CHECK(device_refusal(tewl, corneometer).reason == Reason::wrong_dimension);
    CHECK(device_refusal(corneometer, tewl).reason == Reason::wrong_dimension);
    CHECK(device_refusal(corneometer, kind::Hydration<MoistureMeterSc>::info).reason ==
          Reason::device_mismatch);
    const Calibration right{&tewameter_tm300, &tewameter_hex, 2, 1, 0, "own"};
    CHECK(!device_refusal(tewameter_tm300, tewameter_hex, &right).is_refused());
    for (Calibration wrong : {Calibration{nullptr, &tewameter_hex, 2, 1, 0, "own"},
                              Calibration{&tewameter_tm300, nullptr, 2, 1, 0, "own"},
                              Calibration{&evaporimeter, &tewameter_hex, 2, 1, 0, "own"},
                              Calibration{&tewameter_tm300, &evaporimeter, 2, 1, 0, "own"},
                              Calibration{&tewameter_tm300, &tewameter_hex, 2, 1, 0, ""}}) {
        CHECK(device_refusal(tewameter_tm300, tewameter_hex, &wrong).is_refused());
    }
}

TEST_CASE("measuring: records that give no reading, and readings that drift") {
    CHECK(flux_window({}, {}, 0, 0).count == 0);
    std::vector<double> at;
    std::vector<double> steady;
    for (int i = 1; i <= 60; ++i) {
        at.push_back(i);
        steady.push_back(0.5 + (i % 2) * 0.1);
    }
    // 5 % of 0.55 is less than the floor of 0.3 g/m2/h, which then decides.
    CHECK(read(at, steady).steadiness == Steadiness::steady);
    std::vector<double> high(at.size(), 100);
    CHECK(read(at, high).steadiness == Steadiness::steady);
    std::vector<double> falling;
    for (const double t : at) falling.push_back(100 - t);
    CHECK(read(at, falling).steadiness == Steadiness::unstable);
    std::vector<double> broken = at;
    broken[5] = infinite;
    CHECK(read(broken, steady).steadiness == read({}, {}).steadiness);
    std::vector<double> hole = steady;
    hole[5] = std::nan("");
    CHECK(read(at, hole).steadiness == read({}, {}).steadiness);
    SteadyRule many = trailing_window_10_s;
    many.fewest_samples = 11;
    CHECK(read(at, steady, many).steadiness == Steadiness::too_sparse);
}

TEST_CASE("measuring: replicates with ties, and those that are no numbers") {
    const auto tied = averaged({10, 10, 10, 30});
    CHECK(tied.agreement == Agreement::one_is_out);
    CHECK(tied.has_value());
    CHECK(tied.value.in(g_per_m2_h) == 10);
    CHECK(averaged({10, 10}).has_value());
    CHECK(!averaged({10}).has_value());
    CHECK(!averaged({10, 20, 30}).has_value());
    CHECK(averaged({infinite, 10, 10}).agreement == Agreement::too_few);
    CHECK(averaged({std::nan(""), 10, 10}).agreement == Agreement::too_few);
    CHECK(averaged({10, std::nan(""), 10}).agreement == Agreement::too_few);
    // Both ends may be left out; the one that leaves the closer rest is out, whatever the order.
    CHECK(averaged({10, 12, 12, 14}).out == 0);  // of two as close the first
    CHECK(averaged({14, 12, 12, 10}).out == 0);
    CHECK(averaged({30, 11, 11.5, 10}).out == 0);
    CHECK(averaged({10, 11, 11.5, 30}).out == 3);
    CHECK(averaged({10, 11, 40, 41}).agreement == Agreement::discordant);
    CHECK(averaged({10, 10.5, 12, 12.5, 20}).agreement != Agreement::agree);
    using Au = Hydration<CorneometerCm825>;
    const std::array<Au, 3> apart{Au::reading(20), Au::reading(40), Au::reading(90)};
    const auto far =
        average_replicates<kind::Hydration<CorneometerCm825>>(apart, corneometer_replicates);
    CHECK(far.agreement == Agreement::far_apart);
    CHECK(far.has_value());
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

TEST_CASE(
    "measuring: rows of published values are of their kinds, and slopes of strips have units") {
    for (const ReferenceValue& row : tarc_references) {
        CHECK(row.kind == Text("tarc"));
        CHECK(row.value > 0);
    }
    for (const ReliabilityReference& row : reliability_references) {
        CHECK(row.icc_low <= row.icc_high);
        CHECK(row.evidence.source != nullptr);
    }
    CHECK(TewlPerStrip::g_per_m2_h_per_strip(1.99).in(g_per_m2_h_per_strip) == 1.99);
    CHECK(TewlPerProtein::of(2).in(g_per_m2_h_per_ug_cm2) == 2);
    CHECK(ProteinPerStrip::ug_per_cm2_per_strip(20).in(ug_per_cm2_per_strip) == 20);
}
