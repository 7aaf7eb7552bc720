// SPDX-License-Identifier: BSL-1.0
// Who answers an instrument, in words: `patient, 12 years and over`.
#pragma once

#include <string>

#include "eczscore/core/text_out.hpp"
#include "eczscore/io/text_of.hpp"
#include "eczscore/model/instrument.hpp"

namespace eczscore::report {

/// The published words where they say more; else the respondents, and from which age on where it is
/// the patient who answers and the instrument is for an age and over, in whole years.
inline void answered_by(TextOut& out, const Description& instrument) {
    if (!instrument.respondent_words.empty()) return void(out << instrument.respondent_words);
    const char* between = "";
    for (const Respondent one :
         {Respondent::clinician, Respondent::patient, Respondent::caregiver, Respondent::device}) {
        if (!instrument.respondent.contains(one)) continue;
        out << between << name(one);
        between = " or ";
    }
    const AgeRange& ages = instrument.ages;
    if (instrument.respondent.contains(Respondent::patient) && ages.from_months > 0 &&
        ages.from_months % 12 == 0 && ages.below_months == AgeRange{}.below_months) {
        out << ", " << ages.from_months / 12 << " years and over";
    }
}
/// The same as a string.
inline std::string answered_by(const Description& instrument) {
    return io::text_of([&](TextOut& out) { answered_by(out, instrument); });
}

}  // namespace eczscore::report
