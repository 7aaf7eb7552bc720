// SPDX-License-Identifier: BSL-1.0
// Must not compile: a missing rule that would score an empty form.
// expect: the_missing_rule_allows_too_many
#include "base.hpp"

using namespace base;

constexpr Item its_items[] = {item("a"), item("b")};
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 6}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 6}};
constexpr Description with_allowed(int allowed) {
    Description result = instrument(its_forms, 6, {});
    result.missing.allowed = allowed;
    return result;
}
#ifdef ECZSCORE_OK
constexpr Description proved_description = with_allowed(1);
constexpr auto proved = checked<proved_description>();
#else
constexpr Description proved_description = with_allowed(2);
constexpr auto proved = checked<proved_description>();
#endif
