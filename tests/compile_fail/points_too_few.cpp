// SPDX-License-Identifier: BSL-1.0
// Must not compile: four allowed values, but points for three.
// expect: points_do_not_stand_for_every_allowed_value
#include "base.hpp"

using namespace base;

constexpr int right[] = {3, 2, 1, 0};
constexpr int short_of_one[] = {3, 2, 1};
constexpr Item with_points(Item it, List<int> points) {
    it.points = points;
    return it;
}
#ifdef ECZSCORE_OK
constexpr Item its_items[] = {with_points(item("calm"), right)};
#else
constexpr Item its_items[] = {with_points(item("calm"), short_of_one)};
#endif
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 3}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 3}};
constexpr Description proved_description = instrument(its_forms, 3, {});
constexpr auto proved = checked<proved_description>();
