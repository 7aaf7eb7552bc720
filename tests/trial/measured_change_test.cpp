// SPDX-License-Identifier: BSL-1.0
// Changes and ratios of measured quantities, measurement error, and markers beyond their limits.
// Covers: trial/detectable_change.hpp, trial/lesional_ratio.hpp, trial/marker.hpp
#include "eczscore/trial/measured_change.hpp"

#include <cmath>
#include <string_view>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/trial/detectable_change.hpp"
#include "eczscore/trial/lesional_ratio.hpp"
#include "eczscore/trial/marker.hpp"
#include "eczscore/units/kinds.hpp"

using namespace eczscore;
using namespace eczscore::trial;
using namespace eczscore::units;

namespace {

bool same(double found, double printed) {
    return std::abs(found - printed) <= 5.1e-12 * std::abs(printed);
}
using Au = Hydration<CorneometerCm825>;
using TarcMarker = Marker<units::kind::Mass<tarc>>;
TarcMarker tarc_of(double value) { return TarcMarker::measured(Tarc::pg_per_ml(value)); }
template <class A, class B>
concept HasPercentChange = requires(A a, B b) { percent_change(a, b); };
static_assert(HasPercentChange<Tewl, Tewl> && !HasPercentChange<Ph, Ph>);
static_assert(!HasPercentChange<Tewl, Sswl>);
static_assert(!HasPercentChange<Au, Hydration<CorneometerCm820>>);

}  // namespace

TEST_CASE("measured change: the denominator of a percentage is the baseline") {
    const auto from_to = [](double a, double b) {
        return percent_change(Au::reading(a), Au::reading(b));
    };
    CHECK(same(from_to(40.95, 25.20).value().in(percent), -38.4615384615));
    CHECK(same(from_to(25.20, 40.95).value().in(percent), 62.5));
    CHECK(from_to(0, 5).reason() == Reason::out_of_range);
    CHECK_FALSE(from_to(-1, 5).ok());
    CHECK_FALSE(from_to(5, std::nan("")).ok());
    // the unit does not matter, and 0 % is no change
    CHECK(percent_change(Tewl::mg_per_cm2_h(2), Tewl::g_per_m2_h(15)).value().in(percent) == -25);
    CHECK(from_to(7, 7).value().in(percent) == 0);
}

TEST_CASE("measured change: direction of benefit, devices and scales") {
    const MeasuredChange less = measured_change(Tewl::g_per_m2_h(20), Tewl::g_per_m2_h(15));
    REQUIRE(less.ok());
    CHECK((less.difference == -5 && less.course == Course::better));
    CHECK(less.percent.value().in(percent) == -25);
    CHECK(std::string_view(less.caution).empty());
    CHECK(is_improved_by_more_than(less, 4.9));
    CHECK_FALSE(is_improved_by_more_than(less, 5));
    CHECK_FALSE(
        is_improved_by_more_than(measured_change(Tewl::g_per_m2_h(15), Tewl::g_per_m2_h(25)), 1));

    const MeasuredChange wetter = measured_change(Au::reading(40), Au::reading(50));
    CHECK((wetter.course == Course::better && wetter.caution == arbitrary_zero));
    const MeasuredChange acid = measured_change(Ph::of(5.6), Ph::of(5.0));
    CHECK((acid.ok() && acid.course == Course::better && !acid.percent.ok()));
    CHECK(measured_change(Tewl::g_per_m2_h(3), Tewl::g_per_m2_h(3)).course == Course::same);
    CHECK(measured_change(Sswl::g_per_m2_h(3), Sswl::g_per_m2_h(4)).course == Course::no_direction);

    const AnyQuantity cm825 = Au::reading(40);
    const AnyQuantity moisture = Hydration<MoistureMeterSc>::reading(50);
    CHECK(measured_change(cm825, moisture).reason == Reason::device_mismatch);
    CHECK(measured_change(cm825, Tewl::g_per_m2_h(50)).reason == Reason::wrong_dimension);
    const MeasuredChange missing = measured_change(Au::reading(40), Au::reading(std::nan("")));
    CHECK((!missing.ok() && missing.course == Course::unknown));
    const auto recovery = PercentRecovery::percent(40);
    CHECK(measured_change(recovery, recovery).reason == Reason::wrong_dimension);
    CHECK(measured_change(Tewl::g_per_m2_h(0), Tewl::g_per_m2_h(3)).percent.reason() ==
          Reason::out_of_range);
    CHECK(std::string_view(name(Course::no_direction)) == "no_direction");
}

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
    lesional.reach = Reach::above;
    CHECK(lesional_ratio(lesional, other).fault == RatioFault::not_positive);
    other.value = Au::reading(13);
    CHECK(lesional_ratio(lesional, other).fault == RatioFault::kinds);
    lesional = {.value = Au::reading(25.2), .lesion = Lesion::lesional};
    other = {.value = Au::reading(40.95), .lesion = Lesion::non_lesional};
    CHECK(lesional_ratio(lesional, other).ok());  // the device is in the kind
    CHECK(std::string_view(name(RatioFault::lesions)) == "lesions");
}

TEST_CASE("smallest detectable change") {  // W26, and 1.14
    const auto error = sem(Tewl::g_per_m2_h(8), 0.9);
    CHECK(same(error.value().in(g_per_m2_h), 2.52982212813));
    CHECK(same(smallest_detectable_change(error.value()).in(g_per_m2_h), 7.01230917744));
    CHECK(
        same(smallest_detectable_change(error.value(), 30).value().in(g_per_m2_h), 1.28026663889));
    CHECK(std::abs(smallest_detectable_change(Tewl::g_per_m2_h(1.76)).in(g_per_m2_h)-4.878) <
          5.1e-4);
    CHECK(std::abs(smallest_detectable_change(Tewl::g_per_m2_h(3.97)).in(g_per_m2_h)-11.004) <
          5.1e-4);
    CHECK_FALSE(smallest_detectable_change(error.value(), 0).ok());
    CHECK_FALSE(sem(Tewl::g_per_m2_h(8), 1.1).ok());
    CHECK_FALSE(sem(Tewl::g_per_m2_h(-8), 0.5).ok());
    CHECK(sem(Tewl::g_per_m2_h(8), 1).value() == Tewl::g_per_m2_h(0));
}

TEST_CASE("markers keep their limits of quantification") {  // W22, W24, 6.3
    const auto change = log2_change(tarc_of(3200), tarc_of(450));
    CHECK(same(change.lower, -2.83007499856));
    CHECK(same(change.percent(), -85.9375));
    const auto fell = log2_change(tarc_of(3200), TarcMarker::below(Tarc::pg_per_ml(14)));
    CHECK(same(fell.upper, -7.83650126772));
    CHECK(log2_change(TarcMarker(), tarc_of(450)).state == stats::State::too_few);
    CHECK(log2_change(TarcMarker::above(Tarc::pg_per_ml(8000)), tarc_of(450)).upper < -4);

    std::vector<TarcMarker> values;
    for (const double each : {450, 3200, 1431, 803, 510}) values.push_back(tarc_of(each));
    const auto plain = geometric_mean<units::kind::Mass<tarc>>(values);
    CHECK(same(plain.mean.in(pg_per_ml), 966.623990095));
    CHECK(same(plain.detail.geometric_sd, 2.24455421817));
    CHECK(same(plain.lower.in(pg_per_ml), 354.219091671));
    CHECK(same(plain.upper.in(pg_per_ml), 2637.80795614));
    double sum = 0;
    for (const double each : {450, 3200, 1431, 803, 510}) sum += each;
    CHECK(same(sum / 5, 1278.8));
    CHECK(same(plain.mean.in(ng_per_ml), 0.966623990095));

    std::vector<TarcMarker> censored;
    for (const double each : {2.3, 2.9, 3.6, 4.8, 6.1, 9.5}) censored.push_back(tarc_of(each));
    censored.insert(censored.end(), 4, TarcMarker::below(Tarc::pg_per_ml(2)));
    CHECK(
        same(geometric_mean<units::kind::Mass<tarc>>(censored).mean.in(pg_per_ml), 2.54900228651));
    CHECK(same(geometric_mean<units::kind::Mass<tarc>>(censored, stats::Substitution::half_limit)
                   .mean.in(pg_per_ml),
               2.41252765966));

    const auto paired = fold_change<units::kind::Mass<tarc>>(values, values);
    CHECK((paired.ratio == 1 && paired.state == stats::State::zero_variance));
    const auto groups = geometric_mean_ratio<units::kind::Mass<tarc>>(values, censored);
    CHECK((groups.state == stats::State::ok && groups.ratio < 0.01));
}
