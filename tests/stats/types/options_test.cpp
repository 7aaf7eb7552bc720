// SPDX-License-Identifier: BSL-1.0
// What the shared structures of options stand for when nothing is said, and that they are filled by
// name: the same numbers as from the defaults, and others where another option is asked for.
// Covers: stats/types/interval_options.hpp, stats/types/power_options.hpp
// Covers: stats/types/t_test_options.hpp
#include <type_traits>

#include "catch_compat.hpp"
#include "eczscore/stats/concordance.hpp"
#include "eczscore/stats/power_t.hpp"
#include "eczscore/stats/power_welch.hpp"
#include "eczscore/stats/student.hpp"
#include "eczscore/stats/welch.hpp"

using namespace eczscore::stats;

namespace {
constexpr double x[] = {3.0, 5.5, 4.0, 8.0, 6.5};
constexpr double y[] = {2.0, 4.5, 4.5, 6.0, 3.5};
}  // namespace

TEST_CASE("options: a level is no number in some place of a call") {
    STATIC_REQUIRE_FALSE(std::is_convertible_v<double, IntervalOptions>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<double, TTestOptions>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<double, PowerOptions>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<double, SampleSizeOptions>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<double, AllocationOptions>);
}

TEST_CASE("options: an interval is of 95 % unless said otherwise") {
    CHECK(IntervalOptions{}.confidence_level == 0.95);
    const Interval usual = concordance(x, y).ccc.ci;
    const Interval same = concordance(x, y, {.confidence_level = 0.95}).ccc.ci;
    const Interval wider = concordance(x, y, {.confidence_level = 0.99}).ccc.ci;
    CHECK(usual.confidence_level == 0.95);
    CHECK(wider.confidence_level == 0.99);
    CHECK((usual.lower == same.lower && usual.upper == same.upper));
    CHECK((wider.lower < usual.lower && wider.upper > usual.upper));
}

TEST_CASE("options: a t test is two-sided, of 0 and of 95 % unless said otherwise") {
    constexpr TTestOptions usual{
        .confidence_level = 0.95, .alternative = Alternative::two_sided, .null_value = 0.0};
    for (const bool is_welch : {false, true}) {
        const auto test = [&](const TTestOptions& options) {
            return is_welch ? welch_t(x, y, options).difference
                            : student_t(x, y, options).difference;
        };
        CHECK(test({}).p == test(usual).p);
        CHECK(test({}).ci.lower == test(usual).ci.lower);
        CHECK(test({.alternative = Alternative::greater}).ci.upper == infinity);
        CHECK(test({.alternative = Alternative::less}).ci.lower == -infinity);
        CHECK(test({.null_value = 1.3}).statistic < test({}).statistic);
        CHECK(test({.confidence_level = 0.8}).ci.lower > test({}).ci.lower);
    }
}

TEST_CASE("options: a power is of a two-sided test at 5 %, a size of two equal arms") {
    CHECK(power_two_sample_t(0.5, 40, 40).power ==
          power_two_sample_t(0.5, 40, 40, {.alpha = 0.05, .sides = Sides::two}).power);
    CHECK(power_two_sample_t(0.5, 40, 40, {.sides = Sides::one}).power >
          power_two_sample_t(0.5, 40, 40).power);
    CHECK(power_two_sample_t(0.5, 40, 40, {.alpha = 0.01}).power <
          power_two_sample_t(0.5, 40, 40).power);
    const SampleSizeResult equal = sample_size_two_sample_t(0.5, 0.9);
    CHECK(equal.n1 == equal.n2);
    const SampleSizeResult twice = sample_size_two_sample_t(0.5, 0.9, {.ratio = 2.0});
    CHECK(twice.n1 == 2 * twice.n2);
    const WelchDesign design{.difference = 4.0, .sd1 = 8.0, .sd2 = 8.0};
    CHECK(sample_size_welch(design, 0.9).n1 == sample_size_welch(design, 0.9, {.ratio = 1.0}).n1);
    CHECK(sample_size_welch(design, 0.9, {.ratio = 2.0}).n1 > sample_size_welch(design, 0.9).n1);
}
