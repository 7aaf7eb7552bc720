// SPDX-License-Identifier: BSL-1.0
// The typed door of every instrument: as many answers as items, each field answers the item of its
// name, and a field not set is missing.
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "eczscore/instruments.hpp"

#include "catch_compat.hpp"
#include "instruments/door_fields.hpp"

using namespace eczscore;

namespace {
template <class... Doors>
struct List {
    /// Calls `visit.operator()<Door>()` for every door.
    template <class Visit>
    static void for_each(Visit visit) {
        (visit.template operator()<Doors>(), ...);
    }
};

/// Every typed door; the second case below says when an instrument of the registry is not here.
using Doors = List<
    adct::Answers, aderm_is_sleep::Answers, aderm_is_daily_activities::Answers,
    aderm_is_emotional_state::Answers, aderm_ss_tss7::Answers, aderm_ss_skin_pain::Answers,
    adsi::Answers, adss_falling_asleep::Answers, adss_awakenings::Answers,
    adss_returning_to_sleep::Answers, avg_nrs::Answers, bsa::Answers, bsa_easi_regions::Answers,
    bsa_handprint::Answers, bsa_lund_browder::Answers, bsa_rule_of_nines::Answers, cdlqi::Answers,
    cdlqi_relationships::Answers, cshq::Answers, cshq_bedtime_resistance::Answers,
    cshq_sleep_anxiety::Answers, dfi::Answers, dlqi::Answers, dlqi_r::Answers, easi::Answers,
    easi_lichenification_component::Answers, eq5d_3l::Answers, eq5d_3l_state::Answers,
    eq5d_3l_index::Answers, eq5d_5l::Answers, eq5d_5l_state::Answers, eq5d_5l_index::Answers,
    eq_vas::Answers, ess::Answers, gad_7::Answers, gais::Answers, gais_1_best::Answers,
    gais_3_best::Answers, hads_anxiety::Answers, hads_depression::Answers, hecsi::Answers,
    idqol::Answers, iga_5::Answers, iga_6::Answers, isga::Answers, iga_bsa::Answers,
    iga_che::Answers, isi::Answers, iss_precomputed::Answers, itch_5d::Answers, itchyqol::Answers,
    itchyqol_mean::Answers, itchyqol_symptoms::Answers, itchyqol_functioning::Answers,
    itchyqol_emotions::Answers, itchyquant::Answers, local_scorad_6::Answers,
    local_scorad_5::Answers, measi::Answers, mtlss::Answers, napsi_10::Answers, napsi_20::Answers,
    ness::Answers, oscorad::Answers, oscorad_with_bonus::Answers, pasi::Answers, pbi::Answers,
    pga_bsa::Answers, pga_6_bsa::Answers, pga_7_bsa::Answers, pgic_7::Answers,
    pgic_minus3_3::Answers, pgis_5::Answers, pgis_6::Answers, phq_9::Answers, po_scorad::Answers,
    po_oscorad::Answers, poem::Answers, posas2_observer::Answers, posas2_patient::Answers,
    posas3_patient_generic::Answers, posas3_patient_linear::Answers, pp_nrs::Answers,
    promis_itch_interference_8::Answers, promis_itch_mood_sleep_8::Answers,
    promis_itch_clothing_activity_8::Answers, promis_itch_scratching_5::Answers,
    promis_sd_4a::Answers, promis_sd_6a::Answers, promis_sd_8a::Answers, promis_sd_8b::Answers,
    promis_sri_8a::Answers, psqi::Answers, psqi_form_1989::Answers, pss_12::Answers, pssi::Answers,
    rajka_langeland::Answers, rand_36_physical_functioning::Answers, rand_36_role_physical::Answers,
    rand_36_role_emotional::Answers, rand_36_vitality::Answers, rand_36_mental_health::Answers,
    rand_36_social_functioning::Answers, rand_36_pain::Answers, rand_36_general_health::Answers,
    recap::Answers, sassad::Answers, scorad::Answers, scorad_extent::Answers,
    scorad_sleep_vas::Answers, sd_nrs::Answers, skin_pain_nrs::Answers,
    skindex_16_symptoms::Answers, skindex_16_emotions::Answers, skindex_16_functioning::Answers,
    skindex_29::Answers, skindex_29_symptoms::Answers, skindex_29_emotions::Answers,
    skindex_29_functioning::Answers, skindex_29_mean_of_scales::Answers, sleep_tib::Answers,
    sleep_sol::Answers, sleep_waso::Answers, sleep_tst::Answers, sleep_efficiency::Answers,
    sleep_efficiency_dse::Answers, sq_nrs_u6::Answers, tis::Answers, vas_itch::Answers,
    viga_ad::Answers, viga_cbsa::Answers, vrs_itch_4::Answers, vrs_itch_5::Answers, vss::Answers,
    vss_baryza::Answers, vss_nedelec::Answers, who_5::Answers, who_5_percent::Answers,
    wi_nrs::Answers, wis_6_11::Answers, wpai_ad_absenteeism::Answers, wpai_ad_presenteeism::Answers,
    wpai_ad_overall::Answers, wpai_ad_activity::Answers, wsi_u6::Answers>;

/// Instruments that are scored through the doors of a relative.
constexpr std::string_view without_door[] = {"easi_half_from_zero", "scorad_extent_to_100"};

/// The id of the item that one answer of an array field stands for; `part`: what follows the index.
std::string item_of(std::string_view instrument, std::string_view field, std::size_t i,
                    std::string_view part) {
    const std::string number = std::to_string(i + 1);
    const std::string day = "day_" + std::to_string(static_cast<int>(i) - 6);
    if (instrument == "wis_6_11") return day + (field == "nights" ? "_night" : "_day");
    if (field == "days") return day;
    if (field == "q") return "q" + number;
    if (field == "disturbances") return std::string("q5") + "abcdefghij"[i];
    if (field == "components") return "component_" + number;
    if (field == "nails") return "nail_" + number + std::string(part);
    if (field == "items") return std::string(instrument.substr(9)) + "_" + number;  // itchyqol_...
    return std::string(field) + "_" + number;
}

/// The id of the item that a field (`head_neck_area`, `q[3]`) stands for.
std::string item_of(std::string_view instrument, std::string_view path) {
    const std::size_t bracket = path.find('[');
    if (bracket == std::string_view::npos) {
        return path == "sleep_onset_delay" ? "sleep_onset_delay_1" : std::string(path);
    }
    const std::string index(path.substr(bracket + 1));
    return item_of(instrument, path.substr(0, bracket), std::stoul(index),
                   path.substr(path.find(']') + 1));
}
}  // namespace

TEST_CASE("Typed doors: an empty one is missing, never 0, for every instrument") {
    Doors::for_each([]<class Door>() {
        const Instrument& instrument = Door::instrument();
        CAPTURE(instrument.id.c_str());
        const auto answers = Door{}.in_order();
        CHECK(answers.size() == instrument.plan.items);
        for (const Answer& answer : answers) CHECK(answer.is_missing());
        CHECK(score(Door{}).status == Status::missing);
        CHECK(score(Door{}).instrument == &instrument);
        CHECK(find_instrument(std::string_view(instrument.id)) == &instrument);
    });
}

TEST_CASE("Typed doors: every instrument of the registry has one, or a relative's") {
    std::set<std::string_view> listed(std::begin(without_door), std::end(without_door));
    Doors::for_each([&]<class Door>() {
        CAPTURE(Door::instrument().id.c_str());
        CHECK(listed.insert(std::string_view(Door::instrument().id)).second);
    });
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str());
        CHECK(listed.count(std::string_view(instrument->id)) == 1);
    }
    CHECK(listed.size() == registry.size());
}

TEST_CASE("Typed doors: each field answers the item of its name, in form order") {
    Doors::for_each([]<class Door>() {
        const Instrument& instrument = Door::instrument();
        CAPTURE(instrument.id.c_str());
        const std::vector<std::string> fields = door_fields::paths<Door>();
        const auto answers = door_fields::numbered<Door>().in_order();
        REQUIRE(answers.size() == instrument.plan.items);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            REQUIRE(answers[i].is_value());
            const std::string& field =
                fields.at(static_cast<std::size_t>(answers[i].millionths() / millionths_per_point));
            const std::string_view item(item_at(instrument, i).id);
            CAPTURE(field);
            CHECK(item_of(std::string_view(instrument.id), field) == item);
        }
    });
}
