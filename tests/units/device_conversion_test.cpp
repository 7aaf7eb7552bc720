// SPDX-License-Identifier: BSL-1.0
// A reading of one device is not a reading of another.
#include "eczscore/units/device_conversion.hpp"

#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/kinds.hpp"

using namespace eczscore;
using namespace eczscore::units;

TEST_CASE("devices: a reading of one is not a reading of another") {
    const auto hydration =
        device_refusal(Hydration<CorneometerCm825>::info(), Hydration<MoistureMeterSc>::info());
    CHECK(hydration.reason == Reason::device_mismatch);
    CHECK(std::string_view(hydration.sentence).find("no verified equation") !=
          std::string_view::npos);
    CHECK_FALSE(device_refusal(Ph::info(), Ph::info()).is_refused());
    CHECK(device_refusal(Ph::info(), Tewl::info()).reason == Reason::wrong_dimension);

    const Tewl reading = Tewl::g_per_m2_h(20);
    CHECK(as_if_read_by(reading, vapometer, vapometer).value() == reading);
    CHECK(as_if_read_by(reading, vapometer, aquaflux).reason() == Reason::device_mismatch);
    Calibration own{&tewameter_tm300, &tewameter_hex, 1.1, 0.5, 1.0, "own comparison, 2024"};
    CHECK(device_refusal(tewameter_tm300, tewameter_hex).is_refused());
    CHECK(as_if_read_by(reading, tewameter_tm300, tewameter_hex, &own).value().in(g_per_m2_h) ==
          Approx(22.5).epsilon(1e-15));
    CHECK(device_refusal(tewameter_hex, tewameter_tm300, &own).is_refused());  // one way only
    own.reference = "";
    CHECK(device_refusal(tewameter_tm300, tewameter_hex, &own).is_refused());
    Calibration classes{&vapometer, &aquaflux, 1, 0, 0, "own"};
    CHECK(device_refusal(vapometer, aquaflux, &classes).is_refused());
}

TEST_CASE("measuring: devices, kinds and calibrations that do not belong together") {
    const KindInfo& tewl = kind::Tewl::info;
    const KindInfo& corneometer = kind::Hydration<CorneometerCm825>::info;
    CHECK(device_refusal(tewl, corneometer).reason == Reason::wrong_dimension);
    CHECK(device_refusal(corneometer, tewl).reason == Reason::wrong_dimension);
    CHECK(device_refusal(corneometer, kind::Hydration<MoistureMeterSc>::info).reason ==
          Reason::device_mismatch);
    const Calibration right{&tewameter_tm300, &tewameter_hex, 2, 1, 0, "own"};
    CHECK(!device_refusal(tewameter_tm300, tewameter_hex, &right).is_refused());
    for (Calibration wrong : {Calibration{nullptr, &tewameter_hex, 2, 1, 0, "own"},
                              Calibration{&tewameter_tm300, nullptr, 2, 1, 0, "own"},
                              Calibration{&evaporimeter, &tewameter_hex, 2, 1, 0, "own"},
                              Calibration{&tewameter_tm300, &evaporimeter, 2, 1, 0, "own"},
                              Calibration{&tewameter_tm300, &tewameter_hex, 2, 1, 0, ""}}) {
        CHECK(device_refusal(tewameter_tm300, tewameter_hex, &wrong).is_refused());
    }
}
