// SPDX-License-Identifier: BSL-1.0
// POSAS 3.0: items are checked and kept, and there is never a total.
#include "eczscore/instruments/posas3.hpp"

#include <array>
#include <cstddef>

#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
const facts::Covers covers{"posas3_patient_generic", "posas3_patient_linear"};

template <std::size_t N>
void check_items(const Instrument& instrument) {
    CAPTURE(instrument.id.c_str());
    facts::check(instrument, {}, {});
    CHECK(instrument.plan.items == N);
    std::array<Answer, N> answers;
    answers.fill(3);
    CHECK(score(instrument, answers).status == Status::not_applicable);
    for (std::size_t i = 0; i < N; ++i) {
        for (int code = -1; code <= 7; ++code) {
            answers[i] = code;
            const Score s = score(instrument, answers);
            const bool allowed = code >= 1 && code <= 5;
            CHECK(s.status == (allowed ? Status::not_applicable : Status::invalid));
            CHECK(s.wrong == (allowed ? ItemSet{0} : item_bit(i)));
            CHECK_FALSE(s.is_scored());
        }
        answers[i] = {};
        CHECK(score(instrument, answers).status == Status::missing);
        CHECK(score(instrument, answers).missing == item_bit(i));
        answers[i] = 3;
    }
}
}  // namespace

TEST_CASE("POSAS 3.0: sixteen items, or seventeen of a linear scar, without a total") {
    check_items<16>(posas3_patient_generic::instrument);
    check_items<17>(posas3_patient_linear::instrument);
    posas3_patient_linear::Answers scar;
    scar.q.fill(1);
    CHECK(score(scar).missing == item_bit(16));
    scar.scar_widening = 5;
    CHECK(score(scar).status == Status::not_applicable);
    CHECK(item_at(posas3_patient_linear::instrument, 16).id == Text("scar_widening"));
    CHECK_FALSE(posas3_patient_linear::instrument.has_total);
}
