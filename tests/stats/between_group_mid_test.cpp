// SPDX-License-Identifier: BSL-1.0
// A difference between groups against what matters between groups, and non-inferiority.
#include "eczscore/stats/between_group_mid.hpp"

#include "stats/reference.hpp"

using namespace eczscore::stats;

namespace {
Estimate difference(double lower, double estimate, double upper) {
    Estimate of;
    of.estimate = estimate;
    of.ci = {.lower = lower, .upper = upper, .state = State::ok};
    return of;
}
const BetweenGroupMid mid(3);
}  // namespace

TEST_CASE("superiority, relevant superiority and a relevant estimate are three things") {
    const auto relevant = between_group_mid(difference(3.5, 5, 7), mid);
    CHECK(relevant.superior);
    CHECK(relevant.relevantly_superior);
    CHECK(relevant.relevant_estimate);
    CHECK_FALSE(relevant.excludes_mid);

    const auto estimate_only = between_group_mid(difference(1, 3, 5), mid);
    CHECK(estimate_only.superior);
    CHECK_FALSE(estimate_only.relevantly_superior);
    CHECK(estimate_only.relevant_estimate);

    const auto small = between_group_mid(difference(0.5, 1, 1.5), mid);
    CHECK(small.superior);
    CHECK_FALSE(small.relevant_estimate);
    CHECK(small.excludes_mid);

    const auto none = between_group_mid(difference(-1, 4, 9), mid);
    CHECK_FALSE(none.superior);
    CHECK_FALSE(none.relevant_estimate);  // not without superiority
    CHECK(between_group_mid(difference(-5, -3, -1), mid).inferior);
}

TEST_CASE("a limit exactly on the threshold is not beyond it") {
    CHECK_FALSE(between_group_mid(difference(3, 5, 7), mid).relevantly_superior);
    CHECK_FALSE(between_group_mid(difference(0, 1, 2), mid).superior);
    CHECK_FALSE(between_group_mid(difference(0, 1, 3), mid).excludes_mid);
    const NonInferiorityMargin margin(2);
    CHECK_FALSE(non_inferiority(difference(-2, 0, 2).ci, margin).non_inferior);
    CHECK_FALSE(non_inferiority(difference(-1, 0, 2).ci, margin).equivalent);
}

TEST_CASE("non-inferiority by a margin") {
    const NonInferiorityMargin margin(2);
    const auto not_worse = non_inferiority(difference(-1.5, 0.5, 2.5).ci, margin);
    CHECK(not_worse.non_inferior);
    CHECK_FALSE(not_worse.superior);
    CHECK_FALSE(not_worse.equivalent);
    CHECK_CLOSE(not_worse.one_sided_alpha, 0.025, 1e-14);
    CHECK(non_inferiority(difference(-1, 0, 1).ci, margin).equivalent);
    CHECK(non_inferiority(difference(1, 2, 3).ci, margin).superior);
    CHECK_FALSE(non_inferiority(difference(-3, 0, 3).ci, margin).non_inferior);
    const auto worse = non_inferiority(difference(-5, -4, -3).ci, margin);
    CHECK(worse.inferior);
    CHECK_FALSE(worse.non_inferior);
    // inferior to 0 and still within the margin: both are true
    CHECK(non_inferiority(difference(-1.5, -1, -0.5).ci, margin).non_inferior);
    CHECK_FALSE(non_inferiority(difference(-1.5, -1, -0.5).ci, margin).inferior);
    CHECK_FALSE(non_inferiority(difference(-5, -4, -2).ci, margin).inferior);  // not beyond it
}

TEST_CASE("no interval or no threshold decides nothing") {
    const auto none = between_group_mid(Estimate{}, mid);
    CHECK_FALSE(none.superior);
    CHECK(none.state == State::too_few);
    CHECK(between_group_mid(difference(1, 2, 3), BetweenGroupMid(0)).state ==
          State::invalid_argument);
    CHECK_FALSE(non_inferiority(Interval{}, NonInferiorityMargin(2)).non_inferior);
    CHECK(non_inferiority(difference(1, 2, 3).ci, NonInferiorityMargin(-1)).state ==
          State::invalid_argument);
}
