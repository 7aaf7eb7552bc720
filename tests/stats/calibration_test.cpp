// SPDX-License-Identifier: BSL-1.0
// Do intervals cover, and do tests reject, as often as they say? Simulation, fixed seed.
#include "stats/calibration.hpp"

#include <array>

#include "eczscore/stats/bootstrap.hpp"
#include "eczscore/stats/hodges_lehmann_paired.hpp"
#include "eczscore/stats/paired_t.hpp"
#include "eczscore/stats/rate_meta_analysis.hpp"
#include "eczscore/stats/sign_flip.hpp"
#include "eczscore/stats/sign_test.hpp"
#include "eczscore/stats/signed_rank.hpp"
#include "eczscore/stats/tost.hpp"
#include "eczscore/stats/yuen.hpp"

using namespace eczscore::stats;
using namespace calibration;

TEST_CASE("paired means: level and coverage") {
    Share t, t_p, yuen, yuen_p, tost_edge;
    for (std::uint64_t r = 0; r < replicates; ++r) {
        Draw draw(1, r);
        const std::vector<double> d = draw.normals(12, 0.5);
        t.add(paired_t(d).ci.contains(0.5));
        const std::vector<double> null = draw.normals(12);
        t_p.add(paired_t(null).p_two_sided <= 0.05);
        yuen.add(yuen_differences(d).ci.contains(0.5));
        yuen_p.add(yuen_differences(null).p_two_sided <= 0.05);
        // Equivalence where the truth lies on the margin.
        tost_edge.add(tost(draw.normals(15, 1.0), draw.normals(15), -1.0, 1.0,
                           {.variances = Variances::equal})
                          .p <= 0.05);
    }
    check_nominal(t, 0.95, "paired t interval");
    check_nominal(t_p, 0.05, "paired t test");
    check_between(yuen, 0.94, 0.975, "Yuen interval");
    check_between(yuen_p, 0.025, 0.06, "Yuen test");
    check_at_most(tost_edge, 0.05, "TOST on its margin");
}

TEST_CASE("paired ranks: exact tests never exceed their level") {
    Share signed_p, sign_p, flip_p, hl, median;
    double walsh_level = 0.0;
    for (std::uint64_t r = 0; r < replicates; ++r) {
        Draw draw(2, r);
        std::vector<double> d = draw.normals(11);
        const SignedRank signed_rank = signed_rank_exact(d);
        signed_p.add(signed_rank.p_two_sided <= 0.05);
        sign_p.add(sign_test(d).p_two_sided <= 0.05);
        flip_p.add(sign_flip_exact(d).p_two_sided <= 0.05);
        const HodgesLehmannPaired estimate = hodges_lehmann_paired(d);
        hl.add(estimate.ci.contains(0.0));
        walsh_level = estimate.ci.attained;
        median.add(sign_test(d).ci.contains(0.0));
    }
    check_between(signed_p, 0.04, 0.05, "signed rank, n = 11");
    check_at_most(sign_p, 0.05, "sign test");
    check_between(flip_p, 0.045, 0.05, "sign flips");
    check_nominal(hl, walsh_level, "Hodges-Lehmann at its attained level");
    CHECK(walsh_level >= 0.95);
    check_at_least(median, 0.95, "median by order statistics");
}

TEST_CASE("signed rank with many ties and zeros keeps its level") {
    Share pratt, wilcoxon;
    for (std::uint64_t r = 0; r < replicates; ++r) {
        Draw draw(3, r);
        std::vector<double> d(14);
        for (double& value : d) value = std::floor(5.0 * draw.uniform()) - 2.0;
        pratt.add(signed_rank_exact(d, {.zeros = Zeros::pratt}).p_two_sided <= 0.05);
        wilcoxon.add(signed_rank_exact(d, {.zeros = Zeros::wilcoxon}).p_two_sided <= 0.05);
    }
    check_at_most(pratt, 0.05, "Pratt");
    check_at_most(wilcoxon, 0.05, "Wilcoxon");
}

TEST_CASE("bootstrap of the mean of a skewed sample covers less than it says") {
    Share percentile, bca, studentized;
    for (std::uint64_t r = 0; r < 1000; ++r) {
        Draw draw(5, r);
        const std::vector<double> x = draw.exponentials(20);
        const Bootstrap found =
            bootstrap_mean(x, {.replicates = 999, .seed = r, .studentized = true});
        percentile.add(found.percentile.contains(1.0));
        bca.add(found.bca.contains(1.0));
        studentized.add(found.studentized.contains(1.0));
    }
    check_between(percentile, 0.88, 0.93, "percentile");
    check_between(bca, 0.89, 0.94, "BCa");
    check_between(studentized, 0.93, 0.96, "bootstrap-t");
}

TEST_CASE("pooled response rates: Knapp & Hartung holds with few arms, the normal does not") {
    Share normal, knapp;
    for (std::uint64_t r = 0; r < replicates; ++r) {
        Draw draw(7, r);
        std::array<ArmCount, 5> arms;
        for (ArmCount& arm : arms) {
            arm = {draw.binomial(150, detail::logistic(-1.2 + 0.6 * draw.normal())), 150};
        }
        const double truth = detail::logistic(-1.2);
        normal.add(
            rate_meta_analysis(arms, {.pooling = Pooling::dersimonian_laird}).ci.contains(truth));
        knapp.add(rate_meta_analysis(arms).ci.contains(truth));
    }
    check_between(normal, 0.84, 0.93, "DerSimonian & Laird");
    check_between(knapp, 0.93, 0.965, "Knapp & Hartung");
}
