// SPDX-License-Identifier: BSL-1.0
// The paper that every band edition and threshold was taken from, by its key in the bibliography.
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "eczscore/instruments.hpp"
#include "eczscore/references/bibliography.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

namespace {
struct Fact {
    std::string_view instrument;
    std::string_view fact;
    std::string_view source;
};

/// Those whose id does not name the paper, and those that an id of the same author misleads about;
/// no source: common practice.
constexpr Fact facts[] = {
    {"easi", "easi_50", "nct05990725"},
    {"easi", "easi_75", "nct05990725"},
    {"easi", "easi_90", "nct05990725"},
    {"easi", "easi_100", ""},
    {"easi", "target_7", "nct05990725"},
    {"easi", "target_5", "nct05990725"},
    {"easi", "target_3", "nct05990725"},
    {"easi", "entry_16", "kada_2019"},
    {"easi_half_from_zero", "easi_50", "nct05990725"},
    {"easi_half_from_zero", "easi_75", "nct05990725"},
    {"easi_half_from_zero", "easi_90", "nct05990725"},
    {"easi_half_from_zero", "easi_100", ""},
    {"easi_half_from_zero", "target_7", "nct05990725"},
    {"easi_half_from_zero", "target_5", "nct05990725"},
    {"easi_half_from_zero", "target_3", "nct05990725"},
    {"easi_half_from_zero", "entry_16", "kada_2019"},
    {"scorad", "severe_from_50", "public_scorad_calculator"},
    {"scorad", "scorad_35", "silverberg_2021"},
    {"scorad", "scorad_50", ""},
    {"scorad", "scorad_75", ""},
    {"scorad", "scorad_90", ""},
    {"oscorad", "oscorad_35", "silverberg_2021"},
    {"viga_ad", "viga_0_1", "nct05149313"},
    {"viga_ad", "one_grade", "public_tool"},
    {"iga_5", "grade_labels", "nct05149313"},
    {"iga_5", "iga_0_1", "nct05149313"},
    {"iga_6", "iga_0_1", "nbk10464"},
    {"isga", "grade_labels", "nct05149313"},
    {"isga", "isga_0_1", ""},
    {"hecsi", "sdc_41", "oosterhaven_2020"},
    {"hecsi", "hecsi_50", "nct05682859"},
    {"hecsi", "hecsi_75", "nct05682859"},
    {"hecsi", "hecsi_90", "nct05682859"},
    {"iga_che", "iga_che_0_1", "nct03683719"},
    {"iga_che", "two_grades", "silverberg_2024"},
    {"iga_che", "one_grade", "silverberg_2024"},
    {"pasi", "pasi_50", ""},
    {"pasi", "pasi_75", "mrowietz_2011"},
    {"pasi", "pasi_90", ""},
    {"pasi", "pasi_100", ""},
    {"pasi", "target_3", ""},
    {"pasi", "target_2", ""},
    {"pasi", "target_1", ""},
    {"pssi", "pssi_75", ""},
    {"pssi", "pssi_90", ""},
    {"pssi", "pssi_100", ""},
    {"pga_bsa", "pga_bsa_75", ""},
    {"pga_6_bsa", "pga_6_bsa_75", ""},
    {"pga_7_bsa", "pga_7_bsa_75", ""},
    {"posas2_patient", "derived_mic_6_12_months_high", "legemate_2024"},
    {"posas2_patient", "derived_mic_6_12_months_low", "legemate_2024"},
    {"posas2_patient", "derived_mic_3_6_months_high", "legemate_2024"},
    {"posas2_patient", "derived_mic_3_6_months_low", "legemate_2024"},
    {"gais_1_best", "improved_or_better", "flexikon_gais"},
    {"gais_1_best", "much_improved_or_better", "flexikon_gais"},
    {"gais_3_best", "improved_or_better", "flexikon_gais"},
    {"gais_3_best", "much_improved_or_better", "flexikon_gais"},
    {"poem", "responder_4", "adolescents_2019"},
    {"poem", "poem_3", "gaunt_2016"},
    {"poem", "poem_6", "adolescents_2019"},
    {"recap", "responder_4", "baker_2024"},
    {"recap", "recap_3", "baker_2024"},
    {"recap", "small_2", "baker_2024"},
    {"recap", "sdc_child_2024", "recap_child_2024"},
    {"recap", "sdc_adult_2023", "recap_adult_2023"},
    {"recap", "mcid_adult_2023", "recap_adult_2023"},
    {"recap", "not_under_control_child", "recap_child_2024"},
    {"recap", "not_under_control_adult", "recap_adult_2023"},
    {"adct", "mcid_5", "adct_owner"},
    {"adct", "possibly_uncontrolled_7", "pariser_2020"},
    {"pp_nrs", "wp_nrs_pgis", "silverberg_2022"},
    {"pp_nrs", "nrs_4", "true_ad_pooled"},
    {"pp_nrs", "nrs_3", "rams_2024"},
    {"pp_nrs", "nrs_2", "yosipovitch_2019"},
    {"pp_nrs", "mcid_breeze_4", "silverberg_2021_breeze"},
    {"pp_nrs", "itch_free", ""},
    {"pp_nrs", "itch_0_1", ""},
    {"pp_nrs", "mcid_chronic_pruritus_low", "riepe_2019"},
    {"pp_nrs", "mcid_chronic_pruritus_high", "riepe_2019"},
    {"wi_nrs", "wp_nrs_pgis", "silverberg_2022"},
    {"wi_nrs", "nrs_4", "true_ad_pooled"},
    {"wi_nrs", "nrs_3", "rams_2024"},
    {"wi_nrs", "nrs_2", "yosipovitch_2019"},
    {"wi_nrs", "mcid_breeze_4", "silverberg_2021_breeze"},
    {"wi_nrs", "prurigo_nodularis_4", "kwatra_2024"},
    {"wi_nrs", "uremic_pruritus_3", "pmc9871858"},
    {"wi_nrs", "mcid_chronic_pruritus_low", "riepe_2019"},
    {"wi_nrs", "mcid_chronic_pruritus_high", "riepe_2019"},
    {"wi_nrs", "itch_free", ""},
    {"wi_nrs", "itch_0_1", ""},
    {"avg_nrs", "nrs_4", ""},
    {"avg_nrs", "nrs_3", ""},
    {"avg_nrs", "nrs_2", ""},
    {"avg_nrs", "mcid_chronic_pruritus_low", "riepe_2019"},
    {"avg_nrs", "mcid_chronic_pruritus_high", "riepe_2019"},
    {"avg_nrs", "itch_free", ""},
    {"avg_nrs", "itch_0_1", ""},
    {"wis_6_11", "nrs_4", "paller_2022"},
    {"wis_6_11", "nrs_3", "paller_2022"},
    {"wis_6_11", "itch_free", ""},
    {"wis_6_11", "itch_0_1", ""},
    {"wsi_u6", "nrs_4", "paller_2022_caregiver"},
    {"wsi_u6", "nrs_3", "paller_2022_caregiver"},
    {"wsi_u6", "nrs_2", "paller_2022_caregiver"},
    {"wsi_u6", "mcid_paller_2022_low", "paller_2022_caregiver"},
    {"wsi_u6", "mcid_paller_2022_high", "paller_2022_caregiver"},
    {"wsi_u6", "itch_free", ""},
    {"wsi_u6", "itch_0_1", ""},
    {"itchyquant", "nrs_4", ""},
    {"itchyquant", "nrs_3", ""},
    {"itchyquant", "nrs_2", ""},
    {"itchyquant", "mcid_chronic_pruritus_low", "riepe_2019"},
    {"itchyquant", "mcid_chronic_pruritus_high", "riepe_2019"},
    {"itchyquant", "itch_free", ""},
    {"itchyquant", "itch_0_1", ""},
    {"vas_itch", "itch_379", "reich_2017"},
    {"vas_itch", "mcid_chronic_pruritus_low", "riepe_2019"},
    {"vas_itch", "mcid_chronic_pruritus_high", "riepe_2019"},
    {"itch_5d", "uremic_pruritus_5", "pmc9871858"},
    {"iss_precomputed", "mcid_2", "majeski_2007"},
    {"skin_pain_nrs", "aderm_ss_pain", "silverberg_2022"},
    {"skin_pain_nrs", "responder_4", "silverberg_2021_breeze"},
    {"skin_pain_nrs", "responder_3", "blauvelt_2026"},
    {"aderm_ss_tss7", "responder", "silverberg_2023_aderm"},
    {"aderm_ss_skin_pain", "responder", "silverberg_2023_aderm"},
    {"aderm_is_sleep", "responder", "silverberg_2023_aderm"},
    {"aderm_is_daily_activities", "responder", "silverberg_2023_aderm"},
    {"aderm_is_emotional_state", "responder", "silverberg_2023_aderm"},
    {"sd_nrs", "responder_4", "blauvelt_2026"},
    {"sd_nrs", "responder_3", "blauvelt_2026"},
    {"sd_nrs", "initial_range_low", "sd_nrs_2021"},
    {"sd_nrs", "initial_range_high", "sd_nrs_2021"},
    {"sd_nrs", "interviews_1", "sd_nrs_interviews_2020"},
    {"sd_nrs", "interviews_2", "sd_nrs_interviews_2020"},
    {"adss_falling_asleep", "mcid", "silverberg_2021_breeze"},
    {"adss_awakenings", "mcid", "silverberg_2021_breeze"},
    {"adss_returning_to_sleep", "mcid", "silverberg_2021_breeze"},
    {"promis_sd_4a", "above_55", "healthmeasures"},
    {"promis_sd_6a", "above_55", "healthmeasures"},
    {"promis_sd_8a", "above_55", "healthmeasures"},
    {"promis_sd_8b", "above_55", "healthmeasures"},
    {"promis_sri_8a", "above_55", "healthmeasures"},
    {"cshq", "cshq41_ge", "owens_2000"},
    {"cshq", "cshq41_gt", "owens_2000"},
    {"isi", "improved_6", ""},
    {"isi", "moderate_improvement_8_4", ""},
    {"ess", "johns", "ess_author"},
    {"ess", "above_10", "ess_author"},
    {"dlqi", "ad_3", "vakharia_2018"},
    {"dlqi", "mcid_4", "basra_2015"},
    {"dlqi", "mcid_ad_4", "adolescents_2019"},
    {"dlqi", "dlqi_5", "basra_2008"},
    {"dlqi", "mcid_urticaria_low", "shikiar_2005"},
    {"dlqi", "mcid_urticaria_high", "shikiar_2005"},
    {"dlqi", "low_impact", ""},
    {"dlqi", "rule_of_tens", ""},
    {"dlqi_r", "mcid_4", ""},
    {"dlqi_r", "rule_of_tens", ""},
    {"cdlqi", "responder_6", "adolescents_2019"},
    {"cdlqi", "cdlqi_8", "adolescents_2019"},
    {"idqol", "dlqi_like", "hongbo_2005"},
    {"skindex_16_symptoms", "change_10", ""},
    {"skindex_16_emotions", "change_10", ""},
    {"skindex_16_functioning", "change_10", ""},
    {"hads_anxiety", "mcid_low", ""},
    {"hads_anxiety", "mcid_high", ""},
    {"hads_depression", "mcid_low", ""},
    {"hads_depression", "mcid_high", ""},
    {"phq_9", "change_5", ""},
    {"gad_7", "change_4", ""},
    {"who_5", "below_13", "who_2024"},
    {"who_5_percent", "up_to_50", "topp_2015"},
    {"who_5_percent", "up_to_28", "topp_2015"},
    {"who_5_percent", "change_10", "topp_2015"},
    {"eq5d_3l_index", "index_low", ""},
    {"eq5d_3l_index", "index_high", ""},
    {"eq5d_5l_index", "index_low", ""},
    {"eq5d_5l_index", "index_high", ""},
    {"wpai_ad_absenteeism", "points_7_other_diseases", ""},
    {"wpai_ad_presenteeism", "points_7_other_diseases", ""},
    {"wpai_ad_overall", "points_7_other_diseases", ""},
    {"wpai_ad_activity", "points_7_other_diseases", ""},
    {"pbi", "relevant_benefit", "augustin_2009"},
};

/// Whether the words of an id (`mcid_schram_2012`) have those of a key among them.
bool names_paper(std::string_view id, std::string_view key) {
    const std::string words = "_" + std::string(id) + "_";
    return words.find("_" + std::string(key) + "_") != std::string::npos;
}

/// The key that an id names, the longest where there are several; empty where it names none.
std::string_view paper_in(std::string_view id) {
    std::string_view found;
    for (const Citation& citation : bibliography) {
        const std::string_view key = citation.id;
        if (key.size() > found.size() && names_paper(id, key)) found = key;
    }
    return found;
}

/// The fact in the table, or what its id says.
std::string_view expected(std::string_view instrument, std::string_view id,
                          std::set<const Fact*>& used) {
    for (const Fact& fact : facts) {
        if (fact.instrument != instrument || fact.fact != id) continue;
        used.insert(&fact);
        return fact.source;
    }
    const std::string_view paper = paper_in(id);
    return paper.empty() ? "a row in this test" : paper;
}
}  // namespace

TEST_CASE("Sources: every band edition and threshold cites the paper that it was taken from") {
    std::set<const Fact*> used;
    for (const Instrument* instrument : registry) {
        const std::string_view name(instrument->id);
        const auto check = [&](std::string_view id, const Evidence& evidence) {
            CAPTURE(name, id);
            const std::string_view cited =
                evidence.source == nullptr ? "" : std::string_view(evidence.source->id);
            CHECK(cited == expected(name, id, used));
        };
        for (const BandScheme& scheme : instrument->bands) check(scheme.id, scheme.evidence);
        for (const Threshold& each : instrument->thresholds) check(each.id, each.evidence);
    }
    CHECK(used.size() == std::size(facts));
}
