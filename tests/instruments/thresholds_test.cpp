// SPDX-License-Identifier: BSL-1.0
// Every published amount of change, typed from the papers, and each exactly at equality.
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/instruments.hpp"
#include "eczscore/score/change.hpp"

#include "instruments/facts.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
struct Fact {
    const char* instrument;
    const char* id;
    Basis basis;
    Exact value;
    ThresholdUnit unit;
    Exact eligible_from;
    Confidence confidence;
    bool from_memory;
    bool is_default;
};

const std::vector<Fact>& published() {
    constexpr auto high = Confidence::high;
    constexpr auto medium = Confidence::medium;
    constexpr auto low = Confidence::low;
    constexpr auto points = ThresholdUnit::points;
    constexpr auto percent = ThresholdUnit::percent;
    static const std::vector<Fact> table = {
        {"easi", "easi_50", Basis::responder, 50, percent, 0, high, false, true},
        {"easi", "easi_75", Basis::responder, 75, percent, 0, high, false, false},
        {"easi", "easi_90", Basis::responder, 90, percent, 0, high, false, false},
        {"easi", "easi_100", Basis::responder, 100, percent, 0, medium, false, false},
        {"easi", "mcid_schram_2012", Basis::mcid, 6.6_x, points, 0, medium, false, false},
        {"easi", "mic_silverberg_2021_percent", Basis::mcid, 50, percent, 0, high, false, false},
        {"easi", "mic_silverberg_2021_pga", Basis::mcid, 14, points, 0, high, false, false},
        {"easi", "mic_silverberg_2021_viga", Basis::mcid, 14.9_x, points, 0, high, false, false},
        {"easi", "target_7", Basis::target, 7, points, 0, high, false, false},
        {"easi", "target_5", Basis::target, 5, points, 0, high, false, false},
        {"easi", "target_3", Basis::target, 3, points, 0, high, false, false},
        {"easi", "non_response_kada_2019", Basis::non_response, 50, percent, 0, high, false, false},
        {"easi", "entry_16", Basis::cut, 16, points, 0, medium, false, false},
        {"easi", "recurrence_kada_2019", Basis::cut, 16, points, 0, medium, false, false},
        {"scorad", "scorad_35", Basis::mcid, 35, percent, 0, high, false, true},
        {"scorad", "mcid_schram_2012", Basis::mcid, 8.7_x, points, 0, medium, false, false},
        {"scorad", "mic_silverberg_2021_pga", Basis::mcid, 19.9_x, points, 0, high, false, false},
        {"scorad", "mic_silverberg_2021_viga", Basis::mcid, 14.9_x, points, 0, high, false, false},
        {"scorad", "scorad_50", Basis::responder, 50, percent, 0, medium, false, false},
        {"scorad", "scorad_75", Basis::responder, 75, percent, 0, medium, false, false},
        {"scorad", "scorad_90", Basis::responder, 90, percent, 0, medium, false, false},
        {"oscorad", "oscorad_35", Basis::mcid, 35, percent, 0, high, false, true},
        {"oscorad", "mcid_schram_2012", Basis::mcid, 8.2_x, points, 0, low, true, false},
        {"oscorad", "mic_silverberg_2021_low", Basis::mcid, 15.5_x, points, 0, high, false, false},
        {"oscorad", "mic_silverberg_2021_high", Basis::mcid, 17.4_x, points, 0, high, false, false},
        {"viga_ad", "viga_0_1", Basis::responder, 2, points, 0, high, false, false},
        {"viga_ad", "one_grade", Basis::mcid, 1, points, 0, medium, false, true},
        {"hecsi", "sdc_41", Basis::sdc, 41, points, 41, high, false, true},
        {"hecsi", "hecsi_50", Basis::responder, 50, percent, 0, high, false, false},
        {"hecsi", "hecsi_75", Basis::responder, 75, percent, 0, high, false, false},
        {"hecsi", "hecsi_90", Basis::responder, 90, percent, 0, high, false, false},
        {"poem", "responder_4", Basis::responder, 4, points, 0, medium, false, true},
        {"poem", "poem_3", Basis::mcid, 3, points, 0, high, false, false},
        {"poem", "poem_6", Basis::responder, 6, points, 0, medium, true, false},
        {"poem", "mcid_schram_2012", Basis::mcid, 3.4_x, points, 0, medium, true, false},
        {"poem", "sdc_howells_2018", Basis::sdc, 2.13_x, points, 0, high, false, false},
        {"poem", "probably_important_howells_2018", Basis::mcid, 3, points, 0, high, false, false},
        {"poem", "very_likely_important_howells_2018", Basis::mcid, 4, points, 0, high, false,
         false},
        {"poem", "gaunt_2016_between", Basis::mcid, 2.89_x, points, 0, high, false, false},
        {"poem", "gaunt_2016_within", Basis::mcid, 4.27_x, points, 0, high, false, false},
        {"poem", "gaunt_2016_distribution_low", Basis::mcid, 2.5_x, points, 0, high, false, false},
        {"poem", "gaunt_2016_distribution_high", Basis::mcid, 2.94_x, points, 0, high, false,
         false},
        {"poem", "howells_2018_patient_low", Basis::mcid, 3.09_x, points, 0, high, false, false},
        {"poem", "howells_2018_patient_high", Basis::mcid, 6.13_x, points, 0, high, false, false},
        {"poem", "howells_2018_investigator_low", Basis::mcid, 3.23_x, points, 0, high, false,
         false},
        {"poem", "howells_2018_investigator_high", Basis::mcid, 5.38_x, points, 0, high, false,
         false},
        {"poem", "howells_2018_half_sd", Basis::mcid, 2.68_x, points, 0, high, false, false},
        {"poem", "adolescents_2019_little_better", Basis::mcid, 5.6_x, points, 0, high, false,
         false},
        {"poem", "adolescents_2019_easi_50_74", Basis::mcid, 8.2_x, points, 0, high, false, false},
        {"dlqi", "mcid_4", Basis::mcid, 4, points, 4, high, false, true},
        {"dlqi", "mcid_ad_4", Basis::mcid, 4, points, 4, medium, false, false},
        {"dlqi", "dlqi_5", Basis::mcid, 5, points, 0, medium, false, false},
        {"dlqi", "mcid_urticaria_low", Basis::mcid, 2.24_x, points, 0, high, false, false},
        {"dlqi", "mcid_urticaria_high", Basis::mcid, 3.1_x, points, 0, high, false, false},
        {"dlqi", "low_impact", Basis::target, 1, points, 0, high, false, false},
        {"dlqi", "rule_of_tens", Basis::cut, 10, points, 0, high, false, false},
        {"dlqi_r", "mcid_4", Basis::mcid, 4, points, 4, low, false, true},
        {"dlqi_r", "rule_of_tens", Basis::cut, 10, points, 0, low, false, false},
        {"pp_nrs", "nrs_4", Basis::responder, 4, points, 4, high, false, true},
        {"pp_nrs", "nrs_3", Basis::responder, 3, points, 3, medium, false, false},
        {"pp_nrs", "nrs_2", Basis::responder, 2, points, 2, medium, false, false},
        {"pp_nrs", "mcid_yosipovitch_2019_low", Basis::mcid, 2, points, 0, high, false, false},
        {"pp_nrs", "mcid_yosipovitch_2019_high", Basis::mcid, 4, points, 0, high, false, false},
        {"pp_nrs", "mcid_breeze_4", Basis::mcid, 4, points, 0, high, false, false},
        {"pp_nrs", "itch_free", Basis::target, 0, points, 0, medium, false, false},
        {"pp_nrs", "itch_0_1", Basis::target, 1, points, 0, medium, false, false},
        {"pp_nrs", "mcid_rams_2024", Basis::mcid, 3, points, 0, high, false, false},
        {"pp_nrs", "mcid_chronic_pruritus_low", Basis::mcid, 2, points, 0, high, false, false},
        {"pp_nrs", "mcid_chronic_pruritus_high", Basis::mcid, 3, points, 0, high, false, false},
        {"sd_nrs", "responder_4", Basis::responder, 4, points, 4, high, false, true},
        {"sd_nrs", "responder_3", Basis::responder, 3, points, 0, high, false, false},
        {"sd_nrs", "initial_range_low", Basis::responder, 2, points, 0, high, false, false},
        {"sd_nrs", "initial_range_high", Basis::responder, 5, points, 0, high, false, false},
        {"sd_nrs", "interviews_1", Basis::mcid, 1, points, 0, high, false, false},
        {"sd_nrs", "interviews_2", Basis::mcid, 2, points, 0, high, false, false}};
    return table;
}

}  // namespace

TEST_CASE("Thresholds: value, unit, basis, eligibility and confidence as published") {
    for (const Fact& fact : published()) {
        CAPTURE(fact.instrument, fact.id);
        const Instrument* instrument = find_instrument(fact.instrument);
        REQUIRE(instrument != nullptr);
        const Threshold* t = threshold(*instrument, fact.id);
        REQUIRE(t != nullptr);
        CHECK(t->basis == fact.basis);
        CHECK(t->value == fact.value);
        CHECK(t->unit == fact.unit);
        CHECK(t->eligible_from == fact.eligible_from);
        CHECK(t->evidence.confidence == fact.confidence);
        CHECK(t->evidence.from_memory == fact.from_memory);
        CHECK(t->is_default == fact.is_default);
        // "Above 10" is the one cut that 10 itself does not reach.
        CHECK(t->strictly == (t->id == Text("rule_of_tens")));
        CHECK(t->has_target == (t->id == Text("viga_0_1")));
    }
    CHECK(viga_ad::instrument.thresholds[0].target == Exact(1));
}

TEST_CASE("Thresholds: what says nothing about one patient is a note and gives no verdict") {
    // 0.2 standard deviations of POEM are within its noise; 1 to 3 of the sleep NRS is for groups.
    for (const Threshold& t : poem::instrument.thresholds) CHECK(t.value >= 2.13_x);
    for (const Threshold& t : sd_nrs::instrument.thresholds) {
        CHECK(std::string_view(t.label).find("group") == std::string_view::npos);
    }
    const auto noted = [](const Instrument& instrument, std::string_view words) {
        for (const Text& note : instrument.notes) {
            if (std::string_view(note).find(words) != std::string_view::npos) return true;
        }
        return false;
    };
    CHECK(noted(poem::instrument, "1.07 points"));
    CHECK(noted(sd_nrs::instrument, "1 to 3 points"));
}

TEST_CASE("Thresholds: none of the registry is left out of the table") {
    std::set<std::string> known;
    for (const Fact& fact : published()) known.insert(std::string(fact.instrument) + " " + fact.id);
    for (const Instrument* instrument : registry) {
        if (facts::covered().count(instrument->id.c_str()) > 0) continue;  // by its own test
        if (instrument->id == Text("easi_half_from_zero")) {
            CHECK(instrument->thresholds.data() == easi::instrument.thresholds.data());
            continue;
        }
        for (const Threshold& t : instrument->thresholds) {
            const std::string key =
                std::string(instrument->id.c_str()) + " " + std::string(t.id.c_str());
            CAPTURE(key);
            CHECK(known.count(key) == 1);
        }
    }
}

namespace {
/// Scores of one instrument told as "how much worse than the best", whatever its direction.
struct Ladder {
    const Instrument& instrument;
    bool high_is_bad = instrument.direction == Direction::higher_is_worse;

    Exact best() const { return high_is_bad ? instrument.min : instrument.max; }
    Exact worst() const { return high_is_bad ? instrument.max : instrument.min; }
    Exact middle() const {
        const Exact lattice = Exact(instrument.is_sum() ? instrument.plan.denominator : 1);
        const Exact half = (instrument.min + instrument.max) * Exact::ratio(1, 2);
        return Exact((half * lattice).floor()) / lattice;
    }
    Exact better(Exact from, Exact amount) const {
        return high_is_bad ? from - amount : from + amount;
    }
    bool holds(Exact score) const { return score >= instrument.min && score <= instrument.max; }
};

void check_target(const Ladder& on, const Threshold& t, Exact unit) {
    const auto at = [&](Exact now) { return change(on.instrument, on.worst(), now); };
    CHECK(response(t, at(t.value)) == Response::yes);
    const Exact worse = on.better(t.value, -unit);
    if (on.holds(worse)) CHECK(response(t, at(worse)) == Response::no);
    const Exact better = on.better(t.value, unit);
    if (on.holds(better)) CHECK(response(t, at(better)) == Response::yes);
}

void check_from(const Ladder& on, const Threshold& t, Exact baseline, Exact unit) {
    const auto at = [&](Exact gained) {
        return change(on.instrument, baseline, on.better(baseline, gained));
    };
    const bool non = t.basis == Basis::non_response;
    const Response met = non ? Response::no : Response::yes;
    const Response unmet = non ? Response::yes : Response::no;
    const Exact amount =
        t.unit == ThresholdUnit::points ? t.value : baseline * t.value / Exact(100);
    if (!on.holds(on.better(baseline, amount)) || amount < unit) return;
    if (on.high_is_bad && baseline < t.eligible_from) return;
    CHECK(response(t, at(amount)) == met);
    CHECK(response(t, at(amount - unit)) == unmet);
    if (on.holds(on.better(baseline, amount + unit))) CHECK(response(t, at(amount + unit)) == met);
    if (non) return;
    if (t.has_target) {  // a response, but no verdict on a change
        CHECK(verdict(t, at(amount)) == Verdict::not_evaluable);
        return;
    }
    CHECK(verdict(t, at(amount)) == Verdict::improved);
    CHECK(verdict(t, at(amount - unit)) == Verdict::unchanged);
    if (!on.holds(on.better(baseline, -amount))) return;
    CHECK(verdict(t, at(-amount)) == Verdict::worsened);
    CHECK(verdict(t, at(unit - amount)) == Verdict::unchanged);
}
}  // namespace

TEST_CASE("Thresholds: met exactly at equality and not one unit before, from every baseline") {
    for (const Instrument* instrument : registry) {
        // The finest steps in use: the lattice, or a millionth where the lattice is finer.
        const Exact unit = facts::step(*instrument);
        const Ladder on{*instrument};
        for (const Threshold& t : instrument->thresholds) {
            CAPTURE(instrument->id.c_str(), t.id.c_str());
            if (t.basis == Basis::target) {
                check_target(on, t, unit);
                continue;
            }
            if (t.basis == Basis::cut) {
                CHECK(response(t, change(*instrument, on.worst(), on.best())) ==
                      Response::not_evaluable);
                continue;
            }
            if (t.has_target) {  // exactly the change and exactly the target
                const Exact down = on.high_is_bad ? t.value : -t.value;
                check_from(on, t, t.target + down, unit);
                continue;
            }
            check_from(on, t, on.worst(), unit);
            check_from(on, t, on.middle(), unit);
        }
    }
}

TEST_CASE("Facts: every source that is cited is in the list of sources, and says how it was seen") {
    const auto listed = [](const Instrument& instrument, const Citation* source) {
        if (source == nullptr) return true;
        for (const Citation* each : instrument.sources) {
            if (each == source) return true;
        }
        return false;
    };
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str());
        CHECK_FALSE(instrument->sources.empty());
        CHECK_FALSE(instrument->rights.empty());
        CHECK_FALSE(instrument->missing.text.empty());
        CHECK(listed(*instrument, instrument->missing.evidence.source));
        for (const Citation* source : instrument->sources) {
            CAPTURE(source->id.c_str());
            CHECK_FALSE(source->verified.empty());
            CHECK_FALSE(source->text.empty());
        }
        for (const BandScheme& scheme : instrument->bands) {
            CAPTURE(scheme.id.c_str());
            CHECK(listed(*instrument, scheme.evidence.source));
        }
        for (const Threshold& t : instrument->thresholds) {
            CAPTURE(t.id.c_str());
            CHECK(listed(*instrument, t.evidence.source));
            CHECK_FALSE(t.label.empty());
            CHECK_FALSE(t.population.empty());
        }
    }
}

TEST_CASE("Facts: how sure the editions of bands are") {
    const struct {
        const char* instrument;
        const char* scheme;
        Confidence confidence;
    } table[] = {{"easi", "leshem_2015", Confidence::high},
                 {"easi", "chopra_2017", Confidence::high},
                 {"easi", "kada_2019", Confidence::high},
                 {"easi", "hurault_2018", Confidence::medium},
                 {"scorad", "oranje_2007", Confidence::medium},
                 {"scorad", "chopra_2017", Confidence::high},
                 {"scorad", "barbarot_2024", Confidence::high},
                 {"oscorad", "oranje_2007", Confidence::medium},
                 {"oscorad", "chopra_2017", Confidence::high},
                 {"oscorad", "hurault_2018", Confidence::medium},
                 {"iga_bsa", "suh_2020", Confidence::high},
                 {"hecsi", "oosterhaven_2020", Confidence::high},
                 {"poem", "charman_2013", Confidence::high},
                 {"dlqi", "hongbo_2005", Confidence::high},
                 {"dlqi_r", "hongbo_2005", Confidence::low},
                 {"pp_nrs", "vakharia_2018", Confidence::high}};
    for (const auto& row : table) {
        CAPTURE(row.instrument, row.scheme);
        for (const BandScheme& scheme : find_instrument(row.instrument)->bands) {
            if (scheme.id == Text(row.scheme)) CHECK(scheme.evidence.confidence == row.confidence);
        }
    }
}
