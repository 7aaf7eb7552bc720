// SPDX-License-Identifier: BSL-1.0
// Must not compile: a weight of 5 where the published regional maximum needs 4.
// expect: a_weight_does_not_give_the_published_maximum_of_its_domain
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Domain its_domains[] = {{"lower_limbs", "Lower limbs", 4, items, 14.4_x}};
#else
constexpr Domain its_domains[] = {{"lower_limbs", "Lower limbs", 5, items, 14.4_x}};
#endif
constexpr Form its_forms[] = {
    {.id = "all", .label = "all", .denominator = 10, .domains = its_domains, .max = 14.4_x}};
constexpr Description proved_description = instrument(its_forms, 14.4_x, {});
constexpr auto proved = checked<proved_description>();
