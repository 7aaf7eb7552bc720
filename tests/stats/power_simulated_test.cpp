// SPDX-License-Identifier: BSL-1.0
// Do the tests reject as often as the power says? By simulation with fixed seeds.
#include "stats/calibration.hpp"

#include "eczscore/stats/cmh.hpp"
#include "eczscore/stats/mann_whitney.hpp"
#include "eczscore/stats/power_dunnett.hpp"
#include "eczscore/stats/power_mann_whitney.hpp"
#include "eczscore/stats/power_sign.hpp"
#include "eczscore/stats/power_signed_rank.hpp"
#include "eczscore/stats/power_stratified.hpp"
#include "eczscore/stats/power_welch.hpp"
#include "eczscore/stats/sign_test.hpp"
#include "eczscore/stats/signed_rank.hpp"
#include "eczscore/stats/welch.hpp"

using namespace eczscore::stats;
using namespace calibration;

namespace {

/// An approximate power, beside how often the test rejected: within `off` of it.
void check_near(const Share& share, double power, double off, const char* what) {
    INFO(what << ": " << share.value() << " for " << power);
    CHECK(std::abs(share.value() - power) <= off + share.room(power));
}

/// The number of the first share that the uniform number lies in.
double graded(const std::vector<double>& shares, double uniform) {
    double below = 0.0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        below += shares[i];
        if (uniform < below) return static_cast<double>(i);
    }
    return static_cast<double>(shares.size() - 1);
}

}  // namespace

TEST_CASE("paired ranks and signs reject as often as their power says") {
    Share ranks, signs;
    constexpr double dz = 0.5;
    constexpr std::int64_t n = 36;
    for (std::uint64_t r = 0; r < replicates; ++r) {
        Draw draw(21, r);
        const std::vector<double> changes = draw.normals(n, dz);
        ranks.add(signed_rank_normal(changes).p_two_sided <= 0.05);
        signs.add(sign_test(changes).p_two_sided <= 0.05);
    }
    check_near(ranks, power_signed_rank(normal_changes(dz), n).power, 0.01, "signed rank");
    // With the variance of no change the power is too low, the size too large.
    check_at_least(ranks, power_signed_rank(normal_changes(dz).two, n).power + 0.02, "Noether");
    const double up = detail::normal_cdf(dz);
    check_nominal(signs, power_sign({up, 1.0 - up}, n).power, "sign test, exact");
}

TEST_CASE("ranks of two groups reject as often as their power says") {
    Share normal, tied, unequal;
    const std::vector<double> active = {0.10, 0.28, 0.30, 0.22, 0.10};
    const std::vector<double> control = {0.02, 0.08, 0.30, 0.40, 0.20};
    const OrdinalDesign grades{active, control};
    const std::vector<double> narrow = {0.0, 0.1, 0.8, 0.1, 0.0};
    const OrdinalDesign spread{narrow, {0.1, 0.1, 0.1, 0.2, 0.5}};
    for (std::uint64_t r = 0; r < replicates; ++r) {
        Draw draw(22, r);
        normal.add(mann_whitney_normal(draw.normals(30), draw.normals(20, 0.8)).p <= 0.05);
        std::vector<double> x(35), y(25);
        for (double& value : x) value = graded(active, draw.uniform());
        for (double& value : y) value = graded(control, draw.uniform());
        tied.add(mann_whitney_normal(x, y).p <= 0.05);
        for (double& value : x) value = graded(spread.first, draw.uniform());
        for (double& value : y) value = graded(spread.second, draw.uniform());
        unequal.add(mann_whitney_normal(x, y).p <= 0.05);
    }
    check_near(normal, power_mann_whitney(p_x_greater_of_normal(0.8), 30, 20).power, 0.02,
               "Mann-Whitney, normal groups");
    check_near(tied, power_mann_whitney(grades, 35, 25).power, 0.02, "Mann-Whitney, grades");
    check_near(unequal, power_mann_whitney(spread, 35, 25).power, 0.02,
               "Mann-Whitney, unequal spread");
}

TEST_CASE("means and strata reject as often as their power says") {
    Share welch, any, all, strata, corrected;
    const WelchDesign unequal{.difference = 6.0, .sd1 = 12.0, .sd2 = 5.0};
    const double effects[] = {0.9, 0.6};
    const DunnettPower family = power_dunnett({effects}, 20, 30);
    const DesignStratum design[] = {{0.6, 0.5, 0.45, 0.2}, {0.4, 0.5, 0.7, 0.5}};
    for (std::uint64_t r = 0; r < replicates; ++r) {
        Draw draw(23, r);
        welch.add(welch_t(draw.normals(25, 6.0, 12.0), draw.normals(15, 0.0, 5.0)).difference.p <=
                  0.05);
        const detail::Moments groups[] = {detail::moments(draw.normals(20, effects[0])),
                                          detail::moments(draw.normals(20, effects[1])),
                                          detail::moments(draw.normals(30))};
        const double sd =
            std::sqrt((groups[0].squares + groups[1].squares + groups[2].squares) / family.df);
        int significant = 0;
        for (int i = 0; i < 2; ++i) {
            const double t =
                (groups[i].mean - groups[2].mean) / (sd * std::sqrt(1.0 / 20.0 + 1.0 / 30.0));
            significant += std::abs(t) > family.critical ? 1 : 0;
        }
        any.add(significant > 0);
        all.add(significant == 2);
        const Stratum found[] = {{{draw.binomial(36, 0.45), 36}, {draw.binomial(36, 0.2), 36}},
                                 {{draw.binomial(24, 0.7), 24}, {draw.binomial(24, 0.5), 24}}};
        strata.add(cmh_test(found).p <= 0.05);
        corrected.add(cmh_test(found, {.corrected = true}).p <= 0.05);
    }
    check_near(welch, power_welch(unequal, 25, 15).power, 0.01, "Welch");
    check_nominal(any, family.any, "Dunnett, any");
    check_nominal(all, family.all, "Dunnett, all");
    check_near(strata, power_stratified({design}, 120).power, 0.02, "CMH");
    check_near(corrected, power_stratified({design, 0.05, Sides::two, true}, 120).power, 0.02,
               "CMH, corrected");
}
