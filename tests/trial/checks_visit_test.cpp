// SPDX-License-Identifier: BSL-1.0
// Edit checks that look at one visit: each fires, and is quiet on clean, blank and absent data.
// Covers: trial/checks/catalogue.hpp, trial/checks/check.hpp
#include "catch_compat.hpp"
#include "eczscore/instruments.hpp"
#include "eczscore/instruments/dlqi.hpp"
#include "eczscore/instruments/oscorad.hpp"
#include "eczscore/instruments/pp_nrs.hpp"
#include "eczscore/instruments/scorad_sleep_vas.hpp"
#include "eczscore/instruments/sd_nrs.hpp"
#include "trial/checks_table.hpp"

using namespace eczscore;
using namespace eczscore::trial::checks;

namespace {

const Instrument& easi_i = easi::instrument;
const Instrument& viga = viga_ad::instrument;
const Instrument& poem_i = poem::instrument;
const Instrument& nrs = pp_nrs::instrument;
const Instrument& product = iga_bsa::instrument;
const Instrument& sleep_nrs = sd_nrs::instrument;

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

TEST_CASE("an answer off its scale is an error, with the allowed values") {
    const auto findings = Table({&poem_i}).with(poem_i, poem_of(7)).findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].check->id == "value_not_allowed");
    CHECK(findings[0].check->severity == Severity::error);
    CHECK(findings[0].line == 2);
    REQUIRE(findings[0].facts.size() == 2);
    CHECK(findings[0].facts[0].value == Exact(7));
    CHECK(findings[0].facts[1].kind == Fact::Kind::allowed);
}

TEST_CASE("signs beside area 0, and an area beside no signs") {
    Table table({&easi_i});
    table.age(34).with(easi_i, easi_of({2, 1, 0, 1}, {0, 1, 3, 1}));
    const auto findings = table.findings();
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].check->id == "signs_with_area_0");
    REQUIRE(findings[0].facts.size() == 5);  // the area, then four signs
    CHECK(findings[0].facts[0].item == 4);
    CHECK(findings[0].facts[1].value == Exact(2));
    CHECK(findings[1].check->id == "area_without_signs");
    CHECK(findings[1].facts[0].item == 14);
    CHECK(Table({&easi_i}).age(34).with(easi_i, easi_of({0, 1, 1, 1}, {0, 1, 1, 1})).found() == "");
}

TEST_CASE("the factors of IGA x BSA have a check of their own") {
    CHECK(Table({&product}).with(product, {0, 12}).found() == "grade_contradicts_bsa");
    CHECK(Table({&product}).with(product, {2, 0}).found() == "grade_contradicts_bsa");
    CHECK(Table({&product}).with(product, {0, 0}).found() == "");
    CHECK(Table({&product}).with(product, {{}, 0}).found() == "");
    Table apart({&viga, &bsa_like});
    CHECK(apart.with(viga, {1}).with(bsa_like, {0}).found() == "grade_contradicts_bsa");
}

TEST_CASE("vIGA-AD 0 beside EASI above 0, and the reverse") {
    const auto both = [](int grade, std::vector<int> areas) {
        std::vector<int> signs = areas;
        for (int& sign : signs) sign = sign > 0 ? 1 : 0;
        Table table({&easi_i, &viga});
        table.age(34).with(viga, {grade}).with(easi_i, easi_of(signs, areas));
        return table.found();
    };
    CHECK(both(0, {0, 1, 0, 0}) == "viga_0_easi_above_0");
    CHECK(both(1, {0, 0, 0, 0}) == "easi_0_viga_above_0");
    CHECK(both(0, {0, 0, 0, 0}) == "");
    CHECK(both(1, {0, 1, 0, 0}) == "");
    CHECK(both(4, {0, 1, 0, 0}) == "viga_far_from_easi");
    Table severe({&easi_i, &viga});
    severe.age(34).with(viga, {1}).with(easi_i, easi_of({3, 3, 3, 3}, {3, 3, 3, 3}));
    CHECK(severe.found() == "viga_far_from_easi");
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

TEST_CASE("a grade recorded twice must be the same") {
    Table table({&viga, &product});
    table.with(viga, {3}).with(product, {2, 12});
    CHECK(table.found() == "grade_recorded_twice");
    Table same({&viga, &product});
    CHECK(same.with(viga, {2}).with(product, {2, 12}).found() == "");
    Table surface({&bsa_like, &product});
    CHECK(surface.with(bsa_like, {13}).with(product, {2, 12}).found() == "bsa_recorded_twice");
}

TEST_CASE("POEM itch against itch ratings") {
    const auto itch = [](Answer poem_itch, std::vector<Answer> days) {
        Table table({&poem_i, &nrs});
        return table.with(poem_i, poem_of(poem_itch)).with(nrs, std::move(days)).found();
    };
    CHECK(itch(0, {0, 0, 8, 0, 0, 0, 0}) == "poem_itch_0_peak_itch_high");
    CHECK(itch(0, {0, 0, {}, {}, {}, {}, 8}) == "poem_itch_0_peak_itch_high");
    CHECK(itch(0, leaving(7)) == "");
    CHECK(itch(1, leaving(8)) == "");
    CHECK(itch({}, leaving(8)) == "");
    CHECK(itch(0, leaving({})) == "");
    CHECK(itch(4, leaving(0)) == "poem_itch_daily_peak_itch_0");
    CHECK(itch(4, {0, 0, 0, {}, {}, {}, {}}) == "");  // three days are no week
    const Instrument& scorad_i = scorad::instrument;
    Table three_days({&poem_i, &scorad_i});
    three_days.with(poem_i, poem_of(0)).with(scorad_i, scorad_of(8, 3));
    CHECK(three_days.found() == "poem_itch_0_scorad_itch_high");
}

TEST_CASE("POEM sleep against SCORAD sleep and the sleep diary") {
    const Instrument& scorad_i = scorad::instrument;
    const auto sleep = [&](Answer nights, Answer loss) {
        Table table({&poem_i, &scorad_i});
        return table.with(poem_i, poem_of(2, nights)).with(scorad_i, scorad_of(3, loss)).found();
    };
    CHECK(sleep(0, 7) == "poem_sleep_contradicts_scorad_sleep");
    CHECK(sleep(4, 0) == "poem_sleep_contradicts_scorad_sleep");
    CHECK(sleep(0, 6.9) == "");
    CHECK(sleep(3, 0) == "");
    CHECK(sleep(0, {}) == "");
    // The sleep scale alone reads the same columns, and so answers for SCORAD.
    const Instrument& scale = scorad_sleep_vas::instrument;
    Table alone({&poem_i, &scale});
    CHECK(alone.with(poem_i, poem_of(2, 0)).with(scale, {9}).found() ==
          "poem_sleep_contradicts_scorad_sleep");
    Table diary({&poem_i, &sleep_nrs});
    diary.with(poem_i, poem_of(2, 0)).with(sleep_nrs, {1, 0, 7, 0, 0, 0, 0});
    CHECK(diary.found() == "poem_sleep_contradicts_sleep_nrs");
}

TEST_CASE("DLQI item 7 not relevant and yet answered") {
    const Instrument& dlqi_i = dlqi::instrument;
    const auto item_7 = [&](Answer problem) {
        return Table({&dlqi_i})
            .with(dlqi_i, {1, 1, 1, 1, 1, 1, Answer::not_relevant(), problem, 1, 1, 1})
            .found();
    };
    CHECK(item_7(0) == "not_relevant_but_answered");
    CHECK(item_7({}) == "");
}

TEST_CASE("a typed total against its items") {
    const auto total = [](Answer typed, int places, std::vector<Answer> answers) {
        return Table({&poem_i})
            .with(poem_i, std::move(answers))
            .typed(poem_i, typed, places)
            .found();
    };
    CHECK(total(9, 0, poem_of(3)) == "");
    CHECK(total(10, 0, poem_of(3)) == "typed_total_differs");
    CHECK(total({}, 0, poem_of(3)) == "");
    CHECK(total(29, 0, leaving({})) == "typed_total_out_of_range");
    CHECK(total(Answer::unreadable(), 0, poem_of(3)) == "typed_total_out_of_range");
    CHECK(total(9, 0, leaving({})) == "");  // the items were never typed in
    CHECK(total(9, 0, {3, 1, {}, {}, 1, 2, 1}) == "typed_total_without_items");
}

TEST_CASE("a typed total may be rounded to the places that were written") {
    const auto easi_total = [](Answer typed, int places) {
        Table table({&easi_i});
        // 0.1 x 1 x 4 + 0.2 x 2 x 4 + ... is 0.4 + 1.6: with half a point more, 2.05.
        std::vector<Answer> answers = easi_of({1, 1, 0, 0}, {1, 2, 0, 0});
        answers[0] = 1.5;
        return table.age(34).with(easi_i, answers).typed(easi_i, typed, places).found();
    };
    CHECK(easi_total(2.05, 2) == "");
    CHECK(easi_total(2.1, 1) == "");
    CHECK(easi_total(2.0, 1) == "");
    CHECK(easi_total(2, 0) == "");
    CHECK(easi_total(2.2, 1) == "typed_total_differs");
    CHECK(easi_total(2.06, 2) == "typed_total_differs");
    CHECK(easi_total(3, 0) == "typed_total_differs");
}

TEST_CASE("SCORAD less objective SCORAD is itch plus sleep loss") {
    const Instrument& whole = scorad::instrument;
    const Instrument& part = oscorad::instrument;
    const auto totals = [&](Answer scorad_total, Answer oscorad_total, bool with_items) {
        Table table({&whole, &part});
        table.layout[0].has_items = with_items;
        table.layout[1].has_items = false;
        if (with_items) table.with(whole, scorad_of(3, 4, {}));
        return table.typed(whole, scorad_total, 1).typed(part, oscorad_total, 1).found();
    };
    CHECK(totals(40, 20, false) == "");
    CHECK(totals(40, 19.8, false) == "scorad_minus_oscorad");
    CHECK(totals(20, 21, false) == "scorad_minus_oscorad");
    CHECK(totals(20, {}, false) == "");
    // Its extent is blank, so that the total is the typed one: itch 3 and sleep 4 make 7.
    CHECK(totals(27, 20, true) == "typed_total_without_items");
    CHECK(totals(28, 20, true) == "typed_total_without_items scorad_minus_oscorad");
}

TEST_CASE("typed totals stand in for scores that have no items") {
    Table table({&viga, &easi_i});
    table.layout[1].has_items = false;
    CHECK(table.with(viga, {0}).typed(easi_i, 7.5, 1).found() == "viga_0_easi_above_0");
    Table beyond({&viga, &easi_i});
    beyond.layout[1].has_items = false;
    CHECK(beyond.with(viga, {0}).typed(easi_i, 75, 0).found() == "typed_total_out_of_range");
}

TEST_CASE("two quality-of-life forms at one visit") {
    static constexpr Instrument cdlqi_like = [] {
        Instrument copy = bsa_like;
        copy.id = "cdlqi";
        return copy;
    }();
    const Instrument& dlqi_i = dlqi::instrument;
    const auto both = [&](Answer adult, Answer child) {
        Table table({&dlqi_i, &cdlqi_like});
        return table.with(dlqi_i, {adult}).with(cdlqi_like, {child}).found();
    };
    CHECK(both(1, 2) == "dlqi_and_cdlqi_same_visit");
    CHECK(both(1, {}) == "");
    CHECK(both({}, 2) == "");
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

TEST_CASE("every check has its words, its rule and its basis") {
    for (const Check& check : catalogue) {
        INFO(std::string_view(check.id));
        CHECK((check.at_visit == nullptr) != (check.at_subject == nullptr));
        CHECK_FALSE(check.sentence.empty());
        CHECK_FALSE(check.finding.empty());
        CHECK_FALSE(check.needs.empty());
        CHECK_FALSE(check.evidence.note.empty());
        const std::string_view words(check.finding);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] != '{') continue;
            if (i + 1 < words.size() && words[i + 1] == 'v') ++i;
            REQUIRE(i + 2 < words.size());
            CHECK((words[i + 1] >= '0' && words[i + 1] <= '9' && words[i + 2] == '}'));
        }
        CHECK(&check == &catalogue[check_index(std::string_view(check.id))]);
        for (const Pair& pair : check.pairs) {
            for (const Side& side : {pair.first, pair.second}) {
                bool known = side.parameter.empty();
                for (const Parameter& each : check.parameters) known |= each.id == side.parameter;
                CHECK(known);
            }
        }
    }
}

TEST_CASE("what checks look for is what the registry calls it") {
    const auto check_field = [](const Field& field) {
        const Instrument* instrument = find_instrument(std::string_view(field.instrument));
        if (instrument == nullptr || field.item.empty() || field.item == "*") return;
        bool found = false;
        for_each_item(instrument->forms[0], [&](std::size_t, std::size_t, const Item& item) {
            found = found || item.id == field.item;
        });
        INFO(std::string_view(field.instrument) << " " << std::string_view(field.item));
        CHECK(found);
    };
    for (const Check& check : catalogue) {
        for (const Pair& pair : check.pairs) {
            check_field(pair.first.field);
            check_field(pair.second.field);
        }
        for (const Twins& twins : check.twins) {
            check_field(twins.first);
            check_field(twins.second);
        }
    }
}
