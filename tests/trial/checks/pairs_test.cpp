// SPDX-License-Identifier: BSL-1.0
// Checks of two values of one visit: every pair and every limit, at its edges.
// Covers: trial/checks/limits.hpp
#include "eczscore/trial/checks/pairs.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/instruments.hpp"
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

/// The instrument that a field means: by its id or, for an item, by the prefix of its columns.
const Instrument& instrument_of(const Field& field) {
    for (const Instrument* each : registry) {
        if (each->id == field.instrument) return *each;
    }
    for (const Instrument* each : registry) {
        if (each->prefix() == field.instrument) return *each;
    }
    FAIL("no instrument " << std::string_view(field.instrument));
    return easi_i;
}

bool is_same(const Field& a, const Field& b) {
    return a.instrument == b.instrument && a.item == b.item;
}

/// A visit of two fields, each an answer or, for a score, a typed total.
class TwoFields {
public:
    TwoFields(const Check& check, const Field& first, const Field& second)
        : index_(static_cast<std::size_t>(&check - catalogue)), fields_{first, second} {
        for (const Field& field : fields_) {
            const Instrument& instrument = instrument_of(field);
            const auto found = std::find_if(
                layout_.begin(), layout_.end(),
                [&](const Source& source) { return source.instrument == &instrument; });
            places_.push_back(static_cast<std::size_t>(found - layout_.begin()));
            if (found == layout_.end()) layout_.push_back({.instrument = &instrument});
        }
    }

    /// Values that the field can have: whole numbers, a limit, and what is next to these.
    std::vector<Exact> values(std::size_t field, Exact limit) const {
        std::vector<Exact> candidates;
        for (const Exact whole : {Exact(0), Exact(1), Exact(2), Exact(3), Exact(4), limit}) {
            for (const Exact next : {Exact::ratio(-1, 2), Exact::ratio(-1, 10), Exact(0),
                                     Exact::ratio(1, 10), Exact::ratio(1, 2)})
                candidates.push_back(whole + next);
        }
        std::vector<Exact> allowed;
        const Instrument& instrument = *layout_[places_[field]].instrument;
        for (const Exact value : candidates) {
            const bool fits = fields_[field].item.empty()
                                  ? value >= instrument.min && value <= instrument.max
                                  : item_at(instrument, item(field)).scale.allows(value);
            if (fits) allowed.push_back(value);
        }
        return allowed;
    }

    /// How often the check finds that the two cannot be.
    std::size_t findings(Exact first, Exact second) const {
        Visit visit;
        visit.assessments.resize(layout_.size());
        for (std::size_t field = 0; field < 2; ++field) {
            Assessment& here = visit.assessments[places_[field]];
            const Exact value = field == 0 ? first : second;
            here.answers.resize(layout_[places_[field]].instrument->plan.items);
            if (fields_[field].item.empty())
                here.typed.value = value;
            else
                here.answers[item(field)] = value;
        }
        CheckSettings one;
        one.turn_all(false);
        one.turn(index_, true);
        EditChecks run(layout_, one);
        return run.visit(visit).size();
    }

private:
    std::size_t item(std::size_t field) const {
        const Instrument& instrument = *layout_[places_[field]].instrument;
        std::size_t found = 0;
        for_each_item(instrument.forms[0], [&](std::size_t, std::size_t i, const Item& each) {
            if (each.id == fields_[field].item) found = i;
        });
        return found;
    }

    std::size_t index_;
    Field fields_[2];
    Layout layout_;
    std::vector<std::size_t> places_;
};

Exact limit_of(const Check& check, const Condition& side) {
    for (const Parameter& parameter : check.parameters) {
        if (parameter.id == side.parameter) return parameter.value;
    }
    return side.limit;
}

bool says(const Check& check, const Condition& side, Exact value) {
    const Exact limit = limit_of(check, side);
    if (side.relation == Relation::above) return !(value <= limit);
    return side.relation == Relation::at_least ? !(value < limit) : !(value > limit);
}

}  // namespace

TEST_CASE("every pair of every check is found where both sides hold, and nowhere else") {
    std::size_t pairs = 0;
    for (const Check& check : catalogue) {
        if (check.at_visit != &pairs_contradict) continue;
        CAPTURE(check.id.c_str());
        for (const Pair& pair : check.pairs) {
            ++pairs;
            const TwoFields fields(check, pair.first.field, pair.second.field);
            std::size_t found = 0;
            for (const Exact first : fields.values(0, limit_of(check, pair.first))) {
                for (const Exact second : fields.values(1, limit_of(check, pair.second))) {
                    std::size_t expected = 0;  // other pairs may be about the same two fields
                    for (const Pair& each : check.pairs) {
                        expected += is_same(each.first.field, pair.first.field) &&
                                    is_same(each.second.field, pair.second.field) &&
                                    says(check, each.first, first) &&
                                    says(check, each.second, second);
                    }
                    CAPTURE(first.num(), first.den(), second.num(), second.den());
                    REQUIRE(fields.findings(first, second) == expected);
                    found += expected;
                }
            }
            CHECK(found > 0);
        }
    }
    CHECK(pairs == 31);
}

TEST_CASE("fields that should agree are found from just beyond the difference that is allowed") {
    std::size_t twins = 0;
    for (const Check& check : catalogue) {
        if (check.at_visit != &twins_differ) continue;
        CAPTURE(check.id.c_str());
        const Exact allowed = check.parameters[0].value;
        for (const Twins& each : check.twins) {
            ++twins;
            const TwoFields fields(check, each.first, each.second);
            std::size_t found = 0;
            for (const Exact first : fields.values(0, allowed)) {
                for (const Exact second : fields.values(1, allowed)) {
                    const Exact apart = first > second ? first - second : second - first;
                    CAPTURE(first.num(), first.den(), second.num(), second.den());
                    REQUIRE(fields.findings(first, second) == (apart > allowed ? 1 : 0));
                    found += apart > allowed;
                }
            }
            CHECK(found > 0);
        }
    }
    CHECK(twins == 9);
}

TEST_CASE("the limits are those that the documents state") {
    CHECK(limits::easi_above[0].value == Exact(0));
    CHECK(limits::grade_above[0].value == Exact(0));
    CHECK(limits::far_apart[0].value == Exact(21));
    CHECK(limits::far_apart[1].value == Exact(1));
    CHECK(limits::itch_from[0].value == Exact(8));
    CHECK(limits::sleep_from[0].value == Exact(7));
    CHECK(limits::surface_margin[0].value == Exact(5));
    CHECK(limits::extent_margin[0].value == Exact(10));
    CHECK(limits::surface_difference[0].value == Exact(20));
    CHECK(limits::no_difference[0].value == Exact(0));
    CHECK(limits::code_difference[0].value == Exact(2));
    CHECK(limits::tolerance[0].value == Exact(0));
    CHECK(limits::rounding[0].value == 0.1_x);
    CHECK(limits::age_spread[0].value == Exact(3));
    CHECK(limits::unchanged[0].value == Exact(3));
    CHECK(limits::unchanged[1].value == Exact(4));
    CHECK(limits::repeated[0].value == Exact(10));
    CHECK(limits::jump[0].value == Exact(75));
    CHECK(limits::jump[1].value == Exact(90));
    CHECK(limits::form_ages[0].value == Exact(16));
    CHECK(limits::form_ages[1].value == Exact(4));
    CHECK(limits::form_ages[2].value == Exact(18));
    CHECK(limits::form_ages[3].value == Exact(4));
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
