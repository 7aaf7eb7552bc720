// SPDX-License-Identifier: BSL-1.0
// Changes of measured quantities: percentages, directions, and kinds that do not belong together.
#include "eczscore/trial/measured_change.hpp"

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
