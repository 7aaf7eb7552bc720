// SPDX-License-Identifier: BSL-1.0
// Must not compile: an instrument without a respondent.
// expect: it_names_no_respondent
#include "base.hpp"

using namespace base;

constexpr Description answered_by(Respondents respondent) {
    Description it = instrument();
    it.respondent = respondent;
    return it;
}
#ifdef ECZSCORE_OK
constexpr Description proved_description = answered_by(Respondent::clinician);
#else
constexpr Description proved_description = answered_by({});
#endif
constexpr auto proved = checked<proved_description>();
