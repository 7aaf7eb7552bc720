// SPDX-License-Identifier: BSL-1.0
// Must not compile: a half step on a scale of whole points.
// expect: a_level_is_not_on_the_scale
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Exact levels[] = {0, 1, 2, 3};
#else
constexpr Exact levels[] = {0, 1, 1.5_x, 2, 3};
#endif
constexpr Item its_items[] = {item("redness", {.min = 0, .max = 3, .levels = levels})};
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 3}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 3}};
constexpr Description proved_description = instrument(its_forms, 3, {});
constexpr auto proved = checked<proved_description>();
