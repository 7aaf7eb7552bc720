// SPDX-License-Identifier: BSL-1.0
// Coverage of intervals for reliability and agreement, by simulation with a fixed seed.
#include "stats/calibration.hpp"

#include "eczscore/stats/bland_altman.hpp"
#include "eczscore/stats/cronbach_alpha.hpp"
#include "eczscore/stats/icc.hpp"

using namespace eczscore::stats;
using namespace calibration;

TEST_CASE("reliability and agreement: coverage") {
    // Two ratings of 15 patients, true SD 2, error SD 1, the second rater 0.5 higher.
    Share one_way, consistency, agreement, alpha, bias, limit;
    const double icc_truth = 0.8;
    for (std::uint64_t r = 0; r < replicates; ++r) {
        Draw draw(6, r);
        std::vector<double> exchangeable, shifted, first, second;
        for (int i = 0; i < 15; ++i) {
            const double truth = 2.0 * draw.normal();
            const double a = truth + draw.normal(), b = truth + draw.normal();
            exchangeable.insert(exchangeable.end(), {a, b});
            shifted.insert(shifted.end(), {a, b + 0.5});
            first.push_back(b + 0.5);
            second.push_back(a);
        }
        one_way.add(icc(exchangeable, 2).one_way.ci.contains(icc_truth));
        consistency.add(icc(shifted, 2).consistency.ci.contains(icc_truth));
        agreement.add(icc(exchangeable, 2).agreement.ci.contains(icc_truth));
        alpha.add(cronbach_alpha(shifted, 2).alpha.ci.contains(1.6 / 1.8));
        const BlandAltman pair = bland_altman(first, second);
        bias.add(pair.bias.ci.contains(0.5));
        limit.add(pair.upper.exact.contains(0.5 + 1.959963984540054 * std::sqrt(2.0)));
    }
    check_nominal(one_way, 0.95, "ICC(1)");
    check_nominal(consistency, 0.95, "ICC(C,1)");
    check_between(agreement, 0.94, 0.97, "ICC(A,1), raters alike");
    check_nominal(alpha, 0.95, "Cronbach's alpha by Feldt");
    check_nominal(bias, 0.95, "Bland-Altman bias");
    check_nominal(limit, 0.95, "Bland-Altman limit, exact");
}
