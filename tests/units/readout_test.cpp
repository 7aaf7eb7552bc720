// SPDX-License-Identifier: BSL-1.0
// From a record to a reading, and from a flux to TEWL.
// Covers: units/duration.hpp
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/units/guideline_check.hpp"
#include "eczscore/units/readout.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

bool same(double found, double printed) {
    return std::abs(found - printed) <= 5.1e-12 * std::abs(printed);
}
std::vector<WaterVapourFlux> fluxes(const std::vector<double>& values) {
    std::vector<WaterVapourFlux> all;
    for (const double each : values) all.push_back(WaterVapourFlux::g_per_m2_h(each));
    return all;
}
/// One sample a second, from 1 s on.
template <class Flux>
Readout record(std::size_t samples, Flux flux, const SteadyRule& rule = trailing_window_10_s) {
    std::vector<double> at;
    std::vector<double> values;
    for (std::size_t i = 1; i <= samples; ++i) {
        at.push_back(static_cast<double>(i));
        values.push_back(flux(static_cast<double>(i)));
    }
    return read_out(at, fluxes(values), rule);
}
Readout read(const std::vector<double>& at, const std::vector<double>& values,
             const SteadyRule& rule = trailing_window_10_s) {
    return read_out(at, fluxes(values), rule);
}

}  // namespace

TEST_CASE("readout: the worked window") {  // W12
    const std::vector<double> values{11.8, 12.1, 12.0, 12.3, 11.9, 12.2, 12.1, 12.0, 12.2, 12.1};
    std::vector<double> at(10);
    for (std::size_t i = 0; i < 10; ++i) at[i] = static_cast<double>(i);
    const FluxWindow window = flux_window(at, fluxes(values), 0, 10);
    CHECK(same(window.mean.in(g_per_m2_h), 12.07));
    CHECK(same(window.sd.in(g_per_m2_h), 0.14944341181));
    CHECK(same(window.cv_percent(), 1.23813928591));
    CHECK(same(window.slope_per_s, 0.0187878787879));
    CHECK(is_steady(window, trailing_window_10_s));
}

TEST_CASE("readout: the first steady window is the reading") {
    const Readout flat = record(60, [](double) { return 12.0; });
    REQUIRE(flat.steadiness == Steadiness::steady);
    CHECK(flat.window.end.in(seconds) == 20);
    CHECK(flat.window.count == 10);  // (10, 20]
    CHECK(flat.flux().value().in(g_per_m2_h) == 12.0);
    CHECK(std::string_view(flat.rule->id) == "trailing_window_10_s");

    const Readout falls = record(80, [](double t) { return 12 + 60 * std::exp(-t / 6); });
    REQUIRE(falls.steadiness == Steadiness::steady);
    CHECK(falls.window.end.in(seconds) > 20);
    CHECK(falls.window.end.in(seconds) < 60);
    CHECK(falls.flux().value().in(g_per_m2_h) > 12);

    const Readout drifts = record(80, [](double t) { return 10 + 0.2 * t; });
    CHECK(drifts.steadiness == Steadiness::unstable);
    CHECK_FALSE(drifts.flux().ok());
    CHECK(drifts.window.end.in(seconds) == 80);  // the last, for audit

    const Readout late = record(120, [](double t) { return t < 85 ? 10 + t : 95.0; });
    CHECK(late.steadiness == Steadiness::unstable);
    CHECK(late.window.end.in(seconds) == 89);
}

TEST_CASE("readout: what is no record has no reading") {
    CHECK(record(19, [](double) { return 12.0; }).steadiness == Steadiness::too_short);
    CHECK(record(20, [](double) { return 12.0; }).steadiness == Steadiness::steady);
    CHECK(record(30, [](double t) { return t == 4 ? std::nan("") : 12.0; }).steadiness ==
          Steadiness::not_a_record);
    CHECK(read_out({}, {}).steadiness == Steadiness::not_a_record);
    const std::vector<double> back{0, 10, 9, 30};
    CHECK(read_out(back, fluxes({1, 1, 1, 1})).steadiness == Steadiness::not_a_record);
    CHECK(read_out(back, fluxes({1, 1})).steadiness == Steadiness::not_a_record);
    const std::vector<double> sparse{0, 5, 10, 15, 20, 25};
    CHECK(read_out(sparse, fluxes({1, 1, 1, 1, 1, 1})).steadiness == Steadiness::too_sparse);
    CHECK(std::string_view(name(Steadiness::unstable)) == "unstable");
}

TEST_CASE("readout: scaling the flux scales the reading") {
    const auto curve = [](double t) { return 20 + 80 * std::exp(-t / 5) + 0.4 * std::sin(t); };
    const Readout once = record(80, curve);
    REQUIRE(once.steadiness == Steadiness::steady);
    SteadyRule rule = trailing_window_10_s;
    rule.floor = rule.floor * 10;
    const Readout ten = record(80, [&](double t) { return 10 * curve(t); }, rule);
    REQUIRE(ten.steadiness == Steadiness::steady);
    CHECK(ten.window.end == once.window.end);
    CHECK(ten.flux().value().in(g_per_m2_h) ==
          Approx(10 * once.flux().value().in(g_per_m2_h)).epsilon(1e-13));
}

TEST_CASE("readout: a flux becomes TEWL only when steady and without an error") {
    const Readout steady = record(30, [](double) { return 12.0; });
    const Readout unsteady = record(95, [](double t) { return t; });
    Measurement reading{
        .value = steady.flux().value(), .device = &tewameter_tm300, .site = site::volar_forearm};
    const ReadingFindings bare = check_measurement(reading, proposed_guideline);
    CHECK(accept_tewl(steady, bare).refusal == TewlRefusal::conditions);
    reading.at.ambient = AmbientTemperature::celsius(21);
    reading.at.humidity = RelativeHumidity::percent(65);
    reading.at.acclimatisation = Duration::minutes(25);
    const ReadingFindings warned = check_measurement(reading, proposed_guideline);
    CHECK(warned.size() == 1);
    const AcceptedTewl accepted = accept_tewl(steady, warned);
    REQUIRE(accepted.refusal == TewlRefusal::none);
    CHECK(accepted.value.value() == Tewl::g_per_m2_h(12));
    CHECK(accept_tewl(unsteady, warned).refusal == TewlRefusal::not_steady);
    CHECK_FALSE(accept_tewl(unsteady, warned).value.ok());
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
    broken[5] = std::numeric_limits<double>::infinity();
    CHECK(read(broken, steady).steadiness == read({}, {}).steadiness);
    std::vector<double> hole = steady;
    hole[5] = std::nan("");
    CHECK(read(at, hole).steadiness == read({}, {}).steadiness);
    SteadyRule many = trailing_window_10_s;
    many.fewest_samples = 11;
    CHECK(read(at, steady, many).steadiness == Steadiness::too_sparse);
}
