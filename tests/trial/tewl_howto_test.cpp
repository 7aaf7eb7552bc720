// SPDX-License-Identifier: BSL-1.0
// The code of docs/howto/tewl-in-your-study.md, and what it gives.
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/trial/barrier_recovery.hpp"
#include "eczscore/trial/detectable_change.hpp"
#include "eczscore/trial/lesional_ratio.hpp"
#include "eczscore/trial/marker.hpp"
#include "eczscore/trial/measured_change.hpp"
#include "eczscore/trial/tape_strip.hpp"
#include "eczscore/units/device_conversion.hpp"
#include "eczscore/units/elasticity.hpp"
#include "eczscore/units/guideline_check.hpp"
#include "eczscore/units/open_chamber.hpp"
#include "eczscore/units/readout.hpp"
#include "eczscore/units/reference_values.hpp"
#include "eczscore/units/replicates.hpp"

using namespace eczscore;
using namespace eczscore::trial;
using namespace eczscore::units;

TEST_CASE("TEWL howto: read out and check") {
    std::vector<double> at;
    std::vector<WaterVapourFlux> flux;
    for (int s = 1; s <= 45; ++s) {
        at.push_back(s);
        flux.push_back(WaterVapourFlux::g_per_m2_h(12 + 30 * std::exp(-s / 4.0)));
    }
    // [readout]
    // at: seconds since the probe touched the skin; flux: one WaterVapourFlux for each
    const Readout readout = read_out(at, flux);  // the first steady window of 10 s

    Measurement reading{.value = readout.window.mean,
                        .device = &tewameter_tm300,
                        .site = site::volar_forearm,
                        .lesion = Lesion::non_lesional,
                        .side = Side::left};
    reading.at.ambient = AmbientTemperature::celsius(21.5);
    reading.at.humidity = RelativeHumidity::percent(63);
    reading.at.acclimatisation = Duration::minutes(20);

    const ReadingFindings found = check_measurement(reading, proposed_guideline);
    // one warning, "humidity": 63 is outside 40 to 60 %; the reading stays
    const AcceptedTewl tewl = accept_tewl(readout, found);  // TEWL: steady, and without an error
    // [readout]
    REQUIRE(found.size() == 1);
    CHECK((found[0].code == Text("humidity") && found[0].severity == Severity::warning));
    CHECK(tewl.refusal == TewlRefusal::none);
    CHECK(std::abs(tewl.value.value().in(g_per_m2_h)-12) < 0.5);
}

TEST_CASE("TEWL howto: replicates") {
    // [replicates]
    const std::array<Tewl, 4> spots{Tewl::g_per_m2_h(12.0), Tewl::g_per_m2_h(13.0),
                                    Tewl::g_per_m2_h(18.0), Tewl::g_per_m2_h(12.6)};
    const auto three = average_replicates<kind::Tewl>(std::span(spots).first(3), tewl_replicates);
    // three.agreement is ask_a_fourth: 6 g/m2/h apart, 2.87 allowed; there is no value yet
    const auto four = average_replicates<kind::Tewl>(spots, tewl_replicates);
    // four.value is the median, 12.8 g/m2/h; four.out is 2, the reading of 18.0
    // [replicates]
    CHECK(three.agreement == Agreement::ask_a_fourth);
    CHECK((std::abs(three.range - 6) < 1e-12 && std::abs(three.limit - 2.87) < 0.005));
    CHECK((four.agreement == Agreement::one_is_out && four.out == 2));
    CHECK(std::abs(four.value.in(g_per_m2_h)-12.8) < 1e-12);
}

TEST_CASE("TEWL howto: physics") {
    // [physics]
    const AirSensor inner{SensorTemperature::celsius(28.0), RelativeHumidity::percent(45)};
    const AirSensor outer{SensorTemperature::celsius(26.5), RelativeHumidity::percent(46)};
    const GradientFlux flux = open_chamber_flux(inner, outer, SensorSpacing::millimetres(5));
    // 14.553 g/m2/h, a raw flux; flux.diffusion.id is nilsson_constant, flux.saturation iapws_if97
    // [physics]
    CHECK(std::abs(flux.flux.value().in(g_per_m2_h)-14.553) < 5e-4);
    CHECK(flux.diffusion.id == Text("nilsson_constant"));
    CHECK(name(flux.saturation) == Text("iapws_if97"));
}

TEST_CASE("TEWL howto: endpoints") {
    // [change]
    const MeasuredChange change = measured_change(Tewl::g_per_m2_h(28.68), Tewl::g_per_m2_h(19.5));
    // change.difference -9.18, change.percent -32.0 %, change.course better
    const Tewl error = sem(Tewl::g_per_m2_h(8), 0.9).value();   // your own SD and ICC
    const Tewl detectable = smallest_detectable_change(error);  // 7.01 g/m2/h
    const bool is_real = is_improved_by_more_than(change, detectable.in(g_per_m2_h));

    const LesionalRatio ratio = lesional_ratio(Tewl::g_per_m2_h(28.68), Tewl::g_per_m2_h(13.15));
    // 2.18; average ratio.log2, never the ratios
    // [change]
    CHECK(std::abs(change.difference + 9.18) < 1e-12);
    CHECK(std::abs(change.percent.value().in(percent) + 32.0) < 0.05);
    CHECK((change.course == Course::better && is_real));
    CHECK(std::abs(detectable.in(g_per_m2_h)-7.01) < 0.005);
    CHECK(std::abs(ratio.log2.in(pure_number)-1.125) < 5e-4);

    // [challenge]
    const BarrierRecovery recovery =
        barrier_recovery(Tewl::g_per_m2_h(8), Tewl::g_per_m2_h(40), Tewl::g_per_m2_h(25.6),
                         detectable);  // damage within the measurement error is refused
    // 45 %: of the damage of 32 g/m2/h, 14.4 are gone

    const std::array<StripReading, 5> strips{{{0, Tewl::g_per_m2_h(47.2)},
                                              {5, Tewl::g_per_m2_h(62.5)},
                                              {10, Tewl::g_per_m2_h(73.0)},
                                              {15, Tewl::g_per_m2_h(80.4)},
                                              {20, Tewl::g_per_m2_h(88.0)}}};
    const StripArea area = strip_area(strips, 20);
    // total 1417.5 and above the baseline 473.5 g/m2/h x strip
    // [challenge]
    CHECK(std::abs(recovery.recovery.in(percent)-45) < 1e-12);
    CHECK(std::abs(area.total.in(g_per_m2_h_strip)-1417.5) < 1e-9);
    CHECK(std::abs(area.above_baseline.in(g_per_m2_h_strip)-473.5) < 1e-9);
}

TEST_CASE("TEWL howto: devices") {
    // [devices]
    const DeviceRefusal no = device_refusal(vapometer, aquaflux);
    // no.sentence: TEWL of two classes of device is not pooled or converted ...
    // [devices]
    CHECK(std::string_view(no.sentence).substr(0, 27) == "TEWL of two classes of devi");
}

TEST_CASE("TEWL howto: markers") {
    std::vector<Marker<kind::Mass<tarc>>> before;
    std::vector<Marker<kind::Mass<tarc>>> after;
    // [markers]
    using TarcValue = Marker<kind::Mass<tarc>>;
    const Tarc lloq = Tarc::pg_per_ml(14);
    for (const double value : {3200.0, 1431.0, 803.0, 950.0, 2100.0, 620.0}) {
        before.push_back(TarcValue::measured(Tarc::pg_per_ml(value)));
    }
    for (const double value : {450.0, 510.0, 380.0, 300.0, 700.0}) {
        after.push_back(TarcValue::measured(Tarc::pg_per_ml(value)));
    }
    after.push_back(TarcValue::below(lloq));  // not 14, not 7, not 9.9

    const stats::FoldChange fold = fold_change<kind::Mass<tarc>>(before, after);
    // fold.method paired_log2_tobit: one of six changes is "below -5.47"
    // [markers]
    CHECK(fold.method == Text("paired_log2_tobit"));
    CHECK((fold.count.measured == 5 && fold.count.below == 1));
    CHECK(fold.ratio < 1);
    CHECK(std::abs(log2_change(before[5], after[5]).upper + 5.47) < 0.005);
}
