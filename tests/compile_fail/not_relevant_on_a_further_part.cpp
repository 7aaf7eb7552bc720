// SPDX-License-Identifier: BSL-1.0
// Must not compile: "not relevant" offered by the second part of a question.
// expect: not_relevant_belongs_to_the_first_part_of_a_question
#include "base.hpp"

using namespace base;

constexpr Item offering(Item it) {
    it.offers_not_relevant = true;
    return it;
}
#ifdef ECZSCORE_OK
constexpr Item its_items[] = {offering(item("prevented")),
                              item("problem", whole_points(0, 2), Role::further_part)};
#else
constexpr Item its_items[] = {item("prevented"),
                              offering(item("problem", whole_points(0, 2), Role::further_part))};
#endif
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 3}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 3}};
constexpr auto proved = checked(instrument(its_forms, 3, {}));
