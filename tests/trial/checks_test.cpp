// SPDX-License-Identifier: BSL-1.0
// Checks together: clean data, what can be set, and what is counted.
#include "eczscore/trial/checks.hpp"

#include <utility>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments/oscorad.hpp"
#include "eczscore/instruments/pp_nrs.hpp"
#include "trial/checks_table.hpp"

using namespace eczscore;
using namespace eczscore::trial::checks;

namespace {

const Instrument& easi_i = easi::instrument;
const Instrument& viga = viga_ad::instrument;
const Instrument& poem_i = poem::instrument;
const Instrument& nrs = pp_nrs::instrument;
const Instrument& product = iga_bsa::instrument;
const std::vector<Answer> some{3, 1, 1, 0, 1, 2, 1};

std::vector<Answer> poem_of(Answer itch, Answer sleep = 1) { return {itch, sleep, 1, 0, 1, 2, 1}; }
std::vector<Answer> scorad_of(Answer itch, Answer sleep, Answer extent = 20) {
    return {extent, 1, 1, 0, 2, 1, 1, itch, sleep};
}
constexpr auto leaving = [](Answer day) { return std::vector<Answer>(7, day); };

}  // namespace

TEST_CASE("a blank table and a clean one have no finding") {
    CHECK(Table({&easi_i, &viga, &poem_i, &nrs, &product}).age(34).found() == "");
    CHECK(Table({}).found() == "");
    CHECK(Table({&easi_i, &viga, &poem_i, &nrs})
              .age(34)
              .with(easi_i, easi_of({1, 1, 2, 1}, {1, 2, 2, 3}))
              .with(viga, {2})
              .with(poem_i, poem_of(3))
              .with(nrs, leaving(5))
              .found() == "");
}

TEST_CASE("limits can be set and checks switched off") {
    const auto clear_but = [](CheckSettings settings) {
        Table table({&easi_i, &viga}, std::move(settings));
        table.age(34).with(viga, {0}).with(easi_i, easi_of({0, 1, 0, 0}, {0, 1, 0, 0}));
        return table.found();
    };
    CHECK(clear_but(with("viga_0_easi_above_0", "easi", 0.8_x)) == "");
    CHECK(clear_but(with("viga_0_easi_above_0", "easi", 0.7_x)) == "viga_0_easi_above_0");
    CheckSettings off;
    off.turn(check_index("viga_0_easi_above_0"), false);
    CHECK(clear_but(off) == "");
    CHECK_FALSE(off.set(check_index("duplicate_visit"), "easi", 1));
    CHECK(check_index("no_such_check") == check_count);
}

TEST_CASE("a second reading of the same columns is not checked again") {
    const Instrument& whole = scorad::instrument;
    const Instrument& part = oscorad::instrument;
    Table table({&whole, &part});
    table.with(whole, scorad_of(3, 4, 200)).with(part, {200, 1, 1, 0, 2, 1, 1});
    CHECK(table.found() == "value_not_allowed value_not_allowed");
    table.layout[1].is_second_reading = true;
    CHECK(table.found() == "value_not_allowed");
}

TEST_CASE("a check says how often it had something to look at") {
    Table table({&poem_i});
    CheckSettings one;
    one.turn_all(false);
    one.turn(check_index("impossible_jump"), true);
    EditChecks run(table.layout, one);
    Visit visit;
    visit.subject = "a";
    visit.name = "base";
    visit.line = 2;
    visit.assessments.resize(1);
    visit.assessments[0].answers = some;
    visit.assessments[0].score = score(poem_i, some);
    CHECK(run.visit(visit).empty());
    visit.name = "week_2";
    visit.line = 3;
    CHECK(run.visit(visit).empty());
    run.finish([](const std::vector<Finding>& findings) { CHECK(findings.empty()); });
    CHECK(run.looked(check_index("impossible_jump")) == 1);
    CHECK(run.looked(check_index("value_not_allowed")) == 0);  // it was off
    CHECK(name(Severity::notice) == "notice");
}
