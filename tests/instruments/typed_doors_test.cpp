// SPDX-License-Identifier: BSL-1.0
// The typed door of every instrument: as many answers as items, and a field not set is missing.
#include <array>
#include <type_traits>

#include "eczscore/instruments.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
/// An empty door gives nothing but blanks, and no score.
template <class... Doors>
void check_empty_doors() {
    const auto check = [](const auto& door) {
        const Instrument& instrument = std::decay_t<decltype(door)>::instrument();
        CAPTURE(instrument.id.c_str());
        const auto answers = door.in_order();
        CHECK(answers.size() == instrument.plan.items);
        for (const Answer& answer : answers) CHECK(answer.is_missing());
        CHECK(score(door).status == Status::missing);
        CHECK(score(door).instrument == &instrument);
        CHECK(find_instrument(std::string_view(instrument.id)) == &instrument);
    };
    (check(Doors{}), ...);
}
}  // namespace

TEST_CASE("Typed doors: an empty one is missing, never 0, for every instrument") {
    check_empty_doors<
        adct::Answers, aderm_is_sleep::Answers, aderm_is_daily_activities::Answers,
        aderm_is_emotional_state::Answers, aderm_ss_tss7::Answers, aderm_ss_skin_pain::Answers,
        adsi::Answers, adss_falling_asleep::Answers, adss_awakenings::Answers,
        adss_returning_to_sleep::Answers, avg_nrs::Answers, bsa::Answers, bsa_easi_regions::Answers,
        bsa_handprint::Answers, bsa_lund_browder::Answers, bsa_rule_of_nines::Answers,
        cdlqi::Answers, cdlqi_relationships::Answers, cshq::Answers,
        cshq_bedtime_resistance::Answers, cshq_sleep_anxiety::Answers, dfi::Answers, dlqi::Answers,
        dlqi_r::Answers, easi::Answers, easi_lichenification_component::Answers, eq5d_3l::Answers,
        eq5d_3l_state::Answers, eq5d_3l_index::Answers, eq5d_5l::Answers, eq5d_5l_state::Answers,
        eq5d_5l_index::Answers, eq_vas::Answers, ess::Answers, gad_7::Answers, gais::Answers,
        gais_1_best::Answers, gais_3_best::Answers, hads_anxiety::Answers, hads_depression::Answers,
        hecsi::Answers, idqol::Answers, iga_5::Answers, iga_6::Answers, isga::Answers,
        iga_bsa::Answers, iga_che::Answers, isi::Answers, iss_precomputed::Answers,
        itch_5d::Answers, itchyqol::Answers, itchyqol_mean::Answers, itchyqol_symptoms::Answers,
        itchyqol_functioning::Answers, itchyqol_emotions::Answers, itchyquant::Answers,
        local_scorad_6::Answers, local_scorad_5::Answers, measi::Answers, mtlss::Answers,
        napsi_10::Answers, napsi_20::Answers, ness::Answers, oscorad::Answers,
        oscorad_with_bonus::Answers, pasi::Answers, pbi::Answers, pga_bsa::Answers,
        pga_6_bsa::Answers, pga_7_bsa::Answers, pgic_7::Answers, pgic_minus3_3::Answers,
        pgis_5::Answers, pgis_6::Answers, phq_9::Answers, po_scorad::Answers, po_oscorad::Answers,
        poem::Answers, posas2_observer::Answers, posas2_patient::Answers,
        posas3_patient_generic::Answers, posas3_patient_linear::Answers, pp_nrs::Answers,
        promis_itch_interference_8::Answers, promis_itch_mood_sleep_8::Answers,
        promis_itch_clothing_activity_8::Answers, promis_itch_scratching_5::Answers,
        promis_sd_4a::Answers, promis_sd_6a::Answers, promis_sd_8a::Answers, promis_sd_8b::Answers,
        promis_sri_8a::Answers, psqi::Answers, psqi_form_1989::Answers, pss_12::Answers,
        pssi::Answers, rajka_langeland::Answers, rand_36_physical_functioning::Answers,
        rand_36_role_physical::Answers, rand_36_role_emotional::Answers, rand_36_vitality::Answers,
        rand_36_mental_health::Answers, rand_36_social_functioning::Answers, rand_36_pain::Answers,
        rand_36_general_health::Answers, recap::Answers, sassad::Answers, scorad::Answers,
        scorad_extent::Answers, scorad_sleep_vas::Answers, sd_nrs::Answers, skin_pain_nrs::Answers,
        skindex_16_symptoms::Answers, skindex_16_emotions::Answers, skindex_16_functioning::Answers,
        skindex_29::Answers, skindex_29_symptoms::Answers, skindex_29_emotions::Answers,
        skindex_29_functioning::Answers, skindex_29_mean_of_scales::Answers, sleep_tib::Answers,
        sleep_sol::Answers, sleep_waso::Answers, sleep_tst::Answers, sleep_efficiency::Answers,
        sleep_efficiency_dse::Answers, sq_nrs_u6::Answers, tis::Answers, vas_itch::Answers,
        viga_ad::Answers, viga_cbsa::Answers, vrs_itch_4::Answers, vrs_itch_5::Answers,
        vss::Answers, vss_baryza::Answers, vss_nedelec::Answers, who_5::Answers,
        who_5_percent::Answers, wi_nrs::Answers, wis_6_11::Answers, wpai_ad_absenteeism::Answers,
        wpai_ad_presenteeism::Answers, wpai_ad_overall::Answers, wpai_ad_activity::Answers,
        wsi_u6::Answers>();
}
