// SPDX-License-Identifier: BSL-1.0
// Three days of a diary as SCORAD's average: every triple of whole points, and what is refused.
#include "eczscore/trial/scorad_from_diary.hpp"

#include <array>

#include "catch_compat.hpp"
#include "eczscore/instruments/scorad.hpp"

using namespace eczscore;
using namespace eczscore::trial;

namespace {
DerivedAverage mean(Answer a, Answer b, Answer c, DailyScale scale = DailyScale::average) {
    return from_diary3(std::array{a, b, c}, scale);
}
}  // namespace

TEST_CASE("Diary to SCORAD: every triple is its mean, in any order, and says it is derived") {
    int wrong = 0;
    for (int a = 0; a <= 10; ++a) {
        for (int b = 0; b <= 10; ++b) {
            for (int c = 0; c <= 10; ++c) {
                const DerivedAverage found = mean(a, b, c);
                wrong += found.points != Exact::ratio(a + b + c, 3) || !found.is_derived;
                wrong += mean(c, a, b).points != found.points || found.is_from_worst;
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(mean(6.5, 7, 6).points == 6.5_x);
}

TEST_CASE("Diary to SCORAD: all three days are required, on a scale from 0 to 10") {
    CHECK(mean(5, {}, 5).status == Status::missing);
    CHECK(mean({}, {}, {}).status == Status::missing);
    CHECK(mean(5, 11, 5).status == Status::invalid);
    CHECK(mean({}, -1, 5).status == Status::invalid);
    CHECK(mean({}, 5, Answer::conflict()).status == Status::invalid);
}

TEST_CASE("Diary to SCORAD: worst ratings carry a second flag") {
    CHECK(mean(5, 5, 5, DailyScale::worst).is_from_worst);
    CHECK(mean(5, {}, 5, DailyScale::worst).is_from_worst);
    CHECK_FALSE(three_days_evidence.is_verified());
}

TEST_CASE("Diary to SCORAD: extent 40, intensity 9, itch 6.5 and sleep 4 are 50.0") {
    const Score total = score(scorad::Answers{.extent = 40,
                                              .erythema = 2,
                                              .edema_papulation = 2,
                                              .oozing_crusting = 1,
                                              .excoriation = 2,
                                              .lichenification = 1,
                                              .dryness = 1,
                                              .pruritus = mean(6, 6.5, 7).points,
                                              .sleep_loss = mean(4, 3, 5).points});
    CHECK(total.value() == Exact(50));
}
