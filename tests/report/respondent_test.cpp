// SPDX-License-Identifier: BSL-1.0
// Who answers, in words: composed of respondents and ages, or as published.
#include "eczscore/report/respondent.hpp"

#include <map>
#include <string>

#include "eczscore/instruments.hpp"

#include "catch_compat.hpp"

using namespace eczscore;
using report::answered_by;

namespace {
Description answered(Respondents who, AgeRange ages = {}, Text words = {}) {
    Description it = tis::instrument;
    it.respondent = who;
    it.respondent_words = words;
    it.ages = ages;
    return it;
}
}  // namespace

TEST_CASE("Respondent: the names in a fixed order, and the age from which a patient answers") {
    CHECK(answered_by(answered(Respondent::clinician)) == "clinician");
    CHECK(answered_by(answered(Respondent::patient | Respondent::clinician)) ==
          "clinician or patient");
    CHECK(answered_by(answered(Respondents(Respondent::device) | Respondent::caregiver |
                               Respondent::patient)) == "patient or caregiver or device");
    const AgeRange adults{.from_months = 18 * 12};
    CHECK(answered_by(answered(Respondent::patient, adults)) == "patient, 18 years and over");
    CHECK(answered_by(answered(Respondent::clinician, adults)) == "clinician");
    CHECK(answered_by(answered(Respondent::patient, {.from_months = 18 * 12 + 1})) == "patient");
    CHECK(answered_by(answered(Respondent::patient, {.from_months = 48, .below_months = 96})) ==
          "patient");
    CHECK(answered_by(answered(Respondent::patient, {.below_months = 96})) == "patient");
}

TEST_CASE("Respondent: published words come first") {
    CHECK(answered_by(answered(Respondent::caregiver, {.from_months = 24}, "adult carer")) ==
          "adult carer");
}

TEST_CASE("Respondent: the words of every instrument are those of its paper") {
    std::map<std::string, int> seen;
    for (const Instrument* instrument : registry) ++seen[answered_by(*instrument)];
    CHECK(seen == std::map<std::string, int>{{"adult carer", 1},
                                             {"caregiver", 2},
                                             {"child", 1},
                                             {"child, helped by a parent if needed", 2},
                                             {"clinician", 39},
                                             {"clinician and patient", 1},
                                             {"clinician or patient", 4},
                                             {"parent", 3},
                                             {"parent or regular carer", 1},
                                             {"patient", 52},
                                             {"patient (adult or adolescent)", 2},
                                             {"patient (by programme)", 1},
                                             {"patient or caregiver", 2},
                                             {"patient or caregiver, or a device", 6},
                                             {"patient or parent", 3},
                                             {"patient, 12 years and over", 6},
                                             {"patient, 16 years and over", 2},
                                             {"patient, 18 years and over", 13},
                                             {"patient, adult", 6}});
}
