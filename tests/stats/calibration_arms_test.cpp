// SPDX-License-Identifier: BSL-1.0
// Level and coverage of comparisons of two arms, by simulation with a fixed seed.
#include "stats/calibration.hpp"

#include "eczscore/stats/brunner_munzel.hpp"
#include "eczscore/stats/hodges_lehmann_shift.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "eczscore/stats/paired_effect.hpp"
#include "eczscore/stats/stratified_rank_sum.hpp"
#include "eczscore/stats/student.hpp"
#include "eczscore/stats/two_sample_effect.hpp"
#include "eczscore/stats/two_sample_permutation.hpp"
#include "eczscore/stats/welch.hpp"

using namespace eczscore::stats;
using namespace calibration;

TEST_CASE("two arms: level and coverage") {
    Share student, welch, student_unequal, d, u_p, u_ties, munzel, shift, permuted, shift_ties,
        elteren;
    for (std::uint64_t r = 0; r < replicates; ++r) {
        Draw draw(4, r);
        const std::vector<double> x = draw.normals(9, 1.0), y = draw.normals(14);
        student.add(student_t(x, y).difference.ci.contains(1.0));
        d.add(two_sample_effect(x, y).d.ci.contains(1.0));
        shift.add(hodges_lehmann_shift(x, y).shift.ci.contains(1.0));
        const std::vector<double> wide = draw.normals(6, 0.0, 4.0), narrow = draw.normals(24);
        welch.add(welch_t(wide, narrow).difference.ci.contains(0.0));
        student_unequal.add(student_t(wide, narrow).difference.ci.contains(0.0));
        const std::vector<double> a = draw.normals(9), b = draw.normals(14);
        u_p.add(mann_whitney_exact(a, b).p <= 0.05);
        std::vector<double> ties_a(10), ties_b(12);
        for (double& value : ties_a) value = std::floor(4.0 * draw.uniform());
        for (double& value : ties_b) value = std::floor(4.0 * draw.uniform());
        u_ties.add(mann_whitney_exact(ties_a, ties_b).p <= 0.05);
        permuted.add(two_sample_permutation_exact(ties_a, ties_b).p <= 0.05);
        constexpr auto limits = ShiftLimits::exact_given_ties;
        if (r % 8 == 0)
            shift_ties.add(
                hodges_lehmann_shift(ties_a, ties_b, {.limits = limits}).shift.ci.contains(0.0));
        const std::span<const double> x_all(ties_a), y_all(ties_b);
        const RankStratum clinics[] = {{x_all.first(6), y_all.first(5)},
                                       {x_all.last(4), y_all.last(7)}};
        elteren.add(stratified_rank_sum(clinics).p <= 0.05);
        // Equal medians, unequal spread: what Brunner & Munzel is for.
        munzel.add(brunner_munzel(draw.normals(15, 0.0, 3.0), draw.normals(20)).p_x_greater.p <=
                   0.05);
    }
    check_nominal(student, 0.95, "Student interval");
    check_nominal(d, 0.95, "interval of d by the noncentral t");
    check_between(welch, 0.935, 0.955, "Welch, unequal spread");
    check_at_most(student_unequal, 0.80,
                  "Student where the small arm spreads more: covers too seldom");
    check_between(u_p, 0.04, 0.05, "Mann-Whitney");
    check_at_most(u_ties, 0.05, "Mann-Whitney with ties");
    check_at_most(permuted, 0.05, "permutation of means with ties");
    check_at_least(shift_ties, 0.95, "Hodges-Lehmann shift given ties");
    check_between(elteren, 0.03, 0.06, "van Elteren, 22 values");
    check_between(munzel, 0.035, 0.065, "Brunner-Munzel");
    check_at_least(shift, 0.95, "Hodges-Lehmann shift");
}

TEST_CASE("standardised paired change: coverage by the noncentral t") {
    Share effect;
    for (std::uint64_t r = 0; r < 1000; ++r) {
        Draw draw(8, r);
        std::vector<double> pre = draw.normals(12), post = pre;
        for (std::size_t i = 0; i < pre.size(); ++i) post[i] += 0.8 + draw.normal();
        effect.add(paired_effect(pre, post).dz.ci.contains(0.8));
    }
    check_nominal(effect, 0.95, "interval of dz by the noncentral t");
}
