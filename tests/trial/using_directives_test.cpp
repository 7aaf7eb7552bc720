// SPDX-License-Identifier: BSL-1.0
// A program may bring in the namespaces of four rooms at once: no public name is then ambiguous.
// That none is, of all names, checks cmake/check_public_names.py; here are those that once were.
// Covers: core/direction.hpp, core/severity.hpp, stats/types/group_summary.hpp
// Covers: stats/types/selected.hpp
#include <type_traits>

#include "catch_compat.hpp"
#include "eczscore/model/find.hpp"
#include "eczscore/model/instrument.hpp"
#include "eczscore/stats/types/accumulator_reading.hpp"
#include "eczscore/stats/types/estimate.hpp"
#include "eczscore/stats/types/group_summary.hpp"
#include "eczscore/stats/types/placebo_arm.hpp"
#include "eczscore/stats/types/selected.hpp"
#include "eczscore/trial/checks/check.hpp"
#include "eczscore/trial/easi_oscorad.hpp"
#include "eczscore/trial/rescue.hpp"
#include "eczscore/units/measurement.hpp"
#include "eczscore/units/read_unit.hpp"
#include "eczscore/units/reading_finding.hpp"

using namespace eczscore;
using namespace eczscore::stats;
using namespace eczscore::units;
using namespace eczscore::trial;
using namespace eczscore::trial::checks;

TEST_CASE("four using-directives leave every name with one meaning") {
    STATIC_REQUIRE(std::is_same_v<Estimate, eczscore::stats::Estimate>);
    STATIC_REQUIRE(std::is_same_v<EstimatedScore, decltype(estimate_easi(Exact(1)))>);
    STATIC_REQUIRE(std::is_same_v<Unit, eczscore::units::Unit>);
    STATIC_REQUIRE(std::is_same_v<decltype(Threshold{}.unit), ThresholdUnit>);
    STATIC_REQUIRE(std::is_same_v<RescueRule, eczscore::trial::RescueRule>);
    STATIC_REQUIRE(std::is_same_v<decltype(PlaceboArm{}.rescue), RescueHandling>);
    STATIC_REQUIRE(std::is_same_v<PercentChange, eczscore::units::PercentChange>);
    STATIC_REQUIRE(std::is_same_v<Side, eczscore::units::Side>);
    STATIC_REQUIRE(std::is_same_v<decltype(Pair{}.first), Condition>);
    STATIC_REQUIRE(std::is_same_v<decltype(Check{}.severity), Severity>);
    STATIC_REQUIRE(std::is_same_v<decltype(ReadingFinding{}.severity), Severity>);
    STATIC_REQUIRE(std::is_same_v<Finding, eczscore::trial::checks::Finding>);
    STATIC_REQUIRE(std::is_same_v<Found<Form>, eczscore::Found<Form>>);
    STATIC_REQUIRE(std::is_enum_v<Strictness>);
    STATIC_REQUIRE(std::is_enum_v<AccumulatorReading>);
    STATIC_REQUIRE(std::is_enum_v<DeviceRange>);
    STATIC_REQUIRE(std::is_enum_v<Direction>);
    STATIC_REQUIRE(std::is_enum_v<Selected>);
    CHECK(name(Severity::warning) == Text("warning"));
    CHECK(name(DeviceRange::above) == Text("above"));
}

TEST_CASE("a summary of a group has one order: number, mean, standard deviation") {
    constexpr GroupSummary group{40, 20.1, 9.0};
    STATIC_REQUIRE(group.n == 40);
    STATIC_REQUIRE(group.mean == 20.1);
    STATIC_REQUIRE(group.sd == 9.0);
}
