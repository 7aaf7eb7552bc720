// SPDX-License-Identifier: BSL-1.0
// Markers keep their limits of quantification.
#include "eczscore/trial/marker.hpp"

#include <cmath>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/units/kinds.hpp"
#include "trial/strips.hpp"

using namespace eczscore;
using namespace eczscore::trial;
using namespace eczscore::units;
using namespace strip_examples;

namespace {

using TarcMarker = Marker<units::kind::Mass<tarc>>;
TarcMarker tarc_of(double value) { return TarcMarker::measured(Tarc::pg_per_ml(value)); }

}  // namespace

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
