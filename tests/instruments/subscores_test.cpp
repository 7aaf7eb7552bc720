// SPDX-License-Identifier: BSL-1.0
// Which parts of a score are reported as scores of their own, instrument by instrument.
#include <map>
#include <string>
#include <vector>

#include "eczscore/instruments.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("Sub-scores: those that the papers report, in form order, and no others") {
    using Ids = std::vector<std::string>;
    const Ids regions{"head_neck", "upper_limbs", "trunk", "lower_limbs"};
    const Ids raw_sum{"raw_sum"};
    const std::map<std::string, Ids> reported{
        {"easi", regions},
        {"easi_half_from_zero", regions},
        {"measi", regions},
        {"easi_lichenification_component", regions},
        {"pasi", regions},
        {"sassad", {"arms", "hands", "legs", "feet", "head_neck", "trunk"}},
        {"hecsi", {"fingertips", "fingers", "palms", "backs_of_hands", "wrists"}},
        {"itch_5d", {"disability", "distribution"}},
        {"promis_itch_interference_8", raw_sum},
        {"promis_itch_mood_sleep_8", raw_sum},
        {"promis_itch_clothing_activity_8", raw_sum},
        {"promis_itch_scratching_5", raw_sum},
        {"promis_sd_4a", raw_sum},
        {"promis_sd_6a", raw_sum},
        {"promis_sd_8a", raw_sum},
        {"promis_sd_8b", raw_sum},
        {"promis_sri_8a", raw_sum},
        {"cshq",
         {"sleep_onset_delay", "sleep_duration", "night_wakings", "parasomnias",
          "disordered_breathing", "daytime_sleepiness"}},
        {"dlqi",
         {"symptoms_feelings", "daily_activities", "leisure", "work_school", "relationships",
          "treatment"}},
        {"cdlqi", {"symptoms_feelings", "leisure", "school_holiday", "sleep", "treatment"}},
        {"phq_9", {"item_9"}},
    };
    std::size_t found = 0;
    for (const Instrument* instrument : registry) {
        CAPTURE(instrument->id.c_str());
        const auto row = reported.find(instrument->id.c_str());
        const Ids expected = row == reported.end() ? Ids{} : row->second;
        if (row != reported.end()) ++found;
        for (const Form& form : instrument->forms) {
            Ids ids;
            for (const Domain& domain : form.domains) {
                if (domain.is_subscore) ids.emplace_back(domain.id.c_str());
            }
            CHECK(ids == expected);
        }
    }
    CHECK(found == reported.size());
}
