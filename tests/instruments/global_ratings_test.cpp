// SPDX-License-Identifier: BSL-1.0
// PGIS and PGIC: every rating of every number of levels, and which end is best.
// Covers: instruments/pgic.hpp, instruments/pgis.hpp
#include <array>

#include "eczscore/instruments/pgic.hpp"
#include "eczscore/instruments/pgis.hpp"

#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
const facts::Covers covers{"pgis_5", "pgis_6", "pgic_7", "pgic_minus3_3"};

void check_ratings(const Instrument& instrument, int lowest, int highest) {
    CAPTURE(instrument.id.c_str());
    facts::check(instrument, {}, {});
    for (int rating = -5; rating <= 9; ++rating) {
        CAPTURE(rating);
        const std::array<Answer, 1> answers{rating};
        const Score s = score(instrument, answers);
        CHECK(s.status == (rating >= lowest && rating <= highest ? Status::ok : Status::invalid));
        if (s.is_scored()) CHECK(s.value() == Exact(rating));
        if (s.is_scored()) CHECK(s.to_double() == static_cast<double>(rating));
    }
    for (const Answer& refused : {Answer(1.5), Answer::not_relevant(), Answer::unreadable()}) {
        const std::array<Answer, 1> answers{refused};
        CHECK(score(instrument, answers).status == Status::invalid);
    }
    const std::array<Answer, 1> nothing{};
    CHECK(score(instrument, nothing).status == Status::missing);
}
}  // namespace

TEST_CASE("PGIS: five levels and six levels are two instruments") {
    check_ratings(pgis_5::instrument, 0, 4);
    check_ratings(pgis_6::instrument, 0, 5);
    CHECK(pgis_5::instrument.direction == Direction::higher_is_worse);
}

TEST_CASE("PGIC: 1 to 7 with 1 best, -3 to 3 with 3 best") {
    check_ratings(pgic_7::instrument, 1, 7);
    check_ratings(pgic_minus3_3::instrument, -3, 3);
    CHECK(pgic_7::instrument.direction == Direction::higher_is_worse);
    CHECK(pgic_minus3_3::instrument.direction == Direction::higher_is_better);
}
