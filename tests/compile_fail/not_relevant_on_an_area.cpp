// SPDX-License-Identifier: BSL-1.0
// Must not compile: "not relevant" offered by the area, which is no question.
// expect: not_relevant_belongs_to_a_question
#include "base.hpp"

using namespace base;

constexpr Item offering(Item it) {
    it.offers_not_relevant = true;
    return it;
}
#ifdef ECZSCORE_OK
constexpr Item its_items[] = {offering(item("redness")),
                              item("area", whole_points(0, 2), Role::multiplies)};
#else
constexpr Item its_items[] = {item("redness"),
                              offering(item("area", whole_points(0, 2), Role::multiplies))};
#endif
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 6}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 6}};
constexpr Description proved_description = instrument(its_forms, 6, {});
constexpr auto proved = checked<proved_description>();
