// SPDX-License-Identifier: BSL-1.0
// The strict alternative: areas and signs that contradict each other leave no score.
#include "eczscore/score/strict.hpp"

#include "eczscore/instruments/easi.hpp"
#include "eczscore/instruments/poem.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Strict: what is consistent, or has no area, stays as it is") {
    CHECK(strict(score(easi::example)).value() == 18.4_x);
    CHECK(strict(score(easi::Answers{})).status == Status::missing);
    CHECK(strict(score(poem::example)).value() == Exact(19));
    poem::Answers blank = poem::example;
    blank.itch = Answer();
    CHECK(strict(score(blank)).status == Status::imputed);
}

TEST_CASE("Strict: a sign beside an area of 0 is refused and still says where") {
    easi::Answers answers = easi::example;
    answers.trunk.area = 0;
    const Score lenient = score(answers);
    CHECK(lenient.is_scored());
    CHECK(lenient.signs_without_area == domain_bit(2));
    const Score refused = strict(lenient);
    CHECK(refused.status == Status::invalid);
    CHECK(refused.signs_without_area == domain_bit(2));
    CHECK(refused.to_double() != refused.to_double());
    answers.head_neck.area = Answer();  // invalid wins over missing
    CHECK(score(answers).status == Status::missing);
    CHECK(strict(score(answers)).status == Status::invalid);
}

TEST_CASE("Strict: an area above 0 with every sign 0 is refused") {
    easi::Answers answers = easi::example;
    answers.lower_limbs = {0, 0, 0, 0, 3};
    CHECK(score(answers).area_without_signs == domain_bit(3));
    CHECK(strict(score(answers)).status == Status::invalid);
    answers.lower_limbs = {0, 0, 0, 0, 0};
    CHECK(strict(score(answers)).is_scored());
}
