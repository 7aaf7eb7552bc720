// SPDX-License-Identifier: BSL-1.0
// Must not compile: two items of one domain share an id.
// expect: duplicate_id
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Item its_items[] = {item("redness"), item("scale")};
#else
constexpr Item its_items[] = {item("redness"), item("redness")};
#endif
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 6}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 6}};
constexpr Description proved_description = instrument(its_forms, 6, {});
constexpr auto proved = checked<proved_description>();
