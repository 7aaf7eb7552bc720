// SPDX-License-Identifier: BSL-1.0
// Must not compile: a word that stands for a code the item does not have.
// expect: a_word_stands_for_a_value_off_the_scale
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Word words[] = {{"yes", 3}, {"no", 0}};
#else
constexpr Word words[] = {{"yes", 4}, {"no", 0}};
#endif
constexpr Item its_items[] = {
    {.id = "prevented", .label = "prevented", .scale = whole_points(0, 3), .words = words}};
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 3}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 3}};
constexpr Description proved_description = instrument(its_forms, 3, {});
constexpr auto proved = checked<proved_description>();
