// SPDX-License-Identifier: BSL-1.0
// Must not compile: two domains share an id.
// expect: duplicate_id
#include "base.hpp"

using namespace base;

constexpr Item left[] = {item("redness")};
constexpr Item right[] = {item("scale")};
#ifdef ECZSCORE_OK
constexpr Domain its_domains[] = {{"left", "Left", 1, left, 3}, {"right", "Right", 1, right, 3}};
#else
constexpr Domain its_domains[] = {{"left", "Left", 1, left, 3}, {"left", "Right", 1, right, 3}};
#endif
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 6}};
constexpr Description proved_description = instrument(its_forms, 6, {});
constexpr auto proved = checked<proved_description>();
