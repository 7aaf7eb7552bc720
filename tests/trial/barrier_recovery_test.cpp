// SPDX-License-Identifier: BSL-1.0
// Barrier recovery against worked examples, and without damage.
#include "eczscore/trial/barrier_recovery.hpp"

#include <cmath>
#include <string_view>

#include "catch_compat.hpp"
#include "trial/strips.hpp"

using namespace eczscore;
using namespace eczscore::trial;
using namespace eczscore::units;
using namespace strip_examples;

namespace {

BarrierRecovery recovered(double b, double i, double x, double sdc = 0) {
    return barrier_recovery(tewl(b), tewl(i), tewl(x), tewl(sdc));
}

}  // namespace

TEST_CASE("barrier recovery is of the damage, not of the peak") {  // W14
    const BarrierRecovery found = recovered(8, 40, 25.6);
    REQUIRE(found.ok());
    CHECK(same(found.recovery.in(percent), 45));
    CHECK(recovered(8, 40, 8).recovery.in(percent) == 100);
    CHECK(recovered(8, 40, 40).recovery.in(percent) == 0);
    CHECK(recovered(8, 40, 6).recovery.in(percent) > 100);  // not clamped
    CHECK(recovered(8, 40, 44).recovery.in(percent) < 0);
    // identical to the other way of writing it
    for (double x = 5; x < 45; x += 2.5) {
        CHECK(recovered(8, 40, x).recovery.in(percent) ==
              Approx(100 * (1 - (x - 8) / (40 - 8))).margin(1e-12));
        // any unit, any scale
        CHECK(recovered(80, 400, 10 * x).recovery.in(percent) ==
              Approx(recovered(8, 40, x).recovery.in(percent)).margin(1e-12));
    }
}

TEST_CASE("barrier recovery is refused without damage") {
    CHECK(recovered(8, 8, 8).fault == RecoveryFault::no_damage);
    CHECK(recovered(8, 7, 8).fault == RecoveryFault::no_damage);
    CHECK(recovered(8, 12, 9, 4.9).fault == RecoveryFault::within_error);
    CHECK(recovered(8, 12, 9, 4).fault == RecoveryFault::within_error);
    CHECK(recovered(8, 12, 9, 3.9).ok());
    CHECK(recovered(8, std::nan(""), 9).fault == RecoveryFault::missing);
    CHECK(recovered(8, 12, 9, std::nan("")).fault == RecoveryFault::missing);
    CHECK(recovered(8, 12, 9, -1).fault == RecoveryFault::missing);
    CHECK(std::isnan(recovered(8, 8, 8).recovery.in(percent)));
    CHECK(std::string_view(name(RecoveryFault::within_error)) == "within_error");
}
