// SPDX-License-Identifier: BSL-1.0
// The code of docs/howto/flares-and-rescue.md, and what it gives.
#include <array>
#include <vector>

#include "catch_compat.hpp"
#include "eczscore/trial/controlled_week.hpp"
#include "eczscore/trial/easi_oscorad.hpp"
#include "eczscore/trial/fingertip_unit.hpp"
#include "eczscore/trial/flare_episode.hpp"
#include "eczscore/trial/home_complete.hpp"
#include "eczscore/trial/rescue_policy.hpp"
#include "eczscore/trial/topical_steroid.hpp"
#include "eczscore/trial/topical_steroid_days.hpp"

using namespace eczscore;
using namespace eczscore::trial;

TEST_CASE("Howto: flares") {
    // [flares]
    // Days 3 to 6 and 12 of two weeks with steroid, in any order; the other days with "none used".
    std::vector<DayFlag> records = {
        {12, Flag::yes}, {5, Flag::yes}, {3, Flag::yes}, {4, Flag::yes}, {6, Flag::yes}};
    for (const int day : {1, 2, 7, 8, 9, 10, 11, 13, 14}) records.push_back({day, Flag::no});

    std::array<Flag, 14> days{};
    const Placed placed = place_days(records, 1, days);  // from day 1 on; gaps stay missing

    std::array<Flag, 14> flagged{};
    mark_flare_days(default_flare_definition(), days, flagged);  // F2: anti-inflammatory use
    std::array<FlareEpisode, 8> episodes{};
    const Flares flares = flare_episodes(flagged, episodes);  // over after 7 flag-free days
    // one flare, of days 3 to 14, still open: days 7 to 11 are only five free days
    // [flares]
    CHECK(placed.outside == 0);
    CHECK(flares.count == 1);
    CHECK(flares.is_open);
    CHECK(day_after(1, episodes[0].first) == 3);
    CHECK(day_after(1, episodes[0].last) == 14);
}

TEST_CASE("Howto: controlled weeks") {
    // [week]
    constexpr Flag y = Flag::yes;
    constexpr Flag n = Flag::no;
    const std::array<Flag, 7> stepped_up{n, y, n, n, y, n, n};
    const std::array<Answer, 7> bother{2, 5, 3, 1, 6, 4, 2};
    const ControlledWeek week = controlled_week(wcw_2017, stepped_up, bother);
    // week.control is yes: stepped up on 2 days, bother above 4 on 2
    // [week]
    CHECK(week.control == Control::yes);
}

TEST_CASE("Howto: steroid") {
    // [steroid]
    const std::vector<Tube> tubes = {
        {.product = 1, .potency = uk_potency::mild, .dispensed_g = 40, .returned_g = 10},
        {.product = 2, .potency = uk_potency::very_potent, .dispensed_g = 30, .returned_g = 10}};
    const SteroidUse use = steroid_use(tubes, PotencyScheme::uk_4);
    const Grams weekly = per_week(use.total, 28);           // 12.5 g a week
    const std::array<Exact, 4> weights{1, 2, 3, 4};         // yours: none are agreed
    const Grams weighted = potency_weighted(use, weights);  // 30 x 1 + 20 x 4 = 110
    const std::array<TreatedSite, 2> sites{{{FtuSite::arm}, {FtuSite::hand}}};
    const FtuCount each_time = fingertip_units(adult_ftu, sites);  // 4 units
    const Grams by_units = ftu_grams(each_time.units, 2, 7);       // about 28 g a week
    // [steroid]
    CHECK(weekly.grams == 12.5_x);
    CHECK(weighted.grams == Exact(110));
    CHECK(by_units.grams == Exact(28));
}

TEST_CASE("Howto: rescue") {
    // [rescue]
    RescueRule rule = responder_rescue;  // composite; the default of responder endpoints
    rule.qualifying = Qualifying{}.allowing(uk_potency::mild).allowing(uk_potency::moderate);
    rule.baseline_week_voids = true;

    const std::vector<RescueEvent> events = {
        {.day = 40, .kind = RescueKind::topical, .potency = uk_potency::mild},
        {.day = 80, .kind = RescueKind::systemic}};
    const std::vector<DatedResponse> easi_75 = {{56, Response::yes}, {112, Response::yes}};
    const RescuedResponse week_8 = response_with_rescue(rule, events, easi_75, 56, true);
    const RescuedResponse week_16 = response_with_rescue(rule, events, easi_75, 112, true);
    // week 8: yes, for a mild topical is allowed; week 16: no, effect no_after_rescue
    // [rescue]
    CHECK(week_8.response == Response::yes);
    CHECK(week_16.response == Response::no);
    CHECK(week_16.effect == RescueEffect::no_after_rescue);
}

TEST_CASE("Howto: the core set") {
    // [home]
    const std::vector<HomeRecord> used = {
        {"easi", true}, {"poem", true}, {"pp_nrs", true}, {"dlqi", true}, {"adct", false}};
    const HomeCompleteness core = home_completeness(used, Age::years(30));
    for (std::size_t i = 0; i < home_needs(core.setting).size(); ++i) {
        if ((core.lacking >> i & 1U) == 0) continue;
        const HomeNeed& need = home_needs(core.setting)[i];  // "control": ADCT has no score
        CHECK(need.domain == HomeDomain::control);
    }
    // [home]
    CHECK_FALSE(core.is_complete());
    CHECK(core.unscored == core.lacking);
}

TEST_CASE("Howto: an estimate") {
    // [estimate]
    const EstimatedScore oscorad = estimate_oscorad(18.4_x);  // from EASI
    const double shown = oscorad.shown();                     // 36.5, for display
    // [estimate]
    CHECK(shown == 36.5);
}
