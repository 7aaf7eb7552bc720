// SPDX-License-Identifier: BSL-1.0
// The registry: one include and one row per instrument; every surface iterates it.
#pragma once

#include <array>
#include <string_view>

#include "eczscore/instruments/adct.hpp"
#include "eczscore/instruments/aderm_is.hpp"
#include "eczscore/instruments/aderm_ss.hpp"
#include "eczscore/instruments/adsi.hpp"
#include "eczscore/instruments/adss.hpp"
#include "eczscore/instruments/avg_nrs.hpp"
#include "eczscore/instruments/bsa.hpp"
#include "eczscore/instruments/bsa_easi_regions.hpp"
#include "eczscore/instruments/bsa_handprint.hpp"
#include "eczscore/instruments/bsa_lund_browder.hpp"
#include "eczscore/instruments/bsa_rule_of_nines.hpp"
#include "eczscore/instruments/cdlqi.hpp"
#include "eczscore/instruments/cshq.hpp"
#include "eczscore/instruments/dfi.hpp"
#include "eczscore/instruments/dlqi.hpp"
#include "eczscore/instruments/dlqi_r.hpp"
#include "eczscore/instruments/easi.hpp"
#include "eczscore/instruments/easi_lichenification_component.hpp"
#include "eczscore/instruments/eq5d_3l.hpp"
#include "eczscore/instruments/eq5d_5l.hpp"
#include "eczscore/instruments/eq_vas.hpp"
#include "eczscore/instruments/ess.hpp"
#include "eczscore/instruments/gad_7.hpp"
#include "eczscore/instruments/gais.hpp"
#include "eczscore/instruments/hads.hpp"
#include "eczscore/instruments/hecsi.hpp"
#include "eczscore/instruments/idqol.hpp"
#include "eczscore/instruments/iga.hpp"
#include "eczscore/instruments/iga_bsa.hpp"
#include "eczscore/instruments/iga_che.hpp"
#include "eczscore/instruments/isi.hpp"
#include "eczscore/instruments/iss_precomputed.hpp"
#include "eczscore/instruments/itch_5d.hpp"
#include "eczscore/instruments/itchyqol.hpp"
#include "eczscore/instruments/itchyquant.hpp"
#include "eczscore/instruments/local_scorad.hpp"
#include "eczscore/instruments/measi.hpp"
#include "eczscore/instruments/mtlss.hpp"
#include "eczscore/instruments/napsi.hpp"
#include "eczscore/instruments/ness.hpp"
#include "eczscore/instruments/oscorad.hpp"
#include "eczscore/instruments/pasi.hpp"
#include "eczscore/instruments/pbi.hpp"
#include "eczscore/instruments/pga_bsa.hpp"
#include "eczscore/instruments/pgic.hpp"
#include "eczscore/instruments/pgis.hpp"
#include "eczscore/instruments/phq_9.hpp"
#include "eczscore/instruments/po_scorad.hpp"
#include "eczscore/instruments/poem.hpp"
#include "eczscore/instruments/posas2_observer.hpp"
#include "eczscore/instruments/posas2_patient.hpp"
#include "eczscore/instruments/posas3.hpp"
#include "eczscore/instruments/pp_nrs.hpp"
#include "eczscore/instruments/promis_itch.hpp"
#include "eczscore/instruments/promis_sleep.hpp"
#include "eczscore/instruments/psqi.hpp"
#include "eczscore/instruments/pss_12.hpp"
#include "eczscore/instruments/pssi.hpp"
#include "eczscore/instruments/rajka_langeland.hpp"
#include "eczscore/instruments/rand_36.hpp"
#include "eczscore/instruments/recap.hpp"
#include "eczscore/instruments/sassad.hpp"
#include "eczscore/instruments/scorad.hpp"
#include "eczscore/instruments/scorad_extent.hpp"
#include "eczscore/instruments/scorad_sleep_vas.hpp"
#include "eczscore/instruments/sd_nrs.hpp"
#include "eczscore/instruments/skin_pain_nrs.hpp"
#include "eczscore/instruments/skindex_16.hpp"
#include "eczscore/instruments/skindex_29.hpp"
#include "eczscore/instruments/sleep_diary.hpp"
#include "eczscore/instruments/sq_nrs_u6.hpp"
#include "eczscore/instruments/tis.hpp"
#include "eczscore/instruments/vas_itch.hpp"
#include "eczscore/instruments/viga_ad.hpp"
#include "eczscore/instruments/viga_cbsa.hpp"
#include "eczscore/instruments/vrs_itch.hpp"
#include "eczscore/instruments/vss.hpp"
#include "eczscore/instruments/vss_baryza.hpp"
#include "eczscore/instruments/vss_nedelec.hpp"
#include "eczscore/instruments/who_5.hpp"
#include "eczscore/instruments/wi_nrs.hpp"
#include "eczscore/instruments/wis_6_11.hpp"
#include "eczscore/instruments/wpai_ad.hpp"
#include "eczscore/instruments/wsi_u6.hpp"
#include "eczscore/model/look_up.hpp"

namespace eczscore {

/// Instruments as template arguments, so that kernels can be made from each descriptor.
template <const Instrument&... each>
struct InstrumentList {
    static constexpr std::array<const Instrument*, sizeof...(each)> pointers{&each...};
};

/// Every instrument of the library, in the order in which they are listed.
// clang-format off
using Registry = InstrumentList<
    // Signs of atopic dermatitis
    easi::instrument,
    easi_half_from_zero::instrument<>,
    measi::instrument,
    easi_lichenification_component::instrument,
    scorad::instrument,
    oscorad::instrument,
    oscorad_with_bonus::instrument<>,
    local_scorad_6::instrument,
    local_scorad_5::instrument,
    po_scorad::instrument,
    po_oscorad::instrument,
    viga_ad::instrument,
    iga_5::instrument,
    iga_6::instrument,
    isga::instrument,
    iga_bsa::instrument,
    viga_cbsa::instrument,
    tis::instrument,
    sassad::instrument,
    adsi::instrument,
    ness::instrument,
    rajka_langeland::instrument,
    // Body surface
    bsa::instrument,
    bsa_handprint::instrument,
    bsa_rule_of_nines::instrument,
    bsa_lund_browder::instrument,
    bsa_easi_regions::instrument,
    scorad_extent::instrument,
    scorad_extent_to_100::instrument,
    // Hand eczema
    hecsi::instrument,
    iga_che::instrument,
    mtlss::instrument,
    // Psoriasis
    pasi::instrument,
    pssi::instrument,
    pga_bsa::instrument,
    pga_6_bsa::instrument,
    pga_7_bsa::instrument,
    napsi_10::instrument,
    napsi_20::instrument,
    // Scars and skin ageing
    vss::instrument,
    vss_baryza::instrument,
    vss_nedelec::instrument,
    posas2_observer::instrument,
    posas2_patient::instrument,
    posas3_patient_generic::instrument,
    posas3_patient_linear::instrument,
    gais::instrument,
    gais_1_best::instrument,
    gais_3_best::instrument,
    // Symptoms and control
    poem::instrument,
    recap::instrument,
    adct::instrument,
    // Itch and pain
    pp_nrs::instrument,
    wi_nrs::instrument,
    avg_nrs::instrument,
    wis_6_11::instrument,
    wsi_u6::instrument,
    itchyquant::instrument,
    vas_itch::instrument,
    vrs_itch_4::instrument,
    vrs_itch_5::instrument,
    itch_5d::instrument,
    iss_precomputed::instrument,
    itchyqol::instrument,
    itchyqol_mean::instrument,
    itchyqol_symptoms::instrument,
    itchyqol_functioning::instrument,
    itchyqol_emotions::instrument,
    pss_12::instrument,
    promis_itch_interference_8::instrument,
    promis_itch_mood_sleep_8::instrument,
    promis_itch_clothing_activity_8::instrument,
    promis_itch_scratching_5::instrument,
    skin_pain_nrs::instrument,
    aderm_ss_tss7::instrument,
    aderm_ss_skin_pain::instrument,
    aderm_is_sleep::instrument,
    aderm_is_daily_activities::instrument,
    aderm_is_emotional_state::instrument,
    // Sleep
    sd_nrs::instrument,
    sq_nrs_u6::instrument,
    scorad_sleep_vas::instrument,
    adss_falling_asleep::instrument,
    adss_awakenings::instrument,
    adss_returning_to_sleep::instrument,
    promis_sd_4a::instrument,
    promis_sd_6a::instrument,
    promis_sd_8a::instrument,
    promis_sd_8b::instrument,
    promis_sri_8a::instrument,
    cshq::instrument,
    cshq_bedtime_resistance::instrument,
    cshq_sleep_anxiety::instrument,
    psqi::instrument,
    psqi_form_1989::instrument,
    isi::instrument,
    ess::instrument,
    sleep_tib::instrument,
    sleep_sol::instrument,
    sleep_waso::instrument,
    sleep_tst::instrument,
    sleep_efficiency::instrument,
    sleep_efficiency_dse::instrument,
    // Quality of life
    dlqi::instrument,
    dlqi_r::instrument,
    cdlqi::instrument,
    cdlqi_relationships::instrument,
    idqol::instrument,
    dfi::instrument,
    skindex_29::instrument,
    skindex_29_symptoms::instrument,
    skindex_29_emotions::instrument,
    skindex_29_functioning::instrument,
    skindex_29_mean_of_scales::instrument,
    skindex_16_symptoms::instrument,
    skindex_16_emotions::instrument,
    skindex_16_functioning::instrument,
    // Mood, health, work, benefit
    hads_anxiety::instrument,
    hads_depression::instrument,
    phq_9::instrument,
    gad_7::instrument,
    who_5::instrument,
    who_5_percent::instrument,
    eq5d_3l::instrument,
    eq5d_3l_state::instrument,
    eq5d_3l_index::instrument,
    eq5d_5l::instrument,
    eq5d_5l_state::instrument,
    eq5d_5l_index::instrument,
    eq_vas::instrument,
    rand_36_physical_functioning::instrument,
    rand_36_role_physical::instrument,
    rand_36_role_emotional::instrument,
    rand_36_vitality::instrument,
    rand_36_mental_health::instrument,
    rand_36_social_functioning::instrument,
    rand_36_pain::instrument,
    rand_36_general_health::instrument,
    wpai_ad_absenteeism::instrument,
    wpai_ad_presenteeism::instrument,
    wpai_ad_overall::instrument,
    wpai_ad_activity::instrument,
    pbi::instrument,
    pgis_5::instrument,
    pgis_6::instrument,
    pgic_7::instrument,
    pgic_minus3_3::instrument>;
// clang-format on

/// Pointers to every instrument, for run-time iteration.
inline constexpr auto& registry = Registry::pointers;

/// The instrument with this id; null when there is none. No two ids fold to the same name.
constexpr const Instrument* find_instrument(std::string_view id, Folding folding = Folding::none) {
    return find_named(registry, id, folding).only();
}

namespace detail {
consteval bool ids_are_unique() {
    for (const Instrument* a : registry) {
        for (const Instrument* b : registry) {
            if (a != b && a->id == b->id) return false;
        }
    }
    return true;
}
static_assert(ids_are_unique(), "two instruments share an id");
}  // namespace detail

}  // namespace eczscore
