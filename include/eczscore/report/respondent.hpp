// SPDX-License-Identifier: BSL-1.0
// Who answers an instrument, in words: `patient, 12 years and over`.
#pragma once

#include <string>
#include <string_view>

#include "eczscore/model/instrument.hpp"

namespace eczscore::report {

/// The published words where they say more; else the respondents, and from which age on where it is
/// the patient who answers and the instrument is for an age and over, in whole years.
inline std::string answered_by(const Description& instrument) {
    if (!instrument.respondent_words.empty()) {
        return std::string(std::string_view(instrument.respondent_words));
    }
    std::string text;
    for (const Respondent one :
         {Respondent::clinician, Respondent::patient, Respondent::caregiver, Respondent::device}) {
        if (!instrument.respondent.contains(one)) continue;
        if (!text.empty()) text += " or ";
        text += std::string_view(name(one));
    }
    const AgeRange& ages = instrument.ages;
    if (instrument.respondent.contains(Respondent::patient) && ages.from_months > 0 &&
        ages.from_months % 12 == 0 && ages.below_months == AgeRange{}.below_months) {
        text += ", " + std::to_string(ages.from_months / 12) + " years and over";
    }
    return text;
}

}  // namespace eczscore::report
